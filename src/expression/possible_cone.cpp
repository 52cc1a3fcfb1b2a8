#include "expression/possible_cone.hpp"

#include <algorithm>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool has_hole(const Program& program, const Node& node) {
    const auto hole = [](const std::vector<int>& cells) { return std::find(cells.begin(), cells.end(), -1) != cells.end(); };
    if (node.op == Op::kMatrix) return hole(program.matrices[at(node.payload)].cells);
    return node.op == Op::kMapLevel && hole(program.crosswalks[at(node.payload)].to);
}

std::size_t words_for(std::size_t numbers) { return (numbers + 63) / 64; }

void add_to(BitSet& set, std::span<const std::uint64_t> others) {
    for (std::size_t i = 0; i < others.size(); ++i) set[i] |= others[i];
}
void remove_from(BitSet& set, std::span<const std::uint64_t> others) {
    for (std::size_t i = 0; i < others.size(); ++i) set[i] &= ~others[i];
}
void flip_in(BitSet& set, int number) { set[at(number) / 64] ^= std::uint64_t{1} << (number % 64); }

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

Cone::Cone(const Evaluator& evaluator, const ProgramIndex& index, std::span<const MissingInput> missing)
    : program_(evaluator.program()),
      index_(index),
      missing_(missing),
      position_of_input_(program_.inputs.size(), -1),
      open_nodes_(words_for(program_.nodes.size()), 0),
      in_cone_(open_nodes_.size(), 0),
      has_set_(open_nodes_.size(), 0),
      stays_(words_for(program_.inputs.size()), 0),
      sets_(index.constant_sets()),
      points_(evaluator.values().begin(), evaluator.values().end()),
      is_restricted_(program_.nodes.size(), 0),
      forward_(program_.nodes.size()),
      backward_(program_.nodes.size()) {
    sets_of_missing_.reserve(missing_.size());
    for (std::size_t i = 0; i < missing_.size(); ++i) {
        position_of_input_[at(missing_[i].input)] = static_cast<int>(i);
        add_to(open_nodes_, index_.nodes_above(missing_[i].input));
        sets_of_missing_.push_back(missing_[i].admissible.set());
    }
}

void Cone::turn_to(int root) {
    root_ = root;
    below_ = &index_.root(root);
    derived_ = 0;
    find_nodes();
    find_inputs_that_may_stay_unknown();
    find_sets();
}

void Cone::find_nodes() {
    nodes_.clear();
    nodes_.reserve(below_->nodes.size());
    for (std::size_t word = 0; word < in_cone_.size(); ++word) {
        in_cone_[word] = open_nodes_[word] & below_->node_set[word];
        for (std::uint64_t bits = in_cone_[word]; bits != 0; bits &= bits - 1) nodes_.push_back(static_cast<int>(word) * 64 + std::countr_zero(bits));
    }
}

std::vector<char> Cone::may_be_not_applicable() const {
    std::vector<char> may(at(root_) + 1, 0);
    for (const int i : below_->below_applicability) {
        if (!in_cone(i)) {
            may[at(i)] = points_[at(i)].not_applicable();
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
void Cone::find_inputs_that_may_stay_unknown() {
    const std::vector<char> may_go = may_be_not_applicable();
    BitSet behind(stays_.size(), 0), stays(stays_.size(), 0);
    for (const ProgramIndex::Root::Look& look : below_->looks)
        if (!look.at_applicability || may_go[at(look.argument)]) add_to(behind, index_.inputs_below(look.argument));
    for (const MissingInput& missing : missing_) {
        if (!holds(behind, missing.input)) continue;
        put_in(stays, missing.input);
        if (missing.together >= 0) put_in(stays, missing_[at(missing.together)].input);
    }
    const auto below = index_.inputs_below(root_);
    for (const MissingInput& missing : missing_) {
        const int input = missing.input;
        if (!holds(below, input) || holds(stays, input) == holds(stays_, input)) continue;
        remove_from(has_set_, index_.nodes_above(input));  // Another judgement has left them with other sets.
        flip_in(stays_, input);
    }
}

bool Cone::any_may_stay_unknown() const {
    bool any = false;
    for (std::size_t position = 0; position < missing_.size(); ++position)
        if (may_stay_unknown(position)) for_each_node_of(position, [&](int) { any = true; });
    return any;
}

bool Cone::can_be_filled(std::size_t position) const {
    const int other = missing_[position].together;
    return !sets_of_missing_[position].empty() && (other < 0 || !sets_of_missing_[at(other)].empty());
}

void Cone::find_sets() {
    for (const int i : below_->nodes) {
        if (holds(has_set_, i)) continue;
        put_in(has_set_, i);
        if (node(i).op == Op::kConstant) continue;
        if (!in_cone(i)) {
            at_node(i) = exactly(points_[at(i)], node(i).type.value);
            continue;
        }
        if (is_input(i)) {
            const std::size_t position = position_of(i);
            at_node(i) = sets_of_missing_[position];
            at_node(i).unknown = may_stay_unknown(position) || !set(i).known;
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
        if (is_input(queue[i])) open.push_back(static_cast<int>(position_of(queue[i])));
        for_each_live(queue[i], [&](int argument) {
            if (!set(argument).determined() && !reached[at(argument)]++) queue.push_back(argument);
        });
    }
    std::sort(open.begin(), open.end());
    open.erase(std::unique(open.begin(), open.end()), open.end());
    return open;
}

}  // namespace schoolimp::inline v0
