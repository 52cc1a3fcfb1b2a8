// Criteria that ask for the same thing become one objective.
#include "plan/troubles.hpp"

#include <gtest/gtest.h>

#include "plan/gap.hpp"
#include "plan/sample.hpp"

namespace schoolimp::testing {

namespace {

using plan_detail::Gap;

Criterion asking(std::string id, std::string test, bool desired, std::string objective = {}) {
    Criterion criterion;
    criterion.id = std::move(id);
    criterion.title = "Title of " + criterion.id;
    criterion.test = std::move(test);
    criterion.desired = desired;
    criterion.objective = std::move(objective);
    criterion.domain = "outcomes";
    criterion.refs = {"SAM-001"};
    return criterion;
}

/// The sample with a third level of findings, one more review, and these criteria instead of its own.
Framework with_criteria(std::vector<Criterion> criteria) {
    return sample_framework([&](FrameworkDocument& document) {
        for (Scale& scale : document.scales)
            if (scale.id == "finding") {
                ScaleLevel level = scale.levels.back();
                level.id = "serious_concern";
                level.title = "serious concern";
                scale.levels.push_back(level);
            }
        Indicator behaviour = *std::find_if(document.indicators.begin(), document.indicators.end(), [](const Indicator& one) { return one.id == "review.teaching"; });
        behaviour.id = "review.behaviour";
        behaviour.title = "Behaviour in the review";
        document.indicators.push_back(behaviour);
        for (Criterion& criterion : criteria) document.criteria.push_back(std::move(criterion));
    });
}

struct GapUp {
    const char* comparator;
    const char* target;
    bool desired;
    const char* expected;  ///< "comparator target"
    const char* words;
};

/// review.teaching compared with a level, as some_concern; what has to change.
TEST(Gap, LeavesABadLevelUpwards) {
    const Framework framework = with_criteria({});
    const std::vector<GapUp> cases = {
        {"==", "serious_concern", false, ">= finding.some_concern", "Teaching in the review: from 'serious concern' to at least 'some concern'"},
        {"!=", "serious_concern", true, ">= finding.some_concern", "Teaching in the review: from 'serious concern' to at least 'some concern'"},
        {"==", "some_concern", false, ">= finding.secure", "Teaching in the review: from 'some concern' to 'secure'"},
        {"<=", "some_concern", false, ">= finding.secure", "Teaching in the review: from 'some concern' to 'secure'"},
        {"<", "secure", false, ">= finding.secure", "Teaching in the review: from 'some concern' to 'secure'"},
        {">", "some_concern", true, ">= finding.secure", "Teaching in the review: from 'some concern' to 'secure'"},
        {"==", "secure", true, "== finding.secure", "Teaching in the review: from 'some concern' to 'secure'"},
        {"==", "secure", false, "!= finding.secure", "Teaching in the review: no longer 'secure'"},  // nothing is better
    };
    for (const GapUp& item : cases) {
        const std::string test = std::string("review.teaching ") + item.comparator + " finding." + item.target;
        const std::string value = std::string_view(item.words).find("no longer") != std::string_view::npos ? "finding.secure"
                                  : std::string_view(item.words).find("from 'serious") != std::string_view::npos ? "finding.serious_concern"
                                                                                                                  : "finding.some_concern";
        const CriterionResult result{"it", to_truth(!item.desired), {compared(test, value, item.comparator, std::string("finding.") + item.target, to_truth(!item.desired))}, {}, {}};
        const auto gap = plan_detail::gap_of(framework, asking("it", test, item.desired), result);
        ASSERT_TRUE(gap) << test;
        EXPECT_EQ(gap->comparator + " " + gap->target, item.expected) << test;
        EXPECT_EQ(gap->scale, "finding");
        EXPECT_EQ(plan_detail::gap_words(framework, asking("it", test, item.desired), *gap), item.words) << test;
    }
}

TEST(Gap, KnowsWhichTargetImpliesWhich) {
    const Framework framework = with_criteria({});
    struct Case {
        Gap strong, weak;
        bool implied, back;
    };
    const Gap at_60{"results", "", ">=", "60", false, ""}, above_60{"results", "", ">", "60", false, ""}, at_50{"results", "", ">=", "50.0", false, ""};
    const Gap below_6{"absence", "", "<", "6", false, ""}, at_most_6{"absence", "", "<=", "6", false, ""}, national{"absence", "", "<=", "5.2", true, ""};
    const Gap within_one{"absence - national(absence)", "", "<=", "1", false, ""}, results_national{"results", "", ">=", "61", true, ""};
    const Gap within_15{"national(results) - results", "", "<=", "15", false, ""};
    const Gap secure{"review.teaching", "", "==", "finding.secure", false, "finding"}, some{"review.teaching", "", ">=", "finding.some_concern", false, "finding"};
    const Gap other{"review.behaviour", "", ">=", "finding.some_concern", false, "finding"}, exactly_some{"review.teaching", "", "==", "finding.some_concern", false, "finding"};
    const std::vector<Case> cases = {
        {at_60, at_60, true, true},         {at_60, at_50, true, false},        {above_60, at_60, true, false},    {below_6, at_most_6, true, false},
        {at_60, at_most_6, false, false},   {national, within_one, true, false}, {results_national, within_15, true, false}, {national, at_most_6, false, false},
        {secure, some, true, false},        {some, other, false, false},        {exactly_some, some, false, false}, {exactly_some, exactly_some, true, true},
    };
    for (const Case& item : cases) {
        EXPECT_EQ(plan_detail::implies(framework, item.strong, item.weak), item.implied) << item.strong.comparator << item.strong.target << " / " << item.weak.comparator << item.weak.target;
        EXPECT_EQ(plan_detail::implies(framework, item.weak, item.strong), item.back) << item.strong.comparator << item.strong.target << " / " << item.weak.comparator << item.weak.target;
    }
}

class Overlapping : public ::testing::Test {
protected:
    Framework framework_ = with_criteria({asking("t.some", "review.teaching == finding.some_concern", false, "Resolve the concern"),
                                          asking("t.robust", "review.teaching == finding.secure && review.behaviour == finding.secure", true, "Make it robust"),
                                          asking("t.serious", "review.teaching == finding.serious_concern || review.behaviour == finding.serious_concern", false, "Remove the serious concern"),
                                          asking("r.high", "results >= 60", true, "Reach 60"), asking("r.low", "results < 45", false, "Reach 45")});
    Judgement judgement_ = judged(framework_, {{"support", "high"}});

