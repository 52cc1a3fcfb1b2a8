#include "table/row_keys.hpp"

#include <bit>

namespace schoolimp::inline v0 {

namespace {

bool has_bit(const std::uint64_t* plane, std::size_t row) { return plane != nullptr && ((plane[row / 64] >> (row % 64)) & 1) != 0; }

/// Bit j of word i becomes bit i of word j: blocks of half the size change places across the diagonal, from the largest to single bits.
void transpose(std::array<std::uint64_t, 64>& square) {
    std::uint64_t mask = 0x00000000ffffffffULL;
    for (std::size_t half = 32; half != 0; half >>= 1, mask ^= mask << half)
        for (std::size_t i = 0; i < 64; i = ((i | half) + 1) & ~half) {
            const std::uint64_t changed = ((square[i] >> half) ^ square[i | half]) & mask;
            square[i] ^= changed << half;
            square[i | half] ^= changed;
        }
}

}  // namespace

std::span<const std::uint64_t> RowKeys::of(std::size_t row) {
    if (row / 64 != turned_) turn(row / 64);
    key_.clear();
    for (const Square& square : squares_) key_.push_back(square[row % 64]);
    for (const JudgementPlanes::Together& together : planes_.together)
        if (has_bit(runner_.plane(together.incomplete), row)) add_values(together.inputs, row);
    return key_;
}

void RowKeys::turn(std::size_t word) {
    turned_ = word;
    squares_.resize((planes_.key.size() + 63) / 64);
    for (std::size_t first = 0; first < planes_.key.size(); first += 64) {
        Square& square = squares_[first / 64];
        square.fill(0);
        for (std::size_t i = first; i < std::min(first + 64, planes_.key.size()); ++i) square[i - first] = runner_.plane(planes_.key[i])[word];
        transpose(square);
    }
}

void RowKeys::add_values(const std::vector<std::int32_t>& inputs, std::size_t row) {
    for (const int input : inputs) {
        const InputBlock& cell = loader_.cells()[static_cast<std::size_t>(input)];
        if (has_bit(cell.not_applicable, row)) key_.push_back(~static_cast<std::uint64_t>(input));  // Not as one that is unknown.
        if (!has_bit(cell.present, row) || columns_.columns()[static_cast<std::size_t>(input)].source != InputColumn::Source::kColumn) continue;
        key_.push_back(static_cast<std::uint64_t>(input));
        key_.push_back(cell.codes == nullptr ? std::bit_cast<std::uint64_t>(cell.numbers[row]) : cell.codes[row]);
    }
}

}  // namespace schoolimp::inline v0
