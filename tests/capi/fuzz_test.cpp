// Functions that take bytes, with documents damaged at random (the same damage in every run): each call ends with a documented status, gives a handle only when it
// succeeds, and what it gives can be written; a sanitizer sees to bounds and leaks.
#include <random>

#include "arrow/hand_made.hpp"
#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

using Random = std::mt19937_64;

size_t pick(Random& random, size_t count) { return count == 0 ? 0 : static_cast<size_t>(random() % count); }

constexpr const char* kPieces[] = {"{",  "}",    "[",      "]",     "\"", ",",  ":",  "null", "true",  "-1", "1e999", "99999999999999999999", "0.1", "\\u0000", "\\ud800", "\xFF",
                                   "\xC0\x80", "\n", "\r\n", "\"\"", "0",  "-0", "''", "{}",   "[[[[", "9999-12-31", "0000-00-00", "2026-02-30", "rank(", "prior(", "\xEF\xBB\xBF"};

/// One change: a byte, a piece put in, a part left out, doubled or moved.
void damage(Random& random, std::string& text) {
    const size_t at = pick(random, text.size() + 1);
    switch (random() % 6) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(random());
            return;
        case 1: text.insert(at, kPieces[pick(random, std::size(kPieces))]); return;
        case 2: text.erase(at, pick(random, 40)); return;
        case 3: text.insert(at, text.substr(pick(random, text.size()), pick(random, 60))); return;
        case 4: text.resize(at); return;
        default: {  // a value of the document in the place of another
            const size_t from = text.find('"', at), to = text.find('"', pick(random, text.size()));
            if (from == std::string::npos || to == std::string::npos) return;
            text.replace(to, pick(random, 20), text.substr(from, pick(random, 30)));
        }
    }
}

/// How a call with damaged bytes may end.
void expect_documented(schoolimp_status status, const schoolimp_error* error, bool made_something) {
    const bool documented = status == SCHOOLIMP_OK || status == SCHOOLIMP_E_INVALID_ARGUMENT || status == SCHOOLIMP_E_NOT_FOUND || status == SCHOOLIMP_E_RESOURCE_EXHAUSTED ||
                            status == SCHOOLIMP_E_OUT_OF_RANGE;
    ASSERT_TRUE(documented) << status << ": " << schoolimp_error_message(error);
    ASSERT_EQ(made_something, status == SCHOOLIMP_OK);
    ASSERT_EQ(error == nullptr, status == SCHOOLIMP_OK);
    if (error == nullptr) return;
    ASSERT_STRNE(schoolimp_error_message(error), "");
    const schoolimp_issues* const issues = schoolimp_error_issues(error);
    for (size_t i = 0; i < schoolimp_issues_count(issues); ++i) {
        ASSERT_NE(schoolimp_issues_pointer(issues, i), nullptr);
        ASSERT_STRNE(schoolimp_issues_code(issues, i), "");
        ASSERT_STRNE(schoolimp_issues_message(issues, i), "");
    }
}

/// What is done with a handle that came of damaged bytes.
template <typename H>
using Use = void (*)(const H*);

template <typename H>
void fuzz(const std::string& text, schoolimp_status (*parse)(H**, const char*, size_t, schoolimp_issues**, schoolimp_error**), Use<H> use, int runs) {
    int taken = 0;
    for (int seed = 0; seed < runs; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(static_cast<std::uint64_t>(seed));
        std::string damaged = text;
        for (size_t changes = pick(random, 4); changes > 0; --changes) damage(random, damaged);
        const std::vector<char> exact(damaged.begin(), damaged.end());  // without a byte behind the last one
        H* out = nullptr;
        schoolimp_issues* warnings = nullptr;
        schoolimp_error* error = nullptr;
        const schoolimp_status status = parse(&out, exact.empty() ? "" : exact.data(), exact.size(), &warnings, &error);
        const Owned<H> owned(out);
        const Owned<schoolimp_issues> listed(warnings);
        const Owned<schoolimp_error> failure(error);
        ASSERT_NO_FATAL_FAILURE(expect_documented(status, error, out != nullptr));
        if (status != SCHOOLIMP_OK) continue;
        ++taken;
        use(out);
    }
    EXPECT_GT(taken, runs / 10) << "most runs change a little only";
    EXPECT_LT(taken, runs) << "damage is found";
}

