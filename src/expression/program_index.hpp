// What can be said of a program without any evidence: who reads a node, what a criterion compares, which inputs stand behind it. Made once for a program.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "expression/abstract_value.hpp"
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

/// A set of small numbers, one bit for each, in words.
using BitSet = std::vector<std::uint64_t>;

constexpr bool holds(std::span<const std::uint64_t> set, int number) { return (set[static_cast<std::size_t>(number) / 64] >> (number % 64) & 1u) != 0; }
inline void put_in(std::span<std::uint64_t> set, int number) { set[static_cast<std::size_t>(number) / 64] |= std::uint64_t{1} << (number % 64); }

/// One set of small numbers for each of many things, in one piece of memory.
class SetTable {
public:
    SetTable() = default;
    SetTable(std::size_t sets, std::size_t numbers) : words_((numbers + 63) / 64), bits_(sets * words_, 0) {}

    void add(int set, int number) { put_in(std::span(bits_).subspan(first(set), words_), number); }
    void add_all(int set, int other) {
        for (std::size_t i = 0; i < words_; ++i) bits_[first(set) + i] |= bits_[first(other) + i];
    }
    std::span<const std::uint64_t> operator[](int set) const { return {bits_.data() + first(set), words_}; }

private:
    std::size_t first(int set) const { return static_cast<std::size_t>(set) * words_; }

    std::size_t words_ = 0;
    std::vector<std::uint64_t> bits_;
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

    /// The inputs a node depends on, itself included; the nodes that depend on an input.
    std::span<const std::uint64_t> inputs_below(int node) const { return inputs_below_[node]; }
    std::span<const std::uint64_t> nodes_above(int input) const { return nodes_above_[input]; }

    /// The program's texts by token, the values of its constants, and these as sets; unknown (empty) at all other nodes.
    std::span<const std::string> texts() const { return texts_; }
    const std::vector<Value>& constant_values() const { return constant_values_; }
    const std::vector<Abstract>& constant_sets() const { return constant_sets_; }

    /// The input that reads the date of the observation this one reads the value of, or the other way round; -1 when there is none.
    int same_observation(int input) const { return same_observation_[static_cast<std::size_t>(input)]; }

    /// Cells of evidence in the order in which the inputs first read them: an observation's value and its date are in one.
    int cell_of_input(int input) const { return cell_of_input_[static_cast<std::size_t>(input)]; }

    /// What stands below a judgement.
    struct Root {
        /// An operator that looks at whether one of its arguments has a value, or applies.
        struct Look {
            std::int32_t argument;
            bool at_applicability;  ///< Matters only when the argument may turn out not applicable.
        };
        std::vector<std::int32_t> nodes;  ///< Reached from it, itself included, ascending.
        BitSet node_set;                 ///< The same as one bit for each.
        /// Where the level has a quality order there is one way, to the best; where it has none there is a way to each level.
        int ways = 1;
        std::vector<int> pulls;  ///< polarities() of the inputs: for one way after the other.
        int pull(int way, int input) const { return pulls[static_cast<std::size_t>(way) * (pulls.size() / static_cast<std::size_t>(ways)) + static_cast<std::size_t>(input)]; }
        std::vector<Look> looks;
        std::vector<std::int32_t> below_applicability;  ///< Nodes that bear on the applicability of what is looked at so, ascending.
    };
    /// Of a node that is one of the program's judgements.
    const Root& root(int node) const;

    /// The comparisons of a criterion, as it is read: those of other criteria it names are theirs.
    std::span<const std::int32_t> comparisons_of(int criterion) const { return comparisons_[criterion]; }
    /// The inputs a criterion or one of its comparisons depends on, ascending; those behind a population function among them.
    std::span<const std::int32_t> inputs_of(int node) const { return inputs_[list_of_inputs_[static_cast<std::size_t>(node)]]; }

    /// Their cells, each once, ascending.
    std::span<const std::int32_t> cells_of(int node) const { return cells_[list_of_inputs_[static_cast<std::size_t>(node)]]; }
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
    void find_inputs_below();
    void find_constants();
    void find_looks(Root& root);
    void find_same_observations();
    void number_cells();
    Root root_at(int node);
    void add_way(Root& root, int node, int level) const;
    void find_comparisons();
    void find_inputs_of_populations();
    void find_inputs(int node);
    void add_inputs_below(int node, std::vector<int>& inputs);
    /// Nodes reached from `start` (itself included), depth first, arguments in their order, each once; not below those where descend(node) is false.
    template <typename Descend>
    std::vector<int> walk(int start, Descend&& descend);

    const Program& program_;
    std::vector<int> criterion_at_, measure_at_, list_of_inputs_, same_observation_, cell_of_input_;
    ListTable readers_, input_nodes_, comparisons_, inputs_, cells_, population_inputs_;
    SetTable inputs_below_, nodes_above_;
    std::vector<std::string> texts_;
    std::vector<Value> constant_values_;
    std::vector<Abstract> constant_sets_;
    std::vector<Root> roots_;  ///< By judgement.
    int input_lists_ = 0;
    std::vector<int> visited_;  ///< The walk that saw a node last.
    int walks_ = 0;
};

}  // namespace schoolimp::inline v0
