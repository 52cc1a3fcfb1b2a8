#include "schoolimp/io/plan_json.hpp"

#include "io/codec/document.hpp"
#include "io/codec/identifiers.hpp"
#include "schoolimp/plan/words.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kPlanSchema = "schoolimp/plan/1";

template <typename Visitor>
void describe(Visitor& fields, Of<PlanLevel>) {
    fields.required("judgement", &PlanLevel::judgement, kKey);
    fields.required("level", &PlanLevel::level, kLevelRef);
    fields.optional("decided", &PlanLevel::decided, kFlag);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Objective>) {
    fields.required("id", &Objective::id, kKey);
    fields.optional("criterion", &Objective::criterion, kAnyTextOrEmpty);
    fields.optional("also", &Objective::also, kKeys);
    fields.required("title", &Objective::title, kAnyTextOrEmpty);
    fields.optional("domain", &Objective::domain, kAnyTextOrEmpty);
    fields.optional("success_measure", &Objective::success_measure, kAnyTextOrEmpty);
    fields.optional("measured_by", &Objective::measured_by, kAnyTextOrEmpty);
    fields.optional("baseline", &Objective::baseline, kAnyTextOrEmpty);
    fields.optional("comparator", &Objective::comparator, kAnyTextOrEmpty);
    fields.optional("target", &Objective::target, kAnyTextOrEmpty);
    fields.optional("scale", &Objective::scale, kAnyTextOrEmpty);
    fields.optional("scale_order", &Objective::scale_order, kWord<ScaleOrder>);
    fields.optional("levels", &Objective::levels, kKeys);
    fields.optional("due", &Objective::due, kDay);
    fields.optional("status", &Objective::status, kWord<ItemStatus>);
    fields.optional("edited", &Objective::edited, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Visit>) {
    fields.required("id", &Visit::id, kKey);
    fields.required("on", &Visit::on, kDay);
    fields.optional("status", &Visit::status, kWord<ItemStatus>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<PlanAction>) {
    fields.required("id", &PlanAction::id, kKey);
    fields.optional("action", &PlanAction::action, kAnyTextOrEmpty);
    fields.optional("offer", &PlanAction::offer, kAnyTextOrEmpty);
    fields.optional("origin", &PlanAction::origin, kWord<Origin>);
    fields.optional("applies", &PlanAction::applies, kWord<Applies>);
    fields.required("title", &PlanAction::title, kAnyTextOrEmpty);
    fields.optional("detail", &PlanAction::detail, kAnyTextOrEmpty);
    fields.optional("kind", &PlanAction::kind, kAnyTextOrEmpty);
    fields.optional("optionality", &PlanAction::optionality, kAnyTextOrEmpty);
    fields.optional("condition", &PlanAction::condition, kAnyTextOrEmpty);
    fields.optional("actor", &PlanAction::actor, kKeys);
    fields.optional("with", &PlanAction::with, kKeys);
    fields.optional("beneficiary", &PlanAction::beneficiary, kKeys);
    fields.optional("domains", &PlanAction::domains, kKeys);
    fields.optional("purposes", &PlanAction::purposes, kAnyTexts);
    fields.optional("parts", &PlanAction::parts, kAnyTexts);
    fields.optional("after", &PlanAction::after, kKeys);
    fields.optional("objectives", &PlanAction::objectives, kKeys);
    fields.optional("start", &PlanAction::start, kDay);
    fields.optional("due", &PlanAction::due, kDay);
    fields.optional("until", &PlanAction::until, kAnyTextOrEmpty);
    fields.optional("cadence", &PlanAction::cadence, kAnyTextOrEmpty);
    fields.optional("amount", &PlanAction::amount, kAnyTextOrEmpty);
    fields.optional("activity", &PlanAction::activity, kAnyTextOrEmpty);
    fields.optional("visits", &PlanAction::visits, kListOf<Visit>);
    fields.optional("refs", &PlanAction::refs, kKeys);
    fields.optional("status", &PlanAction::status, kWord<ItemStatus>);
    fields.optional("left_offer", &PlanAction::left_offer, kFlag);
    fields.optional("edited", &PlanAction::edited, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Milestone>) {
    fields.required("id", &Milestone::id, kKey);
    fields.required("title", &Milestone::title, kAnyTextOrEmpty);
    fields.required("on", &Milestone::on, kDay);
    fields.optional("objectives", &Milestone::objectives, kKeys);
    fields.optional("status", &Milestone::status, kWord<ItemStatus>);
    fields.optional("edited", &Milestone::edited, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<OpenPoint>) {
    fields.optional("item", &OpenPoint::item, kAnyTextOrEmpty);
    fields.required("what", &OpenPoint::what, kKey);
    fields.required("text", &OpenPoint::text, kAnyTextOrEmpty);
}

template <typename Visitor>
void describe(Visitor& fields, Of<ProgressEntry>) {
    fields.required("item", &ProgressEntry::item, kKey);
    fields.required("on", &ProgressEntry::on, kDay);
    fields.optional("by", &ProgressEntry::by, kAnyTextOrEmpty);
    fields.optional("note", &ProgressEntry::note, kAnyTextOrEmpty);
    fields.optional("value", &ProgressEntry::value, kAnyTextOrEmpty);
    fields.optional("rag", &ProgressEntry::rag, kWord<Rag>);
    fields.optional("status", &ProgressEntry::status, kWord<ItemStatus>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Revision>) {
    fields.required("number", &Revision::number, Whole{1, 1'000'000});
    fields.required("on", &Revision::on, kDay);
    fields.optional("framework_hash", &Revision::framework_hash, kAnyTextOrEmpty);
    fields.optional("levels", &Revision::levels, kListOf<PlanLevel>);
    fields.optional("changes", &Revision::changes, kAnyTexts);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Plan>) {
    fields.required("id", &Plan::id, kKey);
    fields.required("framework_id", &Plan::framework_id, kKey);
    fields.optional("framework_edition", &Plan::framework_edition, kAnyTextOrEmpty);
    fields.optional("framework_hash", &Plan::framework_hash, kAnyTextOrEmpty);
    fields.required("school", &Plan::school, kKey);
    fields.optional("levels", &Plan::levels, kListOf<PlanLevel>);
    fields.required("start", &Plan::start, kDay);
    fields.optional("end", &Plan::end, kDay);
    fields.optional("end_condition", &Plan::end_condition, kAnyTextOrEmpty);
    fields.optional("aims", &Plan::aims, kAnyTexts);
    fields.optional("objectives", &Plan::objectives, kListOf<Objective>);
    fields.optional("actions", &Plan::actions, kListOf<PlanAction>);
    fields.optional("milestones", &Plan::milestones, kListOf<Milestone>);
    fields.optional("to_be_agreed", &Plan::to_be_agreed, kListOf<OpenPoint>);
    fields.optional("progress", &Plan::progress, kListOf<ProgressEntry>);
    fields.optional("revisions", &Plan::revisions, kListOf<Revision>);
}

}  // namespace codec

Result<Plan> parse_plan(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    return codec::parse_document<Plan>(text, codec::kPlanSchema, "plan", codec::UnknownMembers::kWarning, limits, warnings);
}

std::string write_plan(const Plan& plan, JsonStyle style) { return codec::write_document(plan, codec::kPlanSchema, style); }

}  // namespace schoolimp::inline v0
