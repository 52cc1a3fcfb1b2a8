// Tables made of Python values.
#pragma once

#include "bindings.hpp"
#include "schoolimp/arrow/table.hpp"

namespace schoolimp::python {

/// {name: (kind, values)}, values of one length: "text" of str, "whole" of int, "truth" of bool, "date" of datetime.date; None where there is none.
Table table_of_values(const py::dict& columns);

}  // namespace schoolimp::python
