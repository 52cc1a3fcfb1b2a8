// Tables made of one's own memory.
#include <gtest/gtest.h>

#include <array>
#include <memory>

#include "arrow/cells.hpp"
#include "arrow/owned_column.hpp"

namespace schoolimp::arrow_tests {
namespace {

Result<Table> round_trip(const Table& table) {
    ArrowArrayStream stream;
    table.to_stream(&stream);
    return Table::from_stream(&stream);
}

void expect_column(const Table& table, std::size_t column, const std::string& type, const Cells& cells) {
    EXPECT_EQ(table.type_name(column), type);
    EXPECT_EQ(cells_of(table, column), cells);
    const Result<Table> again = round_trip(table);
    ASSERT_TRUE(again.ok()) << again.status().message();
    EXPECT_EQ(again->type_name(column), type);
    EXPECT_EQ(cells_of(*again, column), cells);
}

template <typename T>
void expect_numbers(const std::string& type) {
    const std::array<T, 3> values = {T{1}, T{2}, T{3}};
    TableBuilder builder(3);
    builder.add_numbers("x", values.data());
    const Result<Table> table = builder.build();
    ASSERT_TRUE(table.ok()) << table.status().message();
    expect_column(*table, 0, type, {"1", "2", "3"});
    EXPECT_EQ(columns_of(*table, 0)[0].values, reinterpret_cast<const std::byte*>(values.data()));
}

TEST(Builder, NumbersOfEveryType) {
    expect_numbers<std::int8_t>("int8");
    expect_numbers<std::int16_t>("int16");
    expect_numbers<std::int32_t>("int32");
    expect_numbers<std::int64_t>("int64");
    expect_numbers<long long>("int64");
    expect_numbers<std::uint8_t>("uint8");
    expect_numbers<std::uint16_t>("uint16");
    expect_numbers<std::uint32_t>("uint32");
    expect_numbers<std::uint64_t>("uint64");
    expect_numbers<float>("float32");
    expect_numbers<double>("float64");
}

TEST(Builder, StridesAreFollowed) {
    const std::array<double, 6> matrix = {1, 10, 2, 20, 3, 30};  // three rows of two columns
    TableBuilder builder(3);
    builder.add_numbers("first", matrix.data(), ColumnLayout{16, false, nullptr, nullptr});
    builder.add_numbers("second", matrix.data() + 1, ColumnLayout{16, false, nullptr, nullptr});
    builder.add_numbers("backwards", matrix.data() + 4, ColumnLayout{-16, false, nullptr, nullptr});
    builder.add_numbers("same", matrix.data(), ColumnLayout{0, true, nullptr, nullptr});
    const Result<Table> table = builder.build();
    ASSERT_TRUE(table.ok());
    expect_column(*table, 0, "float64", {"1", "2", "3"});
    expect_column(*table, 1, "float64", {"10", "20", "30"});
    expect_column(*table, 2, "float64", {"3", "2", "1"});
    expect_column(*table, 3, "float64", {"1", "1", "1"});
    EXPECT_FALSE(columns_of(*table, 0)[0].packed());
}

TEST(Builder, UnalignedNumbers) {
    std::array<std::byte, 28> packed{};
    for (int i = 0; i < 3; ++i) {
        const double value = i + 0.5;
        std::memcpy(packed.data() + 1 + i * 9, &value, sizeof value);
    }
    TableBuilder builder(3);
    builder.add_numbers("x", NumberType::kFloat64, packed.data() + 1, ColumnLayout{9, false, nullptr, nullptr});
    const Result<Table> table = builder.build();
    ASSERT_TRUE(table.ok());
    expect_column(*table, 0, "float64", {"0.5", "1.5", "2.5"});
}

TEST(Builder, ValidityAndBooleans) {
    const std::array<std::int32_t, 10> values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const std::array<std::uint8_t, 2> validity = {0b11111101, 0b01};
    std::array<std::uint8_t, 10> truths = {1, 0, 0, 1, 0, 0, 0, 0, 2, 255};
    TableBuilder builder(10);
    builder.add_numbers("n", values.data(), ColumnLayout{0, false, validity.data(), nullptr});
    builder.add_booleans("b", truths.data(), ColumnLayout{0, false, validity.data(), nullptr});
    builder.add_booleans("back", truths.data() + 9, ColumnLayout{-1, false, nullptr, nullptr});
    const Result<Table> table = builder.build();
    ASSERT_TRUE(table.ok());
    truths = {};  // they were copied
    expect_column(*table, 0, "int32", {"0", "null", "2", "3", "4", "5", "6", "7", "8", "null"});
    expect_column(*table, 1, "boolean", {"true", "null", "false", "true", "false", "false", "false", "false", "true", "null"});
    expect_column(*table, 2, "boolean", {"true", "true", "false", "false", "false", "false", "true", "false", "false", "true"});
}

TEST(Builder, RowsWithoutAValueAreCounted) {
    const std::array<double, 11> values = {};
    for (const std::int64_t rows : {1, 7, 8, 9, 11}) {
        const std::array<std::uint8_t, 2> bits = {0b10100101, 0b11111011};
        TableBuilder builder(rows);
        builder.add_numbers("x", values.data(), ColumnLayout{0, false, bits.data(), nullptr});
        const Table table = builder.build().value();
        ArrowArrayStream stream;
        table.to_stream(&stream);
        ArrowArray chunk;
        ASSERT_EQ(stream.get_next(&stream, &chunk), 0);
        std::int64_t missing = 0;
        for (std::int64_t row = 0; row < rows; ++row) missing += bit_at(bits.data(), row) ? 0 : 1;
        EXPECT_EQ(chunk.children[0]->null_count, missing) << rows << " rows";
        chunk.release(&chunk);
        stream.release(&stream);
    }
}

TEST(Builder, Texts) {
    TableBuilder builder(3);
    builder.add_texts("t", Cells{"one", "", "three"});
    const Result<Table> table = builder.build();
    ASSERT_TRUE(table.ok());
    expect_column(*table, 0, "utf8", {"one", "", "three"});
}

TEST(Builder, MemoryIsKeptAlive) {
    auto values = std::make_shared<std::vector<double>>(std::vector<double>{1, 2});
    const std::weak_ptr<std::vector<double>> watched = values;
    std::optional<Table> table;
    {
        TableBuilder builder(2);
        builder.add_numbers("x", values->data(), ColumnLayout{0, false, nullptr, values});
        table = builder.build().value();
    }
    values.reset();
    ArrowArrayStream stream;
    table->to_stream(&stream);
    table.reset();
    EXPECT_FALSE(watched.expired());
    stream.release(&stream);
    EXPECT_TRUE(watched.expired());
}

TEST(Builder, OwnedColumns) {
    OwnedColumn level = OwnedColumn::make(ColumnType::kInt8, 3, true);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(level.values.data()) % 64, 0U);
    const std::array<std::int8_t, 3> indices = {1, 0, 1};
    std::memcpy(level.values.data(), indices.data(), indices.size());
    *level.validity.as<std::uint8_t>() = 0b101;
    level.is_dictionary = true;
    level.ordered = true;
    level.words = {"Red", "Green"};
    OwnedColumn met = OwnedColumn::make(ColumnType::kBoolean, 3, false);
    *met.values.as<std::uint8_t>() = 0b010;
    OwnedColumn score = OwnedColumn::make(ColumnType::kDecimal128, 3, false);
    score.places = 2;
    for (int i = 0; i < 3; ++i) {
        score.values.as<std::int64_t>()[2 * i] = 100 * i;
        score.values.as<std::int64_t>()[2 * i + 1] = 0;
    }
    OwnedColumn days = OwnedColumn::make(ColumnType::kDate32, 3, false);
    for (int i = 0; i < 3; ++i) days.values.as<std::int32_t>()[i] = i;
    TableBuilder builder(3);
    builder.add_owned("level", std::move(level));
    builder.add_owned("met", std::move(met));
    builder.add_owned("score", std::move(score));
    builder.add_owned("days", std::move(days));
    const Result<Table> table = builder.build();
    ASSERT_TRUE(table.ok());
    expect_column(*table, 0, "dictionary of utf8", {"Green", "null", "Green"});
    expect_column(*table, 1, "boolean", {"false", "true", "false"});
    expect_column(*table, 2, "decimal128(38, 2)", {"0 / 10^2", "100 / 10^2", "200 / 10^2"});
    expect_column(*table, 3, "date32", {"0", "1", "2"});
    EXPECT_EQ(data_of(*table).fields[0].node.flags, ARROW_FLAG_NULLABLE | ARROW_FLAG_DICTIONARY_ORDERED);
}

TEST(Builder, NoRows) {
    TableBuilder builder(0);
    builder.add_numbers<double>("x", nullptr);
    builder.add_texts("t", {});
    builder.add_owned("o", OwnedColumn::make(ColumnType::kInt32, 0, true));
    const Result<Table> table = builder.build();
    ASSERT_TRUE(table.ok()) << table.status().message();
    EXPECT_EQ(table->rows(), 0);
    EXPECT_EQ(table->column_names(), (Cells{"x", "t", "o"}));
    EXPECT_TRUE(round_trip(*table).ok());
}

TEST(Builder, FaultsAreAllNamed) {
    const double value = 1;
    TableBuilder builder(1);
    builder.add_numbers("x", &value);
    builder.add_numbers("x", &value);
    builder.add_numbers("x", &value);
    builder.add_texts("t", Cells{"one", "two"});
    builder.add_numbers<double>("none", nullptr);
    builder.add_booleans("none", nullptr);
    builder.add_numbers("\xFF", &value);
    const Result<Table> table = builder.build();
    EXPECT_EQ(issues_of(table), (Cells{"duplicate_name at column 'x'", "different_length at column 't'", "missing_buffer at column 'none'",
                                       "duplicate_name at column 'none'", "bad_name at column 1"}));
    const Result<Table> next = builder.build();
    ASSERT_TRUE(next.ok());  // nothing of the failed table is left
    EXPECT_EQ(next->columns(), 0U);
    EXPECT_EQ(next->rows(), 1);
    EXPECT_EQ(issues_of(TableBuilder(-1).build()), Cells{"bad_length"});
}

}  // namespace
}  // namespace schoolimp::arrow_tests
