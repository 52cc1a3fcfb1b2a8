#include <gtest/gtest.h>

#include <algorithm>

#include "plan/sample.hpp"

namespace schoolimp::testing {

namespace {

std::vector<std::string> action_ids(const Plan& plan) {
    std::vector<std::string> ids;
    for (const PlanAction& action : plan.actions) ids.push_back(action.id);
    return ids;
}

TEST(MakePlan, HoldsTheActionsOfTheLevelAndNoOther) {
    const Framework framework = sample_framework();
    EXPECT_EQ(action_ids(planned(framework, judged_high(framework))), (Texts{"action.analysis", "action.plan", "action.coaching", "action.visits", "action.attendance_help", "action.impact", "action.network"}));
    EXPECT_EQ(action_ids(planned(framework, judged(framework, {{"support", "medium"}}))), (Texts{"action.visit", "action.network"}));
}

TEST(MakePlan, NamesItsSourceAndLevel) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_high(framework));
    EXPECT_EQ(plan.id, "100001.sample");
    EXPECT_EQ(plan.school, "100001");
    EXPECT_EQ(plan.framework_id, "sample");
    EXPECT_EQ(plan.framework_edition, "2026.1");
    EXPECT_EQ(plan.framework_hash, framework.hash());
    EXPECT_EQ(plan.levels, (PlanLevels{PlanLevel{"support", "need.high", false}}));
    EXPECT_EQ(plan.aims, (Texts{"Improve fast."}));
    EXPECT_EQ(plan.end_condition, "One or two terms. Support ends once two reviews in a row are sound.");
    ASSERT_EQ(plan.revisions.size(), 1u);
    EXPECT_EQ(plan.revisions[0].number, 1);
    EXPECT_EQ(plan.revisions[0].on, day("2026-09-10"));
    EXPECT_EQ(plan.revisions[0].changes, (Texts{"Plan made with 2 objectives and 7 actions."}));
}

TEST(MakePlan, FollowsTheDecisionBeforeTheSuggestion) {
    const Framework framework = sample_framework();
    Judgement judgement = judged_high(framework);
    decide_level(judgement, "support", "medium");
    const Plan plan = planned(framework, judgement);
    EXPECT_EQ(plan.levels, (PlanLevels{PlanLevel{"support", "need.medium", true}}));
    EXPECT_EQ(action_ids(plan), (Texts{"action.visit", "action.network"}));
}

TEST(MakePlan, RefusesAJudgementWithALevelTheFrameworkDoesNotHave) {
    const Framework framework = sample_framework();
    for (const char* level : {"tier_99", ""}) {
        Judgement judgement = judged_high(framework);
        judgement.answers[0].suggested = level;
        const Result<Plan> plan = make_plan(framework, judgement, made(usual_document()), Trust{}, made_on("2026-09-10"));
        ASSERT_FALSE(plan.ok());
        EXPECT_EQ(plan.status().code(), StatusCode::kInvalidArgument);
    }
}

TEST(MakePlan, ActsOnOneLevelOfAScale) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        JudgementRule beside = document.judgements[0];
        beside.id = "by_results";
        beside.title = "By results alone";
        document.judgements.push_back(beside);
    });
    // The first question leads; the view beside it adds nothing.
    EXPECT_EQ(planned(framework, judged(framework, {{"support", "medium"}, {"by_results", "high"}})).levels, (PlanLevels{PlanLevel{"support", "need.medium", false}}));
    // A decision leads whichever question it answers.
    Judgement decided = judged(framework, {{"support", "medium"}, {"by_results", "medium"}});
    decide_level(decided, "by_results", "high");
    EXPECT_EQ(planned(framework, decided).levels, (PlanLevels{PlanLevel{"by_results", "need.high", true}}));
    // The view beside stands in for an open question, and the plan says so.
    Judgement open = judged(framework, {{"by_results", "high"}});
    open.answers[0].possible = {"medium", "high"};
    const Plan plan = planned(framework, open);
    EXPECT_EQ(plan.levels, (PlanLevels{PlanLevel{"by_results", "need.high", false}}));
    ASSERT_FALSE(plan.to_be_agreed.empty());
    EXPECT_EQ(plan.to_be_agreed[0].what, "level");
    EXPECT_EQ(plan.to_be_agreed[0].text,
              "'Need for support' is not settled: Medium need or High need are possible; the plan follows 'By results alone' until it is decided.");
}

