#include "table/row_search.hpp"

#include "judgement/admissible.hpp"

namespace schoolimp::inline v0 {

RowSearch::RowSearch(const Framework& framework, const AsOf& as_of, int limit)
    : framework_(framework), as_of_(as_of), limit_(limit), evaluator_(framework.program_index()), values_(framework.program().inputs.size()) {}

void RowSearch::evaluate(const BlockLoader& loader, std::size_t row) {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = loader.value_at(static_cast<int>(i), row, evaluator_.texts());
    evaluator_.run(values_);
}

PossibleAnswer RowSearch::possible(int judgement) {
    ++searches_;
    const std::vector<MissingInput> missing = missing_inputs(framework_, values_, as_of_, evaluator_.texts());
    const int root = framework_.program().judgements[static_cast<std::size_t>(judgement)];
    const PossibleLevels levels = possible_levels(evaluator_, framework_.program_index(), missing, root, limit_);
    PossibleAnswer answer{0, levels.every_filling, levels.exact};
    for (const int rank : levels.ranks) answer.ranks |= std::uint64_t{1} << rank;
    return answer;
}

}  // namespace schoolimp::inline v0
