// Judging with a cohort: what population functions read, and what they leave open without one.
#include "schoolimp/judgement/cohort.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "judgement/sample.hpp"

namespace schoolimp::test {
namespace {

using Levels = std::vector<std::string>;

Criterion wanted(const std::string& id, const std::string& test) {
    Criterion criterion = sample_document().criteria.front();
    criterion.id = criterion.title = id;
    criterion.when.clear();
    criterion.test = test;
    return criterion;
}

/// The sample with the suggestion made from ranks, and a criterion for each population function.
const Framework& ranking() {
    static const Framework framework = [] {
        FrameworkDocument document = sample_document();
        document.criteria.push_back(wanted("top", "rank(results) <= 2"));
        document.criteria.push_back(wanted("primary", "rank(results, school.phase == 'primary') == 1"));
        document.criteria.push_back(wanted("quarter", "percentile(results) < 25"));
        document.criteria.push_back(wanted("median", "results >= median(results)"));
        document.criteria.push_back(wanted("before", "prior(rank(results)) == 1"));
        document.criteria.push_back(wanted("groups", "any(subject, rank(progress) == 1)"));
        Measure& measure = document.measures.front();
        measure.rules[0].when = "percentile(results) < 25";
        measure.rules[1].when = "rank(results) <= 2";
        measure.limits.clear();
        document.offers.front().when = "rank(results) > 2";
        document.kpis.front().each = "results >= quantile(results, 0.25)";
        return compiled(std::move(document));
    }();
    return framework;
}

Observation of(std::string school, Observation observation) {
    observation.school = std::move(school);
    return observation;
}

/// Results of five schools, the last unknown: 70, 80, 80, 60, ?.
std::vector<Observation> five() {
    return {of("a", annual("results", "2018/19", Decimal(70))), of("b", annual("results", "2018/19", Decimal(80))),
            of("c", annual("results", "2018/19", Decimal(80))), of("d", annual("results", "2018/19", Decimal(60))),
            of("e", annual("results", "2018/19", MissingReason::kSuppressed)),
            of("d", annual("results", "2017/18", Decimal(90))), of("b", annual("results", "2017/18", Decimal(75)))};
}

Trust phases() {
    Trust trust;
    trust.id = "trust";
    for (const auto& [id, phase] : {std::pair{"a", "primary"}, {"b", "secondary"}, {"c", ""}, {"d", "primary"}, {"e", "primary"}, {"f", "primary"}}) {
        School school;
        school.id = id;
        school.phase = phase;
        trust.schools.push_back(school);
    }
    return trust;
}

Cohort cohort_of(const std::vector<Observation>& observations, const JudgeOptions& options = on("2019-12-31"), const Trust& trust = phases(),
                 const Framework& framework = ranking()) {
    return make_cohort(framework, evidence_of(observations), trust, sample_benchmarks(), options.as_of).value();
}

Judgement judged_in(const Cohort* cohort, const std::string& school, const std::vector<Observation>& observations = five(), const Framework& framework = ranking()) {
    JudgeOptions options = on("2019-12-31");
    options.cohort = cohort;
    return judge(framework, evidence_of(observations), school, phases(), sample_benchmarks(), options).value();
}

Truth result(const Judgement& judgement, std::string_view id) { return criterion(judgement, id).result; }
const Answer& support(const Judgement& judgement) { return *judgement.find_answer("support"); }

Levels indicators_at(const Judgement& judgement, const std::vector<int>& readings) {
    Levels names;
    for (const int i : readings) names.push_back(judgement.readings[static_cast<std::size_t>(i)].indicator);
    return names;
}

TEST(Cohort, GivesEverySchoolItsFigures) {
    const Cohort cohort = cohort_of(five());
    EXPECT_EQ(cohort.schools(), (Levels{"a", "b", "c", "d", "e", "f"}));
    EXPECT_TRUE(cohort.contains("f")) << "of the trust, without an observation";
    EXPECT_FALSE(cohort.contains("g"));
    EXPECT_EQ(cohort.framework_hash(), ranking().hash());
    ASSERT_FALSE(cohort.functions().empty());
    EXPECT_EQ(cohort.functions()[0], "rank(results)");
    EXPECT_EQ(cohort.population(0), 4u);
    EXPECT_EQ(cohort.figure(0, "a"), Decimal(3));
    EXPECT_EQ(cohort.figure(0, "b"), Decimal(1));
    EXPECT_EQ(cohort.figure(0, "c"), Decimal(1));
    EXPECT_EQ(cohort.figure(0, "d"), Decimal(4));
    EXPECT_EQ(cohort.figure(0, "e"), std::nullopt);
    EXPECT_EQ(cohort.figure(0, "g"), std::nullopt);
}

TEST(Cohort, NamesEachFunctionAsWrittenWithItsShiftAndGroup) {
    EXPECT_EQ(cohort_of(five()).functions(), (Levels{"rank(results)", "rank(results, school.phase == 'primary')", "percentile(results)", "median(results)",
                                                     "prior(rank(results))", "rank(progress['reading'])", "rank(progress['maths'])", "quantile(results, 0.25)"}));
}

TEST(Cohort, IsReadByJudging) {
    const Cohort cohort = cohort_of(five());
    const Judgement b = judged_in(&cohort, "b");
    EXPECT_EQ(result(b, "top"), Truth::kTrue);
    EXPECT_EQ(result(b, "primary"), Truth::kNotApplicable) << "a secondary school is not among the primary schools";
    EXPECT_EQ(result(b, "median"), Truth::kTrue);
    EXPECT_EQ(result(b, "before"), Truth::kFalse);
    EXPECT_EQ(support(b).suggested, "t1");
    EXPECT_EQ(support(b).possible, Levels{"t1"});
    const Reading& rank = reading(b, "rank(results)");
    EXPECT_TRUE(rank.population);
    EXPECT_EQ(rank.value, "1");
    EXPECT_EQ(rank.source, "4 of the 6 schools in the cohort");
    EXPECT_EQ(criterion(b, "top").comparisons.at(0).left, "1");
    EXPECT_EQ(indicators_at(b, criterion(b, "top").readings), (Levels{"results", "rank(results)"})) << "and what the rank is made of";

    const Judgement d = judged_in(&cohort, "d");
    EXPECT_EQ(result(d, "top"), Truth::kFalse);
    EXPECT_EQ(result(d, "quarter"), Truth::kTrue) << "12.5";
    EXPECT_EQ(result(d, "before"), Truth::kTrue);
    EXPECT_EQ(support(d).suggested, "t3");
    EXPECT_EQ(result(judged_in(&cohort, "a"), "primary"), Truth::kTrue) << "70 is the best of the primary schools known to be one";
    EXPECT_EQ(result(judged_in(&cohort, "c"), "primary"), Truth::kUnknown) << "it may or may not be a primary school";
}

TEST(Cohort, IsReadByConditionsAndKpis) {
    const Cohort cohort = cohort_of(five());
    const auto light = [](const Judgement& judgement) {
        for (const ConditionResult& condition : judgement.conditions)
            if (condition.owner == "offer:light") return condition.result;
        return Truth::kNotApplicable;
    };
    EXPECT_EQ(light(judged_in(&cohort, "a")), Truth::kTrue);
    EXPECT_EQ(light(judged_in(&cohort, "b")), Truth::kFalse);
    EXPECT_EQ(light(judged_in(&cohort, "e")), Truth::kUnknown);
    EXPECT_EQ(light(judged_in(nullptr, "a")), Truth::kUnknown);
    EXPECT_EQ(judged_in(&cohort, "a").kpis.at(0).result, Truth::kTrue) << "67.5";
    EXPECT_EQ(judged_in(&cohort, "d").kpis.at(0).result, Truth::kFalse);
    EXPECT_EQ(judged_in(nullptr, "d").kpis.at(0).result, Truth::kUnknown);
}

TEST(Cohort, AnUnknownValueHasAnUnknownRank) {
    const Cohort cohort = cohort_of(five());
    const Judgement e = judged_in(&cohort, "e");
    EXPECT_EQ(result(e, "top"), Truth::kUnknown);
    EXPECT_EQ(reading(e, "rank(results)").missing, MissingReason::kUnknown);
    EXPECT_EQ(reading(e, "median(results)").value, "75") << "the cohort's all the same";
    EXPECT_EQ(indicators_at(e, criterion(e, "top").waiting_for), (Levels{"results", "rank(results)"})) << "what is to be found out is the value";
    EXPECT_EQ(support(e).possible, (Levels{"t1", "t2", "t3"}));
    EXPECT_EQ(indicators_at(e, support(e).missing_that_matters), (Levels{"results", "rank(results)", "percentile(results)"}));
}

TEST(Cohort, AValueThatIsNotApplicableHasNoRank) {
    std::vector<Observation> observations = five();
    observations[4].value = MissingReason::kNotApplicable;
    const Cohort cohort = cohort_of(observations);
    const Judgement e = judged_in(&cohort, "e", observations);
    EXPECT_EQ(result(e, "top"), Truth::kNotApplicable);
    EXPECT_EQ(reading(e, "rank(results)").missing, MissingReason::kNotApplicable);
}

TEST(Cohort, ItsFiguresAreNoCellsOfTheSchool) {
    const Cohort cohort = cohort_of(five());
    const Judgement with = judged_in(&cohort, "b"), without = judged_in(nullptr, "b");
    EXPECT_EQ(with.known, without.known);
    EXPECT_EQ(with.missing, without.missing);
}

TEST(Cohort, WithoutOneEveryAdmissibleFigureIsPossible) {
    const Judgement b = judged_in(nullptr, "b");
    EXPECT_EQ(result(b, "top"), Truth::kUnknown);
    EXPECT_EQ(support(b).suggested, std::nullopt);
    EXPECT_EQ(support(b).possible, (Levels{"t1", "t2", "t3"}));
    EXPECT_TRUE(support(b).possible_is_exact);
    const Reading& rank = reading(b, "rank(results)");
    EXPECT_EQ(rank.missing, MissingReason::kNotLoaded);
    EXPECT_EQ(rank.value, "");
    EXPECT_EQ(rank.source, "needs a cohort: the schools it is compared with");
    EXPECT_TRUE(any_contains(support(b).reasons, "rank(results) (needs a cohort: the schools it is compared with)"));
    EXPECT_EQ(indicators_at(b, support(b).missing_that_matters), (Levels{"rank(results)", "percentile(results)"}));
}

TEST(Cohort, FiguresNoSchoolCanHaveAreNotPossible) {
    FrameworkDocument document = sample_document();
    Measure& measure = document.measures.front();
    measure.rules[0].when = "rank(results) < 1 || percentile(results) > 100";
    measure.rules[1].when = "rank(results) < 2 && rank(results) != 1";
    measure.limits.clear();
    const Framework framework = compiled(std::move(document));
    EXPECT_EQ(support(judged_in(nullptr, "b", five(), framework)).possible, Levels{"t2"});
}

TEST(Cohort, ASchoolThatIsNotInItHasNoFigure) {
    const Cohort cohort = cohort_of({of("a", annual("results", "2018/19", Decimal(70)))}, on("2019-12-31"), Trust());
    const Judgement b = judged_in(&cohort, "b");
    EXPECT_EQ(reading(b, "rank(results)").missing, MissingReason::kNotLoaded);
    EXPECT_EQ(reading(b, "rank(results)").source, "needs a cohort with this school in it");
    EXPECT_EQ(reading(b, "median(results)").missing, MissingReason::kNotLoaded);
    EXPECT_EQ(result(b, "top"), Truth::kUnknown);
}

TEST(Cohort, WithoutAValueThereIsNoQuantile) {
    const Cohort cohort = cohort_of({});
    const Judgement f = judged_in(&cohort, "f", {});
    EXPECT_EQ(reading(f, "median(results)").missing, MissingReason::kUnknown);
    EXPECT_EQ(reading(f, "median(results)").source, "no eligible school in the cohort has a value");
}

TEST(Cohort, OfAnotherFrameworkIsRefused) {
    const Cohort cohort = cohort_of(five(), on("2019-12-31"), phases(), sample_framework());
    JudgeOptions options = on("2019-12-31");
    options.cohort = &cohort;
    const Result<Judgement> refused = judge(ranking(), evidence_of(five()), "b", phases(), sample_benchmarks(), options);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.status().code(), StatusCode::kFailedPrecondition);
    EXPECT_EQ(refused.status().message(), "the cohort was made with another framework: 'sample' " + sample_framework().hash() + ", not 'sample' " + ranking().hash() +
                                              "; make it again with this one");
}

TEST(Cohort, OfOtherDatesIsRefused) {
    for (const JudgeOptions& others : {on("2019-12-30"), on("2019-12-31", "2020-01-01")}) {
        const Cohort cohort = cohort_of(five(), others);
        JudgeOptions options = on("2019-12-31");
        options.cohort = &cohort;
        const Result<Judgement> refused = judge(ranking(), evidence_of(five()), "b", phases(), sample_benchmarks(), options);
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.status().code(), StatusCode::kFailedPrecondition);
        EXPECT_NE(refused.status().message().find("the judgement is as of 2019-12-31, recorded by 2019-12-31; make it again for these dates"), std::string::npos)
            << refused.status().message();
    }
    JudgeOptions fixed = on("2019-12-31");
    fixed.as_of.period = AcademicYear{2017};
    const Cohort cohort = cohort_of(five(), fixed);
    JudgeOptions options = on("2019-12-31");
    options.cohort = &cohort;
    EXPECT_FALSE(judge(ranking(), evidence_of(five()), "b", phases(), sample_benchmarks(), options).ok());
}

