// Small steps that merging objectives, actions and milestones share.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

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

inline bool is_open(ItemStatus status) { return status == ItemStatus::kNotStarted || status == ItemStatus::kInProgress; }

/// Done and stopped are people's words, or history: they stay when an item leaves the offer.
inline void withdraw(ItemStatus& status) {
    if (is_open(status)) status = ItemStatus::kWithdrawn;
}

/// The latest entry with a status for an item; null when there is none.
inline const ProgressEntry* latest_status(const Plan& plan, const std::string& item) {
    const ProgressEntry* latest = nullptr;
    for (const ProgressEntry& entry : plan.progress)
        if (entry.item == item && entry.status && (latest == nullptr || latest->on <= entry.on)) latest = &entry;
    return latest;
}

inline ItemStatus status_before_withdrawal(const Plan& plan, const std::string& item) {
    const ProgressEntry* latest = latest_status(plan, item);
    return latest == nullptr || *latest->status == ItemStatus::kWithdrawn ? ItemStatus::kNotStarted : *latest->status;
}

}  // namespace schoolimp::inline v0::plan_detail
