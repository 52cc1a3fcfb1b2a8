// Bands, matrices, crosswalks, limits, scores and best fit.
#include <gtest/gtest.h>

#include "evaluate/evaluate_helpers.hpp"

namespace schoolimp::test {
namespace {

TEST(EvaluateMeasures, BandsSayWhichSideABoundaryBelongsTo) {
    ProgramBuilder builder;
    const int scale = builder.scale(3);
    BandTable table;
    table.bands = {{std::nullopt, decimal("-1.5"), false, true, 0}, {decimal("-1.5"), decimal("3.1"), false, false, 1}, {decimal("3.1"), std::nullopt, true, false, 2}};
    builder.add(builder.program.bands, table);
    const auto band = [&](const Value& number) { return run(Op::kBands, builder.level(scale), ProgramBuilder::number(), {number}, 0, builder); };
    EXPECT_EQ(band(num("-1.5")), lev(0));
    EXPECT_EQ(band(num("-1.49")), lev(1));
    EXPECT_EQ(band(num("3.0999")), lev(1));
    EXPECT_EQ(band(num("3.1")), lev(2));
    EXPECT_EQ(band(kU), kU);
    EXPECT_EQ(band(kNa), kNa);
}

TEST(EvaluateMeasures, ANumberInNoBandIsUnknown) {
    ProgramBuilder builder;
    const int scale = builder.scale(2);
    BandTable table;
    table.bands = {{decimal("0"), decimal("1"), true, false, 0}, {decimal("1"), decimal("2"), false, true, 1}};
    builder.add(builder.program.bands, table);
    const auto band = [&](const char* number) { return run(Op::kBands, builder.level(scale), ProgramBuilder::number(), {num(number)}, 0, builder); };
    EXPECT_EQ(band("1"), kU);
    EXPECT_EQ(band("2.1"), kU);
    EXPECT_EQ(band("2"), lev(1));
}

TEST(EvaluateMeasures, MatrixAndCrosswalk) {
    ProgramBuilder builder;
    const int scale = builder.scale(2);
    builder.add(builder.program.matrices, MatrixTable{2, 2, {0, 1, 1, -1}});
    builder.add(builder.program.crosswalks, CrosswalkTable{{1, -1}});
    const auto cell = [&](const Value& row, const Value& column) { return run(Op::kMatrix, builder.level(scale), builder.level(scale), {row, column}, 0, builder); };
    EXPECT_EQ(cell(lev(0), lev(1)), lev(1));
    EXPECT_EQ(cell(lev(1), lev(0)), lev(1));
    EXPECT_EQ(cell(lev(1), lev(1)), kNa) << "an impossible cell";
    EXPECT_EQ(cell(lev(1), kU), kU);
    EXPECT_EQ(cell(kNa, kU), kNa);
    const auto mapped = [&](const Value& level) { return run(Op::kMapLevel, builder.level(scale), builder.level(scale), {level}, 0, builder); };
    EXPECT_EQ(mapped(lev(0)), lev(1));
    EXPECT_EQ(mapped(lev(1)), kNa) << "a hole";
    EXPECT_EQ(mapped(kU), kU);
}

TEST(EvaluateMeasures, LimitsCapAndFloor) {
    const auto limit = [](Op op, const Value& level, const Value& when, const Value& bound) {
        ProgramBuilder builder;
        const int scale = builder.scale(4);
        const int a = builder.input(builder.level(scale)), b = builder.input(ProgramBuilder::boolean()), c = builder.input(builder.level(scale));
        const int root = builder.node(op, builder.level(scale), {a, b, c});
        Evaluator evaluator(builder.program);
        evaluator.run(std::vector{level, when, bound});
        return evaluator.value(root);
    };
    EXPECT_EQ(limit(Op::kCap, lev(3), kT, lev(1)), lev(1));
    EXPECT_EQ(limit(Op::kCap, lev(0), kT, lev(1)), lev(0)) << "a cap never betters";
    EXPECT_EQ(limit(Op::kCap, lev(3), kF, lev(1)), lev(3));
    EXPECT_EQ(limit(Op::kCap, lev(3), kNa, lev(1)), lev(3));
    EXPECT_EQ(limit(Op::kCap, lev(3), kU, lev(1)), kU);
    EXPECT_EQ(limit(Op::kCap, lev(1), kU, lev(1)), lev(1)) << "it would change nothing";
    EXPECT_EQ(limit(Op::kFloor, lev(0), kT, lev(2)), lev(2));
    EXPECT_EQ(limit(Op::kFloor, lev(3), kU, lev(2)), lev(3));
    EXPECT_EQ(limit(Op::kFloor, lev(0), kU, lev(2)), kU);
    EXPECT_EQ(limit(Op::kCap, kU, kF, lev(1)), kU);
    EXPECT_EQ(limit(Op::kCap, kNa, kT, lev(1)), kNa);
}

class Score {
public:
    explicit Score(MissingPolicy missing) { table_.missing = missing; }
    Score& part(const char* weight, const char* maximum = nullptr) {
        table_.parts.push_back({decimal(weight), maximum == nullptr ? std::nullopt : std::optional(decimal(maximum))});
        return *this;
    }
    Score& round(int places) { return table_.round = places, *this; }
    Score& standing_in(const char* value) { return table_.default_value = decimal(value), *this; }
    Score& minimum_known(int n) { return table_.minimum_known = n, *this; }
    Value of(const std::vector<Value>& values) const {
        ProgramBuilder builder;
        builder.add(builder.program.scores, table_);
        return run(Op::kScore, ProgramBuilder::number(), ProgramBuilder::number(), values, 0, builder);
    }

private:
    ScoreTable table_;
};

TEST(EvaluateMeasures, ScoreSaysWhatAMissingPartDoes) {
    const std::vector<Value> values{num("80"), kU, num("50")};
    EXPECT_EQ(Score(MissingPolicy::kUnknown).part("1").part("2").part("1").of(values), kU);
    EXPECT_EQ(Score(MissingPolicy::kRedistribute).part("1").part("2").part("1").of(values), num("260")) << "(80 + 50) x 4 / 2";
    EXPECT_EQ(Score(MissingPolicy::kDrop).part("1").part("2").part("1").of(values), num("130"));
    EXPECT_EQ(Score(MissingPolicy::kDefault).standing_in("10").part("1").part("2").part("1").of(values), num("150"));
    EXPECT_EQ(Score(MissingPolicy::kRedistribute).minimum_known(3).part("1").part("2").part("1").of(values), kU);
    EXPECT_EQ(Score(MissingPolicy::kDrop).part("1").part("1").of({kU, kU}), num("0"));
}

TEST(EvaluateMeasures, ScorePartsThatDoNotApplyAreRedistributed) {
    for (const MissingPolicy policy : {MissingPolicy::kUnknown, MissingPolicy::kRedistribute, MissingPolicy::kDrop, MissingPolicy::kDefault}) {
        EXPECT_EQ(Score(policy).part("1").part("3").of({num("10"), kNa}), num("40"));
        EXPECT_EQ(Score(policy).part("1").part("3").of({kNa, kNa}), kNa);
    }
    EXPECT_EQ(Score(MissingPolicy::kUnknown).part("1").part("1").of({kU, kNa}), kU);
}

TEST(EvaluateMeasures, ScoreCapsAPartAndRoundsAtTheEnd) {
    EXPECT_EQ(Score(MissingPolicy::kUnknown).part("2", "5").part("1").of({num("4"), num("1")}), num("6"));
    EXPECT_EQ(Score(MissingPolicy::kUnknown).part("0.5").part("0.5").round(0).of({num("2"), num("3")}), num("3"));
    EXPECT_EQ(Score(MissingPolicy::kRedistribute).part("0").part("1").of({num("4"), kU}), kU) << "no weight to carry the score";
}

/// Best fit over three levels, best first; each names its criteria by number.
class Fit {
public:
    explicit Fit(bool tie_better = false, bool ignore = false, int minimum_known = 1) {
        table_.tie_better = tie_better;
        table_.ignore_unknown = ignore;
        table_.minimum_known = minimum_known;
    }
    Value of(const std::vector<std::vector<int>>& levels, const std::vector<Value>& criteria) {
        ProgramBuilder builder;
        const int scale = builder.scale(3);
        std::vector<int> inputs, arguments;
        for (std::size_t i = 0; i < criteria.size(); ++i) inputs.push_back(builder.input(ProgramBuilder::boolean()));
        int rank = 2;
        for (const std::vector<int>& level : levels) {
            table_.candidates.push_back({rank--, static_cast<int>(arguments.size()), static_cast<int>(level.size())});
            for (const int criterion : level) arguments.push_back(inputs[static_cast<std::size_t>(criterion)]);
        }
        const int root = builder.node(Op::kBestFit, builder.level(scale), arguments, builder.add(builder.program.best_fits, table_));
        Evaluator evaluator(builder.program);
        evaluator.run(criteria);
        return evaluator.value(root);
    }

private:
    BestFitTable table_;
};

TEST(EvaluateMeasures, BestFitTakesTheGreatestShare) {
    EXPECT_EQ(Fit().of({{0, 1}, {2, 3, 4}}, {kT, kF, kT, kT, kF}), lev(1)) << "2 of 3 beats 1 of 2";
    EXPECT_EQ(Fit().of({{0, 1}, {2, 3}}, {kT, kF, kT, kF}), lev(1)) << "a tie goes to the worse level";
    EXPECT_EQ(Fit(true).of({{0, 1}, {2, 3}}, {kT, kF, kT, kF}), lev(2));
    EXPECT_EQ(Fit().of({{0, 1}, {2}}, {kT, kNa, kF}), lev(2)) << "those not applicable are not counted";
    EXPECT_EQ(Fit().of({{0}, {1}}, {kNa, kF}), lev(1)) << "a level of which nothing applies is no candidate";
    EXPECT_EQ(Fit().of({{0}, {1}}, {kNa, kNa}), kNa);
}

TEST(EvaluateMeasures, BestFitIsSettledOnlyWhenNoFillingChangesIt) {
    EXPECT_EQ(Fit().of({{0, 1, 2}, {3}}, {kT, kT, kU, kF}), lev(2));
    EXPECT_EQ(Fit().of({{0, 1, 2}, {3}}, {kT, kF, kU, kT}), lev(1));
    EXPECT_EQ(Fit().of({{0, 1}, {2, 3}}, {kT, kF, kU, kF}), kU);
    EXPECT_EQ(Fit().of({{0, 1}, {1, 2}}, {kT, kU, kF}), lev(2)) << "the unknown one counts for both";
    EXPECT_EQ(Fit().of({{0}, {1}}, {kU, kF}), kU);
}

TEST(EvaluateMeasures, BestFitMayIgnoreTheUnknown) {
    EXPECT_EQ(Fit(false, true).of({{0, 1}, {2, 3}}, {kT, kF, kU, kT}), lev(1));
    EXPECT_EQ(Fit(false, true, 4).of({{0, 1}, {2, 3}}, {kT, kF, kU, kT}), kU);
    EXPECT_EQ(Fit(false, true, 3).of({{0, 1}, {0, 2}}, {kT, kF, kU}), kU) << "a shared criterion is counted once";
}

}  // namespace
}  // namespace schoolimp::test
