// The library itself, errors and issues, schemas, checking documents, limits of readers.
#include <cstddef>
#include <cstring>

#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

TEST(Library, SaysWhichItIs) {
    EXPECT_EQ(schoolimp_abi_version(), 1);
    EXPECT_EQ(schoolimp_api_level(), SCHOOLIMP_API_LEVEL);
    EXPECT_STREQ(schoolimp_version(), "0.1.0");
}

TEST(Library, NamesStatuses) {
    const std::vector<std::string> names = {"ok",      "cancelled",     "unknown",  "invalid_argument", "deadline_exceeded", "not_found",   "already_exists", "permission_denied", "resource_exhausted", "failed_precondition",
                                            "aborted", "out_of_range", "unimplemented", "internal",     "unavailable",       "data_loss", "unauthenticated"};
    for (size_t i = 0; i < names.size(); ++i) {
        EXPECT_EQ(schoolimp_status_name(static_cast<schoolimp_status>(i)), names[i]);
        EXPECT_EQ(schoolimp_status_name(static_cast<schoolimp_status>(i | 0x700)), names[i]) << "higher bits may say more one day";
    }
    for (const schoolimp_status number : {17, 255, -1}) EXPECT_STREQ(schoolimp_status_name(number), "unknown");
}

TEST(Errors, TellEverything) {
    const std::string text = R"({"schema": "schoolimp/evidence/1", "observations": [{"school": 1}, {"school": "s", "indicator": "x", "value": 1}]})";
    schoolimp_evidence* out = nullptr;
    schoolimp_error* error = nullptr;
    const schoolimp_status status = schoolimp_evidence_parse(&out, text.data(), text.size(), nullptr, nullptr, &error);
    const Owned<schoolimp_error> owned(error);
    EXPECT_EQ(SCHOOLIMP_STATUS_CODE(status), SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(schoolimp_error_status(error), status);
    EXPECT_GT(std::strlen(schoolimp_error_message(error)), 0U);
    const schoolimp_issues* const issues = schoolimp_error_issues(error);
    ASSERT_GE(schoolimp_issues_count(issues), 3U) << "all of them at once";
    EXPECT_STREQ(schoolimp_issues_pointer(issues, 0), "/observations/0/school");
    for (size_t i = 0; i < schoolimp_issues_count(issues); ++i) {
        EXPECT_GT(std::strlen(schoolimp_issues_code(issues, i)), 0U);
        EXPECT_GT(std::strlen(schoolimp_issues_message(issues, i)), 0U);
        EXPECT_NE(schoolimp_issues_hint(issues, i), nullptr);
        EXPECT_EQ(schoolimp_issues_severity(issues, i), SCHOOLIMP_SEVERITY_ERROR);
    }
    EXPECT_NE(std::string(schoolimp_error_message(error)).find(std::to_string(schoolimp_issues_count(issues))), std::string::npos) << "their number: " << schoolimp_error_message(error);
    schoolimp_issues_free(const_cast<schoolimp_issues*>(issues));
    EXPECT_GE(schoolimp_issues_count(issues), 3U) << "a borrowed list stays";
}

TEST(Errors, AreNotNeeded) {
    schoolimp_framework* out = nullptr;
    EXPECT_EQ(schoolimp_framework_builtin(&out, "nobody", nullptr, nullptr), SCHOOLIMP_E_NOT_FOUND);
    EXPECT_EQ(out, nullptr);
    EXPECT_EQ(schoolimp_framework_builtin(&out, "pvat", nullptr, nullptr), SCHOOLIMP_OK);
    schoolimp_framework_free(out);
}

TEST(Errors, ListWhatThereIs) {
    const Failure failure = refused(schoolimp_framework_builtin, "pvta", nullptr);
    EXPECT_EQ(failure.status, SCHOOLIMP_E_NOT_FOUND);
    EXPECT_NE(failure.message.find("pvat"), std::string::npos) << failure.message;
}

TEST(Schemas, AreThereForEveryKind) {
    const std::vector<std::string> kinds = list_of(made(schoolimp_schema_kinds));
    EXPECT_TRUE(std::is_sorted(kinds.begin(), kinds.end()));
    EXPECT_EQ(kinds, (std::vector<std::string>{"benchmarks", "calendar", "decisions", "evidence", "framework", "judgement", "plan", "rollup", "school_year", "trust"}));
    for (const std::string& kind : kinds) {
        const auto schema = made(schoolimp_schema, kind.c_str());
        EXPECT_EQ(Json::parse(text_of(schema))["$schema"], "https://json-schema.org/draft/2020-12/schema") << kind;
        EXPECT_EQ(schoolimp_text_data(schema.get())[schoolimp_text_size(schema.get())], '\0');
        const std::string document = sample(kind);
        const auto issues = made(schoolimp_document_check, kind.c_str(), document.data(), document.size(), nullptr);
        EXPECT_NE(issues, nullptr) << kind;
        const auto bad = made(schoolimp_document_check, kind.c_str(), "{}", SCHOOLIMP_NUL_TERMINATED, nullptr);
        ASSERT_GT(schoolimp_issues_count(bad.get()), 0U) << kind;
        EXPECT_EQ(schoolimp_issues_severity(bad.get(), 0), SCHOOLIMP_SEVERITY_ERROR);
    }
    EXPECT_EQ(refused(schoolimp_schema, "nothing").status, SCHOOLIMP_E_NOT_FOUND);
    EXPECT_EQ(refused(schoolimp_document_check, "nothing", "{}", size_t{2}, nullptr).status, SCHOOLIMP_E_NOT_FOUND);
}

TEST(Documents, OfPeopleAreWarnedOfUnknownMembers) {
    const std::string text = R"({"schema": "schoolimp/evidence/1", "observations": [], "mine": 1})";
    schoolimp_issues* warnings = nullptr;
    const auto evidence = made(schoolimp_evidence_parse, text.data(), text.size(), nullptr, &warnings);
    const Owned<schoolimp_issues> owned(warnings);
    ASSERT_EQ(schoolimp_issues_count(warnings), 1U);
    EXPECT_STREQ(schoolimp_issues_pointer(warnings, 0), "/mine");
    EXPECT_EQ(schoolimp_issues_severity(warnings, 0), SCHOOLIMP_SEVERITY_WARNING);
    EXPECT_EQ(document_of(schoolimp_evidence_to_json, evidence)["mine"], 1) << "kept and written again";

    schoolimp_issues* none = nullptr;
    made(schoolimp_trust_parse, R"({"schema": "schoolimp/trust/1", "id": "t", "name": "T", "schools": []})", SCHOOLIMP_NUL_TERMINATED, nullptr, &none);
    const Owned<schoolimp_issues> empty(none);
    EXPECT_NE(none, nullptr) << "a list, possibly empty";
    EXPECT_EQ(schoolimp_issues_count(none), 0U);
}

TEST(ContentHashes, AreSha256) {
    EXPECT_EQ(text_of(made(schoolimp_content_hash, "abc", size_t{3})), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(text_of(made(schoolimp_content_hash, "abc", SCHOOLIMP_NUL_TERMINATED)), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const std::string nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    EXPECT_EQ(text_of(made(schoolimp_content_hash, nullptr, size_t{0})), nothing);
    EXPECT_NE(text_of(made(schoolimp_content_hash, "a\0b", size_t{3})), text_of(made(schoolimp_content_hash, "a", size_t{1}))) << "bytes, not texts";
    const auto& framework = world().framework;
    const std::string json = to_json(schoolimp_framework_to_json, framework);
    EXPECT_EQ(text_of(made(schoolimp_content_hash, json.data(), json.size())), schoolimp_framework_hash(framework.get()));
}

/// One member of schoolimp_parse_options set to 3, and a document that passes it.
struct Limit {
    const char* name;
    size_t schoolimp_parse_options::*member;
    const char* text;
};

TEST(Limits, AreKept) {
    const Limit limits[] = {
        {"max_bytes", &schoolimp_parse_options::max_bytes, R"({"schema": "schoolimp/evidence/1", "observations": []})"},
        {"max_depth", &schoolimp_parse_options::max_depth, R"({"schema": "schoolimp/evidence/1", "observations": [], "more": [[[[1]]]]})"},
        {"max_elements", &schoolimp_parse_options::max_elements, R"({"schema": "schoolimp/evidence/1", "observations": [], "more": [1, 2, 3, 4]})"},
        {"max_string", &schoolimp_parse_options::max_string, R"({"schema": "schoolimp/evidence/1", "observations": []})"},
    };
    for (const Limit& limit : limits) {
        SCOPED_TRACE(limit.name);
        schoolimp_parse_options options;
        schoolimp_parse_options_init(&options, sizeof(options));
        made(schoolimp_evidence_parse, limit.text, SCHOOLIMP_NUL_TERMINATED, &options, nullptr);
        options.*limit.member = 3;
        const Failure failure = refused(schoolimp_evidence_parse, limit.text, SCHOOLIMP_NUL_TERMINATED, &options, nullptr);
        EXPECT_EQ(failure.status, SCHOOLIMP_E_RESOURCE_EXHAUSTED) << failure.message;
        EXPECT_NE(failure.message.find('3'), std::string::npos) << "the bound: " << failure.message;
    }
}

TEST(Limits, OfIssuesListFewerAndCountAll) {
    std::string text = R"({"schema": "schoolimp/evidence/1", "observations": [)";
    for (int i = 0; i < 20; ++i) text += i == 0 ? "1" : ", 1";
    text += "]}";
    schoolimp_parse_options options = SCHOOLIMP_PARSE_OPTIONS_INIT;
    options.max_issues = 5;
    const Failure failure = refused(schoolimp_evidence_parse, text.data(), text.size(), &options, nullptr);
    EXPECT_LE(failure.codes.size(), 6U);
    EXPECT_GE(failure.codes.size(), 5U);
}

TEST(Initialisers, GiveTheSameAsTheMacros) {
#define EXPECT_SAME(type, macro)                                    \
    {                                                               \
        const type expected = macro;                                \
        type given;                                                 \
        std::memset(static_cast<void*>(&given), 0xAB, sizeof(given)); \
        type##_init(&given, sizeof(given));                                   \
        EXPECT_EQ(std::memcmp(&given, &expected, sizeof(given)), 0) << #type; \
        EXPECT_EQ(given.struct_size, sizeof(type));                 \
        type##_init(nullptr, sizeof(given));                                       \
    }
    EXPECT_SAME(schoolimp_parse_options, SCHOOLIMP_PARSE_OPTIONS_INIT)
    EXPECT_SAME(schoolimp_sql_options, SCHOOLIMP_SQL_OPTIONS_INIT)
    EXPECT_SAME(schoolimp_observation, SCHOOLIMP_OBSERVATION_INIT)
    EXPECT_SAME(schoolimp_judge_options, SCHOOLIMP_JUDGE_OPTIONS_INIT)
    EXPECT_SAME(schoolimp_decision, SCHOOLIMP_DECISION_INIT)
    EXPECT_SAME(schoolimp_plan_options, SCHOOLIMP_PLAN_OPTIONS_INIT)
    EXPECT_SAME(schoolimp_progress, SCHOOLIMP_PROGRESS_INIT)
    EXPECT_SAME(schoolimp_cadence, SCHOOLIMP_CADENCE_INIT)
    EXPECT_SAME(schoolimp_icalendar_options, SCHOOLIMP_ICALENDAR_OPTIONS_INIT)
#undef EXPECT_SAME
}

TEST(Initialisers, WriteNoMoreThanTheCallerKnows) {
    schoolimp_judge_options older;
    std::memset(static_cast<void*>(&older), 0xAB, sizeof(older));
    const size_t known = offsetof(schoolimp_judge_options, valid);
    schoolimp_judge_options_init(&older, known);
    EXPECT_EQ(older.struct_size, known);
    EXPECT_EQ(older.period, nullptr);
    for (size_t i = known; i < sizeof(older); ++i) EXPECT_EQ(reinterpret_cast<const unsigned char*>(&older)[i], 0xAB) << i;
    struct {
        schoolimp_judge_options first;
        unsigned char tail[16];
    } newer;
    std::memset(static_cast<void*>(&newer), 0xAB, sizeof(newer));
    schoolimp_judge_options_init(&newer.first, sizeof(newer));
    EXPECT_EQ(newer.first.struct_size, sizeof(newer));
    EXPECT_EQ(newer.first.valid, SCHOOLIMP_NO_DATE);
    for (const unsigned char byte : newer.tail) EXPECT_EQ(byte, 0) << "members this library does not know";
}

TEST(Dates, AreCounted) {
    EXPECT_EQ(schoolimp_date_make(1970, 1, 1), 0);
    EXPECT_EQ(schoolimp_date_make(2026, 9, 1), 20697);
    EXPECT_EQ(schoolimp_date_make(2028, 2, 29), day(2028, 2, 29));
    const int32_t none[][3] = {{2026, 2, 29}, {0, 1, 1}, {10000, 1, 1}, {2026, 0, 1}, {2026, 13, 1}, {2026, 1, 0}, {2026, 1, 32}, {2026, -1, 1}, {INT32_MIN, INT32_MIN, INT32_MIN}, {INT32_MAX, INT32_MAX, INT32_MAX}, {2026, 257, 1}, {2026, 1, 257}, {65536 + 2026, 1, 1}};
    for (const auto& wrong : none) EXPECT_EQ(schoolimp_date_make(wrong[0], wrong[1], wrong[2]), SCHOOLIMP_NO_DATE) << wrong[0] << "-" << wrong[1] << "-" << wrong[2];
    EXPECT_EQ(schoolimp_date_parse("2026-09-01"), 20697);
    for (const char* wrong : {"", "2026-09-1", "2026-09-01 ", "2026-02-30", "x", "+026-09-01", "2026/09/01"}) EXPECT_EQ(schoolimp_date_parse(wrong), SCHOOLIMP_NO_DATE) << wrong;
    EXPECT_EQ(schoolimp_date_parse(nullptr), SCHOOLIMP_NO_DATE);
    int32_t year = 7, month = 7, day_of_month = 7;
    for (const int32_t wrong : {SCHOOLIMP_NO_DATE, INT32_MAX, -719163, 2932897}) EXPECT_EQ(schoolimp_date_split(wrong, &year, &month, &day_of_month), 0);
    EXPECT_EQ(year + month + day_of_month, 21) << "nothing is written";
    for (int32_t date = -719162; date <= 2932896; date += 997) {
        ASSERT_EQ(schoolimp_date_split(date, &year, &month, &day_of_month), 1);
        ASSERT_EQ(schoolimp_date_make(year, month, day_of_month), date);
    }
    EXPECT_EQ(schoolimp_date_split(20697, nullptr, nullptr, &day_of_month), 1);
    EXPECT_EQ(day_of_month, 1);
}

TEST(Frees, OfNullDoNothing) {
#define FREE_NULL(noun) schoolimp_##noun##_free(nullptr);
    SCHOOLIMP_TEST_HANDLES(FREE_NULL)
#undef FREE_NULL
}

}  // namespace
}  // namespace schoolimp_c_tests
