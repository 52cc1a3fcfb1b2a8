// Runs one operator on given values.
#pragma once

#include <initializer_list>
#include <vector>

#include "evaluate/program_builder.hpp"
#include "expression/evaluate.hpp"

namespace schoolimp::test {

inline const Value kT = boolean_value(true), kF = boolean_value(false), kU = unknown_value(), kNa = not_applicable_value();
inline Value num(const char* text) { return number_value(decimal(text)); }
inline Value lev(int rank) { return level_value(rank); }

/// The value of a node with the operator over inputs of one type.
inline Value run(Op op, Type result, Type argument, const std::vector<Value>& arguments, int payload = 0, ProgramBuilder builder = {}) {
    std::vector<int> nodes;
    for (std::size_t i = 0; i < arguments.size(); ++i) nodes.push_back(builder.input(argument));
    const int root = builder.node(op, result, nodes, payload);
    Evaluator evaluator(builder.program);
    evaluator.run(arguments);
    return evaluator.value(root);
}

inline Value run_logic(Op op, const std::vector<Value>& arguments, int payload = 0) {
    return run(op, ProgramBuilder::boolean(), ProgramBuilder::boolean(), arguments, payload);
}
inline Value run_numbers(Op op, const std::vector<Value>& arguments, int payload = 0) {
    return run(op, ProgramBuilder::number(), ProgramBuilder::number(), arguments, payload);
}
inline Value run_compare(Op op, const Value& a, const Value& b) { return run(op, ProgramBuilder::boolean(), ProgramBuilder::number(), {a, b}); }

}  // namespace schoolimp::test

namespace schoolimp::inline v0 {
/// How a value looks in a failed expectation.
inline void PrintTo(const Value& value, std::ostream* out) {
    *out << (value.unknown() ? "unknown" : value.not_applicable() ? "not applicable" : to_string(value.scalar));
}
}  // namespace schoolimp::inline v0
