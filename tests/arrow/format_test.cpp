// Format strings of the specification, and strings that are none.
#include "arrow/format.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace schoolimp::arrow_tests {
namespace {

TEST(Formats, InWords) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"n", "null"}, {"b", "boolean"}, {"c", "int8"}, {"C", "uint8"}, {"s", "int16"}, {"S", "uint16"}, {"i", "int32"}, {"I", "uint32"}, {"l", "int64"},
        {"L", "uint64"}, {"e", "float16"}, {"f", "float32"}, {"g", "float64"}, {"z", "binary"}, {"Z", "large_binary"}, {"vz", "binary_view"}, {"u", "utf8"},
        {"U", "large_utf8"}, {"vu", "utf8_view"}, {"d:19,10", "decimal128(19, 10)"}, {"d:19,10,128", "decimal128(19, 10)"}, {"d:19,10,256", "decimal256(19, 10)"},
        {"d:5,2,32", "decimal32(5, 2)"}, {"d:5,-2,64", "decimal64(5, -2)"}, {"d:38,38", "decimal128(38, 38)"}, {"d:38,39", "decimal128(38, 39)"},
        {"w:42", "fixed_size_binary[42]"}, {"tdD", "date32"}, {"tdm", "date64"}, {"tts", "time32[s]"}, {"ttm", "time32[ms]"}, {"ttu", "time64[us]"},
        {"ttn", "time64[ns]"}, {"tss:", "timestamp[s]"}, {"tsm:", "timestamp[ms]"}, {"tsu:", "timestamp[us]"}, {"tsn:UTC", "timestamp[ns, UTC]"},
        {"tDs", "duration[s]"}, {"tDn", "duration[ns]"}, {"tiM", "interval[months]"}, {"tiD", "interval[days, time]"},
        {"tin", "interval[months, days, nanoseconds]"}, {"+l", "list"}, {"+L", "large_list"}, {"+vl", "list_view"}, {"+vL", "large_list_view"},
        {"+w:3", "fixed_size_list[3]"}, {"+s", "struct"}, {"+m", "map"}, {"+ud:0,1", "dense_union"}, {"+us:5", "sparse_union"}, {"+us:", "sparse_union"},
        {"+r", "run_end_encoded"}};
    for (const auto& [text, words] : cases) {
        const auto format = parse_format(text);
        ASSERT_TRUE(format) << text;
        EXPECT_EQ(format->words, words) << text;
        EXPECT_EQ(format->type == ColumnType::kUnsupported, !format->hint.empty()) << text;
    }
}

TEST(Formats, ThatAreNone) {
    for (const std::string text : {"", " ", "G", "gg", "x", "v", "vv", "vU", "d", "d:", "d:1", "d:1,", "d:,1", "d:1,2,", "d:1,2,3,4", "d:0,0", "d:-1,2", "d:39,1", "d:99999999999,1",
                                   "w", "w:", "w:-1", "w:x", "w:1x", "t", "td", "tdd", "ts", "tss", "tsx:", "tDx", "ti", "+", "+x", "+v", "+w", "+w:", "+ud", "+ud:a", "+ud:1,",
                                   "+us:,", "+us:128", "+us:-1"})
        EXPECT_FALSE(parse_format(text)) << text;
}

TEST(Formats, ThatAreWrittenAreRead) {
    for (int i = 0; i < static_cast<int>(ColumnType::kUnsupported); ++i) {
        const auto type = static_cast<ColumnType>(i);
        const auto format = parse_format(write_format(type, 12, 3));
        ASSERT_TRUE(format) << i;
        EXPECT_EQ(format->type, type);
    }
    EXPECT_EQ(write_format(ColumnType::kDecimal128, 12, -3), "d:12,-3");
    EXPECT_EQ(write_format(ColumnType::kUnsupported, 0, 0), "");
}

}  // namespace
}  // namespace schoolimp::arrow_tests
