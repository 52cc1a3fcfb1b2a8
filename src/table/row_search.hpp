// RowSearch: the explaining run for single rows of a table.
#pragma once

#include <vector>

#include "expression/evaluate.hpp"
#include "expression/possible.hpp"
#include "table/block_loader.hpp"

namespace schoolimp::inline v0 {

/// The possible levels of a row.
struct PossibleAnswer {
    std::uint64_t ranks = 0;     ///< One bit for each.
    bool only_possible = false;  ///< Every filling gives the one there is.
    bool exact = true;
};

class RowSearch {
public:
    RowSearch(const Framework& framework, const AsOf& as_of, int limit);

    /// Evaluates a row of the loader's block; what follows is about it.
    void evaluate(const BlockLoader& loader, std::size_t row);
    const Value& value(int node) const { return evaluator_.value(node); }
    PossibleAnswer possible(int judgement);
    /// The same when fillings have been tried already.
    PossibleAnswer possible(int judgement, const TriedLevels& tried);

    std::int64_t searches() const { return searches_; }

private:
    int root_of(int judgement) const { return framework_.program().judgements[static_cast<std::size_t>(judgement)]; }

    const Framework& framework_;
    AsOf as_of_;
    int limit_;
    Evaluator evaluator_;
    std::vector<Value> values_;
    std::int64_t searches_ = 0;
};

}  // namespace schoolimp::inline v0
