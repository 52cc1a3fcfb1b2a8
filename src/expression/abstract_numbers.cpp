// Intervals of numbers: comparisons, sums and what counts or averages. A concrete result too great for a Decimal is unknown, so an interval that reaches
// beyond what a Decimal holds may be unknown too.
#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "expression/abstract_operators.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr long double kLimit = 9.2e18L;  // Just inside the greatest coefficient.

long double approximate(const Decimal& value) {
    return static_cast<long double>(value.coefficient()) / static_cast<long double>(detail::kPowersOfTen[value.places()]);
}

/// A whole number not above (not below) a value that no Decimal holds exactly.
Decimal outward(long double value, bool up) {
    const long double slack = std::abs(value) * 1e-15L + 1.0L;
    const long double moved = up ? std::ceil(value + slack) : std::floor(value - slack);
    return Decimal(static_cast<std::int64_t>(std::clamp(moved, -kLimit, kLimit)));
}

/// One end of an interval: the exact result where there is one, else a bound outside of it.
struct End {
    std::optional<Decimal> exact;
    long double value = 0;
    Decimal bound(bool up) const { return exact ? *exact : outward(value, up); }
};

/// The interval that spans the ends, with `places` for everything inside; unknown too when something inside may be too great.
void set_interval(Abstract& set, std::initializer_list<End> ends, int places) {
    set.interval = set.known = true;
    bool first = true;
    for (const End& end : ends) {
        const Decimal low = end.bound(false), high = end.bound(true);
        set.low = first || low < set.low ? low : set.low;
        set.high = first || high > set.high ? high : set.high;
        first = false;
    }
    const long double greatest = std::max(std::abs(approximate(set.low)), std::abs(approximate(set.high)));
    set.unknown |= greatest >= kLimit;
    set.places = static_cast<std::int8_t>(std::min(places, Decimal::kMaxPlaces));
}

End end_of(Op op, const Decimal& a, const Decimal& b) {
    const long double x = approximate(a), y = approximate(b);
    switch (op) {
        case Op::kAdd: return {add(a, b), x + y};
        case Op::kSubtract: return {subtract(a, b), x - y};
        case Op::kMultiply: return {multiply(a, b), x * y};
        default: return {divide(a, b), x / y};
    }
}

int places_of(Op op, const Abstract& a, const Abstract& b) {
    if (op == Op::kDivide) return Decimal::kDivisionPlaces;
    return op == Op::kMultiply ? a.places + b.places : std::max(a.places, b.places);
}

/// What a comparison or a sum may be beside a value: not applicable wins over unknown.
void set_presence(Abstract& result, const Abstract& a, const Abstract& b) {
    result.not_applicable = a.not_applicable || b.not_applicable;
    result.unknown = (a.unknown && (b.unknown || b.known)) || (b.unknown && a.known);
}

void set_whole_range(Abstract& set) { set_interval(set, {{Decimal(static_cast<std::int64_t>(-kLimit)), 0}, {Decimal(static_cast<std::int64_t>(kLimit)), 0}}, Decimal::kDivisionPlaces); }

bool spans_zero(const Abstract& a) { return a.low <= Decimal() && a.high >= Decimal(); }

Decimal lowest(const Abstract& a) { return a.interval ? a.low : Decimal(std::countr_zero(a.codes)); }
Decimal highest(const Abstract& a) { return a.interval ? a.high : Decimal(63 - std::countl_zero(a.codes)); }

TruthSet both(bool can_hold, bool can_fail) { return static_cast<TruthSet>((can_hold ? kOnlyTrue : 0) | (can_fail ? kOnlyFalse : 0)); }

TruthSet possible_order(Op op, const Abstract& a, const Abstract& b) {
    const bool can_be_less = lowest(a) < highest(b), can_be_greater = highest(a) > lowest(b);
    const bool can_be_equal = a.interval ? a.low <= b.high && b.low <= a.high : (a.codes & b.codes) != 0;
    const bool surely_equal = can_be_equal && a.single() && b.single();
    switch (op) {
        case Op::kEqual: return both(can_be_equal, !surely_equal);
        case Op::kNotEqual: return both(!surely_equal, can_be_equal);
        case Op::kLess: return both(can_be_less, can_be_greater || can_be_equal);
        case Op::kLessEqual: return both(can_be_less || can_be_equal, can_be_greater);
        case Op::kGreater: return both(can_be_greater, can_be_less || can_be_equal);
        default: return both(can_be_greater || can_be_equal, can_be_less);
    }
}

