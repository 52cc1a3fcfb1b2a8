// What measures of each kind become in the program.
#include <gtest/gtest.h>

#include "framework/document.hpp"
#include "framework/dump.hpp"

namespace schoolimp {
namespace {

using namespace test;

class Measures : public testing::Test {
protected:
    // Compiles the sample document with one more measure.
    const Program& compile(const Measure& added) {
        document_.measures.push_back(added);
        Result<Framework> framework = Framework::compile(document_, "hash");
        if (!framework.ok()) ADD_FAILURE() << framework.status().message();
        framework_.emplace(std::move(framework).value());
        return framework_->program();
    }
    std::string text() const { return dump(*framework_, framework_->program().measures.back()); }

    FrameworkDocument document_ = sample();
    std::optional<Framework> framework_;
};

Measure three_bands() {
    Measure bands = measure("banded", MeasureKind::kBands, "tier");
    bands.of = {"pct"};
    bands.bands = {band("[60, inf)", "high"), band("(-inf, 40]", "low"), band("(40, 60)", "middle")};
    return bands;
}

TEST_F(Measures, BandsAscend) {
    const Program& program = compile(three_bands());
    EXPECT_EQ(text(), "(bands:0 pct)");
    const std::vector<Band>& bands = program.bands.at(0).bands;
    ASSERT_EQ(bands.size(), 3u);
    EXPECT_FALSE(bands[0].low.has_value());
    EXPECT_EQ(bands[0].high, Decimal(40));
    EXPECT_TRUE(bands[0].high_included);
    EXPECT_EQ(bands[0].level, 0) << "low is the worst of three: rank 0";
    EXPECT_EQ(bands[1].low, Decimal(40));
    EXPECT_FALSE(bands[1].low_included);
    EXPECT_FALSE(bands[1].high_included);
    EXPECT_EQ(bands[1].level, 1);
    EXPECT_TRUE(bands[2].low_included);
    EXPECT_FALSE(bands[2].high.has_value());
    EXPECT_EQ(bands[2].level, 2);
}

TEST_F(Measures, BandVariantsComeFirst) {
    Measure bands = three_bands();
    BandVariant variant = assumed(BandVariant());
    variant.when = "school.phase == 'secondary'";
    variant.bands = {band("(-inf, 50)", "low"), band("[50, inf)", "high")};
    bands.variants = {variant};
    const Program& program = compile(bands);
    EXPECT_EQ(text(), "(first (equal school.phase 'secondary') (bands:0 pct) (bands:1 pct))");
    EXPECT_EQ(program.bands.at(0).bands.size(), 2u);
    EXPECT_EQ(program.bands.at(1).bands.size(), 3u);
}

TEST_F(Measures, TablesAreSharedAcrossPeriods) {
    document_.measures.push_back(three_bands());
    const Program& program = compile(expression("last_year", "prior(banded)"));
    EXPECT_EQ(text(), "(bands:0 pct@1)");
    EXPECT_EQ(program.bands.size(), 1u);
}

TEST_F(Measures, MatrixIsByRank) {
    Measure matrix = measure("crossed", MeasureKind::kMatrix, "tier");
    matrix.rows = "grade_now";
    matrix.columns = "kind_now";
    matrix.cells = {{"poor", {{"infant", "low"}, {"junior", std::nullopt}}},
                    {"fair", {{"infant", "middle"}, {"junior", "low"}}},
                    {"good", {{"infant", "high"}, {"junior", "middle"}}}};
    const Program& program = compile(matrix);
    EXPECT_EQ(text(), "(matrix:0 grade_now kind_now)");
    EXPECT_EQ(program.matrices.at(0).rows, 3);
    EXPECT_EQ(program.matrices.at(0).columns, 2);
    EXPECT_EQ(program.matrices.at(0).cells, (std::vector<int>{0, -1, 1, 0, 2, 1})) << "grade is listed worst first, so poor is rank 0";
}

TEST_F(Measures, ScoreKeepsItsParts) {
    Measure score = measure("points_total", MeasureKind::kScore, "");
    ScorePart one = assumed(ScorePart()), other = assumed(ScorePart());
    one.id = "one";
    one.value = "pct";
    one.weight = Decimal(2);
    one.maximum = Decimal(80);
    other.id = "other";
    other.value = "yes ? 10 : 0";
    other.weight = *Decimal::parse("0.5");
    score.parts = {one, other};
    score.missing = MissingPolicy::kRedistribute;
    score.minimum_known = 2;
    score.round = 1;
    const Program& program = compile(score);
    EXPECT_EQ(text(), "(score:0 pct (if yes 10 0))");
    const ScoreTable& table = program.scores.at(0);
    ASSERT_EQ(table.parts.size(), 2u);
    EXPECT_EQ(table.parts[0].weight, Decimal(2));
    EXPECT_EQ(table.parts[0].maximum, Decimal(80));
    EXPECT_FALSE(table.parts[1].maximum.has_value());
    EXPECT_EQ(table.missing, MissingPolicy::kRedistribute);
    EXPECT_EQ(table.minimum_known, 2);
    EXPECT_EQ(table.round, 1);
}

Measure table(std::optional<HitPolicy> policy) {
    Measure made = measure("decided", MeasureKind::kDecisionTable, "tier");
    made.hit_policy = policy;
    made.rules = {rule("bad", "yes", "tier.low"), rule("good", "no", "tier_now")};
    made.otherwise = "tier.middle";
    return made;
}

TEST_F(Measures, FirstRuleThatHolds) {
    compile(table(std::nullopt));
    EXPECT_EQ(text(), "(first yes tier.low no tier_now tier.middle)");
}

TEST_F(Measures, FirstWithoutOtherwise) {
    Measure made = table(HitPolicy::kFirst);
    made.otherwise.clear();
    compile(made);
    EXPECT_EQ(text(), "(first yes tier.low no tier_now)");
}

TEST_F(Measures, TheOneRuleThatHolds) {
    compile(table(HitPolicy::kUnique));
    EXPECT_EQ(text(), "(unique yes tier.low no tier_now tier.middle)");
}

TEST_F(Measures, HowManyRulesHold) {
    Measure made = measure("counted", MeasureKind::kDecisionTable, "");
    made.hit_policy = HitPolicy::kCollectCount;
    made.rules = {rule("one", "yes"), rule("two", "no")};
    compile(made);
    EXPECT_EQ(text(), "(count yes no)");
}

TEST_F(Measures, BestFitListsTheBestLevelFirst) {
    document_.criteria.push_back(criterion("calm", "yes"));
    document_.criteria.push_back(criterion("busy", "no"));
    Measure fit = measure("fitted", MeasureKind::kBestFit, "tier");
    FitLevel low = assumed(FitLevel()), high = assumed(FitLevel());
    low.level = "low";
    low.criteria = {"busy"};
    high.level = "high";
    high.criteria = {"calm", "steady"};
    fit.levels = {low, high};
    fit.missing = MissingPolicy::kIgnore;
    fit.minimum_known = 2;
    fit.tie_better = true;
    const Program& program = compile(fit);
    EXPECT_EQ(text(), "(best_fit:0 yes (at_least_equal pct 50) no)");
    const BestFitTable& made = program.best_fits.at(0);
    ASSERT_EQ(made.candidates.size(), 2u);
    EXPECT_EQ(made.candidates[0].level, 2);
    EXPECT_EQ(made.candidates[0].count, 2);
    EXPECT_EQ(made.candidates[1].level, 0);
    EXPECT_EQ(made.candidates[1].first, 2);
    EXPECT_TRUE(made.tie_better);
    EXPECT_TRUE(made.ignore_unknown);
    EXPECT_EQ(made.minimum_known, 2);
}

TEST_F(Measures, WorstAndBest) {
    Measure worst = measure("worst", MeasureKind::kWorstOf, "tier");
    worst.of = {"tier_now", "map_level(walk, grade_now)"};
    compile(worst);
    EXPECT_EQ(text(), "(min tier_now (map_level:0 grade_now))");
    Measure best = worst;
    best.id = "best";
    best.kind = MeasureKind::kBestOf;
    best.missing = MissingPolicy::kIgnore;
    compile(best);
    EXPECT_EQ(text(), "(max_known:1 tier_now (map_level:0 grade_now))");
}

TEST_F(Measures, LimitsFollowInOrder) {
    Measure limited = three_bands();
    Limit cap = assumed(Limit()), both = assumed(Limit());
    cap.when = "yes";
    cap.at_best = "tier.middle";
    both.when = "no";
    both.at_best = "tier.high";
    both.at_worst = "tier.middle";
    limited.limits = {cap, both};
    compile(limited);
    EXPECT_EQ(text(), "(floor (cap (cap (bands:0 pct) yes tier.middle) no tier.high) no tier.middle)");
}

TEST_F(Measures, CrosswalkHasHoles) {
    const Program& program = compile(expression("mapped", "map_level(walk, grade_now)"));
    EXPECT_EQ(program.crosswalks.at(0).to, (std::vector<int>{0, -1, 2}));
}

TEST_F(Measures, ScalesKeepRankAndPosition) {
    const Program& program = compile(expression("level", "tier.low"));
    EXPECT_EQ(program.scales.at(0).rank_of(2), 0);
    EXPECT_EQ(program.scales.at(1).rank_of(2), 2);
    EXPECT_EQ(program.scales.at(2).rank_of(1), 1);
    for (int position = 0; position < 3; ++position) EXPECT_EQ(program.scales[0].position_of(program.scales[0].rank_of(position)), position);
}

}  // namespace
}  // namespace schoolimp
