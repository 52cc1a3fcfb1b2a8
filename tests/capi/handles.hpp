// Handles of the C interface that free themselves, and calls that must succeed or fail as said.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "schoolimp_c.h"

namespace schoolimp_c_tests {

/// How each type is ended.
#define SCHOOLIMP_TEST_HANDLES(X)                                                                                                               \
    X(text) X(strings) X(issues) X(framework) X(evidence) X(evidence_builder) X(trust) X(benchmarks) X(school_year) X(cohort) X(judgement)      \
    X(decisions) X(rollup) X(plan) X(ratings) X(calendar) X(calendar_request) X(calendar_changes) X(table) X(table_builder) X(table_request)    \
    X(table_judgement) X(error)
#define SCHOOLIMP_TEST_FREE(noun) \
    inline void free_handle(schoolimp_##noun* handle) noexcept { schoolimp_##noun##_free(handle); }
SCHOOLIMP_TEST_HANDLES(SCHOOLIMP_TEST_FREE)
#undef SCHOOLIMP_TEST_FREE

struct Free {
    template <typename H>
    void operator()(H* handle) const noexcept {
        free_handle(handle);
    }
};
template <typename H>
using Owned = std::unique_ptr<H, Free>;

/// Message and issues, for messages of tests.
std::string described(const schoolimp_error* error);

/// Calls f(&out, args..., &error), which must succeed.
template <typename H, typename... Parameters, typename... Args>
Owned<H> made(schoolimp_status (*f)(H**, Parameters...), Args... args) {
    H* out = nullptr;
    schoolimp_error* error = nullptr;
    const schoolimp_status status = f(&out, args..., &error);
    const Owned<schoolimp_error> failure(error);
    EXPECT_EQ(status, SCHOOLIMP_OK) << described(error);
    EXPECT_EQ(out != nullptr, status == SCHOOLIMP_OK);
    return Owned<H>(out);
}

/// Calls f(args..., &error), which must succeed.
template <typename... Parameters, typename... Args>
void done(schoolimp_status (*f)(Parameters...), Args... args) {
    schoolimp_error* error = nullptr;
    const schoolimp_status status = f(args..., &error);
    const Owned<schoolimp_error> failure(error);
    EXPECT_EQ(status, SCHOOLIMP_OK) << described(error);
    EXPECT_EQ(error, nullptr);
}

/// Why a call failed.
struct Failure {
    schoolimp_status status = SCHOOLIMP_OK;
    std::string message;
    std::vector<std::string> pointers, codes;
};
Failure failure_of(schoolimp_status status, schoolimp_error* error);  ///< Ends the error.

/// Calls f(&out, args..., &error), which must fail and leave NULL.
template <typename H, typename... Parameters, typename... Args>
Failure refused(schoolimp_status (*f)(H**, Parameters...), Args... args) {
    H* out = reinterpret_cast<H*>(&out);  // to be overwritten
    schoolimp_error* error = nullptr;
    const schoolimp_status status = f(&out, args..., &error);
    EXPECT_NE(status, SCHOOLIMP_OK);
    EXPECT_EQ(out, nullptr);
    return failure_of(status, error);
}

inline std::string text_of(const Owned<schoolimp_text>& text) { return {schoolimp_text_data(text.get()), schoolimp_text_size(text.get())}; }
std::vector<std::string> list_of(const Owned<schoolimp_strings>& strings);

/// The document of a handle: to_json(schoolimp_judgement_to_json, judgement).
template <typename H>
std::string to_json(schoolimp_status (*write)(schoolimp_text**, const H*, int32_t, schoolimp_error**), const Owned<H>& handle, int32_t style = SCHOOLIMP_JSON_CANONICAL) {
    return text_of(made(write, static_cast<const H*>(handle.get()), style));
}

/// Reads a document: parsed(schoolimp_trust_parse, text).
template <typename H>
Owned<H> parsed(schoolimp_status (*parse)(H**, const char*, size_t, const schoolimp_parse_options*, schoolimp_issues**, schoolimp_error**), const std::string& text) {
    return made(parse, text.data(), text.size(), static_cast<const schoolimp_parse_options*>(nullptr), static_cast<schoolimp_issues**>(nullptr));
}
Owned<schoolimp_framework> parsed_framework(const std::string& text);

/// Days since 1970-01-01.
int32_t day(int year, unsigned month, unsigned day_of_month);

}  // namespace schoolimp_c_tests
