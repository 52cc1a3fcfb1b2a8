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

/// The domain of any criterion it answers counts; its own may be that of another which asks more.
bool in_domains(const Framework& framework, const Action& action, const Objective& objective) {
    if (holds(action.domains, objective.domain)) return true;
    const std::vector<std::string> answered = criteria_of(objective);
    return std::any_of(answered.begin(), answered.end(), [&](const std::string& id) {
        const Criterion* criterion = framework.find_criterion(id);
        return criterion != nullptr && holds(action.domains, criterion->domain);
    });
}

bool works_on(const Framework& framework, const Action& action, const Objective& objective) {
    if (action.criteria.empty()) return action.domains.empty() || in_domains(framework, action, objective);
    const std::vector<std::string> answered = criteria_of(objective);
    return std::any_of(answered.begin(), answered.end(), [&](const std::string& id) { return holds(action.criteria, id); });
}

/// The measured value, its target and, for a level, its scale.
void set_target(const Framework& framework, const Criterion& criterion, const Gap& gap, Objective& objective) {
    objective.measured_by = gap.measured_by;
    objective.baseline = gap.baseline;
    objective.comparator = gap.comparator;
    objective.target = gap.target;
    objective.success_measure = gap_words(framework, criterion, gap);
    const Scale* scale = gap.scale.empty() ? nullptr : framework.find_scale(gap.scale);
    if (scale == nullptr) return;
    objective.scale = scale->id;
    objective.scale_order = scale->order;
    for (const ScaleLevel& level : scale->levels) objective.levels.push_back(level.id);
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

std::vector<std::string> criteria_of(const Objective& objective) {
    std::vector<std::string> ids;
    if (!objective.criterion.empty()) ids.push_back(objective.criterion);
    ids.insert(ids.end(), objective.also.begin(), objective.also.end());
    return ids;
}

Objective make_objective(const Framework& framework, const Trouble& trouble, Date due, const std::string* baseline) {
    const Criterion& strongest = *trouble.strongest;
    Objective objective;
    objective.id = objective_id(*trouble.criteria[0]);
    objective.criterion = trouble.criteria[0]->id;
    for (std::size_t i = 1; i < trouble.criteria.size(); ++i) objective.also.push_back(trouble.criteria[i]->id);
    objective.title = strongest.objective.empty() ? holds_words(strongest) : strongest.objective;
    objective.domain = strongest.domain;
    objective.due = due;
    if (trouble.gaps.size() == 1) {
        Gap gap = trouble.gaps[0];
        if (baseline != nullptr && !baseline->empty()) gap.baseline = *baseline;
        set_target(framework, strongest, gap, objective);
    } else {
        objective.success_measure = trouble.gaps.empty() ? holds_words(strongest) : gaps_words(framework, strongest, trouble.gaps);
    }
    return objective;
}

std::string success_words(const Framework& framework, const Criterion& criterion, const Objective& objective) {
    if (objective.comparator.empty()) return holds_words(criterion);
    return gap_words(framework, criterion, {objective.measured_by, objective.baseline, objective.comparator, objective.target, false, objective.scale});
}

std::vector<Objective> make_objectives(const Framework& framework, const Judgement& judgement, Date due) {
    std::vector<Objective> result;
    for (const Trouble& trouble : find_troubles(framework, judgement)) result.push_back(make_objective(framework, trouble, due));
    return result;
}

void link_actions(const Framework& framework, Plan& plan) {
    for (PlanAction& action : plan.actions) {
        const Action* source = framework.find_action(action.action);
        if (source == nullptr || holds(action.edited, "objectives")) continue;
        action.objectives.clear();
        for (const Objective& objective : plan.objectives)
            if (objective.status != ItemStatus::kWithdrawn && works_on(framework, *source, objective)) action.objectives.push_back(objective.id);
    }
}

}  // namespace schoolimp::inline v0::plan_detail
