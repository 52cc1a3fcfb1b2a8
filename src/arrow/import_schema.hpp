// From a schema to the fields of a table.
#pragma once

#include <vector>

#include "arrow/table_data.hpp"
#include "schoolimp/core/status.hpp"

namespace schoolimp::inline v0 {

/// The columns of a structure's schema. What is wrong goes to `issues`; then the fields are of no use.
std::vector<Field> read_fields(const ArrowSchema& schema, std::vector<Issue>& issues);

}  // namespace schoolimp::inline v0