    void SetUp() override { set_condition(judgement_, "action:attendance_help", Truth::kFalse); }

    /// Everything that follows from two findings and one figure.
    void observe(const std::string& teaching, const std::string& behaviour, int results) {
        const auto is = [](const std::string& found, const char* level) { return to_truth(found == level); };
        const std::string t = "finding." + teaching, b = "finding." + behaviour, r = std::to_string(results);
        const bool robust = teaching == "secure" && behaviour == "secure", serious = teaching == "serious_concern" || behaviour == "serious_concern";
        set_criterion(judgement_, "t.some", is(teaching, "some_concern"), {compared("review.teaching == finding.some_concern", t, "==", "finding.some_concern", is(teaching, "some_concern"))});
        set_criterion(judgement_, "t.robust", to_truth(robust),
                      {compared("review.teaching == finding.secure", t, "==", "finding.secure", is(teaching, "secure")),
                       compared("review.behaviour == finding.secure", b, "==", "finding.secure", is(behaviour, "secure"))});
        set_criterion(judgement_, "t.serious", to_truth(serious),
                      {compared("review.teaching == finding.serious_concern", t, "==", "finding.serious_concern", is(teaching, "serious_concern")),
                       compared("review.behaviour == finding.serious_concern", b, "==", "finding.serious_concern", is(behaviour, "serious_concern"))});
        set_criterion(judgement_, "r.high", to_truth(results >= 60), {compared("results >= 60", r, ">=", "60", to_truth(results >= 60))});
        set_criterion(judgement_, "r.low", to_truth(results < 45), {compared("results < 45", r, "<", "45", to_truth(results < 45))});
    }

