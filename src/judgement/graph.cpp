#include "judgement/graph.hpp"

#include <algorithm>

namespace schoolimp::inline v0 {

const std::string& Graph::text(int index) const {
    static const std::string kNone;
    const int text = node(index).text;
    return text < 0 ? kNone : program_.texts[static_cast<std::size_t>(text)];
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

int Graph::failed_operation(int index) const {
    std::vector<int> stack{index};
    ++step_;
    while (!stack.empty()) {
        const int at = stack.back();
        stack.pop_back();
        if (!value(at).unknown() || visited_[static_cast<std::size_t>(at)] == step_) continue;
        visited_[static_cast<std::size_t>(at)] = step_;
        bool all_known = node(at).op != Op::kInput;
        for_each_live(at, [&](int argument) {
            all_known = all_known && value(argument).known();
            stack.push_back(argument);
        });
        if (all_known && node(at).type.value == ValueType::kNumber) return at;
    }
    return -1;
}

}  // namespace schoolimp::inline v0
