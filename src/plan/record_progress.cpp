#include <algorithm>

#include "plan/target.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0 {

namespace {

/// The status of the item with this id; null when there is none.
ItemStatus* find_status(Plan& plan, const std::string& id) {
    for (Objective& objective : plan.objectives)
        if (objective.id == id) return &objective.status;
    for (PlanAction& action : plan.actions) {
        if (action.id == id) return &action.status;
        for (Visit& visit : action.visits)
            if (visit.id == id) return &visit.status;
    }
    for (Milestone& milestone : plan.milestones)
        if (milestone.id == id) return &milestone.status;
    return nullptr;
}

std::vector<std::string> item_ids(const Plan& plan) {
    std::vector<std::string> ids;
    for (const Objective& objective : plan.objectives) ids.push_back(objective.id);
    for (const PlanAction& action : plan.actions) {
        ids.push_back(action.id);
        for (const Visit& visit : action.visits) ids.push_back(visit.id);
    }
    for (const Milestone& milestone : plan.milestones) ids.push_back(milestone.id);
    return ids;
}

Status no_such_item(const Plan& plan, const std::string& item) {
    std::string message = "plan '" + plan.id + "' has no objective, action, milestone or visit '" + item + "'";
    const std::string hint = did_you_mean(item, item_ids(plan));
    std::vector<Issue> issues{{"/item", "unknown_name", message, hint, Severity::kError}};
    if (!hint.empty()) message += ": " + hint;
    return Status(StatusCode::kNotFound, std::move(message), std::move(issues));
}

/// Fails when a value is not of the kind its objective is measured in.
Status check_value(const Plan& plan, const ProgressEntry& entry) {
    if (entry.value.empty()) return {};
    for (const Objective& objective : plan.objectives) {
        if (objective.id != entry.item || plan_detail::is_readable(objective, entry.value)) continue;
        std::string message = "the value '" + entry.value + "' of '" + entry.item + "' is not " + plan_detail::expected_words(objective);
        if (!objective.measured_by.empty()) message += ", as " + objective.measured_by + " is";
        const std::string hint = did_you_mean(entry.value, plan_detail::expected_values(objective));
        std::vector<Issue> issues{{"/value", "bad_value", message, hint.empty() ? "give " + plan_detail::expected_words(objective) : hint, Severity::kError}};
        if (!hint.empty()) message += ": " + hint;
        return Status(StatusCode::kInvalidArgument, std::move(message), std::move(issues));
    }
    return {};
}

/// An entry written down late does not undo what a later one says.
bool is_latest_status(const Plan& plan, const ProgressEntry& entry) {
    return std::none_of(plan.progress.begin(), plan.progress.end(),
                        [&](const ProgressEntry& other) { return other.item == entry.item && other.status && other.on > entry.on; });
}

}  // namespace

Result<Plan> record_progress(Plan plan, ProgressEntry entry) {
    ItemStatus* status = find_status(plan, entry.item);
    if (status == nullptr) return no_such_item(plan, entry.item);
    if (entry.on < plan.start)
        return Status(StatusCode::kOutOfRange, "the entry for '" + entry.item + "' is dated " + to_string(entry.on) + ", before the plan's start on " + to_string(plan.start));
    if (entry.status == ItemStatus::kWithdrawn)
        return Status(StatusCode::kInvalidArgument, "only a revision withdraws '" + entry.item + "': record it as stopped when people end it");
    if (Status readable = check_value(plan, entry); !readable.ok()) return readable;
    if (entry.status && is_latest_status(plan, entry)) {
        *status = *entry.status;
        // Nothing is left to agree about what is over.
        if (*entry.status == ItemStatus::kDone || *entry.status == ItemStatus::kStopped)
            std::erase_if(plan.to_be_agreed, [&](const OpenPoint& point) { return point.item == entry.item && point.what != "evidence"; });
    }
    plan.progress.push_back(std::move(entry));
    return plan;
}

}  // namespace schoolimp::inline v0
