// What is to be agreed, to whom activities apply, and which inputs are refused.
#include <algorithm>

#include "calendar/fixture.hpp"

namespace schoolimp::testing {
namespace {

TEST(ToBeAgreed, NamesEveryActivityWithoutAnIntervalOnce) {
    Activity regular = activity("regular_talk", every(Every::kRegular));
    regular.cadence.text = "Regular dialogue";
    const World world({regular, activity("watch", every(Every::kContinuous)), activity("help", every(Every::kAsRequired)), activity("after_concern", on_event(EventKind::kConcern))}, 3);
    const Calendar calendar = world.make();
    EXPECT_TRUE(calendar.events.empty());
    ASSERT_EQ(calendar.to_be_agreed.size(), 4u);
    EXPECT_EQ(calendar.to_be_agreed[0].words, "regularly (Regular dialogue)");
    EXPECT_EQ(calendar.to_be_agreed[0].schools.size(), 3u);
    EXPECT_EQ(calendar.to_be_agreed[0].refs, std::vector<std::string>{"TEST-001"});
    EXPECT_EQ(calendar.to_be_agreed[0].reason, UndatedReason::kNoInterval);
    EXPECT_EQ(calendar.to_be_agreed[3].reason, UndatedReason::kEventNotKnown);
    EXPECT_TRUE(has_text(calendar.to_be_agreed[3].message, "a concern"));
}

TEST(ToBeAgreed, AHostsRateMakesItDated) {
    World world({activity("talk", every(Every::kRegular))});
    world.options.cadences = {{"talk", "", every(Every::kTerm), "agreed by the executive in July"}};
    const auto events = events_of(world.make(), "talk");
    ASSERT_EQ(events.size(), 3u);
    EXPECT_TRUE(has_text(events[0].reason, "agreed by the executive in July")) << events[0].reason;
}

TEST(ToBeAgreed, OptionalActivitiesWaitForAWord) {
    Activity optional = activity("peer_review", every(Every::kYear));
    optional.optionality = Optionality::kMay;
    World world({optional}, 2);
    const Calendar calendar = world.make();
    EXPECT_TRUE(calendar.events.empty());
    ASSERT_EQ(calendar.to_be_agreed.size(), 1u);
    EXPECT_EQ(calendar.to_be_agreed[0].reason, UndatedReason::kOptional);
    world.options.include = {"peer_review"};
    EXPECT_EQ(world.make().events.size(), 2u);
}

TEST(ToBeAgreed, BeforeJoiningWithoutAnIntervalIsNotInvented) {
    World world({activity("due_diligence", on_event(EventKind::kBeforeJoining))});
    world.trust.schools[0].joined = day("2027-04-01");
    const Calendar calendar = world.make();
    EXPECT_TRUE(calendar.events.empty());
    ASSERT_EQ(calendar.to_be_agreed.size(), 1u);
    EXPECT_TRUE(has_text(calendar.to_be_agreed[0].message, "1 April 2027"));
    world.document.activities[0].cadence.offset = Offset{-2, TimeUnit::kMonth};
    EXPECT_EQ(dates_of(world.make().events), std::vector<std::string>{"2027-02-01"});
}

Activity for_tier_two() {
    Activity result = activity("visit", every(Every::kHalfTerm), ActivityKind::kVisit);
    result.levels = {"tier.two"};
    return result;
}

TEST(Levels, DecideToWhomAnActivityApplies) {
    World world({for_tier_two()}, 6);
    world.judgements = {judgement("s1000", "two"), judgement("s1001", "one"), judgement("s1002", "", {"two", "three"}), judgement("s1003", "", {"one", "three"}), judgement("s1004", "one")};
    decide_level(world.judgements[4], "two");
    const Calendar calendar = world.make();
    const auto status = [&](const char* id) {
        const auto events = events_of(calendar, "visit", id);
        return events.empty() ? std::string("none") : std::string(to_word(events[0].status));
    };
    EXPECT_EQ(status("s1000"), "tentative") << "suggested, not decided";
    EXPECT_EQ(status("s1001"), "none");
    EXPECT_EQ(status("s1002"), "none") << "open";
    EXPECT_EQ(status("s1003"), "none") << "not among the possible levels";
    EXPECT_EQ(status("s1004"), "confirmed") << "the decision overrides the suggestion";
    ASSERT_EQ(calendar.to_be_agreed.size(), 1u);
    EXPECT_EQ(calendar.to_be_agreed[0].reason, UndatedReason::kLevelNotKnown);
    EXPECT_EQ(calendar.to_be_agreed[0].schools, (std::vector<std::string>{"s1002", "s1005"})) << "open, and not judged at all";
    EXPECT_TRUE(has_text(calendar.to_be_agreed[0].message, "Tier two"));
}

TEST(Levels, NotApplicableAndCertainAlthoughUnknown) {
    World world({for_tier_two()}, 2);
    world.judgements = {judgement("s1000", ""), judgement("s1001", "", {"two"})};
    world.judgements[0].answers[0].not_applicable = true;
    const Calendar calendar = world.make();
    EXPECT_TRUE(events_of(calendar, "visit", "s1000").empty());
    EXPECT_EQ(events_of(calendar, "visit", "s1001").size(), 6u);
    EXPECT_TRUE(calendar.to_be_agreed.empty());
}

TEST(Conditions, AreReadFromTheJudgement) {
    Activity panel = activity("panel", every(Every::kTerm));
    panel.when = "concern.raised";
    World world({panel}, 4);
    for (const auto& [id, truth] : std::vector<std::pair<const char*, Truth>>{{"s1000", Truth::kTrue}, {"s1001", Truth::kFalse}, {"s1002", Truth::kUnknown}, {"s1003", Truth::kNotApplicable}}) {
        world.judgements.push_back(judgement(id, "one"));
        world.judgements.back().conditions = {{"activity:panel", truth}};
    }
    const Calendar calendar = world.make();
    EXPECT_EQ(calendar.events.size(), 3u);
    EXPECT_EQ(events_of(calendar, "panel", "s1000").size(), 3u);
    ASSERT_EQ(calendar.to_be_agreed.size(), 1u);
    EXPECT_EQ(calendar.to_be_agreed[0].reason, UndatedReason::kConditionNotKnown);
    EXPECT_EQ(calendar.to_be_agreed[0].schools, std::vector<std::string>{"s1002"});
}

TEST(SchoolYears, AreFoundByNameOrByBeingTheOnlyOne) {
    World world({activity("review", every(Every::kTerm))}, 3);
    world.years.push_back(made(august_document()));
    world.trust.schools[0].school_year = "main-2026";
    world.trust.schools[1].school_year = "nowhere";
    const Calendar calendar = world.make();
    EXPECT_EQ(calendar.events.size(), 3u);
    ASSERT_EQ(calendar.issues.size(), 2u);
    EXPECT_TRUE(has_text(calendar.issues[0].message, "'nowhere'"));
    EXPECT_TRUE(has_text(calendar.issues[1].message, "2 were given"));
    ASSERT_EQ(calendar.to_be_agreed.size(), 1u);
    EXPECT_EQ(calendar.to_be_agreed[0].reason, UndatedReason::kNoSchoolYear);
    EXPECT_EQ(calendar.to_be_agreed[0].schools, (std::vector<std::string>{"s1001", "s1002"}));
    EXPECT_EQ(calendar.schools[0].school_year, "main-2026");
    EXPECT_EQ(calendar.schools[1].school_year, "");
}

TEST(SchoolYears, EachSchoolFollowsItsOwn) {
    World world({activity("review", every(Every::kHalfTerm))}, 2);
    world.years.push_back(made(august_document()));
    world.trust.schools[0].school_year = "main-2026";
    world.trust.schools[1].school_year = "august-2027";
    const Calendar calendar = world.make();
    for (const CalendarEvent& event : calendar.events) EXPECT_TRUE(world.years[event.school == "s1000" ? 0 : 1].pupil_open(event.first)) << event.key;
    EXPECT_EQ(events_of(calendar, "review", "s1001")[0].academic_year, AcademicYear{2027});
}

TEST(Inputs, AreAllCheckedAtOnce) {
    World world({activity("review", every(Every::kHalfTerm))}, 2);
    world.options.cadences = {{"reveiw", "", every(Every::kTerm), ""}, {"review", "board", every(Every::kTerm, 0), ""}};
    world.options.include = {"nothing"};
    world.options.pins = {{"x", day("2027-02-02"), day("2027-02-01")}, {"y", day("2031-02-02"), {}}};
    world.options.known_events = {{"s9", EventKind::kInspection, day("2026-10-13")}};
    world.options.trust_school_year = "main-2025";
    world.judgements = {judgement("s1000", "one"), judgement("s1000", "two"), judgement("s7", "two")};
    world.judgements[0].framework_hash = "another";
    world.planned = {{"s9", "", CalendarEventKind::kReport, "An action", day("2027-02-02"), day("2027-02-01"), {}, "", {}}};
    const Result<Calendar> result = world.try_make();
    ASSERT_FALSE(result.ok());
    const std::vector<std::string> found = issue_codes(result.status());
    for (const char* expected : {"/options/cadences/0/activity unknown_name", "/options/cadences/1/cadence/times out_of_range", "/options/cadences/1/report_to unknown_name",
                                 "/options/include/0 unknown_name", "/options/pins/0/last wrong_order", "/options/pins/1/first out_of_range", "/options/known_events/0/school unknown_name",
                                 "/options/trust_school_year unknown_name", "/judgements/0/framework_hash other_framework", "/judgements/1/school duplicate", "/judgements/2/school unknown_name",
                                 "/planned/0/school unknown_name", "/planned/0/id missing", "/planned/0/last wrong_order", "/planned/0/kind wrong_kind"})
        EXPECT_NE(std::find(found.begin(), found.end(), expected), found.end()) << expected;
    const std::vector<Issue> issues = result.status().issues();
    const auto typo = std::find_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.pointer == "/options/cadences/0/activity"; });
    EXPECT_EQ(typo->hint, "did you mean 'review'?");
}

TEST(Inputs, NeedASchoolYearAndTheRightTrust) {
    World world({activity("review", every(Every::kHalfTerm))});
    Calendar other = world.make();
    other.trust = "other";
    EXPECT_EQ(issue_codes(world.try_make(&other).status()), std::vector<std::string>{"/previous/trust other_trust"});
    world.years.clear();
    EXPECT_EQ(issue_codes(world.try_make().status()), std::vector<std::string>{"/school_years missing"});
}

}  // namespace
}  // namespace schoolimp::testing