    std::vector<std::string> objectives(const Plan& plan) const {
        std::vector<std::string> list;
        for (const Objective& one : plan.objectives)
            if (one.status != ItemStatus::kWithdrawn) list.push_back(one.id.substr(10) + ": " + one.title + " | " + one.success_measure);
        return list;
    }
};

TEST_F(Overlapping, TroublesBecomeOneObjectiveWithTheStrictestTarget) {
    struct Case {
        const char *teaching, *behaviour;
        int results;
        Texts expected;
    };
    const std::string kTeaching = "Teaching in the review: from 'some concern' to 'secure'";
    const Case cases[] = {
        {"secure", "secure", 70, {}},
        {"some_concern", "secure", 70, {"t.some: Resolve the concern | " + kTeaching}},
        {"some_concern", "some_concern", 70, {"t.some: Make it robust | Teaching in the review: to 'secure'; Behaviour in the review: to 'secure'"}},
        {"serious_concern", "secure", 70, {"t.robust: Make it robust | Teaching in the review: from 'serious concern' to 'secure'"}},
        {"some_concern", "serious_concern", 70, {"t.some: Make it robust | Teaching in the review: to 'secure'; Behaviour in the review: to 'secure'"}},
        {"secure", "secure", 50, {"r.high: Reach 60 | Pupils at the expected standard: from 50 to at least 60 percent"}},
        {"secure", "secure", 40, {"r.high: Reach 60 | Pupils at the expected standard: from 40 to at least 60 percent"}},
    };
    for (const Case& item : cases) {
        observe(item.teaching, item.behaviour, item.results);
        EXPECT_EQ(objectives(planned(framework_, judgement_)), item.expected) << item.teaching << " " << item.behaviour << " " << item.results;
    }
}

TEST_F(Overlapping, SeveralValuesAreNoSingleTarget) {
    observe("some_concern", "some_concern", 70);
    const Plan plan = planned(framework_, judgement_);
    EXPECT_TRUE(plan.objectives[0].comparator.empty());
    ASSERT_EQ(points_of(plan, "objective.t.some"), (Texts{"target"}));
    for (const OpenPoint& point : plan.to_be_agreed)
        if (point.what == "target") {
            EXPECT_EQ(point.text, "More than one value has to change for 'Make it robust'. Agree how its progress is rated.");
        }
}

TEST_F(Overlapping, RevisionsKeepTheIdOfAnObjectiveThatStandsForSeveral) {
    observe("some_concern", "some_concern", 40);
    const Plan first = planned(framework_, judgement_);
    ASSERT_EQ(first.objectives.size(), 2u);
    EXPECT_EQ(first.objectives[0].also, (Texts{"t.robust"}));
    observe("serious_concern", "secure", 50);  // the first criterion holds no more, others do
    const Plan second = revised(first, framework_, judgement_, made_on("2026-09-21"));
    ASSERT_EQ(second.objectives.size(), 2u);
    EXPECT_EQ(second.objectives[0].id, first.objectives[0].id);
    EXPECT_EQ(second.objectives[0].also, (Texts{"t.robust", "t.serious"}));
    EXPECT_EQ(second.objectives[0].success_measure, "Teaching in the review: from 'serious concern' to 'secure'");
    EXPECT_EQ(revised(second, framework_, judgement_, made_on("2026-09-21")), second);
    observe("secure", "secure", 50);
    const Plan third = revised(second, framework_, judgement_, made_on("2026-09-21"));
    EXPECT_EQ(third.objectives[0].status, ItemStatus::kDone);
    EXPECT_EQ(third.objectives[1].status, ItemStatus::kNotStarted);
}

/// As plans listed them before: one objective for each criterion.
TEST_F(Overlapping, SeparateObjectivesOfAnOlderPlanBecomeOne) {
    observe("some_concern", "secure", 70);
    Plan plan = planned(framework_, judgement_);
    Objective second = plan.objectives[0];
    plan.objectives[0].also.clear();
    second.also.clear();
    second.id = "objective.t.robust";
    second.criterion = "t.robust";
    second.title = "Make it robust";
    plan.objectives.push_back(second);
    const Plan after = revised(plan, framework_, judgement_, made_on("2026-09-21"));
    EXPECT_EQ(after.objectives[0].status, ItemStatus::kNotStarted);
    EXPECT_EQ(after.objectives[0].also, (Texts{"t.robust"}));
    EXPECT_EQ(after.objectives[1].status, ItemStatus::kWithdrawn);
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Objective 'Make it robust' is now part of 'Resolve the concern'.")) << ::testing::PrintToString(after.revisions.back().changes);
    EXPECT_EQ(revised(after, framework_, judgement_, made_on("2026-09-21")), after);
}

TEST_F(Overlapping, WhatPeopleStoppedHidesNoOtherTrouble) {
    observe("some_concern", "secure", 70);
    Plan plan = planned(framework_, judgement_);
    plan.objectives[0].also.clear();
    plan = record_progress(plan, {"objective.t.some", day("2026-09-14"), "", "", "", {}, ItemStatus::kStopped}).value();
    const Plan after = revised(plan, framework_, judgement_, made_on("2026-09-21"));
    ASSERT_EQ(after.objectives.size(), 2u);
    EXPECT_EQ(after.objectives[0].status, ItemStatus::kStopped);
    EXPECT_EQ(after.objectives[1].id, "objective.t.robust");
    EXPECT_EQ(revised(after, framework_, judgement_, made_on("2026-09-21")), after);
}

TEST_F(Overlapping, ActionsFollowTheCriteriaTheyName) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        document.criteria.push_back(asking("r.high", "results >= 60", true));
        document.criteria.back().domain = "attendance";
        Action action = plain_action("for_low");
        action.criteria = {"results.low"};
        Action other = plain_action("for_high");
        other.criteria = {"r.high"};
        Action domain = plain_action("by_domain");
        domain.domains = {"outcomes"};
        offer_of(document, "everyone").actions = {action, other, domain};
    });
    Judgement judgement = judged(framework, {{"support", "low"}});
    set_criterion(judgement, "results.low", Truth::kTrue, {compared("results < 50", "41", "<", "50", Truth::kTrue)});
    set_criterion(judgement, "r.high", Truth::kFalse, {compared("results >= 60", "41", ">=", "60", Truth::kFalse)});
    const Plan plan = planned(framework, judgement);
    ASSERT_EQ(plan.objectives.size(), 1u);
    EXPECT_EQ(plan.objectives[0].id, "objective.results.low");
    EXPECT_EQ(plan.objectives[0].target, "60");
    for (const PlanAction& action : plan.actions) EXPECT_EQ(action.objectives, (Texts{"objective.results.low"})) << action.id;
}

