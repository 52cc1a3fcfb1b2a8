// Population functions in expressions: what is allowed, what is refused, and what they become.
#include <gtest/gtest.h>

#include "expression/cell_name.hpp"
#include "framework/document.hpp"
#include "framework/dump.hpp"
#include "framework/types.hpp"

namespace schoolimp {
namespace {

using namespace test;

/// The sample with a measure made of a rank, and the expression to look at.
FrameworkDocument with(const std::string& text) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("placed", "rank(pct)"));
    document.criteria.push_back(criterion("first", "placed == 1"));
    document.measures.push_back(expression("probe", text));
    return document;
}

Framework compiled(const FrameworkDocument& document) {
    Result<Framework> framework = Framework::compile(document, "hash");
    if (!framework.ok()) ADD_FAILURE() << framework.status().message();
    return std::move(framework).value();
}

/// The names of the populations of a program, in its order.
std::vector<std::string> names(const Framework& framework) {
    std::vector<std::string> found;
    for (const Input& input : framework.program().inputs)
        if (input.kind == InputKind::kPopulation) found.push_back(cell_name(framework.document(), framework.program(), input));
    return found;
}

struct Asked {
    const char* expression;
    const char* type;
    const char* program;
};

class PopulationFunction : public testing::TestWithParam<Asked> {};

TEST_P(PopulationFunction, HasATypeAndAPopulation) {
    const Framework framework = compiled(with(GetParam().expression));
    const int node = framework.program().measures.back();
    EXPECT_EQ(describe(framework.program().nodes[static_cast<std::size_t>(node)].type, framework.document()), GetParam().type);
    EXPECT_EQ(dump(framework, node), GetParam().program);
}

INSTANTIATE_TEST_SUITE_P(
    Written, PopulationFunction,
    testing::Values(Asked{"rank(pct)", "a number", "{rank pct}"}, Asked{"percentile(points)", "a number (percent)", "{percentile points}"},
                    Asked{"quantile(pct, 0.25)", "a number (percent)", "{quantile:0.25 pct}"}, Asked{"quantile(plain, 1)", "a number", "{quantile:1 plain}"},
                    Asked{"median(points)", "a number (points)", "{quantile:0.5 points}"}, Asked{"rank(-pct, yes)", "a number", "{rank (negate pct) among yes}"},
                    Asked{"quantile(pct, 0.9, school.phase == 'primary')", "a number (percent)", "{quantile:0.9 pct among (equal school.phase 'primary')}"},
                    Asked{"median(pct, steady && known(pct))", "a number (percent)", "{quantile:0.5 pct among (and (at_least_equal pct 50) (known pct))}"},
                    Asked{"rank(trend)", "a number", "{rank (subtract pct pct@1)}"}, Asked{"rank(pct - national(pct))", "a number", "{rank (subtract pct national(pct))}"}));
INSTANTIATE_TEST_SUITE_P(Conditions, PopulationFunction,
                         testing::Values(Asked{"rank(pct, 2 > 1)", "a number", "{rank pct}"}, Asked{"rank(pct, 1 > 2)", "a number", "{rank pct among false}"}));
INSTANTIATE_TEST_SUITE_P(
    Time, PopulationFunction,
    testing::Values(Asked{"prior(rank(pct, yes), 2)", "a number", "{rank pct@2 among yes@2}"}, Asked{"rank(prior(pct))", "a number", "{rank pct@1}"},
                    Asked{"change(percentile(pct))", "a number (percent)", "(subtract {percentile pct} {percentile pct@1})"},
                    Asked{"every(2, rank(pct) <= 3)", "a condition", "(and (at_most_equal {rank pct} 3) (at_most_equal {rank pct@1} 3))"},
                    Asked{"mean(2, median(pct))", "a number (percent)", "(mean {quantile:0.5 pct} {quantile:0.5 pct@1})"},
                    Asked{"prior(placed)", "a number", "{rank pct@1}"}, Asked{"prior(first)", "a condition", "(equal {rank pct@1} 1)"},
                    Asked{"prior(rank(school.pupils))", "a number", "{rank school.pupils}"}));
