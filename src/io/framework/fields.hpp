// The members of a framework document, once for reading and writing: the order here is the order of the canonical form, the bounds are those of
// schemas/framework.schema.json. Statements and the parts shared by many; the top-level lists are in document_fields.hpp.
#pragma once

#include "io/codec/fields.hpp"
#include "io/framework/special.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0::codec {

inline constexpr int kGreatestCount = 100000;  // bound of every whole number that has no nearer one
inline constexpr Text kEdition{0, kNoLimit, &kEditionForm};
inline constexpr Text kFactPrefix{0, kNoLimit, &kFactPrefixForm};
inline constexpr Text kColour{0, kNoLimit, &kColourForm};
inline constexpr Text kRange{0, kNoLimit, &kRangeForm};
inline constexpr auto kTexts = list_of(kText);
inline constexpr auto kIds = list_of(kId);
inline constexpr auto kSimpleIds = list_of(kSimpleId);
inline constexpr auto kLevelRefs = list_of(kLevelRef);
inline constexpr auto kFactRefs = list_of(kFactRef).each_once();
inline constexpr Whole kCount{0, kGreatestCount};
inline constexpr Whole kPositive{1, kGreatestCount};
inline constexpr Whole kPlaces{0, 9};

/// The last three members of every statement.
template <typename Visitor>
void describe_statement(Visitor& fields) {
    fields.required("refs", &Statement::refs, kFactRefs);
    fields.required("basis", &Statement::basis, kWord<Basis>);
    fields.optional("rationale", &Statement::rationale, kAnyText);
    fields.required_if("rationale", [](const Statement& statement) { return statement.basis == Basis::kAssumed; }, "an assumed statement says why");
}

template <typename Visitor>
void describe(Visitor& fields, Of<Offset>) {
    fields.required("n", &Offset::n, Whole{-kGreatestCount, kGreatestCount});
    fields.required("unit", &Offset::unit, kWord<TimeUnit>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Duration>) {
    fields.optional("minimum", &Duration::minimum, kCount);
    fields.optional("maximum", &Duration::maximum, kCount);
    fields.required("unit", &Duration::unit, kWord<TimeUnit>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Timing>) {
    fields.required("anchor", &Timing::anchor, kWord<Anchor>);
    fields.optional("action", &Timing::action, kSimpleId);
    fields.optional("offset", &Timing::offset, kNested<Offset>);
    fields.optional("text", &Timing::text, kText);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Cadence>) {
    fields.required("every", &Cadence::every, kWord<Every>);
    fields.optional("times", &Cadence::times, Whole{1, 60});
    fields.optional("at_least", &Cadence::at_least, kFlag);
    fields.optional("more_if_required", &Cadence::more_if_required, kFlag);
    fields.optional("position", &Cadence::position, kWord<Position>);
    fields.optional("event", &Cadence::event, kWord<EventKind>);
    fields.optional("offset", &Cadence::offset, kNested<Offset>);
    fields.optional("text", &Cadence::text, kText);
}

template <typename Visitor>
void describe(Visitor& fields, Of<TextItem>) {
    fields.required("id", &TextItem::id, kSimpleId);
    fields.required("text", &TextItem::text, kText);
    fields.optional("levels", &TextItem::levels, kLevelRefs);
    fields.optional("domain", &TextItem::domain, kSimpleId);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Part>) {
    fields.required("id", &Part::id, kSimpleId);
    fields.required("title", &Part::title, kText);
    fields.optional("optionality", &Part::optionality, kWord<Optionality>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Purpose>) {
    fields.required("text", &Purpose::text, kText);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Term>) {
    fields.required("id", &Term::id, kSimpleId);
    fields.required("term", &Term::term, kText);
    fields.optional("meaning", &Term::meaning, kText);
    fields.optional("aliases", &Term::aliases, kTexts);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Source>) {
    fields.required("title", &Source::title, kText);
    fields.optional("publisher", &Source::publisher, kText);
    fields.optional("url", &Source::url, kAnyText);
    fields.optional("retrieved", &Source::retrieved, kDay);
    fields.optional("licence", &Source::licence, kText);
    fields.optional("fact_prefix", &Source::fact_prefix, kFactPrefix);
    fields.optional("facts", &Source::facts, kCount);
    fields.optional("note", &Source::note, kText);
}

template <typename Visitor>
void describe(Visitor& fields, Of<ScaleLevel>) {
    fields.required("id", &ScaleLevel::id, kSimpleId);
    fields.optional("code", &ScaleLevel::code, kAnyText);
    fields.required("title", &ScaleLevel::title, kText);
    fields.optional("description", &ScaleLevel::description, kText);
    fields.optional("colour", &ScaleLevel::colour, kColour);
    fields.optional("aliases", &ScaleLevel::aliases, kTexts);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Scale>) {
    fields.required("id", &Scale::id, kSimpleId);
    fields.required("title", &Scale::title, kText);
    fields.optional("kind", &Scale::kind, kWord<ScaleKind>);
    fields.required("order", &Scale::order, kWord<ScaleOrder>);
    fields.required("levels", &Scale::levels, kListOf<ScaleLevel>.at_least(1).at_most(64));
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<CrosswalkLine>) {
    fields.required("from", &CrosswalkLine::from, kSimpleId);
    fields.required("to", &CrosswalkLine::to, Nullable<Text>{kSimpleId});
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Crosswalk>) {
    fields.required("id", &Crosswalk::id, kSimpleId);
    fields.required("title", &Crosswalk::title, kText);
    fields.required("from", &Crosswalk::from, kSimpleId);
    fields.required("to", &Crosswalk::to, kSimpleId);
    fields.required("map", &Crosswalk::map, kListOf<CrosswalkLine>.at_least(1));
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<DimensionMember>) {
    fields.required("id", &DimensionMember::id, kSimpleId);
    fields.required("title", &DimensionMember::title, kText);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Dimension>) {
    fields.required("id", &Dimension::id, kSimpleId);
    fields.required("title", &Dimension::title, kText);
    fields.required("members", &Dimension::members, kListOf<DimensionMember>.at_least(1));
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<LevelTitle>) {
    fields.required("level", &LevelTitle::level, kLevelRef);
    fields.required("title", &LevelTitle::title, kText);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Domain>) {
    fields.required("id", &Domain::id, kSimpleId);
    fields.required("title", &Domain::title, kText);
    fields.optional("titles_by_level", &Domain::titles_by_level, kListOf<LevelTitle>);
    fields.optional("levels", &Domain::levels, kLevelRefs);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Indicator>) {
    fields.required("id", &Indicator::id, kId);
    fields.required("title", &Indicator::title, kText);
    fields.required("type", &Indicator::type, kWord<IndicatorType>);
    fields.optional("unit", &Indicator::unit, kWord<Unit>);
    fields.optional("precision", &Indicator::precision, kPlaces);
    fields.optional("minimum", &Indicator::minimum, kNumber);
    fields.optional("maximum", &Indicator::maximum, kNumber);
    fields.optional("scale", &Indicator::scale, kSimpleId);
    fields.optional("polarity", &Indicator::polarity, kWord<Polarity>);
    fields.required("period", &Indicator::period, kWord<PeriodKind>);
    fields.optional("dimension", &Indicator::dimension, kSimpleId);
    fields.optional("max_age", &Indicator::max_age, kNested<Duration>);
    fields.optional("minimum_cohort", &Indicator::minimum_cohort, kPositive);
    fields.optional("source", &Indicator::source, kWord<EvidenceSource>);
    describe_statement(fields);
}

}  // namespace schoolimp::inline v0::codec
