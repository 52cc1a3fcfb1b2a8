// OpenRows: the rows of which the planes do not say what is possible. Rows that are alike in all that matters stand in one place; the places of a judgement are
// walked through fillings together, and what the walk leaves is searched one by one.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "columnar/block_walk.hpp"
#include "table/block_loader.hpp"
#include "table/key_table.hpp"
#include "table/row_keys.hpp"
#include "table/row_search.hpp"
#include "table/table_parts.hpp"
#include "table/table_program.hpp"

namespace schoolimp::inline v0 {

class OpenRows {
public:
    /// `go_on` is asked before each search; once it says no, rows stay without an answer.
    OpenRows(TableJudgement::Parts& parts, const TableProgram& program, const Kernels& kernels, RowSearch& search, std::function<bool()> go_on);

    /// Takes in rows of the block the loader and the runner hold. `only_undecided`: those with one possible level, but perhaps not with every filling.
    void add(int judgement, const BlockLoader& loader, const BlockRunner& runner, const Block& block, const std::uint64_t* rows, const std::uint64_t* only_undecided);
    /// Answers all rows taken in.
    void finish();

private:
    struct Place {
        PossibleAnswer answer;
        std::uint64_t unmet = 0;  ///< Those of its levels that the walk has not met.
        Block block;  ///< Of a row that stands here.
        std::size_t row = 0;
        bool only_undecided = false;
        bool answered = false;
    };
    struct Cells {
        std::vector<double> numbers;
        std::vector<std::uint8_t> codes;
        std::vector<std::uint64_t> present, not_applicable;
    };
    struct Queue {
        KeyTable keys;  ///< By place.
        std::vector<Place> places;
        std::vector<int> waiting_places;
        std::vector<std::pair<std::int64_t, int>> waiting_rows;  ///< Row of the table, place.
        std::vector<Cells> cells;                                ///< By input, of the waiting places.
        std::unique_ptr<BlockWalk> walk;
    };

    void new_place(int judgement, const BlockLoader& loader, const BlockRunner& runner, const Block& block, std::size_t row, bool only_undecided);
    void copy_cells(Queue& open, const BlockLoader& loader, std::size_t row);
    const BlockLoader& look_again(const Place& place);
    void answer(int judgement);
    void walk(int judgement);

    TableJudgement::Parts& parts_;
    const TableProgram& program_;
    const ColumnProgram& columns_;
    const Kernels& kernels_;
    RowSearch& search_;
    std::function<bool()> go_on_;
    BlockLoader again_;              ///< For rows that are looked at a second time.
    std::int64_t again_holds_ = -1;  ///< First row of its block.
    TextTable texts_;
    std::vector<Queue> queues_;  ///< By judgement.
};

/// Writes what is possible for a row of the table.
void put_possible(TableJudgement::Parts& parts, int judgement, std::size_t row, const PossibleAnswer& answer);

}  // namespace schoolimp::inline v0
