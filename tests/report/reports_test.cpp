#include <gtest/gtest.h>

#include <algorithm>

#include "plan/sample.hpp"
#include "report/golden.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/report/markdown.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::testing {

namespace {

Trust sample_trust() {
    Trust trust;
    trust.id = "t1";
    trust.name = "Sample *Trust* | with <marks>";
    for (const auto& [id, name] : {std::pair{"100001", "Hill_School"}, std::pair{"100002", "Lake School"}}) {
        School school;
        school.id = id;
        school.name = name;
        trust.schools.push_back(std::move(school));
    }
    return trust;
}

/// Framework hashes change with every addition to the document format; a fixed one keeps the texts comparable.
const std::string kHash(64, 'a');

Judgement full_judgement(const Framework& framework) {
    Judgement judgement = judged_high(framework);
    judgement.framework_hash = kHash;
    judgement.as_of = {day("2026-09-01"), day("2026-09-04"), AcademicYear{2025}};
    judgement.readings = {{"results", false, "", 0, "2025/26", "41", {}, {}, "School performance tables"},
                          {"absence", false, "", 0, "2025/26", "6.4", {}, {}, "Absence statistics"},
                          {"absence", true, "", 0, "2025/26", "5.2", {}, {}, "Absence statistics"},
                          {"review.teaching", false, "", 0, "", "", MissingReason::kStale, {}, ""},
                          {"review.sound", false, "", 0, "", "true", {}, day("2026-03-02"), "Trust review"}};
    judgement.criteria[0].readings = {0};
    judgement.criteria[1].readings = {1, 2};
    set_criterion(judgement, "teaching.secure", Truth::kUnknown);
    judgement.criteria[2].readings = judgement.criteria[2].waiting_for = {3};
    set_criterion(judgement, "results.known", Truth::kNotApplicable);
    Answer& answer = judgement.answers[0];
    answer.only_possible = true;
    answer.possible = {"high"};
    answer.reasons = {"Rule 'high' applies: results are low and absence is above national."};
    answer.missing_that_matters = {3};
    judgement.known = 4;
    judgement.missing = 1;
    decide_level(judgement, "support", "medium");
    judgement.decisions.back().by = "head";
    judgement.decisions.back().person = "A. Person";
    judgement.decisions.back().reason = "A new leader has started";
    judgement.decisions.back().suggested = "high";
    return judgement;
}

TEST(Report, Judgement) {
    const Framework framework = sample_framework();
    expect_golden(judgement_markdown(framework, full_judgement(framework), sample_trust()), "report/judgement.md");
}

TEST(Report, JudgementWithoutALevel) {
    const Framework framework = sample_framework();
    Judgement judgement = full_judgement(framework);
    judgement.decisions.clear();
    Answer& answer = judgement.answers[0];
    answer.suggested.reset();
    answer.only_possible = false;
    answer.possible = {"low", "medium"};
    answer.possible_is_exact = false;
    const std::string text = judgement_markdown(framework, judgement);
    EXPECT_TRUE(has_text(text, "# 100001: judgement\n")) << text;
    EXPECT_TRUE(has_text(text, "- Suggested: none. The evidence does not settle the question.\n"));
    EXPECT_TRUE(has_text(text, "- Possible, given what is missing: Low need, Medium need (the search stopped at its limit; some of these may not be possible).\n"));
    answer.not_applicable = true;
    EXPECT_TRUE(has_text(judgement_markdown(framework, judgement), "- The question does not apply to this school.\n"));
}

Rollup sample_rollup() {
    Rollup rollup;
    rollup.framework_id = "sample";
    rollup.framework_edition = "2026.1";
    rollup.framework_hash = kHash;
    rollup.schools = {"100001", "100002", "100003"};
    rollup.judgements = {{"support", {{"low", {}, {}}, {"medium", {"100002"}, {"100001"}}, {"high", {"100001"}, {}}}, {"100003"}}};
    rollup.kpis = {{"all_secure", Truth::kFalse, {"100002"}, {"100001"}, {"100003"}, {}}};
    rollup.deployments = {{"gives", {"100002"}, {"100003"}}, {"receives", {}, {}}};
    rollup.interventions = {{"panel", {}, {}}};
    return rollup;
}

TEST(Report, Rollup) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        Kpi kpi;
        kpi.id = "all_secure";
        kpi.title = "Teaching secure in all schools";
        kpi.each = "teaching.secure";
        kpi.need_share = Decimal(100);
        kpi.refs = {"SAM-001"};
        document.kpis = {kpi};
        Deployment gives;
        gives.id = "gives";
        gives.kind = DeploymentKind::kGives;
        gives.levels = {"need.low"};
        gives.text = "Strong schools help others.";
        gives.refs = {"SAM-001"};
        document.deployments = {gives};
        Intervention panel;
        panel.id = "panel";
        panel.title = "Concerns panel";
        panel.text = "Meets.";
        panel.levels = {"need.high"};
        panel.refs = {"SAM-001"};
        document.interventions = {panel};
    });
    expect_golden(rollup_markdown(framework, sample_rollup(), sample_trust()), "report/rollup.md");
}

