#include "framework/symbols.hpp"

#include <utility>

namespace schoolimp::inline v0 {

namespace {

template <typename Things>
void fill(IdTable& table, const Things& things) {
    for (std::size_t i = 0; i < things.size(); ++i) table.add(things[i].id, static_cast<int>(i));
}

}  // namespace

std::vector<std::string> IdTable::ids() const {
    std::vector<std::string> ids;
    for (const auto& [id, position] : positions_) ids.push_back(id);
    return ids;
}

Symbols::Symbols(const FrameworkDocument& document) {
    fill(scales, document.scales);
    fill(crosswalks, document.crosswalks);
    fill(dimensions, document.dimensions);
    fill(indicators, document.indicators);
    fill(measures, document.measures);
    fill(criteria, document.criteria);
    fill(judgements, document.judgements);
    fill(domains, document.domains);
    fill(activities, document.activities);
    fill(roles, document.roles);
    fill(bodies, document.bodies);
    fill(roles_and_bodies, document.roles);
    fill(roles_and_bodies, document.bodies);
    int action = 0;
    for (const Offer& offer : document.offers)
        for (const Action& each : offer.actions) actions.add(each.id, action++);

    names.emplace("school.phase", Symbol{SymbolKind::kSchoolPhase});
    names.emplace("school.type", Symbol{SymbolKind::kSchoolType});
    names.emplace("school.joined", Symbol{SymbolKind::kSchoolJoined});
    names.emplace("school.pupils", Symbol{SymbolKind::kSchoolPupils});
    const auto name_all = [this](const auto& things, SymbolKind kind) {
        for (std::size_t i = 0; i < things.size(); ++i) names.emplace(things[i].id, Symbol{kind, static_cast<int>(i)});
    };
    name_all(document.indicators, SymbolKind::kIndicator);
    name_all(document.measures, SymbolKind::kMeasure);
    name_all(document.criteria, SymbolKind::kCriterion);
    for (std::size_t s = 0; s < document.scales.size(); ++s)
        for (std::size_t l = 0; l < document.scales[s].levels.size(); ++l)
            names.emplace(document.scales[s].id + "." + document.scales[s].levels[l].id, Symbol{SymbolKind::kLevel, static_cast<int>(s), static_cast<int>(l)});
}

std::pair<int, int> Symbols::level(std::string_view qualified) const {
    const Symbol* symbol = find(qualified);
    if (symbol == nullptr || symbol->kind != SymbolKind::kLevel) return {-1, -1};
    return {symbol->index, symbol->position};
}

std::vector<std::string> Symbols::expression_names() const {
    std::vector<std::string> all;
    for (const auto& [name, symbol] : names) all.push_back(name);
    return all;
}

std::vector<std::string> Symbols::level_names() const {
    std::vector<std::string> levels;
    for (const auto& [name, symbol] : names)
        if (symbol.kind == SymbolKind::kLevel) levels.push_back(name);
    return levels;
}

}  // namespace schoolimp::inline v0
