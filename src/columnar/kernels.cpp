// The kernels in Highway's portable vectors: this file is compiled once for each target below, and HWY_ONCE collects what came out.
// Only Highway's headers are used; the choice at run time is made here, so that nothing has to be linked.
#include "columnar/kernels.hpp"

#include <cstring>
#include <vector>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "columnar/kernels.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL)
#include "hwy/foreach_target.h"
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace schoolimp::inline v0 {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// The lanes' bits, lane 0 in bit 0.
template <class D>
HWY_INLINE std::uint64_t bits_of(D d, hn::Mask<D> mask) {
    std::uint8_t bytes[8] = {};
    hn::StoreMaskBits(d, mask, bytes);
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes, sizeof bits);
    return bits;
}

/// One word of a plane from the numbers of 64 rows.
template <class Predicate>
HWY_INLINE std::uint64_t word_of(const double* numbers, const Predicate& predicate) {
    const hn::ScalableTag<double> d;
    const std::size_t lanes = hn::Lanes(d);
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 64; i += lanes) word |= bits_of(d, predicate(hn::LoadU(d, numbers + i))) << i;
    return word;
}

void at_least(const double* numbers, double threshold, std::uint64_t* plane) {
    const auto least = hn::Set(hn::ScalableTag<double>(), threshold);
    for (std::size_t w = 0; w < kPlaneWords; ++w) plane[w] = word_of(numbers + 64 * w, [&](auto number) HWY_ATTR { return hn::Ge(number, least); });
}

void check(const double* numbers, double least, double too_great, std::uint64_t* nan, std::uint64_t* outside) {
    const hn::ScalableTag<double> d;
    const std::size_t lanes = hn::Lanes(d);
    const auto low = hn::Set(d, least), high = hn::Set(d, too_great);
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        std::uint64_t not_nan = 0, out = 0;
        for (std::size_t i = 0; i < 64; i += lanes) {
            const auto number = hn::LoadU(d, numbers + 64 * w + i);
            not_nan |= bits_of(d, hn::Eq(number, number)) << i;
            out |= bits_of(d, hn::Or(hn::Lt(number, low), hn::Ge(number, high))) << i;
        }
        nan[w] = ~not_nan;
        outside[w] = out;
    }
}

void equals(const std::uint8_t* codes, std::uint8_t code, std::uint64_t* plane) {
    const hn::ScalableTag<std::uint8_t> d;
    const std::size_t lanes = hn::Lanes(d);
    const auto wanted = hn::Set(d, code);
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 64; i += lanes) word |= bits_of(d, hn::Eq(hn::LoadU(d, codes + 64 * w + i), wanted)) << i;
        plane[w] = word;
    }
}

void to_units(const double* numbers, const std::uint64_t* present, double* units, std::uint64_t* inexact) {
    constexpr double kUnits = 1e6, kGreatest = 1e8;
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 64; ++i) {
            const std::size_t row = 64 * w + i;
            const bool is_present = ((present[w] >> i) & 1) != 0;
            const double number = is_present ? numbers[row] : 0.0;
            // Adding and taking away 2^52 x 1.5 rounds to a whole number: the sums stay far below.
            const double whole = (number * kUnits + 6755399441055744.0) - 6755399441055744.0;
            units[row] = whole;
            const bool exact = whole / kUnits == number && number <= kGreatest && number >= -kGreatest;
            word |= static_cast<std::uint64_t>(!exact) << i;
        }
        inexact[w] = word;
    }
}

void accumulate(double* sum, const double* units, double factor) {
    const hn::ScalableTag<double> d;
    const std::size_t lanes = hn::Lanes(d);
    const auto times = hn::Set(d, factor);
    for (std::size_t i = 0; i < kBlockRows; i += lanes)
        hn::StoreU(hn::Add(hn::LoadU(d, sum + i), hn::Mul(hn::LoadU(d, units + i), times)), d, sum + i);
}

namespace {

template <class Combine>
HWY_INLINE void combine(const std::uint64_t* a, const std::uint64_t* b, std::uint64_t* to, const Combine& combine_lanes) {
    const hn::CappedTag<std::uint64_t, kPlaneWords> d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t i = 0; i < kPlaneWords; i += lanes) hn::StoreU(combine_lanes(hn::LoadU(d, a + i), hn::LoadU(d, b + i)), d, to + i);
}

