#include <gtest/gtest.h>

#include "judgement/sample.hpp"

namespace schoolimp::test {
namespace {

using Schools = std::vector<std::string>;

Judgement as_school(Judgement judgement, std::string school) {
    judgement.school = std::move(school);
    return judgement;
}

std::vector<Observation> weak_evidence() {
    return {annual("results", "2018/19", Decimal(40)), annual("absence", "2018/19", Decimal(9)), point("inspection", "2019-03-01", std::string("inadequate"))};
}

/// a is strong, b weak, of c nothing is known.
std::vector<Judgement> three() { return {as_school(judged(strong_evidence()), "a"), as_school(judged(weak_evidence()), "b"), as_school(judged({}), "c")}; }

Judgement decided_as(Judgement judgement, std::string level) {
    Decision decision;
    decision.judgement = "support";
    decision.level = std::move(level);
    decision.by = "board";
    decision.reason = "So decided.";
    return decide(sample_framework(), std::move(judgement), decision).value();
}

TEST(RollUp, SchoolsByLevel) {
    std::vector<Judgement> judgements = three();
    judgements[0] = decided_as(judgements[0], "t2");
    const Rollup rollup = roll_up(sample_framework(), judgements).value();
    EXPECT_EQ(rollup.schools, (Schools{"a", "b", "c"}));
    ASSERT_EQ(rollup.judgements.size(), 1u);
    const JudgementRollup& support = rollup.judgements[0];
    ASSERT_EQ(support.levels.size(), 3u);
    EXPECT_EQ(support.levels[0].level, "t1");
    EXPECT_EQ(support.levels[0].suggested, Schools{"a"});
    EXPECT_EQ(support.levels[1].decided, Schools{"a"});
    EXPECT_EQ(support.levels[2].suggested, Schools{"b"});
    EXPECT_EQ(support.without_level, Schools{"c"});
}

TEST(RollUp, KpiIsReachedWhateverTheUnknownSchoolsTurnOutToBe) {
    const auto kpi_of = [](const std::vector<Judgement>& judgements, int share) {
        FrameworkDocument document = sample_document();
        document.kpis[0].need_share = Decimal(share);
        const Framework framework = compiled(document);
        std::vector<Judgement> same = judgements;
        for (Judgement& judgement : same) judgement.framework_hash = framework.hash();
        return roll_up(framework, same).value().kpis[0];
    };
    const KpiResult kpi = kpi_of(three(), 50);
    EXPECT_EQ(kpi.met, Schools{"a"});
    EXPECT_EQ(kpi.not_met, Schools{"b"});
    EXPECT_EQ(kpi.unknown, Schools{"c"});
    EXPECT_EQ(kpi.result, Truth::kUnknown) << "one or two of three";
    EXPECT_EQ(kpi_of(three(), 33).result, Truth::kTrue) << "one of three is more than 33 percent, whatever c is";
    EXPECT_EQ(kpi_of(three(), 34).result, Truth::kUnknown);
    EXPECT_EQ(kpi_of(three(), 67).result, Truth::kFalse) << "two of three are not 67 percent";
    const Judgement exempt = as_school(judged({point("inspection", "2019-03-01", MissingReason::kNotApplicable)}), "d");
    EXPECT_EQ(kpi_of({exempt}, 50).result, Truth::kNotApplicable);
    EXPECT_EQ(kpi_of({exempt, three()[0]}, 100).result, Truth::kTrue) << "those it does not apply to are left out";
    EXPECT_EQ(kpi_of({}, 50).result, Truth::kNotApplicable);
}

TEST(RollUp, GiversAndPanels) {
    const Rollup rollup = roll_up(sample_framework(), three()).value();
    ASSERT_EQ(rollup.deployments.size(), 1u) << "a rule for no level and no condition names no school";
    EXPECT_EQ(rollup.deployments[0].id, "gives");
    EXPECT_EQ(rollup.deployments[0].schools, Schools{"a"});
    EXPECT_EQ(rollup.deployments[0].possibly, Schools{"c"});
    ASSERT_EQ(rollup.interventions.size(), 2u);
    EXPECT_EQ(rollup.interventions[0].schools, Schools{"b"});
    EXPECT_EQ(rollup.interventions[0].possibly, Schools{"c"});
    EXPECT_TRUE(rollup.interventions[1].schools.empty() && rollup.interventions[1].possibly.empty());
}

TEST(RollUp, ADecisionSettlesTheLevel) {
    std::vector<Judgement> judgements = three();
    judgements[2] = decided_as(judgements[2], "t2");
    const Rollup rollup = roll_up(sample_framework(), judgements).value();
    EXPECT_TRUE(rollup.interventions[0].possibly.empty()) << "c was decided to be tier 2";
    judgements[2] = decided_as(three()[2], "t3");
    EXPECT_EQ(roll_up(sample_framework(), judgements).value().interventions[0].schools, (Schools{"b", "c"}));
}

TEST(RollUp, OneFrameworkAndEachSchoolOnce) {
    std::vector<Judgement> judgements = three();
    judgements[1].school = "a";
    judgements[2].framework_hash = "other";
    const Result<Rollup> result = roll_up(sample_framework(), judgements);
    ASSERT_FALSE(result.ok());
    const std::vector<Issue> issues = result.status().issues();
    ASSERT_EQ(issues.size(), 2u);
    EXPECT_EQ(issues[0].code, "duplicate");
    EXPECT_EQ(issues[1].code, "other_framework");
}

}  // namespace
}  // namespace schoolimp::test
