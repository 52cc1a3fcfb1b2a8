// Sums of inputs and their comparisons against decimal arithmetic.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "columnar/linear.hpp"

namespace schoolimp::test {
namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }
using Numbers = std::map<int, Decimal>;

Decimal value_of(const Linear& form, const Numbers& numbers) {
    Decimal sum = form.constant;
    for (const auto& [input, factor] : form.terms) sum = add(sum, multiply(factor, numbers.at(input)).value()).value();
    return form.divisor == 1 ? sum : divide(sum, Decimal(form.divisor)).value();
}

bool holds(const Compound& compound, const Numbers& numbers) {
    detail::Int128 sum = compound.constant;
    for (const auto& [input, factor] : compound.terms) sum += static_cast<detail::Int128>(factor) * multiply(numbers.at(input), Decimal(1'000'000)).value().coefficient();
    return compound.strict ? sum > 0 : sum >= 0;
}

TEST(Linear, SumsMultiplesAndShares) {
    const Linear x = linear_input(0), y = linear_input(1);
    const Numbers numbers = {{0, decimal("10.1")}, {1, decimal("-7.25")}};
    EXPECT_TRUE(x.is_plain_input());
    EXPECT_TRUE(linear_constant(decimal("3.1")).is_constant());
    EXPECT_EQ(value_of(*linear_sum(x, y), numbers), decimal("2.85"));
    EXPECT_EQ(value_of(*linear_sum(x, x), numbers), decimal("20.2"));
    EXPECT_TRUE(linear_sum(x, *linear_multiple(x, Decimal(-1)))->is_constant()) << "no factor is zero";
    EXPECT_EQ(value_of(*linear_multiple(*linear_sum(x, linear_constant(Decimal(2))), decimal("0.5")), numbers), decimal("6.05"));
    EXPECT_EQ(value_of(*linear_share(*linear_sum(x, y), 3), numbers), decimal("0.95"));
    EXPECT_FALSE(linear_sum(x, *linear_multiple(x, Decimal(1)))->is_plain_input());
    EXPECT_FALSE(linear_multiple(x, decimal("0.0001"))) << "too fine a factor";
    EXPECT_FALSE(linear_multiple(x, Decimal(1001))) << "too great a factor";
    EXPECT_FALSE(linear_sum(*linear_share(x, 3), y)) << "a mean is rounded";
}

/// A random sum of up to three inputs.
Linear random_form(std::mt19937& random) {
    const char* const factors[] = {"1", "-1", "2", "0.5", "1.5", "-3", "0.001"};
    const char* const constants[] = {"0", "0.3", "-2.5", "100", "0.000001", "-0.25"};
    Linear form = linear_constant(decimal(constants[random() % 6]));
    for (int i = static_cast<int>(random() % 4); i > 0; --i)
        if (const auto term = linear_multiple(linear_input(static_cast<int>(random() % 4)), decimal(factors[random() % 7])))
            if (const auto sum = linear_sum(form, *term)) form = *sum;
    if (random() % 4 == 0)
        if (const auto share = linear_share(form, 2 + static_cast<int>(random() % 5))) return *share;
    return form;
}

TEST(Linear, ComparisonsInUnitsAreThoseOfDecimals) {
    int compared = 0, equal = 0;
    for (unsigned seed = 0; seed < 20000; ++seed) {
        std::mt19937 random(seed);
        const Linear a = random_form(random), b = random_form(random);
        const bool strict = random() % 2 == 0;
        const std::optional<Compound> compound = compare_linear(a, b, strict);
        if (!compound) continue;
        const bool coarse = random() % 2 == 0;
        Numbers numbers;
        for (int i = 0; i < 4; ++i) {
            const auto number = static_cast<std::int64_t>(random() % 2001) - 1000;
            numbers[i] = Decimal::make(coarse ? number / 100 : number, coarse ? 0 : 6 - static_cast<int>(random() % 5)).value();
        }
        const Decimal left = value_of(a, numbers), right = value_of(b, numbers);
        ++compared;
        equal += left == right;
        ASSERT_EQ(holds(*compound, numbers), strict ? left > right : left >= right) << "seed " << seed << ": " << to_string(left) << " and " << to_string(right);
    }
    EXPECT_GT(compared, 5000);
    EXPECT_GT(equal, 100) << "ties say most";
}

TEST(Linear, ComparisonsThatCouldLeaveTheRangeOfWholeUnitsAreRefused) {
    Linear many = linear_input(0);
    for (int i = 1; i < 64; ++i) many = *linear_sum(many, linear_input(i));
    EXPECT_TRUE(compare_linear(many, linear_constant(Decimal(1)), false));
    EXPECT_FALSE(compare_linear(*linear_sum(many, linear_input(64)), linear_constant(Decimal(1)), false));
    EXPECT_FALSE(compare_linear(*linear_multiple(linear_input(0), decimal("0.065")), *linear_multiple(linear_input(1), decimal("0.001")), false)) << "66 thousandths";
}

}  // namespace
}  // namespace schoolimp::test
