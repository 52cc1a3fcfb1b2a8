#include "schoolimp/judgement/judgement.hpp"

#include <gtest/gtest.h>

#include "judgement/sample.hpp"

namespace schoolimp::test {
namespace {

using Levels = std::vector<std::string>;

const Answer& support(const Judgement& judgement) { return *judgement.find_answer("support"); }

TEST(Judge, SuggestsALevelWithItsReasons) {
    const Judgement j = judged(strong_evidence());
    EXPECT_EQ(support(j).suggested, "t1");
    EXPECT_EQ(support(j).possible, Levels{"t1"});
    EXPECT_TRUE(support(j).missing_that_matters.empty());
    EXPECT_EQ(support(j).reasons.front(), "Rule \"Strong all round\" holds and gives \"Tier 1\", because \"Strong\" is met.");
    EXPECT_EQ(measure(j, "suggest").value, "tier.t1");
    EXPECT_EQ(measure(j, "points").value, "166");
    EXPECT_EQ(j.framework_hash, sample_framework().hash());
    EXPECT_EQ(j.school, "s");
}

TEST(Judge, SameInputsSameResult) { EXPECT_EQ(judged(strong_evidence()), judged(strong_evidence())); }

TEST(Judge, NothingKnownLeavesEveryLevelPossible) {
    const Judgement j = judged({});
    EXPECT_EQ(support(j).suggested, std::nullopt);
    EXPECT_EQ(support(j).possible, (Levels{"t1", "t2", "t3"}));
    EXPECT_TRUE(support(j).possible_is_exact);
    EXPECT_TRUE(any_contains(support(j).reasons, "does not settle a level"));
    EXPECT_TRUE(any_contains(support(j).reasons, "Possible: \"Tier 1\", \"Tier 2\" and \"Tier 3\"."));
}

TEST(Judge, MissingEvidenceThatMattersIsNamed) {
    std::vector<Observation> evidence = strong_evidence();
    evidence.erase(evidence.begin() + 3);  // The inspection.
    const Judgement j = judged(evidence);
    EXPECT_EQ(support(j).suggested, std::nullopt);
    EXPECT_EQ(support(j).possible, (Levels{"t1", "t2", "t3"}));
    ASSERT_EQ(support(j).missing_that_matters.size(), 1u);
    EXPECT_EQ(j.readings[static_cast<std::size_t>(support(j).missing_that_matters[0])].indicator, "inspection");
    EXPECT_TRUE(any_contains(support(j).reasons, "it waits for Inspection."));
}

TEST(Judge, ASuggestionMayStandWhileAFindingCouldChangeIt) {
    std::vector<Observation> evidence = strong_evidence();
    evidence.pop_back();  // The finding: or_else() lets the suggestion do without.
    const Judgement j = judged(evidence);
    EXPECT_EQ(support(j).suggested, "t1");
    EXPECT_EQ(support(j).possible, (Levels{"t1", "t2"}));
    ASSERT_EQ(support(j).missing_that_matters.size(), 1u);
    EXPECT_EQ(j.readings[static_cast<std::size_t>(support(j).missing_that_matters[0])].indicator, "finding");
    EXPECT_TRUE(any_contains(support(j).reasons, "Also possible: \"Tier 2\"."));
}

TEST(Judge, TheOnlyLevelLeftIsSuggested) {
    FrameworkDocument document = sample_document();
    document.measures[0].rules[0].when = "results < 50 || results >= 50";
    const Judgement j = judged({point("finding", "2019-06-01", false)}, on("2019-12-31"), compiled(document));
    EXPECT_EQ(support(j).suggested, "t3");
    EXPECT_TRUE(support(j).only_possible);
    EXPECT_EQ(measure(j, "suggest").state, Truth::kUnknown) << "the measure alone does not see it";
    EXPECT_EQ(support(j).reasons.front(), "Every way of filling in the missing evidence gives \"Tier 3\".");
}

TEST(Judge, ALimitIsNamedWhenItDecides) {
    std::vector<Observation> evidence = strong_evidence();
    evidence.back() = point("finding", "2019-06-01", true);
    const Judgement j = judged(evidence);
    EXPECT_EQ(support(j).suggested, "t2");
    EXPECT_TRUE(any_contains(support(j).reasons, "Limit \"A finding of concern\" applies: at best \"Tier 2\" instead of \"Tier 1\""));
}

TEST(Judge, CriteriaShowWhatWasCompared) {
    const Judgement j = judged(strong_evidence());
    const CriterionResult& national = criterion(j, "results.national");
    EXPECT_EQ(national.result, Truth::kTrue);
    ASSERT_EQ(national.comparisons.size(), 2u);
    EXPECT_EQ(national.comparisons[0].text, "school.phase in ['primary', 'middle']");
    EXPECT_EQ(national.comparisons[0].left, "primary");
    EXPECT_EQ(national.comparisons[0].comparator, "in");
    EXPECT_EQ(national.comparisons[0].right, "primary, middle");
    EXPECT_EQ(national.comparisons[1].text, "results >= national(results)");
    EXPECT_EQ(national.comparisons[1].left, "70");
    EXPECT_EQ(national.comparisons[1].comparator, ">=");
    EXPECT_EQ(national.comparisons[1].right, "65");
    EXPECT_EQ(national.comparisons[1].result, Truth::kTrue);
    EXPECT_EQ(national.comparisons[1].readings.size(), 2u);
    EXPECT_EQ(national.readings.size(), 3u);
    EXPECT_EQ(criterion(j, "inspection.good").comparisons.at(0).right, "grade.good");
}

TEST(Judge, ACriterionOfCriteriaLeavesTheirComparisonsToThem) {
    const Judgement j = judged(strong_evidence());
    EXPECT_TRUE(criterion(j, "strong").comparisons.empty());
    EXPECT_EQ(criterion(j, "strong").readings.size(), 6u) << "but all the cells behind them are its own";
}

TEST(Judge, UnknownCriteriaNameWhatTheyWaitFor) {
    const Judgement j = judged({annual("results", "2018/19", Decimal(70))});
    const CriterionResult& two_years = criterion(j, "results.two_years");
    EXPECT_EQ(two_years.result, Truth::kUnknown);
    ASSERT_EQ(two_years.waiting_for.size(), 1u);
    EXPECT_EQ(j.readings[static_cast<std::size_t>(two_years.waiting_for[0])].shift, 1);
    EXPECT_TRUE(criterion(judged({annual("results", "2018/19", Decimal(59))}), "results.two_years").waiting_for.empty()) << "one bad year settles it";
    const CriterionResult& strong = criterion(j, "strong");
    EXPECT_EQ(strong.waiting_for.size(), 3u) << "inspection, absence and its national figure; not the results that are known";
}

TEST(Judge, CriteriaGuardedByAnotherKindOfSchoolDoNotApply) {
    Trust trust = sample_trust();
    trust.schools[0].phase = "secondary";
    const Judgement j = judge(sample_framework(), evidence_of(strong_evidence()), "s", trust, sample_benchmarks(), on("2019-12-31")).value();
    EXPECT_EQ(criterion(j, "results.national").result, Truth::kNotApplicable);
    EXPECT_EQ(criterion(j, "strong").result, Truth::kTrue) << "not applicable is neutral";
}

TEST(Judge, ConditionsAndKpis) {
    const Judgement j = judged(strong_evidence());
    ASSERT_EQ(j.conditions.size(), 2u);
    EXPECT_EQ(j.conditions[0], (ConditionResult{"offer:light", Truth::kFalse}));
    EXPECT_EQ(j.conditions[1], (ConditionResult{"deployment:gives", Truth::kTrue}));
    ASSERT_EQ(j.kpis.size(), 1u);
    EXPECT_EQ(j.kpis[0], (ConditionResult{"most_good", Truth::kTrue}));
}

TEST(Judge, EvidenceAgainstTheFrameworkFails) {
    const Result<Judgement> result = judge(sample_framework(),
                                           evidence_of({annual("results", "2018/19", Decimal(101)), point("inspection", "2019-03-01", std::string("goood")),
                                                        annual("absence", "2018/19", true), annual("other", "2018/19", Decimal(1))}),
                                           "s", sample_trust(), sample_benchmarks(), on("2019-12-31"));
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.status().code(), StatusCode::kInvalidArgument);
    const Status& status = result.status();
    std::vector<std::string> codes;
    for (const Issue& issue : status.issues()) codes.push_back(issue.code);
    EXPECT_EQ(codes, (std::vector<std::string>{"wrong_type", "unknown_level", "unused_indicator", "out_of_range"})) << "in the order of the evidence";
}

TEST(Judge, AFrameworkForOtherPhasesDoesNotApply) {
    FrameworkDocument document = sample_document();
    document.applies_to = {SchoolPhase::kSecondary, SchoolPhase::kSixthForm};
    const Judgement j = judged(strong_evidence(), on("2019-12-31"), compiled(document));
    EXPECT_TRUE(support(j).not_applicable);
    EXPECT_EQ(support(j).suggested, std::nullopt);
    EXPECT_TRUE(support(j).possible.empty());
    EXPECT_EQ(support(j).reasons, std::vector<std::string>{"The framework is for schools of these phases: secondary, sixth_form; the phase of this one is primary."});
    Trust nobody;
    const Judgement unknown = judge(compiled(document), evidence_of(strong_evidence()), "s", nobody, sample_benchmarks(), on("2019-12-31")).value();
    EXPECT_FALSE(support(unknown).not_applicable) << "a phase nobody gave is not held against the school";
}

TEST(Judge, AFrameworkOfOtherDatesSaysSo) {
    FrameworkDocument document = sample_document();
    document.valid_from = *make_date(2020, 9, 1);
    EXPECT_EQ(support(judged(strong_evidence(), on("2019-12-31"), compiled(document))).reasons.back(), "The framework is valid from 2020-09-01; this judgement is as of 2019-12-31.");
    document.valid_from = std::nullopt;
    document.valid_to = *make_date(2019, 8, 31);
    EXPECT_EQ(support(judged(strong_evidence(), on("2019-12-31"), compiled(document))).reasons.back(), "The framework was valid until 2019-08-31; this judgement is as of 2019-12-31.");
}

/// The sample with the support question answered by a formula.
Framework asking(const std::string& formula) {
    FrameworkDocument document = sample_document();
    Measure& measure = document.measures[0];
    measure.kind = MeasureKind::kExpression;
    measure.rules.clear();
    measure.limits.clear();
    measure.otherwise.clear();
    measure.hit_policy.reset();
    measure.value = formula;
    return compiled(document);
}

TEST(Judge, ACalculationWithoutResultIsNamed) {
    const Judgement j = judged(strong_evidence(), on("2019-12-31"), asking("results / (absence - absence) > 1 ? tier.t1 : tier.t2"));
    EXPECT_TRUE(any_contains(support(j).reasons, "is divided by zero")) << support(j).reasons.back();
}

TEST(Judge, WhatEveryFillingGivesIsNoQuestionThatDoesNotApply) {
    std::vector<Observation> evidence = strong_evidence();
    evidence.pop_back();  // Nothing is known of findings; with any filling the first branch is taken, without one the answer does not apply.
    evidence.back().value = MissingReason::kNotApplicable;
    const Judgement j = judged(evidence, on("2019-12-31"), asking("known(finding) ? tier.t2 : inspection == grade.good ? tier.t1 : tier.t3"));
    EXPECT_EQ(support(j).suggested, "t2");
    EXPECT_TRUE(support(j).only_possible);
    EXPECT_FALSE(support(j).not_applicable);
}

TEST(Judge, NationalFiguresStayWithinTheIndicatorsBounds) {
    Benchmarks none;
    const Judgement j = judge(asking("absence > national(absence) ? tier.t3 : tier.t1"), evidence_of({annual("absence", "2018/19", Decimal(0))}), "s", sample_trust(), none, on("2019-12-31")).value();
    EXPECT_EQ(support(j).possible, Levels{"t1"}) << "no national rate is below zero";
}

TEST(Judge, ADateThatWouldBeStaleIsNoFilling) {
    const Judgement j = judged({}, on("2019-12-31"), asking("observed_on(inspection) < date('2010-01-01') ? tier.t3 : tier.t1"));
    EXPECT_EQ(support(j).possible, Levels{"t1"});
}

TEST(Judge, ALowLimitSaysSo) {
    JudgeOptions options = on("2019-12-31");
    options.search_limit = 0;
    const Judgement j = judged({}, options);
    EXPECT_FALSE(support(j).possible_is_exact);
    EXPECT_EQ(support(j).possible, (Levels{"t1", "t2", "t3"}));
    EXPECT_TRUE(any_contains(support(j).reasons, "Possible at most"));
}

TEST(CheckEvidence, SaysHowAValueOfAnotherTypeIsToBeWritten) {
    const std::pair<Observation, const char*> cases[] = {
        {annual("results", "2018/19", true), "write a number such as 61.5"},
        {point("finding", "2019-03-01", Decimal(1)), "write true or false"},
        {point("inspection", "2019-03-01", Decimal(2)), "write the level's id as a text"},
        {point("faith", "2019-03-01", true), "write a text"},
        {point("opened", "2019-03-01", Decimal(2019)), "write a date such as 2026-01-31 as a text"},
    };
    for (const auto& [observation, hint] : cases) {
        const std::vector<Issue> issues = check_evidence(sample_framework(), evidence_of({observation}));
        ASSERT_EQ(issues.size(), 1u) << observation.indicator;
        EXPECT_EQ(issues[0].code, "wrong_type") << observation.indicator;
        EXPECT_EQ(issues[0].hint, hint) << observation.indicator;
    }
}

TEST(CheckEvidence, NamesPlaceValueBoundAndMend) {
    Observation grouped = annual("results", "2018/19", Decimal(5), "maths");
    Observation unknown_group = annual("progress", "2018/19", Decimal(5), "math");
    Observation wrong_period = annual("meals", "2018/19", Decimal(5));
    Observation period_of_point = annual("finding", "2018/19", true);
    const std::vector<Issue> issues = check_evidence(
        sample_framework(), evidence_of({annual("abscence", "2018/19", Decimal(1)), grouped, unknown_group, wrong_period, period_of_point, annual("absence", "2018/19", Decimal(-1))}));
    ASSERT_EQ(issues.size(), 6u);
    EXPECT_EQ(issues[0].code, "unused_indicator");
    EXPECT_EQ(issues[0].severity, Severity::kWarning);
    EXPECT_EQ(issues[0].hint, "did you mean 'absence'?");
    EXPECT_EQ(issues[1].code, "out_of_range");
    EXPECT_NE(issues[1].message.find("-1 is below the minimum of 0"), std::string::npos);
    EXPECT_EQ(issues[1].hint, "correct the number: the bounds are those the framework gives the indicator");
    EXPECT_EQ(issues[1].pointer, "/observations/1/value");
    EXPECT_EQ(issues[2].code, "wrong_period");
    EXPECT_EQ(issues[3].code, "wrong_period");
    EXPECT_EQ(issues[4].code, "unknown_group");
    EXPECT_EQ(issues[4].hint, "did you mean 'maths'?");
    EXPECT_EQ(issues[5].code, "unknown_group");
    EXPECT_TRUE(check_evidence(sample_framework(), evidence_of(strong_evidence())).empty());
    const std::vector<Issue> fine = check_evidence(sample_framework(), evidence_of({annual("absence", "2018/19", *Decimal::parse("5.25"))}));
    ASSERT_EQ(fine.size(), 1u);
    EXPECT_EQ(fine[0].code, "too_precise");
    EXPECT_EQ(fine[0].severity, Severity::kWarning);
}

}  // namespace
}  // namespace schoolimp::test
