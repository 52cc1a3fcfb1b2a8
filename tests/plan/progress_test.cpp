#include <gtest/gtest.h>

#include <tuple>

#include "plan/sample.hpp"
#include "schoolimp/plan/words.hpp"

namespace schoolimp::testing {

namespace {

ProgressEntry entry(std::string item, std::string_view on) {
    ProgressEntry result;
    result.item = std::move(item);
    result.on = day(on);
    return result;
}

ProgressEntry with_value(std::string item, std::string_view on, std::string value) {
    ProgressEntry result = entry(std::move(item), on);
    result.value = std::move(value);
    return result;
}

ProgressEntry with_status(std::string item, std::string_view on, ItemStatus status) {
    ProgressEntry result = entry(std::move(item), on);
    result.status = status;
    return result;
}

class Progress : public ::testing::Test {
protected:
    Framework framework_ = sample_framework();
    Plan plan_ = planned(framework_, judged_high(framework_));

    void record(ProgressEntry item) { plan_ = record_progress(plan_, std::move(item)).value(); }
};

TEST_F(Progress, IsAddedToTheRecord) {
    const ProgressEntry first = with_value("objective.results.low", "2026-10-01", "45"), second = entry("milestone.2026-27.autumn", "2026-12-18");
    record(first);
    record(second);
    EXPECT_EQ(plan_.progress, (Entries{first, second}));
}

TEST_F(Progress, SetsTheStatusOfEveryKindOfItem) {
    for (const char* id : {"objective.results.low", "action.coaching", "action.visits.1", "milestone.2026-27.autumn"}) record(with_status(id, "2026-10-01", ItemStatus::kDone));
    EXPECT_EQ(find_objective(plan_, "objective.results.low")->status, ItemStatus::kDone);
    EXPECT_EQ(find_action(plan_, "action.coaching")->status, ItemStatus::kDone);
    EXPECT_EQ(find_action(plan_, "action.visits")->visits[0].status, ItemStatus::kDone);
    EXPECT_EQ(plan_.milestones[0].status, ItemStatus::kDone);
    EXPECT_TRUE(points_of(plan_, "action.coaching").empty());  // nothing is left to agree
}

TEST_F(Progress, ALateEntryDoesNotUndoALaterOne) {
    record(with_status("action.coaching", "2026-11-01", ItemStatus::kDone));
    record(with_status("action.coaching", "2026-10-01", ItemStatus::kInProgress));
    EXPECT_EQ(find_action(plan_, "action.coaching")->status, ItemStatus::kDone);
    EXPECT_EQ(plan_.progress.size(), 2u);
    record(with_status("action.coaching", "2026-11-01", ItemStatus::kInProgress));  // the same day: the last word counts
    EXPECT_EQ(find_action(plan_, "action.coaching")->status, ItemStatus::kInProgress);
}

TEST_F(Progress, FailsForAnItemThatIsNotThere) {
    const Status status = record_progress(plan_, entry("action.coachin", "2026-10-01")).status();
    EXPECT_EQ(status.code(), StatusCode::kNotFound);
    EXPECT_TRUE(has_text(status.message(), "did you mean 'action.coaching'?")) << status.message();
}

TEST_F(Progress, FailsBeforeThePlan) {
    const Status status = record_progress(plan_, entry("action.coaching", "2026-09-09")).status();
    EXPECT_EQ(status.code(), StatusCode::kOutOfRange);
    EXPECT_TRUE(has_text(status.message(), "before the plan's start on 2026-09-10")) << status.message();
}

TEST_F(Progress, OnlyARevisionWithdraws) {
    EXPECT_EQ(record_progress(plan_, with_status("action.coaching", "2026-10-01", ItemStatus::kWithdrawn)).status().code(), StatusCode::kInvalidArgument);
}

// ---- rating

/// A plan of 100 days with one objective from 40 to at least 50, and actions that work on it.
Plan hundred_days(std::string baseline = "40", std::string comparator = ">=", std::string target = "50") {
    Plan plan;
    plan.start = day("2026-09-01");
    Objective objective;
    objective.id = "o";
    objective.baseline = std::move(baseline);
    objective.comparator = std::move(comparator);
    objective.target = std::move(target);
    objective.due = plan.start + std::chrono::days{100};
    plan.objectives = {objective};
    for (const char* id : {"a1", "a2"}) {
        PlanAction action;
        action.id = id;
        action.objectives = {"o"};
        plan.actions.push_back(action);
    }
    return plan;
}

Date after_days(const Plan& plan, int days) { return plan.start + std::chrono::days{days}; }

RagResult rating(const Plan& plan, int days) {
    const std::vector<RagResult> results = rate_objectives(plan, after_days(plan, days));
    return results.empty() ? RagResult{} : results[0];
}

void add_value(Plan& plan, int days, std::string value) { plan.progress.push_back({"o", after_days(plan, days), "", "", std::move(value), {}, {}}); }

struct WayCase {
    const char* baseline;
    const char* comparator;
    const char* target;
    const char* value;
    int days;  ///< Of 100.
    Rag expected;
};

TEST(RateObjectives, ComparesTheWayCoveredWithTheTimeGone) {
    const WayCase cases[] = {
        // Half of the time gone: green from 45 percent of the way, amber from 25.
        {"40", ">=", "50", "44.5", 50, Rag::kGreen},
        {"40", ">=", "50", "44.4999", 50, Rag::kAmber},
        {"40", ">=", "50", "42.5", 50, Rag::kAmber},
        {"40", ">=", "50", "42.4999", 50, Rag::kRed},
        {"40", ">=", "50", "39", 50, Rag::kRed},
        // Downwards, as for absence.
        {"6.4", "<=", "5.4", "5.95", 50, Rag::kGreen},
        {"6.4", "<=", "5.4", "5.96", 50, Rag::kAmber},
        {"6.4", "<=", "5.4", "6.16", 50, Rag::kRed},
        // The target itself, at any time.
        {"40", ">=", "50", "50", 1, Rag::kGreen},
        {"40", ">", "50", "50", 100, Rag::kGreen},   // all of the way is covered, though the bound is not passed yet
        {"40", ">", "50", "50.1", 10, Rag::kGreen},
        // A target just beyond the baseline.
        {"50", ">", "50", "50", 50, Rag::kRed},
        {"50", ">", "50", "50.1", 50, Rag::kGreen},
        // On the first day nothing is expected yet.
        {"40", ">=", "50", "40", 0, Rag::kGreen},
        {"40", ">=", "50", "39.9", 0, Rag::kRed},
        // On the due day all of it.
        {"40", ">=", "50", "49", 100, Rag::kGreen},
        {"40", ">=", "50", "48.9", 100, Rag::kAmber},
        {"40", ">=", "50", "49", 101, Rag::kRed},  // the due date has passed
        {"40", ">=", "50", "50", 101, Rag::kGreen},
        {"0.1", ">=", "0.4", "0.235", 50, Rag::kGreen},  // decimals are exact
    };
    for (const WayCase& item : cases) {
        Plan plan = hundred_days(item.baseline, item.comparator, item.target);
        add_value(plan, 0, item.value);
        const RagResult result = rating(plan, item.days);
        EXPECT_EQ(word_of(result.rag), word_of(item.expected)) << item.baseline << " " << item.comparator << " " << item.target << ", " << item.value << " after " << item.days << ": " << result.reason;
        EXPECT_FALSE(result.reason.empty());
    }
}

TEST(RateObjectives, TellsTheReason) {
    Plan plan = hundred_days();
    add_value(plan, 20, "43");
    EXPECT_EQ(rating(plan, 50).reason, "30 percent of the way from 40 to 50 is covered (latest value 43 on 21 September 2026) after 50 percent of the time.");
}

TEST(RateObjectives, IsNotRatedWithoutAnEntry) {
    const Plan plan = hundred_days();
    EXPECT_EQ(rating(plan, 50).rag, Rag::kNotRated);
    EXPECT_EQ(rating(plan, 50).reason, "Nothing has been recorded yet.");
    EXPECT_EQ(rating(plan, 101).rag, Rag::kRed);  // but a due date that has passed is red
}

TEST(RateObjectives, CountsOnlyWhatWasRecordedByTheDay) {
    Plan plan = hundred_days();
    add_value(plan, 60, "50");
    EXPECT_EQ(rating(plan, 59).rag, Rag::kNotRated);
    EXPECT_EQ(rating(plan, 60).rag, Rag::kGreen);
    add_value(plan, 20, "40");  // written down late
    EXPECT_EQ(rating(plan, 60).rag, Rag::kGreen);
}

TEST(RateObjectives, DoneIsGreen) {
    Plan plan = hundred_days();
    plan.objectives[0].status = ItemStatus::kDone;
    EXPECT_EQ(rating(plan, 120).rag, Rag::kGreen);
}

TEST(RateObjectives, OthersGoByTheirActions) {
    Plan plan = hundred_days("", "", "");
    plan.progress.push_back({"a1", after_days(plan, 5), "", "", "", {}, ItemStatus::kDone});
    plan.actions[0].status = ItemStatus::kDone;
    EXPECT_EQ(rating(plan, 50).rag, Rag::kGreen);  // one of two done, half of the time gone
    EXPECT_EQ(rating(plan, 50).reason, "1 of 2 actions done after 50 percent of the time.");
    EXPECT_EQ(rating(plan, 60).rag, Rag::kAmber);
    plan.actions[1].status = ItemStatus::kStopped;
    EXPECT_EQ(rating(plan, 100).rag, Rag::kGreen);  // stopped ones do not count
    plan.actions[0].status = ItemStatus::kInProgress;
    EXPECT_EQ(rating(plan, 50).rag, Rag::kRed);
    plan.actions.clear();
    plan.progress[0].item = "o";
    EXPECT_EQ(rating(plan, 50).rag, Rag::kNotRated);
}

/// The objective of a plan of 100 days, on a scale listed best first.
Plan on_a_scale(std::string baseline, std::string comparator, std::string target, ScaleOrder order = ScaleOrder::kBestFirst) {
    Plan plan = hundred_days(std::move(baseline), std::move(comparator), std::move(target));
    plan.objectives[0].scale = "grade";
    plan.objectives[0].scale_order = order;
    plan.objectives[0].levels = {"outstanding", "good", "fair", "poor"};
    if (order == ScaleOrder::kWorstFirst) std::reverse(plan.objectives[0].levels.begin(), plan.objectives[0].levels.end());
    return plan;
}

struct LevelCase {
    const char* baseline;
    const char* comparator;
    const char* target;
    const char* value;
    Rag expected;  ///< After half of the time, with no action done.
};

TEST(RateObjectives, LevelsAreComparedByTheOrderOfTheirScale) {
    const LevelCase cases[] = {
        {"grade.fair", ">=", "grade.good", "outstanding", Rag::kGreen},  {"grade.fair", ">=", "grade.good", "good", Rag::kGreen},
        {"grade.fair", ">=", "grade.good", "grade.good", Rag::kGreen},   {"fair", ">=", "good", "grade.outstanding", Rag::kGreen},
        {"grade.fair", ">=", "grade.good", "fair", Rag::kRed},           {"grade.fair", ">=", "grade.good", "poor", Rag::kRed},
        {"grade.fair", ">=", "grade.good", "garbage", Rag::kNotRated},   {"grade.fair", ">=", "grade.good", "NaN", Rag::kNotRated},
        {"grade.fair", ">=", "grade.good", "other.good", Rag::kNotRated}, {"grade.good", ">", "grade.good", "good", Rag::kRed},
        {"grade.good", ">", "grade.good", "outstanding", Rag::kGreen},   {"grade.good", "<=", "grade.fair", "poor", Rag::kGreen},
        {"grade.good", "<", "grade.fair", "fair", Rag::kRed},            {"grade.fair", "==", "grade.good", "good", Rag::kGreen},
        {"grade.fair", "==", "grade.good", "outstanding", Rag::kRed},    {"grade.poor", "!=", "grade.poor", "fair", Rag::kGreen},
        {"grade.poor", "!=", "grade.poor", "garbage", Rag::kNotRated},   {"grade.fair", ">=", "grade.no_such", "outstanding", Rag::kNotRated},
    };
    for (const ScaleOrder order : {ScaleOrder::kBestFirst, ScaleOrder::kWorstFirst})
        for (const LevelCase& item : cases) {
            Plan plan = on_a_scale(item.baseline, item.comparator, item.target, order);
            add_value(plan, 10, item.value);
            EXPECT_EQ(word_of(rating(plan, 50).rag), word_of(item.expected)) << item.comparator << " " << item.target << ", " << item.value << ": " << rating(plan, 50).reason;
            EXPECT_EQ(rating(plan, 101).rag == Rag::kGreen, item.expected == Rag::kGreen) << item.value;  // overdue otherwise
        }
}

TEST(RateObjectives, AScaleWithoutOrderKnowsOnlyTheSameLevel) {
    for (const auto& [comparator, value, expected] : {std::tuple{"==", "good", Rag::kGreen}, {"!=", "fair", Rag::kGreen}, {"!=", "good", Rag::kRed}, {">=", "outstanding", Rag::kNotRated}}) {
        Plan plan = on_a_scale("grade.good", comparator, "grade.good", ScaleOrder::kNone);
        add_value(plan, 10, value);
        EXPECT_EQ(rating(plan, 50).rag, expected) << comparator << " " << value;
    }
}

TEST(RateObjectives, ALevelWorseThanAtTheOutsetIsRedWhateverIsDone) {
    Plan plan = on_a_scale("grade.fair", ">=", "grade.good");
    for (PlanAction& action : plan.actions) action.status = ItemStatus::kDone;
    add_value(plan, 10, "poor");
    EXPECT_EQ(rating(plan, 50).rag, Rag::kRed);
    EXPECT_EQ(rating(plan, 50).reason, "The latest value poor (11 September 2026) is worse than grade.fair at the outset.");
    add_value(plan, 11, "fair");
    EXPECT_EQ(rating(plan, 50).rag, Rag::kGreen);  // no worse, and all actions are done
}

/// Plans written before objectives knew their scale: only the word itself can be trusted.
TEST(RateObjectives, WithoutAScaleOnlyTheTargetItselfIsRead) {
    for (const auto& [comparator, value, expected] :
         {std::tuple{"==", "secure", Rag::kGreen}, {"==", "finding.secure", Rag::kGreen}, {">=", "secure", Rag::kGreen}, {">=", "serious_concern", Rag::kNotRated},
          {"!=", "serious_concern", Rag::kNotRated}, {"!=", "NaN", Rag::kNotRated}, {"==", "garbage", Rag::kRed}}) {
        Plan plan = hundred_days("finding.some_concern", comparator, "finding.secure");
        add_value(plan, 10, value);
        EXPECT_EQ(rating(plan, 20).rag, expected) << comparator << " " << value;
    }
}

TEST(RateObjectives, OtherKindsOfValuesAreReadAsWhatTheyAre) {
    const std::tuple<const char*, const char*, const char*, Rag> cases[] = {
        {">=", "50", "NaN", Rag::kNotRated},     {">=", "50", "about 60", Rag::kNotRated}, {"!=", "false", "true", Rag::kGreen},          {"!=", "false", "yes", Rag::kGreen},
        {"!=", "false", "garbage", Rag::kNotRated}, {"==", "true", "no", Rag::kRed},        {">=", "2026-10-01", "2026-11-01", Rag::kGreen}, {">=", "2026-10-01", "soon", Rag::kNotRated},
    };
    for (const auto& [comparator, target, value, expected] : cases) {
        Plan plan = hundred_days("", comparator, target);
        add_value(plan, 10, value);
        EXPECT_EQ(word_of(rating(plan, 50).rag), word_of(expected)) << comparator << " " << target << ", " << value << ": " << rating(plan, 50).reason;
    }
}

TEST(RecordProgress, RefusesAValueThatIsNotOfTheObjectivesKind) {
    const auto status = [](const Plan& plan, const char* value) { return record_progress(plan, {"o", plan.start, "", "", value, {}, {}}).status(); };
    const Plan grade = on_a_scale("grade.fair", ">=", "grade.good");
    for (const char* value : {"good", "grade.poor"}) EXPECT_TRUE(status(grade, value).ok()) << value;
    for (const char* value : {"garbage", "NaN", "Good", "other.good", "4"}) {
        EXPECT_EQ(status(grade, value).code(), StatusCode::kInvalidArgument) << value;
        EXPECT_TRUE(has_text(status(grade, value).message(), "the value '" + std::string(value) + "' of 'o' is not one of grade.outstanding, grade.good, grade.fair or grade.poor")) << status(grade, value).message();
        ASSERT_EQ(status(grade, value).issues().size(), 1u);
        EXPECT_EQ(status(grade, value).issues()[0].pointer, "/value");
    }
    EXPECT_TRUE(has_text(status(grade, "grade.god").message(), "did you mean 'grade.good'?"));
    for (const char* value : {"NaN", "fifty", "50%", "good"}) EXPECT_TRUE(has_text(status(hundred_days(), value).message(), "is not a number")) << value;
    EXPECT_TRUE(status(hundred_days(), "-3.5").ok());
    EXPECT_TRUE(has_text(status(hundred_days("false", "!=", "false"), "maybe").message(), "is not true or false"));
    EXPECT_TRUE(status(hundred_days("", "", ""), "anything").ok());  // nothing says what it is measured in
    EXPECT_TRUE(record_progress(grade, {"a1", grade.start, "", "", "three of five", {}, {}}).ok());  // an action has no kind of value
}

TEST(RateObjectives, PeoplesRatingStandsBeside) {
    Plan plan = hundred_days();
    add_value(plan, 10, "50");
    plan.progress.push_back({"o", after_days(plan, 11), "", "", "", Rag::kRed, {}});
    plan.progress.push_back({"o", after_days(plan, 12), "", "", "", Rag::kAmber, {}});
    const RagResult result = rating(plan, 50);
    EXPECT_EQ(result.rag, Rag::kGreen);
    EXPECT_EQ(result.people, Rag::kAmber);
    EXPECT_EQ(rating(plan, 11).people, Rag::kRed);
}

TEST(RateObjectives, LeavesOutWhatIsStoppedOrWithdrawn) {
    Plan plan = hundred_days();
    for (const ItemStatus status : {ItemStatus::kStopped, ItemStatus::kWithdrawn}) {
        plan.objectives[0].status = status;
        EXPECT_TRUE(rate_objectives(plan, plan.start).empty());
    }
}

}  // namespace

}  // namespace schoolimp::testing
