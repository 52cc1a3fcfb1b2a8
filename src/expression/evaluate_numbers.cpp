// Comparisons, sums and what counts or averages. Not applicable wins over unknown; a result too great to be held is unknown.
#include "expression/evaluate_operators.hpp"

namespace schoolimp::inline v0 {

namespace {

/// What a comparison or a sum of the two gives when a part has no value; known when both have.
Presence together(const Value& a, const Value& b) {
    if (a.not_applicable() || b.not_applicable()) return Presence::kNotApplicable;
    return a.known() && b.known() ? Presence::kKnown : Presence::kUnknown;
}

bool holds(Op op, const Decimal& a, const Decimal& b) {
    switch (op) {
        case Op::kEqual: return a == b;
        case Op::kNotEqual: return a != b;
        case Op::kLess: return a < b;
        case Op::kLessEqual: return a <= b;
        case Op::kGreater: return a > b;
        default: return a >= b;
    }
}

}  // namespace

Value apply_compare(Op op, const Value& a, const Value& b) {
    const Presence presence = together(a, b);
    return presence == Presence::kKnown ? boolean_value(holds(op, a.scalar, b.scalar)) : Value{Decimal(), presence};
}

Value apply_arithmetic(Op op, const Value& a, const Value& b) {
    const Presence presence = together(a, b);
    if (presence != Presence::kKnown) return Value{Decimal(), presence};
    switch (op) {
        case Op::kAdd: return number_value(add(a.scalar, b.scalar));
        case Op::kSubtract: return number_value(subtract(a.scalar, b.scalar));
        case Op::kMultiply: return number_value(multiply(a.scalar, b.scalar));
        default: return number_value(divide(a.scalar, b.scalar));
    }
}

Value apply_count(const Tally& tally) {
    if (tally.unknown > 0) return unknown_value();
    return tally.applicable() == 0 ? not_applicable_value() : number_value(Decimal(tally.held));
}

Value apply_share(const Tally& tally) {
    if (tally.unknown > 0) return unknown_value();
    return tally.applicable() == 0 ? not_applicable_value() : number_value(divide(Decimal(100 * tally.held), Decimal(tally.applicable())));
}

Value apply_mean(const Arguments& arguments) {
    Value sum = number_value(Decimal());
    for (int i = 0; i < arguments.size(); ++i) {
        sum = apply_arithmetic(Op::kAdd, sum, arguments[i]);
        if (sum.not_applicable()) return sum;
    }
    return apply_arithmetic(Op::kDivide, sum, number_value(Decimal(arguments.size())));
}

Value apply_extremum(bool maximum, const Arguments& arguments, const Decimal* extreme) {
    Value result = not_applicable_value();
    bool open = false;
    for (int i = 0; i < arguments.size(); ++i) {
        const Value& part = arguments[i];
        if (part.unknown()) open = true;
        if (!part.known()) continue;
        if (!result.known() || (maximum ? part.scalar > result.scalar : part.scalar < result.scalar)) result = part;
    }
    const bool settled = result.known() && extreme != nullptr && result.scalar == *extreme;
    return open && !settled ? unknown_value() : result;
}

Value apply_extremum_known(bool maximum, int minimum_known, const Arguments& arguments) {
    Value result;
    int known = 0, not_applicable = 0;
    for (int i = 0; i < arguments.size(); ++i) {
        const Value& part = arguments[i];
        not_applicable += part.not_applicable();
        if (!part.known()) continue;
        if (known++ == 0 || (maximum ? part.scalar > result.scalar : part.scalar < result.scalar)) result = part;
    }
    if (not_applicable == arguments.size()) return not_applicable_value();
    return known >= minimum_known ? result : unknown_value();
}

}  // namespace schoolimp::inline v0
