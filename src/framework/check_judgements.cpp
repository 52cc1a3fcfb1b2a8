// Checks of the questions a framework answers: judgements, movements between levels, KPIs of the model.
#include "framework/checks.hpp"

namespace schoolimp::inline v0 {

namespace {

void check_measure_of(CheckContext& context, const JudgementRule& judgement, const Pointer& at) {
    if (!context.refer(context.symbols.measures, "measure", judgement.measure, at / "measure") || judgement.measure.empty()) return;
    const int scale = context.symbols.scales.find(judgement.scale);
    const std::optional<Type> type = context.definitions.measures[static_cast<std::size_t>(context.symbols.measures.find(judgement.measure))].type;
    if (!type || scale < 0) return;
    const Type wanted = level_type(scale);
    if (*type == wanted) return;
    context.issues.error(
        at / "measure", type->value == ValueType::kLevel ? "scale_mismatch" : "wrong_type",
        "measure " + quoted(judgement.measure) + " gives " + describe(*type, context.document) + "; the judgement needs " + describe(wanted, context.document));
}

void check_judgement(CheckContext& context, const JudgementRule& judgement, const Pointer& at) {
    context.statement(judgement, at);
    if (judgement.scale.empty()) context.missing(at, "scale", "a judgement answers with a level of one scale");
    if (judgement.measure.empty()) context.missing(at, "measure", "a judgement takes its suggestion from a measure");
    context.refer(context.symbols.scales, "scale", judgement.scale, at / "scale");
    check_measure_of(context, judgement, at);
    context.parts(judgement.evidence, at / "evidence");
    context.cadence(judgement.cadence, at / "cadence");
    if (!judgement.decision) return;
    context.statement(*judgement.decision, at / "decision");
    context.who(judgement.decision->by, at / "decision" / "by");
}

void check_movement(CheckContext& context, const Movement& movement, const Pointer& at) {
    context.statement(movement, at);
    context.levels(movement.levels, at / "levels");
    if (!movement.to.empty()) context.level(movement.to, at / "to");
    context.check_condition(movement.when, at / "when");
    context.duration(movement.duration, at / "duration");
}

void check_kpi(CheckContext& context, const Kpi& kpi, const Pointer& at) {
    context.statement(kpi, at);
    if (kpi.each.empty()) context.missing(at, "each", "a KPI has a condition on each school");
    context.check_condition(kpi.each, at / "each");
    if (kpi.need_share < Decimal(0) || kpi.need_share > Decimal(100))
        context.issues.error(at / "need" / "share", "out_of_range", "share is " + to_string(kpi.need_share) + "; it must be from 0 to 100");
}

}  // namespace

void check_judgements(CheckContext& context) {
    const FrameworkDocument& document = context.document;
    for (std::size_t i = 0; i < document.judgements.size(); ++i) check_judgement(context, document.judgements[i], Pointer() / "judgements" / i);
    for (std::size_t i = 0; i < document.movements.size(); ++i) check_movement(context, document.movements[i], Pointer() / "movements" / i);
    for (std::size_t i = 0; i < document.kpis.size(); ++i) check_kpi(context, document.kpis[i], Pointer() / "kpis" / i);
}

}  // namespace schoolimp::inline v0
