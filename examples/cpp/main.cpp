// The whole main job in one small program: a framework, evidence, a judgement with its reasons, a decision, a support plan, and a calendar that opens in a
// calendar program. The school is invented.
//
//     improvement_year OUTPUT_FOLDER

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "schoolimp/schoolimp.hpp"

using namespace schoolimp;

namespace {

constexpr const char* kTrust = R"json({
  "schema": "schoolimp/trust/1",
  "id": "fernhill",
  "name": "Fernhill Learning Trust (invented)",
  "schools": [{"id": "900001", "name": "Beckside Primary Academy (invented)", "phase": "primary", "joined": "2021-09-01", "pupils": 208}],
  "people": [{"id": "ab", "name": "A. Brook", "roles": ["ceo"]}]
})json";

constexpr const char* kEvidence = R"json({
  "schema": "schoolimp/evidence/1",
  "observations": [
    {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2022/23", "value": 57, "source": "published results", "cohort": 30},
    {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2023/24", "value": 55, "source": "published results", "cohort": 28},
    {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2024/25", "value": 58, "source": "published results", "cohort": 29},
    {"school": "900001", "indicator": "absence.overall", "period": "2024/25", "value": 5.9, "source": "published absence"},
    {"school": "900001", "indicator": "ofsted.overall", "value": "good", "observed_on": "2023-05-17", "source": "inspection report"},
    {"school": "900001", "indicator": "review.leadership", "value": "some_concern", "observed_on": "2026-06-24", "source": "trust review"},
    {"school": "900001", "indicator": "review.finance", "missing": "not_collected", "observed_on": "2026-06-24", "source": "trust review"}
  ]
})json";

constexpr const char* kSchoolYear = R"json({
  "schema": "schoolimp/school_year/1",
  "id": "2026-27",
  "academic_year": "2026/27",
  "half_terms": [
    {"term": "autumn", "first": "2026-09-01", "last": "2026-10-23"}, {"term": "autumn", "first": "2026-11-02", "last": "2026-12-18"},
    {"term": "spring", "first": "2027-01-04", "last": "2027-02-12"}, {"term": "spring", "first": "2027-02-22", "last": "2027-03-25"},
    {"term": "summer", "first": "2027-04-12", "last": "2027-05-28"}, {"term": "summer", "first": "2027-06-07", "last": "2027-07-21"}
  ],
  "inset_days": ["2026-09-01", "2026-09-02", "2027-01-04", "2027-06-07", "2027-07-21"]
})json";

/// The value, or the program ends with every issue on stderr.
template <typename T>
T need(Result<T> result) {
    if (!result.ok()) {
        const Status status = result.status();
        std::fprintf(stderr, "%s\n", status.message().c_str());
        for (const Issue& issue : status.issues()) std::fprintf(stderr, "  %s\n", to_string(issue).c_str());
        std::exit(1);
    }
    return std::move(result).value();
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file) {
        std::fprintf(stderr, "%s could not be written\n", path.string().c_str());
        std::exit(1);
    }
}

void print_answer(const Judgement& judgement) {
    const Answer& answer = judgement.answers.front();
    std::printf("suggested: %s\n", answer.suggested ? answer.suggested->c_str() : "none: the evidence does not settle it");
    std::printf("possible:");
    for (const std::string& level : answer.possible) std::printf(" %s", level.c_str());
    std::printf("\n");
    for (const std::string& reason : answer.reasons) std::printf("  %s\n", reason.c_str());
    std::printf("observations read: %d known, %d missing\n", judgement.known, judgement.missing);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: improvement_year OUTPUT_FOLDER\n");
        return 2;
    }
    const std::filesystem::path output = argv[1];
    std::filesystem::create_directories(output);

    const Framework framework = need(builtin_framework("pvat"));
    const Trust trust = need(parse_trust(kTrust));
    const Evidence evidence = need(parse_evidence(kEvidence));
    const SchoolYear school_year = need(SchoolYear::make(need(parse_school_year(kSchoolYear))));
    const Date today = *make_date(2026, 9, 1);  // Given by the host: the library reads no clock.

    JudgeOptions options;
    options.as_of = AsOf{today, today, std::nullopt};
    Judgement judgement = need(judge(framework, evidence, "900001", trust, builtin_benchmarks(), options));
    print_answer(judgement);

    Decision decision;
    decision.school = "900001";
    decision.judgement = "tier_of_support";
    decision.level = "tier_2";
    decision.decided_on = today;
    decision.by = "ceo";
    decision.reason = "Results below national for three years and concerns about leadership.";
    judgement = need(decide(framework, judgement, decision));

    PlanOptions plan_options;
    plan_options.made_on = today;
    const Plan plan = need(make_plan(framework, judgement, school_year, trust, plan_options));
    std::printf("plan: %zu objectives, %zu actions, %zu points to be agreed\n", plan.objectives.size(), plan.actions.size(), plan.to_be_agreed.size());

    CalendarOptions calendar_options;
    calendar_options.from = today;
    const Calendar calendar = need(make_calendar(framework, trust, std::vector{school_year}, std::vector{judgement}, planned_items(plan), nullptr, calendar_options));
    std::printf("calendar: %zu events, %zu to be agreed\n", calendar.events.size(), calendar.to_be_agreed.size());

    write_file(output / "judgement.json", write_judgement(judgement));
    write_file(output / "plan.json", write_plan(plan));
    write_file(output / "calendar.json", write_calendar(calendar));
    write_file(output / "calendar.ics", need(write_icalendar(calendar)));
    return 0;
}
