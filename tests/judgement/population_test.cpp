// The figures of population functions: docs/language.md, "Population functions".
#include "judgement/population.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "judgement/sample.hpp"

namespace schoolimp::test {
namespace {

/// A school in one word: its x ("?" unknown, "-" not applicable), before a slash, and its condition after it ("y" when there is none; "n", "?", "-").
using Rows = std::vector<std::string>;

Value value_of(const std::string& word) {
    if (word == "?") return unknown_value();
    return word == "-" ? not_applicable_value() : number_value(number(word));
}

Truth truth_of(const std::string& word) { return word == "y" ? Truth::kTrue : word == "n" ? Truth::kFalse : word == "?" ? Truth::kUnknown : Truth::kNotApplicable; }

PopulationRows rows_of(const Rows& words) {
    PopulationRows rows(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t slash = words[i].find('/');
        rows.set(i, value_of(words[i].substr(0, slash)), slash == std::string::npos ? Truth::kTrue : truth_of(words[i].substr(slash + 1)));
    }
    return rows;
}

Population asked(Function function, Decimal parameter = {}) {
    Population population;
    population.function = function;
    population.parameter = parameter;
    return population;
}

std::string text_of(const Value& value) { return value.known() ? to_string(value.scalar) : value.unknown() ? "?" : "-"; }

Rows figures(const Population& population, const Rows& words) {
    const PopulationFigures made(population, rows_of(words));
    Rows texts;
    for (std::size_t i = 0; i < words.size(); ++i) texts.push_back(text_of(made.of(i)));
    return texts;
}

Rows ranks(const Rows& words) { return figures(asked(Function::kRank), words); }
Rows percentiles(const Rows& words) { return figures(asked(Function::kPercentile), words); }
std::string quantile(const char* q, const Rows& words) {
    const PopulationFigures made(asked(Function::kQuantile, number(q)), rows_of(words));
    const std::string figure = text_of(made.of(0));
    for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(text_of(made.of(i)), figure) << "row " << i;
    return figure;
}

// --- ranks

TEST(Rank, OneIsTheGreatest) { EXPECT_EQ(ranks({"3", "10", "-2.5"}), (Rows{"2", "1", "3"})); }
TEST(Rank, TiesShareTheBestAndTheNextAreLeftOut) { EXPECT_EQ(ranks({"4", "3", "3", "1"}), (Rows{"1", "2", "2", "4"})); }
TEST(Rank, EqualIsEqualHoweverItIsWritten) { EXPECT_EQ(ranks({"2.50", "2.5", "2.500001"}), (Rows{"2", "2", "1"})); }
TEST(Rank, AllEqualAreFirst) { EXPECT_EQ(ranks({"7", "7", "7"}), (Rows{"1", "1", "1"})); }
TEST(Rank, OneSchoolIsFirst) { EXPECT_EQ(ranks({"7"}), (Rows{"1"})); }
TEST(Rank, NoSchoolIsNone) { EXPECT_EQ(ranks({}), Rows{}); }

TEST(Rank, OnlyEligibleSchoolsWithAValueCount) {
    EXPECT_EQ(ranks({"5", "9/n", "8/?", "7/-", "?", "-", "4"}), (Rows{"1", "-", "?", "-", "?", "-", "2"}));
}

TEST(Rank, NotEligibleComesBeforeUnknown) { EXPECT_EQ(ranks({"?/n", "?/-", "-/?", "?/?", "-/n"}), (Rows{"-", "-", "-", "?", "-"})); }

TEST(Rank, HoldsNumbersThatShareNoPlaces) {
    // As whole numbers of the smallest unit these need more than 64 bits.
    EXPECT_EQ(ranks({"9200000000000000000", "0.000000000000000001", "-9200000000000000000", "9199999999999999999", "0.000000000000000001"}), (Rows{"1", "3", "5", "2", "3"}));
}

// --- percentiles

TEST(Percentile, IsTheMiddleOfTheRanksAValueTakes) {
    EXPECT_EQ(percentiles({"1", "2", "3", "4"}), (Rows{"12.5", "37.5", "62.5", "87.5"}));
    EXPECT_EQ(percentiles({"1", "2", "2", "4"}), (Rows{"12.5", "50", "50", "87.5"}));
}

TEST(Percentile, IsFiftyAloneAndWhereAllAreEqual) {
    EXPECT_EQ(percentiles({"7"}), (Rows{"50"}));
    EXPECT_EQ(percentiles({"7", "7", "7"}), (Rows{"50", "50", "50"}));
}

TEST(Percentile, IsRoundedToSixPlacesHalvesAwayFromZero) {
    EXPECT_EQ(percentiles({"1", "2", "3"}), (Rows{"16.666667", "50", "83.333333"}));
    EXPECT_EQ(to_string(mid_rank_percentile(1, 64000000)), "0.000001") << "0.00000078125";
    EXPECT_EQ(to_string(mid_rank_percentile(1, 100000000)), "0.000001") << "a half: 0.0000005";
    EXPECT_EQ(to_string(mid_rank_percentile(1, 100000001)), "0");
}

TEST(Percentile, LeavesOutWhatDoesNotCount) { EXPECT_EQ(percentiles({"1", "9/n", "?", "-", "3"}), (Rows{"25", "-", "?", "-", "75"})); }

// --- quantiles

TEST(Quantile, LiesBetweenOrderStatistics) {
    const Rows values = {"40", "10", "30", "20"};
    EXPECT_EQ(quantile("0", values), "10");
    EXPECT_EQ(quantile("0.25", values), "17.5");
    EXPECT_EQ(quantile("0.5", values), "25");
    EXPECT_EQ(quantile("0.75", values), "32.5");
    EXPECT_EQ(quantile("1", values), "40");
    EXPECT_EQ(quantile("0.1", values), "13");
    EXPECT_EQ(quantile("0.333333", values), "19.99999");
}

TEST(Quantile, MeetsTheValuesOfAnOddNumber) {
    EXPECT_EQ(quantile("0.5", {"3", "1", "2"}), "2");
    EXPECT_EQ(quantile("0.25", {"5", "1", "4", "2", "3"}), "2");
    EXPECT_EQ(quantile("0.5", {"1.05", "1"}), "1.025");
}

TEST(Quantile, IsTheSameForSchoolsThatDoNotCount) { EXPECT_EQ(quantile("0.5", {"1", "100/n", "?", "-", "50/?", "3"}), "2"); }
TEST(Quantile, OfOneOrOfEqualOnesIsThatValue) {
    EXPECT_EQ(quantile("0.9", {"7"}), "7");
    EXPECT_EQ(quantile("0.123456789", {"7.1", "7.1", "7.1"}), "7.1");
}
TEST(Quantile, OfNoneIsUnknown) { EXPECT_EQ(quantile("0.5", {"?", "-", "3/n"}), "?"); }

TEST(Quantile, HoldsTheGreatestNumbers) {
    EXPECT_EQ(quantile("0.5", {"-9200000000000000000", "9200000000000000000"}), "0") << "their difference is no number";
    EXPECT_EQ(quantile("0.75", {"-9200000000000000000", "9200000000000000000"}), "4600000000000000000");
    EXPECT_EQ(quantile("1", {"9223372036854775807", "0.000000000000000001"}), "9223372036854775807");
    EXPECT_EQ(quantile("0.5", {"9223372036854775807", "9223372036854775805"}), "9223372036854775806");
    EXPECT_EQ(quantile("0.999999999999999999", {"0", "1"}), "0.999999999999999999");
}

// --- against the definitions, word by word

struct Case {
    Rows rows;
    std::vector<Decimal> population;  ///< Unordered.
};

Case random_case(std::mt19937& random) {
    const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    Case made;
    const int rows = pick(12), distinct = 1 + pick(6), places = pick(3);
    for (int i = 0; i < rows; ++i) {
        const Decimal x = *Decimal::make(pick(distinct) * 37 - 60, places);
        const int kind = pick(9);
        const std::string condition = kind < 6 ? "/y" : kind == 6 ? "/n" : kind == 7 ? "/?" : "/y";
        made.rows.push_back((kind == 8 ? "?" : kind == 9 ? "-" : to_string(x)) + condition);
        if (kind < 6) made.population.push_back(x);
    }
    return made;
}

template <typename Predicate>
int count(const Case& c, Predicate predicate) {
    return static_cast<int>(std::count_if(c.population.begin(), c.population.end(), predicate));
}

TEST(Population, EqualsTheDefinition) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 3000; ++round) {
        const Case c = random_case(random);
        const Rows rank = ranks(c.rows), percentile = percentiles(c.rows);
        for (std::size_t i = 0; i < c.rows.size(); ++i) {
            const std::string word = c.rows[i].substr(0, c.rows[i].find('/'));
            if (!c.rows[i].ends_with("/y") || word == "?" || word == "-") continue;
            const Decimal x = number(word);
            const int above = count(c, [&](const Decimal& other) { return other > x; }), level = count(c, [&](const Decimal& other) { return other == x; });
            const int n = static_cast<int>(c.population.size()), below = n - above - level;
            EXPECT_EQ(rank[i], std::to_string(above + 1)) << "round " << round;
            const Decimal share = *divide(*multiply(Decimal(100), *add(Decimal(below), *divide(Decimal(level), Decimal(2)))), Decimal(n));
            EXPECT_EQ(percentile[i], to_string(share.rounded(6))) << "round " << round;
        }
    }
}

