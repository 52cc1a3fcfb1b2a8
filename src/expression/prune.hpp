// Removes what no root of a program uses.
#pragma once

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// Drops nodes, inputs, constants and texts that no criterion, measure, judgement, KPI or condition depends on; the rest keeps its order.
void prune(Program& program);

}  // namespace schoolimp::inline v0
