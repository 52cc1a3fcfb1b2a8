// Linear: a number as a sum of inputs with whole or short decimal factors. Comparisons of such sums are comparisons of whole numbers, hence exact.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "schoolimp/core/decimal.hpp"

namespace schoolimp::inline v0 {

/// Numbers of a sum are counted in millionths; a row with a finer or a greater one is worked out by itself.
inline constexpr int kUnitPlaces = 6;
inline constexpr double kGreatestSummand = 1e8;

struct Linear {
    std::vector<std::pair<int, Decimal>> terms;  ///< Input and factor, by input; no factor is zero.
    Decimal constant;
    int divisor = 1;      ///< Of the whole; more than 1 for a mean.
    bool touched = false;  ///< By arithmetic: then even a single input is compared in units.

    bool is_constant() const { return terms.empty(); }
    bool is_plain_input() const { return !touched && terms.size() == 1; }
    friend bool operator==(const Linear&, const Linear&) = default;
};

Linear linear_constant(const Decimal& value);
Linear linear_input(int input);

/// None when the sum cannot be held in that form; then it is worked out row by row.
std::optional<Linear> linear_sum(const Linear& a, const Linear& b);
std::optional<Linear> linear_multiple(const Linear& a, const Decimal& factor);
std::optional<Linear> linear_share(const Linear& a, int divisor);

/// The question whether a sum of inputs, in units, is at least (more than) zero.
struct Compound {
    std::vector<std::pair<int, std::int64_t>> terms;
    std::int64_t constant = 0;  ///< In units times `scale` of the factors.
    bool strict = false;
    friend auto operator<=>(const Compound&, const Compound&) = default;
};

/// a >= b (a > b when strict). None when the numbers could leave the range in which doubles count whole units.
std::optional<Compound> compare_linear(const Linear& a, const Linear& b, bool strict);

}  // namespace schoolimp::inline v0
