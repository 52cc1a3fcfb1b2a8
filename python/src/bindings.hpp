// What the binding files share: failures as exceptions, documents as opaque classes, dates as days since 1970-01-01.
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::python {

namespace py = pybind11;

/// Carries a failed status to the translator, which raises the exception class of its code.
class StatusError : public std::exception {
public:
    explicit StatusError(Status status) : status_(std::move(status)) {}
    const char* what() const noexcept override { return status_.message().c_str(); }
    const Status& status() const { return status_; }

private:
    Status status_;
};

/// The value of a result; a failed one becomes a Python exception.
template <typename T>
T take(Result<T>&& result) {
    if (!result.ok()) throw StatusError(result.status());
    return std::move(result).value();
}

/// (pointer, code, message, hint, severity) of each issue.
py::list issue_tuples(const std::vector<Issue>& issues);

/// Runs `work`, which touches no Python object, without the interpreter lock.
template <typename Work>
auto unlocked(Work&& work) {
    py::gil_scoped_release release;
    return std::forward<Work>(work)();
}

inline std::optional<Date> to_date(std::optional<std::int32_t> days) {
    return days ? std::optional<Date>(from_days(*days)) : std::nullopt;
}
inline std::optional<std::int32_t> to_days(std::optional<Date> date) {
    return date ? std::optional<std::int32_t>(days_since_epoch(*date)) : std::nullopt;
}

/// The enumerator of a word, by `find`; a failure that names `what` when there is none.
template <typename Find>
auto word(std::string_view text, const char* what, Find find) {
    const auto found = find(text);
    if (!found) throw StatusError(Status(StatusCode::kInvalidArgument, "'" + std::string(text) + "' is no " + what));
    return *found;
}

/// An opaque class for a document: parse(bytes) and to_json(pretty).
template <typename T, typename Parse, typename Write>
py::class_<T> bind_document(py::module_& module, const char* name, Parse parse, Write write) {
    py::class_<T> bound(module, name, py::module_local());
    bound.def_static(
        "parse",
        [parse](const py::bytes& text) {
            const std::string_view bytes = text;
            return unlocked([&] { return take(parse(bytes)); });
        },
        py::arg("text"));
    bound.def(
        "to_json",
        [write](const T& document, bool pretty) {
            return unlocked([&] { return write(document, pretty ? JsonStyle::kPretty : JsonStyle::kCanonical); });
        },
        py::arg("pretty"));
    return bound;
}

// One function for each file; each adds its classes and functions to the module.
void bind_check(py::module_& module);
void bind_framework(py::module_& module);
void bind_evidence(py::module_& module);
void bind_trust(py::module_& module);
void bind_table(py::module_& module);
void bind_judge_table(py::module_& module);
void bind_school_year(py::module_& module);
void bind_judgement(py::module_& module);
void bind_plan(py::module_& module);
void bind_calendar(py::module_& module);
void bind_report(py::module_& module);
void bind_sql(py::module_& module);

}  // namespace schoolimp::python
