// Which function serves which operator, and the operators of logic and choice.
#include "expression/evaluate_operators.hpp"

namespace schoolimp::inline v0 {

namespace {

Truth apply_and(const Arguments& arguments) {
    Truth result = Truth::kNotApplicable;
    for (int i = 0; i < arguments.size() && result != Truth::kFalse; ++i) result = truth_and(result, arguments[i].truth());
    return result;
}

Truth apply_or(const Arguments& arguments) {
    Truth result = Truth::kNotApplicable;
    for (int i = 0; i < arguments.size() && result != Truth::kTrue; ++i) result = truth_or(result, arguments[i].truth());
    return result;
}

Value on_known(const Value& value, const Decimal& result) { return value.known() ? number_value(result) : value; }

/// The value all outcomes still reachable agree on.
Value agreed(const Value& a, const Value& b) { return a.known() && a == b ? a : unknown_value(); }

/// The rank that no other passes: 0 downwards, the last one upwards. Only levels have one.
Value apply_minimum_or_maximum(const Program& program, const Node& node, const Arguments& arguments) {
    const bool maximum = node.op == Op::kMaximum;
    if (node.type.value != ValueType::kLevel || node.type.scale < 0) return apply_extremum(maximum, arguments, nullptr);
    const Decimal extreme(maximum ? program.scales[static_cast<std::size_t>(node.type.scale)].size - 1 : 0);
    return apply_extremum(maximum, arguments, &extreme);
}

}  // namespace

Tally tally(const Arguments& arguments) {
    Tally result;
    for (int i = 0; i < arguments.size(); ++i) result.add(arguments[i].truth());
    return result;
}

Truth apply_threshold(Op op, int n, const Tally& tally) {
    // With no condition decided, all may yet turn out not applicable, and then so is the whole.
    if (tally.held + tally.failed == 0) return tally.unknown > 0 ? Truth::kUnknown : Truth::kNotApplicable;
    const int low = tally.held, high = tally.held + tally.unknown;
    switch (op) {
        case Op::kAtLeast: return low >= n ? Truth::kTrue : high < n ? Truth::kFalse : Truth::kUnknown;
        case Op::kAtMost: return high <= n ? Truth::kTrue : low > n ? Truth::kFalse : Truth::kUnknown;
        default: return n < low || n > high ? Truth::kFalse : low == high ? Truth::kTrue : Truth::kUnknown;
    }
}

Value apply_conditional(const Value& condition, const Value& then, const Value& otherwise) {
    switch (condition.truth()) {
        case Truth::kTrue: return then;
        case Truth::kFalse: return otherwise;
        case Truth::kNotApplicable: return not_applicable_value();
        case Truth::kUnknown: break;
    }
    return agreed(then, otherwise);
}

Value apply_guard(const Value& when, const Value& value) {
    switch (when.truth()) {
        case Truth::kTrue: return value;
        case Truth::kUnknown: return unknown_value();
        default: return not_applicable_value();  // A question asked only of schools of a kind is not asked where the kind does not apply.
    }
}

Value apply_first(const Arguments& arguments) {
    const int rules = arguments.size() / 2;
    bool open = false;  // An unknown condition has been passed: the answer holds only when all outcomes from there on agree.
    Value outcome;
    for (int i = 0; i < rules; ++i) {
        const Truth when = arguments[2 * i].truth();
        if (when != Truth::kTrue && when != Truth::kUnknown) continue;
        const Value& then = arguments[2 * i + 1];
        outcome = open ? agreed(outcome, then) : then;
        if (when == Truth::kTrue) return outcome;
        if (!outcome.known()) return unknown_value();
        open = true;
    }
    if (arguments.size() % 2 == 0) return unknown_value();
    const Value& otherwise = arguments[arguments.size() - 1];
    return open ? agreed(outcome, otherwise) : otherwise;
}

Value apply_unique(const Arguments& arguments) {
    const int rules = arguments.size() / 2;
    int held = -1, open = -1, open_count = 0;
    for (int i = 0; i < rules; ++i) {
        const Truth when = arguments[2 * i].truth();
        if (when == Truth::kUnknown) {
            open = i;
            ++open_count;
        }
        if (when != Truth::kTrue) continue;
        if (held >= 0) return unknown_value();  // Two rules hold: a conflict.
        held = i;
    }
    // An open rule beside one that holds, or beside another open one, may yet make a conflict.
    if (open_count > (held >= 0 ? 0 : 1)) return unknown_value();
    if (held >= 0) return arguments[2 * held + 1];
    const Value otherwise = arguments.size() % 2 == 0 ? unknown_value() : arguments[arguments.size() - 1];
    return open >= 0 ? agreed(arguments[2 * open + 1], otherwise) : otherwise;
}

Value apply(const Program& program, const Node& node, const Arguments& arguments) {
    const auto at = [&](const auto& tables) -> const auto& { return tables[static_cast<std::size_t>(node.payload)]; };
    switch (node.op) {
        case Op::kConstant:
        case Op::kInput: break;
        case Op::kAnd: return truth_value(apply_and(arguments));
        case Op::kOr: return truth_value(apply_or(arguments));
        case Op::kNot: return truth_value(truth_not(arguments[0].truth()));
        case Op::kEqual:
        case Op::kNotEqual:
        case Op::kLess:
        case Op::kLessEqual:
        case Op::kGreater:
        case Op::kGreaterEqual: return apply_compare(node.op, arguments[0], arguments[1]);
        case Op::kAdd:
        case Op::kSubtract:
        case Op::kMultiply:
        case Op::kDivide: return apply_arithmetic(node.op, arguments[0], arguments[1]);
        case Op::kNegate: return on_known(arguments[0], -arguments[0].scalar);
        case Op::kAbsolute: return on_known(arguments[0], arguments[0].scalar.absolute());
        case Op::kRound: return on_known(arguments[0], arguments[0].scalar.rounded(node.payload));
        case Op::kConditional: return apply_conditional(arguments[0], arguments[1], arguments[2]);
        case Op::kGuard: return apply_guard(arguments[0], arguments[1]);
        case Op::kKnown: return boolean_value(arguments[0].known());
        case Op::kApplicable: return boolean_value(!arguments[0].not_applicable());
        case Op::kOrElse: return arguments[0].known() ? arguments[0] : arguments[1];
        case Op::kAtLeast:
        case Op::kAtMost:
        case Op::kExactly: return truth_value(apply_threshold(node.op, node.payload, tally(arguments)));
        case Op::kCount: return apply_count(tally(arguments));
        case Op::kShare: return apply_share(tally(arguments));
        case Op::kMinimum:
        case Op::kMaximum: return apply_minimum_or_maximum(program, node, arguments);
        case Op::kMinimumKnown:
        case Op::kMaximumKnown: return apply_extremum_known(node.op == Op::kMaximumKnown, node.payload, arguments);
        case Op::kMean: return apply_mean(arguments);
        case Op::kMapLevel: return apply_crosswalk(at(program.crosswalks), arguments[0]);
        case Op::kBands: return apply_bands(at(program.bands), arguments[0]);
        case Op::kMatrix: return apply_matrix(at(program.matrices), arguments[0], arguments[1]);
        case Op::kScore: return apply_score(at(program.scores), arguments);
        case Op::kFirst: return apply_first(arguments);
        case Op::kUnique: return apply_unique(arguments);
        case Op::kBestFit: return apply_best_fit(at(program.best_fits), arguments);
        case Op::kCap:
        case Op::kFloor: return apply_limit(node.op == Op::kCap, arguments[0], arguments[1], arguments[2]);
    }
    return unknown_value();
}

}  // namespace schoolimp::inline v0