TEST(MakePlan, LeavesOutWhatDoesNotApply) {
    const Framework framework = sample_framework();
    Judgement judgement = judged_high(framework);
    for (const Truth out : {Truth::kFalse, Truth::kNotApplicable}) {
        set_condition(judgement, "action:attendance_help", out);
        EXPECT_EQ(find_action(planned(framework, judgement), "action.attendance_help"), nullptr);
    }
}

TEST(MakePlan, KeepsWhatMayApplyAndSaysSo) {
    const Framework framework = sample_framework();
    Judgement judgement = judged_high(framework);
    set_condition(judgement, "action:attendance_help", Truth::kUnknown);
    const Plan plan = planned(framework, judgement);
    const PlanAction* action = find_action(plan, "action.attendance_help");
    ASSERT_NE(action, nullptr);
    EXPECT_EQ(action->applies, Applies::kPossibly);
    EXPECT_EQ(action->condition, "Where absence is high");
    EXPECT_EQ(points_of(plan, "action.attendance_help"), (Texts{"condition", "date", "amount"}));
}

TEST(MakePlan, AConditionInWordsOnlyIsForPeople) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        Action in_words = plain_action("in_words");
        in_words.when_text = "When it seems right";
        Action where_required = plain_action("where_required");
        where_required.optionality = Optionality::kWhereRequired;
        offer_of(document, "everyone").actions = {in_words, where_required};
    });
    const Plan plan = planned(framework, judged(framework, {{"support", "low"}}));
    EXPECT_EQ(find_action(plan, "action.in_words")->applies, Applies::kPossibly);
    EXPECT_EQ(find_action(plan, "action.where_required")->applies, Applies::kPossibly);
    EXPECT_EQ(find_action(plan, "action.where_required")->condition, "Where required");
    EXPECT_EQ(points_of(plan, "action.in_words"), (Texts{"condition", "date"}));
}

TEST(MakePlan, OffersHaveConditionsToo) {
    const Framework framework = sample_framework([](FrameworkDocument& document) { offer_of(document, "intensive").when = "results.low"; });
    Judgement judgement = judged_high(framework);
    set_condition(judgement, "offer:intensive", Truth::kFalse);
    EXPECT_EQ(action_ids(planned(framework, judgement)), (Texts{"action.network"}));
    set_condition(judgement, "offer:intensive", Truth::kUnknown);
    const Plan plan = planned(framework, judgement);
    EXPECT_EQ(find_action(plan, "action.analysis")->applies, Applies::kPossibly);
    EXPECT_EQ(find_action(plan, "action.analysis")->condition, "Results low");
    EXPECT_EQ(find_action(plan, "action.network")->applies, Applies::kYes);
}

TEST(MakePlan, MakesAnObjectiveOfEveryCriterionThatIsNotAsItShouldBe) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_high(framework));
    ASSERT_EQ(plan.objectives.size(), 2u);
    const Objective& results = plan.objectives[0];
    EXPECT_EQ(results.id, "objective.results.low");
    EXPECT_EQ(results.title, "Lift results clear of 50 percent");
    EXPECT_EQ(results.success_measure, "Pupils at the expected standard: from 41 to at least 50 percent");
    EXPECT_EQ(results.measured_by, "results");
    EXPECT_EQ(results.baseline, "41");
    EXPECT_EQ(results.comparator, ">=");
    EXPECT_EQ(results.target, "50");
    EXPECT_EQ(results.domain, "outcomes");
    EXPECT_EQ(results.due, plan.end);
    const Objective& absence = plan.objectives[1];
    EXPECT_EQ(absence.title, "“Absence no higher than national” holds");
    EXPECT_EQ(absence.success_measure, "Overall absence: from 6.4 to at most 5.2 percent, the national figure");
}

