#include "table/row_search.hpp"

#include "judgement/admissible.hpp"

namespace schoolimp::inline v0 {

namespace {

PossibleAnswer answer_of(const PossibleLevels& levels) {
    PossibleAnswer answer{0, levels.every_filling, levels.exact};
    for (const int rank : levels.ranks) answer.ranks |= std::uint64_t{1} << rank;
    return answer;
}

}  // namespace

RowSearch::RowSearch(const Framework& framework, const AsOf& as_of, int limit)
    : framework_(framework), as_of_(as_of), limit_(limit), evaluator_(framework.program_index()), values_(framework.program().inputs.size()) {}

void RowSearch::evaluate(const BlockLoader& loader, std::size_t row) {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = loader.value_at(static_cast<int>(i), row, evaluator_.texts());
    evaluator_.run(values_);
}

PossibleAnswer RowSearch::possible(int judgement) {
    ++searches_;
    const std::vector<MissingInput> missing = missing_inputs(framework_, values_, as_of_, evaluator_.texts());
    return answer_of(PossibleSearch(evaluator_, framework_.program_index(), missing).levels(root_of(judgement), limit_));
}

// A search that comes to its limit is made anew as the row by itself would be searched: where that stops is where the answer stops.
PossibleAnswer RowSearch::possible(int judgement, const TriedLevels& tried) {
    const std::vector<MissingInput> missing = missing_inputs(framework_, values_, as_of_, evaluator_.texts());
    const PossibleLevels levels = PossibleSearch(evaluator_, framework_.program_index(), missing).levels(root_of(judgement), limit_, tried);
    if (!levels.exact) return possible(judgement);
    ++searches_;
    return answer_of(levels);
}

}  // namespace schoolimp::inline v0
