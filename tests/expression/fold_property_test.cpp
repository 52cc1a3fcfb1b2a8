// Folding and sharing change no value: random programs, built as written and through the builder, give the same whatever the inputs are.
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "expression/builder.hpp"
#include "expression/evaluate.hpp"
#include "expression/prune.hpp"

namespace schoolimp {
namespace {

const Type kNumber{ValueType::kNumber, -1, std::nullopt};
const Type kBoolean{ValueType::kBoolean, -1, std::nullopt};

// One node of the program as written, and the node the builder gave for it.
struct Twin {
    int written = 0, built = 0;
};

class Twins {
public:
    explicit Twins(unsigned seed) : random_(seed) {
        for (int i = 0; i < 3; ++i) numbers_.push_back(input(kNumber, i));
        for (int i = 3; i < 6; ++i) conditions_.push_back(input(kBoolean, i));
        for (const char* text : {"0", "1", "-2.5", "9000000000000000000"}) numbers_.push_back(constant(kNumber, *Decimal::parse(text)));
        conditions_.push_back(constant(kBoolean, true));
        conditions_.push_back(constant(kBoolean, false));
        for (int i = 0; i < 25; ++i) grow();
    }

    std::vector<Value> random_inputs() {
        std::vector<Value> values;
        for (int i = 0; i < 6; ++i) {
            const int presence = pick(4);
            const Value known = i < 3 ? number_value(Decimal(pick(5) - 2)) : boolean_value(pick(2) == 0);
            values.push_back(presence == 0 ? unknown_value() : presence == 1 ? not_applicable_value() : known);
        }
        return values;
    }

    std::vector<Twin> all() const {
        std::vector<Twin> twins = numbers_;
        twins.insert(twins.end(), conditions_.begin(), conditions_.end());
        return twins;
    }

