// Plans in the calendar: their dates are taken as they are, and what a plan puts before an activity comes before it.
#include <algorithm>

#include "calendar/fixture.hpp"
#include "schoolimp/calendar/planned_items.hpp"

namespace schoolimp::testing {
namespace {

TEST(PlannedItems, AreTakenAsThePlanDatesThem) {
    World world({}, 2);
    world.planned = {{"s1000", "phonics", CalendarEventKind::kAction, "Phonics training", day("2026-11-10"), day("2026-11-10"), {"head"}, "Whole staff", {"T-1"}},
                     {"s1001", "phonics", CalendarEventKind::kMilestone, "Phonics check", day("2026-12-25"), day("2026-12-25"), {}, "", {}}};
    Person head{"p1", "A Head", {"head"}, {"s1000"}};
    world.trust.people = {head};
    const Calendar calendar = world.make();
    ASSERT_EQ(calendar.events.size(), 2u);
    EXPECT_EQ(calendar.events[0].type, "action");
    EXPECT_EQ(calendar.events[0].participants[0].names, std::vector<std::string>{"A Head"});
    EXPECT_NE(calendar.events[0].id, calendar.events[1].id);
    ASSERT_EQ(calendar.issues.size(), 1u);
    EXPECT_TRUE(has_text(calendar.issues[0].message, "Christmas Day"));
    world.planned[0].first = world.planned[0].last = day("2026-11-12");
    const Calendar after = world.make(&calendar);
    EXPECT_EQ(after.events[0].id, calendar.events[0].id);
    EXPECT_EQ(after.events[0].sequence, 1);
    EXPECT_EQ(after.events[0].moved_from, (DateRange{day("2026-11-10"), day("2026-11-10")}));
}

PlannedItem item(std::string_view on, CalendarEventKind kind = CalendarEventKind::kReview) {
    return {"s1000", "impact_review", kind, "Impact review", day(on), day(on), {}, "", {}};
}

struct DateCase {
    const char* name;
    const char* before;  ///< Date in the plan when the earlier calendar was made.
    const char* now;     ///< Date in the plan now.
    int sequence;
};

class PlansDatesStand : public ::testing::TestWithParam<DateCase> {};

TEST_P(PlansDatesStand, WhateverTheDayOfTheRun) {
    World world;
    world.planned = {item(GetParam().before)};
    const Calendar first = world.make();
    world.options.from = day("2027-02-01");
    world.planned = {item(GetParam().now)};
    const Calendar second = world.make(&first);
    ASSERT_EQ(second.events.size(), 1u);
    EXPECT_EQ(second.events[0].first, day(GetParam().now));
    EXPECT_EQ(second.events[0].status, EventStatus::kConfirmed);
    EXPECT_EQ(second.events[0].sequence, GetParam().sequence);
    EXPECT_EQ(world.make(&second).events, second.events);
}

INSTANTIATE_TEST_SUITE_P(Dates, PlansDatesStand,
                         ::testing::Values(DateCase{"overdue", "2026-12-08", "2026-12-08", 0}, DateCase{"overdue_and_put_off", "2026-12-08", "2027-03-09", 1},
                                           DateCase{"to_come", "2027-03-09", "2027-03-09", 0}, DateCase{"to_come_and_moved", "2027-03-09", "2027-04-20", 1},
                                           DateCase{"held_before_its_day", "2027-03-09", "2027-01-12", 1}, DateCase{"past_and_mended", "2026-12-08", "2026-12-10", 1}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(PlannedItems, OverdueOnesStandInAFirstCalendarToo) {
    World world;
    world.options.from = day("2027-02-01");
    world.planned = {item("2026-12-08"), {"s1000", "milestone", CalendarEventKind::kMilestone, "Milestone", day("2026-12-18"), day("2026-12-18"), {}, "", {}}};
    EXPECT_EQ(world.make().events.size(), 2u);
}

PlanAction plan_action(std::string id, std::optional<Date> due = std::nullopt, ItemStatus status = ItemStatus::kNotStarted) {
    PlanAction action;
    action.id = id;
    action.title = id;
    action.due = due;
    action.status = status;
    return action;
}

struct WaitCase {
    const char* name;
    std::vector<PlanAction> before;
    std::optional<const char*> not_before;  ///< The first visit is after this day.
    const char* note = "";  ///< Set: the visits are tentative.
};

class AfterOtherActions : public ::testing::TestWithParam<WaitCase> {};

TEST_P(AfterOtherActions, VisitsWaitForWhatThePlanPutsFirst) {
    Plan plan;
    plan.school = "s1000";
    plan.start = day("2026-09-20");
    plan.actions = GetParam().before;
    PlanAction monitoring = plan_action("monitoring");
    monitoring.activity = "visit";
    for (const PlanAction& action : plan.actions) monitoring.after.push_back(action.id);
    plan.actions.push_back(monitoring);
    World world({activity("visit", every(Every::kFortnight), ActivityKind::kVisit)}, 2);
    world.planned = planned_items(plan);
    const Calendar calendar = world.make();
    EXPECT_EQ(events_of(calendar, "visit", "s1001").size(), 20u) << "the other school has no such plan";
    const auto visits = events_of(calendar, "visit", "s1000");
    EXPECT_TRUE(calendar.to_be_agreed.empty());
    ASSERT_FALSE(visits.empty());
    EXPECT_GT(visits[0].first, day(GetParam().not_before.value_or("2026-09-01")));
    EXPECT_EQ(visits.size() == 20u, !GetParam().not_before);
    const std::string note = GetParam().note;
    EXPECT_EQ(visits[0].status, note.empty() ? EventStatus::kConfirmed : EventStatus::kTentative);
    EXPECT_NE(visits[0].text.find(note), std::string::npos) << visits[0].text;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AfterOtherActions,
    ::testing::Values(WaitCase{"nothing_before", {}, {}}, WaitCase{"dated", {plan_action("Rapid plan", day("2026-10-09"))}, "2026-10-09"},
                      WaitCase{"the_later_of_two", {plan_action("Rapid plan", day("2026-11-13")), plan_action("Needs analysis", day("2026-10-09"))}, "2026-11-13"},
                      WaitCase{"undated", {plan_action("Rapid plan")}, "2026-09-20", "Comes after 'Rapid plan' of the support plan, which has no date yet: this day may move."},
                      WaitCase{"one_undated", {plan_action("Rapid plan"), plan_action("Needs analysis", day("2026-10-09"))}, "2026-10-09",
                               "Comes after 'Rapid plan' of the support plan, which has no date yet: this day may move."},
                      WaitCase{"done_without_a_date", {plan_action("Rapid plan", {}, ItemStatus::kDone)}, {}},
                      WaitCase{"withdrawn", {plan_action("Rapid plan", {}, ItemStatus::kWithdrawn)}, {}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PlannedItems, ForAnUnknownActivityAreAnError) {
    World world({activity("visit", every(Every::kTerm))});
    PlannedItem before = item("2026-10-09");
    before.activity = "vist";
    world.planned = {before};
    const Result<Calendar> result = world.try_make();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(issue_codes(result.status()), std::vector<std::string>{"/planned/0/activity unknown_name"});
}

}  // namespace
}  // namespace schoolimp::testing
