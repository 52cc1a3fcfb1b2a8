// Every kernel of every set against plain loops, on blocks with NaN, infinities, denormals and both zeros.
#include "columnar/kernels.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace schoolimp::test {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

using Plane = std::vector<std::uint64_t>;
bool has(const Plane& plane, std::size_t row) { return ((plane[row / 64] >> (row % 64)) & 1) != 0; }

Plane random_plane(std::mt19937_64& random) {
    Plane plane;
    for (std::size_t i = 0; i < kPlaneWords; ++i) plane.push_back(random() % 5 == 0 ? ~std::uint64_t{0} : random() & random());
    return plane;
}

std::vector<double> random_numbers(std::mt19937_64& random) {
    const double special[] = {std::nan(""), kInfinity, -kInfinity, 0.0, -0.0, 4.9e-324, -4.9e-324, 2.2e-308, 1e300, -1e300, 10.1, 10.100000000000001, 1e8, -1e8, 1e8 + 1, 0.1234567, 9.2e18};
    std::vector<double> numbers;
    for (std::size_t i = 0; i < kBlockRows; ++i) {
        const double plain = static_cast<double>(static_cast<std::int64_t>(random() % 2'000'001) - 1'000'000) / 1e4;
        numbers.push_back(random() % 3 == 0 ? special[random() % std::size(special)] : plain);
    }
    return numbers;
}

class EveryKernel : public testing::TestWithParam<std::size_t> {
protected:
    const Kernels& kernels() const { return *available_kernels()[GetParam()]; }
    static constexpr std::uint64_t kSeeds = 30;
};

TEST_P(EveryKernel, AtLeast) {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        std::mt19937_64 random(seed);
        const std::vector<double> numbers = random_numbers(random);
        for (const double threshold : {0.0, -0.0, 10.1, 4.9e-324, kInfinity, -kInfinity, -55.5}) {
            Plane plane(kPlaneWords, 7);
            kernels().at_least(numbers.data(), threshold, plane.data(), kPlaneWords);
            for (std::size_t row = 0; row < kBlockRows; ++row) ASSERT_EQ(has(plane, row), numbers[row] >= threshold) << numbers[row] << " at least " << threshold;
        }
    }
}

TEST_P(EveryKernel, Check) {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        std::mt19937_64 random(seed);
        const std::vector<double> numbers = random_numbers(random);
        Plane nan(kPlaneWords, 7), outside(kPlaneWords, 7);
        const double least = seed % 2 == 0 ? -9.2e18 : 0.0, too_great = seed % 3 == 0 ? 9.2e18 : 10.1;
        kernels().check(numbers.data(), least, too_great, nan.data(), outside.data(), kPlaneWords);
        for (std::size_t row = 0; row < kBlockRows; ++row) {
            ASSERT_EQ(has(nan, row), std::isnan(numbers[row]));
            ASSERT_EQ(has(outside, row), numbers[row] < least || numbers[row] >= too_great) << numbers[row];
        }
    }
}

TEST_P(EveryKernel, Equals) {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        std::mt19937_64 random(seed);
        std::vector<std::uint8_t> codes(kBlockRows);
        for (std::uint8_t& code : codes) code = static_cast<std::uint8_t>(random() % 4 == 0 ? 255 : random() % 5);
        for (const std::uint8_t code : {std::uint8_t{0}, std::uint8_t{3}, std::uint8_t{128}, std::uint8_t{255}}) {
            Plane plane(kPlaneWords, 7);
            kernels().equals(codes.data(), code, plane.data(), kPlaneWords);
            for (std::size_t row = 0; row < kBlockRows; ++row) ASSERT_EQ(has(plane, row), codes[row] == code);
        }
    }
}

