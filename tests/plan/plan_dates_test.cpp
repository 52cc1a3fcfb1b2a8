#include <gtest/gtest.h>

#include "plan/sample.hpp"

namespace schoolimp::testing {

namespace {

std::string text(std::optional<Date> date) { return date ? to_string(*date) : "none"; }

/// A plan of the level "low" whose offer is one action with this start and due.
Plan timed(std::optional<Timing> start, std::optional<Timing> due, const PlanOptions& options = made_on("2026-09-10"), const Trust& trust = {}) {
    const Framework framework = sample_framework([&](FrameworkDocument& document) {
        Action action = plain_action("timed");
        action.start = start;
        action.due = due;
        offer_of(document, "everyone").actions = {action};
    });
    return make_plan(framework, judged(framework, {{"support", "low"}}), made(usual_document()), trust, options).value();
}

PlanAction timed_action(const Plan& plan) { return *find_action(plan, "action.timed"); }

Timing at(Anchor anchor) { return {anchor, "", std::nullopt, ""}; }
Timing at(Anchor anchor, int n, TimeUnit unit) { return {anchor, "", Offset{n, unit}, ""}; }

TEST(PlanDates, APlanStartsOnTheFirstPupilDay) {
    const Framework framework = sample_framework();
    const Judgement judgement = judged(framework, {{"support", "low"}});
    EXPECT_EQ(planned(framework, judgement, made_on("2026-09-01")).start, day("2026-09-03"));  // after two INSET days
    EXPECT_EQ(planned(framework, judgement, made_on("2026-09-12")).start, day("2026-09-14"));  // a Saturday
    PlanOptions options = made_on("2026-09-01");
    options.start = day("2026-10-24");
    EXPECT_EQ(planned(framework, judgement, options).start, day("2026-11-03"));  // half term, then an INSET day
}

struct TimingCase {
    const char* name;
    Timing timing;
    const char* start;  ///< Expected when it is the start.
    const char* due;    ///< Expected when it is the due date.
};

TEST(PlanDates, TimingsFallOnSchoolDays) {
    const std::vector<TimingCase> cases = {
        {"plan_start", at(Anchor::kPlanStart), "2026-09-10", "2026-09-10"},
        {"plan_start + 3 school days", at(Anchor::kPlanStart, 3, TimeUnit::kSchoolDay), "2026-09-15", "2026-09-15"},
        {"plan_start + 3 days, a Sunday", at(Anchor::kPlanStart, 3, TimeUnit::kDay), "2026-09-14", "2026-09-11"},
        {"plan_start + 2 weeks", at(Anchor::kPlanStart, 2, TimeUnit::kWeek), "2026-09-24", "2026-09-24"},
        {"plan_start + 1 month, a Saturday", at(Anchor::kPlanStart, 1, TimeUnit::kMonth), "2026-10-12", "2026-10-09"},
        {"plan_end", at(Anchor::kPlanEnd), "2027-07-20", "2027-07-20"},
        {"plan_end - 1 week", at(Anchor::kPlanEnd, -1, TimeUnit::kWeek), "2027-07-13", "2027-07-13"},
        {"year_end", at(Anchor::kYearEnd), "2027-07-20", "2027-07-20"},
        {"year_start lies before the plan", at(Anchor::kYearStart), "none", "none"},
        {"term_start", at(Anchor::kTermStart), "2027-01-05", "2027-01-05"},
        {"term_end", at(Anchor::kTermEnd), "2026-12-18", "2026-12-18"},
        {"half_term_start", at(Anchor::kHalfTermStart), "2026-11-03", "2026-11-03"},
        {"half_term_end", at(Anchor::kHalfTermEnd), "2026-10-23", "2026-10-23"},
        {"plan_start - 1 week lies before the plan", at(Anchor::kPlanStart, -1, TimeUnit::kWeek), "none", "none"},
        {"plan_start + 1 year lies beyond", at(Anchor::kPlanStart, 1, TimeUnit::kSchoolYear), "none", "none"},
        {"nobody knows the inspection", at(Anchor::kInspection), "none", "none"},
        {"nobody knows the results", at(Anchor::kAssessmentResults), "none", "none"},
        {"joining is not known", at(Anchor::kJoining), "none", "none"},
    };
    for (const TimingCase& item : cases) {
        const Plan starts = timed(item.timing, std::nullopt), falls_due = timed(std::nullopt, item.timing);
        EXPECT_EQ(text(timed_action(starts).start), item.start) << item.name;
        EXPECT_EQ(text(timed_action(falls_due).due), item.due) << item.name;
        // What gives no date is listed, once.
        const bool none = std::string(item.start) == "none";
        EXPECT_EQ(points_of(starts, "action.timed"), none ? std::vector<std::string>{"date"} : std::vector<std::string>{}) << item.name;
    }
}

TEST(PlanDates, JoiningIsReadFromTheTrust) {
    Trust trust;
    trust.schools.push_back({});
    trust.schools[0].id = "100001";
    trust.schools[0].joined = day("2026-11-01");  // a Sunday
    EXPECT_EQ(text(timed_action(timed(at(Anchor::kJoining), std::nullopt, made_on("2026-09-10"), trust)).start), "2026-11-03");
    EXPECT_EQ(text(timed_action(timed(std::nullopt, at(Anchor::kBeforeJoining, -2, TimeUnit::kWeek), made_on("2026-09-10"), trust)).due), "2026-10-16");
    trust.schools[0].joined = day("2019-09-01");
    EXPECT_EQ(text(timed_action(timed(at(Anchor::kJoining), std::nullopt, made_on("2026-09-10"), trust)).start), "none");
}

TEST(PlanDates, AnActionAfterAnotherStartsTheNextSchoolDay) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_high(framework));
    EXPECT_EQ(text(find_action(plan, "action.analysis")->due), "2026-09-24");
    EXPECT_EQ(text(find_action(plan, "action.plan")->start), "2026-09-25");
    EXPECT_EQ(find_action(plan, "action.plan")->after, (Texts{"action.analysis"}));
}