INSTANTIATE_TEST_SUITE_P(Groups, PopulationFunction,
                         testing::Values(Asked{"any(subject, rank(by_subject) == 1)", "a condition",
                                               "(or (equal {rank by_subject[reading]} 1) (equal {rank by_subject[maths]} 1))"},
                                         Asked{"rank(by_subject['maths'])", "a number", "{rank by_subject[maths]}"},
                                         Asked{"all(subject, by_subject > median(by_subject, by_group > 0))", "a condition",
                                               "(and (greater by_subject[reading] {quantile:0.5 by_subject[reading] among (greater by_group 0)}) "
                                               "(greater by_subject[maths] {quantile:0.5 by_subject[maths] among (greater by_group 0)}))"}));
INSTANTIATE_TEST_SUITE_P(Folded, PopulationFunction,
                         testing::Values(Asked{"rank(1 + 2)", "a number", "{rank 3}"}, Asked{"2 > 1 ? 0 : rank(points)", "a number", "0"}));

struct Wrong {
    const char* expression;
    const char* code;
    const char* message;  ///< Up to the line of the text.
    const char* hint;
};

class PopulationMistake : public testing::TestWithParam<Wrong> {};

TEST_P(PopulationMistake, SaysWhereAndWhy) {
    const std::vector<Issue> issues = issues_of(with(GetParam().expression));
    ASSERT_EQ(issues.size(), 1u) << (issues.empty() ? "" : to_string(issues.back()));
    EXPECT_EQ(issues[0].pointer, "/measures/2/value");
    EXPECT_EQ(issues[0].code, GetParam().code);
    EXPECT_EQ(issues[0].message.substr(0, issues[0].message.find('\n')), GetParam().message);
    EXPECT_EQ(issues[0].hint, GetParam().hint);
}

constexpr const char* kApart = "rank, percentile, quantile and median do not nest: put them side by side";

INSTANTIATE_TEST_SUITE_P(
    Nesting, PopulationMistake,
    testing::Values(Wrong{"rank(rank(pct))", "bad_argument", "line 1, column 6: 'rank' compares schools by what each has on its own, and there is another population function in here", kApart},
                    Wrong{"median(pct, percentile(pct) > 50)", "bad_argument",
                          "line 1, column 13: 'median' compares schools by what each has on its own, and there is another population function in here", kApart},
                    Wrong{"quantile(pct - prior(median(pct)), 0.5)", "bad_argument",
                          "line 1, column 10: 'quantile' compares schools by what each has on its own, and there is another population function in here", kApart},
                    Wrong{"percentile(placed)", "bad_argument",
                          "line 1, column 12: 'percentile' compares schools by what each has on its own, and there is another population function in here", kApart},
                    Wrong{"rank(pct, first)", "bad_argument",
                          "line 1, column 11: 'rank' compares schools by what each has on its own, and there is another population function in here", kApart}));
INSTANTIATE_TEST_SUITE_P(
    Arguments, PopulationMistake,
    testing::Values(Wrong{"rank(yes)", "wrong_type", "line 1, column 6: expected a number, found a condition", ""},
                    Wrong{"median(grade_now)", "wrong_type", "line 1, column 8: expected a number, found a level of 'grade'", ""},
                    Wrong{"percentile(day)", "wrong_type", "line 1, column 12: expected a number, found a date", ""},
                    Wrong{"rank(pct, points)", "wrong_type", "line 1, column 11: expected a condition, found a number (points)", "compare it with a value"},
                    Wrong{"quantile(pct, 0.5, 10)", "wrong_type", "line 1, column 20: expected a condition, found a number", "compare it with a value"},
                    Wrong{"quantile(pct, 50)", "bad_argument", "line 1, column 15: expected a number from 0 to 1, written out, found 50", "did you mean 0.5?"},
                    Wrong{"quantile(pct, 1.01)", "bad_argument", "line 1, column 15: expected a number from 0 to 1, written out, found 1.01", "did you mean 0.0101?"},
                    Wrong{"quantile(pct, 101)", "bad_argument", "line 1, column 15: expected a number from 0 to 1, written out, found 101", ""},
                    Wrong{"quantile(pct, -0.5)", "bad_argument", "line 1, column 15: expected a number from 0 to 1, written out, found -0.5", ""},
                    Wrong{"quantile(pct, plain)", "bad_argument", "line 1, column 15: expected a number from 0 to 1, written out", "quantile(x, 0.25) is the lower quartile"},
                    Wrong{"quantile(pct, 1 / 2)", "bad_argument", "line 1, column 15: expected a number from 0 to 1, written out", "quantile(x, 0.25) is the lower quartile"},
                    Wrong{"quantile(pct)", "wrong_argument_count", "line 1, column 1: 'quantile' has 1 argument", "write quantile(x, q) or quantile(x, q, condition)"},
                    Wrong{"rank()", "wrong_argument_count", "line 1, column 1: 'rank' has 0 arguments", "write rank(x) or rank(x, condition)"},
                    Wrong{"median(pct, yes, no)", "wrong_argument_count", "line 1, column 1: 'median' has 3 arguments", "write median(x) or median(x, condition)"},
                    Wrong{"percentil(pct)", "unknown_function", "line 1, column 1: unknown function 'percentil'", "did you mean 'percentile'?"},
                    Wrong{"rank > 3", "unknown_name", "line 1, column 1: unknown name 'rank'", "write rank(x) or rank(x, condition)"},
                    Wrong{"prior(rank(prior(pct, 20)), 20) + prior(rank(prior(prior(pct, 20), 20)))", "too_far_back", "line 1, column 35: looks 41 periods back; at most 40",
                          "lower the numbers of periods"},
                    Wrong{"median(pct) > points", "unit_mismatch", "line 1, column 15: a number (percent) and a number (points) do not go together",
                          "numbers with different units do not mix"}));

