// The meaning of every operator of the framework language, on concrete values (docs/language.md). The one place that says it: the search for
// possible levels and the tests call these functions too.
#pragma once

#include <span>

#include "expression/evaluate_value.hpp"
#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// The arguments of a node, read where their nodes keep their values.
class Arguments {
public:
    Arguments(const Program& program, const Node& node, const Value* values)
        : nodes_(program.arguments.data() + node.first_argument), count_(node.argument_count), values_(values) {}

    int size() const { return count_; }
    int node(int i) const { return nodes_[i]; }
    const Value& operator[](int i) const { return values_[nodes_[i]]; }

private:
    const std::int32_t* nodes_;
    std::int32_t count_;
    const Value* values_;
};

/// How many of some conditions hold, fail and are unknown; those not applicable are left out.
struct Tally {
    int held = 0, failed = 0, unknown = 0;

    void add(Truth truth) {
        held += truth == Truth::kTrue;
        failed += truth == Truth::kFalse;
        unknown += truth == Truth::kUnknown;
    }
    int applicable() const { return held + failed + unknown; }
};
Tally tally(const Arguments& arguments);

/// The value of a node from the values of its arguments. Not for kConstant and kInput, which have no arguments.
Value apply(const Program& program, const Node& node, const Arguments& arguments);

// By family; apply() chooses among them.
Truth apply_threshold(Op op, int n, const Tally& tally);
Value apply_compare(Op op, const Value& a, const Value& b);
Value apply_arithmetic(Op op, const Value& a, const Value& b);
Value apply_count(const Tally& tally);
Value apply_share(const Tally& tally);
Value apply_mean(const Arguments& arguments);
/// Worst or best part. `extreme` is the value no other part can pass (the worst or best rank), where there is one.
Value apply_extremum(bool maximum, const Arguments& arguments, const Decimal* extreme);
Value apply_extremum_known(bool maximum, int minimum_known, const Arguments& arguments);
Value apply_conditional(const Value& condition, const Value& then, const Value& otherwise);
Value apply_guard(const Value& when, const Value& value);
Value apply_limit(bool cap, const Value& level, const Value& condition, const Value& bound);
Value apply_bands(const BandTable& table, const Value& number);
Value apply_matrix(const MatrixTable& table, const Value& row, const Value& column);
Value apply_crosswalk(const CrosswalkTable& table, const Value& level);
Value apply_score(const ScoreTable& table, const Arguments& arguments);
Value apply_first(const Arguments& arguments);
Value apply_unique(const Arguments& arguments);
Value apply_best_fit(const BestFitTable& table, const Arguments& arguments);

/// Whether the number lies in the band, its bounds as the band says.
bool contains(const Band& band, const Decimal& number);

}  // namespace schoolimp::inline v0