/// Getting worse turns the criterion "some concern" off; that is no success.
TEST_F(Overlapping, GettingWorseReachesNothing) {
    const Framework framework = with_criteria({asking("t.some", "review.teaching == finding.some_concern", false)});
    Judgement judgement = judged(framework, {{"support", "low"}});
    const auto found = [&](const char* level, Truth truth) { set_criterion(judgement, "t.some", truth, {compared("review.teaching == finding.some_concern", level, "==", "finding.some_concern", truth)}); };
    found("finding.some_concern", Truth::kTrue);
    const Plan plan = planned(framework, judgement);
    EXPECT_EQ(plan.objectives[0].scale, "finding");
    EXPECT_EQ(plan.objectives[0].scale_order, ScaleOrder::kBestFirst);
    EXPECT_EQ(plan.objectives[0].levels, (Texts{"secure", "some_concern", "serious_concern"}));
    found("finding.serious_concern", Truth::kFalse);
    EXPECT_EQ(revised(plan, framework, judgement, made_on("2026-09-21")), plan);
    found("finding.secure", Truth::kFalse);
    EXPECT_EQ(revised(plan, framework, judgement, made_on("2026-09-21")).objectives[0].status, ItemStatus::kDone);
}

}  // namespace

}  // namespace schoolimp::testing
