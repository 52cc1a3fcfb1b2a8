// The members of offers, actions, activities and of the people and bodies behind them.
#pragma once

#include "io/framework/fields.hpp"

namespace schoolimp::inline v0::codec {

template <typename Visitor>
void describe(Visitor& fields, Of<Until>) {
    fields.required("text", &Until::text, kText);
    fields.optional("level", &Until::level, kLevelRef);
    fields.optional("event", &Until::event, kWord<UntilEvent>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Amount>) {
    fields.optional("n", &Amount::n, kNumber);
    fields.optional("unit", &Amount::unit, kWord<AmountUnit>);
    fields.required("text", &Amount::text, kText);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Action>) {
    fields.required("id", &Action::id, kSimpleId);
    fields.required("title", &Action::title, kText);
    fields.optional("detail", &Action::detail, kText);
    fields.required("kind", &Action::kind, kWord<ActionKind>);
    fields.optional("actor", &Action::actor, kSimpleIds);
    fields.optional("with", &Action::with, kSimpleIds);
    fields.optional("beneficiary", &Action::beneficiary, kSimpleIds);
    fields.optional("optionality", &Action::optionality, kWord<Optionality>);
    fields.optional("when", &Action::when, kExpression);
    fields.optional("when_text", &Action::when_text, kText);
    fields.optional("domains", &Action::domains, kSimpleIds);
    fields.optional("purposes", &Action::purposes, kListOf<Purpose>);
    fields.optional("parts", &Action::parts, kListOf<Part>);
    fields.optional("after", &Action::after, kSimpleIds);
    fields.optional("start", &Action::start, kNested<Timing>);
    fields.optional("due", &Action::due, kNested<Timing>);
    fields.optional("until", &Action::until, kNested<Until>);
    fields.optional("cadence", &Action::cadence, kNested<Cadence>);
    fields.optional("amount", &Action::amount, kNested<Amount>);
    fields.optional("criteria", &Action::criteria, kIds);
    fields.optional("activity", &Action::activity, kSimpleId);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Offer>) {
    fields.required("id", &Offer::id, kSimpleId);
    fields.required("title", &Offer::title, kText);
    fields.required("levels", &Offer::levels, kLevelRefs.at_least(1));
    fields.optional("when", &Offer::when, kExpression);
    fields.optional("text", &Offer::text, kText);
    fields.optional("aims", &Offer::aims, kListOf<TextItem>);
    fields.optional("actions", &Offer::actions, kListOf<Action>);
    fields.optional("descriptors", &Offer::descriptors, kListOf<TextItem>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Participant>) {
    fields.required("who", &Participant::who, kSimpleId);
    fields.required("part", &Participant::part, kWord<ParticipantPart>);
    fields.optional("text", &Participant::text, kText);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<ReportRoute>) {
    fields.required("to", &ReportRoute::to, kSimpleId);
    fields.optional("content", &ReportRoute::content, kText);
    fields.optional("cadence", &ReportRoute::cadence, kNested<Cadence>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Activity>) {
    fields.required("id", &Activity::id, kSimpleId);
    fields.required("title", &Activity::title, kText);
    fields.required("kind", &Activity::kind, kWord<ActivityKind>);
    fields.required("scope", &Activity::scope, kWord<Scope>);
    fields.optional("levels", &Activity::levels, kLevelRefs);
    fields.optional("when", &Activity::when, kExpression);
    fields.required("cadence", &Activity::cadence, kNested<Cadence>);
    fields.optional("duration", &Activity::duration, kNested<Duration>);
    fields.optional("optionality", &Activity::optionality, kWord<Optionality>);
    fields.optional("participants", &Activity::participants, kListOf<Participant>);
    fields.optional("inputs", &Activity::inputs, kListOf<Part>);
    fields.optional("outputs", &Activity::outputs, kListOf<Part>);
    fields.optional("parts", &Activity::parts, kListOf<Part>);
    fields.optional("purposes", &Activity::purposes, kListOf<Purpose>);
    fields.optional("domains", &Activity::domains, kSimpleIds);
    fields.optional("form", &Activity::form, kText);
    fields.optional("text", &Activity::text, kText);
    fields.optional("reports", &Activity::reports, kListOf<ReportRoute>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Intervention>) {
    fields.required("id", &Intervention::id, kSimpleId);
    fields.required("title", &Intervention::title, kText);
    fields.optional("body", &Intervention::body, kSimpleId);
    fields.optional("when", &Intervention::when, kExpression);
    fields.optional("levels", &Intervention::levels, kLevelRefs);
    fields.optional("optionality", &Intervention::optionality, kWord<Optionality>);
    fields.required("text", &Intervention::text, kText);
    fields.optional("parts", &Intervention::parts, kListOf<Part>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Role>) {
    fields.required("id", &Role::id, kSimpleId);
    fields.required("title", &Role::title, kText);
    fields.optional("aliases", &Role::aliases, kTexts);
    fields.optional("external", &Role::external, kFlag);
    fields.optional("level", &Role::level, kWord<RoleLevel>);
    fields.optional("accountable_to", &Role::accountable_to, kSimpleId);
    fields.optional("group", &Role::group, kText);
    fields.optional("credentials", &Role::credentials, kListOf<TextItem>);
    fields.optional("duties", &Role::duties, kListOf<TextItem>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Body>) {
    fields.required("id", &Body::id, kSimpleId);
    fields.required("title", &Body::title, kText);
    fields.optional("aliases", &Body::aliases, kTexts);
    fields.optional("level", &Body::level, kWord<RoleLevel>);
    fields.optional("accountable_to", &Body::accountable_to, kSimpleId);
    fields.optional("members", &Body::members, kSimpleIds);
    fields.optional("levels", &Body::levels, kLevelRefs);
    fields.optional("duties", &Body::duties, kListOf<TextItem>);
    fields.optional("powers", &Body::powers, kListOf<TextItem>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Delegation>) {
    fields.required("id", &Delegation::id, kSimpleId);
    fields.required("area", &Delegation::area, kWord<DelegationArea>);
    fields.required("levels", &Delegation::levels, kLevelRefs.at_least(1));
    fields.optional("held_by", &Delegation::held_by, kSimpleIds);
    fields.required("text", &Delegation::text, kText);
    fields.optional("when_text", &Delegation::when_text, kText);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Ratio>) {
    fields.required("role", &Ratio::role, kSimpleId);
    fields.optional("schools_minimum", &Ratio::schools_minimum, kPositive);
    fields.optional("schools_maximum", &Ratio::schools_maximum, kPositive);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Deployment>) {
    fields.required("id", &Deployment::id, kSimpleId);
    fields.required("kind", &Deployment::kind, kWord<DeploymentKind>);
    fields.optional("levels", &Deployment::levels, kLevelRefs);
    fields.optional("when", &Deployment::when, kExpression);
    fields.optional("strength", &Deployment::strength, kWord<Strength>);
    fields.optional("roles", &Deployment::roles, kSimpleIds);
    fields.required("text", &Deployment::text, kText);
    fields.optional("ratio", &Deployment::ratio, kNested<Ratio>);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Kpi>) {
    fields.required("id", &Kpi::id, kSimpleId);
    fields.required("title", &Kpi::title, kText);
    fields.required("each", &Kpi::each, kExpression);
    fields.required("need", &Kpi::need_share, NeedShare{});
    fields.optional("text", &Kpi::text, kText);
    describe_statement(fields);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Waiver>) {
    fields.required("refs", &Waiver::refs, kFactRefs.at_least(1));
    fields.required("reason", &Waiver::reason, kText);
}

}  // namespace schoolimp::inline v0::codec