template <typename H, auto write>
void writes_and_reads(const H* handle) {
    schoolimp_text* json = nullptr;
    ASSERT_EQ(write(&json, handle, SCHOOLIMP_JSON_CANONICAL, nullptr), SCHOOLIMP_OK);
    const Owned<schoolimp_text> owned(json);
    ASSERT_TRUE(Json::accept(text_of(owned)));
}

template <typename H, auto parse, auto write>
void fuzz_document(const std::string& text, int runs = 500) {
    fuzz<H>(
        text, [](H** out, const char* json, size_t size, schoolimp_issues** warnings, schoolimp_error** error) { return parse(out, json, size, nullptr, warnings, error); },
        writes_and_reads<H, write>, runs);
}

TEST(Fuzz, Documents) {
    fuzz_document<schoolimp_evidence, schoolimp_evidence_parse, schoolimp_evidence_to_json>(sample("evidence"));
    fuzz_document<schoolimp_evidence, schoolimp_evidence_parse_csv, schoolimp_evidence_to_json>(input("evidence.csv"));
    fuzz_document<schoolimp_trust, schoolimp_trust_parse, schoolimp_trust_to_json>(sample("trust"));
    fuzz_document<schoolimp_benchmarks, schoolimp_benchmarks_parse, schoolimp_benchmarks_to_json>(sample("benchmarks"));
    fuzz_document<schoolimp_judgement, schoolimp_judgement_parse, schoolimp_judgement_to_json>(sample("judgement"));
    fuzz_document<schoolimp_decisions, schoolimp_decisions_parse, schoolimp_decisions_to_json>(sample("decisions"));
    fuzz_document<schoolimp_rollup, schoolimp_rollup_parse, schoolimp_rollup_to_json>(sample("rollup"));
    fuzz_document<schoolimp_plan, schoolimp_plan_parse, schoolimp_plan_to_json>(sample("plan"));
    fuzz_document<schoolimp_calendar, schoolimp_calendar_parse, schoolimp_calendar_to_json>(sample("calendar"));
}

/// A framework that was taken judges a school.
void judges(const schoolimp_framework* framework) {
    const schoolimp_judge_options options = judge_options();
    schoolimp_judgement* judgement = nullptr;
    schoolimp_error* error = nullptr;
    const schoolimp_status status = schoolimp_judge(&judgement, framework, world().evidence.get(), kSchool, world().trust.get(), world().benchmarks.get(), &options, &error);
    const Owned<schoolimp_judgement> owned(judgement);
    const Owned<schoolimp_error> failure(error);
    expect_documented(status, error, judgement != nullptr);
    writes_and_reads<schoolimp_framework, schoolimp_framework_to_json>(framework);
}

TEST(Fuzz, Frameworks) {
    fuzz<schoolimp_framework>(
        input("our-model.json"),
        [](schoolimp_framework** out, const char* json, size_t size, schoolimp_issues**, schoolimp_error** error) { return schoolimp_framework_parse(out, json, size, nullptr, error); }, judges, 1500);
}

TEST(Fuzz, SchoolYearsAndBankHolidays) {
    static const std::string year = input("school-year.json");
    fuzz<schoolimp_school_year>(
        year,
        [](schoolimp_school_year** out, const char* json, size_t size, schoolimp_issues** warnings, schoolimp_error** error) {
            return schoolimp_school_year_parse(out, json, size, nullptr, 0, nullptr, warnings, error);
        },
        writes_and_reads<schoolimp_school_year, schoolimp_school_year_to_json>, 800);
    fuzz<schoolimp_school_year>(
        R"({"england-and-wales": {"division": "england-and-wales", "events": [{"title": "Invented day", "date": "2026-09-10", "notes": "", "bunting": true}]}})",
        [](schoolimp_school_year** out, const char* json, size_t size, schoolimp_issues** warnings, schoolimp_error** error) {
            return schoolimp_school_year_parse(out, year.data(), year.size(), json, size, nullptr, warnings, error);
        },
        writes_and_reads<schoolimp_school_year, schoolimp_school_year_to_json>, 800);
}

TEST(Fuzz, ChecksOfDocuments) {
    for (const std::string& kind : list_of(world().strings)) {
        const std::string text = sample(kind);
        for (int seed = 0; seed < 150; ++seed) {
            SCOPED_TRACE(kind + ", seed " + std::to_string(seed));
            Random random(static_cast<std::uint64_t>(seed));
            std::string damaged = text;
            for (size_t changes = 1 + pick(random, 3); changes > 0; --changes) damage(random, damaged);
            const std::vector<char> exact(damaged.begin(), damaged.end());
            const auto issues = made(schoolimp_document_check, kind.c_str(), exact.empty() ? "" : exact.data(), exact.size(), nullptr);
            for (size_t i = 0; i < schoolimp_issues_count(issues.get()); ++i) ASSERT_STRNE(schoolimp_issues_message(issues.get(), i), "");
        }
    }
}

