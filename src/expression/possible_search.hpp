// The search that settles what the walk has not met: whether some filling brings the root into a set.
#pragma once

#include <cstdint>

#include "expression/possible_cone.hpp"

namespace schoolimp::inline v0 {

enum class Answered : std::uint8_t { kNo, kYes, kStopped };

/// Whether some filling gives the root a value of the set. Leaves the cone as it was. Stops when the cone has spent `limit` evaluations.
Answered can_become(Cone& cone, const Abstract& wanted, int limit);

}  // namespace schoolimp::inline v0
