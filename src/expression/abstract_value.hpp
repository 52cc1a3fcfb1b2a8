// Abstract: a set that holds every value a node may still have while some inputs are open. Never too small; it may be too large.
#pragma once

#include <bit>
#include <cstdint>

#include "expression/evaluate_value.hpp"
#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// Numbers and dates are kept as an interval, all other values as a set of codes (0 to 63).
constexpr bool is_interval(ValueType type) { return type == ValueType::kNumber || type == ValueType::kDate; }
inline constexpr int kMaxCodes = 64;

/// Sets of truths: one bit for each, at the place of its number in Truth.
using TruthSet = std::uint8_t;
constexpr TruthSet truth_bit(Truth truth) { return static_cast<TruthSet>(1u << static_cast<unsigned>(truth)); }
constexpr bool can_be(TruthSet set, Truth truth) { return (set & truth_bit(truth)) != 0; }
inline constexpr TruthSet kOnlyTrue = truth_bit(Truth::kTrue);
inline constexpr TruthSet kOnlyFalse = truth_bit(Truth::kFalse);

struct Abstract {
    Decimal low, high;        ///< Interval, both ends included; meaningful when `known` and the type is an interval.
    std::uint64_t codes = 0;  ///< Codes, for the other types.
    std::int8_t places = 0;   ///< No number of the interval has more decimal places.
    bool interval = false;
    bool known = false;           ///< May have a value (of the interval or the codes).
    bool unknown = false;         ///< May be unknown.
    bool not_applicable = false;  ///< May be not applicable.

    bool empty() const { return !known && !unknown && !not_applicable; }
    bool single() const { return interval ? low == high : codes != 0 && (codes & (codes - 1)) == 0; }
    /// Nothing is open: there is exactly one value (or exactly unknown, or exactly not applicable).
    bool determined() const { return known + unknown + not_applicable == 1 && (!known || single()); }
    /// The value of a determined set.
    Value value() const {
        if (!known) return unknown ? unknown_value() : not_applicable_value();
        return Value{interval ? low : Decimal(std::countr_zero(codes)), Presence::kKnown};
    }
    TruthSet truths() const { return static_cast<TruthSet>((codes & 3u) | (unknown ? 4u : 0u) | (not_applicable ? 8u : 0u)); }
    friend bool operator==(const Abstract&, const Abstract&) = default;
};

/// The set of one value.
inline Abstract exactly(const Value& value, ValueType type) {
    Abstract set;
    set.interval = is_interval(type);
    set.known = value.known();
    set.unknown = value.unknown();
    set.not_applicable = value.not_applicable();
    if (!value.known()) return set;
    if (set.interval) {
        set.low = set.high = value.scalar;
        set.places = static_cast<std::int8_t>(value.scalar.places());
    } else {
        set.codes = std::uint64_t{1} << value.code();
    }
    return set;
}

inline Abstract of_truths(TruthSet truths) {
    Abstract set;
    set.codes = truths & 3u;
    set.known = set.codes != 0;
    set.unknown = can_be(truths, Truth::kUnknown);
    set.not_applicable = can_be(truths, Truth::kNotApplicable);
    return set;
}

inline Abstract of_codes(std::uint64_t codes) {
    Abstract set;
    set.codes = codes;
    set.known = codes != 0;
    return set;
}

/// Takes the known values of `other` in as well.
inline void join_known(Abstract& set, const Abstract& other) {
    if (!other.known) return;
    set.interval = other.interval;
    set.codes |= other.codes;
    if (other.interval) {
        set.low = set.known && set.low < other.low ? set.low : other.low;
        set.high = set.known && set.high > other.high ? set.high : other.high;
        set.places = set.places > other.places ? set.places : other.places;
    }
    set.known = true;
}

inline void join(Abstract& set, const Abstract& other) {
    join_known(set, other);
    set.unknown |= other.unknown;
    set.not_applicable |= other.not_applicable;
    set.interval |= other.interval;
}

}  // namespace schoolimp::inline v0
