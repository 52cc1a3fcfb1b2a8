#include "plan/in_force.hpp"

#include <algorithm>

#include "judgement/governing.hpp"
#include "plan/sentences.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

std::string title_of(const JudgementRule& rule) { return rule.title.empty() ? rule.id : rule.title; }

/// "'School category' is not settled: A or B is possible"
std::string unsettled(const Framework& framework, const Judgement& judgement, const JudgementRule& rule) {
    std::string text = quoted(title_of(rule)) + " is not settled";
    const Answer* answer = judgement.find_answer(rule.id);
    if (answer == nullptr || answer->possible.empty()) return text;
    std::vector<std::string> titles;
    for (const std::string& level : answer->possible) titles.push_back(level_title(framework, rule.scale + "." + level));
    return text + ": " + joined(titles, "or") + (titles.size() == 1 ? " is" : " are") + " possible";
}

/// The point to settle when the first rule of a scale has no level but a later one has.
void note_passed_over(const Framework& framework, const Judgement& judgement, const JudgementRule& first, const JudgementRule& governing, LevelsInForce& out) {
    if (&first == &governing || !judgement.level_in_force(first.id).empty()) return;
    out.points.push_back({"", "level", unsettled(framework, judgement, first) + "; the plan follows " + quoted(title_of(governing)) + " until it is decided."});
}

Status no_level(const Framework& framework, const Judgement& judgement) {
    std::string message = "no level is in force for school '" + judgement.school + "' under '" + framework.title() + "'";
    std::vector<Issue> issues;
    for (const JudgementRule& rule : framework.document().judgements)
        issues.push_back({"", "no_level", unsettled(framework, judgement, rule), "load the missing evidence, or decide a level", Severity::kError});
    return Status(StatusCode::kFailedPrecondition, message + ": nothing is decided and nothing suggested", std::move(issues));
}

/// A judgement that no run of this library has made: edited since, or damaged.
Status unknown_level(const Framework& framework, const Judgement& judgement, const JudgementRule& rule, const std::string& level) {
    std::string message = "the judgement of school '" + judgement.school + "' answers " + quoted(title_of(rule)) + " with '" + level + "', which is no level of scale '" + rule.scale + "' of '" +
                          framework.title() + "'";
    return Status(StatusCode::kInvalidArgument, message, {{"", "unknown_level", message, "judge the school again", Severity::kError}});
}

Truth condition_of(const Judgement& judgement, const std::string& owner) {
    for (const ConditionResult& condition : judgement.conditions)
        if (condition.owner == owner) return condition.result;
    return Truth::kUnknown;
}

/// Whether something with a condition belongs to the plan: a condition that is false, or has no sense for this school, keeps it out.
std::optional<Applies> applies(const Judgement& judgement, const std::string& when, const std::string& owner) {
    if (when.empty()) return Applies::kYes;
    switch (condition_of(judgement, owner)) {
        case Truth::kTrue: return Applies::kYes;
        case Truth::kUnknown: return Applies::kPossibly;
        default: return std::nullopt;
    }
}

/// A condition the source gives in words only cannot be worked out; people settle it.
bool in_words_only(const Action& action) {
    return action.when.empty() && (!action.when_text.empty() || action.optionality == Optionality::kWhereRequired);
}

}  // namespace

Result<LevelsInForce> levels_in_force(const Framework& framework, const Judgement& judgement) {
    LevelsInForce result;
    std::vector<std::string_view> scales_seen;
    for (const JudgementRule& rule : framework.document().judgements) {
        if (std::find(scales_seen.begin(), scales_seen.end(), rule.scale) != scales_seen.end()) continue;
        scales_seen.push_back(rule.scale);
        const JudgementRule* governing = governing_rule(framework.document(), judgement, rule.scale);
        if (governing == nullptr || judgement.level_in_force(governing->id).empty()) continue;
        const std::string level = judgement.level_in_force(governing->id);
        if (framework.find_level(level) == nullptr || level.substr(0, level.find('.')) != rule.scale) return unknown_level(framework, judgement, *governing, level);
        result.levels.push_back({governing->id, level, judgement.decided(governing->id) != nullptr});
        note_passed_over(framework, judgement, rule, *governing, result);
    }
    if (result.levels.empty()) return no_level(framework, judgement);
    return result;
}

bool has_level(const std::vector<PlanLevel>& levels, std::string_view level) {
    return std::any_of(levels.begin(), levels.end(), [&](const PlanLevel& one) { return one.level == level; });
}

bool concerns(const std::vector<std::string>& wanted, const std::vector<PlanLevel>& levels) {
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& level) { return has_level(levels, level); });
}

std::vector<const Offer*> offers_in_force(const Framework& framework, const Judgement& judgement, const std::vector<PlanLevel>& levels) {
    std::vector<const Offer*> result;
    for (const Offer& offer : framework.document().offers)
        if (concerns(offer.levels, levels) && applies(judgement, offer.when, "offer:" + offer.id)) result.push_back(&offer);
    return result;
}

std::vector<OfferedAction> actions_in_force(const std::vector<const Offer*>& offers, const Judgement& judgement) {
    std::vector<OfferedAction> result;
    for (const Offer* offer : offers) {
        const Applies by_offer = *applies(judgement, offer->when, "offer:" + offer->id);
        for (const Action& action : offer->actions) {
            const std::optional<Applies> by_action = applies(judgement, action.when, "action:" + action.id);
            if (!by_action) continue;
            const bool possibly = by_offer == Applies::kPossibly || *by_action == Applies::kPossibly || in_words_only(action);
            result.push_back({offer, &action, possibly ? Applies::kPossibly : Applies::kYes});
        }
    }
    return result;
}

}  // namespace schoolimp::inline v0::plan_detail
