#include "plan/merge.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "plan/merge_items.hpp"
#include "plan/merge_objectives.hpp"
#include "plan/milestones.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

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
        if (same != old.visits.end()) result.push_back(*same);
        else result.push_back({next_id(), visit.on, ItemStatus::kNotStarted});
    }
    std::stable_sort(result.begin(), result.end(), [](const Visit& a, const Visit& b) { return a.on < b.on; });
    return result;
}

/// A start or due date that has passed stays: what is still open then is overdue. One that counts from today is not moved back.
std::optional<Date> merged_date(std::optional<Date> old, std::optional<Date> fresh, Date from) {
    if (old && *old < from) return old;
    if (old && fresh && *fresh <= *old && *old == from) return old;
    return fresh;
}

void reinstate(const Plan& plan, PlanAction& action) {
    action.status = status_before_withdrawal(plan, action.id);
    for (Visit& visit : action.visits)
        if (visit.status == ItemStatus::kWithdrawn) visit.status = ItemStatus::kNotStarted;
}

void refresh_action(const Plan& plan, PlanAction& action, const PlanAction& fresh, Date from) {
    const bool back = action.status == ItemStatus::kWithdrawn;
    if (back) reinstate(plan, action);
    action.left_offer = false;
    PlanAction dated = fresh;
    if (!back) {
        dated.start = merged_date(action.start, fresh.start, from);
        dated.due = merged_date(action.due, fresh.due, from);
    }
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

/// What is done stays done, even where only the record says so; visits still to come of an action that has left the offer are called off.
void withdraw_action(const Plan& plan, PlanAction& action, Date from) {
    const ProgressEntry* entry = latest_status(plan, action.id);
    if (is_open(action.status) && entry != nullptr && entry->status == ItemStatus::kDone) action.status = ItemStatus::kDone;
    action.left_offer = action.status == ItemStatus::kDone || action.status == ItemStatus::kStopped;
    withdraw(action.status);
    for (Visit& visit : action.visits)
        if (visit.on >= from) withdraw(visit.status);
}

std::vector<PlanAction> merge_actions(const Plan& old, const Plan& fresh, Date from) {
    std::vector<PlanAction> result = old.actions;
    for (PlanAction& action : result) {
        if (action.origin == Origin::kPeople) continue;
        if (const PlanAction* now = find_by_id(fresh.actions, action.id)) {
            refresh_action(old, action, *now, from);
        } else {
            withdraw_action(old, action, from);
        }
    }
    for (const PlanAction& action : fresh.actions)
        if (find_by_id(old.actions, action.id) == nullptr) result.push_back(newcomer(action, from));
    return result;
}

// ---- milestones

/// The last school day of the milestone's term within the plan; none when the plan ends before that term.
std::optional<Date> end_of_its_term(const SchoolYear& year, const Milestone& milestone, Date end) {
    for (const SchoolTerm term : year.terms()) {
        const DateRange range = *year.term_range(term);
        if (milestone.id != milestone_id(year, term) || end < range.first) continue;
        return year.previous_school_day(std::min(range.last, end));
    }
    return std::nullopt;
}

/// The checkpoint at the end of a term stays with the plan while its end does, whatever the school year does to the days around it.
void refresh_milestone(const SchoolYear& year, const Plan& old, const Plan& fresh, Milestone& milestone) {
    const Milestone* now = find_by_id(fresh.milestones, milestone.id);
    if (now != nullptr) {
        take(milestone, *now, "on", &Milestone::on);
        take(milestone, *now, "title", &Milestone::title);
        if (milestone.status == ItemStatus::kWithdrawn) milestone.status = status_before_withdrawal(old, milestone.id);
        return;
    }
    if (is_edited(milestone, "on")) return;
    const bool same_end = old.end && year.previous_school_day(*old.end) == fresh.end;
    const std::optional<Date> day = same_end && is_open(milestone.status) ? end_of_its_term(year, milestone, *fresh.end) : std::nullopt;
    if (day) milestone.on = *day;
    else withdraw(milestone.status);
}

std::vector<Milestone> merge_milestones(const SchoolYear& year, const Plan& old, const Plan& fresh, Date from) {
    std::vector<Milestone> result = old.milestones;
    for (Milestone& milestone : result)
        if (milestone.on >= from) refresh_milestone(year, old, fresh, milestone);
    for (const Milestone& milestone : fresh.milestones)
        if (milestone.on >= from && find_by_id(old.milestones, milestone.id) == nullptr) result.push_back(milestone);
    std::stable_sort(result.begin(), result.end(), [](const Milestone& a, const Milestone& b) { return a.on < b.on; });
    return result;
}

}  // namespace

Plan merge(const PlanInput& input, const Plan& old, const Plan& fresh, Date from) {
    Plan result = fresh;
    result.objectives = merge_objectives(input, old, *fresh.end, from);
    result.actions = merge_actions(old, fresh, from);
    result.milestones = merge_milestones(input.year, old, fresh, from);
    result.progress = old.progress;
    result.revisions = old.revisions;
    result.extra = old.extra;
    return result;
}

}  // namespace schoolimp::inline v0::plan_detail
