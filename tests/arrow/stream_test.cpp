// Streams: chunks, ends, failures; who releases what.
#include <gtest/gtest.h>

#include <cerrno>

#include "arrow/cells.hpp"

namespace schoolimp::arrow_tests {
namespace {

Node chunk(const std::vector<double>& values) { return table_of({numbers("g", "x", values)}, static_cast<std::int64_t>(values.size())); }

TEST(Streams, ChunksFollowEachOther) {
    Tally tally;
    {
        const Result<Table> table = import_chunks(chunk({}), {chunk({1, 2}), chunk({}), slice(chunk({9, 3, 4}), 1, 2)}, tally);
        ASSERT_TRUE(table.ok()) << table.status().message();
        EXPECT_EQ(table->rows(), 4);
        EXPECT_EQ(data_of(*table).chunks.size(), 3U);
        EXPECT_EQ(cells_of(*table, 0), (Cells{"1", "2", "3", "4"}));
        EXPECT_FALSE(tally.all_released());
    }
    EXPECT_TRUE(tally.all_released());
}

TEST(Streams, OfNoChunksAreEmptyTables) {
    Tally tally;
    const Result<Table> table = import_chunks(chunk({}), {}, tally);
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->rows(), 0);
    EXPECT_EQ(table->column_names(), Cells{"x"});
    EXPECT_TRUE(tally.all_released());
}

TEST(Streams, EachChunkHasItsOwnDictionary) {
    const auto part = [](std::vector<std::string> words) {
        return table_of({with_dictionary(numbers<std::int8_t>("c", "level", {0, 1}), texts("", words))}, 2);
    };
    Tally tally;
    const Result<Table> table = import_chunks(part({}), {part({"Red", "Green"}), part({"Green", "Red", "Amber"})}, tally);
    ASSERT_TRUE(table.ok()) << table.status().message();
    EXPECT_EQ(cells_of(*table, 0), (Cells{"Red", "Green", "Green", "Red"}));
}

TEST(Streams, AFailureIsPassedOn) {
    const std::vector<std::pair<int, StatusCode>> codes = {{EIO, StatusCode::kInvalidArgument},
                                                           {ENOMEM, StatusCode::kResourceExhausted},
                                                           {ENOSYS, StatusCode::kUnimplemented},
                                                           {ECANCELED, StatusCode::kCancelled}};
    for (const auto& [error, code] : codes) {
        Tally tally;
        const Result<Table> table = import_chunks(chunk({}), {chunk({1})}, tally, error, "the disk is \xFFgone");
        ASSERT_FALSE(table.ok());
        EXPECT_EQ(table.status().code(), code);
        EXPECT_EQ(issues_of(table), Cells{"stream_failed"});
        EXPECT_EQ(table.status().issues()[0].message,
                  "the stream failed when reading chunk 1 (error " + std::to_string(error) + "): the disk is \xEF\xBF\xBDgone");
        EXPECT_TRUE(tally.all_released());
    }
}

TEST(Streams, AFailureWithoutWords) {
    for (const bool has_callback : {true, false}) {
        Tally tally;
        ArrowArrayStream stream;
        tally.make_stream(chunk({}), {}, stream, EIO);
        if (!has_callback) stream.get_last_error = nullptr;
        const Result<Table> table = Table::from_stream(&stream);
        ASSERT_FALSE(table.ok());
        EXPECT_EQ(table.status().issues()[0].message, "the stream failed when reading chunk 0 (error " + std::to_string(EIO) + ")");
        EXPECT_TRUE(tally.all_released());
    }
}

TEST(Streams, AFailureOfTheSchema) {
    Tally tally;
    ArrowArrayStream stream;
    tally.make_stream(chunk({}), {}, stream, 0, "no schema here");
    stream.get_schema = [](ArrowArrayStream*, ArrowSchema* out) {
        out->release = reinterpret_cast<void (*)(ArrowSchema*)>(1);  // what a failed call leaves must not be touched
        return EIO;
    };
    const Result<Table> table = Table::from_stream(&stream);
    ASSERT_FALSE(table.ok());
    EXPECT_EQ(table.status().issues()[0].message, "the stream failed when giving its schema (error " + std::to_string(EIO) + "): no schema here");
    EXPECT_TRUE(tally.all_released());
    EXPECT_EQ(stream.release, nullptr);
}

TEST(Streams, WithoutASchema) {
    Tally tally;
    ArrowArrayStream stream;
    tally.make_stream(chunk({}), {}, stream);
    stream.get_schema = [](ArrowArrayStream*, ArrowSchema*) { return 0; };
    EXPECT_EQ(issues_of(Table::from_stream(&stream)), Cells{"released"});
    EXPECT_TRUE(tally.all_released());
}

TEST(Streams, WithoutCallbacks) {
    for (const bool schema : {true, false}) {
        Tally tally;
        ArrowArrayStream stream;
        tally.make_stream(chunk({}), {}, stream);
        if (schema)
            stream.get_schema = nullptr;
        else
            stream.get_next = nullptr;
        EXPECT_EQ(issues_of(Table::from_stream(&stream)), Cells{"missing_callback"});
        EXPECT_TRUE(tally.all_released());
    }
}

TEST(Streams, CanBeReadOnce) {
    Tally tally;
    ArrowArrayStream stream;
    tally.make_stream(chunk({}), {}, stream);
    EXPECT_TRUE(Table::from_stream(&stream).ok());
    const Result<Table> again = Table::from_stream(&stream);
    EXPECT_EQ(issues_of(again), Cells{"released"});
    EXPECT_EQ(again.status().code(), StatusCode::kInvalidArgument);
    EXPECT_EQ(issues_of(Table::from_stream(nullptr)), Cells{"released"});
    EXPECT_TRUE(tally.all_released());
}

TEST(Streams, ABadChunkStopsTheReading) {
    Tally tally;
    Node bad = chunk({1, 2});
    bad.children[0].length = -2;
    const Result<Table> table = import_chunks(chunk({}), {chunk({1}), bad, chunk({2})}, tally);
    EXPECT_EQ(issues_of(table), Cells{"bad_length at column 'x', chunk 1"});
    EXPECT_TRUE(tally.all_released());
}

TEST(Streams, AChunkUnlikeTheSchema) {
    Tally tally;
    const Result<Table> table = import_chunks(chunk({}), {table_of({numbers<double>("g", "x", {1}), numbers<double>("g", "y", {1})}, 1)}, tally);
    EXPECT_EQ(issues_of(table), Cells{"bad_child_count at chunk 0"});
    EXPECT_TRUE(tally.all_released());
}

TEST(Streams, OfASingleColumnAreNoTable) {
    Tally tally;
    const Node column = numbers<double>("g", "x", {1});
    const Result<Table> table = import_chunks(column, {column}, tally);
    EXPECT_EQ(issues_of(table), Cells{"not_a_table"});
    EXPECT_EQ(table.status().issues()[0].message, "the values are of type float64; a table is a struct of columns");
    EXPECT_TRUE(tally.all_released());
}

TEST(Arrays, AreTakenOverInEveryCase) {
    const Node node = chunk({1});
    for (const bool has_schema : {true, false})
        for (const bool has_array : {true, false}) {
            Tally tally;
            ArrowSchema schema;
            ArrowArray array;
            tally.make_schema(node, schema);
            tally.make_array(node, array);
            ArrowSchema used_schema{};
            {
                const Result<Table> table = Table::from_array(has_schema ? &schema : &used_schema, has_array ? &array : nullptr);
                EXPECT_EQ(table.ok(), has_schema && has_array);
                EXPECT_EQ(issues_of(table), table.ok() ? Cells{} : Cells{"released"});
            }
            EXPECT_EQ(schema.release == nullptr, has_schema);
            EXPECT_EQ(array.release == nullptr, has_array);
            if (!has_schema) schema.release(&schema);
            if (!has_array) array.release(&array);
            EXPECT_TRUE(tally.all_released());
        }
}

TEST(Tables, CopiesShareTheColumns) {
    Tally tally;
    std::optional<Table> copy;
    {
        const Result<Table> table = import_column(numbers<double>("g", "x", {1}), tally);
        ASSERT_TRUE(table.ok());
        copy = *table;
    }
    EXPECT_EQ(cells_of(*copy, 0), Cells{"1"});
    EXPECT_FALSE(tally.all_released());
    copy.reset();
    EXPECT_TRUE(tally.all_released());
}

TEST(Tables, SelectColumns) {
    Tally tally;
    std::optional<Table> chosen;
    {
        const Node part = table_of({numbers<double>("g", "a", {1}), texts("b", {"t"}), numbers<std::int8_t>("c", "c", {7})}, 1);
        const Result<Table> table = import_chunks(part, {part, part}, tally);
        ASSERT_TRUE(table.ok());
        const Result<Table> some = table->select(Cells{"c", "a"});
        ASSERT_TRUE(some.ok());
        chosen = *some;
        EXPECT_EQ(issues_of(table->select(Cells{"a", "bb", "a"})), (Cells{"unknown_column at column 'bb'", "duplicate_name at column 'a'"}));
        EXPECT_EQ(table->select(Cells{"bb"}).status().issues()[0].hint, "did you mean 'b'?");
        EXPECT_EQ(table->select(std::span<const std::string>{})->rows(), 2);
    }
    EXPECT_EQ(chosen->column_names(), (Cells{"c", "a"}));
    EXPECT_EQ(chosen->type_name(0), "int8");
    EXPECT_EQ(cells_of(*chosen, 0), (Cells{"7", "7"}));
    EXPECT_EQ(cells_of(*chosen, 1), (Cells{"1", "1"}));
}

TEST(Tables, MadeOfNothing) {
    const Table table;
    EXPECT_EQ(table.rows(), 0);
    EXPECT_EQ(table.columns(), 0U);
    EXPECT_TRUE(table.column_names().empty());
}

}  // namespace
}  // namespace schoolimp::arrow_tests
