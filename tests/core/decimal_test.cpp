// Decimal against plain wide-integer arithmetic.
#include "schoolimp/core/decimal.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>

namespace schoolimp {
namespace {

using Wide = detail::Int128;

Decimal decimal(const std::string& text) {
    const auto value = Decimal::parse(text);
    EXPECT_TRUE(value.has_value()) << text;
    return value.value_or(Decimal());
}

// A number as coefficient x 10^-6, small enough for every operation to be exact in 128 bits.
struct Sample {
    std::int64_t millionths;
    Decimal value;
};

class Samples {
public:
    Sample next() {
        std::uniform_int_distribution<int> digits(0, 11);
        std::int64_t bound = 1;
        for (int i = digits(random_); i > 0; --i) bound *= 10;
        const std::int64_t millionths = std::uniform_int_distribution<std::int64_t>(-bound, bound)(random_);
        return {millionths, *Decimal::make(millionths, 6)};
    }

private:
    std::mt19937_64 random_{20260901};
};

constexpr int kRounds = 20000;

Wide wide_round_half_away(Wide numerator, Wide denominator) {
    const bool negative = (numerator < 0) != (denominator < 0);
    const Wide n = numerator < 0 ? -numerator : numerator, d = denominator < 0 ? -denominator : denominator;
    const Wide magnitude = (2 * n + d) / (2 * d);
    return negative ? -magnitude : magnitude;
}

TEST(Decimal, ReadsNumbersAsJsonWritesThem) {
    EXPECT_EQ(to_string(decimal("0")), "0");
    EXPECT_EQ(to_string(decimal("-0.0")), "0");
    EXPECT_EQ(to_string(decimal("12")), "12");
    EXPECT_EQ(to_string(decimal("6.0")), "6");
    EXPECT_EQ(to_string(decimal("-2.50")), "-2.5");
    EXPECT_EQ(to_string(decimal("0.001")), "0.001");
    EXPECT_EQ(to_string(decimal("1e3")), "1000");
    EXPECT_EQ(to_string(decimal("1.25E-2")), "0.0125");
    EXPECT_EQ(to_string(decimal("120e-1")), "12");
    EXPECT_EQ(to_string(decimal("9223372036854775807")), "9223372036854775807");
}

TEST(Decimal, RefusesWhatIsNotANumberOrCannotBeHeld) {
    for (const char* text : {"",
                             "-",
                             ".",
                             "1.",
                             ".5",
                             "1e",
                             "1e+",
                             "+1",
                             "1,5",
                             " 1",
                             "1 ",
                             "0x10",
                             "nan",
                             "inf",
                             "1..2",
                             "9223372036854775808",
                             "1e19",
                             "1e-19",
                             "0.1234567890123456789",
                             "1e99999"})
        EXPECT_FALSE(Decimal::parse(text).has_value()) << text;
}

TEST(Decimal, EqualValuesAreEqualMemberByMember) {
    EXPECT_EQ(decimal("1.10"), decimal("1.1"));
    EXPECT_EQ(decimal("100"), *Decimal::make(1000, 1));
    EXPECT_EQ(*Decimal::make(5, -2), decimal("500"));
    EXPECT_EQ(decimal("1.10").places(), 1);
}

TEST(Decimal, PublishedArithmeticIsExact) {
    EXPECT_EQ(*subtract(decimal("10.1"), decimal("7.0")), decimal("3.1"));
    EXPECT_EQ(*add(decimal("0.1"), decimal("0.2")), decimal("0.3"));
    EXPECT_EQ(decimal("5.05").rounded(1), decimal("5.1"));
    EXPECT_EQ(decimal("-5.05").rounded(1), decimal("-5.1"));
    EXPECT_EQ(decimal("2.5").rounded(0), decimal("3"));
    EXPECT_EQ(decimal("5.04").rounded(4), decimal("5.04"));
    EXPECT_EQ(*divide(decimal("2"), decimal("3")), decimal("0.666666666667"));
    EXPECT_EQ(*divide(decimal("-2"), decimal("3")), decimal("-0.666666666667"));
    EXPECT_FALSE(divide(decimal("1"), decimal("0")).has_value());
}

TEST(Decimal, LeavesItsRangeOnlyAsNone) {
    const Decimal largest = decimal("9223372036854775807");
    EXPECT_FALSE(add(largest, Decimal(1)).has_value());
    EXPECT_FALSE(multiply(largest, Decimal(2)).has_value());
    EXPECT_FALSE(subtract(-largest, Decimal(1)).has_value());
    EXPECT_TRUE(add(largest, -largest)->is_zero());
}

TEST(Decimal, KeepsAsManyPlacesAsFit) {
    EXPECT_EQ(multiply(decimal("0.0000000001"), decimal("0.000000007")), decimal("0.000000000000000001")) << "of 19 places 18 are held";
    EXPECT_EQ(divide(decimal("100000000"), decimal("3")), decimal("33333333.33333333333"));
    EXPECT_EQ(divide(decimal("-100000000"), decimal("3")), decimal("-33333333.33333333333"));
    EXPECT_EQ(divide(decimal("9000000000000000000"), decimal("0.99")), decimal("9090909090909090909"));
    EXPECT_EQ(add(decimal("9000000000000000000"), decimal("0.5")), decimal("9000000000000000001")) << "halves away from zero";
    EXPECT_EQ(subtract(decimal("-9000000000000000000"), decimal("0.4")), decimal("-9000000000000000000"));
    EXPECT_EQ(add(decimal("9223372036854775807"), decimal("0.4")), decimal("9223372036854775807"));
    EXPECT_FALSE(add(decimal("9223372036854775807"), decimal("0.5")).has_value());
}

TEST(Decimal, RoundedResultsAreTheNearestHeld) {
    Samples samples;
    for (int i = 0; i < kRounds; ++i) {
        const Sample a = samples.next(), b = samples.next();
        const Wide product = static_cast<Wide>(a.millionths) * b.millionths;
        const auto result = multiply(a.value, b.value);
        if (!result) continue;
        const Wide error = static_cast<Wide>(result->coefficient()) * detail::kPowersOfTen[12 - result->places()] - product;
        const Wide step = detail::kPowersOfTen[12 - result->places()];
        ASSERT_TRUE(2 * error <= step && -2 * error <= step) << to_string(a.value) << " * " << to_string(b.value);
    }
}

TEST(Decimal, AddsSubtractsAndMultipliesLikeIntegers) {
    Samples samples;
    for (int i = 0; i < kRounds; ++i) {
        const Sample a = samples.next(), b = samples.next();
        ASSERT_EQ(*add(a.value, b.value), *Decimal::make(a.millionths + b.millionths, 6));
        ASSERT_EQ(*subtract(a.value, b.value), *Decimal::make(a.millionths - b.millionths, 6));
        const Wide product = static_cast<Wide>(a.millionths) * b.millionths;
        const Wide limit = std::numeric_limits<std::int64_t>::max();
        if (product > limit || product < -limit) continue;
        ASSERT_EQ(*multiply(a.value, b.value), *Decimal::make(static_cast<std::int64_t>(product), 12));
    }
}

TEST(Decimal, OrdersLikeIntegers) {
    Samples samples;
    for (int i = 0; i < kRounds; ++i) {
        const Sample a = samples.next(), b = samples.next();
        ASSERT_EQ(a.value <=> b.value, a.millionths <=> b.millionths);
        ASSERT_EQ(a.value == b.value, a.millionths == b.millionths);
    }
}

TEST(Decimal, RoundsHalvesAwayFromZero) {
    Samples samples;
    for (int i = 0; i < kRounds; ++i) {
        const Sample a = samples.next();
        std::int64_t unit = 1000000;
        for (int places = 0; places <= 6; ++places, unit /= 10) {
            const Wide expected = wide_round_half_away(a.millionths, unit);
            ASSERT_EQ(a.value.rounded(places), *Decimal::make(static_cast<std::int64_t>(expected), places)) << to_string(a.value) << " to " << places;
        }
    }
}

TEST(Decimal, DividesToTwelvePlaces) {
    Samples samples;
    for (int i = 0; i < kRounds; ++i) {
        const Sample a = samples.next(), b = samples.next();
        if (b.millionths == 0) continue;
        const Wide scaled = static_cast<Wide>(a.millionths) * detail::kPowersOfTen[12];
        const Wide expected = wide_round_half_away(scaled, b.millionths);
        const Wide limit = std::numeric_limits<std::int64_t>::max();
        const auto quotient = divide(a.value, b.value);
        if (expected > limit || expected < -limit) continue;
        ASSERT_TRUE(quotient.has_value()) << to_string(a.value) << " / " << to_string(b.value);
        ASSERT_EQ(*quotient, *Decimal::make(static_cast<std::int64_t>(expected), 12)) << to_string(a.value) << " / " << to_string(b.value);
    }
}

TEST(Decimal, TextReadsBackToTheSameValue) {
    Samples samples;
    for (int i = 0; i < kRounds; ++i) {
        const Sample a = samples.next();
        ASSERT_EQ(Decimal::parse(to_string(a.value)), a.value);
    }
}

TEST(Decimal, WorksInConstantExpressions) {
    static_assert(Decimal::parse("10.1").has_value());
    static_assert(*subtract(*Decimal::parse("10.1"), Decimal(7)) == *Decimal::parse("3.1"));
    static_assert(Decimal(3).is_integer());
}

}  // namespace
}  // namespace schoolimp
