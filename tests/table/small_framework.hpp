// A small framework with one cell of every kind, and short ways to judge tables of a few columns with it.
#pragma once

#include <string>
#include <vector>

#include "schoolimp/table/judge_table.hpp"
#include "table/columns.hpp"

namespace schoolimp::test {

/// Numbers n, m, k (from 0 to 100.5) and a (which ages after two school years), a level l, a condition b, a text t, a date d. Criteria: number n >= 10.1, third n > 0.3,
/// sum n + m > 0.3, none n == 0, bounded k >= 50, aged a >= 1, level l >= fair, flag b, word t == 'infant', day d >= 2018, recent observed_on(l) >= 2019.
/// The only question: inadequate if l is, else fair if n < 10.1, else good.
const Framework& small_framework();

TableOptions options_now();
Result<TableJudgement> judged(const std::vector<arrow_tests::Node>& columns, const TableOptions& options = options_now());

/// Of a criterion, for each row: '1' met, '0' not met, '?' unknown, '-' not applicable.
std::string results_of(const TableJudgement& table, const std::string& criterion);
/// Of the only question, by row: ids of levels, or "-".
std::string levels_of(const TableJudgement& table);
/// "code at place" of each.
std::vector<std::string> in_short(const std::vector<Issue>& issues);

}  // namespace schoolimp::test
