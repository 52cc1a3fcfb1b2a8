// What newer software wrote into a plan stays in it through progress, revisions and writing.
#include <gtest/gtest.h>

#include "plan/sample.hpp"
#include "schoolimp/io/plan_json.hpp"

namespace schoolimp::testing {
namespace {

template <typename Item>
void mark(std::vector<Item>& items, const std::string& list) {
    for (std::size_t i = 0; i < items.size(); ++i) items[i].extra.set("x_of", "\"" + list + std::to_string(i) + "\"");
}

/// A plan with an unknown member in every object.
Plan marked(Plan plan) {
    plan.extra.set("x_of", R"("plan")");
    mark(plan.levels, "level");
    mark(plan.objectives, "objective");
    mark(plan.actions, "action");
    for (PlanAction& action : plan.actions) mark(action.visits, action.id + ".");
    mark(plan.milestones, "milestone");
    mark(plan.to_be_agreed, "point");
    mark(plan.progress, "entry");
    mark(plan.revisions, "revision");
    return plan;
}

template <typename Item, typename Key>
void expect_kept(const std::vector<Item>& before, const std::vector<Item>& after, Key key) {
    for (const Item& item : before)
        for (const Item& now : after)
            if (key(item) == key(now)) {
                EXPECT_EQ(now.extra, item.extra) << key(item);
            }
}

void expect_kept(const Plan& before, const Plan& after) {
    const auto id = [](const auto& item) { return item.id; };
    EXPECT_EQ(after.extra, before.extra);
    expect_kept(before.levels, after.levels, [](const PlanLevel& level) { return level.judgement; });
    expect_kept(before.objectives, after.objectives, id);
    expect_kept(before.actions, after.actions, id);
    for (const PlanAction& action : before.actions) expect_kept(action.visits, find_action(after, action.id)->visits, id);
    expect_kept(before.milestones, after.milestones, id);
    expect_kept(before.to_be_agreed, after.to_be_agreed, [](const OpenPoint& point) { return point.item + "|" + point.what; });
    ASSERT_LE(before.progress.size(), after.progress.size());
    for (std::size_t i = 0; i < before.progress.size(); ++i) EXPECT_EQ(after.progress[i], before.progress[i]);
    ASSERT_LE(before.revisions.size(), after.revisions.size());
    for (std::size_t i = 0; i < before.revisions.size(); ++i) EXPECT_EQ(after.revisions[i], before.revisions[i]);
}

class ExtraMembersOfAPlan : public ::testing::Test {
protected:
    const Framework framework_ = sample_framework();
    const Judgement high_ = judged_high(framework_);
    const Plan plan_ = marked(record_progress(planned(framework_, high_), {"action.coaching", day("2026-10-01"), "adviser", "", "", {}, ItemStatus::kInProgress}).value());

    void SetUp() override {
        ASSERT_FALSE(plan_.levels.empty() || plan_.objectives.empty() || plan_.actions.empty() || plan_.milestones.empty() || plan_.to_be_agreed.empty());
        ASSERT_TRUE(std::any_of(plan_.actions.begin(), plan_.actions.end(), [](const PlanAction& action) { return !action.visits.empty(); }));
    }
};

TEST_F(ExtraMembersOfAPlan, SurviveAnEntry) {
    ProgressEntry entry{"action.coaching", day("2026-11-02"), "adviser", "Seen.", "", Rag::kGreen, ItemStatus::kDone};
    entry.extra.set("x_of", "\"new\"");
    const Plan after = record_progress(plan_, entry).value();
    expect_kept(plan_, after);
    EXPECT_EQ(after.progress.back(), entry);
}

TEST_F(ExtraMembersOfAPlan, AreNoReasonForARevision) { EXPECT_EQ(revised(plan_, framework_, high_, made_on("2026-09-21")), plan_); }

TEST_F(ExtraMembersOfAPlan, SurviveRevisions) {
    struct Case {
        const char* what;
        std::function<void(Judgement&)> change;
    };
    const Case kCases[] = {
        {"a criterion holds", [](Judgement& judgement) { set_criterion(judgement, "absence.ok", Truth::kTrue); }},
        {"a criterion is not known", [](Judgement& judgement) { set_criterion(judgement, "absence.ok", Truth::kUnknown); }},
        {"another level", [](Judgement& judgement) { judgement.answers[0].suggested = "medium"; }},
        {"another target", [](Judgement& judgement) {
             set_criterion(judgement, "absence.ok", Truth::kFalse, {compared("absence <= national(absence)", "6", "<=", "5", Truth::kFalse)});
         }},
    };
    for (const Case& one : kCases) {
        SCOPED_TRACE(one.what);
        Judgement judgement = high_;
        one.change(judgement);
        const Plan after = revised(plan_, framework_, judgement, made_on("2027-01-20"));
        EXPECT_EQ(after.revisions.size(), plan_.revisions.size() + 1);
        expect_kept(plan_, after);
        const Plan back = revised(after, framework_, high_, made_on("2027-03-01"));
        expect_kept(after, back);  // a point that was settled and comes up again is a new one
        EXPECT_EQ(parse_plan(write_plan(back)).value(), back);
    }
}

}  // namespace
}  // namespace schoolimp::testing
