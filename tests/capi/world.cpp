#include "capi/world.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace schoolimp_c_tests {

std::string source_file(const std::string& path) {
    std::ifstream stream(SCHOOLIMP_SOURCE_DIR "/" + path, std::ios::binary);
    EXPECT_TRUE(stream.good()) << path;
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string header_without_comments() {
    const std::string header = source_file("capi/schoolimp_c.h");
    std::string kept;
    for (std::size_t at = 0; at != std::string::npos;) {
        const std::size_t comment = header.find("/*", at), end = header.find("*/", comment);
        kept += header.substr(at, comment == std::string::npos ? comment : comment - at);
        at = comment == std::string::npos || end == std::string::npos ? std::string::npos : end + 2;
    }
    return kept;
}

std::string input(const std::string& name) { return source_file("bindings_tests/client_inputs/" + name); }

std::string ranking_model() {
    nlohmann::json model = nlohmann::json::parse(input("our-model.json"));
    model["id"] = "ranking";
    model["criteria"].push_back({{"id", "attendance.best"}, {"title", "Least absence"}, {"test", "rank(-absence.overall) <= 1"}, {"refs", {"OUR-004"}}, {"basis", "inferred"}});
    return model.dump();
}

schoolimp_judge_options judge_options() {
    schoolimp_judge_options options = SCHOOLIMP_JUDGE_OPTIONS_INIT;
    options.valid = kToday;
    return options;
}

schoolimp_decision decision() {
    schoolimp_decision decision = SCHOOLIMP_DECISION_INIT;
    decision.judgement = "tier_of_support";
    decision.level = "tier_2";
    decision.by = "ceo";
    decision.person = "Zo\xC3\xAB Okonjo";
    decision.reason = "Three years below national";
    decision.decided_on = kToday;
    return decision;
}

schoolimp_plan_options plan_options() {
    schoolimp_plan_options options = SCHOOLIMP_PLAN_OPTIONS_INIT;
    options.made_on = kToday;
    return options;
}

Owned<schoolimp_evidence_builder> evidence_builder() {
    Owned<schoolimp_evidence_builder> builder = made(schoolimp_evidence_builder_new);
    schoolimp_observation observation = SCHOOLIMP_OBSERVATION_INIT;
    observation.school = kSchool;
    observation.indicator = "review.leadership";
    observation.kind = SCHOOLIMP_VALUE_WORD;
    observation.value = "some_concern";
    observation.observed_on = day(2026, 6, 24);
    done(schoolimp_evidence_builder_add, builder.get(), &observation);
    return builder;
}

Owned<schoolimp_calendar_request> calendar_request(const World& from) {
    Owned<schoolimp_calendar_request> request = made(schoolimp_calendar_request_new, kStamp, kToday);
    done(schoolimp_calendar_request_add_school_year, request.get(), from.year.get());
    done(schoolimp_calendar_request_add_judgement, request.get(), from.decided.get());
    done(schoolimp_calendar_request_add_plan, request.get(), from.plan.get());
    return request;
}

Owned<schoolimp_table_builder> table_builder() {
    static const std::array<const char*, 2> schools = {"900001", "900002"};
    static const std::array<double, 2> absence = {5.9, 4.8};
    Owned<schoolimp_table_builder> builder = made(schoolimp_table_builder_new, int64_t{2});
    done(schoolimp_table_builder_add_texts, builder.get(), "URN", schools.data());
    done(schoolimp_table_builder_add_numbers, builder.get(), "absence.overall", SCHOOLIMP_NUMBER_FLOAT64, absence.data(), nullptr);
    return builder;
}

Owned<schoolimp_table_request> table_request() {
    Owned<schoolimp_table_request> request = made(schoolimp_table_request_new, kToday, SCHOOLIMP_NO_DATE);
    done(schoolimp_table_request_set_key, request.get(), "URN");
    done(schoolimp_table_request_set_constant, request.get(), "national(absence.overall)", SCHOOLIMP_VALUE_NUMBER, "5.2");
    return request;
}

namespace {

Owned<schoolimp_evidence> evidence() {
    const std::string csv = input("evidence.csv");
    const auto published = parsed(schoolimp_evidence_parse_csv, csv);
    const auto own = made(schoolimp_evidence_builder_build, evidence_builder().get());
    return made(schoolimp_evidence_merged, published.get(), own.get());
}

Owned<schoolimp_issues> bad_evidence_issues() {
    const std::string text = R"({"schema": "schoolimp/evidence/1", "observations": [{"school": 1}]})";
    return made(schoolimp_document_check, "evidence", text.data(), text.size(), nullptr);
}

Owned<schoolimp_calendar> calendar(const World& from, const schoolimp_calendar_request* request) {
    return made(schoolimp_calendar_make, from.framework.get(), from.trust.get(), request, nullptr);
}

void judge_and_plan(World& world) {
    const schoolimp_judge_options options = judge_options();
    const schoolimp_decision decided = decision();
    const schoolimp_plan_options when = plan_options();
    world.cohort = made(schoolimp_cohort_make, world.ranking.get(), world.evidence.get(), world.trust.get(), world.benchmarks.get(), &options);
    world.judgement = made(schoolimp_judge, world.framework.get(), world.evidence.get(), kSchool, world.trust.get(), world.benchmarks.get(), &options);
    world.decided = made(schoolimp_decide, world.framework.get(), world.judgement.get(), &decided);
    schoolimp_decision listed = decided;
    listed.school = kSchool;
    world.decisions = made(schoolimp_decisions_with, nullptr, &listed);
    const schoolimp_judgement* const all[] = {world.decided.get()};
    world.rollup = made(schoolimp_rollup_make, world.framework.get(), all, size_t{1});
    world.plan = made(schoolimp_plan_make, world.framework.get(), world.decided.get(), world.year.get(), world.trust.get(), &when);
    world.ratings = made(schoolimp_plan_rate, world.plan.get(), day(2027, 2, 1));
}

}  // namespace

World make_world() {
    World world;
    world.framework = made(schoolimp_framework_builtin, "pvat", nullptr);
    world.own = parsed_framework(input("our-model.json"));
    world.ranking = parsed_framework(ranking_model());
    world.evidence = evidence();
    world.trust = parsed(schoolimp_trust_parse, input("trust.json"));
    world.benchmarks = made(schoolimp_benchmarks_builtin);
    const std::string year = input("school-year.json");
    world.year = made(schoolimp_school_year_parse, year.data(), year.size(), nullptr, size_t{0}, nullptr, nullptr);
    judge_and_plan(world);
    const auto request = calendar_request(world);
    world.calendar = calendar(world, request.get());
    const auto fewer = made(schoolimp_calendar_request_new, kStamp, kToday);
    done(schoolimp_calendar_request_add_school_year, fewer.get(), world.year.get());
    world.changes = made(schoolimp_calendar_compare, calendar(world, fewer.get()).get(), world.calendar.get());
    world.table = made(schoolimp_table_builder_build, table_builder().get());
    world.judged = made(schoolimp_judge_table, world.own.get(), world.table.get(), table_request().get());
    world.text = made(schoolimp_builtin_catalogue);
    world.strings = made(schoolimp_schema_kinds);
    world.issues = bad_evidence_issues();
    return world;
}

const World& world() {
    static const World made_once = make_world();
    return made_once;
}

}  // namespace schoolimp_c_tests
