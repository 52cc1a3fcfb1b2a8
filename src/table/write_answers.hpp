// AnswerWriter: the answers of a block of rows, from planes to arrays by row.
#pragma once

#include "columnar/block_runner.hpp"
#include "table/block_loader.hpp"
#include "table/open_rows.hpp"
#include "table/row_search.hpp"
#include "table/table_parts.hpp"

namespace schoolimp::inline v0 {

class AnswerWriter {
public:
    AnswerWriter(TableJudgement::Parts& parts, const ColumnProgram& columns, const Kernels& kernels, const BlockLoader& loader, const BlockRunner& runner, RowSearch& search,
                 OpenRows& open_rows, const Block& block);

    void write();
    std::int64_t searched_rows() const { return searched_rows_; }

private:
    void write_criteria();
    void write_criteria_masks(RowArray<std::uint64_t>& masks, int CriterionPlanes::*plane);
    void write_bytes(std::span<const int> planes, std::uint8_t* bytes);
    void write_masks(std::span<const int> planes, std::uint64_t* masks, std::size_t stride);
    void write_judgement(int judgement);
    void pass_on_open_rows(int judgement);
    void write_row_by_itself(std::size_t row);
    void find_out_of_scope();
    void put_unasked();
    int position_of(int judgement, int rank) const;

    TableJudgement::Parts& parts_;
    const ColumnProgram& columns_;
    const Kernels& kernels_;
    const BlockLoader& loader_;
    const BlockRunner& runner_;
    RowSearch& search_;
    OpenRows& open_rows_;
    const Block& block_;
    std::size_t first_;
    std::int64_t searched_rows_ = 0;
    std::uint64_t asked_[kPlaneWords];         ///< Rows of the block that neither fail nor are out of scope.
    std::uint64_t out_of_scope_[kPlaneWords] = {};
};

}  // namespace schoolimp::inline v0
