// One thing wrong at a time: each mutation of a sound table is refused with the issue that names it, and everything is released.
#include <gtest/gtest.h>

#include <functional>

#include "arrow/cells.hpp"

namespace schoolimp::arrow_tests {
namespace {

constexpr std::int64_t kHuge = INT64_MAX;
constexpr int kNumber = 0, kText = 1, kView = 2, kLevel = 3, kFlag = 4, kNull = 5, kList = 6, kLargeText = 7;

/// One column of each kind.
Node sound() {
    const Node items = numbers<std::int32_t>("i", "item", {1, 2, 3});
    return table_of({numbers<double>("g", "number", {1, 2, 3}, "101"), texts("text", {"one", "two", "three"}),
                     text_views("view", {"one", "a text of more than twelve bytes", "three"}),
                     with_dictionary(numbers<std::int8_t>("c", "level", {0, 1, 0}), texts("", {"Red", "Green"})), booleans("flag", "101"), nulls("null", 3),
                     Node{"+l", "list", 3, 0, 0, {std::nullopt, bytes_of(std::vector<std::int32_t>{0, 1, 2, 3})}, {items}, {}},
                     large_texts("large", {"one", "two", "three"})},
                    3);
}

struct Case {
    std::string what;
    std::function<void(ArrowSchema&, ArrowArray&)> spoil;
    Cells issues;
};

/// Writes into a buffer of the array: they are the test's own.
template <typename T>
void poke(const ArrowArray& array, int buffer, std::int64_t place, T value) {
    std::memcpy(static_cast<std::byte*>(const_cast<void*>(array.buffers[buffer])) + place * static_cast<std::int64_t>(sizeof(T)), &value, sizeof value);
}

#define SPOIL [](ArrowSchema & schema, ArrowArray & array)
#define UNUSED static_cast<void>(schema), static_cast<void>(array)

std::vector<Case> schema_cases() {
    return {
        {"no_format", SPOIL { UNUSED; schema.format = nullptr; }, {"bad_format"}},
        {"unknown_format", SPOIL { UNUSED; schema.format = "+struct"; }, {"bad_format"}},
        {"a_list", SPOIL { UNUSED; schema.format = "+l"; }, {"not_a_table"}},
        {"negative_columns", SPOIL { UNUSED; schema.n_children = -1; }, {"bad_child_count"}},
        {"countless_columns", SPOIL { UNUSED; schema.n_children = kHuge; }, {"bad_child_count"}},
        {"no_list_of_columns", SPOIL { UNUSED; schema.children = nullptr; }, {"missing_child"}},
        {"a_missing_column", SPOIL { UNUSED; schema.children[kText] = nullptr; }, {"missing_child at column 1"}},
        {"a_dictionary_of_the_table", SPOIL { UNUSED; schema.dictionary = schema.children[0]; }, {"unexpected_dictionary"}},
        {"a_released_column", SPOIL { UNUSED; schema.children[kText]->release = nullptr; }, {"released at column 1"}},
        {"no_name", SPOIL { UNUSED; schema.children[kText]->name = nullptr; }, {"bad_name at column 1"}},
        {"name_not_utf8", SPOIL { UNUSED; schema.children[kText]->name = "caf\xE9"; }, {"bad_name at column 1"}},
        {"name_cut_off", SPOIL { UNUSED; schema.children[kText]->name = "\xE2\x82"; }, {"bad_name at column 1"}},
        {"same_name", SPOIL { UNUSED; schema.children[kText]->name = schema.children[kNumber]->name; }, {"duplicate_name at column 'number'"}},
        {"column_without_format", SPOIL { UNUSED; schema.children[kText]->format = nullptr; }, {"bad_format at column 'text'"}},
        {"empty_format", SPOIL { UNUSED; schema.children[kText]->format = ""; }, {"bad_format at column 'text'"}},
        {"format_too_long", SPOIL { UNUSED; schema.children[kText]->format = "uu"; }, {"bad_format at column 'text'"}},
        {"decimal_without_places", SPOIL { UNUSED; schema.children[kNumber]->format = "d:9"; }, {"bad_format at column 'number'"}},
        {"decimal_of_odd_bits", SPOIL { UNUSED; schema.children[kNumber]->format = "d:9,2,100"; }, {"bad_format at column 'number'"}},
        {"decimal_of_too_many_digits", SPOIL { UNUSED; schema.children[kNumber]->format = "d:39,2"; }, {"bad_format at column 'number'"}},
        {"children_of_a_number", SPOIL { UNUSED; schema.children[kNumber]->n_children = 1; }, {"bad_child_count at column 'number'"}},
        {"negative_children", SPOIL { UNUSED; schema.children[kNumber]->n_children = -1; }, {"bad_child_count at column 'number'"}},
        {"list_of_nothing", SPOIL { UNUSED; schema.children[kList]->n_children = 0; }, {"bad_child_count at column 'list'"}},
        {"list_without_item", SPOIL { UNUSED; schema.children[kList]->children[0] = nullptr; }, {"missing_child at column 'list', child 0"}},
        {"list_without_list", SPOIL { UNUSED; schema.children[kList]->children = nullptr; }, {"missing_child at column 'list'"}},
        {"list_of_released", SPOIL { UNUSED; schema.children[kList]->children[0]->release = nullptr; }, {"released at column 'list', child 0"}},
        {"nested_in_itself", SPOIL { UNUSED; schema.children[kList]->children[0] = schema.children[kList]; }, {}},
        {"dictionary_of_a_float", SPOIL { UNUSED; schema.children[kNumber]->dictionary = schema.children[kText]; }, {"unexpected_dictionary at column 'number'"}},
        {"dictionary_of_bad_format", SPOIL { UNUSED; schema.children[kLevel]->dictionary->format = "?"; }, {"bad_format at column 'level', dictionary"}},
        {"released_dictionary", SPOIL { UNUSED; schema.children[kLevel]->dictionary->release = nullptr; }, {"released at column 'level', dictionary"}},
        {"dictionary_in_itself", SPOIL { UNUSED; schema.children[kLevel]->dictionary = schema.children[kLevel]; }, {}},
        {"two_faults", SPOIL { UNUSED; schema.children[kText]->format = "?"; schema.children[kNumber]->format = nullptr; },
         {"bad_format at column 'number'", "bad_format at column 'text'"}},
        {"indices_of_floats", SPOIL { UNUSED; schema.children[kLevel]->format = "f"; }, {"unexpected_dictionary at column 'level'"}},
        {"schema_lost_its_dictionary", SPOIL { UNUSED; schema.children[kLevel]->dictionary = nullptr; }, {"unexpected_dictionary at column 'level'"}},
        {"schema_of_fewer_columns", SPOIL { UNUSED; --schema.n_children; }, {"bad_child_count"}},
        {"schema_of_another_type", SPOIL { UNUSED; schema.children[kNumber]->format = "u"; }, {"bad_buffer_count at column 'number'"}},
        {"schema_of_more_buffers", SPOIL { UNUSED; schema.children[kText]->format = "l"; }, {"bad_buffer_count at column 'text'"}},
        {"schema_of_nulls", SPOIL { UNUSED; schema.children[kNumber]->format = "n"; }, {"bad_buffer_count at column 'number'"}},
    };
}

std::vector<Case> table_cases() {
    return {
        {"released_root", SPOIL { UNUSED; array.children[0]->release = nullptr; }, {"released at column 'number'"}},
        {"negative_length", SPOIL { UNUSED; array.length = -1; }, {"bad_length"}},
        {"endless_length", SPOIL { UNUSED; array.length = kHuge; }, {"bad_length"}},
        {"negative_offset", SPOIL { UNUSED; array.offset = -1; }, {"bad_offset"}},
        {"offset_that_overflows", SPOIL { UNUSED; array.offset = kHuge; }, {"bad_offset"}},
        {"null_count_below_unknown", SPOIL { UNUSED; array.null_count = -2; }, {"bad_null_count"}},
        {"more_nulls_than_rows", SPOIL { UNUSED; array.null_count = 4; }, {"bad_null_count"}},
        {"nulls_without_bitmap", SPOIL { UNUSED; array.null_count = 1; }, {"missing_buffer"}},
        {"no_buffers", SPOIL { UNUSED; array.n_buffers = 0; }, {"bad_buffer_count"}},
        {"negative_buffers", SPOIL { UNUSED; array.n_buffers = -1; }, {"bad_buffer_count"}},
        {"more_buffers", SPOIL { UNUSED; array.n_buffers = 2; }, {"bad_buffer_count"}},
        {"no_list_of_buffers", SPOIL { UNUSED; array.buffers = nullptr; }, {"missing_buffer"}},
        {"fewer_columns", SPOIL { UNUSED; --array.n_children; }, {"bad_child_count"}},
        {"more_columns", SPOIL { UNUSED; ++array.n_children; }, {"bad_child_count"}},
        {"negative_columns", SPOIL { UNUSED; array.n_children = -8; }, {"bad_child_count"}},
        {"no_list_of_columns", SPOIL { UNUSED; array.children = nullptr; }, {"missing_child"}},
        {"a_missing_column", SPOIL { UNUSED; array.children[kText] = nullptr; }, {"missing_child at column 'text'"}},
        {"a_dictionary", SPOIL { UNUSED; array.dictionary = array.children[0]; }, {"unexpected_dictionary"}},
        {"two_columns_wrong", SPOIL { UNUSED; array.children[kText] = nullptr; array.children[kFlag]->length = -5; },
         {"missing_child at column 'text'", "bad_length at column 'flag'"}},
    };
}

std::vector<Case> column_cases() {
    return {
        {"negative_length", SPOIL { UNUSED; array.children[kNumber]->length = -1; }, {"bad_length at column 'number'"}},
        {"negative_offset", SPOIL { UNUSED; array.children[kNumber]->offset = INT64_MIN; }, {"bad_offset at column 'number'"}},
        {"offset_that_overflows", SPOIL { UNUSED; array.children[kNumber]->offset = kHuge - 1; }, {"bad_offset at column 'number'"}},
        {"offset_that_overflows_in_bytes", SPOIL { UNUSED; array.children[kNumber]->offset = kHuge / 8; }, {"bad_offset at column 'number'"}},
        {"null_count_below_unknown", SPOIL { UNUSED; array.children[kNumber]->null_count = -5; }, {"bad_null_count at column 'number'"}},
        {"more_nulls_than_rows", SPOIL { UNUSED; array.children[kNumber]->null_count = 4; }, {"bad_null_count at column 'number'"}},
        {"nulls_without_bitmap", SPOIL { UNUSED; array.children[kNumber]->null_count = 1; array.children[kNumber]->buffers[0] = nullptr; }, {"missing_buffer at column 'number'"}},
        {"shorter_than_the_table", SPOIL { UNUSED; array.children[kNumber]->length = 2; }, {"short_child at column 'number'"}},
        {"shorter_after_the_offset", SPOIL { UNUSED; array.offset = 1; array.length = 3; },
         {"short_child at column 'number'", "short_child at column 'text'", "short_child at column 'view'", "short_child at column 'level'", "short_child at column 'flag'",
          "short_child at column 'null'", "short_child at column 'list'", "short_child at column 'large'"}},
        {"no_values", SPOIL { UNUSED; array.children[kNumber]->buffers[1] = nullptr; }, {"missing_buffer at column 'number'"}},
        {"no_bits", SPOIL { UNUSED; array.children[kFlag]->buffers[1] = nullptr; }, {"missing_buffer at column 'flag'"}},
        {"no_list_of_buffers", SPOIL { UNUSED; array.children[kNumber]->buffers = nullptr; }, {"missing_buffer at column 'number'"}},
        {"one_buffer_less", SPOIL { UNUSED; array.children[kNumber]->n_buffers = 1; }, {"bad_buffer_count at column 'number'"}},
        {"one_buffer_more", SPOIL { UNUSED; array.children[kNumber]->n_buffers = 3; }, {"bad_buffer_count at column 'number'"}},
        {"negative_buffers", SPOIL { UNUSED; array.children[kNumber]->n_buffers = -2; }, {"bad_buffer_count at column 'number'"}},
        {"buffers_of_nulls", SPOIL { UNUSED; array.children[kNull]->n_buffers = 2; }, {"bad_buffer_count at column 'null'"}},
        {"too_few_nulls", SPOIL { UNUSED; array.children[kNull]->length = 1; array.children[kNull]->null_count = 1; }, {"short_child at column 'null'"}},
        {"children_of_a_number", SPOIL { UNUSED; array.children[kNumber]->n_children = 1; }, {"bad_child_count at column 'number'"}},
        {"negative_children", SPOIL { UNUSED; array.children[kNumber]->n_children = -1; }, {"bad_child_count at column 'number'"}},
        {"dictionary_of_a_number", SPOIL { UNUSED; array.children[kNumber]->dictionary = array.children[kText]; }, {"unexpected_dictionary at column 'number'"}},
        {"list_without_items", SPOIL { UNUSED; array.children[kList]->children[0] = nullptr; }, {"missing_child at column 'list', child 0"}},
        {"list_of_no_children", SPOIL { UNUSED; array.children[kList]->n_children = 0; }, {"bad_child_count at column 'list'"}},
        {"list_of_negative_length", SPOIL { UNUSED; array.children[kList]->length = -1; }, {"bad_length at column 'list'"}},
        {"list_too_short", SPOIL { UNUSED; array.children[kList]->length = 1; }, {"short_child at column 'list'"}},
        {"list_of_negative_buffers", SPOIL { UNUSED; array.children[kList]->n_buffers = -1; }, {"bad_buffer_count at column 'list'"}},
        {"items_released", SPOIL { UNUSED; array.children[kList]->children[0]->release = nullptr; }, {"released at column 'list', child 0"}},
        {"items_of_negative_offset", SPOIL { UNUSED; array.children[kList]->children[0]->offset = -1; }, {"bad_offset at column 'list', child 0"}},
    };
}

std::vector<Case> value_cases() {
    return {
        {"no_text_offsets", SPOIL { UNUSED; array.children[kText]->buffers[1] = nullptr; }, {"missing_buffer at column 'text'"}},
        {"no_text", SPOIL { UNUSED; array.children[kText]->buffers[2] = nullptr; }, {"missing_buffer at column 'text'"}},
        {"first_offset_negative", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kText], 1, 0, -1); }, {"bad_text_offset at column 'text', row 0"}},
        {"offset_that_falls", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kText], 1, 2, 1); }, {"bad_text_offset at column 'text', row 2"}},
        {"last_offset_falls", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kText], 1, 3, 0); }, {"bad_text_offset at column 'text', row 2"}},
        {"offset_negative", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kText], 1, 1, INT32_MIN); }, {"bad_text_offset at column 'text', row 1"}},
        {"large_offset_negative", SPOIL { UNUSED; poke<std::int64_t>(*array.children[kLargeText], 1, 0, -1); }, {"bad_text_offset at column 'large', row 0"}},
        {"large_offset_falls", SPOIL { UNUSED; poke<std::int64_t>(*array.children[kLargeText], 1, 1, kHuge); }, {"bad_text_offset at column 'large', row 2"}},
        {"no_large_text", SPOIL { UNUSED; array.children[kLargeText]->buffers[2] = nullptr; }, {"missing_buffer at column 'large'"}},
        {"no_views", SPOIL { UNUSED; array.children[kView]->buffers[1] = nullptr; }, {"missing_buffer at column 'view'"}},
        {"too_few_view_buffers", SPOIL { UNUSED; array.children[kView]->n_buffers = 2; }, {"bad_buffer_count at column 'view'"}},
        {"countless_view_buffers", SPOIL { UNUSED; array.children[kView]->n_buffers = kHuge; }, {"bad_buffer_count at column 'view'"}},
        {"no_text_of_views", SPOIL { UNUSED; array.children[kView]->buffers[2] = nullptr; }, {"missing_buffer at column 'view'"}},
        {"no_sizes", SPOIL { UNUSED; array.children[kView]->buffers[3] = nullptr; }, {"missing_buffer at column 'view'"}},
        {"negative_size", SPOIL { UNUSED; poke<std::int64_t>(*array.children[kView], 3, 0, -1); }, {"bad_view_buffer at column 'view'"}},
        {"size_too_small", SPOIL { UNUSED; poke<std::int64_t>(*array.children[kView], 3, 0, 5); }, {"bad_text_view at column 'view', row 1"}},
        {"view_of_another_buffer", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kView], 1, 4 + 2, 1); }, {"bad_text_view at column 'view', row 1"}},
        {"view_of_a_negative_buffer", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kView], 1, 4 + 2, -1); }, {"bad_text_view at column 'view', row 1"}},
        {"view_beyond_the_end", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kView], 1, 4 + 3, 1); }, {"bad_text_view at column 'view', row 1"}},
        {"view_before_the_start", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kView], 1, 4 + 3, -1); }, {"bad_text_view at column 'view', row 1"}},
        {"view_of_negative_length", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kView], 1, 0, -3); }, {"bad_text_view at column 'view', row 0"}},
        {"view_that_overflows", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kView], 1, 8, INT32_MAX); poke<std::int32_t>(*array.children[kView], 1, 8 + 3, INT32_MAX);
                                        poke<std::int32_t>(*array.children[kView], 1, 8 + 2, 0); }, {"bad_text_view at column 'view', row 2"}},
        {"no_dictionary", SPOIL { UNUSED; array.children[kLevel]->dictionary = nullptr; }, {"missing_dictionary at column 'level'"}},
        {"released_dictionary", SPOIL { UNUSED; array.children[kLevel]->dictionary->release = nullptr; }, {"released at column 'level', dictionary"}},
        {"index_beyond_the_words", SPOIL { UNUSED; poke<std::int8_t>(*array.children[kLevel], 1, 1, 2); }, {"bad_dictionary_index at column 'level', row 1"}},
        {"negative_index", SPOIL { UNUSED; poke<std::int8_t>(*array.children[kLevel], 1, 2, -1); }, {"bad_dictionary_index at column 'level', row 2"}},
        {"words_too_few", SPOIL { UNUSED; array.children[kLevel]->dictionary->length = 1; }, {"bad_dictionary_index at column 'level', row 1"}},
        {"words_of_negative_length", SPOIL { UNUSED; array.children[kLevel]->dictionary->length = -1; }, {"bad_length at column 'level', dictionary"}},
        {"words_without_offsets", SPOIL { UNUSED; array.children[kLevel]->dictionary->buffers[1] = nullptr; }, {"missing_buffer at column 'level', dictionary"}},
        {"words_with_falling_offsets", SPOIL { UNUSED; poke<std::int32_t>(*array.children[kLevel]->dictionary, 1, 1, 100); }, {"bad_text_offset at column 'level', dictionary, row 1"}},
        {"words_with_a_dictionary", SPOIL { UNUSED; array.children[kLevel]->dictionary->dictionary = array.children[kText]; }, {"unexpected_dictionary at column 'level', dictionary"}},
        {"words_of_too_few_buffers", SPOIL { UNUSED; array.children[kLevel]->dictionary->n_buffers = 2; }, {"bad_buffer_count at column 'level', dictionary"}},
    };
}