TEST(Report, Plan) {
    const Framework framework = sample_framework();
    Judgement judgement = judged_high(framework);
    set_criterion(judgement, "teaching.secure", Truth::kUnknown);
    Plan plan = planned(framework, judgement);
    plan = record_progress(plan, {"objective.results.low", day("2026-11-20"), "adviser", "Autumn | assessment", "44", Rag::kAmber, ItemStatus::kInProgress}).value();
    plan = record_progress(plan, {"action.visits.1", day("2026-10-01"), "adviser", "", "", {}, ItemStatus::kDone}).value();
    judgement.answers[0].suggested = "medium";
    plan = revised(plan, framework, judgement, made_on("2027-01-20"));
    PlanAction own;
    own.id = "action.own";
    own.origin = Origin::kPeople;
    own.title = "Phone the parents";
    own.actor = {"head"};
    plan.actions.push_back(own);
    plan.framework_hash = kHash;
    expect_golden(plan_markdown(framework, plan, sample_trust(), day("2027-01-20")), "report/plan.md");
}

TEST(Report, ThePlanIsRatedOnTheLatestDayOfItsRecord) {
    const Framework framework = sample_framework();
    Plan plan = planned(framework, judged_high(framework));
    EXPECT_TRUE(has_text(plan_markdown(framework, plan), "Rated as on 10 September 2026."));
    plan = record_progress(plan, {"objective.results.low", day("2026-11-20"), "", "", "44", {}, {}}).value();
    EXPECT_TRUE(has_text(plan_markdown(framework, plan), "Rated as on 20 November 2026."));
}

CalendarEvent event(std::string title, std::string_view first, std::string_view last) {
    CalendarEvent result;
    result.id = title;
    result.key = title;
    result.title = std::move(title);
    result.school = "100001";
    result.school_name = "Hill_School";
    result.first = day(first);
    result.last = day(last);
    return result;
}

TEST(Report, Calendar) {
    Calendar calendar;
    calendar.trust = "t1";
    calendar.trust_name = "Sample Trust";
    calendar.framework_id = "sample";
    calendar.framework_title = "Sample model";
    calendar.framework_edition = "2026.1";
    calendar.framework_hash = kHash;
    calendar.stamp = parse_instant("2026-08-20T09:00:00Z").value();
    calendar.schools = {{"100001", "Hill_School", "y"}, {"100002", "Lake School", "y"}};
    CalendarEvent visit = event("Visit", "2026-09-08", "2026-09-08");
    visit.ordinal = 1;
    visit.of = 3;
    visit.status = EventStatus::kTentative;
    visit.participants = {{"adviser", "Adviser", ParticipantPart::kLeads, {"p1"}, {"B. Person"}}, {"head", "Headteacher", ParticipantPart::kTakesPart, {}, {}}};
    CalendarEvent review = event("Review", "2026-09-29", "2026-10-01");
    review.moved_from = DateRange{day("2026-09-22"), day("2026-09-24")};
    CalendarEvent cancelled = event("Audit", "2026-10-02", "2026-10-02");
    cancelled.status = EventStatus::kCancelled;
    CalendarEvent board = event("Board", "2026-09-09", "2026-09-09");
    board.school.clear();
    board.school_name = "Sample Trust";
    calendar.events = {visit, board, review, cancelled};
    UndatedItem item;
    item.title = "Progress check";
    item.schools = {"100001", "100002"};
    item.words = "regularly";
    item.message = "The framework gives no interval.";
    UndatedItem other = item;
    other.title = "Panel";
    other.schools = {"100002"};
    other.relaxation = "3 October would do, but is a Saturday.";
    calendar.to_be_agreed = {item, other};
    calendar.issues = {{"/schools/1", "no_school_year", "school '100002' has no school year", "give one", Severity::kWarning}};
    expect_golden(calendar_markdown(calendar), "report/calendar.md");
}

