// What follows from a restriction: forwards, the sets of the nodes that read a node; backwards, what is left of its arguments.
#include <algorithm>

#include "expression/possible_cone.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr std::size_t kMaxRounds = 16;  // Of one propagation. Bounds that creep along the grid are left to splitting.

/// The parts a set is tried by: each code, all values of an interval together, unknown, not applicable.
template <typename Visit>
void for_each_part(const Abstract& set, Visit&& visit) {
    Abstract part;
    part.interval = set.interval;
    if (set.known && set.interval) {
        part = set;
        part.unknown = part.not_applicable = false;
        visit(part);
    }
    for (std::uint64_t codes = set.codes; codes != 0; codes &= codes - 1) visit(of_codes(codes & ~(codes - 1)));
    part = Abstract{};
    part.interval = set.interval;
    part.unknown = true;
    if (set.unknown) visit(part);
    part.unknown = false;
    part.not_applicable = true;
    if (set.not_applicable) visit(part);
}

}  // namespace

/// Those that are not in the list yet.
void Cone::add_live_open_arguments(int index, std::vector<int>& open) const {
    for_each_live(index, [&](int argument) {
        if (!set(argument).determined() && std::find(open.begin(), open.end(), argument) == open.end()) open.push_back(argument);
    });
}

Abstract Cone::derive(int index) const {
    ++derived_;
    const Node& n = node(index);
    bool settled = !is_exact_on_determined(n.op);
    if (settled) for_each_live(index, [&](int argument) { settled = settled && set(argument).determined(); });
    if (!settled) return apply_abstract(program_, n, AbstractArguments(program_, n, sets_.data()));
    return exactly(apply(program_, n, Arguments(program_, n, points_.data())), n.type.value);
}

/// As if one argument had another set.
Abstract Cone::derive_with(int index, int argument, const Abstract& other) {
    const Abstract kept = set(argument);
    const Value point = points_[at(argument)];
    at_node(argument) = other;
    if (other.determined()) points_[at(argument)] = other.value();
    const Abstract result = derive(index);
    at_node(argument) = kept;
    points_[at(argument)] = point;
    return result;
}

void Cone::put(int index, const Abstract& now) {
    trail_.push_back({index, set(index), points_[at(index)]});
    at_node(index) = now;
    if (now.determined()) points_[at(index)] = now.value();
}

void Cone::undo(const Mark& mark) {
    for (; trail_.size() > mark.trail; trail_.pop_back()) {
        at_node(trail_.back().node) = trail_.back().set;
        points_[at(trail_.back().node)] = trail_.back().point;
    }
    for (; restricted_.size() > mark.restricted; restricted_.pop_back()) is_restricted_[at(restricted_.back())] = 0;
}

void Cone::schedule_readers(int index) {
    for_each_reader(index, [&](int reader) { forward_.add(reader); });
}

void Cone::require(int index, const Abstract& wanted) {
    if (!in_cone(index)) {
        failed_ |= meet(set(index), wanted).empty();
        return;
    }
    const Abstract now = meet(set(index), wanted);
    if (now.empty()) failed_ = true;
    if (failed_ || now == set(index)) return;
    put(index, now);
    schedule_readers(index);
    if (is_input(index)) return fill_together(index);
    if (!is_restricted_[at(index)]) {
        is_restricted_[at(index)] = 1;
        restricted_.push_back(index);
    }
    backward_.add(index);
}

/// An observation and its date have a value together or not at all.
void Cone::fill_together(int index) {
    const int other = missing_[position_of(index)].together;
    if (other < 0) return;
    for_each_node_of(at(other), [&](int i) {
        Abstract wanted = set(i);
        wanted.known &= set(index).known;
        wanted.unknown &= set(index).unknown;
        require(i, wanted);
    });
}

void Cone::work_forward(int index) {
    if (!set(index).determined()) {
        const Abstract now = meet(set(index), derive(index));
        if (now.empty()) failed_ = true;
        if (failed_) return;
        if (now != set(index)) {
            put(index, now);
            schedule_readers(index);
        }
    }
    if (is_restricted_[at(index)]) backward_.add(index);
}

/// Keeps of an argument the parts with which the node can still have a value of its set.
void Cone::filter_argument(int index, int argument) {
    Abstract kept;
    kept.interval = set(argument).interval;
    for_each_part(set(argument), [&](const Abstract& part) {
        if (!meet(derive_with(index, argument, part), set(index)).empty()) join(kept, part);
    });
    require(argument, kept);
}

void Cone::work_backward(int index) {
    const Abstract now = derive(index);
    if (meet(now, set(index)).empty()) failed_ = true;
    if (failed_ || is_subset(now, set(index))) return;
    open_.clear();
    add_live_open_arguments(index, open_);
    for (const int argument : open_) {
        filter_argument(index, argument);
        if (failed_) return;
    }
    bound_arguments(index);
}

bool Cone::propagate() {
    const std::size_t most_steps = kMaxRounds * (nodes_.size() + 4);
    for (std::size_t steps = 0; !failed_ && steps < most_steps && (!forward_.empty() || !backward_.empty()); ++steps) {
        if (!forward_.empty()) {
            work_forward(forward_.take_first());
        } else {
            work_backward(backward_.take_last());
        }
    }
    // Whatever is left undone only means that less has been found out; but sets read by others must be up to date.
    while (!failed_ && !forward_.empty()) work_forward(forward_.take_first());
    forward_.clear();
    backward_.clear();
    const bool consistent = !failed_;
    failed_ = false;
    return consistent;
}

bool Cone::restrict_to(int index, const Abstract& wanted) {
    require(index, wanted);
    return propagate();
}

bool Cone::fill_all() {
    for (std::size_t position = 0; position < missing_.size(); ++position)
        for_each_node_of(position, [&](int i) {
            Abstract filled = set(i);
            filled.unknown = false;
            if (filled.known) require(i, filled);
        });
    return propagate();
}

int Cone::unjustified() const {
    int nearest = -1;
    for (const int i : restricted_)
        if (i > nearest && !is_subset(derive(i), set(i))) nearest = i;
    return nearest;
}

int Cone::split_below(int index) const {
    std::vector<int> queue;
    add_live_open_arguments(index, queue);
    int widest = -1;
    Decimal width;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const int below = queue[i];
        if (!set(below).interval || (set(below).known + set(below).unknown + set(below).not_applicable > 1 && is_input(below))) return below;
        if (is_input(below)) {
            const Decimal own = subtract(set(below).high, set(below).low).value_or(set(below).high);
            if (widest < 0 || own > width) widest = below, width = own;
        }
        add_live_open_arguments(below, queue);
    }
    return widest;
}

Abstract Cone::part_to_try(int index, int unjustified) {
    const Abstract& now = set(index);
    if (now.interval && now.known && !now.unknown && !now.not_applicable) {  // An input: the lower half of its grid.
        const int places = missing_[position_of(index)].admissible.places;
        const auto grid_index = [&](const Decimal& value) { return value.coefficient() * detail::kPowersOfTen[places - value.places()]; };
        const std::int64_t first = grid_index(now.low), last = grid_index(now.high);
        Abstract lower = now;
        lower.high = Decimal::make(first + (last - first) / 2, places).value_or(now.low);
        return lower;
    }
    Abstract best;
    bool justifies = false;
    for_each_part(now, [&](const Abstract& part) {
        if (justifies) return;
        if (best.empty()) best = part;
        if (!is_subset(derive_with(unjustified, index, part), set(unjustified))) return;
        best = part;
        justifies = true;
    });
    return best;
}

}  // namespace schoolimp::inline v0
