// Bounds: what a restricted number, comparison or band leaves of the numbers behind it. Nothing that could agree with the restriction is cut off.
#include <algorithm>

#include "expression/possible_cone.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

using Bound = std::optional<Decimal>;

Op opposite(Op op) {
    switch (op) {
        case Op::kEqual: return Op::kNotEqual;
        case Op::kNotEqual: return Op::kEqual;
        case Op::kLess: return Op::kGreaterEqual;
        case Op::kLessEqual: return Op::kGreater;
        case Op::kGreater: return Op::kLessEqual;
        default: return Op::kLess;
    }
}

/// The number with `places` decimal places next to the bound: not below it (`up`) or not above it, and not the bound itself when `strict`.
Decimal on_grid(const Decimal& value, int places, bool up, bool strict) {
    const int finer = value.places() - places;
    detail::Int128 index = value.coefficient();
    bool exact = true;
    if (finer > 0) {
        const std::int64_t power = detail::kPowersOfTen[finer];
        exact = value.coefficient() % power == 0;
        index = value.coefficient() / power;
        if (!exact && value.is_negative() && !up) --index;
        if (!exact && !value.is_negative() && up) ++index;
    } else {
        index *= detail::kPowersOfTen[-finer];
    }
    if (exact && strict) index += up ? 1 : -1;
    constexpr detail::Int128 kGreatest = std::numeric_limits<std::int64_t>::max();
    if (index > kGreatest || index < -kGreatest) return value;
    return Decimal::make(static_cast<std::int64_t>(index), places).value_or(value);
}

Bound minus(const Bound& a, const Bound& b) { return a && b ? subtract(*a, *b) : std::nullopt; }
Bound plus(const Bound& a, const Bound& b) { return a && b ? add(*a, *b) : std::nullopt; }

/// Whether results of this size with this many places are exact: others are rounded, and bounds do not reach back through that.
bool is_exact(const Abstract& set, int places) {
    if (places > Decimal::kMaxPlaces) return false;
    const detail::Int128 limit = static_cast<detail::Int128>(std::numeric_limits<std::int64_t>::max()) / detail::kPowersOfTen[places];
    return set.low >= Decimal(static_cast<std::int64_t>(-limit + 1)) && set.high <= Decimal(static_cast<std::int64_t>(limit - 1));
}

/// The ends of an interval multiplied or divided by a number, a little outwards: quotients are rounded.
std::pair<Bound, Bound> scaled(const Abstract& set, const Decimal& factor, bool division) {
    const auto scale = [&](const Decimal& value) { return division ? divide(value, factor) : multiply(value, factor); };
    const Decimal slack = *Decimal::make(1, Decimal::kDivisionPlaces - 1);
    Bound low = scale(set.low), high = scale(set.high);
    if (factor.is_negative()) std::swap(low, high);
    return {minus(low, slack), plus(high, slack)};
}

}  // namespace

void Cone::bound(int index, const Bound& low, const Bound& high) {
    Abstract wanted = set(index);
    if (!wanted.known || !wanted.interval) return;
    const int places = wanted.places;  // No value has more: bounds move to the next such number.
    if (low) wanted.low = std::max(wanted.low, on_grid(*low, places, true, false));
    if (high) wanted.high = std::min(wanted.high, on_grid(*high, places, false, false));
    wanted.known = wanted.low <= wanted.high;
    require(index, wanted);
}