using schoolimp::arrow_tests::Node;

/// Structures that another program might hand over; lengths of buffers are not told by the interface, so that lengths stay within them or are such as none can have.
/// Formats are those of narrower values, or none at all.
struct Part {
    ArrowSchema& field;
    ArrowArray& column;
};

void damage(Random& random, const std::vector<Part>& parts) {
    const auto& [field, column] = parts[pick(random, parts.size())];
    static const char* const formats[] = {"", "n", "?", "+s", "+l", nullptr, "vz", "w:-1", "d:500,1", "+w:99999999999999999999", "+us:1,2", "b"};
    const int64_t impossible[] = {-1, INT64_MIN, INT64_MAX, int64_t{1} << 62};
    switch (random() % 12) {
        case 0: field.format = formats[pick(random, std::size(formats))]; return;
        case 1: field.name = random() % 2 == 0 ? nullptr : "\xFF"; return;
        case 2: field.n_children = random() % 2 == 0 ? impossible[pick(random, 4)] : static_cast<int64_t>(pick(random, static_cast<size_t>(std::max<int64_t>(field.n_children, 1)))); return;
        case 3: field.flags = static_cast<int64_t>(random()); return;
        case 4: column.length = random() % 2 == 0 ? impossible[pick(random, 4)] : column.length - 1; return;
        case 5: column.offset = impossible[pick(random, 4)]; return;
        case 6: column.null_count = impossible[pick(random, 4)]; return;
        case 7: column.n_buffers = impossible[pick(random, 4)]; return;
        case 8: column.n_children = impossible[pick(random, 4)]; return;
        case 9: column.buffers = nullptr; return;
        case 10: column.children = nullptr; return;
        default:
            if (column.n_buffers > 0 && column.buffers != nullptr) column.buffers[pick(random, static_cast<size_t>(std::min<int64_t>(column.n_buffers, 3)))] = nullptr;
    }
}

Node schools() {
    using namespace schoolimp::arrow_tests;
    return table_of({texts("URN", {"900001", "900002", "900003"}), numbers<double>("g", "absence.overall", {5.9, 4.8, 250.0}, "111"),
                     with_dictionary(numbers<std::int8_t>("c", "review.teaching", {0, 1, 0}, "101"), texts("", {"secure", "concern"}))},
                    3);
}

TEST(Fuzz, ArrowStructures) {
    const auto request = table_request();
    int taken = 0, refused_tables = 0;
    for (int seed = 0; seed < 3000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(static_cast<std::uint64_t>(seed));
        schoolimp::arrow_tests::Tally tally;
        ArrowSchema schema;
        ArrowArray array;
        tally.make_schema(schools(), schema);
        tally.make_array(schools(), array);
        std::vector<Part> parts = {{schema, array}};
        for (size_t i = 0; i < static_cast<size_t>(array.n_children); ++i) parts.push_back({*schema.children[i], *array.children[i]});
        for (size_t changes = pick(random, 3); changes > 0; --changes) damage(random, parts);
        schoolimp_table* out = nullptr;
        schoolimp_error* error = nullptr;
        const schoolimp_status status = schoolimp_table_from_array(&out, &schema, &array, &error);
        {
            const Owned<schoolimp_table> table(out);
            const Owned<schoolimp_error> failure(error);
            ASSERT_NO_FATAL_FAILURE(expect_documented(status, error, out != nullptr));
            ASSERT_EQ(schema.release, nullptr);
            ASSERT_EQ(array.release, nullptr);
            if (status == SCHOOLIMP_OK) {
                ++taken;
                schoolimp_table_judgement* judged = nullptr;
                schoolimp_error* reason = nullptr;
                const schoolimp_status judging = schoolimp_judge_table(&judged, world().own.get(), out, request.get(), &reason);
                const Owned<schoolimp_table_judgement> owned(judged);
                const Owned<schoolimp_error> why(reason);
                ASSERT_NO_FATAL_FAILURE(expect_documented(judging, reason, judged != nullptr));
            } else {
                ++refused_tables;
            }
        }
        ASSERT_TRUE(tally.all_released());
    }
    EXPECT_GT(taken, 500);
    EXPECT_GT(refused_tables, 500);
}

}  // namespace
}  // namespace schoolimp_c_tests
