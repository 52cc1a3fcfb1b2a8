// Properties that hold for any trust: random activities, school years, blocked windows and changes.
#include <algorithm>
#include <random>

#include "calendar/fixture.hpp"

namespace schoolimp::testing {
namespace {

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
    bool one_in(int n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

Cadence random_cadence(Random& random) {
    constexpr Every kPeriods[] = {Every::kWeek, Every::kFortnight, Every::kMonth, Every::kHalfTerm, Every::kTerm, Every::kYear, Every::kOnce, Every::kRegular};
    Cadence cadence = every(kPeriods[random.below(8)]);
    if (random.one_in(3)) cadence.times = 1 + random.below(3);
    if (random.one_in(2)) cadence.position = static_cast<Position>(random.below(4));
    return cadence;
}

SchoolYearDocument random_year(Random& random) {
    SchoolYearDocument year = random.one_in(2) ? usual_document() : august_document();
    const Date first = year.half_terms.front().first;
    for (int i = random.below(4); i > 0; --i) {
        const Date start = first + std::chrono::days{random.below(300)};
        year.blocked.push_back({start, start + std::chrono::days{random.below(21)}, "Window " + std::to_string(i), {}, {}});
    }
    for (int i = random.below(3); i > 0; --i) {
        const Date start = first + std::chrono::days{random.below(300)};
        year.closures.push_back({start, start + std::chrono::days{random.below(4)}, "Closure"});
    }
    return year;
}

World random_world(Random& random) {
    std::vector<Activity> activities;
    for (int i = 1 + random.below(6); i > 0; --i) {
        Activity next = activity("a" + std::to_string(i), random_cadence(random));
        if (random.one_in(4)) next.duration = Duration{1 + random.below(3), std::nullopt, TimeUnit::kSchoolDay};
        if (random.one_in(3)) next.reports = {route("board", random_cadence(random))};
        if (random.one_in(5)) next.scope = Scope::kTrust;
        activities.push_back(next);
    }
    World world(std::move(activities), 1 + random.below(8));
    world.years = {made(random_year(random))};
    if (random.one_in(3)) world.trust.schools[0].joined = world.years[0].first_school_day() + std::chrono::days{random.below(250)};
    return world;
}

bool blocked(const SchoolYear& year, Date date) {
    const auto& windows = year.document().blocked;
    return std::any_of(windows.begin(), windows.end(), [&](const BlockedWindow& window) { return window.range().contains(date); });
}

void check_calendar(const World& world, const Calendar& calendar, unsigned seed) {
    const SchoolYear& year = world.years[0];
    std::set<std::string> ids;
    for (const CalendarEvent& event : calendar.events) {
        EXPECT_TRUE(ids.insert(event.id).second) << seed << ' ' << event.key;
        EXPECT_TRUE(year.pupil_open(event.first)) << seed << ' ' << event.key << ' ' << to_string(event.first);
        EXPECT_TRUE(year.pupil_open(event.last)) << seed << ' ' << event.key;
        EXPECT_LE(event.first, event.last) << seed << ' ' << event.key;
        EXPECT_EQ(year.half_term_of(event.first), year.half_term_of(event.last)) << seed << ' ' << event.key;
        for (Date date = event.first; date <= event.last; date += std::chrono::days{1})
            if (year.pupil_open(date)) {
                EXPECT_FALSE(blocked(year, date)) << seed << ' ' << event.key << ' ' << to_string(date);
            }
        EXPECT_FALSE(event.reason.empty());
        EXPECT_TRUE(event.ordinal >= 1 && event.ordinal <= event.of) << seed << ' ' << event.key;
    }
}

/// Every occurrence is either an event or named as one for which nothing fits.
void check_complete(const World& world, const Calendar& calendar, unsigned seed) {
    std::map<std::string, int> seen, expected;
    for (const CalendarEvent& event : calendar.events) {
        const std::string series = event.source + '|' + event.school + '|' + event.report_to;
        ++seen[series];
        expected[series] = event.of;
    }
    for (const UndatedItem& item : calendar.to_be_agreed)
        if (item.reason == UndatedReason::kNothingFits) ++seen[item.source + '|' + (item.schools.empty() ? "" : item.schools[0]) + '|' + item.report_to];
    for (const auto& [series, count] : expected)
        if (!world.trust.schools[0].joined) {
            EXPECT_EQ(seen[series], count) << seed << ' ' << series;
        }
}

TEST(CalendarProperties, HoldForRandomTrusts) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        Random random(seed);
        const World world = random_world(random);
        const Calendar calendar = world.make();
        check_calendar(world, calendar, seed);
        check_complete(world, calendar, seed);
        EXPECT_EQ(calendar, world.make()) << seed;
        EXPECT_EQ(calendar.events, world.make(&calendar).events) << seed;
    }
}

TEST(CalendarProperties, HoldAfterAnyChange) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        Random random(seed + 1000);
        World world = random_world(random);
        const Calendar before = world.make();
        world.options.stamp += std::chrono::hours{24};
        SchoolYearDocument year = world.years[0].document();
        const Date start = year.half_terms.front().first + std::chrono::days{random.below(300)};
        year.blocked.push_back({start, start + std::chrono::days{random.below(10)}, "New window", {}, {}});
        world.years[0] = made(year);
        const Calendar after = world.make(&before);
        Calendar live = after;
        std::erase_if(live.events, [](const CalendarEvent& event) { return event.status == EventStatus::kCancelled; });
        check_calendar(world, live, seed);
        for (const CalendarEvent& event : after.events) {
            const CalendarEvent* old = before.find_event(event.id);
            if (old == nullptr) continue;
            const bool changed = old->range() != event.range() || old->status != event.status;
            EXPECT_EQ(event.sequence, old->sequence + changed) << seed << ' ' << event.key;
            EXPECT_EQ(event == *old, event.last_modified == old->last_modified) << seed << ' ' << event.key;
            if (event.range() != old->range()) {
                EXPECT_EQ(event.moved_from, old->range()) << seed << ' ' << event.key;
            }
        }
        for (const CalendarEvent& event : before.events) EXPECT_NE(after.find_event(event.id), nullptr) << seed << ' ' << event.key;
    }
}