TEST(PlanDates, AnActionAfterOneWithoutAnEndHasNoDate) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        Action first = plain_action("first"), second = plain_action("second");
        second.start = Timing{Anchor::kAfterAction, "first", std::nullopt, ""};
        offer_of(document, "everyone").actions = {first, second};
    });
    const Plan plan = planned(framework, judged(framework, {{"support", "low"}}));
    EXPECT_EQ(text(find_action(plan, "action.second")->start), "none");
    ASSERT_EQ(points_of(plan, "action.second"), (Texts{"date"}));
    for (const OpenPoint& point : plan.to_be_agreed)
        if (point.item == "action.second") {
            EXPECT_TRUE(has_text(point.text, "the end of 'Action first'")) << point.text;
        }
}

TEST(PlanDates, ADueDateIsNeverBeforeTheStart) {
    const Plan plan = timed(at(Anchor::kPlanStart, 5, TimeUnit::kSchoolDay), at(Anchor::kPlanStart, 1, TimeUnit::kSchoolDay));
    EXPECT_EQ(text(timed_action(plan).start), "2026-09-17");
    EXPECT_EQ(text(timed_action(plan).due), "2026-09-17");
}

struct LengthCase {
    const char* name;
    std::optional<Duration> stay;
    const char* made;
    const char* end;
    bool open;  ///< Whether the length is to be agreed.
};

TEST(PlanDates, ThePlanLastsAsLongAsTheFrameworkSays) {
    const auto stay = [](std::optional<int> minimum, std::optional<int> maximum, TimeUnit unit) { return Duration{minimum, maximum, unit}; };
    const std::vector<LengthCase> cases = {
        {"two terms, the first being this one", stay(1, 2, TimeUnit::kTerm), "2026-09-10", "2027-03-25", false},
        {"two terms from the middle of one", stay(1, 2, TimeUnit::kTerm), "2026-11-20", "2027-03-25", false},
        {"two terms to the end of the year", stay(1, 2, TimeUnit::kTerm), "2027-01-20", "2027-07-20", false},
        {"two terms beyond the year", stay(1, 2, TimeUnit::kTerm), "2027-05-04", "2027-07-20", true},
        {"one half term", stay(1, 1, TimeUnit::kHalfTerm), "2026-09-10", "2026-10-23", false},
        {"six months", stay({}, 6, TimeUnit::kMonth), "2026-09-10", "2027-03-09", false},
        {"eighteen months", stay(12, 18, TimeUnit::kMonth), "2026-09-10", "2027-07-20", true},
        {"six weeks", stay({}, 6, TimeUnit::kWeek), "2026-09-10", "2026-10-21", false},
        {"ten school days", stay({}, 10, TimeUnit::kSchoolDay), "2026-09-10", "2026-09-23", false},
        {"thirty days", stay({}, 30, TimeUnit::kDay), "2026-09-10", "2026-10-09", false},
        {"one school year", stay({}, 1, TimeUnit::kSchoolYear), "2026-09-10", "2027-07-20", false},
        {"a minimum only", stay(3, {}, TimeUnit::kTerm), "2026-09-10", "2027-07-20", true},
        {"nothing", std::nullopt, "2026-09-10", "2027-07-20", true},
    };
    for (const LengthCase& item : cases) {
        const Framework framework = sample_framework([&](FrameworkDocument& document) { document.movements[0].duration = item.stay; });
        const Plan plan = planned(framework, judged_high(framework), made_on(item.made));
        EXPECT_EQ(text(plan.end), item.end) << item.name;
        EXPECT_EQ(points_of(plan, ""), item.open ? std::vector<std::string>{"length"} : std::vector<std::string>{}) << item.name;
        EXPECT_EQ(text(find_action(plan, "action.impact")->due), item.end) << item.name;
    }
}

