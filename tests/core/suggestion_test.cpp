#include "schoolimp/core/suggestion.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace schoolimp {
namespace {

// The textbook recursion: slow and plainly right.
std::size_t slow_distance(std::string_view a, std::string_view b) {
    if (a.empty()) return b.size();
    if (b.empty()) return a.size();
    const std::string_view a1 = a.substr(1), b1 = b.substr(1);
    std::size_t best = slow_distance(a1, b1) + (a[0] == b[0] ? 0 : 1);
    best = std::min(best, slow_distance(a1, b) + 1);
    best = std::min(best, slow_distance(a, b1) + 1);
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) best = std::min(best, slow_distance(a.substr(2), b.substr(2)) + 1);
    return best;
}

TEST(Suggestion, DistanceAgreesWithTheRecursion) {
    const std::vector<std::string> words = {"", "a", "ab", "ba", "abc", "acb", "cab", "bca", "tier", "teir", "tire", "tiers", "ter"};
    for (const std::string& a : words)
        for (const std::string& b : words) EXPECT_EQ(edit_distance(a, b), slow_distance(a, b)) << a << " / " << b;
}

TEST(Suggestion, NamesTheNearestOrNothing) {
    const std::vector<std::string> known = {"absence.overall", "absence.persistent", "ks2.progress"};
    EXPECT_EQ(did_you_mean("absence.overal", known), "did you mean 'absence.overall'?");
    EXPECT_EQ(did_you_mean("ks2.porgress", known), "did you mean 'ks2.progress'?");
    EXPECT_EQ(did_you_mean("governance", known), "");
    EXPECT_EQ(did_you_mean(std::string(5000, 'x'), known), "");
}

}  // namespace
}  // namespace schoolimp
