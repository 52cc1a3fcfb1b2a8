#include "columnar/linear.hpp"

#include <algorithm>
#include <cstdlib>

namespace schoolimp::inline v0 {

namespace {

constexpr int kMostFactorPlaces = 3;
constexpr std::int64_t kGreatestFactor = 1000;
constexpr std::int64_t kGreatestConstant = 1'000'000'000;
constexpr std::int64_t kGreatestSumOfFactors = 64;                 // Times kGreatestSummand in units: below 2^53.
constexpr std::int64_t kGreatestUnits = 2'000'000'000'000'000;     // Of the constant; together with the terms below 2^53.
constexpr int kMostDivisor = 20;

bool is_modest(const Linear& form) {
    const auto fits = [](const Decimal& number, int places, std::int64_t most) {
        return number.places() <= places && number <= Decimal(most) && number >= Decimal(-most);
    };
    return fits(form.constant, kUnitPlaces, kGreatestConstant) &&
           std::all_of(form.terms.begin(), form.terms.end(), [&](const auto& term) { return fits(term.second, kMostFactorPlaces, kGreatestFactor); });
}

std::optional<Linear> if_modest(Linear form) {
    std::erase_if(form.terms, [](const auto& term) { return term.second.is_zero(); });
    form.touched = !form.terms.empty();
    return is_modest(form) ? std::optional(std::move(form)) : std::nullopt;
}

/// The number as whole 10^-places.
std::int64_t in_units(const Decimal& number, int places) { return number.coefficient() * detail::kPowersOfTen[places - number.places()]; }

int most_factor_places(const Linear& form) {
    int places = 0;
    for (const auto& [input, factor] : form.terms) places = std::max(places, factor.places());
    return places;
}

}  // namespace

Linear linear_constant(const Decimal& value) {
    Linear form;
    form.constant = value;
    return form;
}

Linear linear_input(int input) {
    Linear form;
    form.terms = {{input, Decimal(1)}};
    return form;
}

std::optional<Linear> linear_sum(const Linear& a, const Linear& b) {
    if (a.divisor != 1 || b.divisor != 1 || !is_modest(a) || !is_modest(b)) return std::nullopt;
    Linear sum = a;
    sum.constant = *add(a.constant, b.constant);
    for (const auto& [input, factor] : b.terms) {
        const auto place = std::lower_bound(sum.terms.begin(), sum.terms.end(), input, [](const auto& term, int wanted) { return term.first < wanted; });
        if (place != sum.terms.end() && place->first == input) {
            place->second = *add(place->second, factor);
        } else {
            sum.terms.insert(place, {input, factor});
        }
    }
    return if_modest(std::move(sum));
}

std::optional<Linear> linear_multiple(const Linear& a, const Decimal& factor) {
    if (a.divisor != 1 || !is_modest(a) || !is_modest(linear_constant(factor))) return std::nullopt;
    Linear multiple = a;
    multiple.constant = *multiply(a.constant, factor);
    for (auto& term : multiple.terms) term.second = *multiply(term.second, factor);
    return if_modest(std::move(multiple));
}

std::optional<Linear> linear_share(const Linear& a, int divisor) {
    if (a.divisor != 1 || divisor > kMostDivisor || most_factor_places(a) > 0) return std::nullopt;
    Linear share = a;
    share.divisor = divisor;
    share.touched = true;
    return share;
}

std::optional<Compound> compare_linear(const Linear& a, const Linear& b, bool strict) {
    // A mean is rounded to twelve places. Sums in units over small divisors that differ at all differ by more than that.
    const auto sides = std::pair(linear_multiple({a.terms, a.constant, 1, true}, Decimal(b.divisor)), linear_multiple({b.terms, b.constant, 1, true}, Decimal(-a.divisor)));
    if (!sides.first || !sides.second) return std::nullopt;
    const std::optional<Linear> difference = linear_sum(*sides.first, *sides.second);
    if (!difference) return std::nullopt;
    const int places = most_factor_places(*difference);
    Compound compound;
    compound.strict = strict;
    compound.constant = in_units(difference->constant, kUnitPlaces + places);
    std::int64_t sum_of_factors = 0;
    for (const auto& [input, factor] : difference->terms) {
        compound.terms.emplace_back(input, in_units(factor, places));
        sum_of_factors += std::abs(compound.terms.back().second);
    }
    if (sum_of_factors > kGreatestSumOfFactors || std::abs(compound.constant) > kGreatestUnits) return std::nullopt;
    return compound;
}

}  // namespace schoolimp::inline v0
