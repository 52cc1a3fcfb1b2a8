// Columns made of Python values.
#pragma once

#include "bindings.hpp"
#include "schoolimp/arrow/table.hpp"

namespace schoolimp::python {

/// True for (kind, values): "text" of str, "whole" of int, "number" of float, "decimal" of Decimal, "truth" of bool, "date" of datetime.date, "null"; in values None where there is none.
bool has_values(const py::handle& column);

std::int64_t count_values(const py::handle& column);

/// ValueError for a kind there is not; Python's own errors for values of another kind.
void add_values(TableBuilder& builder, const std::string& name, const py::handle& column);

}  // namespace schoolimp::python
