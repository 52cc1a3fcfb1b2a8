// The kernels in Highway's portable vectors: this file is compiled once for each target below, and HWY_ONCE collects what came out.
// Only Highway's headers are used; the choice at run time is made here, so that nothing has to be linked.
#include "columnar/kernels.hpp"

#include <cstring>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "columnar/kernels.cpp"
// Vectors of a length unknown to the compiler are not for planes of a fixed one.
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_AVX3_DL | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#include "hwy/foreach_target.h"
#include "hwy/cache_control.h"
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace schoolimp::inline v0 {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Puts the bits of a vector's lanes to their place in a word of 64 rows.
template <class D>
HWY_INLINE void put_bits(D d, hn::Mask<D> mask, std::size_t row, std::uint64_t& word) {
    std::uint8_t bytes[8] = {};
    hn::StoreMaskBits(d, mask, bytes);
    if constexpr (hn::MaxLanes(D()) % 8 == 0) {
        std::memcpy(reinterpret_cast<std::uint8_t*>(&word) + row / 8, bytes, hn::MaxLanes(D()) / 8);
    } else {
        word |= static_cast<std::uint64_t>(bytes[0]) << row;
    }
}

#if HWY_TARGET == HWY_SCALAR && defined(__SSE2__)
// Every x86-64 processor has SSE2, for which this Highway has no target.

void at_least(const double* numbers, double threshold, std::uint64_t* plane, std::size_t words) {
    const __m128d least = _mm_set1_pd(threshold);
    for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 64; i += 2)
            word |= static_cast<std::uint64_t>(_mm_movemask_pd(_mm_cmpge_pd(_mm_loadu_pd(numbers + 64 * w + i), least))) << i;
        plane[w] = word;
    }
}

void check(const double* numbers, double least, double too_great, std::uint64_t* nan, std::uint64_t* outside, std::size_t words) {
    const __m128d low = _mm_set1_pd(least), high = _mm_set1_pd(too_great);
    for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t is_nan = 0, out = 0;
        for (std::size_t i = 0; i < 64; i += 2) {
            const __m128d number = _mm_loadu_pd(numbers + 64 * w + i);
            is_nan |= static_cast<std::uint64_t>(_mm_movemask_pd(_mm_cmpunord_pd(number, number))) << i;
            out |= static_cast<std::uint64_t>(_mm_movemask_pd(_mm_or_pd(_mm_cmplt_pd(number, low), _mm_cmpge_pd(number, high)))) << i;
        }
        nan[w] = is_nan;
        outside[w] = out;
    }
}

#else

void at_least(const double* numbers, double threshold, std::uint64_t* plane, std::size_t words) {
    const hn::ScalableTag<double> d;
    const auto least = hn::Set(d, threshold);
    for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) put_bits(d, hn::Ge(hn::LoadU(d, numbers + 64 * w + i), least), i, word);
        plane[w] = word;
    }
}

// This is where a column is first read: the rows to come are sent for.
void check(const double* numbers, double least, double too_great, std::uint64_t* nan, std::uint64_t* outside, std::size_t words) {
    constexpr std::size_t kAhead = 512;
    const hn::ScalableTag<double> d;
    const auto low = hn::Set(d, least), high = hn::Set(d, too_great);
    for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t not_nan = 0, out = 0;
        for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
            if (i % 8 == 0) hwy::Prefetch(numbers + kAhead + 64 * w + i);
            const auto number = hn::LoadU(d, numbers + 64 * w + i);
            put_bits(d, hn::Eq(number, number), i, not_nan);
            put_bits(d, hn::Or(hn::Lt(number, low), hn::Ge(number, high)), i, out);
        }
        nan[w] = ~not_nan;
        outside[w] = out;
    }
}

#endif

void equals(const std::uint8_t* codes, std::uint8_t code, std::uint64_t* plane, std::size_t words) {
    const hn::CappedTag<std::uint8_t, 64> d;
    const auto wanted = hn::Set(d, code);
    for (std::size_t w = 0; w < words; ++w) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) put_bits(d, hn::Eq(hn::LoadU(d, codes + 64 * w + i), wanted), i, word);
        plane[w] = word;
    }
}

