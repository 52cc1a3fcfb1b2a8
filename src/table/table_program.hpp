// TableProgram: the circuits a framework's tables are judged with. They depend on what a table has of each cell and on what the missing ones could be, not on
// its rows: the framework keeps them for the next table that is alike.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "columnar/column_program.hpp"
#include "columnar/walk_program.hpp"
#include "framework/keeper.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

class TableProgram : public Keeper::Thing {
public:
    /// By input. The program and its index must outlive it.
    TableProgram(const Program& program, const ProgramIndex& index, std::vector<InputColumn> columns, std::vector<Admissible> admissible)
        : columns_(program, index, std::move(columns), std::move(admissible)), walks_(columns_.judgements().size()) {}

    const ColumnProgram& columns() const { return columns_; }

    /// Made when first needed, once for all threads.
    const WalkProgram& walk(int judgement) const {
        const std::lock_guard<std::mutex> lock(mutex_);
        std::unique_ptr<const WalkProgram>& made = walks_[static_cast<std::size_t>(judgement)];
        if (made == nullptr) made = std::make_unique<const WalkProgram>(columns_, judgement);
        return *made;
    }

private:
    ColumnProgram columns_;
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<const WalkProgram>> walks_;  ///< By judgement.
};

/// The one for tables that have these columns, by input; to be used no longer than the framework is held.
std::shared_ptr<const TableProgram> table_program(const Framework& framework, const AsOf& as_of, std::vector<InputColumn> columns);

}  // namespace schoolimp::inline v0
