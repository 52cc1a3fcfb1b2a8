// Each type of column gives the answers its values stand for.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "table/small_framework.hpp"

namespace schoolimp::test {
namespace {

using arrow_tests::Node;
using arrow_tests::numbers;

template <typename T>
std::string compared(const char* format, const std::vector<T>& values, const char* criterion = "number", const std::string& validity = "", const char* cell = "n") {
    const Result<TableJudgement> table = judged({numbers(format, cell, values, validity)});
    if (!table.ok()) return table.status().message();
    if (table->failed() > 0) return to_string(table->failures().front());
    return results_of(*table, criterion);
}

/// Whole numbers of 128 bits, for decimals.
std::vector<std::array<std::int64_t, 2>> wide(const std::vector<std::int64_t>& numbers) {
    std::vector<std::array<std::int64_t, 2>> made;
    for (const std::int64_t number : numbers) made.push_back({number, number < 0 ? -1 : 0});
    return made;
}

std::string compared_decimals(const char* format, const std::vector<std::int64_t>& values, const char* criterion = "number", const char* cell = "n") {
    return compared(format, wide(values), criterion, "", cell);
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(ColumnTypes, EveryTypeOfNumberIsCompared) {  // With 10.1.
    EXPECT_EQ(compared<double>("g", {10, 10.1, 11, kNan, -0.0, 10.099999999999998, 10.100000000000001}), "011?001");
    EXPECT_EQ(compared<float>("f", {10, 10.1F, 11, std::nanf(""), -0.0F, std::nextafter(10.1F, 0.F), std::nextafter(10.1F, 11.F)}), "011?001");
    EXPECT_EQ(compared<std::int8_t>("c", {10, 11, -128, 127}), "0101");
    EXPECT_EQ(compared<std::uint8_t>("C", {10, 11, 0, 255}), "0101");
    EXPECT_EQ(compared<std::int16_t>("s", {10, 11, -32768, 32767}), "0101");
    EXPECT_EQ(compared<std::uint16_t>("S", {10, 11, 0, 65535}), "0101");
    EXPECT_EQ(compared<std::int32_t>("i", {10, 11, INT32_MIN, INT32_MAX}), "0101");
    EXPECT_EQ(compared<std::uint32_t>("I", {10, 11, 0, UINT32_MAX}), "0101");
    EXPECT_EQ(compared<std::int64_t>("l", {10, 11, -9007199254740991, 9007199254740991}), "0101");
    EXPECT_EQ(compared<std::uint64_t>("L", {10, 11, 0, 9007199254740991}), "0101");
    EXPECT_EQ(compared_decimals("d:18,2", {1009, 1010, 1011, -1010}), "0110");
    EXPECT_EQ(compared_decimals("d:18,0", {10, 11}), "01");
    EXPECT_EQ(compared_decimals("d:18,-1", {1, 2}), "01") << "10 and 20";
    EXPECT_EQ(compared_decimals("d:38,12", {10100000000000, 10099999999999}), "10");
}

TEST(ColumnTypes, NumbersStandForTheShortestDecimalThatReadsBackAsThem) {
    EXPECT_EQ(compared<double>("g", {0.3, 0.1 + 0.2, 0.30000000000000004}, "third"), "011") << "0.1 + 0.2 in doubles is 0.30000000000000004";
    EXPECT_EQ(compared<float>("f", {0.3F, 0.1F + 0.2F, 0.3000001F}, "third"), (0.1F + 0.2F == 0.3F) ? "001" : "011");
    EXPECT_EQ(compared<float>("f", {65.3F, 10.1F, 10.0999F}), "110");
    EXPECT_EQ(compared<double>("g", {0.0, -0.0, 1e-300, 4.9e-324}, "none"), "1111") << "beyond 18 places a number is zero";
    EXPECT_EQ(compared<float>("f", {0.0F, -0.0F}, "none"), "11");
}

TEST(ColumnTypes, SumsAreOfDecimals) {
    const auto sum = [](std::vector<double> n, std::vector<double> m) {
        const Result<TableJudgement> table = judged({numbers("g", "n", n), numbers("g", "m", m)});
        return table.ok() ? results_of(*table, "sum") : table.status().message();
    };
    EXPECT_EQ(sum({0.1, 0.1, 0.1, 0.15, kNan, 1e8, 3e8, 0.1}, {0.2, 0.2000001, 0.20000001, 0.16, 1, -1e8, -2.9e8, 0.200000000000001}), "0111?011");
    EXPECT_EQ(sum({1e15, 9e15, -9e15}, {-1e15, -9e15, 9e15}), "000") << "beyond what sums in units hold";
}

TEST(ColumnTypes, NumbersThatAreTooGreatFail) {
    const auto failed = [](const Node& column) {
        const Result<TableJudgement> table = judged({column});
        return table.ok() ? table->failed() : -1;
    };
    EXPECT_EQ(failed(numbers<double>("g", "n", {INFINITY, -INFINITY, 9.3e18, -9.3e18, 1e300, 9.1e18, 1})), 5);
    EXPECT_EQ(failed(numbers<float>("f", "n", {INFINITY, -INFINITY, 9.3e18F, 9.1e18F, 1})), 3);
    EXPECT_EQ(failed(numbers<std::int64_t>("l", "n", {INT64_MAX, INT64_MIN, 9007199254740993, 1})), 3);
    EXPECT_EQ(failed(numbers<std::uint64_t>("L", "n", {UINT64_MAX, 9007199254740993, 1})), 2);
    EXPECT_EQ(failed(numbers<std::array<std::int64_t, 2>>("d:38,3", "n", {{1, 1}, {0, INT64_MIN}, {1, 0}, {-1, -1}})), 2);
    EXPECT_EQ(failed(numbers<double>("g", "n", {INFINITY, 1}, "01")), 0) << "what stands in a null does not count";
}

TEST(ColumnTypes, BoundsOfIndicatorsIncludeTheirEnds) {
    const Result<TableJudgement> table = judged({numbers<double>("g", "k", {0, -0.0, 100.5, 100.50000000000001, -5e-324, -1e-18, 50})});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(in_short(table->failures()), (std::vector<std::string>{"out_of_range at row 3, column 'k'", "out_of_range at row 5, column 'k'"}));
    EXPECT_EQ(compared<float>("f", {0, 100.5F, 50}, "bounded", "", "k"), "011");
    EXPECT_EQ(compared_decimals("d:9,1", {1005, 0, 499}, "bounded", "k"), "100");
}

TEST(ColumnTypes, TextsOfEveryStorageAreLevelsAndWords) {
    const std::vector<ObservedValue> levels = {std::string("good"), std::string("inadequate"), MissingReason::kNotLoaded, std::string("fair")};
    const std::vector<ObservedValue> texts = {std::string("infant"), std::string(""), MissingReason::kNotLoaded, std::string("some text that is longer than a view holds")};
    for (const Storage storage : {Storage::kText, Storage::kLargeText, Storage::kTextView, Storage::kDictionary}) {
        const Result<TableJudgement> table = judged({column_of("l", levels, storage), column_of("t", texts, storage)});
        ASSERT_TRUE(table.ok()) << table.status().message();
        EXPECT_EQ(results_of(*table, "level"), "10?1") << static_cast<int>(storage);
        EXPECT_EQ(results_of(*table, "word"), "10?0") << static_cast<int>(storage);
    }
}

TEST(ColumnTypes, AWordOfADictionaryMayBeNull) {
    const Node dictionary = arrow_tests::with_dictionary(numbers<std::int8_t>("c", "l", {0, 1, 2, 9}, "1110"), arrow_tests::texts("", {"good", "", "inadequate"}, "101"));
    const Result<TableJudgement> table = judged({dictionary});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->failed(), 0);
    EXPECT_EQ(results_of(*table, "level"), "1?0?");
}

TEST(ColumnTypes, ConditionsAndDates) {
    const Result<TableJudgement> table = judged({arrow_tests::booleans("b", "1010", "1101"), numbers<std::int32_t>("tdD", "d", {17531, 17532, 0, -1}, "1110")});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(results_of(*table, "flag"), "10?0");
    EXPECT_EQ(results_of(*table, "day"), "010?");
}

TEST(ColumnTypes, ObservationsAgeByTheirDates) {
    const auto day = [](int year, unsigned month, unsigned date) { return days_since_epoch(*make_date(year, month, date)); };
    const Node dates = numbers<std::int32_t>("tdD", "observed_on(a)", {day(2019, 12, 1), day(2012, 1, 1), 0, day(2012, 1, 1)}, "1101");
    const Result<TableJudgement> table = judged({numbers<double>("g", "a", {1, 1, 1, kNan}), dates});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(results_of(*table, "aged"), "1?1?") << "fresh, stale, without a date, without a value";
    const Result<Judgement> stale = table->explain(1);
    ASSERT_TRUE(stale.ok());
    EXPECT_TRUE(std::any_of(stale->readings.begin(), stale->readings.end(), [](const Reading& reading) { return reading.indicator == "a" && reading.missing == MissingReason::kStale; }));
}

TEST(ColumnTypes, AllNullColumnsOfAnyTypeAreUnknown) {
    for (const char* cell : {"n", "l", "b", "t", "d"}) {
        const Result<TableJudgement> table = judged({arrow_tests::nulls(cell, 3), doubles("m", {1, 2, 3})});
        ASSERT_TRUE(table.ok()) << cell << ": " << table.status().message();
        EXPECT_EQ(table->failed(), 0);
        EXPECT_EQ(results_of(*table, "sum"), "???");
        EXPECT_TRUE(table->explain(2).ok()) << cell;
    }
    const Result<TableJudgement> only = judged({arrow_tests::nulls("n", 2)});
    ASSERT_TRUE(only.ok());
    EXPECT_EQ(results_of(*only, "number"), "??");
    EXPECT_EQ(results_of(judged({numbers<double>("g", "n", {1, 99}, "00")}).value(), "number"), "??");
    EXPECT_EQ(results_of(judged({arrow_tests::texts("l", {"x", "y"}, "00")}).value(), "level"), "??");
}

ColumnLayout stride_of(std::int64_t bytes) {
    ColumnLayout layout;
    layout.stride_bytes = bytes;
    return layout;
}

TEST(ColumnTypes, ColumnsWithStridesAreReadWhereTheyLie) {
    const std::vector<double> square = {1, 20, 3, 40, 5, 60};
    const auto answers = [](TableBuilder builder) { return results_of(judge_table(small_framework(), builder.build().value(), options_now()).value(), "number"); };
    ColumnLayout broadcast;
    broadcast.broadcast = true;
    TableBuilder every_second(3), backwards(6), same(4);
    every_second.add_numbers("n", square.data() + 1, stride_of(16));
    backwards.add_numbers("n", square.data() + 5, stride_of(-8));
    same.add_numbers("n", square.data() + 1, broadcast);
    EXPECT_EQ(answers(std::move(every_second)), "111");
    EXPECT_EQ(answers(std::move(backwards)), "101010");
    EXPECT_EQ(answers(std::move(same)), "1111");
}

TEST(ColumnTypes, LargeStridedColumnsAreReadInEveryBlock) {
    constexpr std::int64_t kRows = 3000;
    std::vector<float> wide(3 * kRows);
    for (std::size_t i = 0; i < wide.size(); ++i) wide[i] = i % 3 == 1 ? static_cast<float>((i / 3) % 21) : 99.0F;
    TableBuilder builder(kRows);
    builder.add_numbers("n", wide.data() + 1, stride_of(12));
    const std::string results = results_of(judge_table(small_framework(), builder.build().value(), options_now()).value(), "number");
    for (std::size_t row = 0; row < kRows; ++row) ASSERT_EQ(results[row], row % 21 > 10 ? '1' : '0') << row;
}

}  // namespace
}  // namespace schoolimp::test