TEST_P(EveryKernel, ToUnits) {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        std::mt19937_64 random(seed);
        const std::vector<double> numbers = random_numbers(random);
        const Plane present = random_plane(random);
        std::vector<double> units(kBlockRows, 7);
        Plane inexact(kPlaneWords, 7);
        kernels().to_units(numbers.data(), present.data(), units.data(), inexact.data(), kPlaneWords);
        for (std::size_t row = 0; row < kBlockRows; ++row) {
            const double number = has(present, row) ? numbers[row] : 0.0;
            const double whole = std::nearbyint(number * 1e6);
            const bool exact = std::abs(number) <= 1e8 && whole / 1e6 == number;
            ASSERT_EQ(has(inexact, row), !exact) << number;
            if (exact) {
                ASSERT_EQ(units[row], whole) << number;
            }
        }
    }
}

TEST_P(EveryKernel, Accumulate) {
    std::mt19937_64 random(5);
    std::vector<double> sum(kBlockRows), units(kBlockRows), wanted(kBlockRows);
    for (std::size_t row = 0; row < kBlockRows; ++row) {
        sum[row] = static_cast<double>(random() % 1000);
        units[row] = static_cast<double>(random() % 100'000'000'000'000);
        wanted[row] = sum[row] - 64 * units[row];
    }
    kernels().accumulate(sum.data(), units.data(), -64, kPlaneWords);
    EXPECT_EQ(sum, wanted);
}

TEST_P(EveryKernel, Run) {
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        std::mt19937_64 random(seed);
        constexpr int kPlanes = 24;
        std::vector<std::uint64_t> planes;
        for (int i = 0; i < kPlanes; ++i) {
            const Plane plane = random_plane(random);
            planes.insert(planes.end(), plane.begin(), plane.end());
        }
        std::vector<std::int32_t> list(1 + random() % 20);
        for (std::int32_t& place : list) place = static_cast<std::int32_t>(random() % kPlanes);
        const auto length = static_cast<std::int32_t>(list.size());
        for (const PlaneOp op : {PlaneOp::kAnd, PlaneOp::kOr, PlaneOp::kAndNot, PlaneOp::kNot, PlaneOp::kAtLeast})
            for (const std::size_t words : {std::size_t{8}, kPlaneWords}) {
                const Instruction one{op, kPlanes, op == PlaneOp::kAtLeast ? static_cast<std::int32_t>(random() % (list.size() + 1)) : 3, op == PlaneOp::kAtLeast ? 0 : 9, length};
                std::vector<std::uint64_t> own = planes;
                own.resize(own.size() + kPlaneWords, 7);
                kernels().run(std::span(&one, 1), list.data(), own.data(), kPlaneWords, words);
                const auto bit = [&](std::int32_t place, std::size_t row) { return ((own[static_cast<std::size_t>(place) * kPlaneWords + row / 64] >> (row % 64)) & 1) != 0; };
                for (std::size_t row = 0; row < 64 * words; ++row) {
                    int count = 0;
                    for (const std::int32_t place : list) count += bit(place, row);
                    const bool a = bit(3, row), b = bit(9, row);
                    const bool wanted = op == PlaneOp::kAnd ? a && b : op == PlaneOp::kOr ? a || b : op == PlaneOp::kAndNot ? a && !b : op == PlaneOp::kNot ? !a : count >= one.a;
                    ASSERT_EQ(bit(kPlanes, row), wanted) << "operation " << static_cast<int>(op) << ", at least " << one.a << " of " << length;
                }
                for (std::size_t word = words; word < kPlaneWords; ++word) ASSERT_EQ(own[kPlanes * kPlaneWords + word], 7U) << "beyond the words asked for";
            }
    }
}

