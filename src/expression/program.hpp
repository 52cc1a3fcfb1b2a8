// Program: the typed dataflow graph a framework is compiled to. Inputs are cells of evidence, inner nodes are operators, roots are criteria,
// measures, judgements and conditions. Time shifts and groups are already expanded into inputs of their own, and equal sub-expressions are one node.
//
// Node order is topological: the arguments of a node have smaller indexes. Level values are ranks: greater means better (on a scale without a quality
// order a rank is just the position, and only equality is used).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "expression/functions.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/scale.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0 {

enum class ValueType : std::uint8_t { kNumber, kBoolean, kLevel, kText, kDate };

struct Type {
    ValueType value = ValueType::kBoolean;
    int scale = -1;            ///< kLevel: index into Program::scales.
    std::optional<Unit> unit;  ///< kNumber.
    friend bool operator==(const Type&, const Type&) = default;
};

enum class Op : std::uint8_t {
    kConstant,     ///< payload: index into constants
    kInput,        ///< payload: index into inputs
    kAnd, kOr,     ///< any number of arguments
    kNot,
    kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual,
    kAdd, kSubtract, kMultiply, kDivide, kNegate,
    kConditional,  ///< condition, then, else
    kGuard,        ///< when, value: not applicable when `when` is false, unknown when it is unknown, else the value
    kKnown, kApplicable,
    kOrElse,       ///< value, fallback
    kAtLeast, kAtMost, kExactly,  ///< payload: n; arguments: conditions
    kCount,        ///< number of conditions that hold
    kShare,        ///< percentage of the applicable conditions that hold
    kMinimum, kMaximum,           ///< numbers, dates or levels; not applicable parts left out
    kMinimumKnown, kMaximumKnown, ///< unknown parts left out too; payload: minimum number of known parts (at least 1)
    kAbsolute,
    kRound,        ///< payload: places
    kMean,         ///< mean of the arguments; unknown when one is, not applicable ones make it not applicable
    kMapLevel,     ///< payload: index into crosswalks
    kBands,        ///< payload: index into bands
    kMatrix,       ///< rows, columns; payload: index into matrices
    kScore,        ///< payload: index into scores; arguments: part values
    kFirst,        ///< when1, then1, when2, then2, ..., otherwise (absent when the argument count is even: then unknown)
    kUnique,       ///< same arguments; two rules that hold make it unknown
    kBestFit,      ///< payload: index into best_fits; arguments: criteria of all levels, in the order of the table
    kCap, kFloor,  ///< level, condition, bound: the level not better (worse) than bound when the condition holds
};

/// Where an input gets its value from.
enum class InputKind : std::uint8_t { kIndicator, kObservedOn, kNational, kSchoolPhase, kSchoolType, kSchoolJoined, kSchoolPupils, kPopulation };

struct Input {
    InputKind kind = InputKind::kIndicator;
    int indicator = -1;  ///< Index into FrameworkDocument::indicators, for the first three kinds.
    std::string group;   ///< Member of the indicator's dimension; empty for the whole school.
    int shift = 0;       ///< Periods (or observations) back. Population functions have none: what they are of is shifted instead.
    int population = -1; ///< kPopulation: index into Program::populations.
    friend bool operator==(const Input&, const Input&) = default;
};

using Constant = std::variant<Decimal, bool, int /* level rank */, std::string, Date>;

struct Band {
    std::optional<Decimal> low, high;  ///< None: unbounded.
    bool low_included = false, high_included = false;
    int level = 0;
};
struct BandTable {
    std::vector<Band> bands;  ///< Ascending, not overlapping. A number in none of them is unknown.
};
struct MatrixTable {
    int rows = 0, columns = 0;       ///< Sizes of the two scales, by rank.
    std::vector<int> cells;          ///< rows x columns ranks; -1 impossible (not applicable).
};
struct CrosswalkTable {
    std::vector<int> to;  ///< By rank of the from scale; -1 for a hole.
};
struct ScoreTable {
    struct Part {
        Decimal weight;
        std::optional<Decimal> maximum;
    };
    std::vector<Part> parts;
    MissingPolicy missing = MissingPolicy::kUnknown;
    Decimal default_value;
    int minimum_known = 1;
    std::optional<int> round;
};
struct BestFitTable {
    struct Candidate {
        int level = 0;
        int first = 0, count = 0;  ///< Slice of the node's arguments.
    };
    std::vector<Candidate> candidates;  ///< Best level first.
    bool tie_better = false;
    bool ignore_unknown = false;
    int minimum_known = 1;
};

struct Node {
    Op op = Op::kConstant;
    Type type;
    std::int32_t first_argument = 0;  ///< Slice of Program::arguments.
    std::int32_t argument_count = 0;
    std::int32_t payload = 0;
    std::int32_t text = -1;  ///< Index into Program::texts: the canonical source text, for explanations; -1 when there is none.
};

struct ScaleInfo {
    std::string id;
    ScaleOrder order = ScaleOrder::kBestFirst;
    int size = 0;

    /// Rank of the level at a position in the document's list, and back.
    int rank_of(int position) const { return order == ScaleOrder::kBestFirst ? size - 1 - position : position; }
    int position_of(int rank) const { return order == ScaleOrder::kBestFirst ? size - 1 - rank : rank; }
};

/// What a population function asks of the schools judged together. `value` and `eligible` are nodes of the same program, before the input that reads the
/// figure, and depend on no population themselves.
struct Population {
    Function function = Function::kRank;  ///< kRank, kPercentile or kQuantile; a median is the quantile 0.5.
    int value = -1;                       ///< Number-valued node: what schools are compared by.
    int eligible = -1;                    ///< Condition node: which schools count; -1: all of them.
    Decimal parameter;                    ///< kQuantile: from 0 to 1.
    int text = -1;                        ///< Index into Program::texts: how the language writes it, with its shift: "prior(rank(ks2.rwm_expected))".
    friend bool operator==(const Population&, const Population&) = default;
};

struct Program {
    std::vector<Node> nodes;
    std::vector<std::int32_t> arguments;
    std::vector<Input> inputs;
    std::vector<Constant> constants;
    std::vector<std::string> texts;
    std::vector<ScaleInfo> scales;  ///< Same order as FrameworkDocument::scales.
    std::vector<BandTable> bands;
    std::vector<MatrixTable> matrices;
    std::vector<CrosswalkTable> crosswalks;
    std::vector<ScoreTable> scores;
    std::vector<BestFitTable> best_fits;
    std::vector<Population> populations;  ///< Each is read by an input of kind kPopulation.

    std::vector<int> criteria;    ///< Node of each criterion (already guarded by its `when`), in document order.
    std::vector<int> measures;    ///< Node of each measure, in document order.
    std::vector<int> judgements;  ///< Node of each judgement's measure, in document order.
    std::vector<int> kpis;        ///< Node of each KPI's `each`, in document order.

    /// A `when` of an offer, action, activity, intervention, deployment or movement.
    struct Condition {
        std::string owner;  ///< "offer:<id>", "action:<id>", "activity:<id>", "intervention:<id>", "deployment:<id>", "movement:<id>"
        int node = 0;
    };
    std::vector<Condition> conditions;
};

}  // namespace schoolimp::inline v0
