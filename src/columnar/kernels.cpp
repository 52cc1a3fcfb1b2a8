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

namespace {

/// Two rows of a square change places across its diagonal: bits of `a` above the mask with bits of `b` below it.
template <int kShift, class V, class D>
HWY_INLINE void exchange(D d, V& a, V& b, std::uint64_t mask) {
    const auto changed = hn::And(hn::Xor(hn::ShiftRight<kShift>(a), b), hn::Set(d, mask));
    b = hn::Xor(b, changed);
    a = hn::Xor(a, hn::ShiftLeft<kShift>(changed));
}

template <int kShift, int kApart, class V, class D>
HWY_INLINE void exchange_all(D d, V* rows, std::uint64_t mask) {
    for (int i = 0; i < 8; ++i)
        if ((i & kApart) == 0) exchange<kShift>(d, rows[i], rows[i | kApart], mask);
}

}  // namespace

// Eight planes are eight rows of bits. Turning squares of 8 x 8 bits brings each row's bits together in a byte, turning squares of 8 x 8 bytes brings these in order.
void to_bytes(const std::uint64_t* const* planes, int count, std::uint8_t* bytes) {
    const hn::CappedTag<std::uint64_t, kPlaneWords> d;
    const std::size_t lanes = hn::Lanes(d);
    using Vector = hn::Vec<decltype(d)>;
    for (std::size_t w = 0; w < kPlaneWords; w += lanes) {
        Vector rows[8];
        for (int i = 0; i < 8; ++i) rows[i] = i < count ? hn::LoadU(d, planes[i] + w) : hn::Zero(d);
        exchange_all<4, 4>(d, rows, 0x0f0f0f0f0f0f0f0fULL);
        exchange_all<2, 2>(d, rows, 0x3333333333333333ULL);
        exchange_all<1, 1>(d, rows, 0x5555555555555555ULL);
        exchange_all<32, 4>(d, rows, 0x00000000ffffffffULL);
        exchange_all<16, 2>(d, rows, 0x0000ffff0000ffffULL);
        exchange_all<8, 1>(d, rows, 0x00ff00ff00ff00ffULL);
        std::uint64_t words[8][kPlaneWords];
        for (int i = 0; i < 8; ++i) hn::StoreU(rows[i], d, words[i]);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            for (std::size_t i = 0; i < 8; ++i) std::memcpy(bytes + 64 * (w + lane) + 8 * i, &words[i][lane], sizeof words[i][lane]);
    }
}

void to_masks(const std::uint8_t* const* bytes, int count, std::uint64_t* masks, std::size_t stride) {
    for (std::size_t row = 0; row < kBlockRows; ++row) {
        std::uint64_t mask = 0;
        for (int i = 0; i < count; ++i) mask |= static_cast<std::uint64_t>(bytes[i][row]) << (8 * i);
        masks[row * stride] = mask;
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

constexpr Kernels kKernels{kName, at_least, check, equals, to_units, accumulate, run, to_bytes, to_masks};

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
