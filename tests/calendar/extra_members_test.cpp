// What newer software wrote into a calendar stays in it when the calendar is planned again.
#include <algorithm>

#include "calendar/fixture.hpp"
#include "schoolimp/calendar/calendar.hpp"
#include "schoolimp/io/calendar_json.hpp"

namespace schoolimp::testing {
namespace {

template <typename Item>
void mark(std::vector<Item>& items, const std::string& list) {
    for (std::size_t i = 0; i < items.size(); ++i) items[i].extra.set("x_of", "\"" + list + std::to_string(i) + "\"");
}

Calendar marked(Calendar calendar) {
    calendar.extra.set("x_of", "{}");
    mark(calendar.schools, "school");
    mark(calendar.events, "event");
    for (CalendarEvent& event : calendar.events) {
        mark(event.participants, "participant");
        mark(event.reports, "report");
    }
    mark(calendar.to_be_agreed, "undated");
    return calendar;
}

World usual_world() {
    Activity visit = activity("visit", every(Every::kFortnight), ActivityKind::kVisit);
    visit.participants = {taking_part("adviser", ParticipantPart::kDoes), taking_part("head", ParticipantPart::kTakesPart)};
    Activity review = activity("review", every(Every::kHalfTerm));
    review.reports = {route("board", every(Every::kTerm))};
    return World({visit, review, activity("coaching", every(Every::kRegular))}, 2);
}

void expect_kept(const Calendar& before, const Calendar& after) {
    EXPECT_EQ(after.extra, before.extra);
    EXPECT_EQ(after.schools, before.schools);
    EXPECT_EQ(after.to_be_agreed, before.to_be_agreed);
    for (const CalendarEvent& event : before.events) {
        const CalendarEvent* now = after.find_event(event.id);
        ASSERT_NE(now, nullptr) << event.key;
        EXPECT_EQ(now->extra, event.extra) << event.key;
        EXPECT_EQ(now->participants, event.participants) << event.key;
        EXPECT_EQ(now->reports, event.reports) << event.key;
    }
}

TEST(ExtraMembersOfACalendar, AreNoReasonForAChange) {
    World world = usual_world();
    const Calendar before = marked(world.make());
    ASSERT_FALSE(before.to_be_agreed.empty());
    ASSERT_TRUE(std::any_of(before.events.begin(), before.events.end(), [](const CalendarEvent& event) { return !event.participants.empty(); }));
    ASSERT_TRUE(std::any_of(before.events.begin(), before.events.end(), [](const CalendarEvent& event) { return !event.reports.empty(); }));
    const Calendar after = world.make(&before);
    EXPECT_EQ(after, before);
    EXPECT_EQ(compare_calendars(before, after).unchanged, static_cast<int>(before.events.size()));
}

TEST(ExtraMembersOfACalendar, StayWithEventsThatMoveAreCalledOffOrAreOver) {
    World world = usual_world();
    const Calendar before = marked(world.make());
    world.add_inset(to_string(before.events[before.events.size() / 2].first));
    world.options.stamp = *parse_instant("2026-10-01T12:00:00Z");
    world.options.from = day("2026-10-05");
    const Calendar moved = world.make(&before);
    EXPECT_FALSE(compare_calendars(before, moved).moved.empty());
    expect_kept(before, moved);
    EXPECT_EQ(parse_calendar(write_calendar(moved)).value(), moved);

    const Activity visits = world.document.activities.front();
    world.document.activities.erase(world.document.activities.begin());
    const Calendar cancelled = world.make(&moved);
    EXPECT_FALSE(compare_calendars(moved, cancelled).cancelled.empty());
    expect_kept(before, cancelled);
    world.document.activities.insert(world.document.activities.begin(), visits);
    expect_kept(before, world.make(&cancelled));
}

TEST(ExtraMembersOfACalendar, StayWithItemsOfPlans) {
    World world = usual_world();
    PlannedItem item;
    item.school = world.trust.schools[0].id;
    item.id = "action.coaching";
    item.title = "Coaching";
    item.first = item.last = day("2026-11-10");
    item.actors = {"adviser"};
    world.planned = {item};
    const Calendar before = marked(world.make());
    world.planned[0].first = world.planned[0].last = day("2026-11-12");
    const Calendar after = world.make(&before);
    EXPECT_EQ(compare_calendars(before, after).moved.size(), 1u);
    expect_kept(before, after);
}

}  // namespace
}  // namespace schoolimp::testing
