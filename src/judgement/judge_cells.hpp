// Judging from cells that have been read, wherever from: evidence documents or a row of a table.
#pragma once

#include <string_view>

#include "expression/evaluate.hpp"
#include "judgement/cells.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

/// `evaluator` has run with the cells' values. `known_school` may be null.
Judgement judge_cells(const Framework& framework, const School* known_school, const Evaluator& evaluator, Cells cells, std::string_view school, const JudgeOptions& options);

}  // namespace schoolimp::inline v0