TEST(PlanDates, PeopleMayGiveTheEnd) {
    const Framework framework = sample_framework();
    PlanOptions options = made_on("2026-09-10");
    options.end = day("2026-12-20");  // a Sunday
    const Plan plan = planned(framework, judged_high(framework), options);
    EXPECT_EQ(text(plan.end), "2026-12-18");
    EXPECT_TRUE(points_of(plan, "").empty());
}

TEST(PlanDates, MilestonesCloseTheTerms) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_high(framework));
    ASSERT_EQ(plan.milestones.size(), 2u);
    EXPECT_EQ(plan.milestones[0].id, "milestone.2026-27.autumn");
    EXPECT_EQ(plan.milestones[0].on, day("2026-12-18"));
    EXPECT_TRUE(has_text(plan.milestones[0].title, "Plan checkpoint, end of the autumn term")) << plan.milestones[0].title;
    EXPECT_EQ(plan.milestones[0].objectives, (Texts{"objective.results.low", "objective.absence.ok"}));
    EXPECT_EQ(plan.milestones[1].on, day("2027-03-25"));
}

TEST(PlanDates, VisitsComeAtTheCadence) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_high(framework));
    const std::vector<Visit>& visits = find_action(plan, "action.visits")->visits;
    const SchoolYear year = made(usual_document());
    ASSERT_EQ(visits.size(), 4u);  // the plan reaches four half terms
    for (std::size_t i = 0; i < visits.size(); ++i) {
        EXPECT_EQ(visits[i].id, "action.visits." + std::to_string(i + 1));
        EXPECT_TRUE(year.pupil_open(visits[i].on)) << to_string(visits[i].on);
        EXPECT_EQ(year.half_term_of(visits[i].on), static_cast<int>(i));
        EXPECT_GE(visits[i].on, plan.start);
        EXPECT_LE(visits[i].on, *plan.end);
    }
}

TEST(PlanDates, FortnightlyVisitsAreTwoSchoolWeeksApart) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        for (Action& action : offer_of(document, "intensive").actions)
            if (action.id == "visits") action.cadence->every = Every::kFortnight;
    });
    const Plan plan = planned(framework, judged_high(framework));
    const SchoolYear year = made(usual_document());
    const std::vector<Visit>& visits = find_action(plan, "action.visits")->visits;
    ASSERT_GT(visits.size(), 10u);
    for (std::size_t i = 1; i < visits.size(); ++i) EXPECT_EQ(*year.week_of(visits[i].on) - *year.week_of(visits[i - 1].on), 2) << to_string(visits[i].on);
}

TEST(PlanDates, MonitoringThatAnActivityCarriesOutHasItsDatesInTheCalendar) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged(framework, {{"support", "medium"}}));
    const PlanAction& action = *find_action(plan, "action.visit");
    EXPECT_EQ(action.activity, "termly_visit");
    EXPECT_EQ(action.cadence, "at least termly");
    EXPECT_TRUE(action.visits.empty());
    EXPECT_TRUE(points_of(plan, "action.visit").empty());
}

TEST(PlanDates, EveryDateIsASchoolDay) {
    const Framework framework = sample_framework();
    const SchoolYear year = made(usual_document());
    for (Date made_day = day("2026-09-01"); made_day <= day("2027-07-20"); made_day += std::chrono::days{1}) {
        PlanOptions options;
        options.made_on = made_day;
        for (const Date date : dates_of(planned(framework, judged_high(framework), options))) EXPECT_TRUE(year.pupil_open(date)) << to_string(made_day) << ": " << to_string(date);
    }
}

}  // namespace

}  // namespace schoolimp::testing
