// Possible levels of programs people would write, with their real ranges.
#include <gtest/gtest.h>

#include "evaluate/evaluate_helpers.hpp"
#include "expression/possible.hpp"

namespace schoolimp::test {
namespace {

const Admissible kPercent = admissible_numbers(Decimal(0), Decimal(100), 1);
const Admissible kAnyNumber = admissible_numbers(std::nullopt, std::nullopt, 1);

class Question {
public:
    ProgramBuilder program;
    int scale = program.scale(3);
    std::vector<MissingInput> missing;
    std::vector<Value> values;

    int open(Type type, const Admissible& admissible) {
        missing.push_back({static_cast<int>(values.size()), admissible, -1});
        values.push_back(unknown_value());
        return program.input(type);
    }
    int open_number(const Admissible& admissible) { return open(ProgramBuilder::number(), admissible); }
    int given(Type type, const Value& value) {
        values.push_back(value);
        return program.input(type);
    }
    int compare(Op op, int a, int b) { return program.node(op, ProgramBuilder::boolean(), {a, b}); }
    int compare(int a, Op op, const char* number) { return compare(op, a, program.constant(number)); }
    int minus(int a, int b) { return program.node(Op::kSubtract, ProgramBuilder::number(), {a, b}); }
    int all(std::vector<int> conditions) { return program.node(Op::kAnd, ProgramBuilder::boolean(), conditions); }
    int level(int rank) { return program.constant_level(scale, rank); }
    /// Rank 2 when the first holds, 1 when the second does, otherwise 0.
    int ladder(int best, int middle) { return program.node(Op::kFirst, program.level(scale), {best, level(2), middle, level(1), level(0)}); }

