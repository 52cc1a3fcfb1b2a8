// Walks over a program that has run for one school.
#pragma once

#include <vector>

#include "expression/abstract_live.hpp"
#include "expression/evaluate.hpp"
#include "expression/program_index.hpp"

namespace schoolimp::inline v0 {

/// The evaluated program with what the explanations ask of it.
class Graph {
public:
    Graph(const Evaluator& evaluator, const ProgramIndex& index) : evaluator_(evaluator), program_(evaluator.program()), index_(index), visited_(program_.nodes.size(), 0) {}

    const Program& program() const { return program_; }
    const ProgramIndex& index() const { return index_; }
    const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }
    const Value& value(int index) const { return evaluator_.value(index); }
    Truth truth(int index) const { return value(index).truth(); }
    std::span<const std::int32_t> arguments(int index) const { return index_.arguments(index); }
    const std::string& text(int index) const;  ///< Source text; empty when the node has none.

    /// Position of a criterion whose node this is; -1 when there is none.
    int criterion_at(int index) const { return index_.criterion_at(index); }
    int measure_at(int index) const { return index_.measure_at(index); }
    bool is_comparison(int index) const { return index_.is_comparison(index); }
    bool is_membership(int index) const { return index_.is_membership(index); }

    /// Calls `visit(argument)` with every argument that bears on the value the node has.
    template <typename Visit>
    void for_each_live(int index, Visit&& visit) const {
        const auto truths = [&](int argument) { return truth_bit(truth(argument)); };
        const auto may_lack = [&](int argument) { return !value(argument).known(); };
        for_each_live_argument(program_, node(index), truths, may_lack, visit);
    }

    /// The inputs an unknown node waits for: reached through unknown nodes that bear on it. Ascending indexes of inputs.
    std::vector<int> waiting_for(int index) const;
    /// A calculation below an unknown node that has no result although all it needs is known; -1 when there is none.
    int failed_operation(int index) const;

private:
    /// Visits the unknown nodes that bear on an unknown node, itself included, each once.
    template <typename Visit>
    void walk_unknown(int start, Visit&& visit) const;

    const Evaluator& evaluator_;
    const Program& program_;
    const ProgramIndex& index_;
    mutable std::vector<unsigned> visited_;
    mutable unsigned step_ = 0;
};

}  // namespace schoolimp::inline v0
