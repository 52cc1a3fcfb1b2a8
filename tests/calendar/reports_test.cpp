// One review may report to several bodies at different rates.
#include <algorithm>

#include "calendar/fixture.hpp"

namespace schoolimp::testing {
namespace {

/// Reviewed half-termly; the governing body hears termly, the board three times a year, the adviser each time.
World risk_world(int schools) {
    Activity review = activity("risk_review", every(Every::kHalfTerm));
    review.title = "Risk review";
    review.reports = {route("governors", every(Every::kTerm)), route("board", every(Every::kYear, 3)), route("adviser", std::nullopt)};
    World world({review}, schools);
    Body board, governors;
    board.id = "board";
    board.title = "Trust Board";
    governors.id = "governors";
    governors.title = "Governors";
    governors.accountable_to = "board";
    world.document.bodies = {governors, board};
    return world;
}

std::vector<CalendarEvent> reports_to(const Calendar& calendar, std::string_view to) {
    std::vector<CalendarEvent> result;
    for (const CalendarEvent& event : calendar.events)
        if (event.report_to == to) result.push_back(event);
    return result;
}

TEST(Reports, ComeAtTheirOwnRates) {
    const Calendar calendar = risk_world(4).make();
    EXPECT_EQ(reports_to(calendar, "governors").size(), 4u * 3);
    EXPECT_EQ(reports_to(calendar, "board").size(), 3u) << "the body at the top hears of all schools at once";
    EXPECT_TRUE(reports_to(calendar, "adviser").empty()) << "no rate of its own: it goes with each review";
    for (const CalendarEvent& event : calendar.events) {
        if (event.kind != CalendarEventKind::kActivity) continue;
        ASSERT_EQ(event.reports.size(), 3u);
        EXPECT_EQ(event.reports[1].often, "3 times a year");
        EXPECT_EQ(event.reports[2].often, "");
    }
}

TEST(Reports, CoverEachReviewOnce) {
    const Calendar calendar = risk_world(4).make();
    for (const char* to : {"governors", "board"}) {
        std::map<std::string, int> covered;
        for (const CalendarEvent& report : reports_to(calendar, to))
            for (const std::string& id : report.covers) {
                ++covered[id];
                const CalendarEvent* review = calendar.find_event(id);
                ASSERT_NE(review, nullptr);
                EXPECT_LE(review->last, report.first) << report.key;
                EXPECT_TRUE(report.school.empty() || report.school == review->school);
            }
        for (const auto& [id, count] : covered) EXPECT_EQ(count, 1) << id;
        EXPECT_EQ(covered.size(), 4u * 6) << to;
    }
}

TEST(Reports, FollowTheReviewsOfTheirTerm) {
    const World world = risk_world(1);
    const Calendar calendar = world.make();
    const auto reports = reports_to(calendar, "governors");
    ASSERT_EQ(reports.size(), 3u);
    for (std::size_t term = 0; term < 3; ++term) {
        EXPECT_EQ(reports[term].covers.size(), 2u) << "two half terms to a term";
        EXPECT_EQ(world.years[0].term_of(reports[term].first), static_cast<SchoolTerm>(term + 1));
    }
    EXPECT_TRUE(has_text(reports[0].reason, "Covers the 2 from ")) << reports[0].reason;
    EXPECT_EQ(reports[0].participants[0].title, "Governors");
    EXPECT_EQ(reports[0].title, "Report to Governors: Risk review");
}

TEST(Reports, ALaterReviewMovesTheReport) {
    World world = risk_world(1);
    const Calendar before = world.make();
    const CalendarEvent review = events_of(before, "risk_review")[2];
    const auto autumn = reports_to(before, "governors")[0];
    const CalendarEvent* second = before.find_event(autumn.covers[1]);
    world.options.pins = {{second->id, day("2026-12-18"), {}}};
    const Calendar after = world.make(&before);
    const auto report = reports_to(after, "governors")[0];
    EXPECT_EQ(report.first, day("2026-12-18")) << "not before the review it reports on";
    EXPECT_EQ(report.covers.size(), 2u);
    EXPECT_EQ(report.sequence, 1);
}

TEST(Reports, WithoutAnIntervalAreToBeAgreed) {
    Activity review = activity("review", every(Every::kTerm));
    review.reports = {route("board", every(Every::kRegular))};
    World world({review}, 2);
    Calendar calendar = world.make();
    ASSERT_EQ(calendar.to_be_agreed.size(), 1u);
    EXPECT_EQ(calendar.to_be_agreed[0].report_to, "board");
    world.options.cadences = {{"review", "board", every(Every::kYear, 2, Position::kStart), ""}};
    calendar = world.make();
    EXPECT_TRUE(calendar.to_be_agreed.empty());
    EXPECT_EQ(reports_to(calendar, "board").size(), 2u * 2);
}

TEST(Reports, TwoRoutesToOneBodyKeepTheirOwnIds) {
    Activity review = activity("review", every(Every::kTerm));
    review.reports = {route("board", every(Every::kTerm)), route("board", every(Every::kYear))};
    const Calendar calendar = World({review}).make();
    std::set<std::string> ids;
    for (const CalendarEvent& event : calendar.events) ids.insert(event.id);
    EXPECT_EQ(ids.size(), calendar.events.size());
    EXPECT_EQ(calendar.events.size(), 3u + 3 + 1);
}

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

}  // namespace
}  // namespace schoolimp::testing
