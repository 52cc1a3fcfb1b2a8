// Circuits against truth tables: folding, counting, both rails, and schedules run by the kernels.
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <random>

#include "columnar/circuit.hpp"
#include "columnar/schedule.hpp"

namespace schoolimp::test {
namespace {

/// The wire's bit when leaf i has bit i of `leaves`.
bool bit_of(const Circuit& circuit, Wire wire, unsigned leaves) {
    const Gate& gate = circuit.gate(wire);
    const auto operand = [&](Wire other) { return bit_of(circuit, other, leaves); };
    switch (gate.kind) {
        case GateKind::kConstant: return wire == kAlways;
        case GateKind::kLeaf: return ((leaves >> gate.a) & 1) != 0;
        case GateKind::kAnd: return operand(gate.a) && operand(gate.b);
        case GateKind::kOr: return operand(gate.a) || operand(gate.b);
        case GateKind::kAndNot: return operand(gate.a) && !operand(gate.b);
        case GateKind::kNot: return !operand(gate.a);
        case GateKind::kAtLeast: break;
    }
    int set = 0;
    for (const Wire other : circuit.list(gate.b)) set += operand(other);
    return set >= gate.a;
}

TEST(Circuit, GatesWithConstantsAndWithThemselvesFoldAway) {
    Circuit circuit;
    const Wire a = circuit.leaf(0), b = circuit.leaf(1), not_a = circuit.inverse(a);
    struct Case {
        Wire made, wanted;
    };
    const Case cases[] = {
        {circuit.leaf(0), a}, {circuit.both(a, kAlways), a}, {circuit.both(kNever, a), kNever}, {circuit.both(a, a), a}, {circuit.both(a, not_a), kNever},
        {circuit.either(a, kNever), a}, {circuit.either(kAlways, a), kAlways}, {circuit.either(a, a), a}, {circuit.either(not_a, a), kAlways},
        {circuit.inverse(not_a), a}, {circuit.inverse(kNever), kAlways}, {circuit.inverse(kAlways), kNever}, {circuit.both(a, b), circuit.both(b, a)},
        {circuit.either(a, b), circuit.either(b, a)}, {circuit.but_not(a, a), kNever}, {circuit.but_not(a, kNever), a}, {circuit.but_not(a, kAlways), kNever},
        {circuit.at_least(0, {a, b}), kAlways}, {circuit.at_least(3, {a, b}), kNever}, {circuit.at_least(1, {a, b}), circuit.either(a, b)},
        {circuit.at_least(2, {a, b}), circuit.both(a, b)}, {circuit.at_least(2, {a, kAlways, b}), circuit.either(a, b)}, {circuit.at_least(2, {a, kNever, b}), circuit.both(a, b)},
        {circuit.at_least(2, {a, b, not_a}), circuit.at_least(2, {not_a, a, b})},
    };
    for (std::size_t i = 0; i < std::size(cases); ++i) EXPECT_EQ(cases[i].made, cases[i].wanted) << "case " << i;
}

TEST(Circuit, CountsOfWiresGivenTwiceCountTwice) {
    for (int leaves = 1; leaves <= 6; ++leaves)
        for (int count = 0; count <= 2 * leaves; ++count) {
            Circuit circuit;
            std::vector<Wire> wires;
            for (int i = 0; i < leaves; ++i) wires.push_back(circuit.leaf(i));
            wires.push_back(wires.front());
            const Wire counted = circuit.at_least(count, wires);
            for (unsigned row = 0; row < (1u << leaves); ++row)
                ASSERT_EQ(bit_of(circuit, counted, row), std::popcount(row) + static_cast<int>(row & 1) >= count) << leaves << " leaves, at least " << count << ", row " << row;
        }
}

/// A random tree over the rail's planes, and its truth table over all rows.
template <typename Rail>
struct Tree {
    typename Rail::Plane plane;
    std::vector<bool> table;
};

constexpr int kLeaves = 6;
constexpr unsigned kRows = 1u << kLeaves;

template <typename Rail>
std::vector<Tree<Rail>> random_trees(Rail& rail, std::vector<Tree<Rail>> trees, int count, std::mt19937& random) {
    const auto any = [&] { return trees[std::uniform_int_distribution<std::size_t>(0, trees.size() - 1)(random)]; };
    for (int i = 0; i < count; ++i) {
        const Tree<Rail> a = any(), b = any(), c = any();
        Tree<Rail> made{a.plane, a.table};
        const unsigned kind = random() % 4;
        const int least = static_cast<int>(random() % 5);
        if (kind == 0) made.plane = rail.both(a.plane, b.plane);
        if (kind == 1) made.plane = rail.either(a.plane, b.plane);
        if (kind == 2) made.plane = rail.inverse(a.plane);
        if (kind == 3) made.plane = rail.at_least(least, {a.plane, b.plane, c.plane});
        for (unsigned row = 0; row < kRows; ++row)
            made.table[row] = kind == 0 ? a.table[row] && b.table[row] : kind == 1 ? a.table[row] || b.table[row] : kind == 2 ? !a.table[row] : a.table[row] + b.table[row] + c.table[row] >= least;
        trees.push_back(made);
    }
    return trees;
}

std::vector<bool> leaf_table(int leaf) {
    std::vector<bool> table;
    for (unsigned row = 0; row < kRows; ++row) table.push_back(((row >> leaf) & 1) != 0);
    return table;
}

TEST(Circuit, SingleRailsAreTruthTables) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        Circuit circuit;
        SingleRail rail(circuit);
        std::vector<Tree<SingleRail>> trees = {{kNever, std::vector<bool>(kRows, false)}, {kAlways, std::vector<bool>(kRows, true)}};
        for (int i = 0; i < kLeaves; ++i) trees.push_back({circuit.leaf(i), leaf_table(i)});
        for (const auto& tree : random_trees(rail, trees, 25, random))
            for (unsigned row = 0; row < kRows; ++row) ASSERT_EQ(bit_of(circuit, tree.plane, row), tree.table[row]) << "seed " << seed << ", row " << row;
    }
}

