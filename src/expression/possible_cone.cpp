#include "expression/possible_cone.hpp"

#include <algorithm>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool is_score_with_policy(const Program& program, const Node& node) {
    return node.op == Op::kScore && program.scores[at(node.payload)].missing != MissingPolicy::kUnknown;
}

bool has_hole(const Program& program, const Node& node) {
    const auto hole = [](const std::vector<int>& cells) { return std::find(cells.begin(), cells.end(), -1) != cells.end(); };
    if (node.op == Op::kMatrix) return hole(program.matrices[at(node.payload)].cells);
    return node.op == Op::kMapLevel && hole(program.crosswalks[at(node.payload)].to);
}

}  // namespace

Abstract meet(const Abstract& a, const Abstract& b) {
    Abstract result = a;
    result.unknown &= b.unknown;
    result.not_applicable &= b.not_applicable;
    result.known &= b.known;
    if (a.interval) {
        result.low = std::max(a.low, b.low);
        result.high = std::min(a.high, b.high);
        result.places = std::min(a.places, b.places);
        result.known &= result.low <= result.high;
    } else {
        result.codes &= b.codes;
        result.known &= result.codes != 0;
    }
    if (!result.known) {  // One form for sets without values.
        result.low = result.high = Decimal();
        result.codes = 0;
        result.places = 0;
    }
    return result;
}

bool is_subset(const Abstract& a, const Abstract& b) {
    if ((a.unknown && !b.unknown) || (a.not_applicable && !b.not_applicable)) return false;
    if (!a.known) return true;
    if (!b.known) return false;
    return a.interval ? b.low <= a.low && a.high <= b.high : (a.codes & ~b.codes) == 0;
}

Cone::Cone(const Evaluator& evaluator, const ProgramIndex& index, std::span<const MissingInput> missing, int root)
    : program_(evaluator.program()), index_(index), missing_(missing), below_(index.root(root)), root_(root) {
    find_nodes();
    find_inputs_that_may_stay_unknown(evaluator);
    start_sets(evaluator);
}

void Cone::find_nodes() {
    const std::size_t count = at(root_) + 1;
    std::vector<int> position_of_input(program_.inputs.size(), -1);
    for (std::size_t i = 0; i < missing_.size(); ++i) position_of_input[at(missing_[i].input)] = static_cast<int>(i);
    position_of_.assign(count, -1);
    in_cone_.assign(count, 0);
    for (const int i : below_.nodes) {
        if (node(i).op == Op::kInput) position_of_[at(i)] = position_of_input[at(node(i).payload)];
        bool depends = is_input(i);
        for (const int argument : arguments(i)) depends = depends || in_cone_[at(argument)];
        if (!depends) continue;
        in_cone_[at(i)] = 1;
        nodes_.push_back(i);
    }
}

std::vector<char> Cone::may_be_not_applicable(const Evaluator& evaluator) const {
    std::vector<char> may(at(root_) + 1, 0);
    for (const int i : below_.nodes) {
        if (!in_cone_[at(i)]) {
            may[at(i)] = evaluator.value(i).not_applicable();
            continue;
        }
        const Op op = node(i).op;
        if (op == Op::kKnown || op == Op::kApplicable) continue;
        may[at(i)] = op == Op::kGuard || has_hole(program_, node(i));
        for (const int argument : arguments(i)) may[at(i)] = may[at(i)] || may[at(argument)];
    }
    return may;
}

// Filling can only add to what is settled, with these exceptions: operators that look at whether something is known, and a condition that turns out
// not applicable although both its branches agree. Inputs behind them may have to stay unknown to give a level.
void Cone::find_inputs_that_may_stay_unknown(const Evaluator& evaluator) {
    const std::vector<char> may_go = may_be_not_applicable(evaluator);
    const auto looks_at_presence = [&](int index, std::size_t argument_index, int argument) {
        const Node& n = node(index);
        switch (n.op) {
            case Op::kKnown:
            case Op::kMinimumKnown:
            case Op::kMaximumKnown: return true;
            case Op::kOrElse: return argument_index == 0;
            case Op::kApplicable: return may_go[at(argument)] != 0;
            case Op::kConditional: return argument_index == 0 && may_go[at(argument)] != 0;
            case Op::kScore: return is_score_with_policy(program_, n);
            case Op::kBestFit: return program_.best_fits[at(n.payload)].ignore_unknown;
            default: return false;
        }
    };
    std::vector<char> behind(at(root_) + 1, 0);
    stays_.assign(missing_.size(), 0);
    for (auto it = nodes_.rbegin(); it != nodes_.rend(); ++it) {
        const auto parts = arguments(*it);
        for (std::size_t i = 0; i < parts.size(); ++i) behind[at(parts[i])] |= behind[at(*it)] || looks_at_presence(*it, i, parts[i]);
        if (is_input(*it) && behind[at(*it)]) stays_[at(position_of_[at(*it)])] = 1;
    }
    for (std::size_t position = 0; position < missing_.size(); ++position)
        if (missing_[position].together >= 0 && stays_[position]) stays_[at(missing_[position].together)] = 1;
}

bool Cone::any_may_stay_unknown() const {
    bool any = false;
    for (std::size_t position = 0; position < missing_.size(); ++position)
        if (stays_[position]) for_each_node_of(position, [&](int) { any = true; });
    return any;
}

bool Cone::can_be_filled(std::size_t position) const {
    const auto has_values = [&](std::size_t p) { return !missing_[p].admissible.set().empty(); };
    const int other = missing_[position].together;
    return has_values(position) && (other < 0 || has_values(at(other)));
}

void Cone::start_sets(const Evaluator& evaluator) {
    const std::size_t count = at(root_) + 1;
    sets_.resize(count);
    points_.resize(count);
    is_restricted_.assign(count, 0);
    in_forward_.assign(count, 0);
    in_backward_.assign(count, 0);
    for (const int i : below_.nodes) {
        if (!in_cone_[at(i)]) {
            points_[at(i)] = evaluator.value(i);
            sets_[at(i)] = exactly(points_[at(i)], node(i).type.value);
            continue;
        }
        if (is_input(i)) {
            const std::size_t position = at(position_of_[at(i)]);
            at_node(i) = missing_[position].admissible.set();
            at_node(i).unknown = stays_[position] || !set(i).known;
        } else {
            at_node(i) = derive(i);
        }
        if (set(i).determined()) points_[at(i)] = set(i).value();
    }
}

std::vector<int> Cone::open_inputs() const {
    if (set(root_).determined()) return {};
    std::vector<char> reached(at(root_) + 1, 0);
    std::vector<int> queue{root_}, open;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        if (is_input(queue[i])) open.push_back(position_of_[at(queue[i])]);
        for_each_live(queue[i], [&](int argument) {
            if (!set(argument).determined() && !reached[at(argument)]++) queue.push_back(argument);
        });
    }
    std::sort(open.begin(), open.end());
    open.erase(std::unique(open.begin(), open.end()), open.end());
    return open;
}

}  // namespace schoolimp::inline v0
