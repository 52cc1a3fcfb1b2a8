// Plans for every level of every built-in framework, and what must hold of all of them.
#include <gtest/gtest.h>

#include <set>

#include "plan/sample.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/io/plan_json.hpp"

namespace schoolimp::testing {

namespace {

struct LevelCase {
    std::string framework;
    std::string judgement;
    std::string scale;
    std::string level;
};

/// Every level of the first question on each scale.
std::vector<LevelCase> level_cases() {
    std::vector<LevelCase> cases;
    for (const BuiltinFramework& entry : builtin_frameworks()) {
        const Framework framework = builtin_framework(entry.id, entry.edition).value();
        std::set<std::string> scales;
        for (const JudgementRule& rule : framework.document().judgements) {
            if (!scales.insert(rule.scale).second) continue;
            for (const ScaleLevel& level : framework.find_scale(rule.scale)->levels) cases.push_back({entry.id, rule.id, rule.scale, level.id});
        }
    }
    return cases;
}

Judgement suggested(const Framework& framework, const LevelCase& item) {
    Judgement judgement = judged(framework, {{item.judgement, item.level}});
    // Every other criterion is a trouble, every third not known; conditions hold, may hold or do not, in turn.
    int turn = 0;
    for (CriterionResult& result : judgement.criteria) {
        const Criterion* criterion = framework.find_criterion(result.id);
        if (!criterion->desired) continue;
        ++turn;
        if (turn % 2 == 0) result.result = to_truth(!*criterion->desired);
        if (turn % 3 == 0) result.result = Truth::kUnknown;
    }
    constexpr Truth kTurns[] = {Truth::kTrue, Truth::kUnknown, Truth::kFalse};
    for (const Offer& offer : framework.document().offers)
        for (const Action& action : offer.actions)
            if (!action.when.empty()) set_condition(judgement, "action:" + action.id, kTurns[static_cast<std::size_t>(turn++ % 3)]);
    return judgement;
}

/// What the plan must hold, read straight from the document.
std::set<std::string> expected_actions(const Framework& framework, const Judgement& judgement, const std::string& level) {
    std::set<std::string> expected;
    for (const Offer& offer : framework.document().offers) {
        if (std::find(offer.levels.begin(), offer.levels.end(), level) == offer.levels.end()) continue;
        for (const Action& action : offer.actions) {
            Truth holds = Truth::kTrue;
            for (const ConditionResult& condition : judgement.conditions)
                if (condition.owner == "action:" + action.id) holds = condition.result;
            if (holds == Truth::kTrue || holds == Truth::kUnknown) expected.insert(action.id);
        }
    }
    return expected;
}

/// Read straight from the document: the cadence that would give the days has no interval.
bool lacks_interval(const Framework& framework, const PlanAction& action) {
    const Activity* activity = framework.find_activity(action.activity);
    const std::optional<Cadence>& own = framework.find_action(action.action)->cadence;
    if (activity == nullptr && !own) return false;
    const Every every = activity != nullptr ? activity->cadence.every : own->every;
    return every == Every::kRegular || every == Every::kContinuous || every == Every::kAsRequired;
}

class BuiltinPlans : public ::testing::TestWithParam<LevelCase> {
protected:
    Framework framework_ = builtin_framework(GetParam().framework).value();
    Judgement judgement_ = suggested(framework_, GetParam());
    std::string level_ = GetParam().scale + "." + GetParam().level;
    Plan plan_ = planned(framework_, judgement_);
};

TEST_P(BuiltinPlans, HoldEveryActionOfTheLevelOnceAndNothingElse) {
    std::multiset<std::string> found;
    for (const PlanAction& action : plan_.actions) {
        found.insert(action.action);
        EXPECT_EQ(action.id, "action." + action.action);
        EXPECT_EQ(action.refs, framework_.find_action(action.action)->refs);
        EXPECT_EQ(action.actor, framework_.find_action(action.action)->actor);
    }
    const std::set<std::string> expected = expected_actions(framework_, judgement_, level_);
    EXPECT_EQ(found, std::multiset<std::string>(expected.begin(), expected.end()));
}

TEST_P(BuiltinPlans, AnswerEachTroubleOnceAndHaveAPointForEachUnknown) {
    std::vector<std::string> objectives, unknown, points;
    for (const Criterion& criterion : framework_.document().criteria) {
        if (!criterion.desired) continue;
        for (const CriterionResult& result : judgement_.criteria) {
            if (result.id != criterion.id) continue;
            if (result.result == to_truth(!*criterion.desired)) objectives.push_back(criterion.id);
            if (result.result == Truth::kUnknown) unknown.push_back("objective." + criterion.id);
        }
    }
    std::vector<std::string> found;
    for (const Objective& objective : plan_.objectives) {
        found.push_back(objective.criterion);
        found.insert(found.end(), objective.also.begin(), objective.also.end());
        EXPECT_FALSE(objective.title.empty());
        EXPECT_FALSE(objective.success_measure.empty());
    }
    for (const OpenPoint& point : plan_.to_be_agreed)
        if (point.what == "evidence") points.push_back(point.item);
    std::sort(found.begin(), found.end());
    std::sort(objectives.begin(), objectives.end());
    EXPECT_EQ(found, objectives);
    EXPECT_EQ(points, unknown);
}

TEST_P(BuiltinPlans, HaveDatesOnSchoolDaysOnly) {
    const SchoolYear year = made(usual_document());
    for (const Date date : dates_of(plan_)) EXPECT_TRUE(year.pupil_open(date)) << to_string(date);
}

TEST_P(BuiltinPlans, SayWhatIsOpenForEveryAction) {
    for (const PlanAction& action : plan_.actions) {
        const std::vector<std::string> points = points_of(plan_, action.id);
        const auto has = [&](const char* what) { return std::count(points.begin(), points.end(), what) == 1; };
        EXPECT_EQ(has("owner"), action.actor.empty()) << action.id;
        EXPECT_EQ(has("condition"), action.applies == Applies::kPossibly) << action.id;
        EXPECT_EQ(std::set<std::string>(points.begin(), points.end()).size(), points.size()) << action.id << " lists a point twice";
        // A day in the plan, days of its activity in the calendar, or a point to agree: words about how often are no days.
        const Activity* activity = framework_.find_activity(action.activity);
        const bool in_calendar = activity != nullptr && (activity->cadence.every <= Every::kOnce || activity->cadence.event == EventKind::kJoining || activity->cadence.event == EventKind::kBeforeJoining);
        const bool dated = action.start || action.due || !action.visits.empty() || in_calendar;
        EXPECT_TRUE(dated || has("date") || has("interval")) << action.id;
        EXPECT_EQ(has("interval"), lacks_interval(framework_, action)) << action.id;
    }
}

TEST_P(BuiltinPlans, ReviseToThemselves) {
    for (const char* on : {"2026-09-10", "2026-11-20", "2027-03-01"}) EXPECT_EQ(revised(plan_, framework_, judgement_, made_on(on)), plan_) << on;
}

TEST_P(BuiltinPlans, ReviseToAnyOtherLevelAndBack) {
    for (const ScaleLevel& other : framework_.find_scale(GetParam().scale)->levels) {
        LevelCase there = GetParam();
        there.level = other.id;
        const Judgement judgement = suggested(framework_, there);
        const Plan moved = revised(plan_, framework_, judgement, made_on("2026-11-20"));
        EXPECT_EQ(revised(moved, framework_, judgement, made_on("2026-11-20")), moved);
        const std::set<std::string> expected = expected_actions(framework_, judgement, GetParam().scale + "." + other.id);
        for (const PlanAction& action : moved.actions) EXPECT_EQ(action.status == ItemStatus::kWithdrawn, !expected.contains(action.action)) << action.id;
        const Plan back = revised(moved, framework_, judgement_, made_on("2027-01-20"));
        EXPECT_EQ(revised(back, framework_, judgement_, made_on("2027-01-20")), back);
        for (const PlanAction& action : plan_.actions) EXPECT_EQ(find_action(back, action.id)->status, ItemStatus::kNotStarted) << action.id;
    }
}

TEST_P(BuiltinPlans, ComeBackFromJson) {
    const std::string text = write_plan(plan_, JsonStyle::kCanonical);
    const Result<Plan> again = parse_plan(text);
    ASSERT_TRUE(again.ok()) << again.status().message();
    EXPECT_EQ(*again, plan_);
    EXPECT_EQ(write_plan(*again, JsonStyle::kCanonical), text);
}

INSTANTIATE_TEST_SUITE_P(Levels, BuiltinPlans, ::testing::ValuesIn(level_cases()),
                         [](const auto& test) { return test.param.framework + "_" + test.param.judgement + "_" + test.param.level; });

}  // namespace

}  // namespace schoolimp::testing
