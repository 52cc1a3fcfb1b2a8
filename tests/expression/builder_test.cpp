// Sharing, folding, bounds and pruning of programs.
#include "expression/builder.hpp"

#include <gtest/gtest.h>

#include "expression/prune.hpp"

namespace schoolimp {
namespace {

const Type kNumber{ValueType::kNumber, -1, std::nullopt};
const Type kBoolean{ValueType::kBoolean, -1, std::nullopt};

class Builder : public testing::Test {
protected:
    int number(const char* text) { return builder_.constant(kNumber, *Decimal::parse(text)); }
    int boolean(bool value) { return builder_.constant(kBoolean, value); }
    int input(int indicator, int shift = 0) { return builder_.input(kNumber, Input{InputKind::kIndicator, indicator, "", shift}); }
    int condition(int indicator) { return builder_.input(kBoolean, Input{InputKind::kIndicator, indicator, "", 0}); }
    const Node& at(int node) const { return builder_.at(node); }
    const Constant& constant(int node) const { return builder_.program.constants[static_cast<std::size_t>(at(node).payload)]; }
    bool is(int node, Constant value) const { return at(node).op == Op::kConstant && constant(node) == value; }

    ProgramBuilder builder_;
};

TEST_F(Builder, EqualNodesAreOne) {
    EXPECT_EQ(input(3), input(3));
    EXPECT_NE(input(3), input(3, 1));
    EXPECT_EQ(builder_.node(Op::kAdd, kNumber, {input(1), input(2)}), builder_.node(Op::kAdd, kNumber, {input(1), input(2)}));
    EXPECT_NE(builder_.node(Op::kAdd, kNumber, {input(1), input(2)}), builder_.node(Op::kAdd, kNumber, {input(2), input(1)}));
    EXPECT_NE(builder_.node(Op::kRound, kNumber, {input(1)}, 1), builder_.node(Op::kRound, kNumber, {input(1)}, 2));
    EXPECT_EQ(builder_.program.inputs.size(), 4u);
}

TEST_F(Builder, ConstantsOfDifferentTypesStayApart) {
    EXPECT_NE(builder_.constant(Type{ValueType::kLevel, 0, std::nullopt}, 1), builder_.constant(Type{ValueType::kLevel, 1, std::nullopt}, 1));
    EXPECT_EQ(number("1.50"), number("1.5"));
}

TEST_F(Builder, ArgumentsComeFirst) {
    builder_.node(Op::kNot, kBoolean, {builder_.node(Op::kLess, kBoolean, {builder_.node(Op::kAdd, kNumber, {input(1), number("2")}), input(2)})});
    for (std::size_t i = 0; i < builder_.program.nodes.size(); ++i)
        for (int a = 0; a < builder_.program.nodes[i].argument_count; ++a)
            EXPECT_LT(builder_.program.arguments[static_cast<std::size_t>(builder_.program.nodes[i].first_argument + a)], static_cast<int>(i));
}

TEST_F(Builder, ComputesWhatIsConstant) {
    EXPECT_TRUE(is(builder_.node(Op::kSubtract, kNumber, {number("10.1"), number("7.0")}), *Decimal::parse("3.1")));
    EXPECT_TRUE(is(builder_.node(Op::kMultiply, kNumber, {number("1.5"), number("4")}), Decimal(6)));
    EXPECT_TRUE(is(builder_.node(Op::kNegate, kNumber, {number("1.5")}), *Decimal::parse("-1.5")));
    EXPECT_TRUE(is(builder_.node(Op::kAbsolute, kNumber, {number("-1.5")}), *Decimal::parse("1.5")));
    EXPECT_TRUE(is(builder_.node(Op::kRound, kNumber, {number("5.05")}, 1), *Decimal::parse("5.1")));
    EXPECT_TRUE(is(builder_.node(Op::kGreaterEqual, kBoolean, {number("3.1"), number("3.10")}), true));
    EXPECT_TRUE(is(builder_.node(Op::kGreater, kBoolean, {number("3.1"), number("3.10")}), false));
    EXPECT_TRUE(is(builder_.node(Op::kNot, kBoolean, {boolean(false)}), true));
    EXPECT_TRUE(is(builder_.node(Op::kKnown, kBoolean, {number("1")}), true));
}

TEST_F(Builder, LeavesWhatCouldBeUnknown) {
    EXPECT_EQ(at(builder_.node(Op::kDivide, kNumber, {number("1"), number("0")})).op, Op::kDivide);
    EXPECT_EQ(at(builder_.node(Op::kMultiply, kNumber, {number("9000000000000000000"), number("9")})).op, Op::kMultiply);
    EXPECT_EQ(at(builder_.node(Op::kEqual, kBoolean, {input(1), input(1)})).op, Op::kEqual) << "unknown when the input is";
    EXPECT_EQ(at(builder_.node(Op::kKnown, kBoolean, {input(1)})).op, Op::kKnown);
}

TEST_F(Builder, AnAndKeepsItsTrueParts) {
    // true && na is true, na alone is na: the true part may not be dropped.
    EXPECT_EQ(at(builder_.node(Op::kAnd, kBoolean, {boolean(true), condition(1)})).argument_count, 2);
    EXPECT_TRUE(is(builder_.node(Op::kAnd, kBoolean, {condition(1), boolean(false)}), false));
    EXPECT_TRUE(is(builder_.node(Op::kOr, kBoolean, {condition(1), boolean(true)}), true));
    EXPECT_EQ(at(builder_.node(Op::kOr, kBoolean, {boolean(false), condition(1)})).argument_count, 2);
    EXPECT_EQ(builder_.node(Op::kAnd, kBoolean, {condition(1), condition(1)}), condition(1));
    EXPECT_EQ(at(builder_.node(Op::kCount, kNumber, {condition(1), condition(1)})).argument_count, 2) << "a condition given twice counts twice";
}

TEST_F(Builder, SimplifiesChoices) {
    EXPECT_EQ(builder_.node(Op::kConditional, kNumber, {boolean(true), input(1), input(2)}), input(1));
    EXPECT_EQ(builder_.node(Op::kConditional, kNumber, {boolean(false), input(1), input(2)}), input(2));
    EXPECT_EQ(builder_.node(Op::kGuard, kBoolean, {boolean(true), condition(1)}), condition(1));
    EXPECT_EQ(at(builder_.node(Op::kGuard, kBoolean, {boolean(false), condition(1)})).op, Op::kGuard) << "not applicable is no constant";
    EXPECT_EQ(builder_.node(Op::kOrElse, kNumber, {number("1"), input(2)}), number("1"));
    EXPECT_EQ(builder_.node(Op::kNot, kBoolean, {builder_.node(Op::kNot, kBoolean, {condition(1)})}), condition(1));
    EXPECT_EQ(builder_.node(Op::kMaximum, kNumber, {input(1)}), input(1));
}

TEST_F(Builder, TheFirstTextStays) {
    const int bare = builder_.node(Op::kLess, kBoolean, {input(1), number("3")});
    EXPECT_EQ(at(bare).text, -1);
    builder_.node(Op::kLess, kBoolean, {input(1), number("3")}, 0, builder_.text("x < 3"));
    builder_.node(Op::kLess, kBoolean, {input(1), number("3")}, 0, builder_.text("x < 3.0"));
    EXPECT_EQ(builder_.program.texts[static_cast<std::size_t>(at(bare).text)], "x < 3");
}

TEST_F(Builder, StopsAtItsBounds) {
    int sum = input(0);
    for (int i = 1; !builder_.exhausted() && i < 200000; ++i) sum = builder_.node(Op::kAdd, kNumber, {sum, input(i)});
    EXPECT_TRUE(builder_.exhausted());
    EXPECT_LE(builder_.program.nodes.size(), kMaxProgramNodes);
}

TEST_F(Builder, PruningKeepsWhatRootsUse) {
    builder_.node(Op::kAdd, kNumber, {input(7), number("70")}, 0, builder_.text("dead"));
    const int kept = builder_.node(Op::kLess, kBoolean, {input(1), number("3")}, 0, builder_.text("alive"));
    builder_.node(Op::kSubtract, kNumber, {input(8), input(1)});
    const int other = builder_.node(Op::kNot, kBoolean, {kept});
    Program program = builder_.program;
    program.criteria = {kept};
    program.conditions.push_back({"offer:x", other});
    prune(program);
    ASSERT_EQ(program.nodes.size(), 4u);
    ASSERT_EQ(program.inputs.size(), 1u);
    EXPECT_EQ(program.inputs[0].indicator, 1);
    ASSERT_EQ(program.constants.size(), 1u);
    EXPECT_EQ(program.constants[0], Constant(Decimal(3)));
    EXPECT_EQ(program.texts, std::vector<std::string>{"alive"});
    const Node& less = program.nodes[static_cast<std::size_t>(program.criteria[0])];
    EXPECT_EQ(less.op, Op::kLess);
    EXPECT_EQ(less.text, 0);
    const Node& negation = program.nodes[static_cast<std::size_t>(program.conditions[0].node)];
    EXPECT_EQ(negation.op, Op::kNot);
    EXPECT_EQ(program.arguments[static_cast<std::size_t>(negation.first_argument)], program.criteria[0]);
}

}  // namespace
}  // namespace schoolimp
