// Types, units, scales, groups and names of expressions: what is refused, with the whole message, and what is allowed.
#include "framework/types.hpp"

#include <gtest/gtest.h>

#include "expression/program.hpp"
#include "framework/document.hpp"

namespace schoolimp {
namespace {

using namespace test;

struct Typed {
    const char* expression;
    const char* type;
};

class Allowed : public testing::TestWithParam<Typed> {};

TEST_P(Allowed, HasThisType) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("probe", GetParam().expression));
    const Result<Framework> framework = Framework::compile(document, "hash");
    ASSERT_TRUE(framework.ok()) << framework.status().message();
    const Program& program = framework->program();
    EXPECT_EQ(describe(program.nodes[static_cast<std::size_t>(program.measures.back())].type, document), GetParam().type);
}

INSTANTIATE_TEST_SUITE_P(Values, Allowed,
                         testing::Values(Typed{"pct", "a number (percent)"}, Typed{"plain", "a number"}, Typed{"yes", "a condition"},
                                         Typed{"grade_now", "a level of 'grade'"}, Typed{"tier.high", "a level of 'tier'"}, Typed{"word", "a text"},
                                         Typed{"day", "a date"}, Typed{"date('2025-11-10')", "a date"}, Typed{"school.phase", "a text"},
                                         Typed{"school.joined", "a date"}, Typed{"school.pupils", "a number (pupils)"}, Typed{"steady", "a condition"},
                                         Typed{"trend", "a number (percent)"}, Typed{"by_subject['maths']", "a number (points)"}));
INSTANTIATE_TEST_SUITE_P(Units, Allowed,
                         testing::Values(Typed{"pct - 3", "a number (percent)"}, Typed{"3 + pct", "a number (percent)"}, Typed{"2 * pct", "a number (percent)"},
                                         Typed{"pct / 2", "a number (percent)"}, Typed{"pct / points", "a number"}, Typed{"100 * cohort / cohort", "a number"},
                                         Typed{"-pct", "a number (percent)"}, Typed{"yes ? pct : 0", "a number (percent)"},
                                         Typed{"or_else(plain, pct)", "a number (percent)"}, Typed{"max(0, pct)", "a number (percent)"},
                                         Typed{"abs(pct)", "a number (percent)"}, Typed{"round(pct, 1)", "a number (percent)"},
                                         Typed{"mean(3, pct)", "a number (percent)"}, Typed{"national(pct)", "a number (percent)"},
                                         Typed{"count(yes, no)", "a number"}, Typed{"years(3, yes)", "a number"},
                                         Typed{"share(subject, by_subject > 0)", "a number (percent)"}));
INSTANTIATE_TEST_SUITE_P(
    Conditions, Allowed,
    testing::Values(Typed{"pct >= 65", "a condition"}, Typed{"pct >= national(pct)", "a condition"}, Typed{"grade_now < grade.good", "a condition"},
                    Typed{"kind_now == kind.infant", "a condition"}, Typed{"kind_now in [kind.infant, kind.junior]", "a condition"},
                    Typed{"word != 'x'", "a condition"}, Typed{"yes == false", "a condition"}, Typed{"day < observed_on(pct)", "a condition"},
                    Typed{"school.phase in ['primary', 'middle']", "a condition"}, Typed{"known(word)", "a condition"}, Typed{"applicable(day)", "a condition"},
                    Typed{"at_least(2, yes, no, pct > 3)", "a condition"}, Typed{"exactly(0, yes)", "a condition"}, Typed{"every(3, yes)", "a condition"},
                    Typed{"any(subject, by_subject < 0)", "a condition"}, Typed{"all(group, by_group >= national(by_group))", "a condition"},
                    Typed{"any(subject, any(group, by_subject < 0 && by_group > 50))", "a condition"}, Typed{"prior(steady)", "a condition"}));
