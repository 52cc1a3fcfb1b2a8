// Whether a row of a judged table says what judging the school says.
#pragma once

#include <string>

#include "schoolimp/table/judge_table.hpp"
#include "table/rows.hpp"

namespace schoolimp::test {

/// What differs, in words; empty: nothing.
std::string difference(const TableJudgement& table, std::int64_t row, const Judgement& judgement);

/// What differs between the explanation of a row and the judgement, but for what a table cannot know: periods and sources of readings.
std::string difference_of_explanation(const Judgement& explained, const Judgement& judgement, const std::vector<Cell>& cells);

/// All answers of a table, to be compared byte by byte.
std::string bytes_of(const TableJudgement& table);

}  // namespace schoolimp::test
