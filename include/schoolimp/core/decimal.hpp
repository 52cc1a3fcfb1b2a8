// Decimal: an exact decimal number, coefficient x 10^-places. Published figures are decimals; comparing them must not depend on binary rounding.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

namespace detail {
__extension__ typedef __int128 Int128;

constexpr std::int64_t kPowersOfTen[] = {1LL,
                                         10LL,
                                         100LL,
                                         1000LL,
                                         10000LL,
                                         100000LL,
                                         1000000LL,
                                         10000000LL,
                                         100000000LL,
                                         1000000000LL,
                                         10000000000LL,
                                         100000000000LL,
                                         1000000000000LL,
                                         10000000000000LL,
                                         100000000000000LL,
                                         1000000000000000LL,
                                         10000000000000000LL,
                                         100000000000000000LL,
                                         1000000000000000000LL};
}  // namespace detail

/// Always held in lowest terms (no trailing zero after the point), so equal values are equal member by member. |value| < 9.2e18, at most 18 decimal places.
/// A result is exact where it fits, otherwise rounded (halves away from zero) to the most places that do. One that is too great returns none; callers treat
/// that as unknown.
class Decimal {
public:
    static constexpr int kMaxPlaces = 18;
    static constexpr int kDivisionPlaces = 12;  ///< Quotients are rounded to this many places, halves away from zero.

    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t whole) : coefficient_(whole) {}  // NOLINT: implicit on purpose

    /// coefficient x 10^-places; none outside the range.
    static constexpr std::optional<Decimal> make(std::int64_t coefficient, int places) { return normalised(coefficient, places); }

    /// Reads [-]digits[.digits][(e|E)[+-]digits], as JSON writes numbers. None when it is not one or cannot be held exactly.
    static constexpr std::optional<Decimal> parse(std::string_view text) {
        bool negative = false;
        if (!text.empty() && text[0] == '-') {
            negative = true;
            text.remove_prefix(1);
        }
        detail::Int128 coefficient = 0;
        int places = 0;
        bool point = false, digits = false;
        std::size_t i = 0;
        for (; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '.' && !point) {
                point = true;
                if (!digits || i + 1 == text.size() || text[i + 1] < '0' || text[i + 1] > '9') return std::nullopt;
                continue;
            }
            if (c < '0' || c > '9') break;
            digits = true;
            if (coefficient > kWideLimit) return std::nullopt;
            coefficient = coefficient * 10 + (c - '0');
            if (point) ++places;
        }
        if (!digits) return std::nullopt;
        if (i < text.size()) {
            if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
            int sign = 1, exponent = 0;
            if (++i < text.size() && (text[i] == '+' || text[i] == '-')) sign = text[i++] == '-' ? -1 : 1;
            if (i == text.size()) return std::nullopt;
            for (; i < text.size(); ++i) {
                if (text[i] < '0' || text[i] > '9' || exponent > 1000) return std::nullopt;
                exponent = exponent * 10 + (text[i] - '0');
            }
            places -= sign * exponent;
        }
        return normalised(negative ? -coefficient : coefficient, places);
    }

    constexpr std::int64_t coefficient() const { return coefficient_; }
    constexpr int places() const { return places_; }
    constexpr bool is_integer() const { return places_ == 0; }
    constexpr bool is_zero() const { return coefficient_ == 0; }
    constexpr bool is_negative() const { return coefficient_ < 0; }

    /// Nearest double; for display and for columns of doubles, never for comparing.
    double to_double() const { return static_cast<double>(coefficient_) / static_cast<double>(detail::kPowersOfTen[places_]); }

    friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
    friend constexpr std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
        if (a.places_ == b.places_) return a.coefficient_ <=> b.coefficient_;
        const int places = a.places_ > b.places_ ? a.places_ : b.places_;
        const detail::Int128 x = a.scaled_to(places), y = b.scaled_to(places);
        return x < y ? std::strong_ordering::less : x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
    }

    constexpr Decimal operator-() const {
        Decimal result = *this;
        result.coefficient_ = -result.coefficient_;
        return result;
    }

    friend constexpr std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
        const int places = a.places_ > b.places_ ? a.places_ : b.places_;
        return fitted(a.scaled_to(places) + b.scaled_to(places), places);
    }
    friend constexpr std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add(a, -b); }
    friend constexpr std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
        return fitted(static_cast<detail::Int128>(a.coefficient_) * b.coefficient_, a.places_ + b.places_);
    }
    /// None when dividing by zero. Rounded to kDivisionPlaces, or the most that fit, halves away from zero.
    friend constexpr std::optional<Decimal> divide(const Decimal& a, const Decimal& b) {
        if (b.is_zero()) return std::nullopt;
        // a / b = (a.c / b.c) x 10^(b.places - a.places); widen the numerator so that the quotient has kDivisionPlaces places.
        int shift = kDivisionPlaces - a.places_ + b.places_;
        detail::Int128 numerator = a.coefficient_, denominator = b.coefficient_;
        for (; shift > 0 && numerator <= kWideLimit && numerator >= -kWideLimit; --shift) numerator *= 10;
        for (; shift < 0; ++shift) denominator *= 10;
        return fitted(divide_half_away(numerator, denominator), kDivisionPlaces - shift);
    }

    /// Rounds to this many places, halves away from zero: 5.05 to one place is 5.1.
    constexpr Decimal rounded(int places) const {
        if (places >= places_) return *this;
        if (places < 0) places = 0;
        const std::int64_t power = detail::kPowersOfTen[places_ - places];
        return *normalised(divide_half_away(coefficient_, power), places);
    }

    constexpr Decimal absolute() const { return is_negative() ? -*this : *this; }

    /// Shortest exact form: "12", "-2.5". Canonical: equal values give equal text.
    friend std::string to_string(const Decimal& value) {
        const bool negative = value.coefficient_ < 0;
        std::string digits = std::to_string(negative ? -value.coefficient_ : value.coefficient_);
        const std::size_t places = static_cast<std::size_t>(value.places_);
        if (places > 0) {
            if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
            digits.insert(digits.size() - places, 1, '.');
        }
        return negative ? "-" + digits : digits;
    }

