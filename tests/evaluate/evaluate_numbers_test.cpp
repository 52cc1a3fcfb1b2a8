// Numbers are exact decimals; not applicable wins over unknown.
#include <gtest/gtest.h>

#include "evaluate/evaluate_helpers.hpp"

namespace schoolimp::test {
namespace {

TEST(EvaluateNumbers, ComparisonsAreExactAndStrictAsWritten) {
    const Value difference = run_numbers(Op::kSubtract, {num("10.1"), num("7.0")});
    EXPECT_EQ(difference, num("3.1"));
    EXPECT_EQ(run_compare(Op::kGreaterEqual, difference, num("3.1")), kT);
    EXPECT_EQ(run_compare(Op::kGreater, difference, num("3.1")), kF);
    EXPECT_EQ(run_compare(Op::kLess, num("0.30"), num("0.3")), kF);
    EXPECT_EQ(run_compare(Op::kLessEqual, num("-2.5"), num("-2.5")), kT);
    EXPECT_EQ(run_compare(Op::kEqual, num("6.0"), num("6")), kT);
    EXPECT_EQ(run_compare(Op::kNotEqual, num("6.0"), num("6.01")), kT);
}

TEST(EvaluateNumbers, NotApplicableWinsOverUnknown) {
    for (const Op op : {Op::kEqual, Op::kNotEqual, Op::kLess, Op::kLessEqual, Op::kGreater, Op::kGreaterEqual}) {
        EXPECT_EQ(run_compare(op, num("1"), kU), kU);
        EXPECT_EQ(run_compare(op, kU, kU), kU) << "two missing values are not equal";
        EXPECT_EQ(run_compare(op, kNa, num("1")), kNa);
        EXPECT_EQ(run_compare(op, kU, kNa), kNa);
    }
    for (const Op op : {Op::kAdd, Op::kSubtract, Op::kMultiply, Op::kDivide}) {
        EXPECT_EQ(run_numbers(op, {num("1"), kU}), kU);
        EXPECT_EQ(run_numbers(op, {kNa, kU}), kNa);
        EXPECT_EQ(run_numbers(op, {kU, kNa}), kNa);
    }
    for (const Op op : {Op::kNegate, Op::kAbsolute, Op::kRound}) {
        EXPECT_EQ(run_numbers(op, {kU}), kU);
        EXPECT_EQ(run_numbers(op, {kNa}), kNa);
    }
}

TEST(EvaluateNumbers, Arithmetic) {
    EXPECT_EQ(run_numbers(Op::kAdd, {num("0.1"), num("0.2")}), num("0.3"));
    EXPECT_EQ(run_numbers(Op::kMultiply, {num("-1.5"), num("0.4")}), num("-0.6"));
    EXPECT_EQ(run_numbers(Op::kDivide, {num("1"), num("8")}), num("0.125"));
    EXPECT_EQ(run_numbers(Op::kDivide, {num("1"), num("0")}), kU) << "dividing by zero";
    EXPECT_EQ(run_numbers(Op::kMultiply, {num("9000000000000000000"), num("2")}), kU) << "too large to be held";
    EXPECT_EQ(run_numbers(Op::kNegate, {num("2.5")}), num("-2.5"));
    EXPECT_EQ(run_numbers(Op::kAbsolute, {num("-2.5")}), num("2.5"));
    EXPECT_EQ(run_numbers(Op::kRound, {num("5.05")}, 1), num("5.1"));
    EXPECT_EQ(run_numbers(Op::kRound, {num("-5.05")}, 1), num("-5.1"));
    EXPECT_EQ(run_numbers(Op::kRound, {num("2.5")}, 0), num("3"));
}

TEST(EvaluateNumbers, MeanMinimumMaximum) {
    EXPECT_EQ(run_numbers(Op::kMean, {num("1"), num("2"), num("4.5")}), num("2.5"));
    EXPECT_EQ(run_numbers(Op::kMean, {num("1"), kU}), kU);
    EXPECT_EQ(run_numbers(Op::kMean, {num("1"), kU, kNa}), kNa);
    EXPECT_EQ(run_numbers(Op::kMinimum, {num("3"), num("-1"), num("2")}), num("-1"));
    EXPECT_EQ(run_numbers(Op::kMaximum, {num("3"), kNa, num("2")}), num("3"));
    EXPECT_EQ(run_numbers(Op::kMaximum, {num("3"), kU}), kU);
    EXPECT_EQ(run_numbers(Op::kMinimum, {kNa, kNa}), kNa);
    EXPECT_EQ(run_numbers(Op::kMinimumKnown, {num("3"), kU, kNa}, 1), num("3"));
    EXPECT_EQ(run_numbers(Op::kMinimumKnown, {num("3"), kU}, 2), kU);
    EXPECT_EQ(run_numbers(Op::kMaximumKnown, {num("3"), num("4"), kU}, 2), num("4"));
    EXPECT_EQ(run_numbers(Op::kMaximumKnown, {kNa, kNa}, 1), kNa);
}

TEST(EvaluateNumbers, AnExtremeLevelSettlesTheExtremum) {
    ProgramBuilder builder;
    const int scale = builder.scale(4);
    const auto worst = [&](Op op, const std::vector<Value>& parts) { return run(op, builder.level(scale), builder.level(scale), parts, 0, builder); };
    EXPECT_EQ(worst(Op::kMinimum, {lev(2), lev(1)}), lev(1));
    EXPECT_EQ(worst(Op::kMinimum, {lev(0), kU}), lev(0)) << "nothing is worse than the worst";
    EXPECT_EQ(worst(Op::kMinimum, {lev(1), kU}), kU);
    EXPECT_EQ(worst(Op::kMaximum, {lev(3), kU}), lev(3));
    EXPECT_EQ(worst(Op::kMaximum, {lev(0), kU}), kU);
}

TEST(EvaluateNumbers, CountAndShare) {
    EXPECT_EQ(run(Op::kCount, ProgramBuilder::number(), ProgramBuilder::boolean(), {kT, kF, kT, kNa}), num("2"));
    EXPECT_EQ(run(Op::kCount, ProgramBuilder::number(), ProgramBuilder::boolean(), {kT, kU}), kU);
    EXPECT_EQ(run(Op::kCount, ProgramBuilder::number(), ProgramBuilder::boolean(), {kNa, kNa}), kNa);
    EXPECT_EQ(run(Op::kShare, ProgramBuilder::number(), ProgramBuilder::boolean(), {kT, kF, kF, kNa}), num("33.333333333333"));
    EXPECT_EQ(run(Op::kShare, ProgramBuilder::number(), ProgramBuilder::boolean(), {kT, kT, kNa}), num("100"));
    EXPECT_EQ(run(Op::kShare, ProgramBuilder::number(), ProgramBuilder::boolean(), {kT, kU}), kU);
}

}  // namespace
}  // namespace schoolimp::test
