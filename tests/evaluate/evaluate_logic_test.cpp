// Logic, choice and tables: docs/language.md, row by row.
#include <gtest/gtest.h>

#include "evaluate/evaluate_helpers.hpp"

namespace schoolimp::test {
namespace {

TEST(EvaluateLogic, AndOrNotFollowTheTables) {
    const Value values[] = {kT, kF, kU, kNa};
    const Value conjunction[4][4] = {{kT, kF, kU, kT}, {kF, kF, kF, kF}, {kU, kF, kU, kU}, {kT, kF, kU, kNa}};
    const Value disjunction[4][4] = {{kT, kT, kT, kT}, {kT, kF, kU, kF}, {kT, kU, kU, kU}, {kT, kF, kU, kNa}};
    for (int a = 0; a < 4; ++a)
        for (int b = 0; b < 4; ++b) {
            EXPECT_EQ(run_logic(Op::kAnd, {values[a], values[b]}), conjunction[a][b]) << a << " && " << b;
            EXPECT_EQ(run_logic(Op::kOr, {values[a], values[b]}), disjunction[a][b]) << a << " || " << b;
        }
    EXPECT_EQ(run_logic(Op::kNot, {kT}), kF);
    EXPECT_EQ(run_logic(Op::kNot, {kF}), kT);
    EXPECT_EQ(run_logic(Op::kNot, {kU}), kU);
    EXPECT_EQ(run_logic(Op::kNot, {kNa}), kNa);
    EXPECT_EQ(run_logic(Op::kAnd, {kU, kT, kNa, kF}), kF);
    EXPECT_EQ(run_logic(Op::kOr, {kU, kF, kNa, kT}), kT);
}

TEST(EvaluateLogic, KnownApplicableOrElse) {
    EXPECT_EQ(run_logic(Op::kKnown, {kF}), kT);
    EXPECT_EQ(run_logic(Op::kKnown, {kU}), kF);
    EXPECT_EQ(run_logic(Op::kKnown, {kNa}), kF);
    EXPECT_EQ(run_logic(Op::kApplicable, {kF}), kT);
    EXPECT_EQ(run_logic(Op::kApplicable, {kU}), kT);
    EXPECT_EQ(run_logic(Op::kApplicable, {kNa}), kF);
    EXPECT_EQ(run_logic(Op::kOrElse, {kF, kT}), kF);
    EXPECT_EQ(run_logic(Op::kOrElse, {kU, kT}), kT);
    EXPECT_EQ(run_logic(Op::kOrElse, {kNa, kT}), kT);
    EXPECT_EQ(run_logic(Op::kOrElse, {kNa, kU}), kU);
}

TEST(EvaluateLogic, NOfMWithBounds) {
    struct Row {
        Op op;
        int n;
        std::vector<Value> conditions;
        Value expected;
    };
    const Row rows[] = {
        {Op::kAtLeast, 2, {kT, kT, kU}, kT},      {Op::kAtLeast, 2, {kT, kF, kU}, kU},  {Op::kAtLeast, 2, {kT, kF, kF}, kF},
        {Op::kAtLeast, 2, {kF, kF, kU}, kF},      {Op::kAtLeast, 1, {kNa, kT}, kT},     {Op::kAtLeast, 2, {kNa, kT}, kF},
        {Op::kAtLeast, 1, {kNa, kNa}, kNa},       {Op::kAtLeast, 1, {kNa, kU}, kU},     {Op::kAtMost, 1, {kT, kF, kF}, kT},
        {Op::kAtMost, 1, {kT, kT, kU}, kF},       {Op::kAtMost, 1, {kT, kU}, kU},       {Op::kAtMost, 1, {kF, kU}, kT},
        {Op::kAtMost, 1, {kNa, kNa}, kNa},        {Op::kExactly, 1, {kT, kF}, kT},      {Op::kExactly, 1, {kT, kU}, kU},
        {Op::kExactly, 1, {kT, kT, kU}, kF},      {Op::kExactly, 2, {kT, kF, kNa}, kF}, {Op::kExactly, 2, {kF, kF, kU}, kF},
        {Op::kExactly, 0, {kF, kF, kNa}, kT},
    };
    for (const Row& row : rows)
        EXPECT_EQ(run_logic(row.op, row.conditions, row.n), row.expected) << "row " << &row - rows;
}

TEST(EvaluateLogic, ConditionalAndGuard) {
    EXPECT_EQ(run_logic(Op::kConditional, {kT, kT, kF}), kT);
    EXPECT_EQ(run_logic(Op::kConditional, {kF, kT, kF}), kF);
    EXPECT_EQ(run_logic(Op::kConditional, {kU, kT, kF}), kU);
    EXPECT_EQ(run_logic(Op::kConditional, {kU, kT, kT}), kT) << "both branches agree";
    EXPECT_EQ(run_logic(Op::kConditional, {kU, kU, kU}), kU);
    EXPECT_EQ(run_logic(Op::kConditional, {kNa, kT, kT}), kNa) << "not applicable wins";
    EXPECT_EQ(run_logic(Op::kGuard, {kT, kF}), kF);
    EXPECT_EQ(run_logic(Op::kGuard, {kT, kU}), kU);
    EXPECT_EQ(run_logic(Op::kGuard, {kF, kT}), kNa);
    EXPECT_EQ(run_logic(Op::kGuard, {kU, kT}), kU);
    EXPECT_EQ(run_logic(Op::kGuard, {kNa, kT}), kNa);
}

TEST(EvaluateLogic, FirstRuleThatHolds) {
    struct Row {
        std::vector<Value> arguments;
        Value expected;
    };
    const Row rows[] = {
        {{kT, kT, kT, kF, kF}, kT},   {{kF, kT, kT, kF, kT}, kF},   {{kF, kT, kF, kT, kF}, kF},   {{kNa, kT, kT, kF, kT}, kF},
        {{kU, kT, kT, kF, kF}, kU},   {{kU, kT, kT, kT, kF}, kT},   {{kU, kT, kF, kF, kT}, kT},   {{kU, kT, kF, kF, kF}, kU},
        {{kU, kT, kU, kT, kT}, kT},   {{kU, kT, kU, kF, kT}, kU},   {{kF, kT, kF, kT}, kU},       {{kU, kT, kT, kT}, kT},
        {{kU, kT, kF, kT}, kU},       {{kT, kNa, kF, kT, kT}, kNa}, {{kT, kU, kF, kT, kT}, kU},
    };
    for (const Row& row : rows) EXPECT_EQ(run_logic(Op::kFirst, row.arguments), row.expected) << "row " << &row - rows;
}

TEST(EvaluateLogic, TheOneRuleThatHolds) {
    EXPECT_EQ(run_logic(Op::kUnique, {kT, kT, kF, kF, kF}), kT);
    EXPECT_EQ(run_logic(Op::kUnique, {kT, kT, kT, kT, kT}), kU) << "a conflict, even where the outcomes agree";
    EXPECT_EQ(run_logic(Op::kUnique, {kT, kT, kU, kT, kT}), kU) << "a second rule may yet hold";
    EXPECT_EQ(run_logic(Op::kUnique, {kF, kT, kF, kT, kF}), kF);
    EXPECT_EQ(run_logic(Op::kUnique, {kU, kT, kF, kF, kT}), kT);
    EXPECT_EQ(run_logic(Op::kUnique, {kU, kT, kF, kF, kF}), kU);
    EXPECT_EQ(run_logic(Op::kUnique, {kU, kT, kU, kT, kT}), kU);
    EXPECT_EQ(run_logic(Op::kUnique, {kF, kT}), kU) << "nothing is said of the rest";
}

TEST(EvaluateLogic, TextsCompareByTheirLetters) {
    ProgramBuilder builder;
    const int phase = builder.input(ProgramBuilder::text());
    const int root = builder.node(Op::kEqual, ProgramBuilder::boolean(), {phase, builder.constant(ProgramBuilder::text(), std::string("primary"))});
    Evaluator evaluator(builder.program);
    const auto result = [&](std::string_view text) {
        const Value value = text_value(evaluator.texts().token(text));
        evaluator.run({&value, 1});
        return evaluator.value(root);
    };
    EXPECT_EQ(result("primary"), kT);
    EXPECT_EQ(result("Primary"), kF);
    EXPECT_EQ(result("secondary"), kF);
}

}  // namespace
}  // namespace schoolimp::test
