#include "columnar/block_walk.hpp"

namespace schoolimp::inline v0 {

BlockWalk::BlockWalk(const ColumnProgram& columns, const WalkProgram& walk, const Kernels& kernels)
    : walk_(walk), runner_(columns, walk.planes(), kernels), missing_(walk.steps().size(), std::vector<std::uint64_t>(kPlaneWords)) {}

void BlockWalk::run(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at, std::vector<std::uint64_t>& wanted) {
    wanted_ = &wanted;
    words_ = (rows + 63) / 64;
    runner_.make_room(rows);
    for (std::size_t step = 0; step < walk_.steps().size(); ++step) {
        const InputBlock& block = inputs[static_cast<std::size_t>(walk_.steps()[step].input)];
        for (std::size_t w = 0; w < words_; ++w)
            missing_[step][w] = ~((block.present == nullptr ? 0 : block.present[w]) | (block.not_applicable == nullptr ? 0 : block.not_applicable[w]));
        begin_with(step, walk_.steps()[step].choices.size() - 1);
    }
    runner_.run(inputs, rows, value_at);
    look();
    descend();
    raise_one_by_one();
    ascend();
    lower_one_by_one();
}

void BlockWalk::begin_with(std::size_t step, std::size_t choice) {
    put_leaves(step, choice);
    const Value& value = walk_.steps()[step].choices[choice].value;
    if (value.scalar.places() <= kUnitPlaces) runner_.begin_with(walk_.steps()[step].input, in_units(value.scalar));
}

void BlockWalk::put_leaves(std::size_t step, std::size_t choice) {
    const WalkProgram::Step& one = walk_.steps()[step];
    const WalkProgram::Step::Choice& given = one.choices[choice];
    for (std::size_t i = 0; i < one.leaves.size(); ++i) {
        std::uint64_t* plane = runner_.plane(one.leaves[i]);
        for (std::size_t w = 0; w < words_; ++w) plane[w] = given.holds[i] != 0 ? missing_[step][w] : 0;
    }
}

void BlockWalk::change(std::size_t step, std::size_t choice) {
    put_leaves(step, choice);
    const WalkProgram::Step& one = walk_.steps()[step];
    const Value& value = one.choices[choice].value;
    if (value.scalar.places() <= kUnitPlaces) runner_.give(one.input, in_units(value.scalar));
    runner_.run_again(one.instructions);
    look();
}

void BlockWalk::look() {
    const std::uint64_t* spoiled = runner_.plane(walk_.spoiled());
    left_ = 0;
    for (std::size_t rank = 0; rank < walk_.levels().size(); ++rank) {
        const std::uint64_t* level = runner_.plane(walk_.levels()[rank]);
        std::uint64_t* wanted = wanted_->data() + rank * kPlaneWords;
        for (std::size_t w = 0; w < words_; ++w) {
            wanted[w] &= ~level[w] | spoiled[w];
            left_ |= wanted[w];
        }
    }
}

void BlockWalk::descend() {
    for (std::size_t step = 0; step < walk_.steps().size(); ++step)
        for (std::size_t choice = walk_.steps()[step].choices.size() - 1; choice-- > 0 && !ended();) change(step, choice);
}

void BlockWalk::ascend() {
    for (std::size_t step = 0; step < walk_.steps().size(); ++step)
        for (std::size_t choice = 1; choice < walk_.steps()[step].choices.size() && !ended(); ++choice) change(step, choice);
}

void BlockWalk::raise_one_by_one() {
    for (std::size_t step = 0; step < walk_.steps().size(); ++step) {
        for (std::size_t choice = 1; choice < walk_.steps()[step].choices.size() && !ended(); ++choice) change(step, choice);
        if (!ended()) change(step, 0);
    }
}

void BlockWalk::lower_one_by_one() {
    for (std::size_t step = 0; step < walk_.steps().size(); ++step) {
        const std::size_t choices = walk_.steps()[step].choices.size();
        for (std::size_t choice = choices - 1; choice-- > 0 && !ended();) change(step, choice);
        if (!ended()) change(step, choices - 1);
    }
}

}  // namespace schoolimp::inline v0
