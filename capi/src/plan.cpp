// Support plans.
#include "schoolimp/plan/plan.hpp"

#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "schoolimp/io/plan_json.hpp"
#include "schoolimp/report/markdown.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

PlanOptions plan_options(const schoolimp_plan_options* given) {
    const schoolimp_plan_options from = needed_options("options", given, schoolimp_plan_options SCHOOLIMP_PLAN_OPTIONS_INIT);
    PlanOptions options;
    options.made_on = date("options->made_on", from.made_on);
    options.start = optional_date("options->start", from.start);
    options.end = optional_date("options->end", from.end);
    return options;
}

ProgressEntry progress_entry(const schoolimp_progress* given) {
    const schoolimp_progress from = needed_options("progress", given, schoolimp_progress SCHOOLIMP_PROGRESS_INIT);
    ProgressEntry entry;
    entry.item = needed_text("progress->item", from.item);
    entry.on = date("progress->on", from.on);
    entry.by = text("progress->by", from.by);
    entry.note = text("progress->note", from.note);
    entry.value = text("progress->value", from.value);
    entry.rag = optional_enumerator("progress->rag", from.rag, Rag::kGreen);
    entry.status = optional_enumerator("progress->status", from.status, ItemStatus::kWithdrawn);
    return entry;
}

/// What all kinds of items have in common.
struct Item {
    const std::string* id = nullptr;
    const std::string* title = nullptr;
    std::optional<Date> start;
    std::optional<Date> due;
    std::int32_t status = SCHOOLIMP_NONE;
};

Item item_of(const Objective& objective) noexcept {
    return {&objective.id, &objective.title, std::nullopt, objective.due, static_cast<std::int32_t>(objective.status)};
}
Item item_of(const PlanAction& action) noexcept { return {&action.id, &action.title, action.start, action.due, static_cast<std::int32_t>(action.status)}; }
Item item_of(const Milestone& milestone) noexcept {
    return {&milestone.id, &milestone.title, std::nullopt, milestone.on, static_cast<std::int32_t>(milestone.status)};
}
Item item_of(const OpenPoint& point) noexcept { return {&point.item, &point.text, std::nullopt, std::nullopt, SCHOOLIMP_NONE}; }

/// visit(list) for the list of a kind of item; `absent` for a kind there is not.
template <typename Visit, typename Answer>
Answer with_list(const schoolimp_plan* plan, int32_t item, Visit visit, Answer absent) noexcept {
    if (!is_alive(plan)) return absent;
    switch (item) {
        case SCHOOLIMP_ITEM_OBJECTIVE: return visit(plan->value.objectives);
        case SCHOOLIMP_ITEM_ACTION: return visit(plan->value.actions);
        case SCHOOLIMP_ITEM_MILESTONE: return visit(plan->value.milestones);
        case SCHOOLIMP_ITEM_OPEN_POINT: return visit(plan->value.to_be_agreed);
        default: return absent;
    }
}

Item item_at(const schoolimp_plan* plan, int32_t item, size_t index) noexcept {
    return with_list(plan, item, [&](const auto& list) { return index < list.size() ? item_of(list[index]) : Item(); }, Item());
}

const RagResult* rating_at(const schoolimp_ratings* ratings, size_t index) noexcept { return element(peek(ratings), index); }

}  // namespace

void schoolimp_plan_options_init(schoolimp_plan_options* options, size_t struct_size) noexcept { initialise(options, struct_size, schoolimp_plan_options SCHOOLIMP_PLAN_OPTIONS_INIT); }
void schoolimp_progress_init(schoolimp_progress* progress, size_t struct_size) noexcept { initialise(progress, struct_size, schoolimp_progress SCHOOLIMP_PROGRESS_INIT); }

schoolimp_status schoolimp_plan_make(schoolimp_plan** out, const schoolimp_framework* framework, const schoolimp_judgement* judgement,
                                     const schoolimp_school_year* year, const schoolimp_trust* trust, const schoolimp_plan_options* options,
                                     schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Framework& model = needed("framework", framework);
        const Judgement& judged = needed("judgement", judgement);
        const SchoolYear& days = needed("year", year);
        const OrEmpty of_trust("trust", trust);
        return make_plan(model, judged, days, *of_trust, plan_options(options));
    });
}

schoolimp_status schoolimp_plan_revise(schoolimp_plan** out, const schoolimp_plan* plan, const schoolimp_framework* framework, const schoolimp_judgement* judgement,
                                       const schoolimp_school_year* year, const schoolimp_trust* trust, const schoolimp_plan_options* options,
                                       schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Plan& before = needed("plan", plan);
        const Framework& model = needed("framework", framework);
        const Judgement& judged = needed("judgement", judgement);
        const SchoolYear& days = needed("year", year);
        const OrEmpty of_trust("trust", trust);
        return revise_plan(before, model, judged, days, *of_trust, plan_options(options));
    });
}

