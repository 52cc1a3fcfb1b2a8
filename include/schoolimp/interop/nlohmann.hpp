// Opt-in: documents as values of nlohmann/json, for hosts that keep theirs there. Compiled in the caller's own translation unit; needs nlohmann/json 3.9 or later.
//
//     nlohmann::json value = plan;                              // what write_plan writes
//     Result<Plan> back = from_json<Plan>(value);               // all that parse_plan finds wrong, as a Status
//
// nlohmann::json orders members by name, nlohmann::ordered_json keeps the order of the document. Its numbers are binary: a figure of more than 15 significant
// digits comes out as the nearest double, so exact figures travel better as text.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/io/documents.hpp"

namespace schoolimp::inline v0 {

namespace nlohmann_detail {

/// How a document is read and written as text. `parse` is one that reports warnings.
template <auto parse_text, auto write_text>
struct Lenient {
    static auto parse(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) { return parse_text(text, limits, warnings); }
    static std::string write(const auto& document) { return write_text(document, JsonStyle::kCanonical); }
};

/// `parse` takes unknown members for mistakes and has no warnings.
template <auto parse_text, auto write_text>
struct Strict {
    static auto parse(std::string_view text, const ParseLimits& limits, std::vector<Issue>*) { return parse_text(text, limits); }
    static std::string write(const auto& document) { return write_text(document, JsonStyle::kCanonical); }
};

template <typename T>
struct TextOf;
template <>
struct TextOf<Benchmarks> : Lenient<parse_benchmarks, write_benchmarks> {};
template <>
struct TextOf<Calendar> : Lenient<parse_calendar, write_calendar> {};
template <>
struct TextOf<DecisionList> : Lenient<parse_decisions, write_decisions> {};
template <>
struct TextOf<Evidence> : Lenient<parse_evidence, write_evidence> {};
template <>
struct TextOf<FrameworkDocument> : Strict<parse_framework_document, write_framework> {};
template <>
struct TextOf<Judgement> : Lenient<parse_judgement, write_judgement> {};
template <>
struct TextOf<Plan> : Lenient<parse_plan, write_plan> {};
template <>
struct TextOf<Rollup> : Lenient<parse_rollup, write_rollup> {};
template <>
struct TextOf<SchoolYearDocument> : Strict<parse_school_year, write_school_year> {};
template <>
struct TextOf<Trust> : Lenient<parse_trust, write_trust> {};

/// The types that are documents.
template <typename T>
concept Document = requires(const T& document) { TextOf<T>::write(document); };

template <typename Json>
Result<std::string> text_of(const Json& value) {
    try {
        return value.dump();
    } catch (const nlohmann::detail::exception& error) {  // a string that is not UTF-8
        const std::string message = std::string("the value cannot be written as JSON: ") + error.what();
        return Status(StatusCode::kInvalidArgument, message, {Issue{"", "encoding", message, "give strings in UTF-8", Severity::kError}});
    }
}

}  // namespace nlohmann_detail

/// Found by nlohmann/json itself: `nlohmann::json value = document;`
template <nlohmann_detail::Document T>
void to_json(nlohmann::json& value, const T& document) {
    value = nlohmann::json::parse(nlohmann_detail::TextOf<T>::write(document));
}
template <nlohmann_detail::Document T>
void to_json(nlohmann::ordered_json& value, const T& document) {
    value = nlohmann::ordered_json::parse(nlohmann_detail::TextOf<T>::write(document));
}

/// The document of a value of either kind. Fails, and warns, as the reader of the document's text does.
template <nlohmann_detail::Document T, typename Json>
Result<T> from_json(const Json& value, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr) {
    const Result<std::string> text = nlohmann_detail::text_of(value);
    if (!text.ok()) return text.status();
    return nlohmann_detail::TextOf<T>::parse(*text, limits, warnings);
}

}  // namespace schoolimp::inline v0
