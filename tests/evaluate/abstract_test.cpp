// Sets of values hold every concrete result: each operator on random sets of arguments, and on values drawn from them.
#include <gtest/gtest.h>

#include <random>

#include "evaluate/random_program.hpp"
#include "expression/abstract_operators.hpp"
#include "expression/possible.hpp"

namespace schoolimp::test {
namespace {

bool holds(const Abstract& set, const Value& value) {
    if (value.unknown()) return set.unknown;
    if (value.not_applicable()) return set.not_applicable;
    if (!set.known) return false;
    if (set.interval) return set.low <= value.scalar && value.scalar <= set.high && value.scalar.places() <= set.places;
    return (set.codes >> value.code() & 1u) != 0;
}

/// A random part of what an input may have, and some of its values.
struct OpenInput {
    Abstract set;
    std::vector<Value> values;
};

OpenInput open_input(std::mt19937& random, const Admissible& admissible) {
    const auto one_in = [&](int n) { return std::uniform_int_distribution<int>(1, n)(random) == 1; };
    OpenInput input;
    for (const Value& value : values_of(admissible))
        if (!one_in(3)) input.values.push_back(value);
    input.set.interval = admissible.grid;
    for (const Value& value : input.values) join_known(input.set, exactly(value, admissible.grid ? ValueType::kNumber : ValueType::kLevel));
    if (one_in(3) || input.values.empty()) input.values.push_back(unknown_value()), input.set.unknown = true;
    if (one_in(4)) input.values.push_back(not_applicable_value()), input.set.not_applicable = true;
    return input;
}

TEST(AbstractProperty, HoldsEveryConcreteResult) {
    long checked = 0;
    for (unsigned seed = 1; seed <= 8000; ++seed) {
        std::mt19937 random(seed);
        const RandomProgram made = random_program(random, {.inputs = 4, .inner_nodes = 16});
        const Program& program = made.program;
        std::vector<OpenInput> open;
        for (const Admissible& admissible : made.admissible) open.push_back(open_input(random, admissible));

        Evaluator evaluator(program);
        std::vector<Abstract> sets(program.nodes.size());
        for (std::size_t i = 0; i < program.nodes.size(); ++i) {
            const Node& node = program.nodes[i];
            if (node.op == Op::kConstant) {
                sets[i] = exactly(evaluator.value(static_cast<int>(i)), node.type.value);
            } else if (node.op == Op::kInput) {
                sets[i] = open[static_cast<std::size_t>(node.payload)].set;
            } else {
                sets[i] = apply_abstract(program, node, AbstractArguments(program, node, sets.data()));
            }
        }
        for (int draw = 0; draw < 30; ++draw) {
            std::vector<Value> inputs;
            for (const OpenInput& input : open) inputs.push_back(input.values[std::uniform_int_distribution<std::size_t>(0, input.values.size() - 1)(random)]);
            evaluator.run(inputs);
            for (std::size_t i = 0; i < program.nodes.size(); ++i, ++checked)
                ASSERT_TRUE(holds(sets[i], evaluator.values()[i])) << "seed " << seed << ", node " << i << ", operator " << static_cast<int>(program.nodes[i].op)
                                                                   << ", presence " << static_cast<int>(evaluator.values()[i].presence);
        }
    }
    EXPECT_GT(checked, 1'000'000);
}

TEST(AbstractProperty, SomeOperatorsAreExactOnDeterminedArguments) {
    long checked = 0;
    for (unsigned seed = 1; seed <= 4000; ++seed) {
        std::mt19937 random(seed);
        const RandomProgram made = random_program(random, {.inputs = 4, .inner_nodes = 16});
        const Program& program = made.program;
        std::vector<Value> inputs;
        for (const Admissible& admissible : made.admissible) {
            const OpenInput input = open_input(random, admissible);
            inputs.push_back(input.values[std::uniform_int_distribution<std::size_t>(0, input.values.size() - 1)(random)]);
        }
        Evaluator evaluator(program);
        evaluator.run(inputs);
        std::vector<Abstract> sets;
        for (std::size_t i = 0; i < program.nodes.size(); ++i) sets.push_back(exactly(evaluator.values()[i], program.nodes[i].type.value));
        for (std::size_t i = 0; i < program.nodes.size(); ++i) {
            const Node& node = program.nodes[i];
            if (!is_exact_on_determined(node.op)) continue;
            ++checked;
            ASSERT_EQ(apply_abstract(program, node, AbstractArguments(program, node, sets.data())), sets[i]) << "seed " << seed << ", node " << i << ", operator " << static_cast<int>(node.op);
        }
    }
    EXPECT_GT(checked, 10'000);
}

TEST(AbstractTest, OverflowMayBeUnknown) {
    const auto range = [](std::int64_t low, std::int64_t high) {
        Abstract set = exactly(number_value(Decimal(low)), ValueType::kNumber);
        set.high = Decimal(high);
        return set;
    };
    const std::int64_t huge = 9'000'000'000'000'000'000LL;
    const Abstract product = abstract_arithmetic(Op::kMultiply, range(1, huge), range(1, huge));
    EXPECT_TRUE(product.unknown);
    EXPECT_TRUE(holds(product, number_value(Decimal(huge))));
    EXPECT_TRUE(holds(product, number_value(Decimal(1))));
    EXPECT_FALSE(abstract_arithmetic(Op::kMultiply, range(1, 1000), range(1, 1000)).unknown);
    EXPECT_TRUE(abstract_arithmetic(Op::kDivide, range(1, 2), range(-1, 1)).unknown) << "dividing by zero";
    EXPECT_FALSE(abstract_arithmetic(Op::kDivide, range(1, 2), range(1, 2)).unknown);
}

}  // namespace
}  // namespace schoolimp::test