class Malformed : public testing::TestWithParam<Case> {};

TEST_P(Malformed, IsRefusedAndReleased) {
    const Node node = sound();
    Tally tally;
    ArrowSchema schema;
    ArrowArray array;
    tally.make_schema(node, schema);
    tally.make_array(node, array);
    GetParam().spoil(schema, array);
    const Result<Table> table = Table::from_array(&schema, &array);
    ASSERT_FALSE(table.ok());
    EXPECT_EQ(table.status().code(), StatusCode::kInvalidArgument);
    if (GetParam().issues.empty()) {
        ASSERT_EQ(table.status().issues().size(), 1U);
        EXPECT_EQ(table.status().issues()[0].code, "too_deep");
    } else {
        EXPECT_EQ(issues_of(table), GetParam().issues);
    }
    EXPECT_EQ(schema.release, nullptr);
    EXPECT_EQ(array.release, nullptr);
}

const auto kName = [](const auto& sample) { return sample.param.what; };
INSTANTIATE_TEST_SUITE_P(Schema, Malformed, testing::ValuesIn(schema_cases()), kName);
INSTANTIATE_TEST_SUITE_P(Table, Malformed, testing::ValuesIn(table_cases()), kName);
INSTANTIATE_TEST_SUITE_P(Column, Malformed, testing::ValuesIn(column_cases()), kName);
INSTANTIATE_TEST_SUITE_P(Value, Malformed, testing::ValuesIn(value_cases()), kName);

