// Where events fall: counts by cadence, school days only, positions, durations, blocked windows.
#include <algorithm>

#include "calendar/fixture.hpp"

namespace schoolimp::testing {
namespace {

struct CadenceCase {
    const char* name;
    Cadence cadence;
    std::size_t count;
};

class CountsByCadence : public ::testing::TestWithParam<CadenceCase> {};

TEST_P(CountsByCadence, InAUsualYear) {
    const World world({activity("review", GetParam().cadence)});
    const Calendar calendar = world.make();
    const auto events = events_of(calendar, "review");
    EXPECT_EQ(events.size(), GetParam().count);
    EXPECT_TRUE(calendar.to_be_agreed.empty());
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_TRUE(world.years[0].pupil_open(events[i].first)) << to_string(events[i].first);
        EXPECT_EQ(events[i].ordinal, static_cast<int>(i) + 1);
        EXPECT_EQ(events[i].of, static_cast<int>(events.size()));
        EXPECT_TRUE(i == 0 || events[i - 1].last < events[i].first);
    }
}

INSTANTIATE_TEST_SUITE_P(Cadences, CountsByCadence,
                         ::testing::Values(CadenceCase{"weekly", every(Every::kWeek), 40}, CadenceCase{"fortnightly", every(Every::kFortnight), 20},
                                           CadenceCase{"twice_a_fortnight", every(Every::kFortnight, 2), 40}, CadenceCase{"monthly", every(Every::kMonth), 11},
                                           CadenceCase{"half_termly", every(Every::kHalfTerm), 6}, CadenceCase{"twice_a_half_term", every(Every::kHalfTerm, 2), 12},
                                           CadenceCase{"termly", every(Every::kTerm), 3}, CadenceCase{"annual", every(Every::kYear), 1},
                                           CadenceCase{"four_a_year", every(Every::kYear, 4), 4}, CadenceCase{"once", every(Every::kOnce), 1}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Placement, OneEventInEachHalfTerm) {
    const World world({activity("review", every(Every::kHalfTerm))});
    std::vector<std::optional<int>> halves;
    for (const CalendarEvent& event : events_of(world.make(), "review")) halves.push_back(world.years[0].half_term_of(event.first));
    EXPECT_EQ(halves, (std::vector<std::optional<int>>{0, 1, 2, 3, 4, 5}));
}

TEST(Placement, PositionsAreKept) {
    World world({activity("at_start", every(Every::kTerm, std::nullopt, Position::kStart)), activity("in_middle", every(Every::kTerm, std::nullopt, Position::kMiddle)),
                 activity("at_end", every(Every::kTerm, std::nullopt, Position::kEnd))});
    const Calendar calendar = world.make();
    const SchoolYear& year = world.years[0];
    const auto third_of = [&](const CalendarEvent& event) {
        const DateRange term = *year.term_range(*year.term_of(event.first));
        return 3 * year.school_days_between(term.first, event.first - std::chrono::days{1}) / year.school_days_between(term.first, term.last);
    };
    for (const CalendarEvent& event : events_of(calendar, "at_start")) EXPECT_EQ(third_of(event), 0) << to_string(event.first);
    for (const CalendarEvent& event : events_of(calendar, "in_middle")) EXPECT_EQ(third_of(event), 1) << to_string(event.first);
    for (const CalendarEvent& event : events_of(calendar, "at_end")) EXPECT_EQ(third_of(event), 2) << to_string(event.first);
    EXPECT_EQ(events_of(calendar, "at_start")[0].first, day("2026-09-04")) << "the second school day: the first is an edge";
    EXPECT_EQ(events_of(calendar, "at_end")[2].first, day("2027-07-19"));
}

TEST(Placement, FirstAndLastDaysOfHalfTermsAreLeftAlone) {
    const World world({activity("weekly", every(Every::kWeek)), activity("monthly", every(Every::kMonth))}, 30);
    const SchoolYear& year = world.years[0];
    for (const CalendarEvent& event : world.make().events) {
        const HalfTerm& half = year.half_term(*year.half_term_of(event.first));
        if (event.source == "weekly" && year.school_days_between(year.week_start(*year.week_of(event.first)), year.week_start(*year.week_of(event.first)) + std::chrono::days{6}) < 3)
            continue;  // a week of two days may have nothing but edges
        EXPECT_NE(year.school_days_between(half.first, event.first), 1) << event.key;
        EXPECT_NE(year.school_days_between(event.last, half.last), 1) << event.key;
    }
}

TEST(Placement, FortnightlyVisitsComeEveryOtherSchoolWeek) {
    const World world({activity("visit", every(Every::kFortnight), ActivityKind::kVisit)}, 2);
    const Calendar calendar = world.make();
    const SchoolYear& year = world.years[0];
    for (const School& at : world.trust.schools) {
        std::set<int> parities;
        std::optional<int> before;
        for (const CalendarEvent& event : events_of(calendar, "visit", at.id)) {
            const int week = *year.week_of(event.first);
            parities.insert(week % 2);
            if (before) {
                EXPECT_EQ(week - *before, 2) << event.key;
            }
            before = week;
        }
        EXPECT_EQ(parities.size(), 1u) << at.id;
    }
    EXPECT_EQ(*year.week_of(events_of(calendar, "visit", "s1000")[0].first) % 2, 1);
    EXPECT_EQ(*year.week_of(events_of(calendar, "visit", "s1001")[0].first) % 2, 0) << "the second school takes the other weeks";
}

TEST(Placement, ABlockedWeekSendsAFortnightlyVisitToItsNeighbour) {
    World world({activity("visit", every(Every::kFortnight))});
    world.block("2027-05-10", "2027-05-14", "Tests");
    const SchoolYear& year = world.years[0];
    const int blocked = *year.week_of(day("2027-05-12"));
    ASSERT_EQ(blocked % 2, 1) << "a week in which the first school would be visited";
    const auto events = events_of(world.make(), "visit");
    const CalendarEvent& moved = events[static_cast<std::size_t>(blocked / 2)];
    EXPECT_EQ(year.week_of(moved.first), blocked + 1);
    EXPECT_TRUE(has_text(moved.adjustment, "Tests")) << moved.adjustment;
}

TEST(Placement, LongActivitiesTakeConsecutiveSchoolDays) {
    for (const int days : {2, 3, 5}) {
        Activity review = activity("review", every(Every::kTerm));
        review.duration = Duration{days, days, TimeUnit::kSchoolDay};
        const World world({review}, 20);
        const SchoolYear& year = world.years[0];
        for (const CalendarEvent& event : world.make().events) {
            EXPECT_EQ(year.school_days_between(event.first, event.last), days) << event.key;
            EXPECT_TRUE(year.pupil_open(event.first) && year.pupil_open(event.last)) << event.key;
            EXPECT_EQ((event.last - event.first).count(), days - 1) << event.key << ": not across a weekend";
        }
    }
}

TEST(Placement, AWindowBlocksOnlyWhatItNames) {
    const auto first_date = [](std::vector<std::string> activities, std::vector<std::string> phases) {
        World world({activity("review", every(Every::kYear))});
        const Date usual = events_of(world.make(), "review")[0].first;
        world.block(to_string(usual - std::chrono::days{7}), to_string(usual + std::chrono::days{7}), "Mocks", std::move(activities), std::move(phases));
        return events_of(world.make(), "review")[0].first == usual;
    };
    EXPECT_FALSE(first_date({}, {}));
    EXPECT_FALSE(first_date({"review"}, {"primary"}));
    EXPECT_TRUE(first_date({"other"}, {}));
    EXPECT_TRUE(first_date({}, {"secondary"}));
}

TEST(Placement, AFullyBlockedPeriodIsToBeAgreedWithItsRelaxation) {
    World world({activity("review", every(Every::kHalfTerm))});
    world.block("2027-01-04", "2027-02-12", "Building works");
    const Calendar calendar = world.make();
    EXPECT_EQ(events_of(calendar, "review").size(), 5u);
    ASSERT_EQ(calendar.to_be_agreed.size(), 1u);
    const UndatedItem& item = calendar.to_be_agreed[0];
    EXPECT_EQ(item.reason, UndatedReason::kNothingFits);
    EXPECT_EQ(item.ordinal, 3);
    EXPECT_EQ(item.schools, std::vector<std::string>{"s1000"});
    EXPECT_TRUE(has_text(item.relaxation, "would do if 'Building works' were lifted")) << item.relaxation;
    EXPECT_TRUE(has_text(item.message, "spring half term 1")) << item.message;
}

TEST(Placement, AWholeYearBlockedGivesNoEvents) {
    World world({activity("weekly", every(Every::kWeek)), activity("review", every(Every::kHalfTerm)), activity("annual", every(Every::kYear))}, 3);
    world.block("2026-08-01", "2027-08-31", "Closed to visitors");
    const Calendar calendar = world.make();
    EXPECT_TRUE(calendar.events.empty());
    EXPECT_EQ(calendar.to_be_agreed.size(), 3u * (40 + 6 + 1));
}

TEST(Placement, OnePersonsVisitsAreSpreadOverSchoolsAndDays) {
    Activity visit = activity("visit", every(Every::kHalfTerm), ActivityKind::kVisit);
    visit.participants = {taking_part("ceo", ParticipantPart::kDoes)};
    World world({visit}, 25);
    Role ceo;
    ceo.id = "ceo";
    ceo.level = RoleLevel::kTrust;
    world.document.roles = {ceo};
    std::map<Date, int> on_day;
    for (const CalendarEvent& event : world.make().events) ++on_day[event.first];
    for (const auto& [date, count] : on_day) EXPECT_LE(count, 2) << to_string(date);
}

TEST(Placement, OneSchoolsEventsKeepToDifferentDays) {
    std::vector<Activity> activities;
    for (int i = 0; i < 6; ++i) activities.push_back(activity("review" + std::to_string(i), every(Every::kHalfTerm)));
    const World world(std::move(activities));
    std::set<Date> days;
    const Calendar calendar = world.make();
    for (const CalendarEvent& event : calendar.events) days.insert(event.first);
    EXPECT_EQ(days.size(), calendar.events.size());
}

TEST(Placement, SchoolsThatJoinDuringTheYearStartThen) {
    World world({activity("review", every(Every::kHalfTerm)), activity("induction", on_event(EventKind::kJoining, Offset{10, TimeUnit::kSchoolDay})),
                 activity("welcome", on_event(EventKind::kJoining))});
    world.trust.schools[0].joined = day("2027-01-01");
    const Calendar calendar = world.make();
    const auto reviews = events_of(calendar, "review");
    ASSERT_EQ(reviews.size(), 4u);
    EXPECT_EQ(reviews[0].ordinal, 3) << "the ordinal is the period's, so that it stays when the date of joining is mended";
    EXPECT_EQ(dates_of(events_of(calendar, "welcome")), std::vector<std::string>{"2027-01-05"}) << "the first school day after a bank holiday and an INSET day";
    EXPECT_EQ(dates_of(events_of(calendar, "induction")), std::vector<std::string>{"2027-01-18"});
}

TEST(Placement, ALateStartIsSpreadOverWhatIsLeft) {
    World world({activity("annual", every(Every::kYear)), activity("visit", every(Every::kFortnight))}, 12);
    world.options.from = day("2027-03-01");
    const Calendar calendar = world.make();
    std::map<Date, int> on_day;
    for (const CalendarEvent& event : events_of(calendar, "annual")) ++on_day[event.first];
    EXPECT_GE(on_day.size(), 10u) << "not all in the first days";
    const auto visits = events_of(calendar, "visit", "s1000");
    for (std::size_t i = 1; i < visits.size(); ++i) EXPECT_EQ(*world.years[0].week_of(visits[i].first) - *world.years[0].week_of(visits[i - 1].first), 2);
}

TEST(Placement, JoiningInAnotherYearAsksForNothing) {
    World world({activity("welcome", on_event(EventKind::kJoining))}, 2);
    world.trust.schools[0].joined = day("2019-09-01");
    const Calendar calendar = world.make();
    EXPECT_TRUE(calendar.events.empty());
    EXPECT_TRUE(calendar.to_be_agreed.empty());
}

TEST(Placement, KnownEventsPlaceWhatFollowsThem) {
    World world({activity("after_inspection", on_event(EventKind::kInspection, Offset{2, TimeUnit::kWeek})), activity("before_plan_ends", on_event(EventKind::kPlanEnd, Offset{-5, TimeUnit::kSchoolDay})),
                 activity("next_half_term", on_event(EventKind::kAssessmentResults, Offset{1, TimeUnit::kHalfTerm}))});
    world.options.known_events = {{"s1000", EventKind::kInspection, day("2026-10-13")}, {"", EventKind::kPlanEnd, day("2027-03-25")}, {"", EventKind::kAssessmentResults, day("2026-10-30")}};
    const Calendar calendar = world.make();
    EXPECT_EQ(dates_of(events_of(calendar, "after_inspection")), std::vector<std::string>{"2026-11-03"}) << "two weeks on is half term: the next school day";
    EXPECT_EQ(dates_of(events_of(calendar, "before_plan_ends")), std::vector<std::string>{"2027-03-18"});
    EXPECT_EQ(dates_of(events_of(calendar, "next_half_term")), std::vector<std::string>{"2027-01-05"});
}

TEST(Placement, TrustWideActivitiesComeOnce) {
    Activity annual = activity("annual_review", every(Every::kYear));
    annual.scope = Scope::kTrust;
    const World world({annual}, 12);
    const auto events = events_of(world.make(), "annual_review");
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].school, "");
    EXPECT_EQ(events[0].school_name, "Invented Trust");
}

TEST(Placement, ReasonsNameCadenceOrdinalAndPeriod) {
    Activity review = activity("risk_review", every(Every::kHalfTerm));
    review.title = "Risk review";
    review.cadence.at_least = true;
    review.cadence.text = "Or more often.";
    Activity plan = activity("plan", every(Every::kYear, std::nullopt, Position::kEnd));
    World world({review, plan, activity("welcome", on_event(EventKind::kJoining, Offset{1, TimeUnit::kWeek}))});
    world.trust.schools[0].joined = day("2026-09-01");
    const Calendar calendar = world.make();
    EXPECT_EQ(events_of(calendar, "risk_review")[2].reason,
              "Risk review, at least half-termly: 3 of 6, in spring half term 1 (4 January to 12 February 2027). Note in the model document: Or more often.");
    EXPECT_EQ(events_of(calendar, "plan")[0].reason, "Plan, once a year, at the end of the school year 2026/27.");
    EXPECT_EQ(events_of(calendar, "welcome")[0].reason, "Welcome, 1 week after joining the trust, due 8 September 2026.");
}

}  // namespace
}  // namespace schoolimp::testing
