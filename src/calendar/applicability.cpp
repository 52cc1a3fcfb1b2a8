#include "calendar/applicability.hpp"

#include <algorithm>

#include "judgement/governing.hpp"

namespace schoolimp::inline v0::calendar_detail {

namespace {

bool names(const std::vector<std::string>& levels, const std::string& scale, const std::string& level) {
    return std::find(levels.begin(), levels.end(), scale + '.' + level) != levels.end();
}

Applies by_answer(const std::vector<std::string>& levels, const Answer& answer, const Decision* decision) {
    if (decision != nullptr) return names(levels, answer.scale, decision->level) ? Applies::kYes : Applies::kNo;
    if (answer.not_applicable) return Applies::kNo;
    if (answer.suggested) return names(levels, answer.scale, *answer.suggested) ? Applies::kTentative : Applies::kNo;
    const auto named = std::count_if(answer.possible.begin(), answer.possible.end(), [&](const std::string& level) { return names(levels, answer.scale, level); });
    if (answer.possible.empty()) return Applies::kLevelNotKnown;
    if (named == 0) return Applies::kNo;
    return named == static_cast<std::ptrdiff_t>(answer.possible.size()) ? Applies::kTentative : Applies::kLevelNotKnown;
}

bool uses_scale(const std::vector<std::string>& levels, const std::string& scale) {
    return std::any_of(levels.begin(), levels.end(), [&](const std::string& level) { return level.starts_with(scale + '.'); });
}

/// One level in force on any of the scales named is enough; an open question leaves it open only when no other scale says yes.
Applies by_levels(const Activity& activity, const FrameworkDocument& document, const Judgement* judgement) {
    if (activity.levels.empty()) return Applies::kYes;
    if (judgement == nullptr) return Applies::kLevelNotKnown;
    bool asked = false, open = false, tentative = false;
    for (const Scale& scale : document.scales) {
        if (!uses_scale(activity.levels, scale.id)) continue;
        const JudgementRule* rule = governing_rule(document, *judgement, scale.id);
        if (rule == nullptr) continue;
        asked = true;
        const Applies applies = by_answer(activity.levels, *judgement->find_answer(rule->id), judgement->decided(rule->id));
        if (applies == Applies::kYes) return applies;
        tentative |= applies == Applies::kTentative;
        open |= applies == Applies::kLevelNotKnown;
    }
    if (tentative) return Applies::kTentative;
    return open || !asked ? Applies::kLevelNotKnown : Applies::kNo;
}

Truth condition_of(const Activity& activity, const Judgement* judgement) {
    if (activity.when.empty()) return Truth::kTrue;
    if (judgement != nullptr)
        for (const ConditionResult& condition : judgement->conditions)
            if (condition.owner == "activity:" + activity.id) return condition.result;
    return Truth::kUnknown;
}

}  // namespace

Applies applies_to(const Activity& activity, const FrameworkDocument& document, const Judgement* judgement) {
    const Truth condition = condition_of(activity, judgement);
    if (condition == Truth::kFalse || condition == Truth::kNotApplicable) return Applies::kNo;
    const Applies by_level = by_levels(activity, document, judgement);
    if (condition == Truth::kTrue || by_level == Applies::kNo) return by_level;
    return by_level == Applies::kLevelNotKnown ? by_level : Applies::kConditionNotKnown;
}

std::string level_titles(const Activity& activity, const FrameworkDocument& document) {
    std::string text;
    for (const std::string& qualified : activity.levels) {
        std::string title = qualified;
        for (const Scale& scale : document.scales)
            for (const ScaleLevel& level : scale.levels)
                if (scale.id + '.' + level.id == qualified && !level.title.empty()) title = level.title;
        if (!text.empty()) text += " or ";
        text += title;
    }
    return text;
}

}  // namespace schoolimp::inline v0::calendar_detail
