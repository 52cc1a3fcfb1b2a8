// Plans: making, revising, recording, rating; what the functions read is compared with the document.
#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

const std::vector<std::string> kStatuses = {"not_started", "in_progress", "done", "stopped", "withdrawn"};

void expect_items(const schoolimp_plan* plan, int32_t item, const Json& list, const char* id, const char* title, const char* due) {
    SCOPED_TRACE(item);
    ASSERT_EQ(schoolimp_plan_item_count(plan, item), list.size());
    for (size_t i = 0; i < list.size(); ++i) {
        EXPECT_EQ(schoolimp_plan_item_id(plan, item, i), string_at(list[i], id));
        EXPECT_EQ(schoolimp_plan_item_title(plan, item, i), string_at(list[i], title));
        EXPECT_EQ(schoolimp_plan_item_start(plan, item, i), item == SCHOOLIMP_ITEM_ACTION ? date_at(list[i], "start") : SCHOOLIMP_NO_DATE);
        EXPECT_EQ(schoolimp_plan_item_due(plan, item, i), date_at(list[i], due));
        EXPECT_EQ(schoolimp_plan_item_status(plan, item, i), item == SCHOOLIMP_ITEM_OPEN_POINT ? SCHOOLIMP_NONE : place_of(list[i].value("status", "not_started"), kStatuses));
    }
    EXPECT_EQ(schoolimp_plan_item_id(plan, item, list.size()), nullptr);
    EXPECT_EQ(schoolimp_plan_item_status(plan, item, list.size()), SCHOOLIMP_NONE);
}

void expect_plan(const Owned<schoolimp_plan>& owned) {
    const schoolimp_plan* const plan = owned.get();
    const Json document = document_of(schoolimp_plan_to_json, owned);
    EXPECT_EQ(schoolimp_plan_id(plan), string_at(document, "id"));
    EXPECT_EQ(schoolimp_plan_school(plan), string_at(document, "school"));
    EXPECT_EQ(schoolimp_plan_start(plan), date_at(document, "start"));
    EXPECT_EQ(schoolimp_plan_end(plan), date_at(document, "end"));
    expect_items(plan, SCHOOLIMP_ITEM_OBJECTIVE, list_at(document, "objectives"), "id", "title", "due");
    expect_items(plan, SCHOOLIMP_ITEM_ACTION, list_at(document, "actions"), "id", "title", "due");
    expect_items(plan, SCHOOLIMP_ITEM_MILESTONE, list_at(document, "milestones"), "id", "title", "on");
    expect_items(plan, SCHOOLIMP_ITEM_OPEN_POINT, list_at(document, "to_be_agreed"), "item", "text", "none");
    for (const int32_t item : {0, 5, -1}) EXPECT_EQ(schoolimp_plan_item_count(plan, item), 0U);
    expect_round_trip(schoolimp_plan_parse, schoolimp_plan_to_json, owned);
}

TEST(Plans, AreReadAsTheirDocument) {
    expect_plan(world().plan);
    expect_plan(parsed(schoolimp_plan_parse, sample("plan")));
    EXPECT_STREQ(schoolimp_plan_id(world().plan.get()), "900001.pvat");
    EXPECT_EQ(schoolimp_plan_start(world().plan.get()), day(2026, 9, 3)) << "the first school day on or after";
    EXPECT_GE(schoolimp_plan_item_count(world().plan.get(), SCHOOLIMP_ITEM_OBJECTIVE), 3U);
}

TEST(Plans, KeepTheDatesGiven) {
    const World& w = world();
    schoolimp_plan_options options = plan_options();
    options.start = day(2026, 9, 7);
    options.end = day(2027, 2, 12);
    const auto plan = made(schoolimp_plan_make, w.framework.get(), w.decided.get(), w.year.get(), nullptr, &options);
    EXPECT_EQ(schoolimp_plan_start(plan.get()), options.start);
    EXPECT_EQ(schoolimp_plan_end(plan.get()), options.end);
    options.end = day(2029, 1, 1);
    EXPECT_EQ(refused(schoolimp_plan_make, w.framework.get(), w.decided.get(), w.year.get(), nullptr, &options).status, SCHOOLIMP_E_OUT_OF_RANGE);
}

TEST(Plans, NeedALevelInForceOfTheSameFramework) {
    const World& w = world();
    const schoolimp_plan_options when = plan_options();
    const schoolimp_judge_options options = judge_options();
    EXPECT_EQ(refused(schoolimp_plan_make, w.own.get(), w.decided.get(), w.year.get(), nullptr, &when).status, SCHOOLIMP_E_FAILED_PRECONDITION);
    const auto nothing_known = made(schoolimp_judge, w.own.get(), w.evidence.get(), "900003", nullptr, nullptr, &options);
    ASSERT_EQ(schoolimp_judgement_suggested(nothing_known.get(), 0), nullptr);
    EXPECT_EQ(refused(schoolimp_plan_make, w.own.get(), nothing_known.get(), w.year.get(), nullptr, &when).status, SCHOOLIMP_E_FAILED_PRECONDITION);
}

