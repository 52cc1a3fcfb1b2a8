// Tables given out again: what a reader gets, and how long it may keep it.
#include <gtest/gtest.h>

#include <optional>
#include <thread>

#include "arrow/cells.hpp"

namespace schoolimp::arrow_tests {
namespace {

Result<Table> round_trip(const Table& table) {
    ArrowArrayStream stream;
    table.to_stream(&stream);
    return Table::from_stream(&stream);
}

Node mixed() {
    const Node items = numbers<std::int32_t>("i", "item", {1, 2, 3});
    return table_of({numbers<double>("g", "number", {1, 2, 3}, "101"), texts("text", {"one", "two", "three"}, "110"),
                     text_views("view", {"one", "a text of more than twelve bytes", "three"}), large_texts("large", {"a", "b", "c"}),
                     with_dictionary(numbers<std::int8_t>("c", "level", {0, 1, 0}), texts("", {"Red", "Green"})), booleans("flag", "101", "011"),
                     nulls("null", 3), Node{"+l", "list", 3, 0, 0, {std::nullopt, bytes_of(std::vector<std::int32_t>{0, 1, 2, 3})}, {items}, {}}},
                    3);
}

void expect_same(const Table& one, const Table& other) {
    ASSERT_EQ(one.column_names(), other.column_names());
    EXPECT_EQ(one.rows(), other.rows());
    for (std::size_t i = 0; i < one.columns(); ++i) {
        EXPECT_EQ(one.type_name(i), other.type_name(i));
        EXPECT_EQ(cells_of(one, i), cells_of(other, i)) << one.column_names()[i];
    }
}

TEST(Export, GivesWhatCameIn) {
    for (const std::int64_t offset : {0, 1, 2}) {
        Tally tally;
        {
            const Node chunk = slice(mixed(), offset, 3 - offset);
            const Result<Table> table = import_chunks(mixed(), {mixed(), chunk, slice(mixed(), 0, 0)}, tally);
            ASSERT_TRUE(table.ok()) << table.status().message();
            const Result<Table> again = round_trip(*table);
            ASSERT_TRUE(again.ok()) << again.status().message();
            expect_same(*table, *again);
            const Result<Table> thrice = round_trip(*again);
            ASSERT_TRUE(thrice.ok());
            expect_same(*table, *thrice);
        }
        EXPECT_TRUE(tally.all_released());
    }
}

TEST(Export, OfChosenColumns) {
    Tally tally;
    std::optional<Table> again;
    {
        Node root = mixed();
        root.buffers[0] = bitmap("101");
        root.null_count = 1;
        const Result<Table> table = import_table(root, tally);
        ASSERT_TRUE(table.ok());
        const Result<Table> chosen = table->select(Cells{"list", "level", "number"});
        ASSERT_TRUE(chosen.ok());
        const Result<Table> read = round_trip(*chosen);
        ASSERT_TRUE(read.ok()) << read.status().message();
        expect_same(*chosen, *read);
        again = *read;
    }
    EXPECT_EQ(again->column_names(), (Cells{"list", "level", "number"}));
    EXPECT_EQ(cells_of(*again, 1), (Cells{"Red", "null", "Red"}));
    EXPECT_FALSE(tally.all_released());
    again.reset();
    EXPECT_TRUE(tally.all_released());
}

TEST(Export, TheInsideOfOtherTypesIsPassedOn) {
    Tally tally;
    const Result<Table> table = import_table(mixed(), tally);
    ASSERT_TRUE(table.ok());
    ArrowArrayStream stream;
    table->to_stream(&stream);
    ArrowSchema schema;
    ArrowArray array;
    ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
    ASSERT_EQ(stream.get_next(&stream, &array), 0);
    stream.release(&stream);
    ASSERT_EQ(schema.n_children, 8);
    EXPECT_STREQ(schema.children[7]->format, "+l");
    EXPECT_STREQ(schema.children[7]->children[0]->name, "item");
    std::int32_t last = 0;
    std::memcpy(&last, static_cast<const std::byte*>(array.children[7]->children[0]->buffers[1]) + 8, sizeof last);
    EXPECT_EQ(last, 3);
    schema.release(&schema);
    array.release(&array);
}

TEST(Export, EndsAndStaysEnded) {
    Tally tally;
    const Result<Table> table = import_table(mixed(), tally);
    ASSERT_TRUE(table.ok());
    ArrowArrayStream stream;
    table->to_stream(&stream);
    EXPECT_EQ(stream.get_last_error(&stream), nullptr);
    ArrowArray array;
    ASSERT_EQ(stream.get_next(&stream, &array), 0);
    ASSERT_NE(array.release, nullptr);
    array.release(&array);
    EXPECT_EQ(array.release, nullptr);
    for (int i = 0; i < 2; ++i) {
        ASSERT_EQ(stream.get_next(&stream, &array), 0);
        EXPECT_EQ(array.release, nullptr);
    }
    stream.release(&stream);
    EXPECT_EQ(stream.release, nullptr);
}

TEST(Export, EverythingOutlivesTheTable) {
    Tally tally;
    ArrowArrayStream stream;
    {
        const Result<Table> table = import_table(mixed(), tally);
        ASSERT_TRUE(table.ok());
        table->to_stream(&stream);
    }
    ArrowArray array;
    ASSERT_EQ(stream.get_next(&stream, &array), 0);
    stream.release(&stream);
    // A reader may take one column and let the rest go.
    ArrowArray number = *array.children[0];
    array.children[0]->release = nullptr;
    array.release(&array);
    EXPECT_FALSE(tally.all_released());
    double first = 0;
    std::memcpy(&first, number.buffers[1], sizeof first);
    EXPECT_EQ(first, 1);
    number.release(&number);
    EXPECT_TRUE(tally.all_released());
}

TEST(Export, SeveralAtOnceAndUnread) {
    Tally tally;
    {
        const Result<Table> table = import_chunks(mixed(), {mixed(), mixed()}, tally);
        ASSERT_TRUE(table.ok());
        ArrowArrayStream first, second, third;
        table->to_stream(&first);
        table->to_stream(&second);
        table->to_stream(&third);
        ArrowArray array;
        ASSERT_EQ(first.get_next(&first, &array), 0);
        array.release(&array);
        const Result<Table> whole = Table::from_stream(&second);
        ASSERT_TRUE(whole.ok());
        EXPECT_EQ(whole->rows(), 6);
        const Result<Table> rest = Table::from_stream(&first);
        ASSERT_TRUE(rest.ok());
        EXPECT_EQ(rest->rows(), 3);
        third.release(&third);
    }
    EXPECT_TRUE(tally.all_released());
}

TEST(Export, FromSeveralThreads) {
    Tally tally;
    {
        const Result<Table> table = import_chunks(mixed(), {mixed(), mixed()}, tally);
        ASSERT_TRUE(table.ok());
        std::vector<std::int64_t> rows(4);
        std::vector<std::thread> threads;
        for (std::int64_t& count : rows)
            threads.emplace_back([&table, &count] {
                for (int i = 0; i < 50; ++i) {
                    const Result<Table> again = round_trip(*table);
                    count += again.ok() ? again->rows() : -1000;
                }
            });
        for (std::thread& thread : threads) thread.join();
        for (const std::int64_t count : rows) EXPECT_EQ(count, 300);
    }
    EXPECT_TRUE(tally.all_released());
}

TEST(Export, OfNothing) {
    const Result<Table> again = round_trip(Table());
    ASSERT_TRUE(again.ok()) << again.status().message();
    EXPECT_EQ(again->columns(), 0U);
    EXPECT_EQ(again->rows(), 0);
}

}  // namespace
}  // namespace schoolimp::arrow_tests
