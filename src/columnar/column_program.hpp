// ColumnProgram: a program compiled for a table. One circuit answers for all rows of a block: what the evidence says, what fillings of the missing cells would
// say, and what no filling can; the levels that are then neither met nor ruled out mark a row as open, and open rows are searched one by one.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "columnar/kernels.hpp"
#include "columnar/leaves.hpp"
#include "columnar/lowering.hpp"
#include "expression/possible.hpp"
#include "expression/program_index.hpp"

namespace schoolimp::inline v0 {

/// Places of planes in a block's memory.
struct CriterionPlanes {
    int met = 0, not_met = 0, unknown = 0;
};

struct JudgementPlanes {
    /// The place of the level in its scale's list, as a byte's bits: of the one the evidence gives, or that every filling gives. -1 where there is none.
    std::array<int, 8> suggested = {};
    std::vector<int> possible;  ///< By rank. Exact where `open` is not set.
    int not_applicable = 0;
    int only_possible = 0;      ///< The evidence gives no level, but every filling gives the one that is possible.
    int only_undecided = 0;     ///< The evidence gives no level and one is possible, but perhaps some filling gives none.
    int open = 0;               ///< Rows to be searched, those among them.
    /// Rows alike in these planes have the same possible levels, if they are also alike in the values of all inputs of the lists that are not complete.
    std::vector<int> key;
    struct Together {
        std::vector<std::int32_t> inputs;  ///< Of a sum, or of a node worked out row by row.
        int incomplete = 0;                ///< Rows in which some of them are missing, but not all.
    };
    std::vector<Together> together;
};

/// A leaf and the place of its plane.
struct PlacedLeaf {
    Leaf leaf;
    int place = 0;
    double first = 0;  ///< kThreshold: the least number of the column that passes.
};

/// What a block of rows goes through: leaves filled from its columns, then gates.
struct PlaneProgram {
    std::vector<PlacedLeaf> leaves;
    std::vector<ComputedNode> computed;
    std::vector<Instruction> instructions;
    std::vector<std::int32_t> lists;
    int places = 2;  ///< Planes a block needs.
};

class ColumnProgram {
public:
    /// `columns` by input: what the table has; `admissible` by input: what a missing cell could be. The program and its index must outlive it.
    ColumnProgram(const Program& program, const ProgramIndex& index, std::vector<InputColumn> columns, std::vector<Admissible> admissible);

    const Program& program() const { return program_; }
    const ProgramIndex& index() const { return index_; }
    std::span<const Admissible> admissible() const { return admissible_; }
    std::span<const InputColumn> columns() const { return columns_; }
    const PlaneProgram& planes() const { return planes_; }
    std::span<const CriterionPlanes> criteria() const { return criteria_; }
    std::span<const JudgementPlanes> judgements() const { return judgements_; }
    /// What missing cells are filled with for a judgement, by input.
    std::span<const FillingChoice> choices(int judgement) const { return choices_[static_cast<std::size_t>(judgement)]; }
    /// Constant planes: never and always.
    static constexpr int kNeverPlace = 0, kAlwaysPlace = 1;

private:
    friend class ColumnCompiler;

    const Program& program_;
    const ProgramIndex& index_;
    std::vector<InputColumn> columns_;
    std::vector<Admissible> admissible_;
    std::vector<std::vector<FillingChoice>> choices_;
    PlaneProgram planes_;
    std::vector<CriterionPlanes> criteria_;
    std::vector<JudgementPlanes> judgements_;
};

/// The leaves of a schedule with their places. `columns` by input.
std::vector<PlacedLeaf> placed_leaves(const LeafTable& leaves, std::span<const int> numbers, std::span<const InputColumn> columns);

/// Whether planes can hold the program at all: scales and texts have at most kMaxCodes values.
bool fits_planes(const Program& program);

}  // namespace schoolimp::inline v0