/// Result of a function that never falls, at both ends.
template <typename Function>
Abstract rising(const Abstract& a, int places, Function&& function) {
    Abstract result = a;
    if (!a.known) return result;
    result.low = function(a.low);
    result.high = function(a.high);
    result.places = static_cast<std::int8_t>(std::min<int>(a.places, places));
    return result;
}

}  // namespace

Abstract abstract_compare(Op op, const Abstract& a, const Abstract& b) {
    Abstract result;
    if (a.known && b.known) result = of_truths(possible_order(op, a, b));
    set_presence(result, a, b);
    return result;
}

Abstract abstract_arithmetic(Op op, const Abstract& a, const Abstract& b) {
    Abstract result;
    result.interval = true;
    set_presence(result, a, b);
    if (!a.known || !b.known) return result;
    if (op == Op::kDivide && spans_zero(b)) {
        result.unknown = true;
        if (!b.single()) set_whole_range(result);
        return result;
    }
    const int places = places_of(op, a, b);
    switch (op) {
        case Op::kAdd: set_interval(result, {end_of(op, a.low, b.low), end_of(op, a.high, b.high)}, places); break;
        case Op::kSubtract: set_interval(result, {end_of(op, a.low, b.high), end_of(op, a.high, b.low)}, places); break;
        default: set_interval(result, {end_of(op, a.low, b.low), end_of(op, a.low, b.high), end_of(op, a.high, b.low), end_of(op, a.high, b.high)}, places);
    }
    return result;
}

Abstract abstract_negate(const Abstract& a) {
    Abstract result = a;
    result.low = -a.high;
    result.high = -a.low;
    return result;
}

Abstract abstract_absolute(const Abstract& a) {
    Abstract result = a;
    result.low = spans_zero(a) ? Decimal() : std::min(a.low.absolute(), a.high.absolute());
    result.high = std::max(a.low.absolute(), a.high.absolute());
    return result;
}

Abstract abstract_round(const Abstract& a, int places) {
    return rising(a, places, [&](const Decimal& value) { return value.rounded(places); });
}

Abstract abstract_mean(const AbstractArguments& arguments) {
    Abstract sum = exactly(number_value(Decimal()), ValueType::kNumber);
    for (int i = 0; i < arguments.size(); ++i) sum = abstract_arithmetic(Op::kAdd, sum, arguments[i]);
    return abstract_arithmetic(Op::kDivide, sum, exactly(number_value(Decimal(arguments.size())), ValueType::kNumber));
}

namespace {

/// Bounds for the conditions of a count or a share.
struct Counts {
    int surely_held = 0, possibly_held = 0, surely_failed = 0, possibly_decided = 0;
    bool any_unknown = false, all_decidable = true, all_not_applicable = true;

    explicit Counts(const AbstractArguments& arguments) {
        for (int i = 0; i < arguments.size(); ++i) {
            const TruthSet set = arguments[i].truths();
            surely_held += set == kOnlyTrue;
            surely_failed += set == kOnlyFalse;
            possibly_held += can_be(set, Truth::kTrue);
            possibly_decided += (set & 3u) != 0;
            any_unknown |= can_be(set, Truth::kUnknown);
            all_decidable &= set != truth_bit(Truth::kUnknown);
            all_not_applicable &= can_be(set, Truth::kNotApplicable);
        }
    }

    Abstract presence() const {
        Abstract set;
        set.interval = true;
        set.unknown = any_unknown;
        set.not_applicable = all_not_applicable;
        return set;
    }
    bool can_be_known() const { return all_decidable && possibly_decided > 0; }
};

}  // namespace

Abstract abstract_count(const AbstractArguments& arguments) {
    const Counts counts(arguments);
    Abstract result = counts.presence();
    if (counts.can_be_known()) set_interval(result, {{Decimal(counts.surely_held), 0}, {Decimal(counts.possibly_held), 0}}, 0);
    return result;
}

