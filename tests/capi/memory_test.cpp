// No memory, at any moment of the main job. Documents are read and made first; what is looked at afterwards is no part of it.
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "capi/json.hpp"
#include "capi/sweep.hpp"

namespace schoolimp_c_tests {
namespace {

using Error = schoolimp_error**;

std::string look_text(const schoolimp_text* text) { return {schoolimp_text_data(text), schoolimp_text_size(text)}; }
std::string look_strings(const schoolimp_strings* strings) {
    std::string all;
    for (size_t i = 0; i < schoolimp_strings_count(strings); ++i) all += std::string(schoolimp_strings_at(strings, i)) + "\n";
    return all;
}
std::string look_issues(const schoolimp_issues* issues) {
    std::string all;
    for (size_t i = 0; i < schoolimp_issues_count(issues); ++i) all += std::string(schoolimp_issues_message(issues, i)) + "\n";
    return all;
}

template <typename H>
std::string written(schoolimp_status (*write)(schoolimp_text**, const H*, int32_t, schoolimp_error**), const H* handle) {
    return text_of(made(write, handle, SCHOOLIMP_JSON_CANONICAL));
}

void sweep_text(const char* name, std::function<schoolimp_status(schoolimp_text**, Error)> call) { sweep<schoolimp_text>(name, std::move(call), look_text); }
void sweep_strings(const char* name, std::function<schoolimp_status(schoolimp_strings**, Error)> call) { sweep<schoolimp_strings>(name, std::move(call), look_strings); }
void sweep_issues(const char* name, std::function<schoolimp_status(schoolimp_issues**, Error)> call) { sweep<schoolimp_issues>(name, std::move(call), look_issues); }

/// A kind of document: reading the text, and writing the handle.
template <typename H>
void sweep_document(const char* name, schoolimp_status (*parse)(H**, const char*, size_t, const schoolimp_parse_options*, schoolimp_issues**, schoolimp_error**),
                    schoolimp_status (*write)(schoolimp_text**, const H*, int32_t, schoolimp_error**), const std::string& text) {
    sweep<H>(
        std::string("parse ") + name,
        [&](H** out, Error error) {
            schoolimp_issues* warnings = nullptr;
            const schoolimp_status status = parse(out, text.data(), text.size(), nullptr, &warnings, error);
            if ((warnings == nullptr) == (status == SCHOOLIMP_OK)) std::abort();
            schoolimp_issues_free(warnings);
            return status;
        },
        [&](const H* handle) { return written(write, handle); });
    const auto handle = parsed(parse, text);
    for (const int32_t style : {SCHOOLIMP_JSON_CANONICAL, SCHOOLIMP_JSON_PRETTY})
        sweep_text(name, [&, style](schoolimp_text** out, Error error) { return write(out, handle.get(), style, error); });
}

class Memory : public testing::Test {
protected:
    // A debug library keeps the memory of the last handles that ended: from now on it gives one back for each it keeps.
    static void SetUpTestSuite() {
        for (int i = 0; i < 300; ++i) made(schoolimp_content_hash, nullptr, size_t{0});
    }
    static void TearDownTestSuite() { std::cout << g_failures << " allocations were made to fail\n"; }
};

TEST_F(Memory, OfDocuments) {
    for (const bool real : {false, true}) {
        sweep_document("evidence", schoolimp_evidence_parse, schoolimp_evidence_to_json, real ? to_json(schoolimp_evidence_to_json, world().evidence) : sample("evidence"));
        sweep_document("trust", schoolimp_trust_parse, schoolimp_trust_to_json, real ? input("trust.json") : sample("trust"));
        sweep_document("judgement", schoolimp_judgement_parse, schoolimp_judgement_to_json, real ? to_json(schoolimp_judgement_to_json, world().decided) : sample("judgement"));
        sweep_document("plan", schoolimp_plan_parse, schoolimp_plan_to_json, real ? to_json(schoolimp_plan_to_json, world().plan) : sample("plan"));
        sweep_document("calendar", schoolimp_calendar_parse, schoolimp_calendar_to_json, real ? to_json(schoolimp_calendar_to_json, world().calendar) : sample("calendar"));
        sweep_document("rollup", schoolimp_rollup_parse, schoolimp_rollup_to_json, real ? to_json(schoolimp_rollup_to_json, world().rollup) : sample("rollup"));
    }
    sweep_document("decisions", schoolimp_decisions_parse, schoolimp_decisions_to_json, sample("decisions"));
    sweep_document("benchmarks", schoolimp_benchmarks_parse, schoolimp_benchmarks_to_json, sample("benchmarks"));
    const std::string plan = sample("plan"), bad = R"({"schema": "schoolimp/plan/1", "id": 5, "school": [], "starts": "never"})";
    sweep_strings("schema_kinds", schoolimp_schema_kinds);
    sweep_text("schema", [](schoolimp_text** out, Error error) { return schoolimp_schema(out, "plan", error); });
    sweep_text("content_hash", [&](schoolimp_text** out, Error error) { return schoolimp_content_hash(out, plan.data(), plan.size(), error); });
    for (const std::string& text : {plan, bad})
        sweep_issues("document_check", [&](schoolimp_issues** out, Error error) { return schoolimp_document_check(out, "plan", text.data(), text.size(), nullptr, error); });
}

TEST_F(Memory, OfFrameworks) {
    const std::string json = input("our-model.json");
    const auto look = [](const schoolimp_framework* framework) { return written(schoolimp_framework_to_json, framework); };
    sweep<schoolimp_framework>("framework_parse", [&](schoolimp_framework** out, Error error) { return schoolimp_framework_parse(out, json.data(), json.size(), nullptr, error); }, look);
    const std::string pact = text_of(made(schoolimp_builtin_framework_text, "pact", nullptr));
    sweep<schoolimp_framework>("framework_parse", [&](schoolimp_framework** out, Error error) { return schoolimp_framework_parse(out, pact.data(), pact.size(), nullptr, error); }, look);
    sweep<schoolimp_framework>("framework_builtin", [](schoolimp_framework** out, Error error) { return schoolimp_framework_builtin(out, "pvat", "", error); }, look);
    sweep_text("builtin_framework_text", [](schoolimp_text** out, Error error) { return schoolimp_builtin_framework_text(out, "pvat", nullptr, error); });
    sweep_text("builtin_catalogue", schoolimp_builtin_catalogue);
    const World& w = world();
    sweep_text("framework_to_json", [&](schoolimp_text** out, Error error) { return schoolimp_framework_to_json(out, w.framework.get(), SCHOOLIMP_JSON_PRETTY, error); });
    sweep_issues("framework_warnings", [&](schoolimp_issues** out, Error error) { return schoolimp_framework_warnings(out, w.framework.get(), error); });
    sweep_strings("framework_cells", [&](schoolimp_strings** out, Error error) { return schoolimp_framework_cells(out, w.framework.get(), error); });
    sweep_text("framework_to_sql", [&](schoolimp_text** out, Error error) { return schoolimp_framework_to_sql(out, w.own.get(), nullptr, error); });
}

TEST_F(Memory, OfEvidence) {
    const World& w = world();
    const std::string csv = input("evidence.csv");
    const auto look = [](const schoolimp_evidence* evidence) { return written(schoolimp_evidence_to_json, evidence); };
    sweep<schoolimp_evidence>("evidence_parse_csv", [&](schoolimp_evidence** out, Error error) { return schoolimp_evidence_parse_csv(out, csv.data(), csv.size(), nullptr, nullptr, error); }, look);
    sweep<schoolimp_evidence>("evidence_merged", [&](schoolimp_evidence** out, Error error) { return schoolimp_evidence_merged(out, w.evidence.get(), w.evidence.get(), error); }, look);
    sweep<schoolimp_evidence>("evidence_with_predecessor", [&](schoolimp_evidence** out, Error error) { return schoolimp_evidence_with_predecessor(out, w.evidence.get(), "b", kSchool, error); }, look);
    sweep_text("evidence_to_csv", [&](schoolimp_text** out, Error error) { return schoolimp_evidence_to_csv(out, w.evidence.get(), error); });
    sweep_strings("evidence_schools", [&](schoolimp_strings** out, Error error) { return schoolimp_evidence_schools(out, w.evidence.get(), error); });
    sweep_issues("evidence_check", [&](schoolimp_issues** out, Error error) { return schoolimp_evidence_check(out, w.evidence.get(), w.own.get(), error); });
    const auto builder = evidence_builder();
    sweep<schoolimp_evidence>("evidence_builder_build", [&](schoolimp_evidence** out, Error error) { return schoolimp_evidence_builder_build(out, builder.get(), error); }, look);
    schoolimp_observation observation = SCHOOLIMP_OBSERVATION_INIT;
    observation.school = "a school with a long name that needs memory";
    observation.indicator = "an indicator with a long name that needs memory";
    observation.source = "a source with a long name that needs memory";
    observation.kind = SCHOOLIMP_VALUE_WORD;
    observation.value = "a value of many letters that needs memory";
    observation.period = "2025/26";
    sweep_change<schoolimp_evidence_builder>(
        "evidence_builder_add", evidence_builder, [&](schoolimp_evidence_builder* to, Error error) { return schoolimp_evidence_builder_add(to, &observation, error); },
        [&](schoolimp_evidence_builder* from) { return look(made(schoolimp_evidence_builder_build, from).get()); });
    const auto look_benchmarks = [](const schoolimp_benchmarks* benchmarks) { return std::to_string(schoolimp_benchmarks_size(benchmarks)); };
    sweep<schoolimp_benchmarks>("benchmarks_builtin", schoolimp_benchmarks_builtin, look_benchmarks);
    const auto other = parsed(schoolimp_benchmarks_parse, sample("benchmarks"));
    sweep<schoolimp_benchmarks>("benchmarks_overlaid", [&](schoolimp_benchmarks** out, Error error) { return schoolimp_benchmarks_overlaid(out, w.benchmarks.get(), other.get(), error); }, look_benchmarks);
}

TEST_F(Memory, OfSchoolYears) {
    const schoolimp_school_year* const year = world().year.get();
    const std::string json = input("school-year.json");
    const std::string holidays = R"({"england-and-wales": {"division": "england-and-wales", "events": [{"title": "Invented day", "date": "2026-09-10", "notes": "", "bunting": true}]}})";
    sweep<schoolimp_school_year>(
        "school_year_parse",
        [&](schoolimp_school_year** out, Error error) { return schoolimp_school_year_parse(out, json.data(), json.size(), holidays.data(), holidays.size(), nullptr, nullptr, error); },
        [](const schoolimp_school_year* made_year) { return written(schoolimp_school_year_to_json, made_year); });
    sweep_text("school_year_to_json", [&](schoolimp_text** out, Error error) { return schoolimp_school_year_to_json(out, year, 1, error); });
    sweep_text("school_year_describe", [&](schoolimp_text** out, Error error) { return schoolimp_school_year_describe(out, year, day(2026, 12, 25), error); });
    sweep_text("school_year_half_term_title", [&](schoolimp_text** out, Error error) { return schoolimp_school_year_half_term_title(out, year, 0, error); });
    sweep_strings("school_year_audit", [&](schoolimp_strings** out, Error error) { return schoolimp_school_year_audit(out, year, error); });
}

TEST_F(Memory, OfJudging) {
    const World& w = world();
    const schoolimp_judge_options options = judge_options();
    const schoolimp_decision decided = decision();
    const auto look = [](const schoolimp_judgement* judgement) { return written(schoolimp_judgement_to_json, judgement); };
    sweep<schoolimp_judgement>(
        "judge", [&](schoolimp_judgement** out, Error error) { return schoolimp_judge(out, w.framework.get(), w.evidence.get(), kSchool, w.trust.get(), w.benchmarks.get(), &options, error); }, look);
    sweep<schoolimp_cohort>(
        "cohort_make", [&](schoolimp_cohort** out, Error error) { return schoolimp_cohort_make(out, w.ranking.get(), w.evidence.get(), w.trust.get(), w.benchmarks.get(), &options, error); },
        [](const schoolimp_cohort* cohort) { return text_of(made(schoolimp_cohort_figure, cohort, size_t{0}, kSchool)); });
    schoolimp_judge_options among = options;
    among.cohort = w.cohort.get();
    sweep<schoolimp_judgement>(
        "judge among others", [&](schoolimp_judgement** out, Error error) { return schoolimp_judge(out, w.ranking.get(), w.evidence.get(), kSchool, w.trust.get(), w.benchmarks.get(), &among, error); }, look);
    sweep_text("cohort_figure", [&](schoolimp_text** out, Error error) { return schoolimp_cohort_figure(out, w.cohort.get(), 0, kSchool, error); });
    sweep_text("judgement_to_markdown", [&](schoolimp_text** out, Error error) { return schoolimp_judgement_to_markdown(out, w.decided.get(), w.framework.get(), w.trust.get(), error); });
    sweep<schoolimp_judgement>("decide", [&](schoolimp_judgement** out, Error error) { return schoolimp_decide(out, w.framework.get(), w.judgement.get(), &decided, error); }, look);
    sweep_text("level_in_force", [&](schoolimp_text** out, Error error) { return schoolimp_judgement_level_in_force(out, w.decided.get(), "tier_of_support", error); });
    schoolimp_decision listed = decided;
    listed.school = kSchool;
    sweep<schoolimp_decisions>("decisions_with", [&](schoolimp_decisions** out, Error error) { return schoolimp_decisions_with(out, w.decisions.get(), &listed, error); },
                               [](const schoolimp_decisions* decisions) { return written(schoolimp_decisions_to_json, decisions); });
    const std::array<const schoolimp_judgement*, 1> all = {w.decided.get()};
    sweep<schoolimp_rollup>("rollup_make", [&](schoolimp_rollup** out, Error error) { return schoolimp_rollup_make(out, w.framework.get(), all.data(), 1, error); },
                            [](const schoolimp_rollup* rollup) { return written(schoolimp_rollup_to_json, rollup); });
    sweep_text("rollup_to_markdown", [&](schoolimp_text** out, Error error) { return schoolimp_rollup_to_markdown(out, w.rollup.get(), w.framework.get(), w.trust.get(), error); });
}

TEST_F(Memory, OfPlans) {
    const World& w = world();
    const schoolimp_plan_options options = plan_options();
    const auto look = [](const schoolimp_plan* plan) { return written(schoolimp_plan_to_json, plan); };
    sweep<schoolimp_plan>("plan_make", [&](schoolimp_plan** out, Error error) { return schoolimp_plan_make(out, w.framework.get(), w.decided.get(), w.year.get(), w.trust.get(), &options, error); }, look);
    sweep<schoolimp_plan>(
        "plan_revise", [&](schoolimp_plan** out, Error error) { return schoolimp_plan_revise(out, w.plan.get(), w.framework.get(), w.decided.get(), w.year.get(), w.trust.get(), &options, error); }, look);
    schoolimp_progress entry = SCHOOLIMP_PROGRESS_INIT;
    entry.item = "objective.outcomes.primary_below";
    entry.note = "A note of many letters that needs memory of its own";
    entry.value = "-3";
    entry.on = day(2027, 1, 20);
    sweep<schoolimp_plan>("plan_record_progress", [&](schoolimp_plan** out, Error error) { return schoolimp_plan_record_progress(out, w.plan.get(), &entry, error); }, look);
    sweep<schoolimp_ratings>("plan_rate", [&](schoolimp_ratings** out, Error error) { return schoolimp_plan_rate(out, w.plan.get(), day(2027, 2, 1), error); },
                             [](const schoolimp_ratings* ratings) { return std::string(schoolimp_ratings_reason(ratings, 0)); });
    sweep_text("plan_to_markdown", [&](schoolimp_text** out, Error error) { return schoolimp_plan_to_markdown(out, w.plan.get(), w.framework.get(), w.trust.get(), SCHOOLIMP_NO_DATE, error); });
    sweep_strings("plan_changes", [&](schoolimp_strings** out, Error error) { return schoolimp_plan_changes(out, w.plan.get(), error); });
}

TEST_F(Memory, OfCalendars) {
    const World& w = world();
    const auto request = calendar_request(w);
    const auto look = [](const schoolimp_calendar* calendar) { return written(schoolimp_calendar_to_json, calendar); };
    sweep<schoolimp_calendar>(
        "calendar_make", [&](schoolimp_calendar** out, Error error) { return schoolimp_calendar_make(out, w.framework.get(), w.trust.get(), request.get(), w.calendar.get(), error); }, look);
    sweep_text("calendar_to_icalendar", [&](schoolimp_text** out, Error error) { return schoolimp_calendar_to_icalendar(out, w.calendar.get(), nullptr, error); });
    sweep_text("calendar_to_markdown", [&](schoolimp_text** out, Error error) { return schoolimp_calendar_to_markdown(out, w.calendar.get(), error); });
    sweep_issues("calendar_issues", [&](schoolimp_issues** out, Error error) { return schoolimp_calendar_issues(out, w.calendar.get(), error); });
    sweep<schoolimp_calendar_changes>("calendar_compare", [&](schoolimp_calendar_changes** out, Error error) { return schoolimp_calendar_compare(out, w.calendar.get(), w.calendar.get(), error); },
                                      [](const schoolimp_calendar_changes* changes) { return std::string(schoolimp_calendar_changes_summary(changes)); });
}

TEST_F(Memory, OfCalendarRequests) {
    const World& w = world();
    schoolimp_cadence cadence = SCHOOLIMP_CADENCE_INIT;
    cadence.activity = "progress_visit";
    cadence.every = "term";
    cadence.reason = "Agreed with the school after much talk";
    using Request = schoolimp_calendar_request;
    const std::pair<const char*, std::function<schoolimp_status(Request*, Error)>> changes[] = {
        {"add_school_year", [&](Request* r, Error e) { return schoolimp_calendar_request_add_school_year(r, w.year.get(), e); }},
        {"add_judgement", [&](Request* r, Error e) { return schoolimp_calendar_request_add_judgement(r, w.decided.get(), e); }},
        {"add_plan", [&](Request* r, Error e) { return schoolimp_calendar_request_add_plan(r, w.plan.get(), e); }},
        {"set_trust_school_year", [&](Request* r, Error e) { return schoolimp_calendar_request_set_trust_school_year(r, "northmoor-2026-27", e); }},
        {"include", [&](Request* r, Error e) { return schoolimp_calendar_request_include(r, "joining_review", e); }},
        {"add_cadence", [&](Request* r, Error e) { return schoolimp_calendar_request_add_cadence(r, &cadence, e); }},
        {"pin", [&](Request* r, Error e) { return schoolimp_calendar_request_pin(r, "northmoor/900001/2026/progress_visit/1", day(2026, 11, 12), SCHOOLIMP_NO_DATE, e); }},
        {"unpin", [&](Request* r, Error e) { return schoolimp_calendar_request_unpin(r, "northmoor/900001/2026/progress_visit/1", e); }},
        {"add_event", [&](Request* r, Error e) { return schoolimp_calendar_request_add_event(r, "a school with a long name", "inspection", kToday, e); }},
    };
    const auto new_request = [&] {
        auto request = made(schoolimp_calendar_request_new, kStamp, kToday);
        done(schoolimp_calendar_request_add_school_year, request.get(), w.year.get());
        return request;
    };
    // What is in a request cannot be read: a calendar is made of it, or refused with the same words.
    const auto look = [&](Request* request) {
        schoolimp_calendar* calendar = nullptr;
        schoolimp_error* error = nullptr;
        const schoolimp_status status = schoolimp_calendar_make(&calendar, w.framework.get(), w.trust.get(), request, nullptr, &error);
        const Owned<schoolimp_calendar> owned(calendar);
        const Owned<schoolimp_error> failure(error);
        return status == SCHOOLIMP_OK ? written(schoolimp_calendar_to_json, static_cast<const schoolimp_calendar*>(calendar)) : described(error);
    };
    for (const auto& [name, change] : changes) sweep_change<Request>(name, new_request, change, look);
    sweep<Request>("calendar_request_new", [](Request** out, Error error) { return schoolimp_calendar_request_new(out, kStamp, kToday, error); }, [](const Request*) { return std::string(); });
}

std::string columns_of(const schoolimp_table* table) { return look_strings(made(schoolimp_table_column_names, table).get()) + std::to_string(schoolimp_table_rows(table)); }

TEST_F(Memory, OfTables) {
    const World& w = world();
    const std::array<const char*, 2> words = {"a text of many letters that needs memory", nullptr}, names = {"absence.overall", "URN"};
    const std::array<double, 2> numbers{};
    const std::array<uint8_t, 2> truths{};
    const std::array<int32_t, 2> days = {kToday, SCHOOLIMP_NO_DATE};
    const uint8_t validity = 1;
    using Builder = schoolimp_table_builder;
    const std::pair<const char*, std::function<schoolimp_status(Builder*, Error)>> changes[] = {
        {"add_numbers", [&](Builder* b, Error e) { return schoolimp_table_builder_add_numbers(b, "a column with a long name", SCHOOLIMP_NUMBER_FLOAT64, numbers.data(), &validity, e); }},
        {"add_booleans", [&](Builder* b, Error e) { return schoolimp_table_builder_add_booleans(b, "a column with a long name", truths.data(), &validity, e); }},
        {"add_texts", [&](Builder* b, Error e) { return schoolimp_table_builder_add_texts(b, "a column with a long name", words.data(), e); }},
        {"add_dates", [&](Builder* b, Error e) { return schoolimp_table_builder_add_dates(b, "a column with a long name", days.data(), e); }},
    };
    const auto look_builder = [](Builder* builder) { return columns_of(made(schoolimp_table_builder_build, builder).get()); };
    for (const auto& [name, change] : changes) sweep_change<Builder>(name, table_builder, change, look_builder);
    sweep<Builder>("table_builder_new", [](Builder** out, Error error) { return schoolimp_table_builder_new(out, 2, error); }, [](const Builder*) { return std::string(); });
    sweep<schoolimp_table>("table_select", [&](schoolimp_table** out, Error error) { return schoolimp_table_select(out, w.table.get(), names.data(), 2, error); }, columns_of);
    sweep_strings("table_column_names", [&](schoolimp_strings** out, Error error) { return schoolimp_table_column_names(out, w.table.get(), error); });
    sweep_text("table_type_name", [&](schoolimp_text** out, Error error) { return schoolimp_table_type_name(out, w.table.get(), 0, error); });
}

TEST_F(Memory, OfTablesThroughArrow) {
    const World& w = world();
    ArrowArrayStream stream{};
    Sweep(
        "table_to_stream", [&](Error error) { return schoolimp_table_to_stream(&stream, w.table.get(), error); },
        [&] {
            stream.release(&stream);
            return std::string();
        })
        .run();
    // A stream is used up by every call: it is made by the call itself, before memory fails.
    for (const Failing which : {Failing::kOne, Failing::kAllFrom}) {
        bool failed = true;
        for (int64_t n = 1; failed; ++n) {
            const int64_t live = live_blocks();
            ArrowArrayStream given{};
            ASSERT_EQ(schoolimp_table_to_stream(&given, w.table.get(), nullptr), SCHOOLIMP_OK);
            schoolimp_table* out = nullptr;
            fail_allocation(n, which);
            const schoolimp_status status = schoolimp_table_from_stream(&out, &given, nullptr);
            failed = stop_failing();
            g_failures += failed;
            EXPECT_EQ(out != nullptr, status == SCHOOLIMP_OK);
            EXPECT_TRUE(status == SCHOOLIMP_OK || failed) << n << ": " << status;
            EXPECT_EQ(given.release, nullptr) << "released in every case, " << n;
            schoolimp_table_free(out);
            ASSERT_EQ(live_blocks(), live) << n;
        }
        failed = true;
        for (int64_t n = 1; failed; ++n) {
            const int64_t live = live_blocks();
            ArrowArrayStream given{};
            ASSERT_EQ(schoolimp_table_to_stream(&given, w.table.get(), nullptr), SCHOOLIMP_OK);
            ArrowSchema schema{};
            ArrowArray array{};
            fail_allocation(n, which);
            const int read_schema = given.get_schema(&given, &schema), read_array = given.get_next(&given, &array);
            failed = stop_failing();
            g_failures += failed;
            EXPECT_TRUE((read_schema == 0 && read_array == 0) || failed);
            EXPECT_EQ(read_schema == 0, schema.release != nullptr);
            EXPECT_TRUE(read_array == 0 || array.release == nullptr);
            if (schema.release != nullptr) schema.release(&schema);
            if (array.release != nullptr) array.release(&array);
            given.release(&given);
            ASSERT_EQ(live_blocks(), live) << n;
        }
    }
}

/// Three thousand schools, so that two threads have blocks to share.
struct ManySchools {
    static constexpr size_t kRows = 3000;
    std::vector<double> absence = std::vector<double>(kRows);
    Owned<schoolimp_table> table;

