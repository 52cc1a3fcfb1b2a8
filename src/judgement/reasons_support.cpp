// What makes a condition hold or fail.
#include <algorithm>

#include "judgement/criteria.hpp"
#include "judgement/reasons.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t kMostSupports = 4;

/// Of the arguments of a node, those that give it its value: for an "or" that holds those that hold, for an "and" that fails those that fail.
std::vector<int> deciding_arguments(const Graph& graph, int index) {
    std::vector<int> result;
    const Truth truth = graph.truth(index);
    const Op op = graph.node(index).op;
    const bool any = (op == Op::kOr || op == Op::kAtLeast) && truth == Truth::kTrue;
    const bool all = op == Op::kAnd && truth == Truth::kFalse;
    graph.for_each_live(index, [&](int argument) {
        const Truth part = graph.truth(argument);
        if ((any && part != Truth::kTrue) || (all && part != Truth::kFalse) || graph.value(argument).not_applicable()) return;
        result.push_back(argument);
    });
    return result;
}

std::string comparison_support(const Explanation& e, int index) {
    const Comparison comparison = explain_comparison(e.framework, e.graph, e.texts, index);
    const auto parts = e.graph.arguments(index);
    std::vector<std::string> values;
    for (const int part : parts)
        if (e.graph.node(part).op != Op::kConstant && !e.graph.is_comparison(part)) values.push_back(e.value_of(part));
    std::string text = comparison.result == Truth::kTrue ? comparison.text : "not " + comparison.text;
    return values.empty() ? text : text + " (" + listed(values, values.size()) + ")";
}

}  // namespace

std::string support_of(const Explanation& e, int condition) {
    std::vector<std::string> supports;
    std::vector<int> stack{condition}, seen;
    while (!stack.empty()) {
        const int index = stack.back();
        stack.pop_back();
        if (std::find(seen.begin(), seen.end(), index) != seen.end()) continue;
        seen.push_back(index);
        const Node& node = e.graph.node(index);
        const Truth truth = e.graph.truth(index);
        if (node.op == Op::kKnown || node.op == Op::kApplicable) continue;
        if (node.type.value == ValueType::kBoolean && truth != Truth::kTrue && truth != Truth::kFalse) continue;
        if (const int criterion = e.graph.criterion_at(index); criterion >= 0) {
            const Criterion& named = e.document().criteria[static_cast<std::size_t>(criterion)];
            supports.push_back(quoted(named.title.empty() ? named.id : named.title) + (truth == Truth::kTrue ? " is met" : " is not met"));
            continue;
        }
        if (e.graph.is_comparison(index) || e.graph.is_membership(index)) {
            supports.push_back(comparison_support(e, index));
            continue;
        }
        const std::vector<int> parts = deciding_arguments(e.graph, index);
        stack.insert(stack.end(), parts.rbegin(), parts.rend());
    }
    return listed(supports, kMostSupports);
}

}  // namespace schoolimp::inline v0
