// What is odd in a framework and yet no error.
#pragma once

#include "expression/program.hpp"
#include "framework/check_context.hpp"

namespace schoolimp::inline v0 {

/// Indicators, measures and dimensions nothing uses; levels no evidence can lead to. A crosswalk nothing uses is a statement of its own.
void warn(CheckContext& context, const Program& program);

}  // namespace schoolimp::inline v0
