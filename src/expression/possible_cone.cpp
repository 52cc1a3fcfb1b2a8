#include "expression/possible_cone.hpp"

#include <algorithm>

#include "expression/abstract_live.hpp"

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

Cone::Cone(const Evaluator& evaluator, std::span<const MissingInput> missing, int root)
    : program_(evaluator.program()), missing_(missing), root_(root), affected_(missing.size()), pieces_(missing.size()) {
    find_nodes(evaluator);
    find_inputs_that_may_stay_unknown(evaluator);
    start_sets(evaluator);
}

std::span<const std::int32_t> Cone::arguments(int index) const {
    const Node& n = node(index);
    return {program_.arguments.data() + n.first_argument, at(n.argument_count)};
}

void Cone::find_nodes(const Evaluator&) {
    const std::size_t count = at(root_) + 1;
    std::vector<int> position_of_input(program_.inputs.size(), -1);
    for (std::size_t i = 0; i < missing_.size(); ++i) position_of_input[at(missing_[i].input)] = static_cast<int>(i);
    std::vector<char> reached(count, 0), depends(count, 0);
    reached[at(root_)] = 1;
    for (int i = root_; i >= 0; --i)
        if (reached[at(i)])
            for (const int argument : arguments(i)) reached[at(argument)] = 1;
    position_of_.assign(count, -1);
    input_nodes_.resize(missing_.size());
    for (int i = 0; i <= root_; ++i) {
        if (!reached[at(i)]) continue;
        if (node(i).op == Op::kInput) position_of_[at(i)] = position_of_input[at(node(i).payload)];
        if (position_of_[at(i)] >= 0) input_nodes_[at(position_of_[at(i)])].push_back(i);
        depends[at(i)] = position_of_[at(i)] >= 0;
        for (const int argument : arguments(i)) depends[at(i)] |= depends[at(argument)];
        if (depends[at(i)]) nodes_.push_back(i);
    }
    in_cone_ = std::move(depends);
}

