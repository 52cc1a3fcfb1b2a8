#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/io/benchmarks_json.hpp"
#include "schoolimp/io/evidence_json.hpp"
#include "schoolimp/io/evidence_table.hpp"

namespace schoolimp::python {

namespace {

void bind_evidence_class(py::module_& module) {
    bind_document<Evidence>(
        module, "Evidence", [](std::string_view text) { return parse_evidence(text); },
        [](const Evidence& evidence, JsonStyle style) { return write_evidence(evidence, style); })
        .def_static(
            "parse_csv",
            [](const py::bytes& text) {
                const std::string_view bytes = text;
                return unlocked([&] { return take(parse_evidence_csv(bytes)); });
            },
            py::arg("text"))
        .def_static(
            "from_table", [](const Table& table) { return unlocked([&] { return take(read_evidence_table(table)); }); }, py::arg("table"))
        .def("to_csv", [](const Evidence& evidence) { return unlocked([&] { return take(write_evidence_csv(evidence)); }); })
        .def("to_table", [](const Evidence& evidence) { return unlocked([&] { return take(write_evidence_table(evidence)); }); })
        .def("size", &Evidence::size)
        .def("schools", &Evidence::schools)
        .def(
            "merged", [](const Evidence& evidence, const Evidence& other) { return unlocked([&] { return take(evidence.merged(other)); }); }, py::arg("other"))
        .def(
            "with_predecessor",
            [](const Evidence& evidence, std::string_view successor, std::string_view predecessor) {
                return unlocked([&] { return take(evidence.with_predecessor(successor, predecessor)); });
            },
            py::arg("successor"), py::arg("predecessor"));
}

}  // namespace

void bind_evidence(py::module_& module) {
    bind_evidence_class(module);
    bind_document<Benchmarks>(
        module, "Benchmarks", [](std::string_view text) { return parse_benchmarks(text); },
        [](const Benchmarks& benchmarks, JsonStyle style) { return write_benchmarks(benchmarks, style); })
        .def("size", [](const Benchmarks& benchmarks) { return benchmarks.lines().size(); })
        .def("overlaid", &Benchmarks::overlaid, py::arg("other"), py::call_guard<py::gil_scoped_release>());
    module.def("builtin_benchmarks", [] { return builtin_benchmarks(); });
}

}  // namespace schoolimp::python
