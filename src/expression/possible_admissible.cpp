#include <algorithm>

#include "expression/possible.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::int64_t kGreatestIndex = 4'000'000'000'000'000'000LL;  // Differences of two indexes fit into 64 bits.

std::int64_t far_index(int places) {
    const detail::Int128 wanted = static_cast<detail::Int128>(1'000'000'000'000LL) * detail::kPowersOfTen[places];
    return wanted > kGreatestIndex ? kGreatestIndex : static_cast<std::int64_t>(wanted);
}

/// Index of the grid point at the bound, or of the next one inside of it.
std::int64_t index_inside(const Decimal& bound, int places, bool lower) {
    const int finer = bound.places() - places;
    if (finer <= 0) {
        const detail::Int128 index = static_cast<detail::Int128>(bound.coefficient()) * detail::kPowersOfTen[-finer];
        return static_cast<std::int64_t>(std::clamp<detail::Int128>(index, -kGreatestIndex, kGreatestIndex));
    }
    const std::int64_t power = detail::kPowersOfTen[finer];
    std::int64_t index = bound.coefficient() / power;  // Towards zero; a bound between two points is never on the grid.
    if (lower && !bound.is_negative()) ++index;
    if (!lower && bound.is_negative()) --index;
    return std::clamp(index, -kGreatestIndex, kGreatestIndex);
}

}  // namespace

Abstract Admissible::set() const {
    if (!grid) return of_codes(codes);
    Abstract set;
    set.interval = true;
    set.known = first <= last;
    set.low = Decimal::make(first, places).value_or(Decimal());
    set.high = Decimal::make(last, places).value_or(Decimal());
    set.places = static_cast<std::int8_t>(places);
    return set;
}

Admissible admissible_numbers(const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum, int places) {
    Admissible admissible;
    admissible.grid = true;
    admissible.places = places;
    admissible.first = minimum ? index_inside(*minimum, places, true) : -far_index(places);
    admissible.last = maximum ? index_inside(*maximum, places, false) : far_index(places);
    return admissible;
}

Admissible admissible_dates(const std::optional<Date>& first, Date last) {
    Admissible admissible;
    admissible.grid = true;
    admissible.first = days_since_epoch(first.value_or(*make_date(1, 1, 1)));
    admissible.last = days_since_epoch(last);
    return admissible;
}

Admissible admissible_codes(int count) {
    Admissible admissible;
    admissible.codes = count >= kMaxCodes ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
    return admissible;
}

}  // namespace schoolimp::inline v0
