#include "judgement/graph.hpp"

#include <algorithm>

namespace schoolimp::inline v0 {

const std::string& Graph::text(int index) const {
    static const std::string kNone;
    const int text = node(index).text;
    return text < 0 ? kNone : program_.texts[static_cast<std::size_t>(text)];
}

template <typename Visit>
void Graph::walk_unknown(int start, Visit&& visit) const {
    std::vector<int> stack{start};
    ++step_;
    while (!stack.empty()) {
        const int index = stack.back();
        stack.pop_back();
        unsigned& seen = visited_[static_cast<std::size_t>(index)];
        if (!value(index).unknown() || seen == step_) continue;
        seen = step_;
        visit(index);
        for_each_live(index, [&](int argument) { stack.push_back(argument); });
    }
}

std::vector<int> Graph::waiting_for(int index) const {
    std::vector<int> inputs;
    walk_unknown(index, [&](int at) {
        if (node(at).op == Op::kInput) inputs.push_back(node(at).payload);
    });
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

int Graph::failed_operation(int index) const {
    int failed = -1;
    walk_unknown(index, [&](int at) {
        if (failed >= 0 || node(at).op == Op::kInput || node(at).type.value != ValueType::kNumber) return;
        bool all_known = true;
        for_each_live(at, [&](int argument) { all_known = all_known && value(argument).known(); });
        if (all_known) failed = at;
    });
    return failed;
}

}  // namespace schoolimp::inline v0