INSTANTIATE_TEST_SUITE_P(Levels, Allowed,
                         testing::Values(Typed{"min(grade_now, grade.good)", "a level of 'grade'"}, Typed{"map_level(walk, grade_now)", "a level of 'tier'"},
                                         Typed{"yes ? tier.high : tier_now", "a level of 'tier'"}, Typed{"or_else(tier_now, tier.low)", "a level of 'tier'"},
                                         Typed{"prior(grade_now, 2)", "a level of 'grade'"}, Typed{"max(day, school.joined)", "a date"}));

struct Wrong {
    const char* expression;
    const char* code;
    const char* message;  ///< Up to the line of the text.
    const char* hint;
};

class NotAllowed : public testing::TestWithParam<Wrong> {};

TEST_P(NotAllowed, SaysWhereAndWhy) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("probe", GetParam().expression));
    const std::vector<Issue> issues = issues_of(document);
    ASSERT_EQ(issues.size(), 1u) << (issues.empty() ? "" : to_string(issues.back()));
    EXPECT_EQ(issues[0].pointer, "/measures/1/value");
    EXPECT_EQ(issues[0].code, GetParam().code);
    EXPECT_EQ(issues[0].message.substr(0, issues[0].message.find('\n')), GetParam().message);
    EXPECT_EQ(issues[0].hint, GetParam().hint);
}

INSTANTIATE_TEST_SUITE_P(
    Names, NotAllowed,
    testing::Values(Wrong{"yes && absent", "unknown_name", "line 1, column 8: unknown name 'absent'", ""},
                    Wrong{"poimts > 1", "unknown_name", "line 1, column 1: unknown name 'poimts'", "did you mean 'points'?"},
                    Wrong{"grade_now == grade.god", "unknown_name", "line 1, column 14: unknown name 'grade.god'", "did you mean 'grade.good'?"},
                    Wrong{"grade_now == grade", "unknown_name", "line 1, column 14: unknown name 'grade'",
                          "'grade' is a scale: write one of its levels, as in grade.<level>"},
                    Wrong{"subject == 3", "unknown_name", "line 1, column 1: unknown name 'subject'",
                          "'subject' is a dimension: it stands first in any, all and share"},
                    Wrong{"walk == 3", "unknown_name", "line 1, column 1: unknown name 'walk'", "'walk' is a crosswalk: it stands first in map_level"},
                    Wrong{"change > 3", "unknown_name", "line 1, column 1: unknown name 'change'", "write change(e) or change(e, n)"},
                    Wrong{"nationl(pct) > 3", "unknown_function", "line 1, column 1: unknown function 'nationl'", "did you mean 'national'?"},
                    Wrong{"not(yes)", "unknown_function", "line 1, column 1: unknown function 'not'", "write ! for not"},
                    Wrong{"by_subject['math'] > 0", "unknown_group", "line 1, column 1: dimension 'subject' has no member 'math'", "did you mean 'maths'?"},
                    Wrong{"pct['maths'] > 0", "bad_index", "line 1, column 1: indicator 'pct' has no dimension and so no groups", "write it without [...]"},
                    Wrong{"trend['maths'] > 0", "bad_index", "line 1, column 1: 'trend' is not an indicator and has no groups",
                          "only an indicator with a dimension is read for a group"},
                    Wrong{"school.phase == 'primry'", "unknown_phase", "line 1, column 17: no school has the phase 'primry'", "did you mean 'primary'?"},
                    Wrong{"school.phase in ['primary', 'juniors']", "unknown_phase", "line 1, column 29: no school has the phase 'juniors'",
                          "the phases are nursery, primary, middle, secondary, all_through, special, alternative_provision, sixth_form"}));