// Leaves 0 to 2 are settled, 3 to 5 open: with them known, both rails say the truth; with them open, what some filling gives may be.
TEST(Circuit, DoubleRailsAreNeverTooSmall) {
    constexpr unsigned kOpen = 0b111000;
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        Circuit circuit;
        DoubleRail rail(circuit);
        std::vector<Tree<DoubleRail>> trees = {{DoubleRail::never(), std::vector<bool>(kRows, false)}, {DoubleRail::always(), std::vector<bool>(kRows, true)}};
        for (int i = 0; i < kLeaves; ++i) {  // Circuit leaf i: may be set; leaf 8 + i: may be clear.
            const bool open = ((kOpen >> i) & 1) != 0;
            const Wire set = circuit.leaf(i);
            trees.push_back({{set, open ? circuit.leaf(8 + i) : circuit.inverse(set)}, leaf_table(i)});
        }
        for (const auto& tree : random_trees(rail, trees, 20, random))
            for (unsigned row = 0; row < kRows; ++row) {
                const unsigned known = row | ((~row & 0x3f) << 8), open = row | kOpen | ((~row | kOpen) & 0x3f) << 8;
                ASSERT_EQ(bit_of(circuit, tree.plane.set, known), tree.table[row]) << "seed " << seed;
                ASSERT_EQ(bit_of(circuit, tree.plane.clear, known), !tree.table[row]) << "seed " << seed;
                ASSERT_TRUE(bit_of(circuit, tree.table[row] ? tree.plane.set : tree.plane.clear, open)) << "seed " << seed << ", row " << row;
            }
    }
}

TEST(Schedule, RunsAsTheCircuitSaysWithPlacesOfBothKinds) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        Circuit circuit;
        SingleRail rail(circuit);
        std::vector<Tree<SingleRail>> trees;
        for (int i = 0; i < kLeaves; ++i) trees.push_back({circuit.leaf(i), leaf_table(i)});
        trees = random_trees(rail, trees, 30, random);
        const std::vector<Wire> outputs = {trees[trees.size() - 1].plane, trees[trees.size() - 2].plane, trees[trees.size() - 7].plane, kAlways};
        for (const Places places : {Places::kReused, Places::kKept}) {
            const Schedule order = schedule(circuit, outputs, places);
            for (const Kernels* kernels : available_kernels()) {
                std::vector<std::uint64_t> planes(static_cast<std::size_t>(order.places) * kPlaneWords);
                const auto plane = [&](int place) { return planes.data() + static_cast<std::size_t>(place) * kPlaneWords; };
                std::fill_n(plane(1), kPlaneWords, ~std::uint64_t{0});
                for (std::size_t i = 0; i < order.leaves.size(); ++i)  // Row r of the block is row r % 64 of the truth table.
                    for (std::size_t word = 0; word < kPlaneWords; ++word)
                        for (unsigned row = 0; row < kRows; ++row) plane(static_cast<int>(2 + i))[word] |= std::uint64_t{(row >> order.leaves[i]) & 1} << row;
                kernels->run(order.instructions, order.lists.data(), planes.data(), kPlaneWords, kPlaneWords);
                for (const Wire output : outputs)
                    for (unsigned row = 0; row < kRows; ++row) {
                        const std::uint64_t word = plane(order.place_of[static_cast<std::size_t>(output)])[row % kPlaneWords];
                        ASSERT_EQ(((word >> row) & 1) != 0, bit_of(circuit, output, row)) << "seed " << seed << ", kernels " << kernels->name;
                    }
            }
        }
    }
}

TEST(Schedule, LeavesOutWhatNothingNeedsAndReusesPlaces) {
    Circuit circuit;
    const Wire a = circuit.leaf(3), b = circuit.leaf(5), unused = circuit.both(circuit.leaf(7), a);
    Wire chain = circuit.both(a, b);
    for (int i = 0; i < 20; ++i) chain = i % 2 == 0 ? circuit.inverse(circuit.both(chain, a)) : circuit.either(chain, b);
    const Schedule reused = schedule(circuit, {chain}, Places::kReused), kept = schedule(circuit, {chain}, Places::kKept);
    EXPECT_EQ(reused.leaves, (std::vector<int>{3, 5}));
    EXPECT_EQ(reused.place_of[static_cast<std::size_t>(unused)], -1);
    EXPECT_EQ(reused.instructions.size(), kept.instructions.size());
    EXPECT_LT(reused.places, kept.places);
    EXPECT_EQ(static_cast<std::size_t>(kept.places), 4 + kept.instructions.size());
}

}  // namespace
}  // namespace schoolimp::test