schoolimp_status schoolimp_plan_parse(schoolimp_plan** out, const char* json, size_t size, const schoolimp_parse_options* options, schoolimp_issues** warnings,
                                      schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_plan);
}

schoolimp_status schoolimp_plan_to_json(schoolimp_text** out, const schoolimp_plan* plan, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "plan", plan, style, error, write_plan);
}

schoolimp_status schoolimp_plan_to_markdown(schoolimp_text** out, const schoolimp_plan* plan, const schoolimp_framework* framework, const schoolimp_trust* trust,
                                            int32_t rated_on, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        return plan_markdown(needed("framework", framework), needed("plan", plan), *OrEmpty("trust", trust), optional_date("rated_on", rated_on));
    });
}

void schoolimp_plan_free(schoolimp_plan* plan) noexcept { end(plan); }

const char* schoolimp_plan_id(const schoolimp_plan* plan) noexcept { return text_of(peek(plan), &Plan::id); }
const char* schoolimp_plan_school(const schoolimp_plan* plan) noexcept { return text_of(peek(plan), &Plan::school); }
int32_t schoolimp_plan_start(const schoolimp_plan* plan) noexcept { return is_alive(plan) ? days_since_epoch(plan->value.start) : SCHOOLIMP_NO_DATE; }
int32_t schoolimp_plan_end(const schoolimp_plan* plan) noexcept { return is_alive(plan) ? days_or_none(plan->value.end) : SCHOOLIMP_NO_DATE; }

size_t schoolimp_plan_item_count(const schoolimp_plan* plan, int32_t item) noexcept {
    return with_list(plan, item, [](const auto& list) { return list.size(); }, size_t{0});
}
const char* schoolimp_plan_item_id(const schoolimp_plan* plan, int32_t item, size_t index) noexcept { return text_of(item_at(plan, item, index).id); }
const char* schoolimp_plan_item_title(const schoolimp_plan* plan, int32_t item, size_t index) noexcept { return text_of(item_at(plan, item, index).title); }
int32_t schoolimp_plan_item_start(const schoolimp_plan* plan, int32_t item, size_t index) noexcept { return days_or_none(item_at(plan, item, index).start); }
int32_t schoolimp_plan_item_due(const schoolimp_plan* plan, int32_t item, size_t index) noexcept { return days_or_none(item_at(plan, item, index).due); }
int32_t schoolimp_plan_item_status(const schoolimp_plan* plan, int32_t item, size_t index) noexcept { return item_at(plan, item, index).status; }

schoolimp_status schoolimp_plan_changes(schoolimp_strings** out, const schoolimp_plan* plan, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const std::vector<Revision>& revisions = needed("plan", plan).revisions;
        return revisions.empty() ? std::vector<std::string>() : revisions.back().changes;
    });
}

schoolimp_status schoolimp_plan_record_progress(schoolimp_plan** out, const schoolimp_plan* plan, const schoolimp_progress* progress, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return record_progress(needed("plan", plan), progress_entry(progress)); });
}

schoolimp_status schoolimp_plan_rate(schoolimp_ratings** out, const schoolimp_plan* plan, int32_t on, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return rate_objectives(needed("plan", plan), date("on", on)); });
}

size_t schoolimp_ratings_count(const schoolimp_ratings* ratings) noexcept { return is_alive(ratings) ? ratings->value.size() : 0; }
const char* schoolimp_ratings_objective(const schoolimp_ratings* ratings, size_t index) noexcept { return text_of(rating_at(ratings, index), &RagResult::objective); }
int32_t schoolimp_ratings_rag(const schoolimp_ratings* ratings, size_t index) noexcept { return number_of(rating_at(ratings, index), &RagResult::rag, SCHOOLIMP_NONE); }
int32_t schoolimp_ratings_people(const schoolimp_ratings* ratings, size_t index) noexcept {
    const RagResult* const rating = rating_at(ratings, index);
    return rating != nullptr && rating->people ? static_cast<int32_t>(*rating->people) : SCHOOLIMP_NONE;
}
const char* schoolimp_ratings_reason(const schoolimp_ratings* ratings, size_t index) noexcept { return text_of(rating_at(ratings, index), &RagResult::reason); }
void schoolimp_ratings_free(schoolimp_ratings* ratings) noexcept { end(ratings); }
