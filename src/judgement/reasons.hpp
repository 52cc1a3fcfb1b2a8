// Reasons of an answer, in sentences: the deciding ones first.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "judgement/cells.hpp"
#include "judgement/graph.hpp"

namespace schoolimp::inline v0 {

/// What the sentences are made from.
struct Explanation {
    const Framework& framework;
    const Graph& graph;
    const TextTable& texts;
    const Cells& cells;

    const FrameworkDocument& document() const { return framework.document(); }
    std::string value_of(int node) const;        ///< Quoted title of a level, otherwise the canonical text; "unknown", "not applicable".
    std::string title_of_level(int scale, int rank) const;  ///< Quoted.
    std::string cells_named(const std::vector<int>& readings) const;  ///< Titles with group and period, at most four of them.
};

/// "a, b and c"; of more than `most` only the first, and how many more.
std::string listed(const std::vector<std::string>& parts, std::size_t most);
/// The same of what is shown, when there are `more` things.
std::string listed_with(std::span<const std::string> shown, std::size_t more);
std::string quoted(const std::string& text);
std::string counted(std::size_t n, const std::string& singular, const std::string& plural);

/// What the suggestion rests on: the measure behind the judgement rule, and its limits.
std::vector<std::string> measure_reasons(const Explanation& explanation, int measure);
/// The sentences of a measure's own kind, without its limits; `node` is the node before them.
std::vector<std::string> kind_reasons(const Explanation& explanation, const Measure& measure, int node);

/// The criteria and comparisons that make a condition hold (or fail): "'Attainment' is met and absence.overall > 6 (7.2)". Empty when there are none.
std::string support_of(const Explanation& explanation, int condition);

/// All reasons of an answer whose levels are filled in already.
std::vector<std::string> answer_reasons(const Explanation& explanation, const Answer& answer, int measure);

}  // namespace schoolimp::inline v0
