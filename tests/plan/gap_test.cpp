#include "plan/gap.hpp"

#include <gtest/gtest.h>

#include "plan/sample.hpp"

namespace schoolimp::testing {

namespace {

using plan_detail::Gap;
using plan_detail::gap_of;
using plan_detail::gap_words;

constexpr Truth kYes = Truth::kTrue, kNo = Truth::kFalse, kOpen = Truth::kUnknown, kNone = Truth::kNotApplicable;

Criterion criterion(std::string test, bool desired) {
    Criterion result;
    result.id = "it";
    result.title = "It";
    result.test = std::move(test);
    result.desired = desired;
    return result;
}

CriterionResult outcome(bool desired, std::vector<Comparison> comparisons) { return {"it", to_truth(!desired), std::move(comparisons), {}, {}}; }

struct GapCase {
    const char* test;
    bool desired;
    std::vector<Comparison> comparisons;
    const char* expected;  ///< "measured_by|baseline|comparator|target", or "" when there is no single gap.
};

std::string as_text(const std::optional<Gap>& gap) { return gap ? gap->measured_by + "|" + gap->baseline + "|" + gap->comparator + "|" + gap->target : std::string(); }

TEST(Gap, IsTheOneComparisonThatHasToTurn) {
    const Framework framework = sample_framework();
    const Comparison low = compared("a >= 60", "58", ">=", "60", kNo), fine = compared("b <= 6", "5", "<=", "6", kYes), high = compared("b <= 6", "7", "<=", "6", kNo);
    const std::vector<GapCase> cases = {
        {"a >= 60", true, {low}, "a|58|>=|60"},
        {"a >= 60.0", true, {low}, "a|58|>=|60"},  // the canonical text is compared
        {"60 <= a", true, {compared("60 <= a", "60", "<=", "58", kNo)}, "a|58|>=|60"},
        // A trouble goes away when its comparison turns round.
        {"a < 50", false, {compared("a < 50", "41", "<", "50", kYes)}, "a|41|>=|50"},
        {"a <= 50", false, {compared("a <= 50", "41", "<=", "50", kYes)}, "a|41|>|50"},
        {"b > 6", false, {compared("b > 6", "7", ">", "6", kYes)}, "b|7|<=|6"},
        {"b >= 6", false, {compared("b >= 6", "7", ">=", "6", kYes)}, "b|7|<|6"},
        {"g == s.bad", false, {compared("g == s.bad", "bad", "==", "bad", kYes)}, "g|bad|!=|bad"},
        {"g != s.good", false, {compared("g != s.good", "bad", "!=", "good", kYes)}, "g|bad|==|good"},
        {"!(a < 50)", true, {compared("a < 50", "41", "<", "50", kYes)}, "a|41|>=|50"},
        // All must hold: one is left.
        {"a >= 60 && b <= 6", true, {low, fine}, "a|58|>=|60"},
        {"a >= 60 && b <= 6", true, {low, compared("b <= 6", "", "<=", "6", kNone)}, "a|58|>=|60"},
        {"a >= 60 && b <= 6", true, {low, high}, ""},
        {"a >= 60 && b <= 6", true, {low, compared("b <= 6", "", "<=", "6", kOpen)}, ""},
        // Any would do: people choose which.
        {"a >= 60 || b <= 6", true, {low, high}, ""},
        {"a >= 60 || b <= 6", true, {low, compared("b <= 6", "", "<=", "6", kNone)}, "a|58|>=|60"},
        // Either is a trouble: the one that holds has to go.
        {"a < 50 || b > 10", false, {compared("a < 50", "41", "<", "50", kYes), compared("b > 10", "7", ">", "10", kNo)}, "a|41|>=|50"},
        {"a < 50 || b > 10", false, {compared("a < 50", "41", "<", "50", kYes), compared("b > 10", "12", ">", "10", kYes)}, ""},
        {"a < 50 && b > 10", false, {compared("a < 50", "41", "<", "50", kYes), compared("b > 10", "12", ">", "10", kYes)}, ""},
        // Not made of comparisons alone.
        {"a >= 60 && sound", true, {low}, ""},
        {"sound", true, {}, ""},
        {"at_least(2, a >= 60, b <= 6, c > 1)", true, {low, high, compared("c > 1", "2", ">", "1", kYes)}, ""},
        {"every(2, a >= 60)", true, {low, low}, ""},
        // Read twice under one text: which one is meant is not known.
        {"a >= 60", true, {low, low}, ""},
        {"change(a) <= -5", false, {compared("change(a) <= -5", "-7", "<=", "-5", kYes)}, "change(a)|-7|>|-5"},
        {"a['maths'] >= 0", true, {compared("a['maths'] >= 0", "-1.2", ">=", "0", kNo)}, "a['maths']|-1.2|>=|0"},
    };
    for (const GapCase& item : cases) EXPECT_EQ(as_text(gap_of(framework, criterion(item.test, item.desired), outcome(item.desired, item.comparisons))), item.expected) << item.test;
}

TEST(Gap, NeedsADesiredSide) {
    Criterion neither = criterion("a >= 60", true);
    neither.desired.reset();
    EXPECT_FALSE(gap_of(sample_framework(), neither, outcome(true, {compared("a >= 60", "58", ">=", "60", kNo)})));
}

TEST(Gap, IsWordedWithTitlesAndUnits) {
    const Framework framework = sample_framework();
    Criterion fall = criterion("change(results) <= -5", false);
    const std::vector<std::pair<Gap, const char*>> cases = {
        {{"results", "58", ">=", "61", false, ""}, "Pupils at the expected standard: from 58 to at least 61 percent"},
        {{"absence", "6.4", "<=", "5.2", true, ""}, "Overall absence: from 6.4 to at most 5.2 percent, the national figure"},
        {{"absence", "6.4", "<", "6", false, ""}, "Overall absence: from 6.4 to less than 6 percent"},
        {{"progress['maths']", "-1.2", ">", "0", false, ""}, "Progress (Mathematics): from -1.2 to more than 0 points"},
        {{"review.teaching", "some_concern", "==", "secure", false, "finding"}, "Teaching in the review: from 'some concern' to 'secure'"},
        {{"review.teaching", "finding.some_concern", "!=", "finding.some_concern", false, "finding"}, "Teaching in the review: no longer 'some concern'"},
        {{"review.sound", "false", "!=", "false", false, ""}, "Footing is sound: from no to yes"},
        {{"review.sound", "true", "==", "false", false, ""}, "Footing is sound: from yes to no"},
        {{"suggestion", "need.high", ">=", "need.medium", false, "need"}, "Suggested need: from 'High need' to at least 'Medium need'"},
        {{"suggestion", "need.high", ">=", "need.low", false, "need"}, "Suggested need: from 'High need' to 'Low need'"},
        {{"change(results)", "-7", ">", "-5", false, ""}, "It (change(results): from -7 to more than -5)"},
        {{"results", "", ">=", "61", false, ""}, "Pupils at the expected standard: to at least 61 percent"},
    };
    for (const auto& [gap, words] : cases) EXPECT_EQ(gap_words(framework, fall, gap), words);
    // The best level needs no "at least".
    EXPECT_EQ(gap_words(framework, fall, {"review.teaching", "some_concern", ">=", "secure", false, "finding"}), "Teaching in the review: from 'some concern' to 'secure'");
    fall.objective = "Halt the fall";
    EXPECT_EQ(gap_words(framework, fall, {"change(results)", "-7", ">", "-5", false, ""}), "Halt the fall (change(results): from -7 to more than -5)");
}

}  // namespace

}  // namespace schoolimp::testing