INSTANTIATE_TEST_SUITE_P(
    Types, NotAllowed,
    testing::Values(Wrong{"yes && pct", "wrong_type", "line 1, column 8: expected a condition, found a number (percent)", "compare it with a value"},
                    Wrong{"!pct", "wrong_type", "line 1, column 2: expected a condition, found a number (percent)", "compare it with a value"},
                    Wrong{"pct + yes", "wrong_type", "line 1, column 7: expected a number, found a condition", ""},
                    Wrong{"-word", "wrong_type", "line 1, column 2: expected a number, found a text", ""},
                    Wrong{"pct == 'x'", "wrong_type", "line 1, column 8: a number (percent) and a text do not go together", ""},
                    Wrong{"grade_now == 'good'", "wrong_type", "line 1, column 14: a level of 'grade' and a text do not go together",
                          "levels are written without quotes: grade.good"},
                    Wrong{"pct < day", "wrong_type", "line 1, column 7: a number (percent) and a date do not go together", ""},
                    Wrong{"word < 'x'", "wrong_type", "line 1, column 1: '<' does not apply to a text", "texts compare with ==, != and in"},
                    Wrong{"yes >= no", "wrong_type", "line 1, column 1: '>=' does not apply to a condition", "conditions compare with == and !="},
                    Wrong{"pct in [1, 'x']", "wrong_type", "line 1, column 12: a number (percent) and a text do not go together", ""},
                    Wrong{"yes ? pct : word", "wrong_type", "line 1, column 13: a number (percent) and a text do not go together", ""},
                    Wrong{"max(yes, no)", "wrong_type", "line 1, column 5: 'max' does not apply to a condition", "conditions compare with == and !="},
                    Wrong{"change(grade_now)", "wrong_type", "line 1, column 8: expected a number, found a level of 'grade'", ""}));
INSTANTIATE_TEST_SUITE_P(
    UnitsAndScales, NotAllowed,
    testing::Values(Wrong{"pct > points", "unit_mismatch", "line 1, column 7: a number (percent) and a number (points) do not go together",
                          "numbers with different units do not mix"},
                    Wrong{"pct + points", "unit_mismatch", "line 1, column 7: a number (percent) and a number (points) do not go together",
                          "numbers with different units do not mix"},
                    Wrong{"pct * points", "unit_mismatch", "line 1, column 7: a number (percent) and a number (points) do not multiply",
                          "one of the two must be a plain number"},
                    Wrong{"min(pct, 3, points)", "unit_mismatch", "line 1, column 13: a number (percent) and a number (points) do not go together",
                          "numbers with different units do not mix"},
                    Wrong{"grade_now == tier.high", "scale_mismatch",
                          "line 1, column 14: a level of 'grade' and a level of 'tier' do not go together: levels compare only within their own scale",
                          "take one of them over with map_level"},
                    Wrong{"map_level(walk, tier_now)", "scale_mismatch", "line 1, column 17: crosswalk 'walk' maps levels of 'grade', found a level of 'tier'",
                          ""},
                    Wrong{"kind_now < kind.junior", "unordered_scale", "line 1, column 1: the levels of 'kind' have no order of quality, so '<' does not apply",
                          "compare them with ==, != or in"},
                    Wrong{"min(kind_now, kind.infant) == kind.infant", "unordered_scale",
                          "line 1, column 5: the levels of 'kind' have no order of quality, so 'min' does not apply", "compare them with ==, != or in"}));
