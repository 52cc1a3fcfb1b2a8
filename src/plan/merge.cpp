#include "plan/merge.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "plan/objectives.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

template <typename Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

template <typename Item>
bool is_edited(const Item& item, std::string_view member) {
    return std::find(item.edited.begin(), item.edited.end(), member) != item.edited.end();
}

/// Takes a member from the framework's draft unless people changed it.
template <typename Item, typename Member>
void take(Item& item, const Item& fresh, std::string_view name, Member Item::*member) {
    if (!is_edited(item, name)) item.*member = fresh.*member;
}

/// Done and stopped are people's words, or history: they stay when an item leaves the offer.
void withdraw(ItemStatus& status) {
    if (status == ItemStatus::kNotStarted || status == ItemStatus::kInProgress) status = ItemStatus::kWithdrawn;
}

ItemStatus status_before_withdrawal(const Plan& plan, const std::string& item) {
    const ItemStatus status = recorded_status(plan, item).value_or(ItemStatus::kNotStarted);
    return status == ItemStatus::kWithdrawn ? ItemStatus::kNotStarted : status;
}

// ---- objectives

class ObjectiveMerge {
public:
    ObjectiveMerge(const PlanInput& input, const Plan& old, Date end) : input_(input), old_(old), end_(end) {}

    std::vector<Objective> run(const Plan& fresh) const {
        std::vector<Objective> result = old_.objectives;
        for (Objective& objective : result)
            if (!objective.criterion.empty()) update(objective);
        for (const Objective& objective : fresh.objectives)
            if (find_by_id(old_.objectives, objective.id) == nullptr) result.push_back(objective);
        return result;
    }

private:
    void update(Objective& objective) const {
        const Criterion* criterion = input_.framework.find_criterion(objective.criterion);
        const Standing standing = criterion == nullptr || !criterion->desired ? Standing::kNotApplicable : standing_of(*criterion, input_.judgement);
        switch (standing) {
            case Standing::kAsDesired:
                if (objective.status == ItemStatus::kNotStarted || objective.status == ItemStatus::kInProgress) objective.status = ItemStatus::kDone;
                return;
            case Standing::kNotApplicable: return withdraw(objective.status);
            case Standing::kUnknown:
                if (objective.status == ItemStatus::kNotStarted || objective.status == ItemStatus::kInProgress) take_due(objective);
                return;
            case Standing::kOpposite: return refresh(objective, *criterion);
        }
    }

    /// The criterion still fails, or fails again.
    void refresh(Objective& objective, const Criterion& criterion) const {
        const bool done_by_people = recorded_status(old_, objective.id) == ItemStatus::kDone;
        if (objective.status == ItemStatus::kStopped || (objective.status == ItemStatus::kDone && done_by_people)) return;
        const bool again = objective.status == ItemStatus::kDone || objective.status == ItemStatus::kWithdrawn;
        if (again) objective.status = objective.status == ItemStatus::kDone ? ItemStatus::kNotStarted : status_before_withdrawal(old_, objective.id);
        Objective fresh = make_objective(input_.framework, criterion, input_.judgement, end_);
        const bool same_value = fresh.measured_by == objective.measured_by && (!again || is_edited(objective, "baseline"));
        if (same_value) fresh = make_objective(input_.framework, criterion, input_.judgement, end_, &objective.baseline);
        take(objective, fresh, "title", &Objective::title);
        take(objective, fresh, "domain", &Objective::domain);
        take(objective, fresh, "measured_by", &Objective::measured_by);
        take(objective, fresh, "baseline", &Objective::baseline);
        take(objective, fresh, "comparator", &Objective::comparator);
        take(objective, fresh, "target", &Objective::target);
        take(objective, fresh, "due", &Objective::due);
        if (is_edited(objective, "success_measure")) return;
        const bool own_target = is_edited(objective, "comparator") || is_edited(objective, "target") || is_edited(objective, "measured_by");
        objective.success_measure = own_target ? success_words(input_.framework, criterion, objective) : fresh.success_measure;
    }

    void take_due(Objective& objective) const {
        if (!is_edited(objective, "due")) objective.due = end_;
    }

    const PlanInput& input_;
    const Plan& old_;
    Date end_;
};

// ---- actions

/// Visits before `from`, and those people have dealt with, are history; later ones follow the draft. A visit on the same day keeps its id.
std::vector<Visit> merge_visits(const PlanAction& old, const PlanAction& fresh, Date from) {
    std::vector<Visit> result;
    std::set<Date> days;
    for (const Visit& visit : old.visits)
        if (visit.on < from || visit.status != ItemStatus::kNotStarted) {
            result.push_back(visit);
            days.insert(visit.on);
        }
    std::set<std::string> taken;
    for (const Visit& visit : old.visits) taken.insert(visit.id);
    std::size_t ordinal = 1;
    const auto next_id = [&] {
        std::string id;
        do id = old.id + "." + std::to_string(ordinal++);
        while (taken.contains(id));
        return id;
    };
    for (const Visit& visit : fresh.visits) {
        if (visit.on < from || days.contains(visit.on)) continue;
        const auto same = std::find_if(old.visits.begin(), old.visits.end(), [&](const Visit& other) { return other.on == visit.on; });
        result.push_back(same != old.visits.end() ? *same : Visit{next_id(), visit.on, ItemStatus::kNotStarted});
    }
    std::stable_sort(result.begin(), result.end(), [](const Visit& a, const Visit& b) { return a.on < b.on; });
    return result;
}

