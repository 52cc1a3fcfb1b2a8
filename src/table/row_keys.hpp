// RowKeys: for rows of a block, all that what is possible for them depends on.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "columnar/block_runner.hpp"
#include "table/block_loader.hpp"

namespace schoolimp::inline v0 {

class RowKeys {
public:
    /// All must outlive the keys, and hold the block.
    RowKeys(const JudgementPlanes& planes, const ColumnProgram& columns, const BlockLoader& loader, const BlockRunner& runner)
        : planes_(planes), columns_(columns), loader_(loader), runner_(runner) {}

    /// The key of a row; stands until the next call. Cheapest for rows in ascending order.
    std::span<const std::uint64_t> of(std::size_t row);

private:
    using Square = std::array<std::uint64_t, 64>;
    void turn(std::size_t word);
    void add_values(const std::vector<std::int32_t>& inputs, std::size_t row);

    const JudgementPlanes& planes_;
    const ColumnProgram& columns_;
    const BlockLoader& loader_;
    const BlockRunner& runner_;
    std::size_t turned_ = static_cast<std::size_t>(-1);  ///< The word of the planes the squares are of.
    std::vector<Square> squares_;
    std::vector<std::uint64_t> key_;
};

}  // namespace schoolimp::inline v0
