// Constant folding: what a node's value must be whatever the evidence says.
#pragma once

#include <cstdint>
#include <vector>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

struct Fold {
    enum class Kind : std::uint8_t { kNone, kConstant, kNode };
    Kind kind = Kind::kNone;  ///< kNone: the node has to be made.
    Constant constant;        ///< kConstant: its value.
    int node = -1;            ///< kNode: a node that always has the same value.
};

/// Never folds what could be unknown or not applicable. `arguments` may be shortened: repeated parts of "and" and "or" count once.
Fold fold(const Program& program, Op op, std::vector<int>& arguments, int payload);

}  // namespace schoolimp::inline v0
