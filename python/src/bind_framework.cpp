#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/builtin/builtin.hpp"
#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::python {

namespace {

Result<Framework> parse(std::string_view text) { return parse_framework(text); }

std::string write(const Framework& framework, JsonStyle style) { return write_framework(framework.document(), style); }

py::list builtin_tuples() {
    py::list list;
    for (const BuiltinFramework& framework : builtin_frameworks()) list.append(py::make_tuple(framework.id, framework.edition, framework.title));
    return list;
}

}  // namespace

void bind_framework(py::module_& module) {
    bind_document<Framework>(module, "Framework", parse, write)
        .def_property_readonly("id", &Framework::id)
        .def_property_readonly("edition", &Framework::edition)
        .def_property_readonly("title", &Framework::title)
        .def_property_readonly("hash", &Framework::hash)
        .def_property_readonly("warnings", [](const Framework& framework) { return issue_tuples(framework.warnings()); });

    module.def("builtin_frameworks", builtin_tuples);
    module.def(
        "builtin_framework", [](std::string_view id, std::string_view edition) { return unlocked([&] { return take(builtin_framework(id, edition)); }); },
        py::arg("id"), py::arg("edition"));
    module.def("builtin_catalogue", [] { return builtin_catalogue_text(); });
    module.def("schema_kinds", [] { return schema_kinds(); });
    module.def("schema", [](std::string_view kind) { return take(schema_text(kind)); }, py::arg("kind"));
}

}  // namespace schoolimp::python
