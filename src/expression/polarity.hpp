// Which way a node pulls: whether more of it tends to make a root better. A guess from the operators alone, good for choosing what to try first.
#pragma once

#include <vector>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// For every node up to `root`: positive when greater values tend to give the root greater ones, negative when smaller ones do, 0 when it does not show.
/// With a `level` of the root's scale, which has no quality order then: whether greater values tend to bring the root to that level.
std::vector<int> polarities(const Program& program, int root, int level = -1);

}  // namespace schoolimp::inline v0