TEST_P(EveryKernel, ToBytesAndToMasks) {
    for (int count = 1; count <= 8; ++count) {
        std::mt19937_64 random(static_cast<std::uint64_t>(count));
        std::vector<Plane> planes;
        std::vector<std::vector<std::uint8_t>> columns;
        const std::uint64_t* plane_list[8] = {};
        const std::uint8_t* byte_list[8] = {};
        for (int i = 0; i < count; ++i) {
            planes.push_back(random_plane(random));
            columns.emplace_back(kBlockRows);
            for (std::uint8_t& byte : columns.back()) byte = static_cast<std::uint8_t>(random());
        }
        for (std::size_t i = 0; i < planes.size(); ++i) plane_list[i] = planes[i].data(), byte_list[i] = columns[i].data();
        std::vector<std::uint8_t> bytes(kBlockRows);
        kernels().to_bytes(plane_list, count, bytes.data(), kPlaneWords);
        for (const std::size_t stride : {std::size_t{1}, std::size_t{3}}) {
            std::vector<std::uint64_t> masks(kBlockRows * stride, 7);
            kernels().to_masks(byte_list, count, masks.data(), stride, kPlaneWords);
            for (std::size_t row = 0; row < kBlockRows; ++row) {
                unsigned byte = 0;
                std::uint64_t mask = 0;
                for (std::size_t i = 0; i < planes.size(); ++i) byte |= static_cast<unsigned>(has(planes[i], row)) << i, mask |= std::uint64_t{columns[i][row]} << (8 * i);
                ASSERT_EQ(bytes[row], byte);
                ASSERT_EQ(masks[row * stride], mask) << "row " << row << ", stride " << stride;
                for (std::size_t other = 1; other < stride; ++other) ASSERT_EQ(masks[row * stride + other], 7U);
            }
        }
    }
}

// Blocks may be short: nothing is read or written beyond the words asked for.
TEST_P(EveryKernel, KeepsToTheWordsAskedFor) {
    constexpr std::size_t kWords = 16, kRows = 64 * kWords;
    std::mt19937_64 random(3);
    std::vector<double> numbers = random_numbers(random);
    numbers.resize(kRows);
    numbers.shrink_to_fit();
    const std::vector<std::uint8_t> codes(kRows, 3);
    const Plane present(kWords, 0x5555);
    const std::uint64_t* const plane_list[] = {present.data()};
    const std::uint8_t* const byte_list[] = {codes.data()};
    Plane at_least(kPlaneWords, 7), nan = at_least, outside = at_least, equal = at_least, inexact = at_least;
    std::vector<double> units(kBlockRows, 7), sum = units;
    std::vector<std::uint8_t> bytes(kBlockRows, 7);
    std::vector<std::uint64_t> masks(kBlockRows, 7);
    kernels().at_least(numbers.data(), 1, at_least.data(), kWords);
    kernels().check(numbers.data(), 0, 100, nan.data(), outside.data(), kWords);
    kernels().equals(codes.data(), 3, equal.data(), kWords);
    kernels().to_units(numbers.data(), present.data(), units.data(), inexact.data(), kWords);
    kernels().accumulate(sum.data(), numbers.data(), 1, kWords);
    kernels().to_bytes(plane_list, 1, bytes.data(), kWords);
    kernels().to_masks(byte_list, 1, masks.data(), 1, kWords);
    for (std::size_t row = 0; row < kRows; ++row) {
        ASSERT_EQ(has(at_least, row), numbers[row] >= 1);
        ASSERT_EQ(has(nan, row), std::isnan(numbers[row]));
        ASSERT_TRUE(has(equal, row));
        ASSERT_EQ(bytes[row], has(present, row) ? 1 : 0);
        ASSERT_EQ(masks[row], 3U);
    }
    for (const Plane* plane : {&at_least, &nan, &outside, &equal, &inexact})
        for (std::size_t word = kWords; word < kPlaneWords; ++word) ASSERT_EQ((*plane)[word], 7U);
    for (std::size_t row = kRows; row < kBlockRows; ++row) {
        ASSERT_EQ(units[row], 7);
        ASSERT_EQ(sum[row], 7);
        ASSERT_EQ(bytes[row], 7);
        ASSERT_EQ(masks[row], 7U);
    }
}

INSTANTIATE_TEST_SUITE_P(Sets, EveryKernel, testing::Range<std::size_t>(0, available_kernels().size()), [](const auto& test) { return std::string(available_kernels()[test.param]->name); });

}  // namespace
}  // namespace schoolimp::test