TEST(Report, ACalendarHoldsNoControlCharacters) {
    std::string bad = "A";
    for (char c = 0; c < 0x20; ++c) bad += c;
    bad += "\x7f\xc2\x80\xc2\x9f";
    Calendar calendar;
    calendar.trust_name = calendar.framework_title = calendar.framework_id = calendar.framework_edition = calendar.framework_hash = bad;
    CalendarEvent visit = event(bad, "2026-09-08", "2026-09-08");
    visit.school_name = bad;
    visit.participants = {{"adviser", bad, ParticipantPart::kLeads, {"p1"}, {bad}}};
    calendar.events = {visit};
    UndatedItem item;
    item.title = item.words = item.message = item.relaxation = bad;
    calendar.to_be_agreed = {item};
    calendar.issues = {{"", "x", bad, bad, Severity::kWarning}};
    const std::string page = calendar_markdown(calendar);
    for (std::size_t at = 0; at < page.size(); ++at) {
        const auto byte = static_cast<unsigned char>(page[at]);
        EXPECT_FALSE(byte == 0x7f || (byte < 0x20 && byte != '\n')) << at;
        EXPECT_FALSE(byte == 0xc2 && static_cast<unsigned char>(page[at + 1]) < 0xa0) << at;
    }
}

/// Lines of a table must all have the same number of cells: nothing in the data ends one.
void expect_tables_hold(const std::string& text, const std::string& name) {
    std::size_t expected = 0, start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string line = text.substr(start, end - start);
        start = end + 1;
        if (!line.starts_with('|')) {
            expected = 0;
            continue;
        }
        std::size_t cells = 0;
        for (std::size_t i = 0; i < line.size(); ++i)
            if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++cells;
        if (expected == 0) expected = cells;
        EXPECT_EQ(cells, expected) << name << ": " << line;
    }
}

/// What stands where there is no objective: only what is the case.
TEST(Report, APlanWithoutObjectivesSaysWhy) {
    const auto without_desired = [](FrameworkDocument& document) {
        for (Criterion& criterion : document.criteria) criterion.desired.reset();
    };
    struct Case {
        bool desired;
        int unknown;  ///< Of the three criteria with a desired side.
        const char* expected;
    };
    const Case cases[] = {{true, 0, "None: no criterion is other than it should be."},
                          {true, 1, "None so far: no criterion that is known is other than it should be; 1 of 3 are not known."},
                          {true, 3, "None so far: of no criterion is it known whether it is as it should be."},
                          {false, 0, "None: the framework says of no criterion how it should be."}};
    for (const Case& item : cases) {
        const Framework framework = item.desired ? sample_framework() : sample_framework(without_desired);
        Judgement judgement = judged(framework, {{"support", "low"}});
        for (int i = 0; i < item.unknown; ++i) judgement.criteria[static_cast<std::size_t>(i)].result = Truth::kUnknown;
        const std::string text = plan_markdown(framework, planned(framework, judgement));
        EXPECT_TRUE(has_text(text, item.expected)) << text.substr(0, 900);
    }
}

