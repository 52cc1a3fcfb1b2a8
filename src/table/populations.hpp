// Populations: ranks, percentiles and quantiles among the rows of a table, worked out before the rows are judged.
#pragma once

#include "columnar/kernels.hpp"
#include "table/binding.hpp"

namespace schoolimp::inline v0 {

/// Gives every population function the table has no column for its figures: the cohort is all rows that do not contradict the framework.
void add_populations(const Framework& framework, const Table& table, const Kernels& kernels, Binding& binding);

}  // namespace schoolimp::inline v0
