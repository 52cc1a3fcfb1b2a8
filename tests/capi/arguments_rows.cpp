// The rows of documents, frameworks, evidence, trusts, school years.
#include "capi/json.hpp"
#include "capi/rows.hpp"

namespace schoolimp_c_tests {

namespace {

/// Texts that live as long as the program, so that rows can point into them.
const std::string& kept(std::string text) {
    static std::vector<std::unique_ptr<std::string>> all;
    return *all.emplace_back(std::make_unique<std::string>(std::move(text)));
}

}  // namespace

/// <noun>_parse(out, json, size, options, warnings).
#define SCHOOLIMP_TEST_PARSE(function, bytes, given)                                                                          \
    [] {                                                                                                                      \
        const std::string& document_text = kept(given);                                                                       \
        return SCHOOLIMP_TEST_MAKES(function, document(bytes, document_text.c_str()), size("size", document_text),            \
                                    static_cast<Parameter<const schoolimp_parse_options*>>(parse_options()), warnings());     \
    }()

std::vector<Row> document_rows() {
    const std::string& json = kept(sample("evidence"));
    return {
        SCHOOLIMP_TEST_MAKES(schoolimp_schema_kinds),
        SCHOOLIMP_TEST_MAKES(schoolimp_schema, text("kind", "plan").refuses("no kind", "plans", SCHOOLIMP_E_NOT_FOUND, "*")),
        // A document that is empty has issues: the call succeeds.
        SCHOOLIMP_TEST_MAKES(schoolimp_document_check, text("kind", "evidence").refuses("no kind", "", SCHOOLIMP_E_NOT_FOUND, "*"), document("json", json.c_str()),
                             value("size", json.size()).takes("that of a text with an end", SCHOOLIMP_NUL_TERMINATED).takes("0", 0),
                             Parameter<const schoolimp_parse_options*>(parse_options())),
        SCHOOLIMP_TEST_MAKES(schoolimp_content_hash, Parameter<const void*>{"bytes", json.data()}.refuses("NULL with a size", nullptr),
                             value("size", json.size()).takes("0", 0).takes("that of a text with an end", SCHOOLIMP_NUL_TERMINATED)),
    };
}

std::vector<Row> framework_rows() {
    const World& w = world();
    const std::string& json = kept(input("our-model.json"));
    schoolimp_sql_options sql = SCHOOLIMP_SQL_OPTIONS_INIT;
    static const char* const cells[] = {"absence.overall"};
    static const char* const no_cells[] = {nullptr};
    static const char* const bad_cells[] = {kNotUtf8[0]};
    sql.missing_columns = cells;
    sql.missing_column_count = 1;
    auto sql_parameter = options("options", sql, false)
                             .refuses_bad_text("table", &schoolimp_sql_options::table)
                             .refuses_bad_text("schema", &schoolimp_sql_options::schema)
                             .refuses_bad_text("key", &schoolimp_sql_options::key)
                             .refuses_member("missing_columns", [](schoolimp_sql_options& o) { o.missing_columns = nullptr; })
                             .refuses_member("missing_columns[0]", [](schoolimp_sql_options& o) { o.missing_columns = no_cells; })
                             .refuses_member("missing_columns[0]", [](schoolimp_sql_options& o) { o.missing_columns = bad_cells; })
                             .refuses_numbers("places", &schoolimp_sql_options::places, {-1, 10, INT32_MIN, INT32_MAX})
                             .refuses_numbers("all_missing_columns", &schoolimp_sql_options::all_missing_columns, {-1, 2})
                             .refuses_numbers("plain", &schoolimp_sql_options::plain, {-1, 2});
    return {
        SCHOOLIMP_TEST_ROW(schoolimp_builtin_framework_count, output("out", size_t{77}).refuses("NULL", nullptr)),
        SCHOOLIMP_TEST_ROW(schoolimp_builtin_framework_at, value("index", size_t{0}).refuses("beyond the end", 1000, SCHOOLIMP_E_OUT_OF_RANGE, "*").refuses("beyond the end", SCHOOLIMP_NOT_FOUND, SCHOOLIMP_E_OUT_OF_RANGE, "*"),
                           output<const char*>("id", "untouched").takes("NULL", nullptr), output<const char*>("edition", "untouched").takes("NULL", nullptr),
                           output<const char*>("title", "untouched").takes("NULL", nullptr)),
        SCHOOLIMP_TEST_MAKES(schoolimp_framework_builtin, text("id", "pvat").refuses("no framework", "", SCHOOLIMP_E_NOT_FOUND, "*"), optional_text("edition", nullptr)),
        SCHOOLIMP_TEST_MAKES(schoolimp_builtin_framework_text, text("id", "pvat"), optional_text("edition", nullptr).refuses("no edition", "0", SCHOOLIMP_E_NOT_FOUND, "*")),
        SCHOOLIMP_TEST_MAKES(schoolimp_builtin_catalogue),
        SCHOOLIMP_TEST_MAKES(schoolimp_framework_parse, document("json", json.c_str()), size("size", json), Parameter<const schoolimp_parse_options*>(parse_options())),
        SCHOOLIMP_TEST_MAKES(schoolimp_framework_to_json, handle("framework", w.framework), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_framework_warnings, handle("framework", w.framework)),
        SCHOOLIMP_TEST_MAKES(schoolimp_framework_cells, handle("framework", w.framework)),
        SCHOOLIMP_TEST_MAKES(schoolimp_framework_to_sql, handle("framework", w.own), Parameter<const schoolimp_sql_options*>(sql_parameter)),
    };
}

namespace {

OptionsParameter<schoolimp_observation> observation_parameter() {
    schoolimp_observation good = SCHOOLIMP_OBSERVATION_INIT;
    good.school = kSchool;
    good.indicator = "x";
    good.kind = SCHOOLIMP_VALUE_NUMBER;
    good.value = "1";
    good.observed_on = kToday;
    good.lower = "0.5";
    good.upper = "1.5";
    using O = schoolimp_observation;
    auto parameter = options("observation", good, true)
                         .refuses_no_text("school", &O::school)
                         .refuses_no_text("indicator", &O::indicator)
                         .refuses_bad_text("period", &O::period)
                         .refuses_member("period", [](O& o) { o.period = "last year"; })
                         .refuses_bad_text("group", &O::group)
                         .refuses_no_text("value", &O::value)
                         .refuses_bad_text("source", &O::source)
                         .refuses_bad_text("note", &O::note)
                         .refuses_bad_text("lower", &O::lower)
                         .refuses_bad_text("upper", &O::upper)
                         .refuses_member("lower", [](O& o) { o.lower = nullptr; })
                         .refuses_member("upper", [](O& o) { o.upper = nullptr; })
                         .refuses_member("upper", [](O& o) { o.upper = "0.25"; })
                         .refuses_numbers("kind", &O::kind, {-1, 6, INT32_MAX})
                         .refuses_bad_date("observed_on", &O::observed_on)
                         .refuses_bad_date("recorded_at", &O::recorded_at)
                         .refuses_numbers("cohort", &O::cohort, {-2, INT32_MIN});
    for (const double number : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e300, 5e-324})
        std::move(parameter).refuses_member("number", [number](O& o) {
            o.kind = SCHOOLIMP_VALUE_DOUBLE;
            o.number = number;
        });
    const std::pair<int32_t, const char*> values[] = {{SCHOOLIMP_VALUE_NUMBER, "1e"},    {SCHOOLIMP_VALUE_NUMBER, ""},        {SCHOOLIMP_VALUE_NUMBER, "99999999999999999999"}, {SCHOOLIMP_VALUE_MISSING, "lost"},
                                                      {SCHOOLIMP_VALUE_BOOLEAN, "True"}, {SCHOOLIMP_VALUE_DATE, "2026-02-29"}, {SCHOOLIMP_VALUE_MISSING, nullptr}};
    for (const auto& [kind, written] : values)
        std::move(parameter).refuses_member("value", [kind = kind, written = written](O& o) {
            o.kind = kind;
            o.value = written;
        });
    return parameter;
}

Owned<schoolimp_table> evidence_table() {
    static const char* const words[] = {"s"};
    const auto columns = made(schoolimp_table_builder_new, int64_t{1});
    for (const char* name : {"school", "indicator", "observed_on", "value"})
        done(schoolimp_table_builder_add_texts, columns.get(), name, std::string_view(name) == "observed_on" ? std::array<const char*, 1>{"2026-09-01"}.data() : words);
    return made(schoolimp_table_builder_build, columns.get());
}

}  // namespace