TEST(Plans, AreRevised) {
    const World& w = world();
    schoolimp_decision third = decision();
    third.level = "tier_3";
    const auto worse = made(schoolimp_decide, w.framework.get(), w.decided.get(), &third);
    schoolimp_plan_options options = plan_options();
    options.made_on = day(2027, 1, 11);
    const auto revised = made(schoolimp_plan_revise, w.plan.get(), w.framework.get(), worse.get(), w.year.get(), w.trust.get(), &options);
    expect_plan(revised);
    EXPECT_STREQ(schoolimp_plan_id(revised.get()), schoolimp_plan_id(w.plan.get()));
    EXPECT_EQ(schoolimp_plan_start(revised.get()), schoolimp_plan_start(w.plan.get())) << "the plan's own";
    const std::vector<std::string> changes = list_of(made(schoolimp_plan_changes, revised.get()));
    EXPECT_FALSE(changes.empty());
    EXPECT_EQ(Json(changes), document_of(schoolimp_plan_to_json, revised)["revisions"].back()["changes"]);
    const schoolimp_judge_options judged = judge_options();
    const auto other = made(schoolimp_judge, w.framework.get(), w.evidence.get(), "900002", w.trust.get(), w.benchmarks.get(), &judged);
    EXPECT_EQ(refused(schoolimp_plan_revise, w.plan.get(), w.framework.get(), other.get(), w.year.get(), w.trust.get(), &options).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "another school";
}

TEST(Plans, RecordProgress) {
    const schoolimp_plan* const plan = world().plan.get();
    schoolimp_progress entry = SCHOOLIMP_PROGRESS_INIT;
    entry.item = "objective.outcomes.primary_below";
    entry.by = "Zo\xC3\xAB";
    entry.note = "Mock tests";
    entry.value = "-3";
    entry.on = day(2027, 1, 20);
    entry.rag = SCHOOLIMP_RAG_AMBER;
    entry.status = SCHOOLIMP_ITEM_IN_PROGRESS;
    const auto recorded = made(schoolimp_plan_record_progress, plan, &entry);
    expect_plan(recorded);
    const Json written = document_of(schoolimp_plan_to_json, recorded)["progress"][0];
    EXPECT_EQ(written, Json({{"item", entry.item}, {"on", "2027-01-20"}, {"by", entry.by}, {"note", entry.note}, {"value", "-3"}, {"rag", "amber"}, {"status", "in_progress"}}));
    EXPECT_FALSE(document_of(schoolimp_plan_to_json, world().plan).contains("progress")) << "immutable";

    const auto status_of = [&](auto change) {
        schoolimp_progress changed = entry;
        change(changed);
        return refused(schoolimp_plan_record_progress, plan, &changed).status;
    };
    EXPECT_EQ(status_of([](auto& e) { e.item = "nothing"; }), SCHOOLIMP_E_NOT_FOUND);
    EXPECT_EQ(status_of([](auto& e) { e.on = day(2026, 1, 1); }), SCHOOLIMP_E_OUT_OF_RANGE);
    EXPECT_EQ(status_of([](auto& e) { e.value = "much better"; }), SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(status_of([](auto& e) { e.status = SCHOOLIMP_ITEM_WITHDRAWN; }), SCHOOLIMP_E_INVALID_ARGUMENT);
}

TEST(Plans, AreRated) {
    schoolimp_progress entry = SCHOOLIMP_PROGRESS_INIT;
    entry.item = "objective.outcomes.primary_below";
    entry.value = "1";
    entry.on = day(2027, 1, 20);
    entry.rag = SCHOOLIMP_RAG_RED;
    const auto recorded = made(schoolimp_plan_record_progress, world().plan.get(), &entry);
    const auto ratings = made(schoolimp_plan_rate, recorded.get(), day(2027, 2, 1));
    ASSERT_EQ(schoolimp_ratings_count(ratings.get()), schoolimp_plan_item_count(recorded.get(), SCHOOLIMP_ITEM_OBJECTIVE));
    bool found = false;
    for (size_t i = 0; i < schoolimp_ratings_count(ratings.get()); ++i) {
        const std::string objective = schoolimp_ratings_objective(ratings.get(), i);
        EXPECT_FALSE(std::string(schoolimp_ratings_reason(ratings.get(), i)).empty());
        if (objective != entry.item) {
            EXPECT_EQ(schoolimp_ratings_people(ratings.get(), i), SCHOOLIMP_NONE);
            continue;
        }
        found = true;
        EXPECT_EQ(schoolimp_ratings_rag(ratings.get(), i), SCHOOLIMP_RAG_GREEN) << "1 is at least 0";
        EXPECT_EQ(schoolimp_ratings_people(ratings.get(), i), SCHOOLIMP_RAG_RED) << "what people say stands beside it";
    }
    EXPECT_TRUE(found);
}

TEST(Plans, HaveAPage) {
    const World& w = world();
    const std::string page = text_of(made(schoolimp_plan_to_markdown, w.plan.get(), w.framework.get(), w.trust.get(), day(2027, 2, 1)));
    EXPECT_NE(page.find("Bront\xC3\xAB"), std::string::npos);
    EXPECT_NE(made(schoolimp_plan_to_markdown, w.plan.get(), w.framework.get(), nullptr, SCHOOLIMP_NO_DATE), nullptr);
}

}  // namespace
}  // namespace schoolimp_c_tests
