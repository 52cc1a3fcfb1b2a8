#include <gtest/gtest.h>

#include "judgement/sample.hpp"

namespace schoolimp::test {
namespace {

Decision decision(std::string level, std::string by = "board", std::string reason = "Leadership is new.") {
    Decision decision;
    decision.judgement = "support";
    decision.level = std::move(level);
    decision.by = std::move(by);
    decision.reason = std::move(reason);
    decision.decided_on = *parse_date("2020-01-15");
    return decision;
}

std::vector<std::string> codes_of(const Result<Judgement>& result) {
    const Status& status = result.status();
    std::vector<std::string> codes;
    for (const Issue& issue : status.issues()) codes.push_back(issue.code);
    return codes;
}

TEST(Decide, RecordsTheDecisionBesideTheSuggestion) {
    const Result<Judgement> result = decide(sample_framework(), judged(strong_evidence()), decision("t2"));
    ASSERT_TRUE(result.ok()) << result.status().message();
    EXPECT_EQ(result->find_answer("support")->suggested, "t1");
    const Decision* decided = result->decided("support");
    ASSERT_NE(decided, nullptr);
    EXPECT_EQ(decided->school, "s");
    EXPECT_EQ(decided->suggested, "t1");
    EXPECT_EQ(decided->framework_hash, sample_framework().hash());
    EXPECT_EQ(result->level_in_force("support"), "tier.t2");
}

TEST(Decide, HoldsTheFrameworksRules) {
    const Judgement judgement = judged(strong_evidence());
    EXPECT_EQ(codes_of(decide(sample_framework(), judgement, decision("t2", "caretaker", " "))), (std::vector<std::string>{"not_allowed", "required"}));
    EXPECT_EQ(codes_of(decide(sample_framework(), judgement, decision("t2", ""))), std::vector<std::string>{"not_allowed"});
    EXPECT_EQ(codes_of(decide(sample_framework(), judgement, decision("t4"))), std::vector<std::string>{"unknown_level"});
    EXPECT_TRUE(decide(sample_framework(), judgement, decision("t1")).ok()) << "agreeing is always allowed";
}

TEST(Decide, DirectionIsComparedWithTheSuggestion) {
    std::vector<Observation> evidence = strong_evidence();
    evidence.back() = point("finding", "2019-06-01", true);  // Suggests tier 2.
    const Judgement judgement = judged(evidence);
    const Result<Judgement> better = decide(sample_framework(), judgement, decision("t1"));
    EXPECT_EQ(codes_of(better), std::vector<std::string>{"not_allowed"});
    EXPECT_NE(better.status().message().find("'t1' is not worse than the suggested 't2'"), std::string::npos);
    EXPECT_TRUE(decide(sample_framework(), judgement, decision("t3")).ok());
    EXPECT_TRUE(decide(sample_framework(), judged({}), decision("t1")).ok()) << "nothing was suggested";
    FrameworkDocument document = sample_document();
    document.judgements[0].decision->direction = Direction::kBetterOnly;
    const Framework other = compiled(document);
    EXPECT_TRUE(decide(other, judged(evidence, on("2019-12-31"), other), decision("t1")).ok());
    EXPECT_FALSE(decide(other, judged(evidence, on("2019-12-31"), other), decision("t3")).ok());
}

TEST(Decide, WrongSchoolJudgementOrFramework) {
    const Judgement judgement = judged(strong_evidence());
    Decision other_school = decision("t2");
    other_school.school = "x";
    EXPECT_EQ(decide(sample_framework(), judgement, other_school).status().code(), StatusCode::kInvalidArgument);
    Decision other_judgement = decision("t2");
    other_judgement.judgement = "suport";
    const Status unknown = decide(sample_framework(), judgement, other_judgement).status();
    EXPECT_EQ(unknown.code(), StatusCode::kNotFound);
    EXPECT_NE(unknown.message().find("did you mean 'support'?"), std::string::npos);
    FrameworkDocument document = sample_document();
    document.title = "Another";
    EXPECT_EQ(decide(compiled(document), judgement, decision("t2")).status().code(), StatusCode::kFailedPrecondition);
}

TEST(Decide, HistoryStandsInOrderOfDate) {
    Judgement judgement = judged(strong_evidence());
    Decision earlier = decision("t3");
    earlier.decided_on = *parse_date("2019-10-01");
    judgement = decide(sample_framework(), judgement, decision("t2")).value();
    judgement = decide(sample_framework(), judgement, earlier).value();
    ASSERT_EQ(judgement.decisions.size(), 2u);
    EXPECT_EQ(judgement.decisions[0].level, "t3");
    EXPECT_EQ(judgement.level_in_force("support"), "tier.t2") << "the latest decision is in force, whichever was entered last";
    judgement = decide(sample_framework(), judgement, decision("t3")).value();
    EXPECT_EQ(judgement.level_in_force("support"), "tier.t3") << "of one day the one entered last";
}

}  // namespace
}  // namespace schoolimp::test
