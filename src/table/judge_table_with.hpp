// Judging a table with chosen kernels: tests and benchmarks go through all of them.
#pragma once

#include "columnar/kernels.hpp"
#include "schoolimp/table/judge_table.hpp"

namespace schoolimp::inline v0 {

Result<TableJudgement> judge_table_with(const Framework& framework, const Table& table, const TableOptions& options, const Kernels& kernels);

}  // namespace schoolimp::inline v0
