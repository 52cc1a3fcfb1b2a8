#include "plan/objectives.hpp"

#include <algorithm>

#include "plan/gap.hpp"
#include "plan/sentences.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

std::string title_of(const Criterion& criterion) { return criterion.title.empty() ? criterion.id : criterion.title; }

std::string holds_words(const Criterion& criterion) { return double_quoted(title_of(criterion)) + (*criterion.desired ? " holds" : " no longer holds"); }

template <typename List, typename Item>
bool holds(const List& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool works_on(const Action& action, const Objective& objective) {
    if (!action.criteria.empty()) return holds(action.criteria, objective.criterion);
    return action.domains.empty() || holds(action.domains, objective.domain);
}

}  // namespace

const CriterionResult* find_result(const Judgement& judgement, std::string_view criterion) {
    for (const CriterionResult& result : judgement.criteria)
        if (result.id == criterion) return &result;
    return nullptr;
}

Standing standing_of(const Criterion& criterion, const Judgement& judgement) {
    const CriterionResult* result = find_result(judgement, criterion.id);
    if (result == nullptr || result->result == Truth::kUnknown) return Standing::kUnknown;
    if (result->result == Truth::kNotApplicable || !criterion.desired) return Standing::kNotApplicable;
    return result->result == to_truth(*criterion.desired) ? Standing::kAsDesired : Standing::kOpposite;
}

std::string objective_id(const Criterion& criterion) { return "objective." + criterion.id; }

Objective make_objective(const Framework& framework, const Criterion& criterion, const Judgement& judgement, Date due, const std::string* baseline) {
    Objective objective;
    objective.id = objective_id(criterion);
    objective.criterion = criterion.id;
    objective.title = criterion.objective.empty() ? holds_words(criterion) : criterion.objective;
    objective.domain = criterion.domain;
    objective.due = due;
    const CriterionResult* result = find_result(judgement, criterion.id);
    std::optional<Gap> gap = result == nullptr ? std::nullopt : gap_of(criterion, *result);
    if (gap) {
        if (baseline != nullptr && !baseline->empty()) gap->baseline = *baseline;
        objective.measured_by = gap->measured_by;
        objective.baseline = gap->baseline;
        objective.comparator = gap->comparator;
        objective.target = gap->target;
        objective.success_measure = gap_words(framework, criterion, *gap);
    } else {
        objective.success_measure = holds_words(criterion);
    }
    return objective;
}

std::string success_words(const Framework& framework, const Criterion& criterion, const Objective& objective) {
    if (objective.comparator.empty()) return holds_words(criterion);
    return gap_words(framework, criterion, {objective.measured_by, objective.baseline, objective.comparator, objective.target, false});
}

std::vector<Objective> make_objectives(const Framework& framework, const Judgement& judgement, Date due) {
    std::vector<Objective> result;
    for (const Criterion& criterion : framework.document().criteria)
        if (criterion.desired && standing_of(criterion, judgement) == Standing::kOpposite) result.push_back(make_objective(framework, criterion, judgement, due));
    return result;
}

void link_actions(const Framework& framework, Plan& plan) {
    for (PlanAction& action : plan.actions) {
        const Action* source = framework.find_action(action.action);
        if (source == nullptr || holds(action.edited, "objectives")) continue;
        action.objectives.clear();
        for (const Objective& objective : plan.objectives)
            if (objective.status != ItemStatus::kWithdrawn && works_on(*source, objective)) action.objectives.push_back(objective.id);
    }
}

}  // namespace schoolimp::inline v0::plan_detail
