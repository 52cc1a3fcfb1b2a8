// "At the start" and "at the end" are short windows; what needs no pupils goes to staff days.
#include <algorithm>

#include "calendar/fixture.hpp"

namespace schoolimp::testing {
namespace {

struct WindowCase {
    const char* name;
    Every period;
    Position position;
    int days;  ///< How many school days of the period's edge it may take.
};

class ShortWindows : public ::testing::TestWithParam<WindowCase> {};

/// School days of the year, term or half term a date lies in.
DateRange period_of(const SchoolYear& year, Every period, Date date) {
    if (period == Every::kYear) return {year.first_school_day(), year.last_school_day()};
    if (period == Every::kTerm) return *year.term_range(*year.term_of(date));
    const HalfTerm& half = year.half_term(*year.half_term_of(date));
    return {half.first, half.last};
}

TEST_P(ShortWindows, HoldEverySchool) {
    for (const int schools : {1, 5, 40}) {
        const World world({activity("plan", every(GetParam().period, std::nullopt, GetParam().position))}, schools);
        const SchoolYear& year = world.years[0];
        std::set<Date> days;
        for (const CalendarEvent& event : world.make().events) {
            const DateRange period = period_of(year, GetParam().period, event.first);
            const int from_edge = GetParam().position == Position::kStart ? year.school_days_between(period.first, event.first) : year.school_days_between(event.first, period.last);
            EXPECT_LE(from_edge, GetParam().days) << event.key << ' ' << to_string(event.first);
            days.insert(event.first);
        }
        EXPECT_GE(days.size(), std::min<std::size_t>(static_cast<std::size_t>(schools), 4)) << "spread within the window";
    }
}

INSTANTIATE_TEST_SUITE_P(Periods, ShortWindows,
                         ::testing::Values(WindowCase{"start_of_year", Every::kYear, Position::kStart, 15}, WindowCase{"end_of_year", Every::kYear, Position::kEnd, 15},
                                           WindowCase{"start_of_term", Every::kTerm, Position::kStart, 15}, WindowCase{"end_of_term", Every::kTerm, Position::kEnd, 15},
                                           WindowCase{"start_of_half_term", Every::kHalfTerm, Position::kStart, 8}, WindowCase{"end_of_half_term", Every::kHalfTerm, Position::kEnd, 8}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Windows, ABlockedWindowGivesWayToTheRestOfThePeriod) {
    World world({activity("plan", every(Every::kYear, std::nullopt, Position::kStart))});
    world.block("2026-09-01", "2026-10-02", "Building works");
    const auto events = events_of(world.make(), "plan");
    ASSERT_EQ(events.size(), 1u);
    EXPECT_GE(events[0].first, day("2026-10-05"));
    EXPECT_LE(events[0].first, day("2026-10-09")) << "as near as can be";
}

TEST(Windows, AWindowThatIsOverIsMadeUpForSoon) {
    World world({activity("plan", every(Every::kYear, std::nullopt, Position::kStart))}, 10);
    world.options.from = day("2027-01-11");
    for (const CalendarEvent& event : events_of(world.make(), "plan")) {
        EXPECT_GE(event.first, world.options.from);
        EXPECT_LE(world.years[0].school_days_between(world.options.from, event.first), 15) << to_string(event.first);
    }
}

TEST(Windows, APublishedDateOutsideTheWindowMovesIntoIt) {
    World world({activity("plan", every(Every::kYear))});
    const Calendar before = world.make();
    ASSERT_GT(events_of(before, "plan")[0].first, day("2026-10-01"));
    world.document.activities[0].cadence.position = Position::kStart;
    const CalendarEvent after = events_of(world.make(&before), "plan")[0];
    EXPECT_LE(after.first, day("2026-09-24"));
    EXPECT_EQ(after.sequence, 1);
}

struct StaffCase {
    const char* name;
    ActivityKind kind;
    std::optional<RoleLevel> participant;
    bool on_staff_day;
};

class StaffDays : public ::testing::TestWithParam<StaffCase> {};

TEST_P(StaffDays, AreForWhatNeedsNoPupils) {
    Activity training = activity("training", every(Every::kYear, std::nullopt, Position::kStart), GetParam().kind);
    if (GetParam().participant) training.participants = {taking_part("someone", ParticipantPart::kTakesPart)};
    World world({training}, 3);
    Role someone;
    someone.id = "someone";
    someone.level = GetParam().participant;
    world.document.roles = {someone};
    const SchoolYear& year = world.years[0];
    for (const CalendarEvent& event : events_of(world.make(), "training")) {
        EXPECT_TRUE(year.staff_open(event.first));
        EXPECT_EQ(!year.pupil_open(event.first), GetParam().on_staff_day) << to_string(event.first);
        EXPECT_EQ(event.adjustment == "On a day for staff (INSET day).", GetParam().on_staff_day) << event.adjustment;
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, StaffDays,
                         ::testing::Values(StaffCase{"training", ActivityKind::kTraining, {}, true}, StaffCase{"training_of_staff", ActivityKind::kTraining, RoleLevel::kSchool, true},
                                           StaffCase{"training_from_outside", ActivityKind::kTraining, RoleLevel::kExternal, false},
                                           StaffCase{"meeting", ActivityKind::kMeeting, RoleLevel::kTrust, true}, StaffCase{"visit", ActivityKind::kVisit, RoleLevel::kTrust, false},
                                           StaffCase{"review", ActivityKind::kReview, {}, false}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(StaffDays, AWeeklyTrainingKeepsToItsWeeks) {
    const World world({activity("training", every(Every::kWeek), ActivityKind::kTraining)}, 2);
    const SchoolYear& year = world.years[0];
    const Calendar calendar = world.make();
    for (const School& at : world.trust.schools) {
        const auto events = events_of(calendar, "training", at.id);
        EXPECT_EQ(events.size(), 40u);
        for (std::size_t i = 1; i < events.size(); ++i) EXPECT_LT(events[i - 1].first, events[i].first);
        EXPECT_TRUE(std::any_of(events.begin(), events.end(), [&](const CalendarEvent& event) { return !year.pupil_open(event.first); }));
        for (const CalendarEvent& event : events) EXPECT_TRUE(year.staff_open(event.first)) << to_string(event.first);
    }
}

TEST(StaffDays, APublishedStaffDayStaysAndABlockedOneIsLeft) {
    World world({activity("training", every(Every::kYear, std::nullopt, Position::kStart), ActivityKind::kTraining)});
    const Calendar before = world.make();
    const CalendarEvent first = events_of(before, "training")[0];
    ASSERT_FALSE(world.years[0].pupil_open(first.first));
    EXPECT_EQ(world.make(&before).events, before.events);
    world.block(to_string(first.first), to_string(first.first), "Floor being laid");
    const CalendarEvent moved = events_of(world.make(&before), "training")[0];
    EXPECT_NE(moved.first, first.first);
    EXPECT_TRUE(has_text(moved.adjustment, "Floor being laid")) << moved.adjustment;
}

TEST(StaffDays, ALongTrainingMayRunFromAStaffDayIntoTerm) {
    Activity training = activity("training", every(Every::kYear, std::nullopt, Position::kStart), ActivityKind::kTraining);
    training.duration = Duration{2, 2, TimeUnit::kSchoolDay};
    const World world({training});
    const CalendarEvent event = events_of(world.make(), "training")[0];
    EXPECT_EQ((event.last - event.first).count(), 1);
    EXPECT_TRUE(world.years[0].staff_open(event.first) && world.years[0].staff_open(event.last));
    EXPECT_FALSE(world.years[0].pupil_open(event.first));
}

}  // namespace
}  // namespace schoolimp::testing