std::vector<bool> Cone::may_be_not_applicable(const Evaluator& evaluator) const {
    std::vector<bool> may(at(root_) + 1, false);
    for (int i = 0; i <= root_; ++i) {
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
    const std::vector<bool> may_go = may_be_not_applicable(evaluator);
    const auto looks_at_presence = [&](int index, std::size_t argument_index, int argument) {
        const Node& n = node(index);
        switch (n.op) {
            case Op::kKnown:
            case Op::kMinimumKnown:
            case Op::kMaximumKnown: return true;
            case Op::kOrElse: return argument_index == 0;
            case Op::kApplicable: return static_cast<bool>(may_go[at(argument)]);
            case Op::kConditional: return argument_index == 0 && may_go[at(argument)];
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
        if (position_of_[at(*it)] >= 0 && behind[at(*it)]) stays_[at(position_of_[at(*it)])] = 1;
    }
    for (const MissingInput& input : missing_) {
        const std::size_t position = at(static_cast<int>(&input - missing_.data()));
        if (input.together < 0 || !stays_[position]) continue;
        stays_[at(input.together)] = holds(input.together);
    }
}

bool Cone::any_may_stay_unknown() const { return std::find(stays_.begin(), stays_.end(), 1) != stays_.end(); }

void Cone::start_sets(const Evaluator& evaluator) {
    const std::size_t count = at(root_) + 1;
    sets_.resize(count);
    points_.resize(count);
    changed_.assign(count, 0);
    for (const MissingInput& input : missing_) starts_.push_back(input.admissible.set());
    for (int i = 0; i <= root_; ++i) {
        if (!in_cone_[at(i)]) {
            points_[at(i)] = evaluator.value(i);
            sets_[at(i)] = exactly(points_[at(i)], node(i).type.value);
        } else if (const int position = position_of_[at(i)]; position >= 0) {
            set(i) = start(position);
            set(i).unknown = may_stay_unknown(position) || !set(i).known;
            if (set(i).determined()) points_[at(i)] = set(i).value();
        } else {
            set(i) = derive(i, {sets_, points_});
            if (set(i).determined()) points_[at(i)] = set(i).value();
        }
    }
    start_sets_ = sets_;
    start_points_ = points_;
}

const Abstract& Cone::input(int position) const { return sets_[at(input_nodes_[at(position)].front())]; }

template <typename Visit>
void Cone::for_each_live(int index, const std::vector<Abstract>& sets, Visit&& visit) const {
    const auto truths = [&](int argument) { return sets[at(argument)].truths(); };
    const auto may_lack = [&](int argument) { return sets[at(argument)].unknown || sets[at(argument)].not_applicable; };
    for_each_live_argument(program_, node(index), truths, may_lack, visit);
}

Abstract Cone::derive(int index, Sets sets) const {
    const Node& n = node(index);
    bool settled = true;
    for_each_live(index, sets.sets, [&](int argument) { settled = settled && sets.sets[at(argument)].determined(); });
    if (!settled) return apply_abstract(program_, n, AbstractArguments(program_, n, sets.sets.data()));
    return exactly(apply(program_, n, Arguments(program_, n, sets.points.data())), n.type.value);
}

const std::vector<int>& Cone::affected(int position) {
    std::optional<std::vector<int>>& list = affected_[at(position)];
    if (list) return *list;
    list.emplace();
    std::vector<char> reached(at(root_) + 1, 0);
    for (const int i : nodes_) {
        if (position_of_[at(i)] == position) reached[at(i)] = 1;
        bool follows = false;
        for (const int argument : arguments(i)) follows |= reached[at(argument)] != 0;
        if (!follows) continue;
        reached[at(i)] = 1;
        list->push_back(i);
    }
    return *list;
}

void Cone::put(int index, const Abstract& now) {
    if (set(index) == now) return;
    trail_.push_back({index, set(index), points_[at(index)]});
    set(index) = now;
    if (now.determined()) points_[at(index)] = now.value();
    changed_[at(index)] = step_;
}

void Cone::narrow_alone(int position, const Abstract& now) {
    ++step_;
    for (const int i : input_nodes_[at(position)]) put(i, now);
    for (const int i : affected(position)) {
        if (set(i).determined()) continue;
        const auto parts = arguments(i);
        if (std::any_of(parts.begin(), parts.end(), [&](int argument) { return changed_[at(argument)] == step_; })) put(i, derive(i, {sets_, points_}));
    }
}

void Cone::narrow(int position, const Abstract& now) {
    narrow_alone(position, now);
    const int other = missing_[at(position)].together;
    if (other < 0 || !holds(other) || (now.known && now.unknown)) return;
    Abstract together = input(other);
    together.known &= now.known;
    together.unknown &= now.unknown;
    if (together != input(other)) narrow_alone(other, together);
}

void Cone::undo(std::size_t mark) {
    for (; trail_.size() > mark; trail_.pop_back()) {
        const Saved& saved = trail_.back();
        set(saved.node) = saved.set;
        points_[at(saved.node)] = saved.point;
    }
}

std::vector<Cone::Open> Cone::open_inputs() {
    std::vector<int> readers(at(root_) + 1, 0), queue;
    if (!root().determined()) queue.push_back(root_);
    const auto visit = [&](int argument) {
        if (!set(argument).determined() && readers[at(argument)]++ == 0) queue.push_back(argument);
    };
    for (std::size_t i = 0; i < queue.size(); ++i) for_each_live(queue[i], sets_, visit);
    std::vector<Open> open;
    for (std::size_t position = 0; position < missing_.size(); ++position) {
        int count = 0;
        for (const int i : input_nodes_[position]) count += readers[at(i)] + (i == root_);
        if (count > 0) open.push_back({static_cast<int>(position), count});
    }
    return open;
}

}  // namespace schoolimp::inline v0