TEST(MakePlan, WordsAnObjectiveWithoutASingleTarget) {
    const Framework framework = sample_framework();
    Judgement judgement = judged_high(framework);
    set_criterion(judgement, "results.low", Truth::kTrue);
    const Plan plan = planned(framework, judgement);
    const Objective* objective = find_objective(plan, "objective.results.low");
    ASSERT_NE(objective, nullptr);
    EXPECT_EQ(objective->success_measure, "“Results low” no longer holds");
    EXPECT_TRUE(objective->comparator.empty());
    EXPECT_EQ(points_of(plan, "objective.results.low"), (Texts{"target"}));
}

TEST(MakePlan, AnUnknownCriterionIsAPointNotAnObjective) {
    const Framework framework = sample_framework();
    Judgement judgement = judged_high(framework);
    judgement.readings.resize(2);
    judgement.readings[0].indicator = "review.teaching";
    judgement.readings[1] = {"absence", true, "", 0, "2025/26", "", MissingReason::kNotLoaded, {}, ""};
    set_criterion(judgement, "teaching.secure", Truth::kUnknown);
    judgement.criteria[2].waiting_for = {0, 1};
    const Plan plan = planned(framework, judgement);
    EXPECT_EQ(find_objective(plan, "objective.teaching.secure"), nullptr);
    ASSERT_EQ(plan.to_be_agreed[0].what, "evidence");
    EXPECT_EQ(plan.to_be_agreed[0].item, "objective.teaching.secure");
    EXPECT_EQ(plan.to_be_agreed[0].text, "Whether 'Teaching secure' holds is not known: it waits for 'Teaching in the review' and the national figure for 'Overall absence' 2025/26.");
}

TEST(MakePlan, LinksActionsToTheObjectivesTheyWorkOn) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_high(framework));
    EXPECT_EQ(find_action(plan, "action.coaching")->objectives, (Texts{"objective.results.low"}));            // by domain
    EXPECT_EQ(find_action(plan, "action.attendance_help")->objectives, (Texts{"objective.absence.ok"}));      // by criterion
    EXPECT_EQ(find_action(plan, "action.analysis")->objectives, (Texts{"objective.results.low", "objective.absence.ok"}));  // of the level as a whole
}

TEST(MakePlan, SaysWhatTheFrameworkLeavesOpen) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_high(framework));
    EXPECT_TRUE(points_of(plan, "action.analysis").empty());
    EXPECT_EQ(points_of(plan, "action.coaching"), (Texts{"owner", "interval"}));
    EXPECT_EQ(points_of(plan, "action.attendance_help"), (Texts{"date", "amount"}));
    EXPECT_EQ(points_of(plan, "action.network"), (Texts{"date"}));
    EXPECT_TRUE(points_of(plan, "action.visits").empty());
    EXPECT_TRUE(points_of(plan, "").empty());
}

