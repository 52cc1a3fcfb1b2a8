// What the ids of a document stand for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0 {

/// Ids of one kind of thing, by position in the document. The first of two equal ids counts.
class IdTable {
public:
    bool add(const std::string& id, int position) { return positions_.try_emplace(id, position).second; }
    /// -1 when there is none.
    int find(std::string_view id) const {
        const auto found = positions_.find(id);
        return found == positions_.end() ? -1 : found->second;
    }
    bool contains(std::string_view id) const { return find(id) >= 0; }
    std::vector<std::string> ids() const;

private:
    std::map<std::string, int, std::less<>> positions_;
};

enum class SymbolKind : std::uint8_t { kIndicator, kMeasure, kCriterion, kLevel, kSchoolPhase, kSchoolType, kSchoolJoined, kSchoolPupils };

/// What a name in an expression stands for.
struct Symbol {
    SymbolKind kind = SymbolKind::kIndicator;
    int index = -1;     ///< Position of the indicator, measure, criterion, or of the level's scale.
    int position = -1;  ///< kLevel: position of the level in the scale's list.
};

/// All names of a document. Keeps no reference to it.
struct Symbols {
    explicit Symbols(const FrameworkDocument& document);

    const Symbol* find(std::string_view name) const {
        const auto found = names.find(name);
        return found == names.end() ? nullptr : &found->second;
    }
    /// Position of a scale and of the level in it for "scale.level"; -1 where there is none.
    std::pair<int, int> level(std::string_view qualified) const;

    std::vector<std::string> expression_names() const;
    std::vector<std::string> level_names() const;

    std::map<std::string, Symbol, std::less<>> names;  ///< Names that may stand in expressions.
    IdTable scales, crosswalks, dimensions, indicators, measures, criteria, judgements, domains, activities, actions, roles, bodies;
    IdTable roles_and_bodies;  ///< Positions mean nothing here.
};

}  // namespace schoolimp::inline v0
