// Which decimal a number of a column stands for, and where in a column a threshold lies. Comparing with the number found here is comparing decimals.
#pragma once

#include <cstdint>
#include <optional>

#include "schoolimp/core/decimal.hpp"

namespace schoolimp::inline v0 {

struct NumberFormat {
    enum class Kind : std::uint8_t {
        kDouble,  ///< The shortest decimal that reads back as the double.
        kFloat,   ///< The shortest decimal that reads back as the float.
        kScaled,  ///< The whole number x 10^-places.
    };
    Kind kind = Kind::kDouble;
    int places = 0;
    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// Whole numbers beyond this are not held exactly by a double.
inline constexpr double kGreatestWhole = 9007199254740992.0;

/// Rounded to 18 places where it has more. None for what is not finite or too great.
std::optional<Decimal> decimal_of(const NumberFormat& format, double number);

/// The least number of the format that stands for at least (more than, when strict) the threshold; infinity when there is none.
double first_at_least(const NumberFormat& format, const Decimal& threshold, bool strict);

}  // namespace schoolimp::inline v0
