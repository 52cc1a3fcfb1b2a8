// Lowering: the walk over the program, inputs, constants, and what is left to be worked out row by row.
#pragma once

#include <algorithm>

#include "columnar/lowering.hpp"

namespace schoolimp::inline v0 {

template <typename World>
Lowering<World>::Lowering(const Program& program, const ProgramIndex& index, World& world)
    : program_(program), index_(index), world_(world), state_(program.nodes.size(), 0), codes_(program.nodes.size()), numbers_(program.nodes.size()) {}

template <typename World>
bool Lowering<World>::is_number(int index) const {
    return node(index).type.value == ValueType::kNumber || node(index).type.value == ValueType::kDate;
}

template <typename World>
int Lowering<World>::code_count(const Type& type) const {
    if (type.value == ValueType::kLevel) return program_.scales[static_cast<std::size_t>(type.scale)].size;
    return type.value == ValueType::kText ? static_cast<int>(index_.texts().size()) + 1 : 2;
}

template <typename World>
const Codes<typename Lowering<World>::Plane>& Lowering<World>::codes(int index) {
    lower_below(index);
    return codes_[static_cast<std::size_t>(index)];
}

template <typename World>
const Number<typename Lowering<World>::Plane>& Lowering<World>::number(int index) {
    lower_below(index);
    return numbers_[static_cast<std::size_t>(index)];
}

// A node comes after its arguments, so that nothing recurses as deep as a program is.
template <typename World>
void Lowering<World>::lower_below(int root) {
    if (state_[static_cast<std::size_t>(root)] != 0) return;
    std::vector<int> path{root};
    while (!path.empty()) {
        const int index = path.back();
        bool ready = true;
        for (int i = 0; i < argument_count(index); ++i) {
            if (state_[static_cast<std::size_t>(argument(index, i))] != 0) continue;
            path.push_back(argument(index, i));
            ready = false;
        }
        if (!ready) continue;
        path.pop_back();
        if (state_[static_cast<std::size_t>(index)] == 0) lower(index);
    }
}

template <typename World>
void Lowering<World>::lower(int index) {
    const auto place = static_cast<std::size_t>(index);
    state_[place] = 1;
    if (is_number(index)) {
        numbers_[place] = lower_number(index);
        if (numbers_[place].cases.size() > kMostCases) numbers_[place] = not_held();
    } else {
        codes_[place] = lower_codes(index);
    }
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::empty_codes(int count) {
    return {std::vector<Plane>(static_cast<std::size_t>(count), World::never()), World::never(), World::never()};
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::condition(Plane holds, Plane fails, Plane not_applicable, Plane unknown) {
    return {{fails, holds}, not_applicable, unknown};
}

template <typename World>
typename Lowering<World>::Plane Lowering<World>::remaining(const CodesOf& value) const {
    return inverse(either(any(value.code), value.not_applicable));
}

template <typename World>
typename Lowering<World>::Plane Lowering<World>::is_known(int index) {
    if (is_number(index)) return inverse(either(number(index).not_applicable, number(index).unknown));
    return inverse(either(codes(index).not_applicable, codes(index).unknown));
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::constant(int index) const {
    CodesOf result = empty_codes(code_count(node(index).type));
    result.code[static_cast<std::size_t>(index_.constant_values()[static_cast<std::size_t>(index)].code())] = World::always();
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::input(const Node& node) const {
    CodesOf result = empty_codes(code_count(node.type));
    for (std::size_t code = 0; code < result.code.size(); ++code) result.code[code] = world_.code(node.payload, static_cast<int>(code));
    result.not_applicable = world_.not_applicable(node.payload);
    result.unknown = world_.unknown(node.payload);
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::row_by_row(int index) {
    ComputedNode computed{index, {}};
    std::vector<char> seen(static_cast<std::size_t>(index) + 1, 0);
    seen.back() = 1;
    for (int i = index; i >= 0; --i) {
        if (seen[static_cast<std::size_t>(i)] == 0) continue;
        if (node(i).op == Op::kInput) computed.inputs.push_back(node(i).payload);
        for (const int argument : index_.arguments(i)) seen[static_cast<std::size_t>(argument)] = 1;
    }
    std::sort(computed.inputs.begin(), computed.inputs.end());
    CodesOf result = empty_codes(code_count(node(index).type));
    for (std::size_t code = 0; code < result.code.size(); ++code) result.code[code] = world_.computed(index, static_cast<int>(code), computed.inputs);
    result.not_applicable = world_.computed_not_applicable(index, computed.inputs);
    result.unknown = world_.computed_unknown(index, computed.inputs);
    computed_.push_back(std::move(computed));
    return result;
}

/// Whether an argument is a number that planes do not hold, or two texts meet that could both be ones the program does not name.
template <typename World>
bool Lowering<World>::needs_row_by_row(int index) {
    for (int i = 0; i < argument_count(index); ++i)
        if (is_number(argument(index, i)) && number(argument(index, i)).row_by_row) return true;
    return texts_may_be_confused(index);
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::lower_codes(int index) {
    const Node& n = node(index);
    if (needs_row_by_row(index)) return row_by_row(index);
    switch (n.op) {
        case Op::kConstant: return constant(index);
        case Op::kInput: return input(n);
        case Op::kAnd: return conjunction(parts_of(index));
        case Op::kOr: {
            Parts parts = parts_of(index);  // a || b is !(!a && !b).
            std::swap(parts.hold, parts.fail);
            return negation(conjunction(parts));
        }
        case Op::kNot: return negation(part(index, 0));
        case Op::kEqual:
        case Op::kNotEqual:
        case Op::kLess:
        case Op::kLessEqual:
        case Op::kGreater:
        case Op::kGreaterEqual: return compare(index);
        case Op::kConditional: return conditional(index);
        case Op::kGuard: return guard(index);
        case Op::kKnown:
        case Op::kApplicable: return known_question(index);
        case Op::kOrElse: return or_else(index);
        case Op::kAtLeast:
        case Op::kAtMost:
        case Op::kExactly: return threshold(n.op, n.payload, parts_of(index));
        case Op::kMinimum:
        case Op::kMaximum: return extremum(index);
        case Op::kMinimumKnown:
        case Op::kMaximumKnown: return extremum_known(index);
        case Op::kMapLevel: return crosswalk(index);
        case Op::kBands: return bands(index);
        case Op::kMatrix: return matrix(index);
        case Op::kFirst: return first(index);
        case Op::kUnique: return unique(index);
        case Op::kCap:
        case Op::kFloor: return limit(index);
        default: return row_by_row(index);
    }
}

}  // namespace schoolimp::inline v0
