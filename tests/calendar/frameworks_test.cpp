// The built-in frameworks, each on a trust with one school at every level: all that has an interval is dated, all that has none is to be agreed.
#include <algorithm>

#include "calendar/fixture.hpp"
#include "schoolimp/builtin/builtin.hpp"

namespace schoolimp::testing {
namespace {

constexpr int kSchools = 6;

/// School k is at level k of every scale that is judged (the last one when there are fewer); every condition holds.
std::vector<Judgement> judgements_of(const Framework& framework, const Trust& trust) {
    std::vector<Judgement> result;
    for (std::size_t k = 0; k < trust.schools.size(); ++k) {
        Judgement judged;
        judged.framework_hash = framework.hash();
        judged.school = trust.schools[k].id;
        for (const JudgementRule& rule : framework.document().judgements) {
            const Scale* scale = framework.find_scale(rule.scale);
            if (scale == nullptr || scale->levels.empty()) continue;
            Answer answer;
            answer.judgement = rule.id;
            answer.scale = rule.scale;
            judged.answers.push_back(answer);
            Decision decision;
            decision.judgement = rule.id;
            decision.level = scale->levels[std::min(k, scale->levels.size() - 1)].id;
            judged.decisions.push_back(decision);
        }
        for (const Activity& activity : framework.document().activities)
            if (!activity.when.empty()) judged.conditions.push_back({"activity:" + activity.id, Truth::kTrue});
        result.push_back(judged);
    }
    return result;
}

int periods_in_usual_year(const Cadence& cadence) {
    const int times = cadence.times.value_or(1);
    switch (cadence.every) {
        case Every::kWeek: return 40 * times;
        case Every::kFortnight: return 20 * times;
        case Every::kMonth: return 11 * times;
        case Every::kHalfTerm: return 6 * times;
        case Every::kTerm: return 3 * times;
        case Every::kYear: return times;
        case Every::kOnce: return 1;
        default: return 0;
    }
}

bool at_level(const Activity& activity, const Judgement& judged) {
    if (activity.levels.empty()) return true;
    return std::any_of(judged.answers.begin(), judged.answers.end(), [&](const Answer& answer) {
        return std::find(activity.levels.begin(), activity.levels.end(), judged.level_in_force(answer.judgement)) != activity.levels.end();
    });
}

bool listed_open(const Calendar& calendar, const Activity& activity, const std::string& school_id) {
    return std::any_of(calendar.to_be_agreed.begin(), calendar.to_be_agreed.end(), [&](const UndatedItem& item) {
        if (item.source != activity.id || !item.report_to.empty()) return false;
        return activity.scope == Scope::kTrust || std::find(item.schools.begin(), item.schools.end(), school_id) != item.schools.end();
    });
}

std::vector<std::string> builtin_ids() {
    std::vector<std::string> ids;
    for (const BuiltinFramework& framework : builtin_frameworks()) ids.push_back(framework.id);
    return ids;
}

class BuiltinFrameworks : public ::testing::TestWithParam<std::string> {};

TEST_P(BuiltinFrameworks, AreDatedOrToBeAgreed) {
    const Framework framework = builtin_framework(GetParam()).value();
    const World world({}, kSchools);
    const std::vector<Judgement> judged = judgements_of(framework, world.trust);
    const Calendar calendar = make_calendar(framework, world.trust, world.years, judged, {}, nullptr, world.options).value();
    for (const Activity& activity : framework.document().activities) {
        const bool dated = periods_in_usual_year(activity.cadence) > 0 && activity.optionality != Optionality::kMay;
        for (std::size_t k = 0; k < judged.size(); ++k) {
            const std::string host = activity.scope == Scope::kTrust ? std::string() : judged[k].school;
            if (activity.scope == Scope::kSchool && !at_level(activity, judged[k])) {
                EXPECT_TRUE(events_of(calendar, activity.id, host).empty()) << activity.id << ' ' << host;
                continue;
            }
            const auto events = events_of(calendar, activity.id, host);
            const auto count = std::count_if(events.begin(), events.end(), [](const CalendarEvent& event) { return event.kind == CalendarEventKind::kActivity; });
            if (dated) {
                // Odd and even schools share the weeks of a fortnight: of 40 weeks each has 20.
                EXPECT_EQ(count, periods_in_usual_year(activity.cadence)) << activity.id << ' ' << host;
            } else {
                EXPECT_EQ(count, 0) << activity.id << ' ' << host;
                const bool joining = activity.cadence.event == EventKind::kJoining || activity.cadence.event == EventKind::kBeforeJoining;
                EXPECT_TRUE(joining || listed_open(calendar, activity, host)) << activity.id << ' ' << host << " is neither dated nor to be agreed";
            }
        }
    }
    for (const CalendarEvent& event : calendar.events) EXPECT_TRUE(event.type == "training" ? world.years[0].staff_open(event.first) : world.years[0].pupil_open(event.first)) << event.key;
}

INSTANTIATE_TEST_SUITE_P(All, BuiltinFrameworks, ::testing::ValuesIn(builtin_ids()), [](const auto& test) { return test.param; });

TEST(BuiltinPact, OneReviewReportsAtTwoRates) {
    const Framework framework = builtin_framework("pact").value();
    const World world({}, 2);
    const Calendar calendar = make_calendar(framework, world.trust, world.years, judgements_of(framework, world.trust), {}, nullptr, world.options).value();
    std::map<std::string, int> counts;
    for (const CalendarEvent& event : events_of(calendar, "risk_review")) ++counts[event.report_to];
    EXPECT_EQ(counts[""], 2 * 6) << "half-termly at each school";
    EXPECT_EQ(counts["local_governing_body"], 2 * 3) << "termly to each school's governors";
    EXPECT_EQ(counts["trust_board"], 3) << "three times a year to the board, for all schools";
}

struct YearStart {
    const char* framework;
    const char* activity;
};

class YearlyPlanning : public ::testing::TestWithParam<YearStart> {};

TEST_P(YearlyPlanning, IsDoneInTheFirstWeeksAtEverySchool) {
    const Framework framework = builtin_framework(GetParam().framework).value();
    const World world({}, 5);
    const Calendar calendar = make_calendar(framework, world.trust, world.years, judgements_of(framework, world.trust), {}, nullptr, world.options).value();
    const auto events = events_of(calendar, GetParam().activity);
    EXPECT_EQ(events.size(), 5u);
    for (const CalendarEvent& event : events) EXPECT_LE(event.first, day("2026-09-23")) << event.key;
}

INSTANTIATE_TEST_SUITE_P(Activities, YearlyPlanning,
                         ::testing::Values(YearStart{"tpat", "rag_rating"}, YearStart{"tpat", "improvement_planning"}, YearStart{"tpat", "year_end_analysis"},
                                           YearStart{"pact", "year_end_analysis"}, YearStart{"pact", "improvement_planning"}),
                         [](const auto& test) { return std::string(test.param.framework) + '_' + test.param.activity; });

TEST(BuiltinPact, TheBoardHearsOfEveryReviewOfTheTerm) {
    const Framework framework = builtin_framework("pact").value();
    const World world({}, 15);
    const Calendar calendar = make_calendar(framework, world.trust, world.years, judgements_of(framework, world.trust), {}, nullptr, world.options).value();
    for (const CalendarEvent& event : events_of(calendar, "risk_review"))
        EXPECT_TRUE(event.report_to != "trust_board" || event.covers.size() == 30u) << to_string(event.first) << ": " << event.covers.size();
}

}  // namespace
}  // namespace schoolimp::testing
