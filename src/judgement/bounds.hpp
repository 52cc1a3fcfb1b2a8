// What is said of a number outside the bounds an indicator's framework gives it.
#pragma once

#include <optional>
#include <string>

#include "schoolimp/core/decimal.hpp"

namespace schoolimp::inline v0 {

inline constexpr const char* kBoundsHint = "correct the number: the bounds are those the framework gives the indicator";

/// Empty for a number within.
inline std::string out_of_bounds(const Decimal& number, const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum) {
    if (minimum && number < *minimum) return to_string(number) + " is below the minimum of " + to_string(*minimum);
    if (maximum && number > *maximum) return to_string(number) + " is above the maximum of " + to_string(*maximum);
    return {};
}

}  // namespace schoolimp::inline v0