    Program written;
    ProgramBuilder builder;

private:
    int pick(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
    Twin any(const std::vector<Twin>& twins) { return twins[static_cast<std::size_t>(pick(static_cast<int>(twins.size())))]; }

    int write(Op op, const Type& type, const std::vector<int>& arguments, int payload) {
        Node node;
        node.op = op;
        node.type = type;
        node.payload = payload;
        node.first_argument = static_cast<std::int32_t>(written.arguments.size());
        node.argument_count = static_cast<std::int32_t>(arguments.size());
        written.arguments.insert(written.arguments.end(), arguments.begin(), arguments.end());
        written.nodes.push_back(node);
        return static_cast<int>(written.nodes.size()) - 1;
    }

    Twin input(const Type& type, int i) {
        const Input cell{InputKind::kIndicator, i, "", 0};
        written.inputs.push_back(cell);
        return {write(Op::kInput, type, {}, i), builder.input(type, cell)};
    }

    Twin constant(const Type& type, const Constant& value) {
        written.constants.push_back(value);
        return {write(Op::kConstant, type, {}, static_cast<int>(written.constants.size()) - 1), builder.constant(type, value)};
    }

    Twin make(Op op, const Type& type, const std::vector<Twin>& arguments, int payload = 0) {
        std::vector<int> as_written, as_built;
        for (const Twin& twin : arguments) {
            as_written.push_back(twin.written);
            as_built.push_back(twin.built);
        }
        return {write(op, type, as_written, payload), builder.node(op, type, as_built, payload)};
    }

    std::vector<Twin> several(const std::vector<Twin>& twins) {
        std::vector<Twin> chosen;
        for (int i = 1 + pick(4); i > 0; --i) chosen.push_back(any(twins));
        return chosen;
    }

    void grow() {
        constexpr Op kComparisons[] = {Op::kEqual, Op::kNotEqual, Op::kLess, Op::kLessEqual, Op::kGreater, Op::kGreaterEqual};
        constexpr Op kArithmetic[] = {Op::kAdd, Op::kSubtract, Op::kMultiply, Op::kDivide};
        constexpr Op kThresholds[] = {Op::kAtLeast, Op::kAtMost, Op::kExactly};
        switch (pick(14)) {
            case 0: conditions_.push_back(make(Op::kAnd, kBoolean, several(conditions_))); break;
            case 1: conditions_.push_back(make(Op::kOr, kBoolean, several(conditions_))); break;
            case 2: conditions_.push_back(make(Op::kNot, kBoolean, {any(conditions_)})); break;
            case 3: conditions_.push_back(make(kComparisons[pick(6)], kBoolean, {any(numbers_), any(numbers_)})); break;
            case 4: conditions_.push_back(make(pick(2) == 0 ? Op::kEqual : Op::kNotEqual, kBoolean, {any(conditions_), any(conditions_)})); break;
            case 5: numbers_.push_back(make(kArithmetic[pick(4)], kNumber, {any(numbers_), any(numbers_)})); break;
            case 6: numbers_.push_back(make(pick(2) == 0 ? Op::kNegate : Op::kAbsolute, kNumber, {any(numbers_)})); break;
            case 7: numbers_.push_back(make(Op::kRound, kNumber, {any(numbers_)}, pick(3))); break;
            case 8: numbers_.push_back(make(Op::kConditional, kNumber, {any(conditions_), any(numbers_), any(numbers_)})); break;
            case 9: conditions_.push_back(make(Op::kGuard, kBoolean, {any(conditions_), any(conditions_)})); break;
            case 10: numbers_.push_back(make(Op::kOrElse, kNumber, {any(numbers_), any(numbers_)})); break;
            case 11: conditions_.push_back(make(pick(2) == 0 ? Op::kKnown : Op::kApplicable, kBoolean, {any(numbers_)})); break;
            case 12: numbers_.push_back(make(pick(2) == 0 ? Op::kMinimum : Op::kMaximum, kNumber, several(numbers_))); break;
            default: conditions_.push_back(make(kThresholds[pick(3)], kBoolean, several(conditions_), pick(3))); break;
        }
    }

    std::mt19937 random_;
    std::vector<Twin> numbers_, conditions_;
};

// The built program's inputs in the order of the written ones.
std::vector<Value> for_program(const Program& program, const std::vector<Value>& values) {
    std::vector<Value> ordered;
    for (const Input& input : program.inputs) ordered.push_back(values[static_cast<std::size_t>(input.indicator)]);
    return ordered;
}

std::string show(const Value& value) { return value.unknown() ? "unknown" : value.not_applicable() ? "na" : to_string(value.scalar); }

TEST(Folding, ChangesNoValue) {
    int folded = 0;
    for (unsigned seed = 0; seed < 1500; ++seed) {
        Twins twins(seed);
        Evaluator written(twins.written), built(twins.builder.program);
        folded += twins.builder.program.nodes.size() < twins.written.nodes.size();
        for (int round = 0; round < 8; ++round) {
            const std::vector<Value> values = twins.random_inputs();
            written.run(for_program(twins.written, values));
            built.run(for_program(twins.builder.program, values));
            for (const Twin& twin : twins.all())
                ASSERT_EQ(written.value(twin.written), built.value(twin.built))
                    << "seed " << seed << " node " << twin.written << " op " << static_cast<int>(twins.written.nodes[static_cast<std::size_t>(twin.written)].op)
                    << ": " << show(written.value(twin.written)) << " / " << show(built.value(twin.built));
        }
    }
    EXPECT_GT(folded, 1000) << "most programs have something to fold";
}

TEST(Pruning, ChangesNoRoot) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        Twins twins(seed);
        Program pruned = twins.builder.program;
        const std::vector<Twin> all = twins.all();
        for (std::size_t i = 0; i < all.size(); i += 4) pruned.criteria.push_back(all[i].built);
        prune(pruned);
        Evaluator whole(twins.builder.program), rest(pruned);
        const std::vector<Value> values = twins.random_inputs();
        whole.run(for_program(twins.builder.program, values));
        rest.run(for_program(pruned, values));
        for (std::size_t i = 0; i < pruned.criteria.size(); ++i) ASSERT_EQ(whole.value(all[4 * i].built), rest.value(pruned.criteria[i])) << "seed " << seed;
    }
}

}  // namespace
}  // namespace schoolimp
