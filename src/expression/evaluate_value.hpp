// Value: what a node of a program has for one school. Every kind of value is carried as a decimal, so that one comparison serves them all.
#pragma once

#include <cstdint>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/truth.hpp"

namespace schoolimp::inline v0 {

enum class Presence : std::uint8_t { kUnknown, kNotApplicable, kKnown };

/// A number, or a code: false 0 and true 1, the rank of a level, days since 1970-01-01, the token of a text. The type of the node tells which.
struct Value {
    Decimal scalar;
    Presence presence = Presence::kUnknown;

    constexpr bool known() const { return presence == Presence::kKnown; }
    constexpr bool unknown() const { return presence == Presence::kUnknown; }
    constexpr bool not_applicable() const { return presence == Presence::kNotApplicable; }

    constexpr int code() const { return static_cast<int>(scalar.coefficient()); }
    constexpr Date date() const { return from_days(code()); }
    constexpr Truth truth() const {
        if (unknown()) return Truth::kUnknown;
        if (not_applicable()) return Truth::kNotApplicable;
        return to_truth(!scalar.is_zero());
    }
    friend constexpr bool operator==(const Value&, const Value&) = default;
};

constexpr Value unknown_value() { return Value{}; }
constexpr Value not_applicable_value() { return Value{Decimal(), Presence::kNotApplicable}; }
constexpr Value number_value(const Decimal& number) { return Value{number, Presence::kKnown}; }
constexpr Value number_value(const std::optional<Decimal>& number) { return number ? number_value(*number) : unknown_value(); }
constexpr Value boolean_value(bool value) { return Value{Decimal(value ? 1 : 0), Presence::kKnown}; }
constexpr Value level_value(int rank) { return Value{Decimal(rank), Presence::kKnown}; }
constexpr Value date_value(Date date) { return Value{Decimal(days_since_epoch(date)), Presence::kKnown}; }
constexpr Value text_value(int token) { return Value{Decimal(token), Presence::kKnown}; }
constexpr Value truth_value(Truth truth) {
    switch (truth) {
        case Truth::kFalse: return boolean_value(false);
        case Truth::kTrue: return boolean_value(true);
        case Truth::kNotApplicable: return not_applicable_value();
        case Truth::kUnknown: break;
    }
    return unknown_value();
}

}  // namespace schoolimp::inline v0
