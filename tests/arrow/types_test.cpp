// Every type, whole and sliced, with and without nulls.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "arrow/cells.hpp"

namespace schoolimp::arrow_tests {
namespace {

struct Sample {
    std::string what;
    std::string type_name;
    Node column;  ///< Named "x".
    Cells cells;
};

std::vector<std::int64_t> decimals(const std::vector<std::int64_t>& values) {
    std::vector<std::int64_t> words;
    for (const std::int64_t value : values) {
        words.push_back(value);
        words.push_back(value < 0 ? -1 : 0);
    }
    return words;
}

Node decimal_column(std::string format, const std::vector<std::int64_t>& values, const std::string& validity = "") {
    Node node = numbers<std::int64_t>(std::move(format), "x", decimals(values), validity);
    node.length /= 2;
    return node;
}

std::vector<Sample> samples() {
    const std::string longer = "a text of more than twelve bytes";
    const Node words = texts("", {"Red", "Amber", "Green"});
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    return {
        {"null", "null", nulls("x", 3), {"null", "null", "null"}},
        {"boolean", "boolean", booleans("x", "1011"), {"true", "false", "true", "true"}},
        {"boolean_with_nulls", "boolean", booleans("x", "1011", "0111"), {"null", "false", "true", "true"}},
        {"int8", "int8", numbers<std::int8_t>("c", "x", {-128, 0, 127}), {"-128", "0", "127"}},
        {"uint8", "uint8", numbers<std::uint8_t>("C", "x", {0, 255, 7}, "101"), {"0", "null", "7"}},
        {"int16", "int16", numbers<std::int16_t>("s", "x", {-32768, 32767}), {"-32768", "32767"}},
        {"uint16", "uint16", numbers<std::uint16_t>("S", "x", {65535, 0}), {"65535", "0"}},
        {"int32", "int32", numbers<std::int32_t>("i", "x", {-1, 0, 1}, "110"), {"-1", "0", "null"}},
        {"uint32", "uint32", numbers<std::uint32_t>("I", "x", {4294967295U}), {"4294967295"}},
        {"int64", "int64", numbers<std::int64_t>("l", "x", {kMost, -kMost}), {"9223372036854775807", "-9223372036854775807"}},
        {"uint64", "uint64", numbers<std::uint64_t>("L", "x", {5, std::numeric_limits<std::uint64_t>::max()}), {"5", "9223372036854775807"}},
        {"float32", "float32", numbers<float>("f", "x", {0.5F, -1.25F}), {"0.5", "-1.25"}},
        {"float64", "float64", numbers<double>("g", "x", {0.1, std::nan(""), 2}, "111"), {"0.1", "nan", "2"}},
        {"decimal128", "decimal128(9, 2)", decimal_column("d:9,2", {1250, -75, 3}, "101"), {"1250 / 10^2", "null", "3 / 10^2"}},
        {"decimal128_negative_places", "decimal128(5, -3)", decimal_column("d:5,-3,128", {12}), {"12 / 10^-3"}},
        {"date32", "date32", numbers<std::int32_t>("tdD", "x", {0, -1, 20454}), {"0", "-1", "20454"}},
        {"utf8", "utf8", texts("x", {"a", "", longer, "\xC3\xA9"}, "1101"), {"a", "", "null", "\xC3\xA9"}},
        {"large_utf8", "large_utf8", large_texts("x", {longer, "", "b"}), {longer, "", "b"}},
        {"utf8_view",
         "utf8_view",
         text_views("x", {"short", "twelve bytes", longer, "", longer + "!"}, "11111"),
         {"short", "twelve bytes", longer, "", longer + "!"}},
        {"utf8_view_all_short", "utf8_view", text_views("x", {"a", "b"}, "10"), {"a", "null"}},
        {"dictionary_int8", "dictionary of utf8", with_dictionary(numbers<std::int8_t>("c", "x", {2, 0, 1, 2}), words), {"Green", "Red", "Amber", "Green"}},
        {"dictionary_null_out_of_range",
         "dictionary of utf8",
         with_dictionary(numbers<std::int16_t>("s", "x", {2, -7, 99, 1}, "1001"), words),
         {"Green", "null", "null", "Amber"}},
        {"dictionary_null_word", "dictionary of utf8", with_dictionary(numbers<std::uint8_t>("C", "x", {0, 1}), texts("", {"a", "b"}, "10")), {"a", "null"}},
        {"dictionary_uint16", "dictionary of large_utf8", with_dictionary(numbers<std::uint16_t>("S", "x", {1, 0}), large_texts("", {"a", "b"})), {"b", "a"}},
        {"dictionary_int32_views",
         "dictionary of utf8_view",
         with_dictionary(numbers<std::int32_t>("i", "x", {1, 0}), text_views("", {longer, "b"})),
         {"b", longer}},
        {"dictionary_uint32_numbers",
         "dictionary of float64",
         with_dictionary(numbers<std::uint32_t>("I", "x", {1, 1}), numbers<double>("g", "", {0.5, 1.5})),
         {"1.5", "1.5"}},
        {"dictionary_int64", "dictionary of int32", with_dictionary(numbers<std::int64_t>("l", "x", {0}), numbers<std::int32_t>("i", "", {7})), {"7"}},
        {"dictionary_uint64_sliced_words",
         "dictionary of utf8",
         with_dictionary(numbers<std::uint64_t>("L", "x", {0, 1}), slice(words, 1, 2)),
         {"Amber", "Green"}},
        {"dictionary_of_nulls", "dictionary of null", with_dictionary(numbers<std::int8_t>("c", "x", {0, 0}), nulls("", 1)), {"null", "null"}},
        {"empty_dictionary_no_values", "dictionary of utf8", with_dictionary(numbers<std::int8_t>("c", "x", {0, 0}, "00"), texts("", {})), {"null", "null"}},
    };
}

class EveryType : public testing::TestWithParam<Sample> {};

TEST_P(EveryType, Whole) {
    const Sample& sample = GetParam();
    Tally tally;
    {
        const Result<Table> table = import_column(sample.column, tally);
        ASSERT_TRUE(table.ok()) << table.status().message();
        EXPECT_EQ(table->rows(), static_cast<std::int64_t>(sample.cells.size()));
        EXPECT_EQ(table->column_names(), Cells{"x"});
        EXPECT_EQ(table->type_name(0), sample.type_name);
        EXPECT_EQ(cells_of(*table, 0), sample.cells);
    }
    EXPECT_TRUE(tally.all_released());
}

TEST_P(EveryType, EverySliceOfColumnAndTable) {
    const Sample& sample = GetParam();
    const auto rows = static_cast<std::int64_t>(sample.cells.size());
    for (std::int64_t column_offset = 0; column_offset <= rows; ++column_offset)
        for (std::int64_t table_offset = 0; column_offset + table_offset <= rows; ++table_offset)
            for (std::int64_t length = 0; column_offset + table_offset + length <= rows; ++length) {
                Tally tally;
                const Node column = slice(sample.column, column_offset, rows - column_offset);
                const Result<Table> table = import_table(slice(table_of({column}, rows), table_offset, length), tally);
                ASSERT_TRUE(table.ok()) << table.status().message();
                const auto first = sample.cells.begin() + column_offset + table_offset;
                EXPECT_EQ(cells_of(*table, 0), Cells(first, first + length)) << column_offset << " " << table_offset << " " << length;
            }
}

TEST_P(EveryType, NullRowsOfTheTableAreNullCells) {
    const Sample& sample = GetParam();
    const std::size_t rows = sample.cells.size();
    std::string validity;
    Cells expected = sample.cells;
    for (std::size_t i = 0; i < rows; ++i) {
        validity += i % 2 == 0 ? '1' : '0';
        if (i % 2 != 0) expected[i] = "null";
    }
    for (std::size_t offset = 0; offset < rows; ++offset) {
        Tally tally;
        Node root = table_of({sample.column}, static_cast<std::int64_t>(rows));
        root.buffers[0] = bitmap(validity);
        root.null_count = -1;
        const Result<Table> table = import_table(slice(root, static_cast<std::int64_t>(offset), static_cast<std::int64_t>(rows - offset)), tally);
        ASSERT_TRUE(table.ok()) << table.status().message();
        EXPECT_EQ(cells_of(*table, 0), Cells(expected.begin() + static_cast<std::ptrdiff_t>(offset), expected.end()));
    }
}

INSTANTIATE_TEST_SUITE_P(Types, EveryType, testing::ValuesIn(samples()), [](const auto& sample) { return sample.param.what; });

TEST(LongColumns, BitmapsThatBeginAnywhere) {
    constexpr std::int64_t kRows = 200;
    std::string bits, validity, row_validity;
    std::vector<std::int32_t> values;
    for (std::int64_t i = 0; i < kRows; ++i) {
        bits += i % 3 == 0 ? '1' : '0';
        validity += i % 5 == 0 ? '0' : '1';
        row_validity += i % 7 == 0 ? '0' : '1';
        values.push_back(static_cast<std::int32_t>(i));
    }
    for (std::int64_t column_offset = 0; column_offset < 20; ++column_offset)
        for (std::int64_t table_offset = 0; table_offset < 20; ++table_offset) {
            Tally tally;
            const std::int64_t rest = kRows - column_offset;
            Node root =
                table_of({slice(booleans("b", bits, validity), column_offset, rest), slice(numbers("i", "n", values, validity), column_offset, rest)}, rest);
            root.buffers[0] = bitmap(row_validity);
            root.null_count = -1;
            const Result<Table> table = import_table(slice(root, table_offset, rest - table_offset), tally);
            ASSERT_TRUE(table.ok()) << table.status().message();
            const std::span<const Column> columns = columns_of(*table, 0);
            for (std::int64_t i = 0; i < table->rows(); ++i) {
                const std::int64_t inner = column_offset + table_offset + i;
                const bool valid = inner % 5 != 0 && (table_offset + i) % 7 != 0;
                ASSERT_EQ(columns[0].valid(i), valid);
                ASSERT_EQ(columns[1].valid(i), valid);
                ASSERT_EQ(columns[0].boolean(i), inner % 3 == 0);
                ASSERT_EQ(columns[1].number<std::int32_t>(i), inner);
            }
        }
}

TEST(Validity, NoNullsMeansNoBitmap) {
    Tally tally;
    Node column = numbers<double>("g", "x", {1, 2}, "11");
    column.null_count = 0;
    const Result<Table> table = import_column(column, tally);
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(columns_of(*table, 0)[0].validity, nullptr);
}

TEST(Columns, NothingIsCopied) {
    Tally tally;
    ArrowSchema schema;
    ArrowArray array;
    const Node node = table_of({numbers<double>("g", "x", {1, 2, 3})}, 3);
    tally.make_schema(node, schema);
    tally.make_array(node, array);
    const void* const values = array.children[0]->buffers[1];
    const Result<Table> table = Table::from_array(&schema, &array);
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(columns_of(*table, 0)[0].values, values);
    EXPECT_TRUE(columns_of(*table, 0)[0].packed());
}

TEST(Columns, ATextOfAnotherTypeIsEmpty) {
    Tally tally;
    const Result<Table> table = import_column(numbers<double>("g", "x", {1}), tally);
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(columns_of(*table, 0)[0].text(0), "");
    EXPECT_EQ(columns_of(*table, 0)[0].integer(0), 0);
}

TEST(Columns, SeveralTypesTogether) {
    Tally tally;
    const Result<Table> table = import_table(table_of({texts("urn", {"1", "2"}), numbers<double>("g", "y", {1, 2})}, 2), tally);
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->columns(), 2U);
    EXPECT_EQ(table->column_names(), (Cells{"urn", "y"}));
    EXPECT_EQ(cells_of(*table, 1), (Cells{"1", "2"}));
}

TEST(Tables, OfNoColumnsHaveRows) {
    Tally tally;
    const Result<Table> table = import_table(table_of({}, 4), tally);
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->rows(), 4);
    EXPECT_EQ(table->columns(), 0U);
    EXPECT_EQ(table->type_name(0), "");
}

