// Lowering: numbers and dates, as cases of sums of inputs. What does not fit into that form is left to be worked out row by row.
#pragma once

#include "columnar/lowering.hpp"
#include "expression/evaluate.hpp"

namespace schoolimp::inline v0 {

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::not_held() {
    NumberOf none;
    none.not_applicable = none.unknown = World::never();
    none.row_by_row = true;
    return none;
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::number_constant(int index) const {
    return {{{World::always(), linear_constant(index_.constant_values()[static_cast<std::size_t>(index)].scalar)}}, World::never(), World::never()};
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::number_input(const Node& node) const {
    const InputColumn& column = world_.column(node.payload);
    const bool is_constant = column.source == InputColumn::Source::kConstant && column.constant.known();
    const Linear form = is_constant ? linear_constant(column.constant.scalar) : linear_input(node.payload);
    return {{{world_.known(node.payload), form}}, world_.not_applicable(node.payload), world_.unknown(node.payload)};
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::lower_number(int index) {
    const Node& n = node(index);
    for (int i = 0; i < argument_count(index); ++i)
        if (is_number(argument(index, i)) && number(argument(index, i)).row_by_row) return not_held();
    switch (n.op) {
        case Op::kConstant: return number_constant(index);
        case Op::kInput: return number_input(n);
        case Op::kAdd:
        case Op::kSubtract:
        case Op::kMultiply:
        case Op::kDivide: return arithmetic(index);
        case Op::kNegate:
        case Op::kRound: return mapped(index);
        case Op::kAbsolute: return absolute(number(argument(index, 0)));
        case Op::kMean: return mean(index);
        case Op::kCount: return count(index);
        case Op::kMinimum:
        case Op::kMaximum: return extremum_of_numbers(index);
        case Op::kConditional: return number_conditional(index);
        case Op::kGuard: return number_guard(index);
        case Op::kOrElse: return number_or_else(index);
        case Op::kFirst: return number_first(index);
        default: return not_held();
    }
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::arithmetic(int index) {
    const Op op = node(index).op;
    const NumberOf &a = number(argument(index, 0)), &b = number(argument(index, 1));
    const auto combined = [&](const Linear& x, const Linear& y) -> std::optional<Linear> {
        if (x.is_constant() && y.is_constant()) {
            const Value value = apply_arithmetic(op, number_value(x.constant), number_value(y.constant));
            return value.known() ? std::optional(linear_constant(value.scalar)) : std::nullopt;
        }
        if (op == Op::kAdd) return linear_sum(x, y);
        if (op == Op::kSubtract) {
            const std::optional<Linear> negative = linear_multiple(y, Decimal(-1));
            return negative ? linear_sum(x, *negative) : std::nullopt;
        }
        if (op == Op::kMultiply && (x.is_constant() || y.is_constant())) return x.is_constant() ? linear_multiple(y, x.constant) : linear_multiple(x, y.constant);
        return std::nullopt;
    };
    NumberOf result;
    for (const Case& left : a.cases)
        for (const Case& right : b.cases) {
            std::optional<Linear> form = combined(left.form, right.form);
            if (!form) return not_held();
            result.cases.push_back({both(left.when, right.when), std::move(*form)});
        }
    result.not_applicable = either(a.not_applicable, b.not_applicable);
    result.unknown = but_not(either(a.unknown, b.unknown), result.not_applicable);
    return result;
}

/// Negation; rounding of constants only.
template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::mapped(int index) {
    NumberOf result = number(argument(index, 0));
    for (Case& one : result.cases) {
        std::optional<Linear> form;
        if (node(index).op == Op::kNegate) form = linear_multiple(one.form, Decimal(-1));
        if (node(index).op == Op::kRound && one.form.is_constant()) form = linear_constant(one.form.constant.rounded(node(index).payload));
        if (!form) return not_held();
        one.form = std::move(*form);
    }
    return result;
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::absolute(const NumberOf& value) const {
    NumberOf result{{}, value.not_applicable, value.unknown};
    for (const Case& one : value.cases) {
        const std::optional<Plane> positive = at_least(one.form, linear_constant(Decimal()), false);
        const std::optional<Linear> negative = linear_multiple(one.form, Decimal(-1));
        if (!positive || !negative) return not_held();
        result.cases.push_back({both(one.when, *positive), one.form});
        result.cases.push_back({but_not(one.when, *positive), *negative});
    }
    return result;
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::mean(int index) {
    NumberOf sum{{{World::always(), linear_constant(Decimal())}}, World::never(), World::never()};
    Plane any_unknown = World::never();
    for (int i = 0; i < argument_count(index); ++i) {
        const NumberOf& part = number(argument(index, i));
        any_unknown = either(any_unknown, part.unknown);
        sum.not_applicable = either(sum.not_applicable, part.not_applicable);
        std::vector<Case> cases;
        for (const Case& before : sum.cases)
            for (const Case& one : part.cases) {
                std::optional<Linear> form = linear_sum(before.form, one.form);
                if (!form || cases.size() > kMostCases) return not_held();
                cases.push_back({both(before.when, one.when), std::move(*form)});
            }
        sum.cases = std::move(cases);
    }
    for (Case& one : sum.cases) {
        const Value constant = one.form.is_constant() ? apply_arithmetic(Op::kDivide, number_value(one.form.constant), number_value(Decimal(argument_count(index)))) : Value();
        std::optional<Linear> form = constant.known() ? std::optional(linear_constant(constant.scalar)) : linear_share(one.form, argument_count(index));
        if (!form) return not_held();
        one.form = std::move(*form);
    }
    sum.unknown = but_not(any_unknown, sum.not_applicable);
    return sum;
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::count(int index) {
    const Parts parts = parts_of(index);
    const int most = static_cast<int>(parts.hold.size());
    if (most >= static_cast<int>(kMostCases)) return not_held();
    NumberOf result{{}, all(parts.not_applicable), any(parts.unknown)};
    const Plane settled = inverse(either(result.not_applicable, result.unknown));
    for (int n = 0; n <= most; ++n) {
        const Plane exactly = but_not(world_.at_least(n, parts.hold), world_.at_least(n + 1, parts.hold));
        result.cases.push_back({both(settled, exactly), linear_constant(Decimal(n))});
    }
    return result;
}

// Two at a time: parts that are not applicable are left out, an unknown one leaves the whole unknown.
template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::extremum_of_numbers(int index) {
    const bool maximum = node(index).op == Op::kMaximum;
    NumberOf result = number(argument(index, 0));
    for (int i = 1; i < argument_count(index); ++i) {
        const NumberOf& part = number(argument(index, i));
        NumberOf next{{}, both(result.not_applicable, part.not_applicable), either(result.unknown, part.unknown)};
        for (const Case& one : result.cases) next.cases.push_back({both(one.when, part.not_applicable), one.form});
        for (const Case& one : part.cases) next.cases.push_back({both(one.when, result.not_applicable), one.form});
        for (const Case& left : result.cases)
            for (const Case& right : part.cases) {
                const std::optional<Plane> left_is_greater = at_least(left.form, right.form, false);
                if (!left_is_greater || next.cases.size() > kMostCases) return not_held();
                const Plane when = both(left.when, right.when);
                next.cases.push_back({both(when, maximum ? *left_is_greater : inverse(*left_is_greater)), left.form});
                next.cases.push_back({both(when, maximum ? inverse(*left_is_greater) : *left_is_greater), right.form});
            }
        std::erase_if(next.cases, [](const Case& one) { return one.when == World::never(); });
        result = std::move(next);
    }
    return result;
}

template <typename World>
std::optional<Number<typename Lowering<World>::Plane>> Lowering<World>::choose(const Branch& branch, const NumberOf& then, const NumberOf& otherwise) const {
    NumberOf result;
    Plane agreed = World::never();
    for (const Case& one : then.cases) result.cases.push_back({both(branch.taken, one.when), one.form});
    for (const Case& one : otherwise.cases) result.cases.push_back({both(branch.skipped, one.when), one.form});
    for (const Case& left : then.cases)
        for (const Case& right : otherwise.cases) {
            const std::optional<Plane> same = equal(left.form, right.form);
            if (!same || result.cases.size() > kMostCases) return std::nullopt;
            const Plane when = both(both(left.when, right.when), *same);
            agreed = either(agreed, when);
            result.cases.push_back({both(branch.open, when), left.form});
        }
    std::erase_if(result.cases, [](const Case& one) { return one.when == World::never(); });
    result.not_applicable = either(both(branch.taken, then.not_applicable), both(branch.skipped, otherwise.not_applicable));
    result.unknown = either(either(both(branch.taken, then.unknown), both(branch.skipped, otherwise.unknown)), but_not(branch.open, agreed));
    return result;
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::number_conditional(int index) {
    const CodesOf& when = part(index, 0);
    std::optional<NumberOf> result = choose({holds(when), fails(when), when.unknown}, number(argument(index, 1)), number(argument(index, 2)));
    if (!result) return not_held();
    result->not_applicable = either(result->not_applicable, when.not_applicable);
    return std::move(*result);
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::number_guard(int index) {
    const CodesOf& when = part(index, 0);
    NumberOf result = number(argument(index, 1));
    for (Case& one : result.cases) one.when = both(one.when, holds(when));
    result.not_applicable = either(either(fails(when), when.not_applicable), both(holds(when), result.not_applicable));
    result.unknown = either(when.unknown, both(holds(when), result.unknown));
    return result;
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::number_or_else(int index) {
    const NumberOf &value = number(argument(index, 0)), &fallback = number(argument(index, 1));
    const Plane lacking = either(value.not_applicable, value.unknown);
    NumberOf result{value.cases, both(lacking, fallback.not_applicable), both(lacking, fallback.unknown)};
    for (const Case& one : fallback.cases) result.cases.push_back({both(lacking, one.when), one.form});
    std::erase_if(result.cases, [](const Case& one) { return one.when == World::never(); });
    return result;
}

template <typename World>
Number<typename Lowering<World>::Plane> Lowering<World>::number_first(int index) {
    NumberOf result{{}, World::never(), World::always()};
    if (argument_count(index) % 2 == 1) result = number(argument(index, argument_count(index) - 1));
    for (int rule = argument_count(index) / 2; rule-- > 0;) {
        const CodesOf& when = part(index, 2 * rule);
        std::optional<NumberOf> next = choose({holds(when), either(fails(when), when.not_applicable), when.unknown}, number(argument(index, 2 * rule + 1)), result);
        if (!next) return not_held();
        result = std::move(*next);
    }
    return result;
}

}  // namespace schoolimp::inline v0
