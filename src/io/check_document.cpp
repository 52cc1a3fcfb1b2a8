#include "schoolimp/io/check_document.hpp"

#include <array>
#include <string>
#include <utility>

#include "schoolimp/io/documents.hpp"
#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::inline v0 {

namespace {

using Check = std::vector<Issue> (*)(std::string_view text, const ParseLimits& limits);

/// Errors, or the warnings of a document that can be used.
template <typename T>
std::vector<Issue> found(const Result<T>& result, std::vector<Issue> warnings) {
    if (result.ok()) return warnings;
    const Status status = result.status();
    if (!status.issues().empty()) return status.issues();
    return {Issue{"", "unreadable", status.message(), "", Severity::kError}};
}

/// The issues of a reader that reports warnings.
template <auto parse>
std::vector<Issue> with_warnings(std::string_view text, const ParseLimits& limits) {
    std::vector<Issue> warnings;
    const auto result = parse(text, limits, &warnings);
    return found(result, std::move(warnings));
}

std::vector<Issue> check_framework(std::string_view text, const ParseLimits& limits) {
    const Result<Framework> framework = parse_framework(text, limits);
    return found(framework, framework.ok() ? framework->warnings() : std::vector<Issue>());
}

std::vector<Issue> check_school_year_structure(std::string_view text, const ParseLimits& limits) { return found(parse_school_year(text, limits), {}); }

std::vector<Issue> check_school_year(std::string_view text, const ParseLimits& limits) {
    Result<SchoolYearDocument> document = parse_school_year(text, limits);
    if (!document.ok()) return found(document, {});
    const Result<SchoolYear> year = SchoolYear::make(std::move(document).value());
    return found(year, year.ok() ? year->warnings() : std::vector<Issue>());
}

struct Kind {
    std::string_view name;
    Check check;
    Check structure;
};

template <auto parse>
constexpr Kind kind(std::string_view name) {
    return {name, with_warnings<parse>, with_warnings<parse>};
}

constexpr std::array kKinds = {
    kind<parse_benchmarks>("benchmarks"),
    kind<parse_calendar>("calendar"),
    kind<parse_decisions>("decisions"),
    kind<parse_evidence>("evidence"),
    Kind{"framework", check_framework, check_framework_structure},
    kind<parse_judgement>("judgement"),
    kind<parse_plan>("plan"),
    kind<parse_rollup>("rollup"),
    Kind{"school_year", check_school_year, check_school_year_structure},
    kind<parse_trust>("trust"),
};

Result<std::vector<Issue>> run(Check Kind::*check, std::string_view name, std::string_view text, const ParseLimits& limits) {
    std::string names;
    for (const Kind& kind : kKinds) {
        if (kind.name == name) return (kind.*check)(text, limits);
        names.append(names.empty() ? "" : ", ").append(kind.name);
    }
    return Status(StatusCode::kNotFound, "'" + std::string(name) + "' is no kind of document; there are: " + names);
}

}  // namespace

Result<std::vector<Issue>> check_document(std::string_view kind, std::string_view text, const ParseLimits& limits) { return run(&Kind::check, kind, text, limits); }

Result<std::vector<Issue>> check_document_structure(std::string_view kind, std::string_view text, const ParseLimits& limits) {
    return run(&Kind::structure, kind, text, limits);
}

}  // namespace schoolimp::inline v0