std::vector<Row> evidence_rows() {
    const World& w = world();
    static const Owned<schoolimp_table> table = evidence_table();
    const std::string& year = kept(input("school-year.json"));
    const std::string& holidays = kept(R"({"england-and-wales": {"division": "england-and-wales", "events": []}})");
    return {
        SCHOOLIMP_TEST_PARSE(schoolimp_evidence_parse, "json", sample("evidence")),
        SCHOOLIMP_TEST_PARSE(schoolimp_evidence_parse_csv, "csv", input("evidence.csv")),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_from_table, handle("table", table), Parameter<const schoolimp_parse_options*>(parse_options()), warnings()),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_to_json, handle("evidence", w.evidence), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_to_csv, handle("evidence", w.evidence)),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_to_table, handle("evidence", w.evidence)),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_schools, handle("evidence", w.evidence)),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_merged, handle("evidence", w.evidence), handle("other", w.evidence)),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_with_predecessor, handle("evidence", w.evidence), text("successor", "900009"), text("predecessor", kSchool)),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_check, handle("evidence", w.evidence), handle("framework", w.framework)),
        SCHOOLIMP_TEST_MAKES(schoolimp_evidence_builder_new),
        SCHOOLIMP_TEST_ROW(schoolimp_evidence_builder_add, builder("builder", evidence_builder()), Parameter<const schoolimp_observation*>(observation_parameter())),
        [] {
            static const Owned<schoolimp_evidence_builder> one = evidence_builder();
            return SCHOOLIMP_TEST_MAKES(schoolimp_evidence_builder_build, handle("builder", one));
        }(),
        SCHOOLIMP_TEST_PARSE(schoolimp_trust_parse, "json", input("trust.json")),
        SCHOOLIMP_TEST_MAKES(schoolimp_trust_to_json, handle("trust", w.trust), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_benchmarks_builtin),
        SCHOOLIMP_TEST_PARSE(schoolimp_benchmarks_parse, "json", sample("benchmarks")),
        SCHOOLIMP_TEST_MAKES(schoolimp_benchmarks_to_json, handle("benchmarks", w.benchmarks), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_benchmarks_overlaid, handle("benchmarks", w.benchmarks), handle("other", w.benchmarks)),
        SCHOOLIMP_TEST_MAKES(schoolimp_school_year_parse, document("json", year.c_str()), size("size", year), Parameter<const char*>{"bank_holidays", holidays.c_str()}.takes("NULL", nullptr),
                             size("bank_holidays_size", holidays), Parameter<const schoolimp_parse_options*>(parse_options()), warnings()),
        SCHOOLIMP_TEST_MAKES(schoolimp_school_year_to_json, handle("year", w.year), style()),
        SCHOOLIMP_TEST_MAKES(schoolimp_school_year_describe, handle("year", w.year), date("date", kToday)),
        SCHOOLIMP_TEST_MAKES(schoolimp_school_year_half_term_title, handle("year", w.year), value("index", size_t{0}).refuses("beyond the end", 6, SCHOOLIMP_E_OUT_OF_RANGE, "*").refuses("beyond the end", SCHOOLIMP_NOT_FOUND, SCHOOLIMP_E_OUT_OF_RANGE, "*")),
        SCHOOLIMP_TEST_MAKES(schoolimp_school_year_audit, handle("year", w.year)),
    };
}

}  // namespace schoolimp_c_tests
