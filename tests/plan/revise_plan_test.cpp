#include <gtest/gtest.h>

#include "plan/sample.hpp"

namespace schoolimp::testing {

namespace {

class RevisePlan : public ::testing::Test {
protected:
    Framework framework_ = sample_framework();
    Judgement high_ = judged_high(framework_);
    /// The one action with a day in September is done in time, so that nothing of the plan is overdue before its end.
    Plan plan_ = record_progress(planned(framework_, high_), {"action.analysis", day("2026-09-24"), "", "", "", {}, ItemStatus::kDone}).value();

    Objective& objective(std::string_view id) { return const_cast<Objective&>(*find_objective(plan_, id)); }
    PlanAction& action(std::string_view id) { return const_cast<PlanAction&>(*find_action(plan_, id)); }

    /// The plan revised; doing it twice changes nothing more, and what was recorded is all still there.
    Plan revise(const Judgement& judgement, std::string_view on) {
        const Plan once = revised(plan_, framework_, judgement, made_on(on));
        EXPECT_EQ(revised(once, framework_, judgement, made_on(on)), once) << "revising twice is not the same as once";
        EXPECT_EQ(once.progress, plan_.progress);
        EXPECT_GE(once.revisions.size(), plan_.revisions.size());
        for (const Objective& item : plan_.objectives) EXPECT_NE(find_objective(once, item.id), nullptr) << item.id;
        for (const PlanAction& item : plan_.actions) EXPECT_NE(find_action(once, item.id), nullptr) << item.id;
        for (const Date date : dates_of(once)) EXPECT_TRUE(made(usual_document()).pupil_open(date)) << to_string(date);
        return once;
    }

