// Lowering: comparisons. Not applicable wins over unknown.
#pragma once

#include "columnar/lowering.hpp"

namespace schoolimp::inline v0 {

namespace columnar_detail {

template <typename T>
bool compares(Op op, const T& a, const T& b) {
    switch (op) {
        case Op::kEqual: return a == b;
        case Op::kNotEqual: return a != b;
        case Op::kLess: return a < b;
        case Op::kLessEqual: return a <= b;
        case Op::kGreater: return a > b;
        default: return a >= b;
    }
}

}  // namespace columnar_detail

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::compare(int index) {
    const int a = argument(index, 0), b = argument(index, 1);
    if (!is_number(a)) return compare_codes(node(index).op, codes(a), codes(b));
    std::optional<CodesOf> result = compare_numbers(node(index).op, number(a), number(b));
    return result ? std::move(*result) : row_by_row(index);
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::compare_codes(Op op, const CodesOf& a, const CodesOf& b) const {
    Plane holds = World::never(), fails = World::never();
    for (std::size_t i = 0; i < a.code.size(); ++i) {
        Plane partners = World::never(), others = World::never();
        for (std::size_t j = 0; j < b.code.size(); ++j) {
            Plane& side = columnar_detail::compares(op, i, j) ? partners : others;
            side = either(side, b.code[j]);
        }
        holds = either(holds, both(a.code[i], partners));
        fails = either(fails, both(a.code[i], others));
    }
    const Plane not_applicable = either(a.not_applicable, b.not_applicable);
    return condition(holds, fails, not_applicable, but_not(either(a.unknown, b.unknown), not_applicable));
}

/// Texts the program does not name share one code: two of them cannot be compared by it.
template <typename World>
bool Lowering<World>::texts_may_be_confused(int index) {
    const Op op = node(index).op;
    if (node(index).op == Op::kConditional || op == Op::kFirst || op == Op::kUnique) {
        int others = 0;
        for (int i = 0; i < argument_count(index); ++i) {
            const int part_index = argument(index, i);
            others += node(part_index).type.value == ValueType::kText && codes(part_index).code.back() != World::never();
        }
        return others > 1;
    }
    if (op != Op::kEqual && op != Op::kNotEqual) return false;
    const int a = argument(index, 0), b = argument(index, 1);
    return node(a).type.value == ValueType::kText && codes(a).code.back() != World::never() && codes(b).code.back() != World::never();
}

template <typename World>
std::optional<typename Lowering<World>::Plane> Lowering<World>::at_least(const Linear& a, const Linear& b, bool strict) const {
    const auto plain = [](bool holds) { return holds ? World::always() : World::never(); };
    if (a.is_constant() && b.is_constant()) return plain(strict ? a.constant > b.constant : a.constant >= b.constant);
    if (a.is_plain_input() && b.is_constant()) return world_.threshold(a.terms[0].first, b.constant, strict);
    if (b.is_plain_input() && a.is_constant()) return inverse(world_.threshold(b.terms[0].first, a.constant, !strict));
    if (a == b && !a.is_plain_input()) return plain(!strict);
    const std::optional<Compound> compound = compare_linear(a, b, strict);
    if (!compound) return std::nullopt;
    if (compound->terms.empty()) return plain(strict ? compound->constant > 0 : compound->constant >= 0);
    return world_.compound(*compound);
}

template <typename World>
std::optional<typename Lowering<World>::Plane> Lowering<World>::equal(const Linear& a, const Linear& b) const {
    const std::optional<Plane> at_least_b = at_least(a, b, false), more_than_b = at_least(a, b, true);
    if (!at_least_b || !more_than_b) return std::nullopt;
    return but_not(*at_least_b, *more_than_b);
}

template <typename World>
std::optional<Codes<typename Lowering<World>::Plane>> Lowering<World>::compare_numbers(Op op, const NumberOf& a, const NumberOf& b) const {
    const bool negated = op == Op::kNotEqual || op == Op::kLess || op == Op::kLessEqual;
    Plane holds = World::never(), fails = World::never();
    for (const Case& left : a.cases)
        for (const Case& right : b.cases) {
            const bool equality = op == Op::kEqual || op == Op::kNotEqual;
            const bool strict = op == Op::kGreater || op == Op::kLessEqual;
            const std::optional<Plane> answer = equality ? equal(left.form, right.form) : at_least(left.form, right.form, strict);
            if (!answer) return std::nullopt;
            const Plane when = both(left.when, right.when);
            holds = either(holds, both(when, negated ? inverse(*answer) : *answer));
            fails = either(fails, both(when, negated ? *answer : inverse(*answer)));
        }
    const Plane not_applicable = either(a.not_applicable, b.not_applicable);
    return condition(holds, fails, not_applicable, but_not(either(a.unknown, b.unknown), not_applicable));
}

}  // namespace schoolimp::inline v0
