#include "schoolimp/calendar/planned_items.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

bool given_up(ItemStatus status) { return status == ItemStatus::kWithdrawn || status == ItemStatus::kStopped; }

CalendarEventKind kind_of(const PlanAction& action) {
    if (action.kind == "monitoring") return CalendarEventKind::kMonitoring;
    if (action.kind == "impact_review") return CalendarEventKind::kReview;
    if (action.kind == "milestone") return CalendarEventKind::kMilestone;
    return CalendarEventKind::kAction;
}

PlannedItem item_of(const Plan& plan, const PlanAction& action, const std::string& id, Date on) {
    PlannedItem item;
    item.school = plan.school;
    item.id = id;
    item.kind = kind_of(action);
    item.title = action.title;
    item.first = item.last = on;
    item.actors = action.actor;
    item.text = action.detail;
    item.refs = action.refs;
    return item;
}

/// An action is shown on one day, not as a bar over months: the text says since when it runs.
PlannedItem dated_action(const Plan& plan, const PlanAction& action) {
    PlannedItem item = item_of(plan, action, action.id, action.due ? *action.due : *action.start);
    if (!action.due || !action.start || *action.start == *action.due) return item;
    if (!item.text.empty()) item.text += '\n';
    item.text += "Runs from " + long_date(*action.start) + "; due today.";
    return item;
}

const PlanAction* find_action(const Plan& plan, const std::string& id) {
    for (const PlanAction& action : plan.actions)
        if (action.id == id) return &action;
    return nullptr;
}

/// What has to come before the activity that carries out this action: until when, and what of it has no date (it comes after the start of the plan at least).
void add_predecessors(const Plan& plan, const PlanAction& action, std::vector<PlannedItem>& items) {
    PlannedItem item;
    item.school = plan.school;
    item.id = action.id;
    item.title = action.title;
    item.activity = action.activity;
    for (const std::string& id : action.after) {
        const PlanAction* before = find_action(plan, id);
        if (before == nullptr || given_up(before->status)) continue;
        if (before->due) {
            item.last = std::max(item.last, *before->due);
        } else if (before->status != ItemStatus::kDone) {
            item.waits_for.push_back(before->title);
            item.last = std::max(item.last, plan.start);
        }
    }
    item.first = item.last;
    if (item.last != Date{} || !item.waits_for.empty()) items.push_back(std::move(item));
}

void add_action(const Plan& plan, const PlanAction& action, std::vector<PlannedItem>& items) {
    if (given_up(action.status)) return;
    if (!action.activity.empty()) return add_predecessors(plan, action, items);
    for (const Visit& visit : action.visits)
        if (!given_up(visit.status)) items.push_back(item_of(plan, action, visit.id, visit.on));
    if (action.visits.empty() && (action.due || action.start)) items.push_back(dated_action(plan, action));
}

PlannedItem milestone_item(const Plan& plan, const Milestone& milestone) {
    PlannedItem item;
    item.school = plan.school;
    item.id = milestone.id;
    item.kind = CalendarEventKind::kMilestone;
    item.title = milestone.title;
    item.first = item.last = milestone.on;
    return item;
}

}  // namespace

std::vector<PlannedItem> planned_items(const Plan& plan) {
    std::vector<PlannedItem> items;
    for (const PlanAction& action : plan.actions) add_action(plan, action, items);
    for (const Milestone& milestone : plan.milestones)
        if (!given_up(milestone.status)) items.push_back(milestone_item(plan, milestone));
    return items;
}

}  // namespace schoolimp::inline v0