INSTANTIATE_TEST_SUITE_P(
    Arguments, NotAllowed,
    testing::Values(
        Wrong{"known()", "wrong_argument_count", "line 1, column 1: 'known' has 0 arguments", "write known(x)"},
        Wrong{"round(pct)", "wrong_argument_count", "line 1, column 1: 'round' has 1 argument", "write round(x, places)"},
        Wrong{"round(pct, 0.5)", "bad_argument", "line 1, column 12: expected a whole number from 0 to 20, written out, found 0.5", ""},
        Wrong{"round(pct, plain)", "bad_argument", "line 1, column 12: expected a whole number from 0 to 20, written out", ""},
        Wrong{"prior(pct, 0)", "bad_argument", "line 1, column 12: expected a whole number from 1 to 20, written out, found 0", ""},
        Wrong{"every(21, yes)", "bad_argument", "line 1, column 7: expected a whole number from 1 to 20, written out, found 21", ""},
        Wrong{"at_least(3, yes, no)", "bad_argument", "line 1, column 10: 3 of 2 conditions can never be", "the number is at most the number of conditions"},
        Wrong{"at_least(0, yes, no)", "bad_argument", "line 1, column 10: expected a whole number from 1 to 20, written out, found 0", ""},
        Wrong{"national(trend) > 0", "bad_argument", "line 1, column 10: 'national' takes the name of an indicator", ""},
        Wrong{"national(spot) > 0", "bad_argument", "line 1, column 10: there is no national figure for 'spot'",
              "only numbers per school year or term have one"},
        Wrong{"observed_on(pct + 1) > day", "bad_argument", "line 1, column 13: 'observed_on' takes the name of an indicator", ""},
        Wrong{"day > date('2025-02-30')", "bad_argument",
              "line 1, column 12: expected a day of the calendar as a text 'YYYY-MM-DD'; there is no day '2025-02-30'", ""},
        Wrong{"day > date(word)", "bad_argument", "line 1, column 12: expected a day of the calendar as a text 'YYYY-MM-DD'", ""},
        Wrong{"any(subjects, by_subject > 0)", "unknown_name", "line 1, column 5: unknown dimension 'subjects'", "did you mean 'subject'?"},
        Wrong{"map_level(wlak, grade_now)", "unknown_name", "line 1, column 11: unknown crosswalk 'wlak'", "did you mean 'walk'?"},
        Wrong{"any(subject, pct > 0)", "no_group", "line 1, column 14: nothing in here is read by 'subject', so every member would give the same",
              "use an indicator with that dimension, without [...]"},
        Wrong{"all(subject, by_subject['maths'] > 0)", "no_group",
              "line 1, column 14: nothing in here is read by 'subject', so every member would give the same",
              "use an indicator with that dimension, without [...]"},
        Wrong{"any(subject, any(subject, by_subject > 0))", "no_group",
              "line 1, column 14: nothing in here is read by 'subject', so every member would give the same",
              "use an indicator with that dimension, without [...]"},
        Wrong{"prior(prior(prior(yes, 20), 20))", "too_far_back", "line 1, column 1: looks 41 periods back; at most 40", "lower the numbers of periods"}));

TEST(Types, AllProblemsOfAnExpressionAreReported) {
    FrameworkDocument document = sample();
    document.criteria.push_back(criterion("many", "pct > word && absent || kind_now < kind.infant"));
    EXPECT_EQ(codes_of(document),
              (std::vector<std::string>{"wrong_type at /criteria/1/test", "unknown_name at /criteria/1/test", "unordered_scale at /criteria/1/test"}));
}

TEST(Types, AProblemIsNotReportedAgainWhereItIsUsed) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("broken", "absent + 1"));
    document.measures.push_back(expression("uses", "broken * 2 > pct"));
    EXPECT_EQ(codes_of(document), std::vector<std::string>{"unknown_name at /measures/1/value"});
}

TEST(Types, TheCaretStandsUnderTheName) {
    FrameworkDocument document = sample();
    document.criteria.push_back(criterion("bad", "pct >= 65 && poimts <= 6.0"));
    const std::vector<Issue> issues = issues_of(document);
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(to_string(issues[0]),
              "/criteria/1/test: line 1, column 14: unknown name 'poimts'\n"
              "  pct >= 65 && poimts <= 6.0\n"
              "               ^ (did you mean 'points'?)");
}

TEST(Types, ShiftsAddUpThroughDefinitions) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("far", "mean(20, prior(pct, 10))"));
    document.measures.push_back(expression("further", "prior(far, 11)"));
    EXPECT_EQ(codes_of(document), std::vector<std::string>());
    document.measures.push_back(expression("too_far", "prior(far, 12)"));
    EXPECT_EQ(codes_of(document), std::vector<std::string>{"too_far_back at /measures/3/value"});
}

TEST(Types, GroupsReachThroughDefinitions) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("subject_trend", "change(by_subject)"));
    document.criteria.push_back(criterion("falling", "any(subject, subject_trend < 0)"));
    EXPECT_EQ(codes_of(document), std::vector<std::string>());
    document.criteria.push_back(criterion("wrong", "any(group, subject_trend < 0)"));
    EXPECT_EQ(codes_of(document), std::vector<std::string>{"no_group at /criteria/2/test"});
}

}  // namespace
}  // namespace schoolimp
