// Checks of what a document names: scales, crosswalks, dimensions, domains, indicators, and all ids.
#include "framework/checks.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0 {

namespace {

// Indicators, measures, criteria and levels share the names of expressions.
void check_expression_names(CheckContext& context) {
    const FrameworkDocument& document = context.document;
    CheckContext::Places used;
    for (const char* reserved : {"school.phase", "school.type", "school.joined", "school.pupils"}) used.emplace(reserved, "the trust document");
    for (std::size_t s = 0; s < document.scales.size(); ++s)
        for (std::size_t l = 0; l < document.scales[s].levels.size(); ++l)
            used.emplace(document.scales[s].id + "." + document.scales[s].levels[l].id, (Pointer() / "scales" / s / "levels" / l).text());
    context.ids(document.indicators, Pointer() / "indicators", used, true);
    context.ids(document.measures, Pointer() / "measures", used, true);
    context.ids(document.criteria, Pointer() / "criteria", used, true);
}

void check_ids(CheckContext& context) {
    const FrameworkDocument& document = context.document;
    const Pointer root;
    check_expression_names(context);
    CheckContext::Places people, actions;
    context.ids(document.roles, root / "roles", people);
    context.ids(document.bodies, root / "bodies", people);
    for (std::size_t i = 0; i < document.offers.size(); ++i) context.ids(document.offers[i].actions, root / "offers" / i / "actions", actions);
    context.ids(document.scales, root / "scales");
    context.ids(document.crosswalks, root / "crosswalks");
    context.ids(document.dimensions, root / "dimensions");
    context.ids(document.domains, root / "domains");
    context.ids(document.glossary, root / "glossary");
    context.ids(document.judgements, root / "judgements");
    context.ids(document.movements, root / "movements");
    context.ids(document.offers, root / "offers");
    context.ids(document.activities, root / "activities");
    context.ids(document.interventions, root / "interventions");
    context.ids(document.delegations, root / "delegations");
    context.ids(document.deployments, root / "deployments");
    context.ids(document.kpis, root / "kpis");
    CheckContext::Places identity;
    context.id(document.id, root, identity);
}

void check_identity(CheckContext& context) {
    const FrameworkDocument& document = context.document;
    if (document.edition.empty()) context.missing(Pointer(), "edition", "every framework names its edition, such as 2026.1");
    if (document.title.empty()) context.missing(Pointer(), "title", "every framework has a title");
    if (document.valid_from && document.valid_to && *document.valid_from > *document.valid_to)
        context.issues.error(Pointer() / "valid_to", "out_of_order",
                             "valid_to " + to_string(*document.valid_to) + " is before valid_from " + to_string(*document.valid_from));
    context.text_items(document.principles, Pointer() / "principles");
    context.text_items(document.aims, Pointer() / "aims");
    context.text_items(document.notes, Pointer() / "notes");
    for (std::size_t i = 0; i < document.glossary.size(); ++i) context.statement(document.glossary[i], Pointer() / "glossary" / i);
    for (std::size_t i = 0; i < document.waivers.size(); ++i) {
        Statement waived;  // a waiver's facts are checked like those of a statement
        waived.refs = document.waivers[i].refs;
        context.statement(waived, Pointer() / "waivers" / i);
    }
}

void check_scale(CheckContext& context, const Scale& scale, const Pointer& at) {
    context.statement(scale, at);
    context.ids(scale.levels, at / "levels");
    if (scale.levels.empty()) context.missing(at, "levels", "a scale has at least one level");
    for (std::size_t i = 0; i < scale.levels.size(); ++i) context.statement(scale.levels[i], at / "levels" / i);
}

void check_crosswalk(CheckContext& context, const Crosswalk& crosswalk, const Pointer& at) {
    context.statement(crosswalk, at);
    context.refer(context.symbols.scales, "scale", crosswalk.from, at / "from");
    context.refer(context.symbols.scales, "scale", crosswalk.to, at / "to");
    const int from = context.symbols.scales.find(crosswalk.from), to = context.symbols.scales.find(crosswalk.to);
    CheckContext::Places used;
    for (std::size_t i = 0; i < crosswalk.map.size(); ++i) {
        const CrosswalkLine& line = crosswalk.map[i];
        const Pointer place = at / "map" / i;
        context.statement(line, place);
        if (from >= 0) context.level_of(from, line.from, place / "from");
        if (to >= 0 && line.to) context.level_of(to, *line.to, place / "to");
        const auto [first, is_new] = used.try_emplace(line.from, place.text());
        if (!is_new)
            context.issues.error(place / "from", "duplicate_line", "level " + quoted(line.from) + " has a line already: " + first->second,
                                 "a level maps to one level");
    }
    if (from < 0) return;
    for (const ScaleLevel& level : context.document.scales[static_cast<std::size_t>(from)].levels)
        if (!used.contains(level.id))
            context.issues.warning(at / "map", "crosswalk_gap",
                                   "level " + quoted(level.id) + " of " + quoted(crosswalk.from) + " has no line and counts as a hole",
                                   "write the line, with null for a hole");
}

void check_dimension(CheckContext& context, const Dimension& dimension, const Pointer& at) {
    context.statement(dimension, at);
    context.ids(dimension.members, at / "members");
    if (dimension.members.empty()) context.missing(at, "members", "a dimension has at least one member");
}

void check_domain(CheckContext& context, const Domain& domain, const Pointer& at) {
    context.statement(domain, at);
    context.levels(domain.levels, at / "levels");
    for (std::size_t i = 0; i < domain.titles_by_level.size(); ++i) context.level(domain.titles_by_level[i].level, at / "titles_by_level" / i / "level");
}

void check_number_members(CheckContext& context, const Indicator& indicator, const Pointer& at) {
    if (indicator.type != IndicatorType::kNumber) {
        const std::string why = "the indicator is a " + std::string(word_of(indicator.type)) + ", not a number";
        if (indicator.unit) context.unexpected(at, "unit", why);
        if (indicator.precision) context.unexpected(at, "precision", why);
        if (indicator.minimum) context.unexpected(at, "minimum", why);
        if (indicator.maximum) context.unexpected(at, "maximum", why);
        return;
    }
    if (indicator.precision && (*indicator.precision < 0 || *indicator.precision > 9))
        context.issues.error(at / "precision", "out_of_range", "precision is " + std::to_string(*indicator.precision) + "; it must be from 0 to 9");
    if (indicator.minimum && indicator.maximum && *indicator.minimum > *indicator.maximum)
        context.issues.error(at / "maximum", "out_of_order",
                             "maximum " + to_string(*indicator.maximum) + " is less than minimum " + to_string(*indicator.minimum));
}

void check_indicator(CheckContext& context, const Indicator& indicator, const Pointer& at) {
    context.statement(indicator, at);
    check_number_members(context, indicator, at);
    if (indicator.type == IndicatorType::kLevel && indicator.scale.empty()) context.missing(at, "scale", "the indicator is a level");
    if (indicator.type != IndicatorType::kLevel && !indicator.scale.empty()) context.unexpected(at, "scale", "the indicator is not a level");
    context.refer(context.symbols.scales, "scale", indicator.scale, at / "scale");
    context.refer(context.symbols.dimensions, "dimension", indicator.dimension, at / "dimension");
    context.duration(indicator.max_age, at / "max_age");
    if (indicator.minimum_cohort && *indicator.minimum_cohort < 1)
        context.issues.error(at / "minimum_cohort", "out_of_range",
                             "minimum_cohort is " + std::to_string(*indicator.minimum_cohort) + "; it must be at least 1");
}

template <typename Things, typename Check>
void each(CheckContext& context, const Things& things, const char* member, Check check) {
    for (std::size_t i = 0; i < things.size(); ++i) check(context, things[i], Pointer() / member / i);
}

}  // namespace

void check_vocabulary(CheckContext& context) {
    const FrameworkDocument& document = context.document;
    check_ids(context);
    check_identity(context);
    each(context, document.domains, "domains", check_domain);
    each(context, document.scales, "scales", check_scale);
    each(context, document.crosswalks, "crosswalks", check_crosswalk);
    each(context, document.dimensions, "dimensions", check_dimension);
    each(context, document.indicators, "indicators", check_indicator);
}

}  // namespace schoolimp::inline v0
