// What a revision does to dates, and to what is done.
#include <gtest/gtest.h>

#include "plan/sample.hpp"

namespace schoolimp::testing {

namespace {

SchoolYear ending_on(std::string_view last) {
    SchoolYearDocument document = usual_document();
    document.half_terms.back().last = day(last);
    document.inset_days.erase(std::remove(document.inset_days.begin(), document.inset_days.end(), day("2027-07-21")), document.inset_days.end());
    return made(document);
}

Plan revised_in(const SchoolYear& year, const Plan& plan, const Framework& framework, const Judgement& judgement, const PlanOptions& options) {
    const Result<Plan> result = revise_plan(plan, framework, judgement, year, Trust{}, options);
    EXPECT_TRUE(result.ok()) << result.status().message();
    const Plan again = revise_plan(*result, framework, judgement, year, Trust{}, options).value();
    EXPECT_EQ(again, *result) << "revising twice is not the same as once";
    return *result;
}

const Milestone& milestone_of(const Plan& plan, std::string_view id) {
    return *std::find_if(plan.milestones.begin(), plan.milestones.end(), [&](const Milestone& one) { return one.id == id; });
}

class ReviseDates : public ::testing::Test {
protected:
    Framework framework_ = sample_framework();
    Judgement high_ = judged_high(framework_);
    Judgement low_ = judged(framework_, {{"support", "low"}});
};

TEST_F(ReviseDates, AnEndThatIsTheEndOfTheYearMovesWithTheYear) {
    set_criterion(low_, "results.low", Truth::kTrue, {compared("results < 50", "41", "<", "50", Truth::kTrue)});
    const Plan plan = planned(framework_, low_);
    ASSERT_EQ(plan.end, day("2027-07-20"));
    for (const char* last : {"2027-07-16", "2027-07-23", "2027-07-20"}) {
        const Plan after = revised_in(ending_on(last), plan, framework_, low_, made_on("2026-11-10"));
        EXPECT_EQ(after.end, day(last));
        EXPECT_EQ(after.objectives[0].due, day(last));
        const Milestone& summer = milestone_of(after, "milestone.2026-27.summer");
        EXPECT_EQ(summer.status, ItemStatus::kNotStarted) << last;
        EXPECT_EQ(summer.on, day(last));
        EXPECT_EQ(points_of(after, ""), (Texts{"length"}));
    }
}

TEST_F(ReviseDates, AnEndPeopleChoseStays) {
    PlanOptions options = made_on("2026-09-10");
    options.end = day("2027-07-20");
    EXPECT_EQ(revised_in(ending_on("2027-07-23"), planned(framework_, low_, options), framework_, low_, made_on("2026-11-10")).end, day("2027-07-20"));
    Plan by_hand = planned(framework_, low_);
    by_hand.end = day("2027-06-30");  // the point about the length still names the end of the year
    EXPECT_EQ(revised_in(ending_on("2027-07-23"), by_hand, framework_, low_, made_on("2026-11-10")).end, day("2027-06-30"));
}

/// The plan ends with the spring term by its level; the term moves, the checkpoint does not go.
TEST_F(ReviseDates, ACheckpointStaysWithAPlanThatEndsInItsTerm) {
    const Plan plan = planned(framework_, high_);
    ASSERT_EQ(milestone_of(plan, "milestone.2026-27.spring").on, day("2027-03-25"));
    for (const auto& [last, expected] : {std::pair{"2027-04-01", "2027-03-25"}, {"2027-03-24", "2027-03-24"}}) {
        SchoolYearDocument document = usual_document();
        document.half_terms[3].last = day(last);
        const Plan after = revised_in(made(document), plan, framework_, high_, made_on("2026-09-21"));
        EXPECT_EQ(milestone_of(after, "milestone.2026-27.spring").status, ItemStatus::kNotStarted) << last;
        EXPECT_EQ(milestone_of(after, "milestone.2026-27.spring").on, day(expected)) << last;
    }
}

TEST_F(ReviseDates, ACheckpointPeopleMovedStaysWhereTheyPutIt) {
    Plan plan = planned(framework_, high_);
    for (Milestone& one : plan.milestones) {
        one.on = one.id == "milestone.2026-27.autumn" ? day("2026-12-04") : day("2027-03-12");
        one.edited = {"on"};
    }
    EXPECT_EQ(revised_in(made(usual_document()), plan, framework_, high_, made_on("2026-09-21")).milestones, plan.milestones);
    PlanOptions shorter = made_on("2026-09-21");
    shorter.end = day("2026-12-11");
    EXPECT_EQ(milestone_of(revised_in(made(usual_document()), plan, framework_, high_, shorter), "milestone.2026-27.spring").on, day("2027-03-12"));
}

TEST_F(ReviseDates, WhatWasDueStaysDueAndIsOverdueTheNextYear) {
    const Plan plan = planned(framework_, high_);
    const SchoolYear next = made(august_document());
    const Plan after = revised_in(next, plan, framework_, high_, made_on("2027-09-01"));
    const std::pair<const char*, const char*> overdue[] = {
        {"objective.results.low", "2027-03-25"}, {"objective.absence.ok", "2027-03-25"}, {"action.analysis", "2026-09-24"}, {"action.impact", "2027-03-25"}};
    for (const auto& [id, due] : overdue) {
        const Objective* objective = find_objective(after, id);
        EXPECT_EQ(objective != nullptr ? objective->due : find_action(after, id)->due, day(due)) << id;
        EXPECT_TRUE(any_is(points_of(after, id), "overdue")) << id;
    }
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Overdue: 'Impact review' was due on 25 March 2027. Agree a new date, or record how it ended."))
        << ::testing::PrintToString(after.revisions.back().changes);
    for (const RagResult& rating : rate_objectives(after, day("2027-09-01"))) EXPECT_EQ(rating.rag, Rag::kRed) << rating.objective;
    // Settled by the record, or by a new day people agree.
    Plan settled = record_progress(after, {"action.analysis", day("2027-09-02"), "", "", "", {}, ItemStatus::kDone}).value();
    for (PlanAction& action : settled.actions)
        if (action.id == "action.impact") {
            action.due = day("2027-10-01");
            action.edited = {"due"};
        }
    const Plan later = revised_in(next, settled, framework_, high_, made_on("2027-09-03"));
    for (const char* id : {"action.analysis", "action.impact"}) EXPECT_FALSE(any_is(points_of(later, id), "overdue")) << id;
    EXPECT_EQ(find_action(later, "action.impact")->due, day("2027-10-01"));
}

TEST_F(ReviseDates, WhatIsStillToComeMovesWithThePlan) {
    PlanOptions options = made_on("2026-11-10");
    options.end = day("2027-05-28");
    const Plan after = revised_in(made(usual_document()), planned(framework_, high_), framework_, high_, options);
    EXPECT_EQ(find_action(after, "action.impact")->due, day("2027-05-28"));
    EXPECT_EQ(find_objective(after, "objective.results.low")->due, day("2027-05-28"));
    EXPECT_EQ(find_action(after, "action.analysis")->due, day("2026-09-24"));
}

TEST_F(ReviseDates, AnObjectivePeopleCalledDoneOpensAgainOnLaterEvidence) {
    struct Case {
        const char* as_of;
        const char* observed;  ///< Empty: the judgement lists no reading.
        const char* period;
        bool opens;
    };
    const Case cases[] = {
        {"2026-09-30", "", "", false},           {"2026-11-01", "", "", true},           {"2026-11-01", "2026-09-20", "", false}, {"2026-11-01", "2026-10-20", "", true},
        {"2026-11-01", "", "2025/26", false},    {"2026-11-01", "", "2026/27 autumn", true}, {"2026-09-30", "2026-10-20", "", false},
    };
    for (const Case& item : cases) {
        const Plan plan = record_progress(record_progress(planned(framework_, high_), {"action.analysis", day("2026-09-24"), "", "", "", {}, ItemStatus::kDone}).value(),
                                          {"objective.absence.ok", day("2026-10-01"), "head", "", "", {}, ItemStatus::kDone})
                              .value();
        Judgement judgement = high_;
        judgement.as_of.valid = day(item.as_of);
        if (*item.observed != '\0' || *item.period != '\0') {
            Reading reading;
            reading.indicator = "absence";
            reading.period = item.period;
            if (*item.observed != '\0') reading.observed_on = day(item.observed);
            judgement.readings = {reading};
            for (CriterionResult& criterion : judgement.criteria)
                if (criterion.id == "absence.ok") criterion.readings = {0};
        }
        const Plan after = revised_in(made(usual_document()), plan, framework_, judgement, made_on("2026-11-10"));
        EXPECT_EQ(find_objective(after, "objective.absence.ok")->status, item.opens ? ItemStatus::kNotStarted : ItemStatus::kDone) << item.as_of << item.observed << item.period;
        if (item.opens) EXPECT_TRUE(any_is(after.revisions.back().changes, "Objective open again: “Absence no higher than national” holds."));
        else EXPECT_EQ(after, plan);
    }
}

TEST_F(ReviseDates, AnObjectiveWithdrawnComesBackOpenOnLaterEvidence) {
    Plan plan = record_progress(planned(framework_, high_), {"objective.absence.ok", day("2026-09-14"), "", "", "", {}, ItemStatus::kDone}).value();
    for (Objective& objective : plan.objectives) objective.status = ItemStatus::kWithdrawn;
    for (const auto& [as_of, expected] : {std::pair{"2026-09-01", ItemStatus::kDone}, {"2026-09-20", ItemStatus::kNotStarted}}) {
        high_.as_of.valid = day(as_of);
        const Plan after = revised_in(made(usual_document()), plan, framework_, high_, made_on("2026-09-21"));
        EXPECT_EQ(find_objective(after, "objective.absence.ok")->status, expected) << as_of;
        EXPECT_EQ(find_objective(after, "objective.results.low")->status, ItemStatus::kNotStarted);
    }
}

TEST_F(ReviseDates, WhatIsDoneStaysDoneWhenTheLevelChanges) {
    for (const bool by_record_alone : {false, true}) {
        Plan plan = record_progress(planned(framework_, high_), {"action.analysis", day("2026-09-24"), "", "", "", {}, ItemStatus::kDone}).value();
        plan = record_progress(plan, {"action.visits.1", day("2026-10-01"), "", "", "", {}, ItemStatus::kDone}).value();
        if (by_record_alone)
            for (PlanAction& action : plan.actions) action.status = ItemStatus::kNotStarted;
        const Plan after = revised_in(made(usual_document()), plan, framework_, low_, made_on("2026-11-10"));
        EXPECT_EQ(find_action(after, "action.analysis")->status, ItemStatus::kDone);
        EXPECT_TRUE(find_action(after, "action.analysis")->left_offer);
        EXPECT_FALSE(find_action(after, "action.network")->left_offer);
        EXPECT_EQ(find_action(after, "action.visits")->visits[0].status, ItemStatus::kDone);
        EXPECT_TRUE(any_is(after.revisions.back().changes, "Action no longer asked for, done before: Analyse needs.")) << ::testing::PrintToString(after.revisions.back().changes);
        EXPECT_FALSE(any_has_text(after.revisions.back().changes, "withdrawn: Analyse"));
        const Plan back = revised_in(made(usual_document()), after, framework_, high_, made_on("2026-11-20"));
        EXPECT_EQ(find_action(back, "action.analysis")->status, ItemStatus::kDone);
        EXPECT_FALSE(find_action(back, "action.analysis")->left_offer);
    }
}

}  // namespace

}  // namespace schoolimp::testing
