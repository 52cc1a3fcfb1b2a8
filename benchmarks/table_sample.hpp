// Sample tables: criteria over columns of percentages with gaps, and tables with the cells of a built-in framework.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "schoolimp/schoolimp.hpp"

namespace schoolimp_bench {

/// As many criteria, `x<i> >= threshold`, in four categories by how many are met; benchmarks/side_by_side/rules.py has the same rules.
schoolimp::Framework counting_framework(int criteria);

/// Columns of the framework above: percentages of one decimal place, one in twenty NaN. The table keeps the memory.
schoolimp::Table counting_table(int criteria, std::int64_t rows);

/// A table with all cells of the framework that are numbers, each row another multiple of a tenth within the indicator's bounds, one in twenty NaN.
schoolimp::Table table_of_numbers(const schoolimp::Framework& framework, std::int64_t rows);

schoolimp::TableOptions table_options(int threads = 1);

}  // namespace schoolimp_bench
