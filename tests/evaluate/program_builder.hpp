// Builds small programs by hand, node by node.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "expression/program.hpp"

namespace schoolimp::test {

class ProgramBuilder {
public:
    Program program;

    int scale(int size, ScaleOrder order = ScaleOrder::kBestFirst) {
        program.scales.push_back({"scale" + std::to_string(program.scales.size()), order, size});
        return static_cast<int>(program.scales.size()) - 1;
    }

    static Type number() { return {ValueType::kNumber, -1, std::nullopt}; }
    static Type boolean() { return {ValueType::kBoolean, -1, std::nullopt}; }
    static Type level(int scale) { return {ValueType::kLevel, scale, std::nullopt}; }
    static Type text() { return {ValueType::kText, -1, std::nullopt}; }
    static Type date() { return {ValueType::kDate, -1, std::nullopt}; }

    int node(Op op, Type type, const std::vector<int>& arguments, int payload = 0) {
        Node n;
        n.op = op;
        n.type = type;
        n.first_argument = static_cast<std::int32_t>(program.arguments.size());
        n.argument_count = static_cast<std::int32_t>(arguments.size());
        n.payload = payload;
        program.arguments.insert(program.arguments.end(), arguments.begin(), arguments.end());
        program.nodes.push_back(n);
        return static_cast<int>(program.nodes.size()) - 1;
    }

    int input(Type type) {
        Input in;
        in.indicator = static_cast<int>(program.inputs.size());
        program.inputs.push_back(in);
        return node(Op::kInput, type, {}, static_cast<int>(program.inputs.size()) - 1);
    }

    template <typename T>
    int constant(Type type, T value) {
        program.constants.emplace_back(std::in_place_type<T>, std::move(value));
        return node(Op::kConstant, type, {}, static_cast<int>(program.constants.size()) - 1);
    }
    int constant(const char* decimal) { return constant(number(), *Decimal::parse(decimal)); }
    int constant_level(int of_scale, int rank) { return constant(level(of_scale), rank); }

    template <typename Table>
    static int add(std::vector<Table>& tables, Table table) {
        tables.push_back(std::move(table));
        return static_cast<int>(tables.size()) - 1;
    }
};

inline Decimal decimal(const char* text) { return *Decimal::parse(text); }

}  // namespace schoolimp::test
