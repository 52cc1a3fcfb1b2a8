// RowProgram: a part of a program worked out for one row at a time.
#pragma once

#include <span>
#include <vector>

#include "expression/evaluate.hpp"
#include "expression/program.hpp"

namespace schoolimp::inline v0 {

class RowProgram {
public:
    /// All that the nodes need. The program must outlive it; not to be shared between threads.
    RowProgram(const Program& program, std::span<const int> nodes) : program_(program), values_(program.nodes.size()) {
        std::vector<char> wanted(program.nodes.size(), 0);
        for (const int node : nodes) wanted[static_cast<std::size_t>(node)] = 1;
        TextTable texts(program);
        for (std::size_t i = program.nodes.size(); i-- > 0;) {
            if (wanted[i] == 0) continue;
            const Node& node = program.nodes[i];
            if (node.op == Op::kConstant) {
                values_[i] = constant_value(program.constants[static_cast<std::size_t>(node.payload)], texts);
                continue;
            }
            order_.push_back(static_cast<int>(i));
            for (int k = 0; k < node.argument_count; ++k) wanted[static_cast<std::size_t>(program.arguments[static_cast<std::size_t>(node.first_argument + k)])] = 1;
        }
    }

    /// `input_value(input)` gives the values of inputs.
    template <typename InputValue>
    void run(InputValue&& input_value) {
        for (auto it = order_.rbegin(); it != order_.rend(); ++it) {
            const auto i = static_cast<std::size_t>(*it);
            const Node& node = program_.nodes[i];
            values_[i] = node.op == Op::kInput ? input_value(node.payload) : apply(program_, node, Arguments(program_, node, values_.data()));
        }
    }

    const Value& value(int node) const { return values_[static_cast<std::size_t>(node)]; }

private:
    const Program& program_;
    std::vector<int> order_;  ///< Readers before what they read.
    std::vector<Value> values_;
};

}  // namespace schoolimp::inline v0
