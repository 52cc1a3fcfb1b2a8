#include "expression/possible_walk.hpp"

#include <bit>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

Value Walk::Filling::choice(int number) const {
    const int nth = greatest_first ? choices - 1 - number : number;
    if (set->interval) return number_value(nth == 0 ? set->low : set->high);
    std::uint64_t codes = set->codes;
    for (int i = 0; i < nth; ++i) codes &= codes - 1;
    return level_value(std::countr_zero(codes));
}

Walk::Walk(const Cone& cone, std::uint64_t wanted, int rounds)
    : cone_(cone), most_steps_(at(rounds) * cone.nodes().size()), wanted_(wanted), changed_(at(cone.root()) + 1) {
    if (ended()) return;
    values_ = cone.points();
    fillings_.reserve(cone.missing().size());
    for (std::size_t position = 0; position < cone.missing().size(); ++position) collect(position);
}

void Walk::collect(std::size_t position) {
    const bool fills = cone_.can_be_filled(position);
    int first = -1;
    cone_.for_each_node_of(position, [&](int node) {
        if (!fills) values_[at(node)] = unknown_value();
        first = node;
    });
    if (!fills || first < 0) return;
    const Abstract& set = cone_.set(first);
    const int choices = set.interval ? 2 : std::popcount(set.codes);
    fillings_.push_back({position, &set, choices, false});
}

std::uint64_t Walk::run() {
    for (int way = 0; way < cone_.ways() && !ended(); ++way)
        if (cone_.ways() == 1 || ((wanted_ & ~met_) >> way & 1u) != 0) begin_with_best(way);
    if (!ended()) descend();
    if (!ended()) raise_one_by_one();
    if (!ended()) ascend();
    if (!ended()) lower_one_by_one();
    return met_ & wanted_;
}

Value Walk::value_now(int index) const {
    const Node& node = cone_.program().nodes[at(index)];
    return apply(cone_.program(), node, Arguments(cone_.program(), node, values_.data()));
}

void Walk::look() {
    const Value& level = values_[at(cone_.root())];
    if (level.known()) met_ |= std::uint64_t{1} << level.code();
}

void Walk::begin_with_best(int way) {
    for (Filling& filling : fillings_) {
        filling.greatest_first = cone_.pull(way, filling.position) < 0;
        cone_.for_each_node_of(filling.position, [&](int node) { values_[at(node)] = filling.choice(filling.choices - 1); });
    }
    for (const int index : cone_.nodes()) {
        if (cone_.is_input(index)) continue;
        values_[at(index)] = value_now(index);
    }
    steps_ += cone_.nodes().size();
    look();
}

void Walk::fill(const Filling& filling, int choice) {
    cone_.for_each_node_of(filling.position, [&](int node) {
        values_[at(node)] = filling.choice(choice);
        schedule_readers(node);
    });
    work_out();
    look();
}

void Walk::work_out() {
    while (!changed_.empty()) {
        const int index = changed_.take_first();
        ++steps_;
        const Value now = value_now(index);
        if (now == values_[at(index)]) continue;
        values_[at(index)] = now;
        schedule_readers(index);
    }
}

void Walk::schedule_readers(int index) {
    cone_.for_each_reader(index, [&](int reader) { changed_.add(reader); });
}

void Walk::descend() {
    for (const Filling& filling : fillings_)
        for (int choice = filling.choices - 1; choice-- > 0 && !ended();) fill(filling, choice);
}

void Walk::ascend() {
    for (const Filling& filling : fillings_)
        for (int choice = 1; choice < filling.choices && !ended(); ++choice) fill(filling, choice);
}

void Walk::raise_one_by_one() {
    for (const Filling& filling : fillings_) {
        for (int choice = 1; choice < filling.choices && !ended(); ++choice) fill(filling, choice);
        if (!ended()) fill(filling, 0);
    }
}

void Walk::lower_one_by_one() {
    for (const Filling& filling : fillings_) {
        for (int choice = filling.choices - 1; choice-- > 0 && !ended();) fill(filling, choice);
        if (!ended()) fill(filling, filling.choices - 1);
    }
}

}  // namespace schoolimp::inline v0
