#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/report/markdown.hpp"

namespace schoolimp::python {

void bind_report(py::module_& module) {
    (void)module;
}

}  // namespace schoolimp::python