/// Type 7 in words: the point q of the way along the values in order, with straight lines between them.
Decimal along(std::vector<Decimal> values, int hundredths) {
    std::sort(values.begin(), values.end());
    const int steps = hundredths * static_cast<int>(values.size() - 1);
    const std::size_t before = static_cast<std::size_t>(steps / 100);
    const Decimal& low = values[before];
    if (steps % 100 == 0) return low;
    return *add(low, *divide(*multiply(Decimal(steps % 100), *subtract(values[before + 1], low)), Decimal(100)));
}

TEST(Population, QuantilesEqualTheDefinition) {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        const Case c = random_case(random);
        const int hundredths = std::uniform_int_distribution<int>(0, 100)(random);
        if (c.rows.empty()) continue;
        EXPECT_EQ(quantile(to_string(*Decimal::make(hundredths, 2)).c_str(), c.rows), c.population.empty() ? "?" : to_string(along(c.population, hundredths)))
            << "round " << round;
    }
}

TEST(Population, DoesNotDependOnTheOrderOfTheSchools) {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        const Case c = random_case(random);
        std::vector<std::size_t> order(c.rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::shuffle(order.begin(), order.end(), random);
        Rows shuffled;
        for (const std::size_t i : order) shuffled.push_back(c.rows[i]);
        for (const Population& population : {asked(Function::kRank), asked(Function::kPercentile), asked(Function::kQuantile, number("0.3"))}) {
            const Rows before = figures(population, c.rows), after = figures(population, shuffled);
            for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(after[i], before[order[i]]) << "round " << round;
        }
    }
}

TEST(Population, ManyRowsAreOneSort) {
    constexpr std::size_t kRows = 300000;
    PopulationRows rows(kRows);
    for (std::size_t i = 0; i < kRows; ++i) rows.set(i, number_value(Decimal(static_cast<std::int64_t>((i * 7919) % kRows))));
    const PopulationFigures made(asked(Function::kRank), rows);
    EXPECT_EQ(made.size(), kRows);
    for (std::size_t i = 0; i < kRows; ++i) ASSERT_EQ(made.of(i).scalar, Decimal(static_cast<std::int64_t>(kRows - (i * 7919) % kRows)));
}

}  // namespace
}  // namespace schoolimp::test