/// Counts the planes in binary, one plane of digits for each power of two, and compares the count with a number.
HWY_INLINE void count_at_least(int wanted, const std::int32_t* list, int length, std::uint64_t* planes, std::uint64_t* to) {
    const hn::CappedTag<std::uint64_t, kPlaneWords> d;
    const std::size_t lanes = hn::Lanes(d);
    using Vector = hn::Vec<decltype(d)>;
    constexpr int kMostDigits = 24;
    int digits = 1;
    while ((length >> digits) != 0) ++digits;
    for (std::size_t at = 0; at < kPlaneWords; at += lanes) {
        Vector digit[kMostDigits];
        for (int k = 0; k < digits; ++k) digit[k] = hn::Zero(d);
        for (int i = 0; i < length; ++i) {
            auto carry = hn::LoadU(d, planes + static_cast<std::size_t>(list[i]) * kPlaneWords + at);
            for (int k = 0; ((i + 1) >> k) != 0; ++k) {
                const auto sum = hn::Xor(digit[k], carry);
                carry = hn::And(digit[k], carry);
                digit[k] = sum;
            }
        }
        auto not_less = hn::Set(d, ~std::uint64_t{0});  // From the lowest digit up: what the digits so far say.
        for (int k = 0; k < digits; ++k) not_less = ((wanted >> k) & 1) != 0 ? hn::And(digit[k], not_less) : hn::Or(digit[k], not_less);
        hn::StoreU(not_less, d, to + at);
    }
}

}  // namespace

void run(std::span<const Instruction> instructions, const std::int32_t* lists, std::uint64_t* planes) {
    const auto plane = [&](std::int32_t place) { return planes + static_cast<std::size_t>(place) * kPlaneWords; };
    for (const Instruction& one : instructions) {
        std::uint64_t* to = plane(one.to);
        switch (one.op) {
            case PlaneOp::kAnd: combine(plane(one.a), plane(one.b), to, [](auto a, auto b) HWY_ATTR { return hn::And(a, b); }); break;
            case PlaneOp::kOr: combine(plane(one.a), plane(one.b), to, [](auto a, auto b) HWY_ATTR { return hn::Or(a, b); }); break;
            case PlaneOp::kAndNot: combine(plane(one.a), plane(one.b), to, [](auto a, auto b) HWY_ATTR { return hn::AndNot(b, a); }); break;
            case PlaneOp::kNot: combine(plane(one.a), plane(one.a), to, [](auto a, auto) HWY_ATTR { return hn::Not(a); }); break;
            case PlaneOp::kAtLeast: count_at_least(one.a, lists + one.b, one.count, planes, to); break;
        }
    }
}

void interleave(const std::uint64_t* const* planes, int count, std::uint8_t* bytes, std::size_t stride) {
    for (std::size_t w = 0; w < kPlaneWords; ++w) {
        std::uint64_t words[8] = {};
        for (int i = 0; i < count; ++i) words[i] = planes[i][w];
        for (std::size_t group = 0; group < 8; ++group) {
            std::uint64_t square = 0;  // Eight rows of eight bits: plane by plane, to be turned into row by row.
            for (std::size_t i = 0; i < 8; ++i) square |= ((words[i] >> (8 * group)) & 0xff) << (8 * i);
            std::uint64_t t = (square ^ (square >> 7)) & 0x00aa00aa00aa00aaULL;
            square ^= t ^ (t << 7);
            t = (square ^ (square >> 14)) & 0x0000cccc0000ccccULL;
            square ^= t ^ (t << 14);
            t = (square ^ (square >> 28)) & 0x00000000f0f0f0f0ULL;
            square ^= t ^ (t << 28);
            std::uint8_t* row = bytes + (64 * w + 8 * group) * stride;
            for (std::size_t i = 0; i < 8; ++i) row[i * stride] = static_cast<std::uint8_t>(square >> (8 * i));
        }
    }
}

#if HWY_TARGET == HWY_AVX3
constexpr const char* kName = "avx512";
#elif HWY_TARGET == HWY_AVX2
constexpr const char* kName = "avx2";
#elif HWY_TARGET == HWY_SSE4
constexpr const char* kName = "sse4";
#elif HWY_TARGET == HWY_NEON
constexpr const char* kName = "neon";
#else
constexpr const char* kName = "baseline";
#endif

constexpr Kernels kKernels{kName, at_least, check, equals, to_units, accumulate, run, interleave};

}  // namespace HWY_NAMESPACE
}  // namespace schoolimp::inline v0
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace schoolimp::inline v0 {

namespace {

#if HWY_ARCH_X86
bool has_sse4() { return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("aes"); }
bool has_avx2() {
    return has_sse4() && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma") &&
           __builtin_cpu_supports("f16c");
}
bool has_avx512() {
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd");
}
#endif

std::vector<const Kernels*> find_available() {
    std::vector<const Kernels*> found;
#if (HWY_TARGETS) & HWY_AVX3
    if (has_avx512()) found.push_back(&N_AVX3::kKernels);
#endif
#if (HWY_TARGETS) & HWY_AVX2
    if (has_avx2()) found.push_back(&N_AVX2::kKernels);
#endif
#if (HWY_TARGETS) & HWY_SSE4
    if (has_sse4()) found.push_back(&N_SSE4::kKernels);
#endif
    found.push_back(&HWY_NAMESPACE::kKernels);  // The last pass is the one for the target all machines have.
    return found;
}

}  // namespace

std::span<const Kernels* const> available_kernels() {
    static const std::vector<const Kernels*> kFound = find_available();
    return kFound;
}

}  // namespace schoolimp::inline v0
#endif
