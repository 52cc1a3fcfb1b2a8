// Which function serves which operator, and the operators of logic and choice.
#include "expression/abstract_operators.hpp"

#include <array>

namespace schoolimp::inline v0 {

namespace {

using TruthTable = std::array<std::array<TruthSet, 16>, 16>;

constexpr TruthTable table_of(Truth (*combine)(Truth, Truth)) {
    TruthTable table{};
    for (unsigned a = 0; a < 16; ++a)
        for (unsigned b = 0; b < 16; ++b)
            for (unsigned i = 0; i < 4; ++i)
                for (unsigned j = 0; j < 4; ++j)
                    if ((a >> i & 1u) != 0 && (b >> j & 1u) != 0)
                        table[a][b] = static_cast<TruthSet>(table[a][b] | truth_bit(combine(static_cast<Truth>(i), static_cast<Truth>(j))));
    return table;
}

constexpr TruthTable kAndTable = table_of(truth_and);
constexpr TruthTable kOrTable = table_of(truth_or);

Abstract fold(const TruthTable& table, const AbstractArguments& arguments) {
    TruthSet result = truth_bit(Truth::kNotApplicable);
    for (int i = 0; i < arguments.size(); ++i) result = table[result][arguments[i].truths()];
    return of_truths(result);
}

Abstract negation(const Abstract& a) {
    const TruthSet set = a.truths();
    return of_truths(static_cast<TruthSet>((set & 12u) | (set & 1u) << 1 | (set & 2u) >> 1));
}

Abstract known(const Abstract& a) {
    return of_truths(static_cast<TruthSet>((a.known ? kOnlyTrue : 0) | (a.unknown || a.not_applicable ? kOnlyFalse : 0)));
}

Abstract applicable(const Abstract& a) {
    return of_truths(static_cast<TruthSet>((a.known || a.unknown ? kOnlyTrue : 0) | (a.not_applicable ? kOnlyFalse : 0)));
}

Abstract or_else(const Abstract& value, const Abstract& fallback) {
    Abstract result;
    join_known(result, value);
    if (value.unknown || value.not_applicable) join(result, fallback);
    return result;
}

Abstract guard(const Abstract& when, const Abstract& value) {
    Abstract result;
    const TruthSet set = when.truths();
    if (can_be(set, Truth::kTrue)) join(result, value);
    result.interval = value.interval;
    result.unknown |= can_be(set, Truth::kUnknown);
    result.not_applicable |= can_be(set, Truth::kFalse) || can_be(set, Truth::kNotApplicable);
    return result;
}

/// Both are one known value, and the same.
bool certainly_equal(const Abstract& a, const Abstract& b) {
    return a.determined() && b.determined() && a.known && b.known && a.value() == b.value();
}

Abstract conditional(const Abstract& condition, const Abstract& then, const Abstract& otherwise) {
    Abstract result;
    result.interval = then.interval;
    const TruthSet set = condition.truths();
    if (can_be(set, Truth::kTrue)) join(result, then);
    if (can_be(set, Truth::kFalse)) join(result, otherwise);
    result.not_applicable |= can_be(set, Truth::kNotApplicable);
    if (can_be(set, Truth::kUnknown)) {
        if (otherwise.known) join_known(result, then);  // When both agree.
        result.unknown |= !certainly_equal(then, otherwise);
    }
    return result;
}

/// The outcome when no rule of a table holds: its last argument, or unknown when there is none.
void join_otherwise(Abstract& result, const AbstractArguments& arguments) {
    if (arguments.size() % 2 == 0) {
        result.unknown = true;
    } else {
        join(result, arguments[arguments.size() - 1]);
    }
}

}  // namespace

TruthSet abstract_threshold(Op op, int n, const AbstractArguments& arguments) {
    // Bounds of the number that hold, and of the number that hold or are unknown.
    int least_held = 0, most_held = 0, least_open = 0, most_open = 0;
    bool any_unknown = false, any_decided = false, surely_decided = false, all_not_applicable = true;
    for (int i = 0; i < arguments.size(); ++i) {
        const TruthSet set = arguments[i].truths();
        const bool decided = (set & 3u) != 0, undecided = (set & 12u) != 0;
        least_held += set == kOnlyTrue;
        most_held += can_be(set, Truth::kTrue);
        least_open += !can_be(set, Truth::kFalse) && !can_be(set, Truth::kNotApplicable);
        most_open += can_be(set, Truth::kTrue) || can_be(set, Truth::kUnknown);
        any_unknown |= can_be(set, Truth::kUnknown);
        any_decided |= decided;
        surely_decided |= decided && !undecided;
        all_not_applicable &= can_be(set, Truth::kNotApplicable);
    }
    bool holds = false, fails = false, always = false, never = false;
    switch (op) {
        case Op::kAtLeast:
            holds = most_held >= n, fails = least_open < n;
            always = least_held >= n, never = most_open < n;
            break;
        case Op::kAtMost:
            holds = least_open <= n, fails = most_held > n;
            always = most_open <= n, never = least_held > n;
            break;
        default:
            holds = least_open <= n && n <= most_held, fails = least_open < n || most_held > n;
            never = n < least_held || n > most_open;
            break;
    }
    TruthSet result = 0;
    if (any_decided && holds) result |= kOnlyTrue;
    if (any_decided && fails) result |= kOnlyFalse;
    if (any_unknown && !(surely_decided && (always || never))) result |= truth_bit(Truth::kUnknown);
    if (all_not_applicable) result |= truth_bit(Truth::kNotApplicable);
    return result;
}

Abstract abstract_first(const AbstractArguments& arguments) {
    Abstract result;
    const int rules = arguments.size() / 2;
    for (int i = 0; i < rules; ++i) {
        const TruthSet when = arguments[2 * i].truths();
        const Abstract& then = arguments[2 * i + 1];
        if (can_be(when, Truth::kTrue)) join(result, then);
        if (can_be(when, Truth::kUnknown)) {
            join_known(result, then);  // When all later outcomes agree with it.
            result.unknown = true;
        }
        if (!can_be(when, Truth::kFalse) && !can_be(when, Truth::kNotApplicable)) return result;
    }
    join_otherwise(result, arguments);
    return result;
}

Abstract abstract_unique(const AbstractArguments& arguments) {
    const int rules = arguments.size() / 2;
    int surely = -1, sure_count = 0, possible_count = 0;
    for (int i = 0; i < rules; ++i) {
        const TruthSet when = arguments[2 * i].truths();
        possible_count += can_be(when, Truth::kTrue) || can_be(when, Truth::kUnknown);
        if (when == kOnlyTrue) surely = i, ++sure_count;
    }
    Abstract result;
    if (sure_count >= 2) {
        result.unknown = true;
        return result;
    }
    for (int i = 0; i < rules; ++i) {
        const TruthSet when = arguments[2 * i].truths();
        if (surely >= 0 && i != surely) continue;  // Beside the rule that holds another one only makes a conflict.
        if (can_be(when, Truth::kTrue)) join(result, arguments[2 * i + 1]);
        if (can_be(when, Truth::kUnknown)) join_known(result, arguments[2 * i + 1]), result.unknown = true;
    }
    result.unknown |= possible_count >= 2;
    if (surely < 0) join_otherwise(result, arguments);
    return result;
}

Abstract apply_abstract(const Program& program, const Node& node, const AbstractArguments& arguments) {
    const auto at = [&](const auto& tables) -> const auto& { return tables[static_cast<std::size_t>(node.payload)]; };
    const auto levels = [&] { return node.type.value == ValueType::kLevel && node.type.scale >= 0 ? program.scales[static_cast<std::size_t>(node.type.scale)].size : 0; };
    switch (node.op) {
        case Op::kConstant:
        case Op::kInput: break;
        case Op::kAnd: return fold(kAndTable, arguments);
        case Op::kOr: return fold(kOrTable, arguments);
        case Op::kNot: return negation(arguments[0]);
        case Op::kEqual:
        case Op::kNotEqual:
        case Op::kLess:
        case Op::kLessEqual:
        case Op::kGreater:
        case Op::kGreaterEqual: return abstract_compare(node.op, arguments[0], arguments[1]);
        case Op::kAdd:
        case Op::kSubtract:
        case Op::kMultiply:
        case Op::kDivide: return abstract_arithmetic(node.op, arguments[0], arguments[1]);
        case Op::kNegate: return abstract_negate(arguments[0]);
        case Op::kAbsolute: return abstract_absolute(arguments[0]);
        case Op::kRound: return abstract_round(arguments[0], node.payload);
        case Op::kConditional: return conditional(arguments[0], arguments[1], arguments[2]);
        case Op::kGuard: return guard(arguments[0], arguments[1]);
        case Op::kKnown: return known(arguments[0]);
        case Op::kApplicable: return applicable(arguments[0]);
        case Op::kOrElse: return or_else(arguments[0], arguments[1]);
        case Op::kAtLeast:
        case Op::kAtMost:
        case Op::kExactly: return of_truths(abstract_threshold(node.op, node.payload, arguments));
        case Op::kCount: return abstract_count(arguments);
        case Op::kShare: return abstract_share(arguments);
        case Op::kMinimum:
        case Op::kMaximum: return abstract_extremum(node.op == Op::kMaximum, levels(), arguments);
        case Op::kMinimumKnown:
        case Op::kMaximumKnown: return abstract_extremum_known(node.op == Op::kMaximumKnown, node.payload, arguments);
        case Op::kMean: return abstract_mean(arguments);
        case Op::kMapLevel: return abstract_crosswalk(at(program.crosswalks), arguments[0]);
        case Op::kBands: return abstract_bands(at(program.bands), arguments[0]);
        case Op::kMatrix: return abstract_matrix(at(program.matrices), arguments[0], arguments[1]);
        case Op::kScore: return abstract_score(at(program.scores), arguments);
        case Op::kFirst: return abstract_first(arguments);
        case Op::kUnique: return abstract_unique(arguments);
        case Op::kBestFit: return abstract_best_fit(at(program.best_fits), arguments);
        case Op::kCap:
        case Op::kFloor: return abstract_limit(node.op == Op::kCap, arguments[0], arguments[1], arguments[2]);
    }
    return {};
}

}  // namespace schoolimp::inline v0
