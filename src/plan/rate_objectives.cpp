#include <algorithm>

#include "plan/target.hpp"
#include "schoolimp/plan/plan.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

using plan_detail::is_readable, plan_detail::is_worse_than_baseline, plan_detail::meets;

/// A share as an exact fraction; the denominator is positive.
struct Share {
    Decimal part;
    Decimal whole{1};
};

/// a / b >= tenths / 10 x c / d, without dividing; none outside the range of Decimal.
std::optional<bool> reaches(const Share& way, int tenths, const Share& time) {
    const auto left = multiply(way.part, time.whole), right = multiply(time.part, way.whole);
    if (!left || !right) return std::nullopt;
    const auto ten_left = multiply(*left, Decimal(10)), tenths_right = multiply(*right, Decimal(tenths));
    if (!ten_left || !tenths_right) return std::nullopt;
    return *ten_left >= *tenths_right;
}

/// Whole percent for a sentence; the rating itself is exact.
std::string percent(const Share& share) {
    const auto hundredfold = multiply(share.part, Decimal(100));
    const auto quotient = hundredfold ? divide(*hundredfold, share.whole) : std::nullopt;
    return quotient ? to_string(quotient->rounded(0)) + " percent" : "an unknown share";
}

/// The record of one objective up to a day.
struct Record {
    const ProgressEntry* value = nullptr;   ///< Latest entry with a measured value.
    const ProgressEntry* people = nullptr;  ///< Latest entry with people's rating.
    bool any = false;                       ///< Anything recorded for it or for its actions.
};

bool works_on(const PlanAction& action, const Objective& objective) {
    return std::find(action.objectives.begin(), action.objectives.end(), objective.id) != action.objectives.end();
}

bool is_about(const Plan& plan, const ProgressEntry& entry, const Objective& objective) {
    if (entry.item == objective.id) return true;
    return std::any_of(plan.actions.begin(), plan.actions.end(), [&](const PlanAction& action) {
        const auto is_visit = [&](const Visit& visit) { return visit.id == entry.item; };
        return works_on(action, objective) && (action.id == entry.item || std::any_of(action.visits.begin(), action.visits.end(), is_visit));
    });
}

Record record_of(const Plan& plan, const Objective& objective, Date on) {
    Record record;
    const auto later = [](const ProgressEntry* old, const ProgressEntry& entry) { return old == nullptr || old->on <= entry.on; };
    for (const ProgressEntry& entry : plan.progress) {
        if (entry.on > on || !is_about(plan, entry, objective)) continue;
        record.any = true;
        if (entry.item != objective.id) continue;
        if (!entry.value.empty() && later(record.value, entry)) record.value = &entry;
        if (entry.rag && later(record.people, entry)) record.people = &entry;
    }
    return record;
}

/// Days gone of the days there are; all of them when the objective was due at once.
Share time_gone(const Plan& plan, Date due, Date on) {
    const auto all = (due - plan.start).count(), gone = (std::clamp(on, plan.start, due) - plan.start).count();
    return all <= 0 ? Share{1, 1} : Share{Decimal(gone), Decimal(all)};
}

std::optional<Share> measured_way(const Objective& objective, const ProgressEntry* latest) {
    if (latest == nullptr) return std::nullopt;
    const auto value = Decimal::parse(latest->value), baseline = Decimal::parse(objective.baseline), target = Decimal::parse(objective.target);
    if (!value || !baseline || !target) return std::nullopt;
    auto covered = subtract(*value, *baseline), way = subtract(*target, *baseline);
    if (!covered || !way) return std::nullopt;
    if (way->is_zero()) return Share{0, 1};  // the target lies just beyond the baseline and is not met yet
    if (way->is_negative()) return Share{-*covered, -*way};
    return Share{*covered, *way};
}

std::optional<Share> actions_done(const Plan& plan, const Objective& objective) {
    int done = 0, all = 0;
    for (const PlanAction& action : plan.actions) {
        if (!works_on(action, objective) || action.status == ItemStatus::kStopped || action.status == ItemStatus::kWithdrawn) continue;
        ++all;
        done += action.status == ItemStatus::kDone ? 1 : 0;
    }
    if (all == 0) return std::nullopt;
    return Share{done, all};
}

