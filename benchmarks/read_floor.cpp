// The read floor: nothing but reading columns, to compare engines with. A shared library for benchmarks/side_by_side.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

namespace {

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define READ_FLOOR_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define READ_FLOOR_CLONES
#endif

/// Eight independent sums, so that it is memory that bounds the loop.
READ_FLOOR_CLONES std::uint64_t xor_of(const std::uint64_t* words, std::size_t count) {
    std::uint64_t sums[64] = {};
    std::size_t i = 0;
    for (; i + 64 <= count; i += 64)
        for (std::size_t lane = 0; lane < 64; ++lane) sums[lane] ^= words[i + lane];
    for (; i < count; ++i) sums[0] ^= words[i];
    std::uint64_t all = 0;
    for (const std::uint64_t sum : sums) all ^= sum;
    return all;
}

/// A run of rows of all columns, block by block as the engine reads them: whole columns one after the other would be another order of memory.
std::uint64_t xor_of_rows(const std::uint64_t* const* columns, std::size_t column_count, std::size_t first, std::size_t last) {
    constexpr std::size_t kBlock = 4096;
    std::uint64_t all = 0;
    for (std::size_t row = first; row < last; row += kBlock)
        for (std::size_t c = 0; c < column_count; ++c) all ^= xor_of(columns[c] + row, std::min(kBlock, last - row));
    return all;
}

}  // namespace

/// The XOR of all words of all columns: the same for any number of threads, so that the reading can be checked. `by_blocks`: a block of all columns
/// after the other, otherwise a column after the other.
extern "C" __attribute__((visibility("default"))) std::uint64_t schoolimp_read_floor(const std::uint64_t* const* columns, std::size_t column_count, std::size_t rows,
                                                                                      std::size_t threads, int by_blocks) {
    threads = std::max<std::size_t>(threads, 1);
    std::vector<std::uint64_t> sums(threads);
    const auto work = [&](std::size_t i) {
        const std::size_t first = rows * i / threads, last = rows * (i + 1) / threads;
        if (by_blocks != 0)
            sums[i] = xor_of_rows(columns, column_count, first, last);
        else
            for (std::size_t c = 0; c < column_count; ++c) sums[i] ^= xor_of(columns[c] + first, last - first);
    };
    std::vector<std::thread> started;
    for (std::size_t i = 1; i < threads; ++i) started.emplace_back(work, i);
    work(0);
    for (std::thread& thread : started) thread.join();
    std::uint64_t all = 0;
    for (const std::uint64_t sum : sums) all ^= sum;
    return all;
}