    PossibleLevels ask(int root, int limit = 20000) {
        Evaluator evaluator(program.program);
        evaluator.run(values);
        program.program.judgements = {root};
        return possible_levels(evaluator, ProgramIndex(program.program), missing, root, limit);
    }
};

using Ranks = std::vector<int>;

TEST(Possible, NothingMissingLeavesTheOneLevel) {
    Question q;
    const int results = q.given(ProgramBuilder::number(), num("64.9"));
    const PossibleLevels possible = q.ask(q.ladder(q.compare(results, Op::kGreaterEqual, "65"), q.compare(results, Op::kGreaterEqual, "50")));
    EXPECT_EQ(possible.ranks, Ranks{1});
    EXPECT_TRUE(possible.exact);
    EXPECT_EQ(possible.evaluations, 0);
}

TEST(Possible, OneFigureCannotBeBothAboveAndBelow) {
    Question q;
    const int results = q.open_number(kPercent);
    // The best level would need results above 65 and below 50 at once.
    const PossibleLevels possible = q.ask(q.ladder(q.all({q.compare(results, Op::kGreater, "65"), q.compare(results, Op::kLess, "50")}), q.compare(results, Op::kGreaterEqual, "50")));
    EXPECT_EQ(possible.ranks, (Ranks{0, 1}));
    EXPECT_TRUE(possible.exact);
    EXPECT_EQ(possible.matter, std::vector<int>{0});
}

TEST(Possible, BoundsOfTheIndicatorCount) {
    Question q;
    const int results = q.open_number(kPercent);
    const PossibleLevels possible = q.ask(q.ladder(q.compare(results, Op::kGreater, "100"), q.compare(results, Op::kGreaterEqual, "100")));
    EXPECT_EQ(possible.ranks, (Ranks{0, 1})) << "100 percent can be reached, not passed";
}

TEST(Possible, TheGridDecidesWhatLiesBetween) {
    const auto ranks_with_places = [](int places) {
        Question q;
        const int score = q.open_number(admissible_numbers(Decimal(0), Decimal(9), places));
        return q.ask(q.ladder(q.all({q.compare(score, Op::kGreater, "3.1"), q.compare(score, Op::kLess, "3.2")}), q.compare(score, Op::kGreater, "9"))).ranks;
    };
    EXPECT_EQ(ranks_with_places(1), Ranks{0}) << "no published figure lies between";
    EXPECT_EQ(ranks_with_places(2), (Ranks{0, 2}));
}

TEST(Possible, EveryFillingGivesTheOneLevel) {
    Question q;
    const int results = q.open_number(kPercent);
    const int either = q.program.node(Op::kOr, ProgramBuilder::boolean(), {q.compare(results, Op::kGreaterEqual, "40"), q.compare(results, Op::kLess, "40")});
    const PossibleLevels possible = q.ask(q.ladder(either, either));
    EXPECT_EQ(possible.ranks, Ranks{2});
    EXPECT_TRUE(possible.every_filling);
    EXPECT_TRUE(possible.matter.empty());
}

TEST(Possible, AGapInTheBandsIsNotALevelOfEveryFilling) {
    Question q;
    const int number = q.open_number(kPercent);
    BandTable table;
    table.bands = {{decimal("0"), decimal("60"), true, false, 1}};
    const int root = q.program.node(Op::kBands, q.program.level(q.scale), {number}, q.program.add(q.program.program.bands, table));
    const PossibleLevels possible = q.ask(root);
    EXPECT_EQ(possible.ranks, Ranks{1});
    EXPECT_FALSE(possible.every_filling) << "60 and more would leave it unknown";
    EXPECT_EQ(possible.matter, std::vector<int>{0});
}

TEST(Possible, DifferencesOfTwoOpenFigures) {
    Question q;
    const int own = q.open_number(kPercent), national = q.open_number(kAnyNumber);
    const int gap = q.minus(own, national);
    const int contradiction = q.all({q.compare(gap, Op::kGreaterEqual, "3"), q.compare(gap, Op::kLess, "3")});
    EXPECT_EQ(q.ask(q.ladder(contradiction, q.compare(gap, Op::kGreater, "0"))).ranks, (Ranks{0, 1}));
}

TEST(Possible, TwoWaysOfSayingTheSameDifference) {
    Question q;
    const int own = q.open_number(kPercent), national = q.open_number(kPercent);
    const int above = q.compare(Op::kGreaterEqual, own, national);
    const int far_below = q.compare(q.minus(national, own), Op::kGreater, "10");
    const PossibleLevels possible = q.ask(q.ladder(q.all({above, far_below}), far_below));
    EXPECT_EQ(possible.ranks, (Ranks{0, 1})) << "not at once above and far below";
    EXPECT_TRUE(possible.exact);
}

TEST(Possible, ChangesOverThreeYears) {
    Question q;
    const int now = q.open_number(kPercent), last = q.open_number(kPercent), before = q.given(ProgramBuilder::number(), num("97"));
    const int rises = q.all({q.compare(q.minus(now, last), Op::kGreaterEqual, "2"), q.compare(q.minus(last, before), Op::kGreaterEqual, "2")});
    EXPECT_EQ(q.ask(q.ladder(rises, q.compare(now, Op::kGreater, "99"))).ranks, (Ranks{0, 1})) << "97 + 2 + 2 is more than 100";
}

TEST(Possible, AnUnfilledFindingMayStayUnknown) {
    Question q;
    const int finding = q.open(ProgramBuilder::boolean(), admissible_codes(2));
    const int known = q.program.node(Op::kKnown, ProgramBuilder::boolean(), {finding});
    const PossibleLevels possible = q.ask(q.ladder(q.program.node(Op::kNot, ProgramBuilder::boolean(), {known}), finding));
    EXPECT_EQ(possible.ranks, (Ranks{0, 1, 2})) << "the present suggestion is among them";
}

TEST(Possible, ADateIsFilledWithItsObservation) {
    Question q;
    const int grade = q.open(ProgramBuilder::boolean(), admissible_codes(2));
    const int seen_on = q.open(ProgramBuilder::date(), admissible_dates(std::nullopt, *make_date(2020, 1, 1)));
    const int recent = q.compare(Op::kGreaterEqual, seen_on, q.program.constant(ProgramBuilder::date(), *make_date(2019, 9, 1)));
    const int known = q.program.node(Op::kKnown, ProgramBuilder::boolean(), {grade});
    const int root = q.ladder(q.all({recent, q.program.node(Op::kNot, ProgramBuilder::boolean(), {known})}), recent);
    EXPECT_EQ(q.ask(root).ranks, (Ranks{0, 1, 2})) << "filled one by one, the date may be there without its grade";
    q.missing[0].together = 1;
    q.missing[1].together = 0;
    EXPECT_EQ(q.ask(root).ranks, (Ranks{0, 1}));
}

TEST(Possible, DatesEndWithTheDayOfJudging) {
    Question q;
    const int seen_on = q.open(ProgramBuilder::date(), admissible_dates(std::nullopt, *make_date(2020, 1, 1)));
    const auto since = [&](int year, unsigned month, unsigned day) { return q.compare(Op::kGreaterEqual, seen_on, q.program.constant(ProgramBuilder::date(), *make_date(year, month, day))); };
    EXPECT_EQ(q.ask(q.ladder(since(2020, 1, 2), since(2020, 1, 1))).ranks, (Ranks{0, 1}));
}

TEST(Possible, ScoresOfManyOpenParts) {
    Question q;
    ScoreTable table;
    std::vector<int> parts;
    for (int i = 0; i < 8; ++i) {
        parts.push_back(q.open_number(admissible_numbers(Decimal(1), Decimal(4), 0)));
        table.parts.push_back({Decimal(1), std::nullopt});
    }
    const int total = q.program.node(Op::kScore, ProgramBuilder::number(), parts, q.program.add(q.program.program.scores, table));
    const PossibleLevels possible = q.ask(q.ladder(q.compare(total, Op::kGreater, "32"), q.compare(total, Op::kGreaterEqual, "32")));
    EXPECT_EQ(possible.ranks, (Ranks{0, 1})) << "eight fours are 32 and no more";
    EXPECT_TRUE(possible.exact);
}

TEST(Possible, WithoutPrecisionALimitStopsTheSearch) {
    Question q;
    const int a = q.open_number(kAnyNumber), b = q.open_number(kAnyNumber);
    const int product = q.program.node(Op::kMultiply, ProgramBuilder::number(), {a, b});
    const int wanted = q.all({q.compare(product, Op::kEqual, "9999999967"), q.compare(a, Op::kGreater, "1"), q.compare(b, Op::kGreater, "1")});
    const PossibleLevels possible = q.ask(q.ladder(wanted, q.compare(a, Op::kGreater, "0")), 50);
    EXPECT_FALSE(possible.exact) << "factors of a large number are not found in a few steps";
    EXPECT_EQ(possible.ranks, (Ranks{0, 1, 2})) << "what is not refuted stays in";
}

TEST(Admissible, GridsLieWithinTheirBounds) {
    EXPECT_EQ(admissible_numbers(decimal("0.25"), decimal("1.04"), 1), (Admissible{true, 3, 10, 1, 0}));
    EXPECT_EQ(admissible_numbers(decimal("-0.25"), decimal("-0.01"), 1), (Admissible{true, -2, -1, 1, 0}));
    EXPECT_EQ(admissible_numbers(Decimal(0), Decimal(100), 1).last, 1000);
    EXPECT_EQ(admissible_codes(3).codes, 7u);
    EXPECT_EQ(admissible_codes(64).codes, ~std::uint64_t{0});
    EXPECT_FALSE(admissible_numbers(decimal("0.11"), decimal("0.19"), 1).set().known) << "no figure fits";
}

}  // namespace
}  // namespace schoolimp::test
