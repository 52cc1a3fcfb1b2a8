// The members of the framework document itself.
#pragma once

#include "io/framework/measure_fields.hpp"
#include "io/framework/support_fields.hpp"

namespace schoolimp::inline v0::codec {

inline constexpr std::string_view kFrameworkSchema = "schoolimp/framework/1";

template <typename Visitor>
void describe(Visitor& fields, Of<FrameworkDocument>) {
    using Document = FrameworkDocument;
    fields.required("id", &Document::id, kSimpleId);
    fields.required("edition", &Document::edition, kEdition);
    fields.required("title", &Document::title, kText);
    fields.optional("trust", &Document::trust, kText);
    fields.optional("short_name", &Document::short_name, kText);
    fields.optional("text", &Document::text, kText);
    fields.optional("applies_to", &Document::applies_to, list_of(kWord<SchoolPhase>));
    fields.optional("valid_from", &Document::valid_from, kDay);
    fields.optional("valid_to", &Document::valid_to, kDay);
    fields.optional("source", &Document::source, kNested<Source>);
    fields.optional("refs", &Document::refs, kFactRefs);
    fields.optional("principles", &Document::principles, kListOf<TextItem>);
    fields.optional("aims", &Document::aims, kListOf<TextItem>);
    fields.optional("notes", &Document::notes, kListOf<TextItem>);
    fields.optional("glossary", &Document::glossary, kListOf<Term>);
    fields.optional("domains", &Document::domains, kListOf<Domain>);
    fields.optional("scales", &Document::scales, kListOf<Scale>);
    fields.optional("crosswalks", &Document::crosswalks, kListOf<Crosswalk>);
    fields.optional("dimensions", &Document::dimensions, kListOf<Dimension>);
    fields.optional("indicators", &Document::indicators, kListOf<Indicator>);
    fields.optional("measures", &Document::measures, kListOf<Measure>);
    fields.optional("criteria", &Document::criteria, kListOf<Criterion>);
    fields.optional("judgements", &Document::judgements, kListOf<JudgementRule>);
    fields.optional("movements", &Document::movements, kListOf<Movement>);
    fields.optional("offers", &Document::offers, kListOf<Offer>);
    fields.optional("activities", &Document::activities, kListOf<Activity>);
    fields.optional("interventions", &Document::interventions, kListOf<Intervention>);
    fields.optional("roles", &Document::roles, kListOf<Role>);
    fields.optional("bodies", &Document::bodies, kListOf<Body>);
    fields.optional("delegations", &Document::delegations, kListOf<Delegation>);
    fields.optional("deployments", &Document::deployments, kListOf<Deployment>);
    fields.optional("kpis", &Document::kpis, kListOf<Kpi>);
    fields.optional("waivers", &Document::waivers, kListOf<Waiver>);
}

}  // namespace schoolimp::inline v0::codec
