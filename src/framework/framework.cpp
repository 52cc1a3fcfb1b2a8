// Accessors of a compiled framework.
#include "schoolimp/framework/framework.hpp"

#include "framework/framework_parts.hpp"

namespace schoolimp::inline v0 {

namespace {

template <typename Thing>
const Thing* thing_at(const std::vector<Thing>& things, int position) {
    return position < 0 ? nullptr : &things[static_cast<std::size_t>(position)];
}

}  // namespace

const FrameworkDocument& Framework::document() const { return parts_->document; }
const std::string& Framework::hash() const { return parts_->hash; }
const std::vector<Issue>& Framework::warnings() const { return parts_->warnings; }
const Program& Framework::program() const { return parts_->program; }
const ProgramIndex& Framework::program_index() const { return *parts_->index; }
Keeper& Framework::keeper() const { return parts_->keeper; }

const Scale* Framework::find_scale(std::string_view id) const { return thing_at(document().scales, parts_->symbols.scales.find(id)); }

const ScaleLevel* Framework::find_level(std::string_view qualified_id) const {
    const auto [scale, position] = parts_->symbols.level(qualified_id);
    return scale < 0 ? nullptr : &document().scales[static_cast<std::size_t>(scale)].levels[static_cast<std::size_t>(position)];
}

const Indicator* Framework::find_indicator(std::string_view id) const { return thing_at(document().indicators, parts_->symbols.indicators.find(id)); }
const Measure* Framework::find_measure(std::string_view id) const { return thing_at(document().measures, parts_->symbols.measures.find(id)); }
const Criterion* Framework::find_criterion(std::string_view id) const { return thing_at(document().criteria, parts_->symbols.criteria.find(id)); }
const JudgementRule* Framework::find_judgement(std::string_view id) const { return thing_at(document().judgements, parts_->symbols.judgements.find(id)); }
const Activity* Framework::find_activity(std::string_view id) const { return thing_at(document().activities, parts_->symbols.activities.find(id)); }

const Action* Framework::find_action(std::string_view id) const {
    const int position = parts_->symbols.actions.find(id);
    return position < 0 ? nullptr : parts_->actions[static_cast<std::size_t>(position)];
}

std::string_view Framework::title_of(std::string_view role_or_body) const {
    if (const Role* role = thing_at(document().roles, parts_->symbols.roles.find(role_or_body))) return role->title;
    if (const Body* body = thing_at(document().bodies, parts_->symbols.bodies.find(role_or_body))) return body->title;
    return role_or_body;
}

}  // namespace schoolimp::inline v0