TEST(Report, APlanMarksWhatIsOverdueAndWhatIsNoLongerAskedFor) {
    const Framework framework = sample_framework();
    Plan plan = planned(framework, judged_high(framework));
    EXPECT_FALSE(has_text(plan_markdown(framework, plan, {}, day("2026-09-24")), "overdue"));
    EXPECT_TRUE(has_text(plan_markdown(framework, plan, {}, day("2026-09-25")), "| not started, **overdue** |"));
    plan = record_progress(plan, {"action.analysis", day("2026-09-30"), "", "", "", {}, ItemStatus::kDone}).value();
    EXPECT_FALSE(has_text(plan_markdown(framework, plan, {}, day("2026-09-30")), "overdue"));
    const Plan after = revised(plan, framework, judged(framework, {{"support", "low"}}), made_on("2026-11-10"));
    const std::string text = plan_markdown(framework, after);
    EXPECT_TRUE(has_text(text, "| done, no longer asked for |"));
    EXPECT_FALSE(has_text(text.substr(text.find("No longer part of the plan")), "- Analyse needs\n"));
}

TEST(Report, APlanNamesTheCalendarOnlyForWhatHasDaysThere) {
    const std::pair<Every, const char*> cases[] = {{Every::kTerm, "dates in the calendar: Termly visit"},
                                                   {Every::kOnce, "dates in the calendar: Termly visit"},
                                                   {Every::kRegular, "Termly visit: no dates until it is agreed how often"},
                                                   {Every::kContinuous, "Termly visit: no dates until it is agreed how often"},
                                                   {Every::kOnEvent, "Termly visit: a date in the calendar once its day is known"}};
    for (const auto& [every, expected] : cases) {
        const Framework framework = sample_framework([&, every = every](FrameworkDocument& document) {
            document.activities[0].cadence = Cadence{};
            document.activities[0].cadence.every = every;
            if (every == Every::kOnEvent) document.activities[0].cadence.event = EventKind::kConcern;
        });
        const std::string text = plan_markdown(framework, planned(framework, judged(framework, {{"support", "low"}})));
        EXPECT_TRUE(has_text(text, expected)) << text;
        EXPECT_EQ(has_text(text, "dates in the calendar"), every == Every::kTerm || every == Every::kOnce);
    }
}

TEST(Report, APlanShowsTheDaysOfEveryRecurringAction) {
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        for (Action& action : offer_of(document, "everyone").actions) {
            action.cadence = Cadence{};
            action.cadence->every = Every::kTerm;
        }
    });
    const Plan plan = planned(framework, judged(framework, {{"support", "low"}}));
    const std::string text = plan_markdown(framework, plan);
    ASSERT_EQ(find_action(plan, "action.network")->visits.size(), 3u);
    for (const Visit& visit : find_action(plan, "action.network")->visits) EXPECT_TRUE(has_text(text, long_date(visit.on))) << to_string(visit.on);
}

TEST(Report, BuiltInPlansHaveNoDoubleFullStops) {
    for (const BuiltinFramework& entry : builtin_frameworks()) {
        const Framework framework = builtin_framework(entry.id, entry.edition).value();
        const JudgementRule& rule = framework.document().judgements.front();
        for (const ScaleLevel& level : framework.find_scale(rule.scale)->levels) {
            const std::string text = plan_markdown(framework, planned(framework, judged(framework, {{rule.id, level.id}})));
            for (const char* wrong : {"..", ".;", ".).", ".'."})
                EXPECT_FALSE(has_text(text, wrong)) << entry.id << " " << level.id << ": " << text.substr(text.find(wrong) < 90 ? 0 : text.find(wrong) - 90, 120);
        }
    }
}

TEST(Report, BuiltInPlansHaveWholeTables) {
    for (const BuiltinFramework& entry : builtin_frameworks()) {
        const Framework framework = builtin_framework(entry.id, entry.edition).value();
        const JudgementRule& rule = framework.document().judgements.front();
        for (const ScaleLevel& level : framework.find_scale(rule.scale)->levels) {
            const Judgement judgement = judged(framework, {{rule.id, level.id}});
            const Plan plan = planned(framework, judgement);
            const std::string text = plan_markdown(framework, plan), again = plan_markdown(framework, plan);
            EXPECT_EQ(text, again);
            expect_tables_hold(text, entry.id + " " + level.id);
            expect_tables_hold(judgement_markdown(framework, judgement), entry.id);
            for (const PlanAction& action : plan.actions) EXPECT_NE(text.find(action.title.substr(0, action.title.find_first_of("*_&<|[]~`\\"))), std::string::npos) << action.title;
        }
    }
}

}  // namespace

}  // namespace schoolimp::testing
