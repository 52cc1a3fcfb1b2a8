// Criteria of one school: result, the comparisons behind it, the cells read and the cells waited for.
#pragma once

#include "judgement/cells.hpp"
#include "judgement/graph.hpp"

namespace schoolimp::inline v0 {

/// Readings of some inputs, each once, ascending.
std::vector<int> readings_of(const ProgramIndex& index, std::span<const int> inputs);

/// Readings of inputs that are waited for: beside a school's unknown rank or percentile also what is unknown behind it.
std::vector<int> awaited_readings(const ProgramIndex& index, const Cells& cells, std::vector<int> inputs);

CriterionResult explain_criterion(const Framework& framework, const Graph& graph, const TextTable& texts, const Cells& cells, int position);

/// The comparison at a node: one of the six comparators, or "in" for a list of equalities. Without its readings.
Comparison explain_comparison(const Framework& framework, const Graph& graph, const TextTable& texts, int index);

}  // namespace schoolimp::inline v0
