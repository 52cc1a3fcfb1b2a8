// Reading JSON text under limits. Stricter than the format where leniency would hide a mistake: duplicate members, numbers that are not exact
// decimals and lone surrogates are errors.
#pragma once

#include <string_view>

#include "io/json/value.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/io/limits.hpp"

namespace schoolimp::inline v0::json {

/// Fails with kInvalidArgument (codes "syntax", "encoding", "duplicate_member", "number_out_of_range") or kResourceExhausted (codes "too_large",
/// "too_deep", "too_many", "too_long"). The pointer is the place reached, its message names line and column. A byte order mark is skipped.
Result<Value> parse(std::string_view text, const ParseLimits& limits = {});

}  // namespace schoolimp::inline v0::json