    Judgement medium() const {
        Judgement judgement = high_;
        judgement.answers[0].suggested = "medium";
        return judgement;
    }
};

TEST_F(RevisePlan, GivesThePlanBackWhenNothingChanged) {
    for (const char* on : {"2026-09-10", "2026-10-30", "2026-12-18", "2027-03-01"}) EXPECT_EQ(revise(high_, on), plan_) << on;
}

TEST_F(RevisePlan, ProgressAloneIsNoRevision) {
    plan_ = record_progress(plan_, {"objective.results.low", day("2026-10-01"), "adviser", "", "45", Rag::kAmber, ItemStatus::kInProgress}).value();
    plan_ = record_progress(plan_, {"action.coaching", day("2026-10-01"), "", "", "", {}, ItemStatus::kDone}).value();
    plan_ = record_progress(plan_, {"objective.absence.ok", day("2026-10-02"), "", "", "", {}, ItemStatus::kDone}).value();
    plan_ = record_progress(plan_, {"action.visits.1", day("2026-10-02"), "", "", "", {}, ItemStatus::kDone}).value();
    EXPECT_EQ(revise(high_, "2026-11-10"), plan_);
}

TEST_F(RevisePlan, AnObjectiveIsDoneWhenItsCriterionIsAsItShouldBe) {
    set_criterion(high_, "absence.ok", Truth::kTrue, {compared("absence <= national(absence)", "5", "<=", "5.2", Truth::kTrue)});
    const Plan after = revise(high_, "2027-01-20");
    EXPECT_EQ(find_objective(after, "objective.absence.ok")->status, ItemStatus::kDone);
    EXPECT_EQ(find_objective(after, "objective.results.low")->status, ItemStatus::kNotStarted);
    ASSERT_EQ(after.revisions.size(), 2u);
    EXPECT_EQ(after.revisions[1].number, 2);
    EXPECT_EQ(after.revisions[1].on, day("2027-01-20"));
    EXPECT_EQ(after.revisions[1].changes, (Texts{"Objective reached: “Absence no higher than national” holds."}));
}

TEST_F(RevisePlan, AnObjectiveReachedAndLostOpensAgain) {
    Judgement better = high_;
    set_criterion(better, "absence.ok", Truth::kTrue);
    plan_ = revise(better, "2027-01-20");
    set_criterion(high_, "absence.ok", Truth::kFalse, {compared("absence <= national(absence)", "5.9", "<=", "5.1", Truth::kFalse)});
    const Plan after = revise(high_, "2027-03-01");
    const Objective& again = *find_objective(after, "objective.absence.ok");
    EXPECT_EQ(again.status, ItemStatus::kNotStarted);
    EXPECT_EQ(again.baseline, "5.9");
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Objective open again: “Absence no higher than national” holds.")) << ::testing::PrintToString(after.revisions.back().changes);
}

TEST_F(RevisePlan, KeepsTheBaselineAndMovesTheTarget) {
    set_criterion(high_, "absence.ok", Truth::kFalse, {compared("absence <= national(absence)", "6", "<=", "5", Truth::kFalse)});
    const Plan after = revise(high_, "2027-01-20");
    const Objective& absence = *find_objective(after, "objective.absence.ok");
    EXPECT_EQ(absence.baseline, "6.4");
    EXPECT_EQ(absence.target, "5");
    EXPECT_EQ(absence.success_measure, "Overall absence: from 6.4 to at most 5 percent, the national figure");
    EXPECT_EQ(after.revisions.back().changes, (Texts{"Target changed: Overall absence: from 6.4 to at most 5 percent, the national figure."}));
}

TEST_F(RevisePlan, ANewTroubleBringsANewObjective) {
    set_criterion(high_, "teaching.secure", Truth::kFalse, {compared("review.teaching == finding.secure", "some_concern", "==", "secure", Truth::kFalse)});
    const Plan after = revise(high_, "2027-01-20");
    EXPECT_EQ(after.objectives.back().id, "objective.teaching.secure");
    EXPECT_TRUE(any_is(find_action(after, "action.visits")->objectives, "objective.teaching.secure")) << ::testing::PrintToString(find_action(after, "action.visits")->objectives);
    EXPECT_FALSE(any_is(after.milestones[0].objectives, "objective.teaching.secure"));  // that milestone is over
    EXPECT_TRUE(any_is(after.milestones[1].objectives, "objective.teaching.secure")) << ::testing::PrintToString(after.milestones[1].objectives);
    EXPECT_EQ(after.revisions.back().changes, (Texts{"Objective new: “Teaching secure” holds."}));
}

TEST_F(RevisePlan, AnUnknownCriterionLeavesItsObjective) {
    set_criterion(high_, "absence.ok", Truth::kUnknown);
    const Plan after = revise(high_, "2027-01-20");
    EXPECT_EQ(*find_objective(after, "objective.absence.ok"), *find_objective(plan_, "objective.absence.ok"));
    EXPECT_EQ(points_of(after, "objective.absence.ok"), (Texts{"evidence"}));
}

TEST_F(RevisePlan, ACriterionThatNoLongerAppliesWithdrawsItsObjective) {
    set_criterion(high_, "absence.ok", Truth::kNotApplicable);
    const Plan after = revise(high_, "2027-01-20");
    EXPECT_EQ(find_objective(after, "objective.absence.ok")->status, ItemStatus::kWithdrawn);
    EXPECT_EQ(find_action(after, "action.analysis")->objectives, (Texts{"objective.results.low"}));
}

TEST_F(RevisePlan, ANewLevelWithdrawsTheOldOfferAndBringsTheNew) {
    const Plan after = revise(medium(), "2027-01-20");
    EXPECT_EQ(after.levels, (PlanLevels{PlanLevel{"support", "need.medium", false}}));
    EXPECT_EQ(find_action(after, "action.coaching")->status, ItemStatus::kWithdrawn);
    EXPECT_EQ(find_action(after, "action.analysis")->status, ItemStatus::kDone);  // done stays done
    EXPECT_EQ(find_action(after, "action.network")->status, ItemStatus::kNotStarted);
    EXPECT_EQ(find_action(after, "action.visit")->status, ItemStatus::kNotStarted);
    const std::vector<Visit>& visits = find_action(after, "action.visits")->visits;
    for (const Visit& visit : visits) EXPECT_EQ(visit.status, visit.on < day("2027-01-20") ? ItemStatus::kNotStarted : ItemStatus::kWithdrawn);
    EXPECT_EQ(after.end, day("2027-07-20"));  // no length is stated for the new level
    EXPECT_EQ(points_of(after, ""), (Texts{"length"}));
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Level: 'High need' (suggested) before, now 'Medium need' (suggested).")) << ::testing::PrintToString(after.revisions.back().changes);
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Action new: Friendly visit.")) << ::testing::PrintToString(after.revisions.back().changes);
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Action withdrawn: Coaching.")) << ::testing::PrintToString(after.revisions.back().changes);
    EXPECT_TRUE(any_is(after.revisions.back().changes, "The plan's end moved from 25 March 2027 to 20 July 2027.")) << ::testing::PrintToString(after.revisions.back().changes);
}

TEST_F(RevisePlan, TheOldLevelMayComeBack) {
    const Plan at_first = plan_;
    plan_ = revise(medium(), "2026-11-10");
    const Plan after = revise(high_, "2027-01-20");
    for (const PlanAction& action : at_first.actions) EXPECT_NE(find_action(after, action.id)->status, ItemStatus::kWithdrawn) << action.id;
    EXPECT_EQ(find_action(after, "action.visit")->status, ItemStatus::kWithdrawn);
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Action open again: Coaching.")) << ::testing::PrintToString(after.revisions.back().changes);
    // Timings count from the day the level came back.
    EXPECT_EQ(find_action(after, "action.impact")->due, after.end);
    EXPECT_EQ(after.end, day("2027-07-20"));  // two terms from the spring term
    for (const Visit& visit : find_action(after, "action.visits")->visits) EXPECT_NE(visit.status, ItemStatus::kWithdrawn);
}

TEST_F(RevisePlan, NewActionsDoNotBeginInThePast) {
    Judgement without = high_;
    set_condition(without, "action:attendance_help", Truth::kFalse);
    const Framework framework = sample_framework([](FrameworkDocument& document) {
        for (Action& action : offer_of(document, "intensive").actions)
            if (action.id == "attendance_help") action.start = Timing{Anchor::kPlanStart, "", std::nullopt, ""};
    });
    without.framework_hash = high_.framework_hash = framework.hash();
    const Plan before = planned(framework, without);
    const Plan after = revised(before, framework, high_, made_on("2026-10-10"));
    EXPECT_EQ(find_action(after, "action.attendance_help")->start, day("2026-10-12"));
    EXPECT_EQ(revised(after, framework, high_, made_on("2026-11-10")), after);
}

TEST_F(RevisePlan, LeavesEditedMembersAlone) {
    action("action.coaching").actor = {"head"};
    action("action.coaching").due = day("2026-12-01");
    action("action.coaching").title = "Coaching by the head";
    action("action.coaching").edited = {"actor", "due", "title"};
    objective("objective.absence.ok").target = "5.5";
    objective("objective.absence.ok").edited = {"target"};
    set_criterion(high_, "absence.ok", Truth::kFalse, {compared("absence <= national(absence)", "6", "<=", "5", Truth::kFalse)});
    const Plan after = revise(high_, "2026-11-10");
    const PlanAction& coaching = *find_action(after, "action.coaching");
    EXPECT_EQ(coaching.actor, (Texts{"head"}));
    EXPECT_EQ(coaching.due, day("2026-12-01"));
    EXPECT_EQ(coaching.title, "Coaching by the head");
    EXPECT_EQ(points_of(after, "action.coaching"), (Texts{"interval"}));  // the owner is settled
    const Objective& absence = *find_objective(after, "objective.absence.ok");
    EXPECT_EQ(absence.target, "5.5");
    EXPECT_EQ(absence.success_measure, "Overall absence: from 6.4 to at most 5.5 percent");
}

TEST_F(RevisePlan, KeepsPeoplesOwnItems) {
    PlanAction own;
    own.id = "action.own.1";
    own.origin = Origin::kPeople;
    own.title = "Phone the parents";
    plan_.actions.push_back(own);
    Objective goal;
    goal.id = "objective.own.1";
    goal.title = "Calm corridors";
    plan_.objectives.push_back(goal);
    const Plan after = revise(medium(), "2027-01-20");
    EXPECT_EQ(*find_action(after, "action.own.1"), own);
    EXPECT_EQ(*find_objective(after, "objective.own.1"), goal);
}

TEST_F(RevisePlan, PeopleEndAnActionForGood) {
    plan_ = record_progress(plan_, {"action.coaching", day("2026-10-01"), "", "", "", {}, ItemStatus::kStopped}).value();
    EXPECT_EQ(find_action(revise(high_, "2026-11-10"), "action.coaching")->status, ItemStatus::kStopped);
    EXPECT_EQ(find_action(revise(medium(), "2026-11-10"), "action.coaching")->status, ItemStatus::kStopped);
}

TEST_F(RevisePlan, ANewCadencePlansTheRestAnew) {
    const Framework weekly = sample_framework([](FrameworkDocument& document) {
        document.edition = "2026.2";
        for (Action& action : offer_of(document, "intensive").actions)
            if (action.id == "visits") action.cadence->every = Every::kTerm;
    });
    Judgement judgement = high_;
    judgement.framework_hash = weekly.hash();
    const std::vector<Visit> before = find_action(plan_, "action.visits")->visits;
    const Plan after = revised(plan_, weekly, judgement, made_on("2026-11-10"));
    EXPECT_EQ(revised(after, weekly, judgement, made_on("2026-11-10")), after);
    const std::vector<Visit>& visits = find_action(after, "action.visits")->visits;
    ASSERT_FALSE(visits.empty());
    EXPECT_EQ(visits[0], before[0]);  // what lies in the past stays
    std::set<std::string> ids;
    for (const Visit& visit : visits) EXPECT_TRUE(ids.insert(visit.id).second) << visit.id;
    EXPECT_EQ(after.framework_edition, "2026.2");
    EXPECT_TRUE(any_is(after.revisions.back().changes, "The plan now rests on edition 2026.2 of the framework.")) << ::testing::PrintToString(after.revisions.back().changes);
    EXPECT_TRUE(any_is(after.revisions.back().changes, "Visits of 'Monitoring visits' planned anew.")) << ::testing::PrintToString(after.revisions.back().changes);
}

TEST_F(RevisePlan, GoesOnInTheNextSchoolYear) {
    const SchoolYear next = made(august_document());
    const Plan after = revise_plan(plan_, framework_, high_, next, Trust{}, made_on("2027-09-01")).value();
    EXPECT_EQ(revise_plan(after, framework_, high_, next, Trust{}, made_on("2027-09-01")).value(), after);
    EXPECT_EQ(after.start, plan_.start);
    EXPECT_EQ(after.end, day("2028-03-31"));  // two terms more
    EXPECT_EQ(find_action(after, "action.analysis")->start, find_action(plan_, "action.analysis")->start);
    EXPECT_EQ(find_action(after, "action.analysis")->due, find_action(plan_, "action.analysis")->due);
    // What was due in the first year stays due then.
    EXPECT_EQ(find_action(after, "action.impact")->due, day("2027-03-25"));
    ASSERT_EQ(after.milestones.size(), 4u);
    EXPECT_EQ(after.milestones[0], plan_.milestones[0]);
    EXPECT_EQ(after.milestones[2].id, "milestone.2027-28.autumn");
    const std::vector<Visit>&old_visits = find_action(plan_, "action.visits")->visits, &visits = find_action(after, "action.visits")->visits;
    ASSERT_GT(visits.size(), old_visits.size());
    for (std::size_t i = 0; i < old_visits.size(); ++i) EXPECT_EQ(visits[i], old_visits[i]);
}

TEST_F(RevisePlan, TakesANewEnd) {
    PlanOptions options = made_on("2026-11-10");
    options.end = day("2026-12-11");
    const Plan after = revised(plan_, framework_, high_, options);
    EXPECT_EQ(after.end, day("2026-12-11"));
    EXPECT_EQ(find_objective(after, "objective.results.low")->due, after.end);
    for (const Milestone& milestone : after.milestones) EXPECT_EQ(milestone.status, ItemStatus::kWithdrawn) << milestone.id;
    // It stays while the level stays.
    EXPECT_EQ(revised(after, framework_, high_, made_on("2026-11-20")), after);
}

TEST_F(RevisePlan, FailsForAnotherSchoolFrameworkOrEarlierDay) {
    const SchoolYear year = made(usual_document());
    const auto status = [&](const Judgement& judgement, std::string_view on) { return revise_plan(plan_, framework_, judgement, year, Trust{}, made_on(on)).status(); };
    Judgement other = high_;
    other.school = "100002";
    EXPECT_TRUE(has_text(status(other, "2026-11-10").message(), "is of school '100001', the judgement of school '100002'")) << status(other, "2026-11-10").message();
    EXPECT_TRUE(has_text(status(high_, "2026-09-09").message(), "before the plan's last one on 2026-09-10")) << status(high_, "2026-09-09").message();
    EXPECT_EQ(status(high_, "2027-08-10").code(), StatusCode::kOutOfRange);
    plan_.framework_id = "another";
    EXPECT_TRUE(has_text(status(high_, "2026-11-10").message(), "make a new plan when a school changes framework")) << status(high_, "2026-11-10").message();
}

}  // namespace

}  // namespace schoolimp::testing
