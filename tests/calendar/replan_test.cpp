// Making a calendar again: ids, sequence numbers, agreed dates, the past, cancellations.
#include <algorithm>

#include "calendar/fixture.hpp"

namespace schoolimp::testing {
namespace {

Instant later() { return *parse_instant("2026-10-01T12:00:00Z"); }

World usual_world(int schools = 3) {
    Activity visit = activity("visit", every(Every::kFortnight), ActivityKind::kVisit);
    Activity review = activity("review", every(Every::kHalfTerm));
    review.reports = {route("board", every(Every::kTerm))};
    return World({visit, review, activity("annual", every(Every::kYear))}, schools);
}

TEST(Replan, TheSameInputGivesTheSameCalendar) {
    World world = usual_world();
    const Calendar first = world.make();
    EXPECT_EQ(first, world.make());
    Calendar again = world.make(&first);
    EXPECT_EQ(again, first) << "also against itself";
    world.options.stamp = later();
    again = world.make(&first);
    EXPECT_EQ(again.events, first.events) << "a later making changes no event";
    const CalendarChanges changes = compare_calendars(first, again);
    EXPECT_EQ(changes.unchanged, static_cast<int>(first.events.size()));
    EXPECT_TRUE(has_text(changes.summary, "none added, none moved, none cancelled"));
}

TEST(Replan, ADayThatClosesMovesOneEventAndKeepsItsId) {
    World world = usual_world(1);
    const Calendar before = world.make();
    const CalendarEvent review = events_of(before, "review")[1];
    ASSERT_EQ(review.kind, CalendarEventKind::kActivity);
    world.add_inset(to_string(review.first));
    world.options.stamp = later();
    const Calendar after = world.make(&before);
    const CalendarEvent* moved = after.find_event(review.id);
    ASSERT_NE(moved, nullptr);
    EXPECT_NE(moved->first, review.first);
    EXPECT_EQ(world.years[0].half_term_of(moved->first), world.years[0].half_term_of(review.first));
    EXPECT_EQ(moved->sequence, 1);
    EXPECT_EQ(moved->last_modified, later());
    EXPECT_EQ(moved->moved_from, review.range());
    EXPECT_TRUE(has_text(moved->adjustment, "INSET day")) << moved->adjustment;
    const CalendarChanges changes = compare_calendars(before, after);
    EXPECT_EQ(changes.moved, std::vector<std::string>{review.id});
    EXPECT_TRUE(changes.added.empty() && changes.cancelled.empty());
    EXPECT_LE(changes.changed.size(), 1u) << "at the most the report that covers it";
    EXPECT_EQ(world.make(&after).events, after.events) << "and is then at rest";
}

TEST(Replan, WithoutKeepingPublishedDatesTheSpreadIsMadeAnew) {
    World world = usual_world(1);
    const Calendar before = world.make();
    world.options.keep_published = false;
    EXPECT_EQ(world.make(&before).events, before.events);
}

TEST(Replan, VanishedEventsAreCancelledAndKeptUntilTheYearEnds) {
    World world = usual_world(2);
    const Calendar before = world.make();
    world.document.activities.erase(world.document.activities.begin());  // no more visits
    world.options.stamp = later();
    world.options.from = day("2026-10-05");
    const Calendar after = world.make(&before);
    int cancelled = 0;
    for (const CalendarEvent& event : events_of(after, "visit")) {
        if (event.first < world.options.from) {
            EXPECT_EQ(event.status, EventStatus::kConfirmed) << "it took place";
            EXPECT_EQ(event.sequence, 0);
            continue;
        }
        EXPECT_EQ(event.status, EventStatus::kCancelled);
        EXPECT_EQ(event.sequence, 1);
        EXPECT_EQ(event.last_modified, later());
        ++cancelled;
    }
    EXPECT_GT(cancelled, 20);
    EXPECT_EQ(compare_calendars(before, after).cancelled.size(), static_cast<std::size_t>(cancelled));
    EXPECT_EQ(world.make(&after).events, after.events) << "a cancelled event is cancelled once";

    world.document.activities.insert(world.document.activities.begin(), usual_world().document.activities[0]);
    const Calendar back = world.make(&after);
    for (const CalendarEvent& event : events_of(back, "visit"))
        if (event.first >= world.options.from) {
            EXPECT_EQ(event.status, EventStatus::kConfirmed);
            EXPECT_EQ(event.sequence, 2) << "it is back under its old id";
        }

    world.document.activities.erase(world.document.activities.begin());
    world.options.from = day("2027-09-01");
    for (const CalendarEvent& event : events_of(world.make(&after), "visit")) {
        EXPECT_EQ(event.status, EventStatus::kConfirmed) << "the school year is over: cancelled ones leave";
        EXPECT_LT(event.first, day("2026-10-05"));
    }
}

TEST(Replan, ThePastIsNeverTouched) {
    World world = usual_world(3);
    const Calendar before = world.make();
    world.options.from = day("2027-02-01");
    world.options.stamp = later();
    world.options.keep_published = false;
    world.trust.schools.erase(world.trust.schools.begin());
    for (Activity& changed : world.document.activities) changed.title += " (renamed)";
    world.block("2026-09-01", "2026-12-18", "Blocked after the event");
    const Calendar after = world.make(&before);
    for (const CalendarEvent& event : before.events) {
        const CalendarEvent* now = after.find_event(event.id);
        ASSERT_NE(now, nullptr) << event.key;
        if (event.first < world.options.from)
            EXPECT_EQ(*now, event);
        else
            EXPECT_GE(now->first, world.options.from);
    }
}

TEST(Replan, ACalendarBegunDuringTheYearPlacesOnlyTheRest) {
    World world = usual_world(1);
    world.options.from = day("2027-01-20");
    const Calendar calendar = world.make();
    for (const CalendarEvent& event : calendar.events) EXPECT_GE(event.first, world.options.from) << event.key;
    const auto reviews = events_of(calendar, "review");
    EXPECT_EQ(std::count_if(reviews.begin(), reviews.end(), [](const CalendarEvent& event) { return event.kind == CalendarEventKind::kActivity; }), 4);
    EXPECT_TRUE(calendar.to_be_agreed.empty());
}

TEST(Replan, AgreedDatesHold) {
    World world = usual_world(1);
    const Calendar before = world.make();
    const CalendarEvent annual = events_of(before, "annual")[0];
    world.options.pins = {{annual.key, day("2027-03-09"), {}}};
    const Calendar agreed = world.make(&before);
    const CalendarEvent* pinned = agreed.find_event(annual.id);
    EXPECT_EQ(pinned->first, day("2027-03-09"));
    EXPECT_TRUE(pinned->pinned);
    EXPECT_EQ(pinned->sequence, 1);
    world.options.pins.clear();
    world.block("2027-03-01", "2027-03-12", "Mocks");
    const Calendar after = world.make(&agreed);
    EXPECT_EQ(after.find_event(annual.id)->first, day("2027-03-09")) << "agreed earlier, still agreed";
    ASSERT_EQ(after.issues.size(), 1u);
    EXPECT_TRUE(has_text(after.issues[0].message, "Mocks"));
    world.options.unpin = {annual.id};
    const Calendar freed = world.make(&after);
    EXPECT_FALSE(freed.find_event(annual.id)->pinned);
    EXPECT_NE(freed.find_event(annual.id)->first, day("2027-03-09"));
}

TEST(Replan, AnAgreedDateForNothingIsAnError) {
    World world = usual_world(1);
    world.options.pins = {{"trust/s1000/2026/anual/1", day("2027-03-09"), {}}};
    const Result<Calendar> result = world.try_make();
    ASSERT_FALSE(result.ok());
    const Status& status = result.status();
    EXPECT_EQ(status.issues()[0].hint, "did you mean 'trust/s1000/2026/annual/1'?");
}

TEST(Replan, AnAgreedDateForAnItemOfAPlanIsAnErrorForThePlanHasIt) {
    World world = usual_world(1);
    world.planned = {{"s1000", "action", CalendarEventKind::kAction, "Action", day("2026-11-10"), day("2026-11-10"), {}, "", {}}};
    const CalendarEvent planned = events_of(world.make(), "action")[0];
    world.options.pins = {{planned.id, day("2026-11-12"), {}}};
    const Result<Calendar> result = world.try_make();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.status().issues()[0].code, "dated_in_plan");
}

TEST(Replan, AnAgreedDateOnAClosedDayIsKeptAndReported) {
    World world = usual_world(1);
    world.options.pins = {{"trust/s1000/2026/annual/1", day("2026-09-02"), {}}};
    const Calendar calendar = world.make();
    EXPECT_EQ(events_of(calendar, "annual")[0].first, day("2026-09-02"));
    ASSERT_EQ(calendar.issues.size(), 1u);
    EXPECT_TRUE(has_text(calendar.issues[0].message, "INSET day"));
}

TEST(Replan, ADecisionRaisesTheSequence) {
    World world = usual_world(1);
    world.document.activities[2].levels = {"tier.two"};
    world.judgements = {judgement("s1000", "two")};
    const Calendar before = world.make();
    EXPECT_EQ(events_of(before, "annual")[0].status, EventStatus::kTentative);
    decide_level(world.judgements[0], "two");
    const CalendarEvent after = events_of(world.make(&before), "annual")[0];
    EXPECT_EQ(after.status, EventStatus::kConfirmed);
    EXPECT_EQ(after.sequence, 1);
    EXPECT_EQ(after.moved_from, std::nullopt);
}

TEST(Replan, NewWordsChangeOnlyTheStamp) {
    World world = usual_world(1);
    const Calendar before = world.make();
    world.document.activities[2].title = "Annual review of everything";
    world.options.stamp = later();
    const CalendarEvent after = events_of(world.make(&before), "annual")[0];
    EXPECT_EQ(after.sequence, 0);
    EXPECT_EQ(after.last_modified, later());
}

TEST(Replan, EventsOfAYearNotPlannedHereStay) {
    World world = usual_world(1);
    const Calendar before = world.make();
    SchoolYearDocument next = august_document();
    world.years = {made(next)};
    world.options.from = day("2027-07-01");
    const Calendar after = world.make(&before);
    for (const CalendarEvent& event : before.events) {
        const CalendarEvent* now = after.find_event(event.id);
        ASSERT_NE(now, nullptr);
        EXPECT_EQ(*now, event);
    }
    EXPECT_GT(after.events.size(), before.events.size());
}

TEST(Replan, LastYearStaysAsItWasForEveryKind) {
    World world = usual_world(2);
    world.options.from = day("2026-09-01");
    world.planned = {{"s1000", "action", CalendarEventKind::kAction, "Action", day("2026-11-10"), day("2026-11-10"), {}, "", {}},
                     {"s1000", "review", CalendarEventKind::kReview, "Impact review", day("2026-12-08"), day("2026-12-08"), {}, "", {}},
                     {"s1000", "milestone", CalendarEventKind::kMilestone, "Milestone", day("2026-12-18"), day("2026-12-18"), {}, "", {}}};
    const Calendar before = world.make();
    std::set<CalendarEventKind> kinds;
    for (const CalendarEvent& event : before.events) kinds.insert(event.kind);
    ASSERT_EQ(kinds.size(), 5u);
    world.years = {made(august_document())};
    world.options.from = day("2027-09-01");
    world.options.stamp = later();
    for (const bool plan_goes_on : {true, false}) {
        if (!plan_goes_on) world.planned.clear();
        const Calendar after = world.make(&before);
        for (const CalendarEvent& event : before.events) {
            const CalendarEvent* now = after.find_event(event.id);
            ASSERT_NE(now, nullptr) << event.key;
            EXPECT_EQ(*now, event);
        }
        const CalendarChanges changes = compare_calendars(before, after);
        EXPECT_TRUE(changes.removed.empty() && changes.cancelled.empty() && changes.moved.empty()) << changes.summary;
        EXPECT_EQ(changes.unchanged, static_cast<int>(before.events.size()));
    }
}

TEST(Replan, APlansItemStillToComeIsCancelledWhateverItsYear) {
    World world = usual_world(1);
    world.planned = {{"s1000", "late", CalendarEventKind::kAction, "Late action", day("2028-05-10"), day("2028-05-10"), {}, "", {}}};
    const Calendar before = world.make();
    world.planned.clear();
    const Calendar after = world.make(&before);
    const auto late = events_of(after, "late");
    ASSERT_EQ(late.size(), 1u);
    EXPECT_EQ(late[0].status, EventStatus::kCancelled);
    EXPECT_EQ(late[0].sequence, 1);
    EXPECT_EQ(after.standing_events(), static_cast<int>(after.events.size()) - 1);
}

TEST(Replan, AnotherSchoolMovesNoPublishedEvent) {
    World world = usual_world(5);
    const Calendar before = world.make();
    world.trust.schools.push_back(school("s2000"));
    const Calendar after = world.make(&before);
    const CalendarChanges changes = compare_calendars(before, after);
    EXPECT_TRUE(changes.moved.empty() && changes.cancelled.empty());
    EXPECT_EQ(changes.added.size(), events_of(after, "visit", "s2000").size() + events_of(after, "review", "s2000").size() + 1);
}

}  // namespace
}  // namespace schoolimp::testing