TEST(MakePlan, CopiesWhatTheFrameworkSaysOfAnAction) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        Action full = plain_action("full");
        full.detail = "In detail.";
        full.kind = ActionKind::kTraining;
        full.optionality = Optionality::kExpected;
        full.with = {"head"};
        full.beneficiary = {"head"};
        full.purposes = {Purpose{}};
        full.purposes[0].text = "So that it works";
        full.purposes[0].refs = {"SAM-009"};
        full.parts = {Part{}};
        full.parts[0].id = "part";
        full.parts[0].title = "First part";
        full.parts[0].refs = {"SAM-009"};
        full.until = Until{"A head is appointed", "", UntilEvent::kAppointment};
        full.cadence = Cadence{};
        full.cadence->every = Every::kHalfTerm;
        full.cadence->more_if_required = true;
        full.amount = Amount{Decimal(2), AmountUnit::kDay, ""};
        full.refs = {"SAM-009"};
        offer_of(document, "everyone").actions = {full};
    });
    const Plan plan = planned(framework, judged(framework, {{"support", "low"}}));
    const PlanAction& action = *find_action(plan, "action.full");
    EXPECT_EQ(action.offer, "everyone");
    EXPECT_EQ(action.origin, Origin::kFramework);
    EXPECT_EQ(action.kind, "training");
    EXPECT_EQ(action.optionality, "expected");
    EXPECT_EQ(action.detail, "In detail.");
    EXPECT_EQ(action.with, (Texts{"head"}));
    EXPECT_EQ(action.beneficiary, (Texts{"head"}));
    EXPECT_EQ(action.purposes, (Texts{"So that it works"}));
    EXPECT_EQ(action.parts, (Texts{"First part"}));
    EXPECT_EQ(action.until, "A head is appointed");
    EXPECT_EQ(action.cadence, "half-termly, more often if required");
    EXPECT_EQ(action.amount, "2 days");
    EXPECT_EQ(action.refs, (Texts{"SAM-009"}));
    EXPECT_EQ(action.visits.size(), 6u);  // one each half term: training has days like monitoring
}

TEST(MakePlan, FailsWithoutALevel) {
    const Framework framework = sample_framework();
    const auto plan = make_plan(framework, judged(framework, {}), made(usual_document()), Trust{}, made_on("2026-09-10"));
    ASSERT_FALSE(plan.ok());
    EXPECT_EQ(plan.status().code(), StatusCode::kFailedPrecondition);
    EXPECT_TRUE(has_text(plan.status().message(), "no level is in force for school '100001'")) << plan.status().message();
    ASSERT_EQ(plan.status().issues().size(), 1u);
    EXPECT_TRUE(has_text(plan.status().issues()[0].message, "'Need for support' is not settled")) << plan.status().issues()[0].message;
}

TEST(MakePlan, FailsForAJudgementOfAnotherFramework) {
    const Framework framework = sample_framework();
    Judgement judgement = judged_high(framework);
    judgement.framework_hash = std::string(64, '0');
    const auto plan = make_plan(framework, judgement, made(usual_document()), Trust{}, made_on("2026-09-10"));
    ASSERT_FALSE(plan.ok());
    EXPECT_EQ(plan.status().code(), StatusCode::kFailedPrecondition);
    EXPECT_TRUE(has_text(plan.status().message(), "judge again with this framework")) << plan.status().message();
}

TEST(MakePlan, FailsOutsideTheSchoolYear) {
    const Framework framework = sample_framework();
    const Judgement judgement = judged_high(framework);
    const SchoolYear year = made(usual_document());
    const auto code = [&](PlanOptions options) { return make_plan(framework, judgement, year, Trust{}, options).status().code(); };
    EXPECT_EQ(code(made_on("2025-10-01")), StatusCode::kOutOfRange);
    EXPECT_EQ(code(made_on("2027-07-22")), StatusCode::kOutOfRange);  // after the last school day
    PlanOptions early = made_on("2026-06-01");
    EXPECT_EQ(code(early), StatusCode::kOutOfRange);
    early.start = day("2026-09-03");
    EXPECT_EQ(code(early), StatusCode::kOk);  // planned ahead with a start of its own
    PlanOptions late = made_on("2026-09-10");
    late.end = day("2027-09-10");
    EXPECT_EQ(code(late), StatusCode::kOutOfRange);
    late.end = day("2026-09-09");
    EXPECT_EQ(code(late), StatusCode::kInvalidArgument);
}

}  // namespace

}  // namespace schoolimp::testing
