// A calendar and a school year survive being written and read: replanning works on what was stored.
#include "calendar/fixture.hpp"
#include "schoolimp/io/calendar_json.hpp"
#include "schoolimp/io/school_year_json.hpp"

namespace schoolimp::testing {
namespace {

World stored_world() {
    Activity review = activity("review", every(Every::kHalfTerm));
    review.duration = Duration{2, 2, TimeUnit::kSchoolDay};
    review.reports = {route("board", every(Every::kTerm)), route("adviser", std::nullopt)};
    review.participants = {taking_part("ceo", ParticipantPart::kDoes)};
    Activity optional = activity("peers", every(Every::kYear));
    optional.optionality = Optionality::kMay;
    Activity by_level = activity("visit", every(Every::kTerm));
    by_level.levels = {"tier.two"};
    World world({review, optional, by_level, activity("talk", every(Every::kRegular)), activity("panel", on_event(EventKind::kConcern))}, 3);
    world.judgements = {judgement("s1000", "two")};
    world.trust.schools[2].school_year = "missing";
    world.trust.people = {{"p1", "Ms Jo O’Neil", {"ceo"}, {}}};
    world.block("2027-02-22", "2027-03-25", "Works");
    return world;
}

TEST(StoredCalendar, ComesBackTheSame) {
    World world = stored_world();
    const Calendar first = world.make();
    std::set<UndatedReason> reasons;
    for (const UndatedItem& item : first.to_be_agreed) reasons.insert(item.reason);
    EXPECT_EQ(reasons.size(), 6u) << "all but an unsettled condition";
    world.add_inset(to_string(events_of(first, "review")[3].first));
    world.document.activities.erase(world.document.activities.begin() + 2);
    const Calendar second = world.make(&first);
    for (const Calendar* calendar : {&first, &second}) {
        const std::string text = write_calendar(*calendar);
        const Result<Calendar> back = parse_calendar(text);
        ASSERT_TRUE(back.ok()) << back.status().message();
        EXPECT_EQ(*back, *calendar);
        EXPECT_EQ(write_calendar(*back), text);
    }
}

TEST(StoredCalendar, IsReplannedLikeTheOneInMemory) {
    World world = stored_world();
    const Calendar first = world.make();
    const Calendar stored = parse_calendar(write_calendar(first)).value();
    world.add_inset(to_string(events_of(first, "review")[3].first));
    EXPECT_EQ(world.make(&stored), world.make(&first));
}

TEST(StoredSchoolYear, ComesBackTheSame) {
    SchoolYearDocument document = august_document();
    document.closures = {{day("2027-12-01"), day("2027-12-02"), "Snow", true}};
    document.blocked = {{day("2028-05-08"), day("2028-05-11"), "KS2 tests", {"review"}, {"primary"}}};
    document.bank_holidays = {{{day("2027-08-30"), "Summer bank holiday"}}};
    document.week_cycle = WeekCycle::kResetEachTerm;
    const Result<SchoolYearDocument> back = parse_school_year(write_school_year(document));
    ASSERT_TRUE(back.ok()) << back.status().message();
    EXPECT_EQ(*back, document);
    EXPECT_EQ(made(*back), made(document));
}

}  // namespace
}  // namespace schoolimp::testing
