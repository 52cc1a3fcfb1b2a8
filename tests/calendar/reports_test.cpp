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
    governors.level = RoleLevel::kSchool;
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

struct RateCase {
    const char* name;
    Cadence reviews;
    int reports;                        ///< A year.
    std::vector<std::size_t> covered;   ///< Reviews of one school in each report.
};

class ReportsOnRounds : public ::testing::TestWithParam<RateCase> {};

TEST_P(ReportsOnRounds, ComeAfterWholeRounds) {
    World world = risk_world(5);
    world.document.activities[0].cadence = GetParam().reviews;
    world.document.activities[0].reports = {route("board", every(Every::kYear, GetParam().reports))};
    const Calendar calendar = world.make();
    const auto reports = reports_to(calendar, "board");
    ASSERT_EQ(reports.size(), GetParam().covered.size());
    for (std::size_t i = 0; i < reports.size(); ++i) EXPECT_EQ(reports[i].covers.size(), GetParam().covered[i] * 5) << reports[i].reason;
}

INSTANTIATE_TEST_SUITE_P(Rates, ReportsOnRounds,
                         ::testing::Values(RateCase{"half_termly_three_times", every(Every::kHalfTerm), 3, {2, 2, 2}}, RateCase{"half_termly_twice", every(Every::kHalfTerm), 2, {3, 3}},
                                           RateCase{"half_termly_four_times", every(Every::kHalfTerm), 4, {1, 2, 1, 2}}, RateCase{"half_termly_once", every(Every::kHalfTerm), 1, {6}},
                                           RateCase{"termly_three_times", every(Every::kTerm), 3, {1, 1, 1}}, RateCase{"termly_twice", every(Every::kTerm), 2, {1, 2}},
                                           RateCase{"termly_once", every(Every::kTerm), 1, {3}}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Reports, NameTheRoundTheyFollow) {
    World world = risk_world(2);
    const auto reports = reports_to(world.make(), "board");
    EXPECT_TRUE(has_text(reports[0].reason, "3 times a year: 1 of 3, at the end of autumn half term 2 (2 November to 18 December 2026)")) << reports[0].reason;
}

struct ReceiverCase {
    const char* name;
    std::optional<RoleLevel> level;
    std::vector<std::string> members;
    std::string accountable_to;
    bool for_the_trust;
};

class ReportsToBodies : public ::testing::TestWithParam<ReceiverCase> {};

TEST_P(ReportsToBodies, AreOneForTheTrustOrOneForEachSchool) {
    World world = risk_world(3);
    Role chair, director;
    chair.id = "chair";
    chair.level = RoleLevel::kSchool;
    director.id = "director";
    director.level = RoleLevel::kTrust;
    world.document.roles = {chair, director};
    Body panel;
    panel.id = "panel";
    panel.level = GetParam().level;
    panel.members = GetParam().members;
    panel.accountable_to = GetParam().accountable_to;
    world.document.bodies = {panel};
    world.document.activities[0].reports = {route("panel", every(Every::kTerm))};
    const auto reports = reports_to(world.make(), "panel");
    EXPECT_EQ(reports.size(), GetParam().for_the_trust ? 3u : 3u * 3);
    for (const CalendarEvent& report : reports) EXPECT_EQ(report.school.empty(), GetParam().for_the_trust);
}

INSTANTIATE_TEST_SUITE_P(Receivers, ReportsToBodies,
                         ::testing::Values(ReceiverCase{"nothing_said", {}, {}, "", true}, ReceiverCase{"accountable", {}, {}, "director", true},
                                           ReceiverCase{"of_the_trust", RoleLevel::kTrust, {"chair"}, "", true}, ReceiverCase{"of_each_school", RoleLevel::kSchool, {}, "", false},
                                           ReceiverCase{"from_outside", RoleLevel::kExternal, {}, "", false}, ReceiverCase{"school_members", {}, {"chair"}, "", false},
                                           ReceiverCase{"mixed_members", {}, {"chair", "director"}, "", true}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace schoolimp::testing
