// Days of recurring actions, and what a plan says of those that have none.
#include <gtest/gtest.h>

#include "plan/sample.hpp"

namespace schoolimp::testing {

namespace {

struct CadenceCase {
    Every every;
    bool days;          ///< With visits of its own.
    const char* point;  ///< What is to be agreed; empty for nothing.
};

TEST(RecurringActions, HaveDaysOrAPointWhateverTheirKind) {
    const CadenceCase cases[] = {{Every::kWeek, true, ""},         {Every::kFortnight, true, ""},       {Every::kMonth, true, ""},          {Every::kHalfTerm, true, ""},
                                 {Every::kTerm, true, ""},         {Every::kYear, true, ""},            {Every::kOnce, false, "date"},      {Every::kOnEvent, false, "date"},
                                 {Every::kRegular, false, "interval"}, {Every::kContinuous, false, "interval"}, {Every::kAsRequired, false, "interval"}};
    for (const ActionKind kind : {ActionKind::kAction, ActionKind::kMonitoring, ActionKind::kTraining, ActionKind::kReporting})
        for (const CadenceCase& item : cases) {
            const Framework framework = sample_framework([&](FrameworkDocument& document) {
                Action action = plain_action("again");
                action.kind = kind;
                action.cadence = Cadence{};
                action.cadence->every = item.every;
                offer_of(document, "everyone").actions = {action};
            });
            const Plan plan = planned(framework, judged(framework, {{"support", "low"}}));
            EXPECT_EQ(!find_action(plan, "action.again")->visits.empty(), item.days) << static_cast<int>(item.every);
            EXPECT_EQ(points_of(plan, "action.again"), *item.point == '\0' ? Texts{} : Texts{item.point}) << static_cast<int>(item.every);
        }
}

TEST(RecurringActions, OfAnActivityAreAsOftenAsTheActivity) {
    for (const auto& [every, point] : {std::pair{Every::kTerm, ""}, {Every::kOnce, ""}, {Every::kRegular, "interval"}, {Every::kContinuous, "interval"}, {Every::kOnEvent, "date"}}) {
        const Framework framework = sample_framework([&, every = every](FrameworkDocument& document) {
            Activity activity = document.activities[0];
            activity.id = "its_activity";
            activity.cadence = Cadence{};
            activity.cadence.every = every;
            if (every == Every::kOnEvent) activity.cadence.event = EventKind::kConcern;
            document.activities.push_back(activity);
            Action action = plain_action("again");
            action.activity = "its_activity";
            offer_of(document, "everyone").actions = {action};
        });
        const Plan plan = planned(framework, judged(framework, {{"support", "low"}}));
        EXPECT_EQ(points_of(plan, "action.again"), *point == '\0' ? Texts{} : Texts{point}) << static_cast<int>(every);
        EXPECT_TRUE(find_action(plan, "action.again")->visits.empty());
    }
}

TEST(PlanWords, EndWithOneFullStop) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        Action action = plain_action("stop");
        action.title = "Do it in the second phase.";
        action.when_text = "In the second phase.";
        action.amount = Amount{};
        action.amount->text = "By the priorities.";
        action.cadence = Cadence{};
        action.cadence->every = Every::kRegular;
        action.cadence->text = "At every opportunity.";
        offer_of(document, "everyone").actions.push_back(action);
    });
    const Plan plan = planned(framework, judged(framework, {{"support", "low"}}));
    const Plan after = revised(plan, framework, judged(framework, {{"support", "high"}}), made_on("2026-11-10"));
    Texts texts;
    for (const Plan* one : {&plan, &after}) {
        for (const OpenPoint& point : one->to_be_agreed) texts.push_back(point.text);
        for (const Revision& revision : one->revisions) texts.insert(texts.end(), revision.changes.begin(), revision.changes.end());
    }
    EXPECT_TRUE(any_has_text(texts, "By the priorities."));
    for (const std::string& text : texts) {
        EXPECT_FALSE(has_text(text, "..")) << text;
        EXPECT_FALSE(has_text(text, ".'.")) << text;
        EXPECT_EQ(text.back(), '.') << text;
    }
}

}  // namespace

}  // namespace schoolimp::testing
