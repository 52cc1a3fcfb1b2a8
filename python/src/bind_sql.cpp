#include <pybind11/stl.h>

#include "bindings.hpp"
#include "schoolimp/sql/sql.hpp"

namespace schoolimp::python {

void bind_sql(py::module_& module) {
    module.def(
        "to_sql",
        [](const Framework& framework, std::string table, std::string key, std::string schema, int places, std::vector<std::string> missing_columns,
           bool all_missing_columns, bool materialized) {
            const SqlOptions options{std::move(table), std::move(schema), std::move(key), places, std::move(missing_columns), all_missing_columns, materialized};
            return unlocked([&] { return take(to_sql(framework, options)); });
        },
        py::arg("framework"), py::arg("table"), py::arg("key"), py::arg("schema"), py::arg("places"), py::arg("missing_columns"), py::arg("all_missing_columns"),
        py::arg("materialized"));
}

}  // namespace schoolimp::python