void Cone::bound_comparison(int index) {
    const auto parts = arguments(index);
    const int a = parts[0], b = parts[1];
    const TruthSet truths = set(index).truths();
    if ((truths != kOnlyTrue && truths != kOnlyFalse) || !set(a).known || !set(b).known) return;
    const auto below = [&](int lower, int upper, bool strict) {
        const Abstract was = set(lower);
        bound(lower, std::nullopt, on_grid(set(upper).high, was.places, false, strict));
        bound(upper, on_grid(was.low, set(upper).places, true, strict), std::nullopt);
    };
    const auto apart = [&](int moved, int fixed) {  // An end that must not be met moves to the next number.
        if (!set(fixed).single()) return;
        const Decimal& value = set(fixed).low;
        if (set(moved).low == value) bound(moved, on_grid(value, set(moved).places, true, true), std::nullopt);
        if (!failed_ && set(moved).high == value) bound(moved, std::nullopt, on_grid(value, set(moved).places, false, true));
    };
    switch (truths == kOnlyTrue ? node(index).op : opposite(node(index).op)) {
        case Op::kLess: return below(a, b, true);
        case Op::kLessEqual: return below(a, b, false);
        case Op::kGreater: return below(b, a, true);
        case Op::kGreaterEqual: return below(b, a, false);
        case Op::kEqual:
            below(a, b, false);
            if (!failed_) below(b, a, false);
            return;
        default:
            apart(a, b);
            if (!failed_) apart(b, a);
    }
}

void Cone::bound_bands(int index) {
    if (set(index).unknown) return;  // Numbers in no band give unknown.
    Bound low, high;
    bool first = true, open_low = false, open_high = false;
    for (const Band& band : program_.bands[at(node(index).payload)].bands) {
        if ((set(index).codes >> band.level & 1u) == 0) continue;
        open_low |= !band.low;
        open_high |= !band.high;
        if (band.low && (first || *band.low < *low)) low = band.low;
        if (band.high && (!high || *band.high > *high)) high = band.high;
        first = false;
    }
    bound(arguments(index)[0], open_low ? std::nullopt : low, open_high ? std::nullopt : high);
}

/// A product or quotient with a settled number.
void Cone::bound_factor(int index) {
    const auto parts = arguments(index);
    const bool product = node(index).op == Op::kMultiply;
    const int constant = set(parts[1]).determined() ? 1 : product && set(parts[0]).determined() ? 0 : -1;
    if (constant < 0) return;
    const Value factor = set(parts[at(constant)]).value();
    if (!factor.known() || factor.scalar.is_zero()) return;
    const int places = product ? set(parts[0]).places + set(parts[1]).places : Decimal::kDivisionPlaces;
    if (!is_exact(set(index), places)) return;
    const auto [low, high] = scaled(set(index), factor.scalar, product);
    bound(parts[at(1 - constant)], low, high);
}

void Cone::bound_arguments(int index) {
    const auto parts = arguments(index);
    const Op op = node(index).op;
    if (op >= Op::kEqual && op <= Op::kGreaterEqual) {
        if (is_interval(node(parts[0]).type.value)) bound_comparison(index);
        return;
    }
    if (op == Op::kBands) return bound_bands(index);
    const Abstract now = set(index);
    // Bounds speak of values: where the node may be without one, its arguments may be anything.
    if (!now.interval || !now.known || now.unknown || now.not_applicable) return;
    switch (op) {
        case Op::kAdd:
            if (!is_exact(now, std::max(set(parts[0]).places, set(parts[1]).places))) return;
            bound(parts[0], minus(now.low, set(parts[1]).high), minus(now.high, set(parts[1]).low));
            if (!failed_) bound(parts[1], minus(now.low, set(parts[0]).high), minus(now.high, set(parts[0]).low));
            return;
        case Op::kSubtract:
            if (!is_exact(now, std::max(set(parts[0]).places, set(parts[1]).places))) return;
            bound(parts[0], plus(now.low, set(parts[1]).low), plus(now.high, set(parts[1]).high));
            if (!failed_) bound(parts[1], minus(set(parts[0]).low, now.high), minus(set(parts[0]).high, now.low));
            return;
        case Op::kNegate: return bound(parts[0], -now.high, -now.low);
        case Op::kMultiply:
        case Op::kDivide: return bound_factor(index);
        case Op::kMinimum:
            for (const int part : parts) bound(part, now.low, std::nullopt);
            return;
        case Op::kMaximum:
            for (const int part : parts) bound(part, std::nullopt, now.high);
            return;
        case Op::kGuard: return bound(parts[1], now.low, now.high);
        case Op::kOrElse: return bound(parts[0], now.low, now.high);
        default: return;
    }
}

}  // namespace schoolimp::inline v0
