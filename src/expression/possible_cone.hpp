// The part of a program between its missing inputs and one root, with the set of values every node may still have. A depth-first search restricts
// nodes one after the other; what follows from a restriction is worked out forwards and backwards, and undone in reverse.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "expression/abstract_live.hpp"
#include "expression/abstract_operators.hpp"
#include "expression/agenda.hpp"
#include "expression/possible.hpp"
#include "expression/program_index.hpp"

namespace schoolimp::inline v0 {

/// What both sets hold; empty() when nothing.
Abstract meet(const Abstract& a, const Abstract& b);
/// Everything of `a` is in `b`.
bool is_subset(const Abstract& a, const Abstract& b);

class Cone {
public:
    /// `evaluator` and `index` (of its program) must outlive the cone.
    Cone(const Evaluator& evaluator, const ProgramIndex& index, std::span<const MissingInput> missing);

    /// Goes to one of the program's judgements. Nothing may be supposed of the one before; the sets of the nodes they share are kept.
    void turn_to(int root);

    const Program& program() const { return program_; }
    int root() const { return root_; }
    /// The nodes between the missing inputs and the root, both included, ascending.
    const std::vector<int>& nodes() const { return nodes_; }
    std::span<const MissingInput> missing() const { return missing_; }
    /// Visits the cone's nodes that read a missing input.
    template <typename Visit>
    void for_each_node_of(std::size_t position, Visit&& visit) const {
        for (const int i : index_.nodes_of_input(missing_[position].input))
            if (in_cone(i)) visit(i);
    }
    /// Positive when greater values of the missing input tend to lead the way, negative when smaller ones do. There is one way to the best level; on a scale
    /// without a quality order there is one to each level.
    int pull(int way, std::size_t position) const { return below_->pull(way, missing_[position].input); }
    int ways() const { return below_->ways; }
    bool is_input(int index) const { return node(index).op == Op::kInput && in_cone(index); }
    /// Whether the missing input could be given a value at all.
    bool can_be_filled(std::size_t position) const;
    /// Values of all settled nodes below the root.
    const std::vector<Value>& points() const { return points_; }
    template <typename Visit>
    void for_each_reader(int node, Visit&& visit) const {
        for (const int reader : index_.readers(node))
            if (in_cone(reader)) visit(reader);
    }
    const Abstract& set(int node) const { return sets_[static_cast<std::size_t>(node)]; }
    /// Some missing input may give the root a value by staying unknown that no filling gives it.
    bool any_may_stay_unknown() const;
    /// Positions of the missing inputs that can still change the root.
    std::vector<int> open_inputs() const;

    /// Supposes that the node's value is in the set, and narrows all others to what that leaves. False when nothing is left of some node: then no
    /// filling agrees with all that has been supposed.
    bool restrict_to(int node, const Abstract& set);
    /// Every missing input is given a value.
    bool fill_all();

    struct Mark {
        std::size_t trail = 0, restricted = 0;
    };
    Mark mark() const { return {trail_.size(), restricted_.size()}; }
    void undo(const Mark& mark);

    /// A restricted node that its arguments do not bring about yet, the one nearest to the root; -1 when there is none: then every filling of the open
    /// inputs within their sets agrees with all that has been supposed.
    int unjustified() const;
    /// A node below it to split: one with few values, or an input of many.
    int split_below(int unjustified) const;
    /// A part of the node's set to try first, if it can one that justifies the unjustified node above. The rest is what it leaves.
    Abstract part_to_try(int node, int unjustified);

    /// Times the program has been worked through, as far as node by node work comes to.
    int evaluations() const { return static_cast<int>(derived_ / (nodes_.size() + 1)); }

private:
    struct Saved {
        int node;
        Abstract set;
        Value point;
    };

    Abstract& at_node(int node) { return sets_[static_cast<std::size_t>(node)]; }
    /// Of the missing input a node reads.
    std::size_t position_of(int input_node) const { return static_cast<std::size_t>(position_of_input_[static_cast<std::size_t>(node(input_node).payload)]); }
    const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }
    std::span<const std::int32_t> arguments(int index) const { return index_.arguments(index); }

    bool in_cone(int index) const { return holds(in_cone_, index); }
    bool may_stay_unknown(std::size_t position) const { return holds(stays_, missing_[position].input); }

    // Start: possible_cone.cpp.
    void find_nodes();
    void find_inputs_that_may_stay_unknown();
    std::vector<char> may_be_not_applicable() const;
    void find_sets();

    template <typename Visit>
    void for_each_live(int index, Visit&& visit) const {
        const auto truths = [&](int argument) { return set(argument).truths(); };
        const auto may_lack = [&](int argument) { return set(argument).unknown || set(argument).not_applicable; };
        for_each_live_argument(program_, node(index), truths, may_lack, visit);
    }

    // Propagation: possible_propagate.cpp.
    void add_live_open_arguments(int index, std::vector<int>& open) const;
    Abstract derive(int node) const;
    Abstract derive_with(int node, int argument, const Abstract& set);
    void put(int node, const Abstract& set);
    void require(int node, const Abstract& set);
    bool propagate();
    void work_forward(int index);
    void work_backward(int index);
    void filter_argument(int index, int argument);
    void fill_together(int index);
    void schedule_readers(int index);

    // Bounds of numbers and dates: possible_bounds.cpp.
    void bound(int index, const std::optional<Decimal>& low, const std::optional<Decimal>& high);
    void bound_arguments(int index);
    void bound_comparison(int index);
    void bound_bands(int index);
    void bound_factor(int index);

    const Program& program_;
    const ProgramIndex& index_;
    std::span<const MissingInput> missing_;
    const ProgramIndex::Root* below_ = nullptr;
    int root_ = -1;
    std::vector<int> position_of_input_;  ///< By input: its position among the missing ones, or -1.
    std::vector<Abstract> sets_of_missing_;
    BitSet open_nodes_;       ///< Nodes that depend on a missing input.
    BitSet in_cone_;          ///< Those of them below the root.
    std::vector<int> nodes_;  ///< The same, ascending.
    BitSet has_set_;          ///< Nodes whose sets are found.
    BitSet stays_;            ///< Inputs that may stay unknown.
    std::vector<Abstract> sets_;
    std::vector<Value> points_;     ///< Values of the nodes whose sets are determined.
    std::vector<Saved> trail_;
    std::vector<int> restricted_;   ///< Inner nodes whose sets are smaller than their arguments alone would have them, in order of restriction.
    std::vector<char> is_restricted_;
    bool failed_ = false;
    Agenda forward_, backward_;  ///< Nodes to work out: arguments first; readers first.
    std::vector<int> open_;      ///< Of the node worked out backwards: the arguments that can be restricted.
    mutable std::size_t derived_ = 0;
};

}  // namespace schoolimp::inline v0