/// Columns the library has no use for are there, and have a name for what they are.
TEST(Unsupported, AreNamedNotRefused) {
    const Node items = numbers<std::int32_t>("i", "item", {1, 2, 3});
    Node list{"+l", "parts", 2, 0, 0, {std::nullopt, bytes_of(std::vector<std::int32_t>{0, 1, 3})}, {items}, {}};
    Node record{"+s", "record", 2, 0, 0, {std::nullopt}, {slice(items, 0, 2)}, {}};
    const Node stamps = numbers<std::int64_t>("tsu:Europe/London", "when", {1, 2});
    const Node of_stamps = with_dictionary(numbers<std::int8_t>("c", "seldom", {0, 0}), numbers<std::int64_t>("tsn:", "", {1}));
    const Node twice = with_dictionary(numbers<std::int8_t>("c", "twice", {0, 0}), with_dictionary(numbers<std::int8_t>("c", "", {0}), texts("", {"a"})));
    Tally tally;
    {
        const Result<Table> table = import_table(table_of({list, record, stamps, of_stamps, twice, numbers<double>("g", "x", {1, 2})}, 2), tally);
        ASSERT_TRUE(table.ok()) << table.status().message();
        EXPECT_EQ(table->type_name(0), "list");
        EXPECT_EQ(table->type_name(1), "struct");
        EXPECT_EQ(table->type_name(2), "timestamp[us, Europe/London]");
        EXPECT_EQ(table->type_name(3), "dictionary of timestamp[ns]");
        EXPECT_EQ(table->type_name(4), "dictionary of dictionary of utf8");
        EXPECT_EQ(data_of(*table).fields[2].hint, "convert it to date32");
        for (std::size_t i = 0; i < 5; ++i) {
            EXPECT_EQ(data_of(*table).fields[i].type, ColumnType::kUnsupported);
            EXPECT_FALSE(data_of(*table).fields[i].hint.empty()) << i;
            EXPECT_EQ(cells_of(*table, i), (Cells{"null", "null"}));
        }
        EXPECT_EQ(cells_of(*table, 5), (Cells{"1", "2"}));
    }
    EXPECT_TRUE(tally.all_released());
}

}  // namespace
}  // namespace schoolimp::arrow_tests