    ManySchools() {
        for (size_t i = 0; i < kRows; ++i) absence[i] = static_cast<double>(i % 140);  // above 100 a row fails
        const auto builder = made(schoolimp_table_builder_new, int64_t{kRows});
        done(schoolimp_table_builder_add_numbers, builder.get(), "absence.overall", SCHOOLIMP_NUMBER_FLOAT64, absence.data(), nullptr);
        table = made(schoolimp_table_builder_build, builder.get());
    }
};

int32_t go_on(void*, int64_t, int64_t) { return 0; }

std::string answers_of(const schoolimp_table_judgement* judged) {
    const int8_t* const suggested = schoolimp_table_judgement_suggested(judged, 0);
    return {reinterpret_cast<const char*>(suggested), static_cast<size_t>(schoolimp_table_judgement_rows(judged))};
}

TEST_F(Memory, OfJudgingTables) {
    const World& w = world();
    const ManySchools many;
    const auto look = [](const schoolimp_table_judgement* judged) { return answers_of(judged); };
    for (const int32_t threads : {1, 2}) {
        const auto request = made(schoolimp_table_request_new, kToday, SCHOOLIMP_NO_DATE);
        done(schoolimp_table_request_set_constant, request.get(), "national(absence.overall)", SCHOOLIMP_VALUE_NUMBER, "50");
        done(schoolimp_table_request_set_threads, request.get(), threads);
        done(schoolimp_table_request_set_progress, request.get(), go_on, nullptr);
        sweep<schoolimp_table_judgement>("judge_table, threads " + std::to_string(threads), [&](schoolimp_table_judgement** out, Error error) { return schoolimp_judge_table(out, w.own.get(), many.table.get(), request.get(), error); }, look);
        // With a framework that has not judged a table before.
        const std::string json = input("our-model.json");
        sweep<schoolimp_table_judgement>(
            "parse and judge_table",
            [&](schoolimp_table_judgement** out, Error error) {
                *out = nullptr;
                schoolimp_framework* framework = nullptr;
                schoolimp_status status = schoolimp_framework_parse(&framework, json.data(), json.size(), nullptr, error);
                if (status == SCHOOLIMP_OK) status = schoolimp_judge_table(out, framework, many.table.get(), request.get(), error);
                schoolimp_framework_free(framework);
                return status;
            },
            look);
        const auto judged = made(schoolimp_judge_table, w.own.get(), many.table.get(), request.get());
        sweep<schoolimp_judgement>("explain", [&](schoolimp_judgement** out, Error error) { return schoolimp_table_judgement_explain(out, judged.get(), 7, error); },
                                   [](const schoolimp_judgement* judgement) { return written(schoolimp_judgement_to_json, judgement); });
        sweep<schoolimp_table>("to_table", [&](schoolimp_table** out, Error error) { return schoolimp_table_judgement_to_table(out, judged.get(), error); }, columns_of);
        sweep_issues("failures", [&](schoolimp_issues** out, Error error) { return schoolimp_table_judgement_failures(out, judged.get(), error); });
        sweep_strings("absent", [&](schoolimp_strings** out, Error error) { return schoolimp_table_judgement_absent(out, judged.get(), error); });
    }
}

TEST_F(Memory, OfTableRequests) {
    using Request = schoolimp_table_request;
    const World& w = world();
    const std::pair<const char*, std::function<schoolimp_status(Request*, Error)>> changes[] = {
        {"set_key", [](Request* r, Error e) { return schoolimp_table_request_set_key(r, "a column with a long name", e); }},
        {"set_column", [](Request* r, Error e) { return schoolimp_table_request_set_column(r, "review.teaching", "a column with a long name", e); }},
        {"set_constant", [](Request* r, Error e) { return schoolimp_table_request_set_constant(r, "review.teaching", SCHOOLIMP_VALUE_WORD, "a level with a long name", e); }},
        {"set_progress", [](Request* r, Error e) { return schoolimp_table_request_set_progress(r, go_on, nullptr, e); }},
    };
    const auto look = [&](Request* request) {
        schoolimp_table_judgement* judged = nullptr;
        schoolimp_error* error = nullptr;
        const schoolimp_status status = schoolimp_judge_table(&judged, w.own.get(), w.table.get(), request, &error);
        const Owned<schoolimp_table_judgement> owned(judged);
        const Owned<schoolimp_error> failure(error);
        return status == SCHOOLIMP_OK ? answers_of(judged) : described(error);
    };
    for (const auto& [name, change] : changes) sweep_change<Request>(name, table_request, change, look);
    sweep<Request>("table_request_new", [](Request** out, Error error) { return schoolimp_table_request_new(out, kToday, kToday, error); }, [](const Request*) { return std::string(); });
}

/// A refusal is told, or that there is no memory to tell it.
TEST_F(Memory, OfErrors) {
    const std::string bad = R"({"schema": "schoolimp/plan/1", "id": 5, "school": [], "starts": "never"})";
    for (const Failing which : {Failing::kOne, Failing::kAllFrom}) {
        bool failed = true;
        for (int64_t n = 1; failed; ++n) {
            const int64_t live = live_blocks();
            schoolimp_plan* out = nullptr;
            schoolimp_issues* warnings = nullptr;
            schoolimp_error* error = nullptr;
            fail_allocation(n, which);
            const schoolimp_status status = schoolimp_plan_parse(&out, bad.data(), bad.size(), nullptr, &warnings, &error);
            failed = stop_failing();
            g_failures += failed;
            EXPECT_EQ(out, nullptr);
            EXPECT_EQ(warnings, nullptr);
            EXPECT_TRUE(status == SCHOOLIMP_E_INVALID_ARGUMENT || (failed && status == SCHOOLIMP_E_RESOURCE_EXHAUSTED)) << n << ": " << status;
            EXPECT_EQ(schoolimp_error_status(error), status);
            schoolimp_error_free(error);
            ASSERT_EQ(live_blocks(), live) << n;
        }
    }
}

/// In a process of its own, where nothing built in was asked for before: the first call fails, the next one works.
int first_use(int64_t n, Failing which, bool& failed) {
    int pipe_ends[2];
    EXPECT_EQ(pipe(pipe_ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        schoolimp_framework* framework = nullptr;
        schoolimp_benchmarks* benchmarks = nullptr;
        size_t count = 0;
        fail_allocation(n, which);
        const schoolimp_status one = schoolimp_builtin_framework_count(&count, nullptr), two = schoolimp_framework_builtin(&framework, "pvat", nullptr, nullptr),
                               three = schoolimp_benchmarks_builtin(&benchmarks, nullptr);
        const char fired = stop_failing() ? 1 : 0;
        for (const schoolimp_status status : {one, two, three})
            if (status != SCHOOLIMP_OK && (fired == 0 || status != SCHOOLIMP_E_RESOURCE_EXHAUSTED)) _exit(10);
        if ((framework == nullptr) == (two == SCHOOLIMP_OK) || (benchmarks == nullptr) == (three == SCHOOLIMP_OK)) _exit(11);
        schoolimp_framework_free(framework);
        schoolimp_benchmarks_free(benchmarks);
        if (schoolimp_builtin_framework_count(&count, nullptr) != SCHOOLIMP_OK || count < 4) _exit(12);
        if (schoolimp_framework_builtin(&framework, "pvat", nullptr, nullptr) != SCHOOLIMP_OK || schoolimp_framework_part_count(framework, SCHOOLIMP_PART_ACTION) != 18) _exit(13);
        if (schoolimp_benchmarks_builtin(&benchmarks, nullptr) != SCHOOLIMP_OK || schoolimp_benchmarks_size(benchmarks) < 10) _exit(14);
        if (write(pipe_ends[1], &fired, 1) != 1) _exit(15);
        _exit(0);
    }
    close(pipe_ends[1]);
    char fired = 0;
    failed = read(pipe_ends[0], &fired, 1) == 1 && fired == 1;
    close(pipe_ends[0]);
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    return status;
}

// First of all tests of this program, whatever their order: it runs in a process in which the library was not used.
TEST_F(Memory, AFirstUseOfWhatIsBuiltIn) {
    int64_t runs = 0;
    for (const Failing which : {Failing::kOne, Failing::kAllFrom}) {
        bool failed = true;
        for (int64_t n = 1; failed; n += n < 60 ? 1 : n / 40) {
            ASSERT_EQ(first_use(n, which, failed), 0) << "allocation " << n;
            g_failures += failed;
            ++runs;
        }
    }
    EXPECT_GT(runs, 200);
}

}  // namespace
}  // namespace schoolimp_c_tests
