#include "io/codec/document.hpp"
#include "io/judgement/decision_fields.hpp"
#include "schoolimp/io/judgement_json.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kRollupSchema = "schoolimp/rollup/1";

template <typename Visitor>
void describe(Visitor& fields, Of<LevelCount>) {
    fields.required("level", &LevelCount::level, kKey);
    fields.optional("suggested", &LevelCount::suggested, kKeys);
    fields.optional("decided", &LevelCount::decided, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<JudgementRollup>) {
    fields.required("judgement", &JudgementRollup::judgement, kKey);
    fields.required("levels", &JudgementRollup::levels, kListOf<LevelCount>);
    fields.optional("without_level", &JudgementRollup::without_level, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<KpiResult>) {
    fields.required("id", &KpiResult::id, kKey);
    fields.required("result", &KpiResult::result, kWord<Truth>);
    fields.optional("met", &KpiResult::met, kKeys);
    fields.optional("not_met", &KpiResult::not_met, kKeys);
    fields.optional("unknown", &KpiResult::unknown, kKeys);
    fields.optional("not_applicable", &KpiResult::not_applicable, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<DeploymentResult>) {
    fields.required("id", &DeploymentResult::id, kKey);
    fields.optional("schools", &DeploymentResult::schools, kKeys);
    fields.optional("possibly", &DeploymentResult::possibly, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<InterventionResult>) {
    fields.required("id", &InterventionResult::id, kKey);
    fields.optional("schools", &InterventionResult::schools, kKeys);
    fields.optional("possibly", &InterventionResult::possibly, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Rollup>) {
    fields.required("framework_id", &Rollup::framework_id, kKey);
    fields.required("framework_edition", &Rollup::framework_edition, kAnyTextOrEmpty);
    fields.required("framework_hash", &Rollup::framework_hash, kAnyTextOrEmpty);
    fields.required("schools", &Rollup::schools, kKeys);
    fields.required("judgements", &Rollup::judgements, kListOf<JudgementRollup>);
    fields.optional("kpis", &Rollup::kpis, kListOf<KpiResult>);
    fields.optional("deployments", &Rollup::deployments, kListOf<DeploymentResult>);
    fields.optional("interventions", &Rollup::interventions, kListOf<InterventionResult>);
}

}  // namespace codec

Result<Rollup> parse_rollup(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    return codec::parse_document<Rollup>(text, codec::kRollupSchema, "roll-up", codec::UnknownMembers::kWarning, limits, warnings);
}

std::string write_rollup(const Rollup& rollup, JsonStyle style) { return codec::write_document(rollup, codec::kRollupSchema, style); }

}  // namespace schoolimp::inline v0
