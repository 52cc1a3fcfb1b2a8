// Which levels a node of a program can give at all, whatever the evidence: an upper bound found from the shape of the program alone.
#pragma once

#include <vector>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// For each rank of the node's scale, whether some evidence might give it. The node must be level-valued.
std::vector<bool> reachable_levels(const Program& program, int node);

}  // namespace schoolimp::inline v0