TEST(Populations, EqualOnesAreOneWhateverTheirText) {
    const Framework framework = compiled(with("prior(rank(pct)) + rank(prior(pct)) + prior(placed) + median(pct) + quantile(pct, 0.5)"));
    EXPECT_EQ(names(framework), (std::vector<std::string>{"rank(pct)", "prior(rank(pct))", "median(pct)"}));
}

TEST(Populations, DifferBySomeOfWhatTheyAsk) {
    const Framework framework = compiled(with("rank(pct, yes) + rank(pct, no) + rank(points) + quantile(plain, 0.1) + quantile(plain, 0.2) + percentile(plain)"));
    EXPECT_EQ(framework.program().populations.size(), 7u) << "and the measure's own";
}

TEST(Populations, AreNamedForTheGroupAlsoOfAMeasure) {
    FrameworkDocument document = sample();
    document.measures.push_back(expression("ahead", "by_subject - 1"));
    document.measures.push_back(expression("probe", "any(subject, rank(ahead, prior(by_subject) > 0) == 1)"));
    EXPECT_EQ(names(compiled(document)), (std::vector<std::string>{"rank(ahead['reading'], prior(by_subject['reading']) > 0)", "rank(ahead['maths'], prior(by_subject['maths']) > 0)"}));
}

TEST(Populations, ThatNothingReadsAreLeftOut) {
    const Framework framework = compiled(with("1 > 2 ? rank(points, yes) : percentile(plain, no)"));
    EXPECT_EQ(names(framework), (std::vector<std::string>{"rank(pct)", "percentile(plain, no)"}));
    ASSERT_EQ(framework.program().populations.size(), 2u);
    for (const Input& input : framework.program().inputs) EXPECT_NE(cell_name(framework.document(), framework.program(), input), "points");
    const Population& kept = framework.program().populations[1];
    EXPECT_EQ(dump(framework, kept.value), "plain");
    EXPECT_EQ(dump(framework, kept.eligible), "no");
}

TEST(Populations, ComeAfterWhatTheyAreMadeOf) {
    const Framework framework = compiled(with("rank(points + 1, yes && no) + median(points + 1)"));
    const Program& program = framework.program();
    for (std::size_t i = 0; i < program.nodes.size(); ++i) {
        if (program.nodes[i].op != Op::kInput) continue;
        const Input& input = program.inputs[static_cast<std::size_t>(program.nodes[i].payload)];
        if (input.kind != InputKind::kPopulation) continue;
        const Population& population = program.populations[static_cast<std::size_t>(input.population)];
        EXPECT_LT(population.value, static_cast<int>(i));
        EXPECT_LT(population.eligible, static_cast<int>(i));
    }
}

TEST(Populations, WhatOnlyTheyReadIsUsed) {
    const Framework framework = compiled(with("rank(points)"));
    for (const Issue& issue : framework.warnings()) EXPECT_NE(issue.message, "indicator 'points' is used nowhere");
}

}  // namespace
}  // namespace schoolimp
