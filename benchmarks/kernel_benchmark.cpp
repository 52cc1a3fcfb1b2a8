// The kernels, each in every kernel set this machine can run. Bytes are those read and written; all of them lie in the caches,
// except where the answers of a whole table are written.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "columnar/kernels.hpp"

namespace schoolimp_bench {

using namespace schoolimp;

namespace {

constexpr std::size_t kPlaneBytes = kPlaneWords * sizeof(std::uint64_t), kNumberBytes = kBlockRows * sizeof(double);

/// Planes and numbers of one block.
struct Block {
    static constexpr int kPlanes = 64;
    std::vector<double> numbers = std::vector<double>(kBlockRows), more = std::vector<double>(kBlockRows);
    std::vector<std::uint8_t> codes = std::vector<std::uint8_t>(kBlockRows);
    std::vector<std::uint64_t> planes = std::vector<std::uint64_t>(kPlanes * kPlaneWords), plane = std::vector<std::uint64_t>(kPlaneWords), other = plane;

    Block() {
        std::mt19937_64 random(1);
        for (double& number : numbers) number = static_cast<double>(random() % 1001) / 10;
        for (std::uint8_t& code : codes) code = static_cast<std::uint8_t>(random() % 5);
        for (std::uint64_t& word : planes) word = random();
    }
};

/// Measures what `call` does with a block.
template <typename Call>
void measure(benchmark::State& state, std::size_t bytes, const Call& call) {
    Block block;
    for (auto _ : state) {
        call(block);
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

/// A circuit of gates of one kind: from the first planes to the later ones.
std::vector<Instruction> gates(PlaneOp op) {
    std::vector<Instruction> made;
    for (int to = 2; to < Block::kPlanes; ++to) made.push_back({op, to, to - 1, to - 2, 0});
    return made;
}

void run_gates(benchmark::State& state, const Kernels& kernels, PlaneOp op) {
    const std::vector<Instruction> instructions = gates(op);
    const std::size_t planes_of_gate = op == PlaneOp::kNot ? 2 : 3;
    measure(state, instructions.size() * planes_of_gate * kPlaneBytes, [&](Block& block) { kernels.run(instructions, nullptr, block.planes.data(), kPlaneWords, kPlaneWords); });
}

void run_at_least(benchmark::State& state, const Kernels& kernels, int length) {
    std::vector<std::int32_t> list;
    for (int i = 0; i < length; ++i) list.push_back(i);
    const std::array instructions{Instruction{PlaneOp::kAtLeast, length, length / 2, 0, length}};
    measure(state, static_cast<std::size_t>(length + 1) * kPlaneBytes, [&](Block& block) { kernels.run(instructions, list.data(), block.planes.data(), kPlaneWords, kPlaneWords); });
}

/// Planes of eight criteria or fewer, and the bytes of all rows made of them.
class CriterionBytes {
public:
    static constexpr std::size_t kMostGroups = 8;

    CriterionBytes(const Kernels& kernels, std::size_t criteria) : kernels_(kernels), criteria_(criteria), bytes_(kMostGroups * kBlockRows) {
        for (std::size_t g = 0; g < kMostGroups; ++g) groups_[g] = bytes_.data() + g * kBlockRows;
    }

    /// From planes one after the other to the masks of a block.
    void write(const std::uint64_t* planes, std::uint64_t* masks) {
        std::size_t group = 0;
        for (std::size_t first = 0; first < criteria_; first += 8, ++group) {
            const std::size_t count = std::min<std::size_t>(8, criteria_ - first);
            for (std::size_t i = 0; i < count; ++i) planes_[i] = planes + (first + i) * kPlaneWords;
            kernels_.to_bytes(planes_.data(), static_cast<int>(count), bytes_.data() + group * kBlockRows, kPlaneWords);
        }
        kernels_.to_masks(groups_.data(), static_cast<int>(group), masks, 1, kPlaneWords);
    }

private:
    const Kernels& kernels_;
    std::size_t criteria_;
    std::vector<std::uint8_t> bytes_;
    std::array<const std::uint8_t*, kMostGroups> groups_{};
    std::array<const std::uint64_t*, 8> planes_{};
};

/// Masks of criteria by row, three words a row, from planes that stay in the cache: met, not met and unknown.
void write_masks(benchmark::State& state, const Kernels& kernels, std::size_t criteria, std::size_t rows) {
    const std::size_t blocks = rows / kBlockRows;
    std::array<std::vector<std::uint64_t>, 3> masks;
    for (auto& mask : masks) mask.resize(blocks * kBlockRows);
    const Block block;
    CriterionBytes bytes(kernels, criteria);
    for (auto _ : state) {
        for (std::size_t b = 0; b < blocks; ++b)
            for (std::size_t m = 0; m < masks.size(); ++m) bytes.write(block.planes.data() + m * criteria * kPlaneWords, masks[m].data() + b * kBlockRows);
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(blocks * kBlockRows));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(masks.size() * blocks * kBlockRows * sizeof(std::uint64_t)));
}

void register_kernels(const Kernels& kernels) {
    const auto add = [&](const char* name, auto body) {
        benchmark::RegisterBenchmark(("kernel/" + std::string(name) + "/" + kernels.name).c_str(), [&kernels, body](benchmark::State& state) { body(state, kernels); });
    };
    using State = benchmark::State;
    add("at_least", [](State& state, const Kernels& of) {
        measure(state, kNumberBytes + kPlaneBytes, [&](Block& b) { of.at_least(b.numbers.data(), 50, b.plane.data(), kPlaneWords); });
    });
    add("check", [](State& state, const Kernels& of) {
        measure(state, kNumberBytes + 2 * kPlaneBytes, [&](Block& b) { of.check(b.numbers.data(), 0, 100, b.plane.data(), b.other.data(), kPlaneWords); });
    });
    add("equals", [](State& state, const Kernels& of) {
        measure(state, kBlockRows + kPlaneBytes, [&](Block& b) { of.equals(b.codes.data(), 3, b.plane.data(), kPlaneWords); });
    });
    add("to_units", [](State& state, const Kernels& of) {
        measure(state, 2 * kNumberBytes + 2 * kPlaneBytes, [&](Block& b) { of.to_units(b.numbers.data(), b.planes.data(), b.more.data(), b.plane.data(), kPlaneWords); });
    });
    add("accumulate", [](State& state, const Kernels& of) {
        measure(state, 3 * kNumberBytes, [&](Block& b) { of.accumulate(b.more.data(), b.numbers.data(), 0, kPlaneWords); });
    });
    add("run_and", [](State& state, const Kernels& of) { run_gates(state, of, PlaneOp::kAnd); });
    add("run_or", [](State& state, const Kernels& of) { run_gates(state, of, PlaneOp::kOr); });
    add("run_and_not", [](State& state, const Kernels& of) { run_gates(state, of, PlaneOp::kAndNot); });
    add("run_not", [](State& state, const Kernels& of) { run_gates(state, of, PlaneOp::kNot); });
    add("run_at_least_15", [](State& state, const Kernels& of) { run_at_least(state, of, 15); });
    add("run_at_least_60", [](State& state, const Kernels& of) { run_at_least(state, of, 60); });
    add("to_bytes", [](State& state, const Kernels& of) {
        measure(state, 8 * kPlaneBytes + kBlockRows, [&](Block& b) {
            std::array<const std::uint64_t*, 8> planes{};
            for (std::size_t i = 0; i < planes.size(); ++i) planes[i] = b.planes.data() + i * kPlaneWords;
            of.to_bytes(planes.data(), 8, b.codes.data(), kPlaneWords);
        });
    });
    add("to_masks", [](State& state, const Kernels& of) {
        std::vector<std::uint64_t> masks(kBlockRows);
        measure(state, 8 * kBlockRows + masks.size() * sizeof(std::uint64_t), [&](Block& b) {
            std::array<const std::uint8_t*, 8> bytes{};
            bytes.fill(b.codes.data());
            of.to_masks(bytes.data(), 8, masks.data(), 1, kPlaneWords);
        });
    });
    add("masks_of_a_million_rows", [](State& state, const Kernels& of) { write_masks(state, of, 15, 1'000'000); });
}

[[maybe_unused]] const bool kRegistered = [] {
    for (const Kernels* kernels : available_kernels()) register_kernels(*kernels);
    return true;
}();

}  // namespace
}  // namespace schoolimp_bench
