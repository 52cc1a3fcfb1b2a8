// Which decimal a number stands for, and where thresholds lie: the numbers right beside each threshold are compared as decimals.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "columnar/number_format.hpp"

namespace schoolimp::test {
namespace {

using Kind = NumberFormat::Kind;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

TEST(NumberFormat, NumbersStandForTheirShortestDecimal) {
    struct Case {
        NumberFormat format;
        double number;
        const char* decimal;
    };
    const Case cases[] = {
        {{Kind::kDouble, 0}, 65.3, "65.3"},
        {{Kind::kDouble, 0}, 0.1 + 0.2, "0.30000000000000004"},
        {{Kind::kDouble, 0}, -0.0, "0"},
        {{Kind::kDouble, 0}, 1e15, "1000000000000000"},
        {{Kind::kDouble, 0}, 1e-18, "0.000000000000000001"},
        {{Kind::kDouble, 0}, 4e-19, "0"},
        {{Kind::kDouble, 0}, 5e-19, "0.000000000000000001"},
        {{Kind::kDouble, 0}, 4.9e-324, "0"},
        {{Kind::kFloat, 0}, static_cast<double>(65.3F), "65.3"},
        {{Kind::kFloat, 0}, static_cast<double>(0.1F), "0.1"},
        {{Kind::kFloat, 0}, static_cast<double>(16777216.0F), "16777216"},
        {{Kind::kScaled, 2}, 1010, "10.1"},
        {{Kind::kScaled, 18}, -1, "-0.000000000000000001"},
        {{Kind::kScaled, 0}, 9007199254740992.0, "9007199254740992"},
    };
    for (const Case& one : cases) EXPECT_EQ(to_string(decimal_of(one.format, one.number).value()), one.decimal);
    for (const double bad : {kInfinity, -kInfinity, std::nan(""), 1e300}) EXPECT_FALSE(decimal_of({Kind::kDouble, 0}, bad)) << bad;
    EXPECT_FALSE(decimal_of({Kind::kScaled, 0}, 1e16));
}

const char* const kThresholds[] = {"0",   "1",        "-1",         "10.1",     "-10.1",     "0.3",  "0.30000000000000004", "0.333333", "65.3",   "65.30000001", "0.000000000000000001",
                                   "100", "16777217", "16777216.5", "99999999", "1234567.8", "0.05", "9000000000000000000", "5.05",     "-0.0001", "123456789.123456789"};

bool passes(const NumberFormat& format, double number, const Decimal& threshold, bool strict) {
    const Decimal value = decimal_of(format, number).value();
    return strict ? value > threshold : value >= threshold;
}

template <typename T>
void check_neighbours(const NumberFormat& format, const Decimal& threshold, bool strict) {
    const T first = static_cast<T>(first_at_least(format, threshold, strict));
    T above = first, below = std::nextafter(first, -std::numeric_limits<T>::infinity());
    for (int i = 0; i < 50; ++i) {
        EXPECT_TRUE(passes(format, static_cast<double>(above), threshold, strict)) << to_string(threshold) << " strict " << strict << ", " << i << " above";
        EXPECT_FALSE(passes(format, static_cast<double>(below), threshold, strict)) << to_string(threshold) << " strict " << strict << ", " << i << " below";
        above = std::nextafter(above, std::numeric_limits<T>::infinity());
        below = std::nextafter(below, -std::numeric_limits<T>::infinity());
    }
}

TEST(NumberFormat, TheFirstNumberAtAThresholdIsTheFirst) {
    for (const char* text : kThresholds)
        for (const bool strict : {false, true}) {
            check_neighbours<double>({Kind::kDouble, 0}, decimal(text), strict);
            check_neighbours<float>({Kind::kFloat, 0}, decimal(text), strict);
        }
}

TEST(NumberFormat, TheFirstScaledNumberAtAThresholdIsTheFirst) {
    for (const char* text : kThresholds)
        for (int places = 0; places <= 18; ++places)
            for (const bool strict : {false, true}) {
                const NumberFormat format{Kind::kScaled, places};
                const double first = first_at_least(format, decimal(text), strict);
                if (first == kInfinity) {
                    EXPECT_FALSE(decimal_of(format, 9007199254740992.0) && passes(format, 9007199254740992.0, decimal(text), strict)) << text << " at " << places;
                    continue;
                }
                if (first == -kInfinity) {
                    EXPECT_TRUE(passes(format, -9007199254740992.0, decimal(text), strict)) << text << " at " << places;
                    continue;
                }
                EXPECT_TRUE(passes(format, first, decimal(text), strict)) << text << " at " << places;
                EXPECT_FALSE(passes(format, first - 1, decimal(text), strict)) << text << " at " << places;
            }
}

}  // namespace
}  // namespace schoolimp::test
