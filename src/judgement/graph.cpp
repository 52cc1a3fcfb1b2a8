#include "judgement/graph.hpp"

#include <algorithm>

namespace schoolimp::inline v0 {

namespace {

std::vector<int> positions_by_node(std::size_t nodes, const std::vector<int>& roots) {
    std::vector<int> positions(nodes, -1);
    for (std::size_t i = roots.size(); i-- > 0;) positions[static_cast<std::size_t>(roots[i])] = static_cast<int>(i);
    return positions;
}

}  // namespace

Graph::Graph(const Evaluator& evaluator)
    : evaluator_(evaluator),
      program_(evaluator.program()),
      criterion_of_(positions_by_node(program_.nodes.size(), program_.criteria)),
      measure_of_(positions_by_node(program_.nodes.size(), program_.measures)),
      visited_(program_.nodes.size(), 0) {}

std::span<const std::int32_t> Graph::arguments(int index) const {
    const Node& n = node(index);
    return {program_.arguments.data() + n.first_argument, static_cast<std::size_t>(n.argument_count)};
}

const std::string& Graph::text(int index) const {
    static const std::string kNone;
    const int text = node(index).text;
    return text < 0 ? kNone : program_.texts[static_cast<std::size_t>(text)];
}

bool Graph::is_comparison(int index) const {
    const Op op = node(index).op;
    return op >= Op::kEqual && op <= Op::kGreaterEqual;
}

std::vector<int> Graph::waiting_for(int index) const {
    std::vector<int> inputs, stack{index};
    ++step_;
    while (!stack.empty()) {
        const int at = stack.back();
        stack.pop_back();
        if (!value(at).unknown() || visited_[static_cast<std::size_t>(at)] == step_) continue;
        visited_[static_cast<std::size_t>(at)] = step_;
        if (node(at).op == Op::kInput) inputs.push_back(node(at).payload);
        for_each_live(at, [&](int argument) { stack.push_back(argument); });
    }
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

std::vector<int> Graph::inputs_of(int index) const {
    std::vector<int> inputs;
    for (const int at : walk(index, [](int) { return true; }))
        if (node(at).op == Op::kInput) inputs.push_back(node(at).payload);
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

}  // namespace schoolimp::inline v0
