// From evidence to plan: what judge() writes is what make_plan() reads.
#include <gtest/gtest.h>

#include "plan/sample.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::testing {

namespace {

Observation observed(std::string indicator, ObservedValue value) {
    Observation observation;
    observation.school = "100001";
    observation.indicator = std::move(indicator);
    observation.value = std::move(value);
    observation.source = "a table";
    if (observation.indicator.starts_with("review.")) {
        observation.observed_on = day("2026-06-01");
    } else {
        observation.period = Period{{2025}, 0};
    }
    return observation;
}

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

Judgement judged_from(const Framework& framework, std::vector<Observation> observations) {
    Benchmark national;
    national.indicator = "absence";
    national.period = Period{{2025}, 0};
    national.phase = "all";
    national.value = number("5.2");
    JudgeOptions options;
    options.as_of = {day("2026-09-01"), day("2026-09-01"), std::nullopt};
    const Evidence evidence = Evidence::from(std::move(observations)).value();
    return judge(framework, evidence, "100001", Trust{}, Benchmarks::from({national}).value(), options).value();
}

TEST(JudgedPlan, TakesItsTargetsFromTheEvidence) {
    const Framework framework = sample_framework();
    const Judgement judgement =
        judged_from(framework, {observed("results", number("41")), observed("absence", number("6.4")), observed("review.teaching", std::string("some_concern"))});
    ASSERT_EQ(judgement.level_in_force("support"), "need.high");
    const Plan plan = planned(framework, judgement);
    Texts measures;
    for (const Objective& objective : plan.objectives) measures.push_back(objective.success_measure);
    EXPECT_EQ(measures, (Texts{"Pupils at the expected standard: from 41 to at least 50 percent", "Overall absence: from 6.4 to at most 5.2 percent, the national figure",
                               "Teaching in the review: from 'some concern' to 'secure'"}));
    EXPECT_NE(find_action(plan, "action.attendance_help"), nullptr);
}

TEST(JudgedPlan, ListsWhatItCouldNotJudge) {
    const Framework framework = sample_framework();
    const Plan plan = planned(framework, judged_from(framework, {observed("results", number("41")), observed("absence", number("6.4"))}));
    ASSERT_FALSE(plan.to_be_agreed.empty());
    EXPECT_EQ(plan.to_be_agreed[0].what, "evidence");
    EXPECT_EQ(plan.to_be_agreed[0].text, "Whether 'Teaching secure' holds is not known: it waits for 'Teaching in the review'.");
}

/// Every way of writing one comparison gives the objective its figures.
TEST(JudgedPlan, ReadsComparisonsHoweverTheyAreWritten) {
    const std::pair<const char*, bool> tests[] = {{"absence <= 5.0", true},           {"!(absence > 5.0)", true},           {"absence <= 5.00 && results < 90", true}, {"5 >= absence", true},
                                                  {"absence > 5", false},             {"absence > 5 || results > 90", false}, {"!(absence <= 5)", false},             {"absence > 2 + 3", false}};
    for (const auto& [test, desired] : tests) {
        const Framework framework = sample_framework([&, text = test, wanted = desired](FrameworkDocument& document) {
            document.criteria[1].test = text;
            document.criteria[1].desired = wanted;
        });
        const Plan plan = planned(framework, judged_from(framework, {observed("results", number("41")), observed("absence", number("6.4"))}));
        const Objective* objective = find_objective(plan, "objective.absence.ok");
        ASSERT_NE(objective, nullptr) << test;
        EXPECT_EQ(objective->success_measure, "Overall absence: from 6.4 to at most 5 percent") << test;
    }
}

}  // namespace

}  // namespace schoolimp::testing