void to_units(const double* numbers, const std::uint64_t* present, double* units, std::uint64_t* inexact, std::size_t words) {
    constexpr double kUnits = 1e6, kGreatest = 1e8;
    for (std::size_t w = 0; w < words; ++w) {
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

void accumulate(double* sum, const double* units, double factor, std::size_t words) {
    const hn::ScalableTag<double> d;
    const std::size_t lanes = hn::Lanes(d);
    const auto times = hn::Set(d, factor);
    for (std::size_t i = 0; i < 64 * words; i += lanes)
        hn::StoreU(hn::Add(hn::LoadU(d, sum + i), hn::Mul(hn::LoadU(d, units + i), times)), d, sum + i);
}

namespace {

template <class Combine>
HWY_INLINE void combine(const std::uint64_t* a, const std::uint64_t* b, std::uint64_t* to, std::size_t words, const Combine& combine_lanes) {
    const hn::CappedTag<std::uint64_t, 8> d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t i = 0; i < words; i += lanes) hn::StoreU(combine_lanes(hn::LoadU(d, a + i), hn::LoadU(d, b + i)), d, to + i);
}

/// Counts of lists in binary, one plane of digits for each power of two. Several gates ask the same lists: the last few counts are kept.
class Counts {
public:
    static constexpr int kMostDigits = 24;

    Counts(std::size_t stride, std::size_t words) : stride_(stride), words_(words) {}

    void at_least(const Instruction& gate, const std::int32_t* lists, const std::uint64_t* planes, std::uint64_t* to) {
        const Count& count = count_of(gate, lists, planes);
        const hn::CappedTag<std::uint64_t, 8> d;
        for (std::size_t at = 0; at < words_; at += hn::Lanes(d)) {
            auto not_less = hn::Set(d, ~std::uint64_t{0});  // From the lowest digit up: what the digits so far say.
            for (int k = 0; k < count.digits; ++k) {
                const auto digit = hn::LoadU(d, count.planes[k] + at);
                not_less = ((gate.a >> k) & 1) != 0 ? hn::And(digit, not_less) : hn::Or(digit, not_less);
            }
            hn::StoreU(not_less, d, to + at);
        }
    }

private:
    struct Count {
        std::int32_t list = -1;
        int digits = 0;
        std::uint64_t planes[kMostDigits][kPlaneWords];
    };

    const Count& count_of(const Instruction& gate, const std::int32_t* lists, const std::uint64_t* planes) {
        for (const Count& known : kept_)
            if (known.list == gate.b) return known;
        Count& count = kept_[next_];
        next_ = (next_ + 1) % kKept;
        count.list = gate.b;
        count.digits = 1;
        while ((gate.count >> count.digits) != 0) ++count.digits;
        const hn::CappedTag<std::uint64_t, 8> d;
        for (std::size_t at = 0; at < words_; at += hn::Lanes(d)) add_up(lists + gate.b, gate.count, planes, at, count);
        return count;
    }

    // Two planes of one weight wait for each other and are added to the digit of that weight together; the carry goes one weight up.
    void add_up(const std::int32_t* list, int length, const std::uint64_t* planes, std::size_t at, Count& count) const {
        const hn::CappedTag<std::uint64_t, 8> d;
        using Vector = hn::Vec<decltype(d)>;
        Vector digit[kMostDigits], waiting[kMostDigits];
        for (int k = 0; k < count.digits; ++k) digit[k] = hn::Zero(d);
        for (int i = 0; i < length; ++i) {
            Vector plane = hn::LoadU(d, planes + static_cast<std::size_t>(list[i]) * stride_ + at);
            int k = 0;
            for (; ((i >> k) & 1) != 0; ++k) {
                const Vector either = hn::Xor(waiting[k], plane), carry = hn::Or(hn::And(waiting[k], plane), hn::And(digit[k], either));
                digit[k] = hn::Xor(digit[k], either);
                plane = carry;
            }
            waiting[k] = plane;
        }
        for (int k = 0; k < count.digits; ++k) {
            if (((length >> k) & 1) == 0) continue;
            Vector carry = waiting[k];
            for (int up = k; up < count.digits; ++up) {
                const Vector sum = hn::Xor(digit[up], carry);
                carry = hn::And(digit[up], carry);
                digit[up] = sum;
            }
        }
        for (int k = 0; k < count.digits; ++k) hn::StoreU(digit[k], d, count.planes[k] + at);
    }

    static constexpr std::size_t kKept = 4;
    std::size_t stride_, words_;
    Count kept_[kKept];
    std::size_t next_ = 0;
};

}  // namespace

void run(std::span<const Instruction> instructions, const std::int32_t* lists, std::uint64_t* planes, std::size_t stride, std::size_t words) {
    Counts counts(stride, words);
    const auto plane = [&](std::int32_t place) { return planes + static_cast<std::size_t>(place) * stride; };
    for (const Instruction& one : instructions) {
        std::uint64_t* to = plane(one.to);
        switch (one.op) {
            case PlaneOp::kAnd: combine(plane(one.a), plane(one.b), to, words, [](auto a, auto b) HWY_ATTR { return hn::And(a, b); }); break;
            case PlaneOp::kOr: combine(plane(one.a), plane(one.b), to, words, [](auto a, auto b) HWY_ATTR { return hn::Or(a, b); }); break;
            case PlaneOp::kAndNot: combine(plane(one.a), plane(one.b), to, words, [](auto a, auto b) HWY_ATTR { return hn::AndNot(b, a); }); break;
            case PlaneOp::kNot: combine(plane(one.a), plane(one.a), to, words, [](auto a, auto) HWY_ATTR { return hn::Not(a); }); break;
            case PlaneOp::kAtLeast: counts.at_least(one, lists, planes, to); break;
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
void to_bytes(const std::uint64_t* const* planes, int count, std::uint8_t* bytes, std::size_t words) {
    const hn::CappedTag<std::uint64_t, 8> d;
    const std::size_t lanes = hn::Lanes(d);
    using Vector = hn::Vec<decltype(d)>;
    for (std::size_t w = 0; w < words; w += lanes) {
        Vector rows[8];
        for (int i = 0; i < 8; ++i) rows[i] = i < count ? hn::LoadU(d, planes[i] + w) : hn::Zero(d);
        exchange_all<4, 4>(d, rows, 0x0f0f0f0f0f0f0f0fULL);
        exchange_all<2, 2>(d, rows, 0x3333333333333333ULL);
        exchange_all<1, 1>(d, rows, 0x5555555555555555ULL);
        exchange_all<32, 4>(d, rows, 0x00000000ffffffffULL);
        exchange_all<16, 2>(d, rows, 0x0000ffff0000ffffULL);
        exchange_all<8, 1>(d, rows, 0x00ff00ff00ff00ffULL);
        std::uint64_t turned[8][8];
        for (int i = 0; i < 8; ++i) hn::StoreU(rows[i], d, turned[i]);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            for (std::size_t i = 0; i < 8; ++i) std::memcpy(bytes + 64 * (w + lane) + 8 * i, &turned[i][lane], sizeof turned[i][lane]);
    }
}

void to_masks(const std::uint8_t* const* bytes, int count, std::uint64_t* masks, std::size_t stride, std::size_t words) {
    const hn::ScalableTag<std::uint64_t> d;
    const hn::Rebind<std::uint32_t, decltype(d)> half;
    const hn::Rebind<std::uint8_t, decltype(d)> eighth;
    for (std::size_t row = 0; row < 64 * words; row += hn::Lanes(d)) {
        auto mask = hn::Zero(d);
        for (int i = 0; i < count; ++i) {
            const auto part = hn::PromoteTo(d, hn::PromoteTo(half, hn::LoadU(eighth, bytes[i] + row)));
            mask = hn::Or(mask, hn::ShiftLeftSame(part, 8 * i));
        }
        if (stride == 1) {
            hn::StoreU(mask, d, masks + row);
            continue;
        }
        HWY_ALIGN std::uint64_t apart[hn::MaxLanes(d)];
        hn::Store(mask, d, apart);
        for (std::size_t lane = 0; lane < hn::Lanes(d); ++lane) masks[(row + lane) * stride] = apart[lane];
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