private:
    static constexpr detail::Int128 kWideLimit = static_cast<detail::Int128>(std::numeric_limits<std::int64_t>::max()) * 1000000000000000000LL;

    constexpr detail::Int128 scaled_to(int places) const { return static_cast<detail::Int128>(coefficient_) * detail::kPowersOfTen[places - places_]; }

    static constexpr detail::Int128 divide_half_away(detail::Int128 numerator, detail::Int128 denominator) {
        const bool negative = (numerator < 0) != (denominator < 0);
        if (numerator < 0) numerator = -numerator;
        if (denominator < 0) denominator = -denominator;
        detail::Int128 quotient = numerator / denominator;
        if (numerator % denominator >= denominator - numerator % denominator) ++quotient;
        return negative ? -quotient : quotient;
    }

    /// Rounded to as many places as can be held.
    static constexpr std::optional<Decimal> fitted(detail::Int128 coefficient, int places) {
        const detail::Int128 limit = std::numeric_limits<std::int64_t>::max();
        const auto fits = [&](detail::Int128 power, int kept) { return kept <= kMaxPlaces && coefficient / power <= limit && coefficient / power >= -limit; };
        detail::Int128 power = 1;
        int dropped = 0;
        for (; dropped < places && !fits(power, places - dropped); ++dropped) power *= 10;
        if (dropped == 0) return normalised(coefficient, places);
        const detail::Int128 rounded = divide_half_away(coefficient, power);
        if (rounded > limit || rounded < -limit) return fitted(rounded, places - dropped);  // Rounding has carried into one more digit.
        return normalised(rounded, places - dropped);
    }

    static constexpr std::optional<Decimal> normalised(detail::Int128 coefficient, int places) {
        if (coefficient == 0) return Decimal();
        while (places > 0 && coefficient % 10 == 0) {
            coefficient /= 10;
            --places;
        }
        for (; places < 0; ++places) {
            if (coefficient > kWideLimit || coefficient < -kWideLimit) return std::nullopt;
            coefficient *= 10;
        }
        const detail::Int128 limit = std::numeric_limits<std::int64_t>::max();
        if (places > kMaxPlaces || coefficient > limit || coefficient < -limit) return std::nullopt;
        Decimal result;
        result.coefficient_ = static_cast<std::int64_t>(coefficient);
        result.places_ = static_cast<std::int8_t>(places);
        return result;
    }

    std::int64_t coefficient_ = 0;
    std::int8_t places_ = 0;
};

}  // namespace schoolimp::inline v0
