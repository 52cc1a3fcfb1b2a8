// The members of measures, criteria, judgement rules and movements.
#pragma once

#include "io/framework/fields.hpp"

namespace schoolimp::inline v0::codec {

template <typename Visitor>
void describe(Visitor& fields, Of<Limit>) {
    fields.optional("id", &Limit::id, kSimpleId);
    fields.required("when", &Limit::when, kExpression);
    fields.optional("at_best", &Limit::at_best, kLevelRef);
    fields.optional("at_worst", &Limit::at_worst, kLevelRef);
    fields.optional("title", &Limit::title, kText);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<RangeBand>) {
    fields.required("level", &RangeBand::level, kSimpleId);
    fields.required("range", &RangeBand::range, kRange);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<BandVariant>) {
    fields.required("when", &BandVariant::when, kExpression);
    fields.required("bands", &BandVariant::bands, kListOf<RangeBand>.at_least(1));
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<ScorePart>) {
    fields.required("id", &ScorePart::id, kSimpleId);
    fields.required("value", &ScorePart::value, kExpression);
    fields.required("weight", &ScorePart::weight, kNumber);
    fields.optional("maximum", &ScorePart::maximum, kNumber);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<TableRule>) {
    fields.required("id", &TableRule::id, kSimpleId);
    fields.required("when", &TableRule::when, kExpression);
    fields.optional("then", &TableRule::then, kExpression);
    fields.optional("title", &TableRule::title, kText);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<FitLevel>) {
    fields.required("level", &FitLevel::level, kSimpleId);
    fields.required("criteria", &FitLevel::criteria, kIds.at_least(1));
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Measure>) {
    fields.required("id", &Measure::id, kId);
    fields.required("title", &Measure::title, kText);
    fields.required("kind", &Measure::kind, kWord<MeasureKind>);
    fields.optional("scale", &Measure::scale, kSimpleId);
    fields.optional("value", &Measure::value, kExpression);
    fields.optional("of", &Measure::of, OneOrMore{});
    fields.optional("bands", &Measure::bands, kListOf<RangeBand>.at_least(1));
    fields.optional("variants", &Measure::variants, kListOf<BandVariant>);
    fields.optional("gaps", &Measure::gaps_unknown, TwoWords{"", "unknown"});
    fields.optional("rows", &Measure::rows, kExpression);
    fields.optional("columns", &Measure::columns, kExpression);
    fields.optional("cells", &Measure::cells, Cells{});
    fields.optional("parts", &Measure::parts, kListOf<ScorePart>.at_least(1));
    fields.optional("missing", &Measure::missing, kWord<MissingPolicy>);
    fields.optional("default", &Measure::default_value, kNumber);
    fields.optional("minimum_known", &Measure::minimum_known, kPositive);
    fields.optional("round", &Measure::round, kPlaces);
    fields.optional("hit_policy", &Measure::hit_policy, kWord<HitPolicy>);
    fields.optional("rules", &Measure::rules, kListOf<TableRule>.at_least(1));
    fields.optional("otherwise", &Measure::otherwise, kExpression);
    fields.optional("levels", &Measure::levels, kListOf<FitLevel>.at_least(1));
    fields.optional("tie", &Measure::tie_better, TwoWords{"worse", "better"});
    fields.optional("limits", &Measure::limits, kListOf<Limit>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Criterion>) {
    fields.required("id", &Criterion::id, kId);
    fields.required("title", &Criterion::title, kText);
    fields.optional("describes", &Criterion::describes, kLevelRefs);
    fields.optional("domain", &Criterion::domain, kSimpleId);
    fields.optional("when", &Criterion::when, kExpression);
    fields.required("test", &Criterion::test, kExpression);
    fields.optional("desired", &Criterion::desired, kFlag);
    fields.optional("objective", &Criterion::objective, kText);
    fields.optional("indicative", &Criterion::indicative, kFlag);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<DecisionRule>) {
    fields.required("by", &DecisionRule::by, kSimpleIds);
    fields.optional("reason_required", &DecisionRule::reason_required, kFlag);
    fields.optional("direction", &DecisionRule::direction, kWord<Direction>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<JudgementRule>) {
    fields.required("id", &JudgementRule::id, kSimpleId);
    fields.required("title", &JudgementRule::title, kText);
    fields.required("scale", &JudgementRule::scale, kSimpleId);
    fields.required("measure", &JudgementRule::measure, kId);
    fields.optional("decision", &JudgementRule::decision, kNested<DecisionRule>);
    fields.optional("evidence", &JudgementRule::evidence, kListOf<Part>);
    fields.optional("cadence", &JudgementRule::cadence, kNested<Cadence>);
    fields.optional("text", &JudgementRule::text, kText);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Movement>) {
    fields.required("id", &Movement::id, kSimpleId);
    fields.required("kind", &Movement::kind, kWord<MovementKind>);
    fields.optional("levels", &Movement::levels, kLevelRefs);
    fields.optional("to", &Movement::to, kLevelRef);
    fields.optional("when", &Movement::when, kExpression);
    fields.optional("duration", &Movement::duration, kNested<Duration>);
    fields.optional("until", &Movement::until, kText);
    fields.required("text", &Movement::text, kText);
    describe_statement(fields);
}

}  // namespace schoolimp::inline v0::codec
