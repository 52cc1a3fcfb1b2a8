// What can be said of a program without any evidence: who reads a node, what a criterion compares, which inputs stand behind it. Made once for a program.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// Lists of numbers, one for each of many things, in one piece of memory.
class ListTable {
public:
    void add_list(std::span<const std::int32_t> items) {
        items_.insert(items_.end(), items.begin(), items.end());
        ends_.push_back(static_cast<std::int32_t>(items_.size()));
    }
    std::span<const std::int32_t> operator[](int list) const {
        const auto i = static_cast<std::size_t>(list);
        const std::int32_t first = i == 0 ? 0 : ends_[i - 1];
        return {items_.data() + first, static_cast<std::size_t>(ends_[i] - first)};
    }

private:
    std::vector<std::int32_t> ends_, items_;
};

class ProgramIndex {
public:
    /// The program must outlive its index.
    explicit ProgramIndex(const Program& program);

    const Program& program() const { return program_; }
    std::span<const std::int32_t> arguments(int node) const {
        const Node& n = program_.nodes[static_cast<std::size_t>(node)];
        return {program_.arguments.data() + n.first_argument, static_cast<std::size_t>(n.argument_count)};
    }
    /// The nodes that have it among their arguments, ascending, each once.
    std::span<const std::int32_t> readers(int node) const { return readers_[node]; }
    /// The nodes of an input: one for each type it is read as.
    std::span<const std::int32_t> nodes_of_input(int input) const { return input_nodes_[input]; }

    /// The input that reads the date of the observation this one reads the value of, or the other way round; -1 when there is none.
    int same_observation(int input) const { return same_observation_[static_cast<std::size_t>(input)]; }

    /// What stands below a judgement.
    struct Root {
        std::vector<std::int32_t> nodes;  ///< Reached from it, itself included, ascending.
        std::vector<int> pull;            ///< By input: polarities().
    };
    /// Of a node that is one of the program's judgements.
    const Root& root(int node) const;

    /// The comparisons of a criterion, as it is read: those of other criteria it names are theirs.
    std::span<const std::int32_t> comparisons_of(int criterion) const { return comparisons_[criterion]; }
    /// The inputs a criterion or one of its comparisons depends on, ascending; those behind a population function among them.
    std::span<const std::int32_t> inputs_of(int node) const { return inputs_[list_of_inputs_[static_cast<std::size_t>(node)]]; }

    /// The inputs x and the condition of a population function depend on, ascending.
    std::span<const std::int32_t> inputs_of_population(int population) const { return population_inputs_[population]; }

    /// One of the six comparators.
    bool is_comparison(int node) const;
    /// `x in [...]`: compiled to equalities with x, it keeps its own text.
    bool is_membership(int node) const;
    /// Position of a criterion (measure) whose node this is; -1 when there is none.
    int criterion_at(int node) const { return criterion_at_[static_cast<std::size_t>(node)]; }
    int measure_at(int node) const { return measure_at_[static_cast<std::size_t>(node)]; }

private:
    void find_readers();
    void find_nodes_of_inputs();
    void find_same_observations();
    Root root_at(int node);
    void find_comparisons();
    void find_inputs_of_populations();
    void find_inputs(int node);
    void add_inputs_below(int node, std::vector<int>& inputs);
    /// Nodes reached from `start` (itself included), depth first, arguments in their order, each once; not below those where descend(node) is false.
    template <typename Descend>
    std::vector<int> walk(int start, Descend&& descend);

    const Program& program_;
    std::vector<int> criterion_at_, measure_at_, list_of_inputs_, same_observation_;
    ListTable readers_, input_nodes_, comparisons_, inputs_, population_inputs_;
    std::vector<Root> roots_;  ///< By judgement.
    int input_lists_ = 0;
    std::vector<int> visited_;  ///< The walk that saw a node last.
    int walks_ = 0;
};

}  // namespace schoolimp::inline v0