/// A start or due date that has begun to count is not moved back; one from an earlier school year stays when this one gives none.
std::optional<Date> merged_date(std::optional<Date> old, std::optional<Date> fresh, Date from, Date year_first) {
    if (old && !fresh && *old < year_first) return old;
    if (old && fresh && *fresh <= *old && *old <= from) return old;
    return fresh;
}

void reinstate(const Plan& plan, PlanAction& action) {
    action.status = status_before_withdrawal(plan, action.id);
    for (Visit& visit : action.visits)
        if (visit.status == ItemStatus::kWithdrawn) visit.status = ItemStatus::kNotStarted;
}

void refresh_action(const Plan& plan, PlanAction& action, const PlanAction& fresh, Date from, Date year_first) {
    if (action.status == ItemStatus::kWithdrawn) reinstate(plan, action);
    PlanAction dated = fresh;
    dated.start = merged_date(action.start, fresh.start, from, year_first);
    dated.due = merged_date(action.due, fresh.due, from, year_first);
    dated.visits = merge_visits(action, fresh, from);
    take(action, dated, "offer", &PlanAction::offer);
    take(action, dated, "applies", &PlanAction::applies);
    take(action, dated, "title", &PlanAction::title);
    take(action, dated, "detail", &PlanAction::detail);
    take(action, dated, "kind", &PlanAction::kind);
    take(action, dated, "optionality", &PlanAction::optionality);
    take(action, dated, "condition", &PlanAction::condition);
    take(action, dated, "actor", &PlanAction::actor);
    take(action, dated, "with", &PlanAction::with);
    take(action, dated, "beneficiary", &PlanAction::beneficiary);
    take(action, dated, "domains", &PlanAction::domains);
    take(action, dated, "purposes", &PlanAction::purposes);
    take(action, dated, "parts", &PlanAction::parts);
    take(action, dated, "after", &PlanAction::after);
    take(action, dated, "start", &PlanAction::start);
    take(action, dated, "due", &PlanAction::due);
    take(action, dated, "until", &PlanAction::until);
    take(action, dated, "cadence", &PlanAction::cadence);
    take(action, dated, "amount", &PlanAction::amount);
    take(action, dated, "activity", &PlanAction::activity);
    take(action, dated, "visits", &PlanAction::visits);
    take(action, dated, "refs", &PlanAction::refs);
}

/// A new action cannot begin before the revision that brings it.
PlanAction newcomer(PlanAction action, Date from) {
    if (action.start && *action.start < from) action.start = from;
    if (action.due && *action.due < from) action.due = from;
    std::erase_if(action.visits, [&](const Visit& visit) { return visit.on < from; });
    for (std::size_t i = 0; i < action.visits.size(); ++i) action.visits[i].id = action.id + "." + std::to_string(i + 1);
    return action;
}

/// Visits still to come of an action that has left the offer are called off.
void withdraw_action(PlanAction& action, Date from) {
    const bool open = action.status == ItemStatus::kNotStarted || action.status == ItemStatus::kInProgress;
    withdraw(action.status);
    if (!open) return;
    for (Visit& visit : action.visits)
        if (visit.on >= from) withdraw(visit.status);
}

std::vector<PlanAction> merge_actions(const PlanInput& input, const Plan& old, const Plan& fresh, Date from) {
    const Date year_first = input.year.range().first;
    std::vector<PlanAction> result = old.actions;
    for (PlanAction& action : result) {
        if (action.origin == Origin::kPeople) continue;
        if (const PlanAction* now = find_by_id(fresh.actions, action.id)) {
            refresh_action(old, action, *now, from, year_first);
        } else {
            withdraw_action(action, from);
        }
    }
    for (const PlanAction& action : fresh.actions)
        if (find_by_id(old.actions, action.id) == nullptr) result.push_back(newcomer(action, from));
    return result;
}

// ---- milestones

std::vector<Milestone> merge_milestones(const Plan& old, const Plan& fresh, Date from) {
    std::vector<Milestone> result = old.milestones;
    for (Milestone& milestone : result) {
        if (milestone.on < from) continue;
        const Milestone* now = find_by_id(fresh.milestones, milestone.id);
        if (now == nullptr) {
            withdraw(milestone.status);
        } else {
            milestone.on = now->on;
            milestone.title = now->title;
            if (milestone.status == ItemStatus::kWithdrawn) milestone.status = status_before_withdrawal(old, milestone.id);
        }
    }
    for (const Milestone& milestone : fresh.milestones)
        if (milestone.on >= from && find_by_id(old.milestones, milestone.id) == nullptr) result.push_back(milestone);
    std::stable_sort(result.begin(), result.end(), [](const Milestone& a, const Milestone& b) { return a.on < b.on; });
    return result;
}

}  // namespace

std::optional<ItemStatus> recorded_status(const Plan& plan, const std::string& item) {
    const ProgressEntry* latest = nullptr;
    for (const ProgressEntry& entry : plan.progress)
        if (entry.item == item && entry.status && (latest == nullptr || latest->on <= entry.on)) latest = &entry;
    return latest == nullptr ? std::nullopt : latest->status;
}

Plan merge(const PlanInput& input, const Plan& old, const Plan& fresh, Date from) {
    Plan result = fresh;
    result.objectives = ObjectiveMerge(input, old, *fresh.end).run(fresh);
    result.actions = merge_actions(input, old, fresh, from);
    result.milestones = merge_milestones(old, fresh, from);
    result.progress = old.progress;
    result.revisions = old.revisions;
    result.extra = old.extra;
    return result;
}

}  // namespace schoolimp::inline v0::plan_detail
