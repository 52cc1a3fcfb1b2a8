// Checks of what a column's buffers say about places elsewhere: text offsets, views, indices into a dictionary.
#pragma once

#include <vector>

#include "arrow/column.hpp"
#include "arrow/issues.hpp"

namespace schoolimp::inline v0 {

/// Adds an issue for the first row that points out of bounds. Rows without a value may hold anything, but text offsets must rise there too.
void check_values(const Column& column, const Place& place, std::vector<Issue>& issues);

}  // namespace schoolimp::inline v0
