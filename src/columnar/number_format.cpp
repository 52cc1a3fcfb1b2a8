#include "columnar/number_format.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace schoolimp::inline v0 {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kHalfOfLastPlace = 5e-19;
static_assert(Decimal::kMaxPlaces == 18);

/// Digits and exponent as std::to_chars gives them in scientific form: d.ddde-xx.
std::optional<Decimal> parse_scientific(const char* first, const char* last) {
    std::int64_t coefficient = 0;
    int places = 0, exponent = 0;
    bool point = false, negative = false;
    for (; first != last && *first != 'e'; ++first) {
        if (*first == '-') {
            negative = true;
        } else if (*first == '.') {
            point = true;
        } else {
            coefficient = coefficient * 10 + (*first - '0');
            places += point;
        }
    }
    if (first != last) std::from_chars(first[1] == '+' ? first + 2 : first + 1, last, exponent);
    places -= exponent;
    if (negative) coefficient = -coefficient;
    if (places <= Decimal::kMaxPlaces) return Decimal::make(coefficient, places);
    const int dropped = places - Decimal::kMaxPlaces;
    if (dropped > Decimal::kMaxPlaces) return Decimal();
    return Decimal::make(Decimal::make(coefficient, dropped)->rounded(0).coefficient(), Decimal::kMaxPlaces);
}

template <typename T>
std::optional<Decimal> shortest_decimal(T number) {
    char text[64];
    const auto result = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific);
    return parse_scientific(text, result.ptr);
}

/// The numbers of a type in ascending order as whole numbers.
template <typename T, typename Bits>
struct Ordered {
    static Bits rank(T number) {
        const Bits bits = std::bit_cast<Bits>(number);
        return bits < 0 ? std::numeric_limits<Bits>::min() - bits : bits;
    }
    static T number(Bits rank) { return std::bit_cast<T>(rank < 0 ? static_cast<Bits>(std::numeric_limits<Bits>::min() - rank) : rank); }
};

template <typename T, typename Bits>
double search(const NumberFormat& format, const Decimal& threshold, bool strict) {
    using Order = Ordered<T, Bits>;
    const auto passes = [&](Bits rank) {
        const T number = Order::number(rank);
        const std::optional<Decimal> decimal = decimal_of(format, static_cast<double>(number));
        if (!decimal) return number > 0;  // Too great, or too small, to be a decimal.
        return strict ? *decimal > threshold : *decimal >= threshold;
    };
    T near{};
    const std::string text = to_string(threshold);
    std::from_chars(text.data(), text.data() + text.size(), near);
    // The edge lies at the number itself, or where decimals begin to be rounded to it.
    for (const T guess : {near, static_cast<T>(strict ? near + kHalfOfLastPlace : near - kHalfOfLastPlace)})
        for (const Bits rank : {Order::rank(guess), Order::rank(guess) + 1})
            if (passes(rank) && !passes(rank - 1)) return static_cast<double>(Order::number(rank));
    Bits low = Order::rank(std::numeric_limits<T>::lowest()), high = Order::rank(std::numeric_limits<T>::max());
    if (passes(low)) return -kInfinity;
    while (high > low + 1) {
        const Bits middle = low / 2 + high / 2 + (low % 2 + high % 2) / 2;
        (passes(middle) ? high : low) = middle;
    }
    return static_cast<double>(Order::number(high));
}

double first_scaled(int places, const Decimal& threshold, bool strict) {
    // The least whole k with k x 10^-places >= threshold.
    const int finer = threshold.places() - places;
    detail::Int128 least = threshold.coefficient();
    bool exact = true;
    if (finer > 0) {
        const detail::Int128 power = detail::kPowersOfTen[finer < 19 ? finer : 18];
        const detail::Int128 quotient = least / power;
        exact = quotient * power == least;
        least = quotient + (!exact && least > 0 ? 1 : 0);
    } else {
        for (int i = 0; i < -finer && least < (detail::Int128{1} << 100) && least > -(detail::Int128{1} << 100); ++i) least *= 10;
    }
    if (strict && exact) ++least;
    if (least > static_cast<detail::Int128>(kGreatestWhole)) return kInfinity;
    if (least < -static_cast<detail::Int128>(kGreatestWhole)) return -kInfinity;
    return static_cast<double>(static_cast<std::int64_t>(least));
}

}  // namespace

std::optional<Decimal> decimal_of(const NumberFormat& format, double number) {
    if (!std::isfinite(number)) return std::nullopt;
    switch (format.kind) {
        case NumberFormat::Kind::kDouble: return shortest_decimal(number);
        case NumberFormat::Kind::kFloat: return shortest_decimal(static_cast<float>(number));
        case NumberFormat::Kind::kScaled: break;
    }
    if (std::abs(number) > kGreatestWhole) return std::nullopt;
    return Decimal::make(static_cast<std::int64_t>(number), format.places);
}

double first_at_least(const NumberFormat& format, const Decimal& threshold, bool strict) {
    switch (format.kind) {
        case NumberFormat::Kind::kDouble: return search<double, std::int64_t>(format, threshold, strict);
        case NumberFormat::Kind::kFloat: return search<float, std::int32_t>(format, threshold, strict);
        case NumberFormat::Kind::kScaled: break;
    }
    return first_scaled(format.places, threshold, strict);
}

}  // namespace schoolimp::inline v0