// An even spread: two neighbours of a series are never nearer than a third of the mean distance, where nothing is in the way.
TEST(CalendarProperties, SeriesAreSpreadEvenly) {
    for (const int times : {2, 3, 4, 6, 9, 12}) {
        const World world({activity("visit", every(Every::kYear, times))}, 40);
        const Calendar calendar = world.make();
        const SchoolYear& year = world.years[0];
        const int mean = static_cast<int>(year.school_days().size()) / times;
        for (const School& at : world.trust.schools) {
            const auto events = events_of(calendar, "visit", at.id);
            ASSERT_EQ(events.size(), static_cast<std::size_t>(times));
            for (std::size_t i = 1; i < events.size(); ++i)
                EXPECT_GE(year.school_days_between(events[i - 1].first, events[i].first) - 1, mean / 3) << times << ' ' << events[i].key;
        }
    }
}

TEST(CalendarProperties, FiveHundredSchools) {
    Activity visit = activity("visit", every(Every::kFortnight), ActivityKind::kVisit);
    visit.participants = {taking_part("ceo", ParticipantPart::kDoes)};
    Activity review = activity("review", every(Every::kHalfTerm));
    review.reports = {route("governors", every(Every::kTerm)), route("board", every(Every::kYear, 3))};
    Activity annual = activity("annual", every(Every::kYear));
    annual.duration = Duration{2, 2, TimeUnit::kSchoolDay};
    World world({visit, review, annual}, 500);
    Role ceo;
    ceo.id = "ceo";
    ceo.level = RoleLevel::kTrust;
    world.document.roles = {ceo};
    const Calendar calendar = world.make();
    check_calendar(world, calendar, 0);
    EXPECT_EQ(calendar.events.size(), 500u * (20 + 6 + 3 + 3 + 1));
    std::map<Date, int> visits;
    for (const CalendarEvent& event : events_of(calendar, "visit")) ++visits[event.first];
    const int mean = 500 * 20 / static_cast<int>(world.years[0].school_days().size());
    for (const auto& [date, count] : visits) EXPECT_LE(count, 3 * mean) << to_string(date);
    EXPECT_TRUE(calendar == world.make(&calendar));
}

}  // namespace
}  // namespace schoolimp::testing
