#include <array>

#include "bindings.hpp"
#include "schoolimp/io/documents.hpp"
#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::python {

namespace {

/// Errors, or the warnings of a document that can be used.
template <typename T>
std::vector<Issue> found(const Result<T>& result, std::vector<Issue> warnings) {
    if (result.ok()) return warnings;
    const Status status = result.status();
    if (!status.issues().empty()) return status.issues();
    return {Issue{"", "unreadable", status.message(), "", Severity::kError}};
}

/// The issues of a parser that reports warnings.
template <auto parse>
std::vector<Issue> with_warnings(std::string_view text) {
    std::vector<Issue> warnings;
    const auto result = parse(text, ParseLimits{}, &warnings);
    return found(result, std::move(warnings));
}

std::vector<Issue> check_framework(std::string_view text) {
    const Result<Framework> framework = parse_framework(text);
    return found(framework, framework.ok() ? framework->warnings() : std::vector<Issue>());
}

std::vector<Issue> check_school_year_structure(std::string_view text) { return found(parse_school_year(text), {}); }

std::vector<Issue> check_school_year(std::string_view text) {
    Result<SchoolYearDocument> document = parse_school_year(text);
    if (!document.ok()) return found(document, {});
    const Result<SchoolYear> year = SchoolYear::make(std::move(document).value());
    return found(year, year.ok() ? year->warnings() : std::vector<Issue>());
}

std::vector<Issue> check_framework_shape(std::string_view text) { return check_framework_structure(text); }

struct Kind {
    std::string_view name;
    std::vector<Issue> (*check)(std::string_view text);
    std::vector<Issue> (*structure)(std::string_view text);  ///< What a JSON Schema can see, and whatever else the parser itself finds.
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
    Kind{"framework", check_framework, check_framework_shape},
    kind<parse_judgement>("judgement"),
    kind<parse_plan>("plan"),
    kind<parse_rollup>("rollup"),
    Kind{"school_year", check_school_year, check_school_year_structure},
    kind<parse_trust>("trust"),
};

const Kind& find_kind(std::string_view name) {
    for (const Kind& kind : kKinds)
        if (kind.name == name) return kind;
    std::string names;
    for (const Kind& kind : kKinds) names.append(names.empty() ? "" : ", ").append(kind.name);
    throw StatusError(Status(StatusCode::kNotFound, "'" + std::string(name) + "' is no kind of document; there are: " + names));
}

py::list checked(std::vector<Issue> (*check)(std::string_view), const py::bytes& text) {
    const std::string_view bytes = text;
    return issue_tuples(unlocked([&] { return check(bytes); }));
}

}  // namespace

void bind_check(py::module_& module) {
    module.def(
        "check_document", [](std::string_view kind, const py::bytes& text) { return checked(find_kind(kind).check, text); }, py::arg("kind"), py::arg("text"));
    module.def(
        "check_structure", [](std::string_view kind, const py::bytes& text) { return checked(find_kind(kind).structure, text); }, py::arg("kind"), py::arg("text"));
}

}  // namespace schoolimp::python
