// What an operator may give when its arguments may have any values of given sets. Sound: every concrete result is in the set (tests/evaluate holds
// this against evaluate_operators.hpp, which alone says what an operator means).
#pragma once

#include "expression/abstract_value.hpp"
#include "expression/evaluate_operators.hpp"
#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// The sets of a node's arguments.
class AbstractArguments {
public:
    AbstractArguments(const Program& program, const Node& node, const Abstract* sets)
        : nodes_(program.arguments.data() + node.first_argument), count_(node.argument_count), sets_(sets) {}

    int size() const { return count_; }
    int node(int i) const { return nodes_[i]; }
    const Abstract& operator[](int i) const { return sets_[nodes_[i]]; }

private:
    const std::int32_t* nodes_;
    std::int32_t count_;
    const Abstract* sets_;
};

/// The set of a node whose arguments are not all determined (those that are belong to apply()). Not for kConstant and kInput.
Abstract apply_abstract(const Program& program, const Node& node, const AbstractArguments& arguments);

/// Whether apply_abstract() gives exactly apply()'s value where all arguments are determined, so that nobody need ask whether they are.
constexpr bool is_exact_on_determined(Op op) { return (op >= Op::kAnd && op <= Op::kGreaterEqual) || op == Op::kKnown || op == Op::kApplicable; }

// By family; apply_abstract() chooses among them.
TruthSet abstract_threshold(Op op, int n, const AbstractArguments& arguments);
Abstract abstract_compare(Op op, const Abstract& a, const Abstract& b);
Abstract abstract_arithmetic(Op op, const Abstract& a, const Abstract& b);
Abstract abstract_negate(const Abstract& a);
Abstract abstract_absolute(const Abstract& a);
Abstract abstract_round(const Abstract& a, int places);
Abstract abstract_mean(const AbstractArguments& arguments);
Abstract abstract_count(const AbstractArguments& arguments);
Abstract abstract_share(const AbstractArguments& arguments);
Abstract abstract_extremum(bool maximum, int levels, const AbstractArguments& arguments);
Abstract abstract_extremum_known(bool maximum, int minimum_known, const AbstractArguments& arguments);
Abstract abstract_bands(const BandTable& table, const Abstract& number);
Abstract abstract_matrix(const MatrixTable& table, const Abstract& row, const Abstract& column);
Abstract abstract_crosswalk(const CrosswalkTable& table, const Abstract& level);
Abstract abstract_limit(bool cap, const Abstract& level, const Abstract& condition, const Abstract& bound);
Abstract abstract_score(const ScoreTable& table, const AbstractArguments& arguments);
Abstract abstract_first(const AbstractArguments& arguments);
Abstract abstract_unique(const AbstractArguments& arguments);
Abstract abstract_best_fit(const BestFitTable& table, const AbstractArguments& arguments);

}  // namespace schoolimp::inline v0