TEST(Sound, IsTaken) {
    Tally tally;
    EXPECT_TRUE(import_table(sound(), tally).ok());
    EXPECT_TRUE(tally.all_released());
}

/// What the specification allows although it looks odd.
TEST(Sound, OddButAllowed) {
    const std::vector<Case> cases = {
        {"null_rows_point_anywhere",
         SPOIL {
             UNUSED;
             poke<std::int8_t>(*array.children[kLevel], 1, 1, 99);
             static const std::uint8_t kBits = 0b101;
             array.children[kLevel]->buffers[0] = &kBits;
         },
         {}},
        {"no_offsets_of_no_rows", SPOIL { UNUSED; array.length = 0; array.children[kText]->buffers[1] = nullptr; array.children[kNumber]->buffers[1] = nullptr; }, {}},
        {"longer_than_the_table", SPOIL { UNUSED; array.length = 1; }, {}},
        {"all_null_counted", SPOIL { UNUSED; array.children[kNumber]->null_count = 1; }, {}},
        {"no_text_of_empty_texts",
         SPOIL {
             UNUSED;
             for (int i = 1; i <= 3; ++i) poke<std::int32_t>(*array.children[kText], 1, i, 0);
             array.children[kText]->buffers[2] = nullptr;
         },
         {}},
        {"nameless_words_and_items", SPOIL { UNUSED; schema.children[kLevel]->dictionary->name = nullptr; schema.children[kList]->children[0]->name = nullptr; }, {}},
        {"nulls_with_an_empty_buffer", SPOIL { UNUSED; array.children[kNull]->n_buffers = 1; }, {}},
        {"an_empty_name", SPOIL { UNUSED; schema.children[kText]->name = ""; }, {}},
        {"no_list_of_no_children", SPOIL { UNUSED; array.children[kText]->children = nullptr; schema.children[kText]->children = nullptr; }, {}},
        {"flags_and_metadata", SPOIL { UNUSED; schema.children[kText]->flags = -1; schema.metadata = "\0\0\0\0"; }, {}},
    };
    for (const Case& one : cases) {
        const Node node = sound();
        Tally tally;
        ArrowSchema schema;
        ArrowArray array;
        tally.make_schema(node, schema);
        tally.make_array(node, array);
        one.spoil(schema, array);
        {
            const Result<Table> table = Table::from_array(&schema, &array);
            ASSERT_TRUE(table.ok()) << one.what << ": " << table.status().message();
            for (std::size_t i = 0; i < table->columns(); ++i) EXPECT_EQ(cells_of(*table, i).size(), static_cast<std::size_t>(table->rows()));
        }
        EXPECT_TRUE(tally.all_released()) << one.what;
    }
}

TEST(Messages, NameValueBoundAndMend) {
    Node node = sound();
    node.children[kNumber].length = 2;
    Tally tally;
    EXPECT_EQ(import_table(node, tally).status().message(),
              "table: 1 problem; first: column 'number': the column has 2 values; the table needs 3 (its offset and length together) (give all columns the same length)");
    Node level = sound();
    level.children[kLevel].buffers[1] = bytes_of(std::vector<std::int8_t>{0, 7, 0});
    EXPECT_EQ(import_table(level, tally).status().message(),
              "table: 1 problem; first: column 'level', row 1: the index 7 is outside of the dictionary, which has 2 words");
}

}  // namespace
}  // namespace schoolimp::arrow_tests
