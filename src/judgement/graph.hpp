// Walks over a program that has run for one school.
#pragma once

#include <vector>

#include "expression/abstract_live.hpp"
#include "expression/evaluate.hpp"

namespace schoolimp::inline v0 {

/// The evaluated program with what the explanations ask of it.
class Graph {
public:
    explicit Graph(const Evaluator& evaluator);

    const Program& program() const { return program_; }
    const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }
    const Value& value(int index) const { return evaluator_.value(index); }
    Truth truth(int index) const { return value(index).truth(); }
    std::span<const std::int32_t> arguments(int index) const;
    const std::string& text(int index) const;  ///< Source text; empty when the node has none.

    bool is_comparison(int index) const;
    /// Position of a criterion (measure) whose node this is; -1 when there is none.
    int criterion_at(int index) const { return criterion_of_[static_cast<std::size_t>(index)]; }
    int measure_at(int index) const { return measure_of_[static_cast<std::size_t>(index)]; }

    /// Calls `visit(argument)` with every argument that bears on the value the node has.
    template <typename Visit>
    void for_each_live(int index, Visit&& visit) const {
        const auto truths = [&](int argument) { return truth_bit(truth(argument)); };
        const auto may_lack = [&](int argument) { return !value(argument).known(); };
        for_each_live_argument(program_, node(index), truths, may_lack, visit);
    }

    /// Nodes reached from `start` (itself included), depth first, arguments in their order, each once. `descend(index)` says whether to go on below.
    template <typename Descend>
    std::vector<int> walk(int start, Descend&& descend) const {
        std::vector<int> order, stack{start};
        ++step_;
        while (!stack.empty()) {
            const int index = stack.back();
            stack.pop_back();
            if (visited_[static_cast<std::size_t>(index)] == step_) continue;
            visited_[static_cast<std::size_t>(index)] = step_;
            order.push_back(index);
            if (!descend(index)) continue;
            const auto parts = arguments(index);
            stack.insert(stack.end(), parts.rbegin(), parts.rend());
        }
        return order;
    }

    /// The inputs an unknown node waits for: reached through unknown nodes that bear on it. Ascending indexes of inputs.
    std::vector<int> waiting_for(int index) const;
    /// All inputs the node depends on, ascending.
    std::vector<int> inputs_of(int index) const;

private:
    const Evaluator& evaluator_;
    const Program& program_;
    std::vector<int> criterion_of_, measure_of_;
    mutable std::vector<unsigned> visited_;
    mutable unsigned step_ = 0;
};

}  // namespace schoolimp::inline v0
