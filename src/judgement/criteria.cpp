#include "judgement/criteria.hpp"

#include <algorithm>

#include "judgement/value_text.hpp"

namespace schoolimp::inline v0 {

namespace {

const char* symbol_of(Op op) {
    switch (op) {
        case Op::kEqual: return "==";
        case Op::kNotEqual: return "!=";
        case Op::kLess: return "<";
        case Op::kLessEqual: return "<=";
        case Op::kGreater: return ">";
        default: return ">=";
    }
}

}  // namespace

std::vector<int> readings_of(const ProgramIndex& index, std::span<const int> inputs) {
    std::vector<int> readings;
    readings.reserve(inputs.size());
    for (const int input : inputs) readings.push_back(index.cell_of_input(input));
    std::sort(readings.begin(), readings.end());
    readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
    return readings;
}

std::vector<int> awaited_readings(const ProgramIndex& index, const Cells& cells, std::vector<int> inputs) {
    const Program& program = index.program();
    for (std::size_t i = 0, own = inputs.size(); i < own; ++i) {
        const Input& input = program.inputs[static_cast<std::size_t>(inputs[i])];
        if (input.kind != InputKind::kPopulation || program.populations[static_cast<std::size_t>(input.population)].function == Function::kQuantile) continue;
        for (const int behind : index.inputs_of_population(input.population))
            if (cells.values[static_cast<std::size_t>(behind)].unknown()) inputs.push_back(behind);
    }
    return readings_of(index, inputs);
}

namespace {

/// Without its readings.
void fill_comparison(const Framework& framework, const Graph& graph, const TextTable& texts, int index, Comparison& comparison) {
    const auto text_of = [&](int node) { return value_text(framework, texts, graph.node(node).type, graph.value(node)); };
    comparison.text = graph.text(index);
    comparison.result = graph.truth(index);
    const auto parts = graph.arguments(index);
    if (graph.is_comparison(index)) {
        comparison.left = text_of(parts[0]);
        comparison.comparator = symbol_of(graph.node(index).op);
        comparison.right = text_of(parts[1]);
        return;
    }
    comparison.left = text_of(graph.arguments(parts[0])[0]);
    comparison.comparator = "in";
    for (const int part : parts) {
        if (part != parts[0]) comparison.right += ", ";
        comparison.right += text_of(graph.arguments(part)[1]);
    }
}

}  // namespace

Comparison explain_comparison(const Framework& framework, const Graph& graph, const TextTable& texts, int index) {
    Comparison comparison;
    fill_comparison(framework, graph, texts, index, comparison);
    return comparison;
}

CriterionResult explain_criterion(const Framework& framework, const Graph& graph, const TextTable& texts, const Cells& cells, int position) {
    const int root = graph.program().criteria[static_cast<std::size_t>(position)];
    const auto readings_below = [&](int node) {
        const auto below = graph.index().cells_of(node);
        return std::vector<int>(below.begin(), below.end());
    };
    CriterionResult result;
    result.id = framework.document().criteria[static_cast<std::size_t>(position)].id;
    result.result = graph.truth(root);
    const auto comparisons = graph.index().comparisons_of(position);
    result.comparisons.reserve(comparisons.size());
    for (const int index : comparisons) {
        Comparison& comparison = result.comparisons.emplace_back();
        fill_comparison(framework, graph, texts, index, comparison);
        comparison.readings = readings_below(index);
    }
    result.readings = readings_below(root);
    if (result.result == Truth::kUnknown) result.waiting_for = awaited_readings(graph.index(), cells, graph.waiting_for(root));
    return result;
}

}  // namespace schoolimp::inline v0
