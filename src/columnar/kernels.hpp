// Kernels: the loops over columns and planes, compiled once for each kind of processor and chosen when the program runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Rows are worked on in blocks: long enough that a column is read in runs memory is fast at, short enough that the planes of a block stay in the near caches.
inline constexpr std::size_t kBlockRows = 4096;
inline constexpr std::size_t kPlaneWords = kBlockRows / 64;

enum class PlaneOp : std::uint8_t { kAnd, kOr, kAndNot, kNot, kAtLeast };

/// One gate with the places of its planes. kAtLeast: a = how many, b = first of its list, count = length.
struct Instruction {
    PlaneOp op = PlaneOp::kAnd;
    std::int32_t to = 0, a = 0, b = 0, count = 0;
};

/// The rows of a block a kernel works on: 64 for each word of its planes. It is a multiple of 8 words and at most kPlaneWords.
constexpr std::size_t words_for(std::size_t rows) { return rows == 0 ? 8 : (rows + 511) / 512 * 8; }

/// All work on the first `words` words of planes, and on as many numbers, codes, bytes or masks as these have rows.
struct Kernels {
    const char* name;  ///< "baseline", "avx2", "avx512", "neon".

    /// Bits of the rows whose number is at least the threshold. NaN is not.
    void (*at_least)(const double* numbers, double threshold, std::uint64_t* plane, std::size_t words);
    /// Bits of the rows whose number is NaN; and of those whose number is below `least`, or at least `too_great`.
    void (*check)(const double* numbers, double least, double too_great, std::uint64_t* nan, std::uint64_t* outside, std::size_t words);
    /// Bits of the rows whose byte is the code.
    void (*equals)(const std::uint8_t* codes, std::uint8_t code, std::uint64_t* plane, std::size_t words);
    /// The numbers as whole millionths, and the bits of the rows where that is not exact. Numbers without a bit in `present` become zero.
    void (*to_units)(const double* numbers, const std::uint64_t* present, double* units, std::uint64_t* inexact, std::size_t words);
    /// sum += factor x units.
    void (*accumulate)(double* sum, const double* units, double factor, std::size_t words);
    /// Runs the gates. `planes` holds one plane after the other, each `stride` words after the one before.
    void (*run)(std::span<const Instruction> instructions, const std::int32_t* lists, std::uint64_t* planes, std::size_t stride, std::size_t words);
    /// Byte of row r: bit i is bit r of planes[i]. `count` is at most 8.
    void (*to_bytes)(const std::uint64_t* const* planes, int count, std::uint8_t* bytes, std::size_t words);
    /// masks[r * stride]: byte i is byte r of bytes[i]. `count` is at most 8.
    void (*to_masks)(const std::uint8_t* const* bytes, int count, std::uint64_t* masks, std::size_t stride, std::size_t words);
};

/// Those this machine can run, the fastest first; the last one is the baseline.
std::span<const Kernels* const> available_kernels();

}  // namespace schoolimp::inline v0
