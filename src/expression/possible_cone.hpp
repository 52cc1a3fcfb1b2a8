// The part of a program between its missing inputs and one root, with the set of values every node may still have. Inputs are narrowed one after the
// other and given back in reverse, as a depth-first search needs it.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "expression/abstract_operators.hpp"
#include "expression/possible.hpp"

namespace schoolimp::inline v0 {

class Cone {
public:
    /// `evaluator` must outlive the cone.
    Cone(const Evaluator& evaluator, std::span<const MissingInput> missing, int root);

    const Abstract& root() const { return sets_[static_cast<std::size_t>(root_)]; }
    const Abstract& input(int position) const;
    /// The values the input might have at the start (without "stays unknown").
    const Abstract& start(int position) const { return starts_[static_cast<std::size_t>(position)]; }
    /// False for missing inputs the root does not depend on.
    bool holds(int position) const { return !input_nodes_[static_cast<std::size_t>(position)].empty(); }
    /// Leaving the input unknown may give the root a value that no filling gives it.
    bool may_stay_unknown(int position) const { return stays_[static_cast<std::size_t>(position)]; }
    bool any_may_stay_unknown() const;

    /// Narrows an input, and with it the one that is filled together with it; the sets of all nodes behind them follow.
    void narrow(int position, const Abstract& set);
    std::size_t mark() const { return trail_.size(); }
    void undo(std::size_t mark);

    /// An open input that can still change the root, and from how many open nodes it is read.
    struct Open {
        int position = 0;
        int readers = 0;
    };
    /// In order of position.
    std::vector<Open> open_inputs();

    /// The pieces an input's admissible values fall into: within a piece nothing that depends on this input alone changes. Inputs that meet other open inputs in
    /// arithmetic or comparisons keep intervals, all others get one value for each piece.
    const std::vector<Abstract>& pieces(int position);

private:
    struct Saved {
        int node;
        Abstract set;
        Value point;
    };
    struct Sets {
        std::vector<Abstract>& sets;
        std::vector<Value>& points;
    };

    Abstract& set(int node) { return sets_[static_cast<std::size_t>(node)]; }
    const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }
    std::span<const std::int32_t> arguments(int index) const;

    void find_nodes(const Evaluator& evaluator);
    void find_inputs_that_may_stay_unknown(const Evaluator& evaluator);
    std::vector<bool> may_be_not_applicable(const Evaluator& evaluator) const;
    void start_sets(const Evaluator& evaluator);

    void narrow_alone(int position, const Abstract& set);
    void put(int node, const Abstract& set);
    Abstract derive(int node, Sets sets) const;
    const std::vector<int>& affected(int position);
    template <typename Visit>
    void for_each_live(int index, const std::vector<Abstract>& sets, Visit&& visit) const;

    struct Pure;
    Pure pure_nodes(int position);
    std::vector<Abstract> cut(int position, const Pure& pure);

    const Program& program_;
    std::span<const MissingInput> missing_;
    int root_;
    std::vector<int> nodes_;                    ///< Of the cone and depending on a missing input; ascending.
    std::vector<std::vector<int>> input_nodes_;  ///< By position.
    std::vector<int> position_of_;              ///< By node: the position of the missing input it reads, or -1.
    std::vector<char> in_cone_;
    std::vector<char> stays_;
    std::vector<Abstract> starts_;
    std::vector<Abstract> sets_, start_sets_;
    std::vector<Value> points_, start_points_;  ///< Values of the nodes whose sets are determined.
    std::vector<Saved> trail_;
    std::vector<unsigned> changed_;  ///< By node: the last step that changed it.
    unsigned step_ = 0;
    std::vector<std::optional<std::vector<int>>> affected_;
    std::vector<std::optional<std::vector<Abstract>>> pieces_;
};

}  // namespace schoolimp::inline v0