Abstract abstract_share(const AbstractArguments& arguments) {
    const Counts counts(arguments);
    Abstract result = counts.presence();
    if (!counts.can_be_known()) return result;
    const Decimal all(counts.possibly_decided);
    set_interval(result,
                 {end_of(Op::kDivide, Decimal(100 * counts.surely_held), all),
                  end_of(Op::kDivide, Decimal(100 * (counts.possibly_decided - counts.surely_failed)), all)},
                 Decimal::kDivisionPlaces);
    return result;
}

namespace {

/// Bounds of the better (or worse) of parts, some of which may be left out.
struct ExtremumBounds {
    Decimal low, high;  ///< Of all parts that may count.
    Decimal sure;       ///< The bound the parts that surely count set on the other side.
    int places = 0;
    std::uint64_t codes = 0;
    bool any = false, any_sure = false, interval = false;

    void add(bool maximum, const Abstract& part, bool surely_counts) {
        if (!part.known) return;
        const Decimal part_low = lowest(part), part_high = highest(part);
        low = any ? std::min(low, part_low) : part_low;
        high = any ? std::max(high, part_high) : part_high;
        places = std::max<int>(places, part.places);
        codes |= part.codes;
        interval = part.interval;
        any = true;
        if (!surely_counts) return;
        const Decimal bound = maximum ? part_low : part_high;
        sure = !any_sure ? bound : maximum ? std::max(sure, bound) : std::min(sure, bound);
        any_sure = true;
    }

    Abstract known(bool maximum) const {
        Abstract result;
        if (!any) return result;
        const Decimal from = maximum && any_sure ? sure : low, to = !maximum && any_sure ? sure : high;
        if (interval) {
            set_interval(result, {{from, 0}, {to, 0}}, places);
            result.unknown = false;  // No arithmetic: parts that could be held can be held.
        } else {
            const int first = static_cast<int>(from.coefficient()), last = static_cast<int>(to.coefficient());
            result = of_codes(codes & ~std::uint64_t{0} << first & ~std::uint64_t{0} >> (63 - last));
        }
        return result;
    }
};

}  // namespace

Abstract abstract_extremum(bool maximum, int levels, const AbstractArguments& arguments) {
    ExtremumBounds bounds;
    const std::uint64_t extreme = levels == 0 ? 0 : std::uint64_t{1} << (maximum ? levels - 1 : 0);
    bool any_unknown = false, all_decidable = true, all_not_applicable = true, any_extreme = false, surely_extreme = false;
    for (int i = 0; i < arguments.size(); ++i) {
        const Abstract& part = arguments[i];
        bounds.add(maximum, part, !part.not_applicable && !part.unknown);
        any_unknown |= part.unknown;
        all_decidable &= part.known || part.not_applicable;
        all_not_applicable &= part.not_applicable;
        any_extreme |= (part.codes & extreme) != 0;
        surely_extreme |= levels > 0 && part.codes == extreme && !part.unknown && !part.not_applicable;
    }
    // One part at the very end of the scale settles it, whatever is unknown.
    Abstract result = all_decidable ? bounds.known(maximum) : any_extreme ? of_codes(extreme) : Abstract{};
    result.interval = bounds.interval || result.interval;
    result.unknown = any_unknown && !surely_extreme;
    result.not_applicable = all_not_applicable;
    return result;
}

Abstract abstract_extremum_known(bool maximum, int minimum_known, const AbstractArguments& arguments) {
    ExtremumBounds bounds;
    int surely_known = 0, possibly_known = 0;
    bool all_not_applicable = true, never_all = false;
    for (int i = 0; i < arguments.size(); ++i) {
        const Abstract& part = arguments[i];
        const bool surely = part.known && !part.unknown && !part.not_applicable;
        bounds.add(maximum, part, surely);
        surely_known += surely;
        possibly_known += part.known;
        all_not_applicable &= part.not_applicable;
        never_all |= !part.not_applicable;
    }
    Abstract result;
    if (possibly_known >= minimum_known) result = bounds.known(maximum);
    result.unknown = surely_known < std::max(minimum_known, 1);
    result.not_applicable = all_not_applicable && !never_all;
    return result;
}

}  // namespace schoolimp::inline v0
