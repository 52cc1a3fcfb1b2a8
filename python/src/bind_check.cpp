#include "bindings.hpp"
#include "schoolimp/io/check_document.hpp"

namespace schoolimp::python {

namespace {

template <auto check>
py::list checked(std::string_view kind, const py::bytes& text) {
    const std::string_view bytes = text;
    return issue_tuples(unlocked([&] { return take(check(kind, bytes, ParseLimits{})); }));
}

}  // namespace

void bind_check(py::module_& module) {
    module.def("check_document", checked<check_document>, py::arg("kind"), py::arg("text"));
    module.def("check_structure", checked<check_document_structure>, py::arg("kind"), py::arg("text"));
}

}  // namespace schoolimp::python