TEST(Cohort, EvidenceThatContradictsTheFrameworkIsRefused) {
    std::vector<Observation> observations = five();
    observations[0].value = Decimal(101);
    observations[1].value = true;
    const Result<Cohort> refused = make_cohort(ranking(), evidence_of(observations), phases(), sample_benchmarks(), on("2019-12-31").as_of);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.status().code(), StatusCode::kInvalidArgument);
    EXPECT_EQ(refused.status().issues().size(), 2u);
}

TEST(Cohort, DoesNotDependOnTheOrderOfTheEvidence) {
    std::vector<Observation> observations = five();
    const Cohort first = cohort_of(observations);
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(observations.begin(), observations.end(), random);
        Trust trust = phases();
        std::shuffle(trust.schools.begin(), trust.schools.end(), random);
        const Cohort again = cohort_of(observations, on("2019-12-31"), trust);
        EXPECT_EQ(again.schools(), first.schools());
        for (std::size_t i = 0; i < first.functions().size(); ++i)
            for (const std::string& school : first.schools()) EXPECT_EQ(again.figure(i, school), first.figure(i, school)) << first.functions()[i] << " of " << school;
    }
}

TEST(Cohort, RollUpsReadWhatWasJudgedWithIt) {
    const Cohort cohort = cohort_of(five());
    std::vector<Judgement> judgements;
    for (const std::string& school : cohort.schools()) judgements.push_back(judged_in(&cohort, school));
    const Rollup rollup = roll_up(ranking(), judgements).value();
    EXPECT_EQ(rollup.judgements.at(0).levels.at(0).suggested, (Levels{"b", "c"}));
    EXPECT_EQ(rollup.judgements.at(0).levels.at(2).suggested, Levels{"d"});
    EXPECT_EQ(rollup.judgements.at(0).without_level, (Levels{"e", "f"}));
}

}  // namespace
}  // namespace schoolimp::test
