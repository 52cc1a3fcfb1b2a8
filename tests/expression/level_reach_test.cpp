// Which levels a node can give at all.
#include "expression/level_reach.hpp"

#include <gtest/gtest.h>

#include "expression/builder.hpp"

namespace schoolimp {
namespace {

const Type kTier{ValueType::kLevel, 0, std::nullopt};
const Type kGrade{ValueType::kLevel, 1, std::nullopt};
const Type kNumber{ValueType::kNumber, -1, std::nullopt};
const Type kBoolean{ValueType::kBoolean, -1, std::nullopt};

using Ranks = std::vector<bool>;

class LevelReach : public testing::Test {
protected:
    LevelReach() { builder_.program.scales = {{"tier", ScaleOrder::kBestFirst, 3}, {"grade", ScaleOrder::kBestFirst, 2}}; }
    int level(int rank, const Type& type = kTier) { return builder_.constant(type, rank); }
    int condition(int i) { return builder_.input(kBoolean, Input{InputKind::kIndicator, i, "", 0}); }
    Ranks reach(int node) { return reachable_levels(builder_.program, node); }
    ProgramBuilder builder_;
};

TEST_F(LevelReach, ConstantsAndInputs) {
    EXPECT_EQ(reach(level(1)), (Ranks{false, true, false}));
    EXPECT_EQ(reach(builder_.input(kTier, Input{InputKind::kIndicator, 0, "", 0})), (Ranks{true, true, true}));
}

TEST_F(LevelReach, ChoicesGiveAnyOfTheirLevels) {
    EXPECT_EQ(reach(builder_.node(Op::kFirst, kTier, {condition(0), level(2), condition(1), level(0)})), (Ranks{true, false, true}));
    EXPECT_EQ(reach(builder_.node(Op::kConditional, kTier, {condition(0), level(1), level(2)})), (Ranks{false, true, true}));
}

TEST_F(LevelReach, TablesGiveWhatTheyHold) {
    builder_.program.bands.push_back({{Band{std::nullopt, Decimal(3), false, true, 0}, Band{Decimal(3), std::nullopt, false, false, 2}}});
    EXPECT_EQ(reach(builder_.node(Op::kBands, kTier, {builder_.constant(kNumber, Decimal(1))}, 0)), (Ranks{true, false, true}));
    builder_.program.best_fits.push_back({});
    builder_.program.best_fits[0].candidates = {{1, 0, 1}};
    EXPECT_EQ(reach(builder_.node(Op::kBestFit, kTier, {condition(0)}, 0)), (Ranks{false, true, false}));
    builder_.program.crosswalks.push_back({{-1, 2}});
    EXPECT_EQ(reach(builder_.node(Op::kMapLevel, kTier, {builder_.input(kGrade, Input{InputKind::kIndicator, 3, "", 0})}, 0)), (Ranks{false, false, true}));
    builder_.program.matrices.push_back({2, 2, {0, 1, 2, -1}});
    const int anything = builder_.input(kGrade, Input{InputKind::kIndicator, 4, "", 0});
    EXPECT_EQ(reach(builder_.node(Op::kMatrix, kTier, {level(1, kGrade), anything}, 0)), (Ranks{false, false, true}));
    EXPECT_EQ(reach(builder_.node(Op::kMatrix, kTier, {anything, level(1, kGrade)}, 0)), (Ranks{false, true, false}));
}

TEST_F(LevelReach, LimitsAddTheirBounds) {
    EXPECT_EQ(reach(builder_.node(Op::kCap, kTier, {level(2), condition(0), level(0)})), (Ranks{true, false, true}));
    EXPECT_EQ(reach(builder_.node(Op::kCap, kTier, {level(0), condition(0), level(2)})), (Ranks{true, false, false}));
    EXPECT_EQ(reach(builder_.node(Op::kFloor, kTier, {level(0), condition(0), level(1)})), (Ranks{true, true, false}));
}

}  // namespace
}  // namespace schoolimp
