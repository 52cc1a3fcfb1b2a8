#include "schoolimp/core/scale.hpp"

#include <gtest/gtest.h>

namespace schoolimp {
namespace {

TEST(Scale, ComparesByQualityWhateverTheOrderOfTheList) {
    for (int a = 0; a < 5; ++a)
        for (int b = 0; b < 5; ++b) {
            EXPECT_EQ(compare_levels(ScaleOrder::kBestFirst, a, b), b <=> a);
            EXPECT_EQ(compare_levels(ScaleOrder::kWorstFirst, a, b), a <=> b);
        }
}

TEST(Scale, WithoutAQualityOrderOnlyEqualityIsKnown) {
    EXPECT_EQ(compare_levels(ScaleOrder::kNone, 2, 2), std::strong_ordering::equal);
    EXPECT_FALSE(compare_levels(ScaleOrder::kNone, 1, 2).has_value());
}

TEST(Scale, LevelsAreWrittenWithTheirScale) { EXPECT_EQ(to_string(Level{"tier", "tier_1"}), "tier.tier_1"); }

}  // namespace
}  // namespace schoolimp
