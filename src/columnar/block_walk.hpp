// BlockWalk: walks a block of rows through fillings of their missing cells, each a small step from the one before (expression/possible_walk.hpp does it for one school).
#pragma once

#include <vector>

#include "columnar/block_runner.hpp"
#include "columnar/walk_program.hpp"

namespace schoolimp::inline v0 {

class BlockWalk {
public:
    /// All must outlive the walk; not to be shared between threads.
    BlockWalk(const ColumnProgram& columns, const WalkProgram& walk, const Kernels& kernels);

    /// `wanted` by rank and row: levels to look for, planes one after the other; those met are taken out of it. Ends when none is left, or all fillings have been tried.
    void run(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at, std::vector<std::uint64_t>& wanted);

private:
    void begin_with(std::size_t step, std::size_t choice);
    void put_leaves(std::size_t step, std::size_t choice);
    void change(std::size_t step, std::size_t choice);
    void look();
    bool ended() const { return left_ == 0; }
    void descend();
    void ascend();
    void raise_one_by_one();
    void lower_one_by_one();

    const WalkProgram& walk_;
    BlockRunner runner_;
    std::vector<std::vector<std::uint64_t>> missing_;  ///< By step: rows in which the input is missing.
    std::vector<std::uint64_t>* wanted_ = nullptr;
    std::size_t words_ = 0;  ///< Of planes that have rows.
    std::uint64_t left_ = 0;  ///< Not zero while anything is wanted.
};

}  // namespace schoolimp::inline v0
