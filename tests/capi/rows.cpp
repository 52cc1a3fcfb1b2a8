#include "capi/rows.hpp"

namespace schoolimp_c_tests {

namespace {

World spare;

/// The handle of a world that nothing else needs, ended.
template <typename H>
H* end_spare(Owned<H> World::*member) {
    if (spare.*member == nullptr) spare = make_world();
    H* const handle = (spare.*member).get();
    (spare.*member).reset();
    return handle;
}

template <typename H>
H* end_new(Owned<H> owned) {
    return owned.get();
}

}  // namespace

#define FREED_MEMBER(noun, member) \
    schoolimp_##noun* freed(schoolimp_##noun*) { return end_spare(&World::member); }
FREED_MEMBER(text, text)
FREED_MEMBER(strings, strings)
FREED_MEMBER(issues, issues)
FREED_MEMBER(framework, framework)
FREED_MEMBER(evidence, evidence)
FREED_MEMBER(trust, trust)
FREED_MEMBER(benchmarks, benchmarks)
FREED_MEMBER(school_year, year)
FREED_MEMBER(cohort, cohort)
FREED_MEMBER(judgement, judgement)
FREED_MEMBER(decisions, decisions)
FREED_MEMBER(rollup, rollup)
FREED_MEMBER(plan, plan)
FREED_MEMBER(ratings, ratings)
FREED_MEMBER(calendar, calendar)
FREED_MEMBER(calendar_changes, changes)
FREED_MEMBER(table, table)
FREED_MEMBER(table_judgement, judged)
#undef FREED_MEMBER
schoolimp_evidence_builder* freed(schoolimp_evidence_builder*) { return end_new(evidence_builder()); }
schoolimp_calendar_request* freed(schoolimp_calendar_request*) { return end_new(calendar_request(world())); }
schoolimp_table_builder* freed(schoolimp_table_builder*) { return end_new(table_builder()); }
schoolimp_table_request* freed(schoolimp_table_request*) { return end_new(table_request()); }
schoolimp_error* freed(schoolimp_error*) {
    schoolimp_error* error = nullptr;
    EXPECT_NE(schoolimp_builtin_framework_count(nullptr, &error), SCHOOLIMP_OK);
    schoolimp_error_free(error);
    return error;
}

Parameter<int32_t> date(std::string name, int32_t good) { return optional_date(std::move(name), good).refuses("no date", SCHOOLIMP_NO_DATE); }

Parameter<int32_t> optional_date(std::string name, int32_t good) {
    Parameter<int32_t> parameter{std::move(name), good};
    for (const int32_t day : {kDayBeforeYear1, kDayAfterYear9999, INT32_MAX, INT32_MIN + 1}) std::move(parameter).refuses("outside the years 1 to 9999", day);
    return parameter;
}

Parameter<int32_t> style() {
    return value("style", SCHOOLIMP_JSON_CANONICAL).takes("pretty", SCHOOLIMP_JSON_PRETTY).refuses("no style", -1).refuses("no style", 2).refuses("no style", INT32_MAX);
}

Parameter<const char*> document(std::string name, const char* good) { return Parameter<const char*>{std::move(name), good}.refuses("NULL", nullptr); }

Parameter<size_t> size(std::string name, const std::string& text) {
    return Parameter<size_t>{std::move(name), text.size()}
        .takes("that of a text with an end", SCHOOLIMP_NUL_TERMINATED)
        .refuses("0", 0, SCHOOLIMP_E_INVALID_ARGUMENT, "*")
        .refuses("larger than any document", SCHOOLIMP_NUL_TERMINATED - 1, SCHOOLIMP_E_RESOURCE_EXHAUSTED, "*")
        .refuses("larger than any document", size_t{1} << 62, SCHOOLIMP_E_RESOURCE_EXHAUSTED, "*");
}

Parameter<schoolimp_issues**> warnings() {
    auto place = std::make_shared<schoolimp_issues*>();
    Parameter<schoolimp_issues**> parameter{"warnings", place.get()};
    std::move(parameter).takes("NULL", nullptr);
    parameter.before = [place] { *place = nullptr; };
    parameter.after = [place](bool ok) {
        if (!ok) {
            EXPECT_EQ(*place, nullptr);
        }
        schoolimp_issues_free(*place);
    };
    parameter.keep.push_back(place);
    return parameter;
}

namespace detail {

void expect_failure(schoolimp_status status, schoolimp_error* error, schoolimp_status expected, const std::string& pointer) {
    const Failure failure = failure_of(status, error);
    EXPECT_EQ(schoolimp_status_name(status), std::string(schoolimp_status_name(expected))) << failure.message;
    EXPECT_FALSE(failure.message.empty());
    if (pointer == "*") return;
    ASSERT_FALSE(failure.pointers.empty()) << failure.message;
    EXPECT_EQ(failure.pointers[0].substr(0, pointer.size()), pointer) << failure.message;
    EXPECT_NE(failure.message.find("'" + pointer), std::string::npos) << "names the argument: " << failure.message;
}

}  // namespace detail

}  // namespace schoolimp_c_tests