std::string target_words(const Objective& objective) { return objective.comparator + " " + objective.target; }

std::string latest_words(const Record& record) { return "the latest value " + record.value->value + " (" + long_date(record.value->on) + ")"; }

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// True when there is a target, but the value cannot be held against it.
bool is_incomparable(const Objective& objective, const Record& record) {
    return record.value != nullptr && !objective.comparator.empty() && !meets(objective, record.value->value);
}

/// Why the target does not count as met.
std::string unmet_words(const Objective& objective, const Record& record) {
    if (record.value == nullptr || objective.comparator.empty()) return "no value that meets the target is recorded";
    if (!is_readable(objective, record.value->value)) return latest_words(record) + " is not " + plan_detail::expected_words(objective);
    if (is_incomparable(objective, record)) return latest_words(record) + " cannot be compared with the target " + target_words(objective);
    return latest_words(record) + " does not meet the target " + target_words(objective);
}

void rate_by_way(const Plan& plan, const Objective& objective, const Record& record, Date on, RagResult& result) {
    if (!objective.due) {
        result.reason = "It has no due date to compare the way covered with.";
        return;
    }
    const std::optional<Share> measured = measured_way(objective, record.value);
    const std::optional<Share> way = measured ? measured : actions_done(plan, objective);
    if (!way) {
        result.reason = "Neither a measured number nor an action tells how far it has come.";
        return;
    }
    const Share time = time_gone(plan, *objective.due, on);
    const std::optional<bool> green = reaches(*way, 9, time), amber = reaches(*way, 5, time);
    if (!green || !amber) {
        result.reason = "The numbers are too large to compare.";
        return;
    }
    result.rag = *green ? Rag::kGreen : *amber ? Rag::kAmber : Rag::kRed;
    const std::string covered = measured ? percent(*way) + " of the way from " + objective.baseline + " to " + objective.target + " is covered (latest value " + record.value->value + " on " +
                                               long_date(record.value->on) + ")"
                                         : to_string(way->part) + " of " + counted(static_cast<int>(way->whole.coefficient()), "action") + " done";
    result.reason = capitalised(covered + " after " + percent(time) + " of the time.");
}

RagResult rate(const Plan& plan, const Objective& objective, Date on) {
    RagResult result;
    result.objective = objective.id;
    const Record record = record_of(plan, objective, on);
    if (record.people != nullptr) result.people = record.people->rag;
    if (objective.status == ItemStatus::kDone) {
        result.rag = Rag::kGreen;
        result.reason = "Done.";
    } else if (record.value != nullptr && meets(objective, record.value->value) == true) {
        result.rag = Rag::kGreen;
        result.reason = capitalised(latest_words(record) + " meets the target " + target_words(objective) + ".");
    } else if (objective.due && *objective.due < on) {
        result.rag = Rag::kRed;
        result.reason = "It was due on " + long_date(*objective.due) + " and " + unmet_words(objective, record) + ".";
    } else if (is_incomparable(objective, record)) {
        result.reason = capitalised(unmet_words(objective, record) + ".");
    } else if (record.value != nullptr && is_worse_than_baseline(objective, record.value->value)) {
        result.rag = Rag::kRed;
        result.reason = capitalised(latest_words(record) + " is worse than " + objective.baseline + " at the outset.");
    } else if (!record.any) {
        result.reason = "Nothing has been recorded yet.";
    } else {
        rate_by_way(plan, objective, record, on, result);
    }
    return result;
}

}  // namespace

std::vector<RagResult> rate_objectives(const Plan& plan, Date on) {
    std::vector<RagResult> results;
    for (const Objective& objective : plan.objectives)
        if (objective.status != ItemStatus::kWithdrawn && objective.status != ItemStatus::kStopped) results.push_back(rate(plan, objective, on));
    return results;
}

}  // namespace schoolimp::inline v0
