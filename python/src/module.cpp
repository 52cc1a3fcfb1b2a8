// The private extension schoolimp._core. Its public face is the typed package python/schoolimp.
#include "bindings.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::python {

py::list issue_tuples(const std::vector<Issue>& issues) {
    py::list list;
    for (const Issue& issue : issues)
        list.append(py::make_tuple(issue.pointer, issue.code, issue.message, issue.hint, issue.severity == Severity::kError ? "error" : "warning"));
    return list;
}

namespace {

/// Raises the class that schoolimp.errors keeps for the status code. It is looked up each time: no Python object lives in a C++ static.
void raise(const Status& status) {
    const py::object make = py::module_::import("schoolimp.errors").attr("_from_status");
    const py::object error = make(static_cast<int>(status.code()), status.message(), issue_tuples(status.issues()));
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.ptr())), error.ptr());
}

void translate(std::exception_ptr pointer) {
    try {
        if (pointer) std::rethrow_exception(pointer);
    } catch (const StatusError& failure) {
        try {
            raise(failure.status());
        } catch (py::error_already_set& python_error) {
            python_error.restore();
        }
    }
}

}  // namespace

}  // namespace schoolimp::python

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
    using namespace schoolimp::python;
    py::register_local_exception_translator(&translate);
    module.attr("__version__") = schoolimp::kVersion;
    bind_check(module);
    bind_framework(module);
    bind_table(module);  // before those that take tables
    bind_evidence(module);
    bind_trust(module);
    bind_school_year(module);
    bind_judgement(module);
    bind_judge_table(module);
    bind_plan(module);
    bind_calendar(module);
    bind_report(module);
    bind_sql(module);
}
