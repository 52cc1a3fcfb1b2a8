#include "plan/target.hpp"

#include <algorithm>
#include <compare>

#include "plan/sentences.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

/// Position of a level written as "level" or "scale.level"; none for anything else.
std::optional<int> position_of(const Objective& objective, const std::string& value) {
    const std::string prefix = objective.scale + ".";
    const std::string id = value.starts_with(prefix) ? value.substr(prefix.size()) : value;
    const auto found = std::find(objective.levels.begin(), objective.levels.end(), id);
    if (found == objective.levels.end()) return std::nullopt;
    return static_cast<int>(found - objective.levels.begin());
}

std::optional<bool> yes_or_no(const std::string& value) {
    if (value == "true" || value == "yes") return true;
    if (value == "false" || value == "no") return false;
    return std::nullopt;
}

/// None for a comparator that asks for an order where there is none, and for one that is not known.
std::optional<bool> holds(std::optional<std::strong_ordering> order, bool equal, const std::string& comparator) {
    if (comparator == "==") return equal;
    if (comparator == "!=") return !equal;
    if (!order) return std::nullopt;
    if (comparator == ">=") return *order >= 0;
    if (comparator == ">") return *order > 0;
    if (comparator == "<=") return *order <= 0;
    if (comparator == "<") return *order < 0;
    return std::nullopt;
}

template <typename Value>
std::optional<bool> compared(const std::optional<Value>& value, const std::optional<Value>& target, const std::string& comparator) {
    if (!value || !target) return std::nullopt;
    return holds(*value <=> *target, *value == *target, comparator);
}

std::optional<bool> level_meets(const Objective& objective, const std::string& value) {
    const std::optional<int> at = position_of(objective, value), target = position_of(objective, objective.target);
    if (!at || !target) return std::nullopt;
    return holds(compare_levels(objective.scale_order, *at, *target), *at == *target, objective.comparator);
}

/// The same word; a level may be given with its scale or without.
bool same_word(const std::string& value, const std::string& target) {
    return value == target || (!value.empty() && (target.ends_with("." + value) || value.ends_with("." + target)));
}

/// Another word says nothing where an order is asked for, and may be a slip of the pen where anything else would do.
std::optional<bool> word_meets(const Objective& objective, const std::string& value) {
    const bool same = same_word(value, objective.target);
    const std::string& comparator = objective.comparator;
    if (comparator == "==") return same;
    if (!same) return std::nullopt;
    return comparator == ">=" || comparator == "<=";
}

}  // namespace

TargetKind kind_of_target(const Objective& objective) {
    if (objective.comparator.empty()) return TargetKind::kNone;
    if (!objective.levels.empty()) return TargetKind::kLevel;
    if (Decimal::parse(objective.target)) return TargetKind::kNumber;
    if (objective.target == "true" || objective.target == "false") return TargetKind::kYesNo;
    return parse_date(objective.target) ? TargetKind::kDate : TargetKind::kWord;
}

bool is_readable(const Objective& objective, const std::string& value) {
    switch (kind_of_target(objective)) {
        case TargetKind::kNumber: return Decimal::parse(value).has_value();
        case TargetKind::kLevel: return position_of(objective, value).has_value();
        case TargetKind::kYesNo: return yes_or_no(value).has_value();
        case TargetKind::kDate: return parse_date(value).has_value();
        case TargetKind::kNone:
        case TargetKind::kWord: break;
    }
    return true;
}

std::optional<bool> meets(const Objective& objective, const std::string& value) {
    const std::string& comparator = objective.comparator;
    switch (kind_of_target(objective)) {
        case TargetKind::kNumber: return compared(Decimal::parse(value), Decimal::parse(objective.target), comparator);
        case TargetKind::kLevel: return level_meets(objective, value);
        case TargetKind::kYesNo: {
            const std::optional<bool> is = yes_or_no(value), target = yes_or_no(objective.target);
            return is ? holds(std::nullopt, is == target, comparator) : std::nullopt;
        }
        case TargetKind::kDate: return compared(parse_date(value), parse_date(objective.target), comparator);
        case TargetKind::kWord: return word_meets(objective, value);
        case TargetKind::kNone: break;
    }
    return std::nullopt;
}

bool is_worse_than_baseline(const Objective& objective, const std::string& value) {
    const std::optional<int> at = position_of(objective, value), from = position_of(objective, objective.baseline), to = position_of(objective, objective.target);
    if (!at || !from || !to) return false;
    const auto way = compare_levels(objective.scale_order, *to, *from), moved = compare_levels(objective.scale_order, *at, *from);
    return way && moved && *way != 0 && *moved != 0 && (*way > 0) != (*moved > 0);
}

std::string expected_words(const Objective& objective) {
    switch (kind_of_target(objective)) {
        case TargetKind::kNumber: return "a number";
        case TargetKind::kLevel: return "one of " + joined(expected_values(objective), "or");
        case TargetKind::kYesNo: return "true or false";
        case TargetKind::kDate: return "a date as YYYY-MM-DD";
        case TargetKind::kNone:
        case TargetKind::kWord: break;
    }
    return "a text";
}

std::vector<std::string> expected_values(const Objective& objective) {
    if (kind_of_target(objective) == TargetKind::kYesNo) return {"true", "false"};
    std::vector<std::string> values;
    if (kind_of_target(objective) == TargetKind::kLevel)
        for (const std::string& level : objective.levels) values.push_back(objective.scale + "." + level);
    return values;
}

}  // namespace schoolimp::inline v0::plan_detail
