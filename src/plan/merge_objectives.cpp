#include "plan/merge_objectives.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "plan/merge_items.hpp"
#include "plan/objectives.hpp"
#include "plan/target.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

bool answers(const Objective& objective, const std::string& criterion) {
    return objective.criterion == criterion || std::find(objective.also.begin(), objective.also.end(), criterion) != objective.also.end();
}

bool answers_any(const Objective& objective, const Trouble& trouble) {
    return std::any_of(trouble.criteria.begin(), trouble.criteria.end(), [&](const Criterion* one) { return answers(objective, one->id); });
}

bool answers_all(const Objective& objective, const Trouble& trouble) {
    return std::all_of(trouble.criteria.begin(), trouble.criteria.end(), [&](const Criterion* one) { return answers(objective, one->id); });
}

/// Last day a reading tells of; none for properties of the school.
std::optional<Date> day_of(const Reading& reading) {
    if (reading.observed_on) return reading.observed_on;
    const std::optional<Period> period = parse_period(reading.period);
    return period ? std::optional(customary_end(*period)) : std::nullopt;
}

/// True when the judgement was made after `day` and a criterion rests on something seen since. Without readings the judgement's own day counts.
bool rests_on_later_evidence(const Judgement& judgement, const Trouble& trouble, Date day) {
    if (judgement.as_of.valid <= day) return false;
    bool any = false;
    for (const Criterion* criterion : trouble.criteria) {
        const CriterionResult* result = find_result(judgement, criterion->id);
        if (result == nullptr) continue;
        for (const int index : result->readings) {
            if (index < 0 || static_cast<std::size_t>(index) >= judgement.readings.size()) continue;
            const std::optional<Date> seen = day_of(judgement.readings[static_cast<std::size_t>(index)]);
            if (seen && *seen > day) return true;
            any = true;
        }
    }
    return !any;
}

class ObjectiveMerge {
public:
    ObjectiveMerge(const PlanInput& input, const Plan& old, Date end, Date from)
        : input_(input), old_(old), end_(end), from_(from), troubles_(find_troubles(input.framework, input.judgement)) {}

    std::vector<Objective> run() {
        claim();
        std::vector<Objective> result = old_.objectives;
        for (std::size_t i = 0; i < result.size(); ++i) {
            if (result[i].criterion.empty()) continue;
            if (trouble_of_[i] != nullptr) refresh(result[i], *trouble_of_[i]);
            else update(result[i]);
        }
        for (const Trouble* trouble : unclaimed_) result.push_back(newcomer(*trouble, result));
        return result;
    }

private:
    /// Each trouble goes to one objective people have: its own one before another that answers it, open ones before stopped, stopped before withdrawn.
    void claim() {
        trouble_of_.assign(old_.objectives.size(), nullptr);
        for (const Trouble& trouble : troubles_) {
            const std::optional<std::size_t> taker = taker_of(trouble);
            if (taker) trouble_of_[*taker] = &trouble;
            else unclaimed_.push_back(&trouble);
        }
    }

    std::optional<std::size_t> taker_of(const Trouble& trouble) const {
        std::optional<std::size_t> best;
        const auto rank = [&](std::size_t i) {
            const Objective& objective = old_.objectives[i];
            const int status = objective.status == ItemStatus::kWithdrawn ? 2 : objective.status == ItemStatus::kStopped ? 1 : 0;
            return std::tuple(status, objective.criterion != trouble.criteria[0]->id, i);
        };
        for (std::size_t i = 0; i < old_.objectives.size(); ++i) {
            const Objective& objective = old_.objectives[i];
            if (objective.criterion.empty() || trouble_of_[i] != nullptr || !answers_any(objective, trouble)) continue;
            // What people stopped stays stopped, but hides no trouble they did not know of.
            if (objective.status == ItemStatus::kStopped && !answers_all(objective, trouble)) continue;
            if (!best || rank(i) < rank(*best)) best = i;
        }
        return best;
    }

    /// The id of the first criterion that no other objective bears.
    Objective newcomer(const Trouble& trouble, const std::vector<Objective>& taken) const {
        Trouble named = trouble;
        const auto is_free = [&](const Criterion* criterion) { return find_by_id(taken, objective_id(*criterion)) == nullptr; };
        const auto first = std::find_if(named.criteria.begin(), named.criteria.end(), is_free);
        if (first != named.criteria.end()) std::rotate(named.criteria.begin(), first, first + 1);
        return make_objective(input_.framework, named, end_);
    }

    /// None of its criteria is a trouble it has to itself.
    void update(Objective& objective) const {
        if (is_merged_away(objective)) return withdraw(objective.status);
        switch (standing_of_all(objective)) {
            case Standing::kNotApplicable: return withdraw(objective.status);
            case Standing::kUnknown: return take_due(objective);
            default: break;
        }
        if (!is_open(objective.status)) return;
        if (falls_short(objective)) take_due(objective);
        else objective.status = ItemStatus::kDone;
    }

    bool is_merged_away(const Objective& objective) const {
        return std::any_of(troubles_.begin(), troubles_.end(), [&](const Trouble& trouble) {
            return std::any_of(trouble.criteria.begin(), trouble.criteria.end(), [&](const Criterion* one) { return one->id == objective.criterion; });
        });
    }

    /// Unknown when one of its criteria is; not applicable when all are.
    Standing standing_of_all(const Objective& objective) const {
        Standing all = Standing::kNotApplicable;
        for (const std::string& id : criteria_of(objective)) {
            const Criterion* criterion = input_.framework.find_criterion(id);
            if (criterion == nullptr || !criterion->desired) continue;
            const Standing one = standing_of(*criterion, input_.judgement);
            if (one == Standing::kUnknown) return one;
            if (one == Standing::kAsDesired) all = one;
        }
        return all;
    }

    /// A criterion against one bad level holds no more when things have got worse; a target people set may ask for more than the criterion.
    bool falls_short(const Objective& objective) const {
        if (objective.levels.empty() && !is_edited(objective, "target") && !is_edited(objective, "comparator")) return false;
        for (const std::string& id : criteria_of(objective)) {
            const CriterionResult* result = find_result(input_.judgement, id);
            const std::optional<std::string> value = result == nullptr ? std::nullopt : measured_value(*result, objective.measured_by);
            if (value) return meets(objective, *value) == false;
        }
        return false;
    }

    /// True when people called it done and nothing has been seen since that says otherwise.
    bool is_done_by_people(const Objective& objective, const Trouble& trouble) const {
        const ProgressEntry* entry = latest_status(old_, objective.id);
        return entry != nullptr && entry->status == ItemStatus::kDone && !rests_on_later_evidence(input_.judgement, trouble, entry->on);
    }

    bool stays_as_people_left_it(const Objective& objective, const Trouble& trouble) const {
        return objective.status == ItemStatus::kStopped || (objective.status == ItemStatus::kDone && is_done_by_people(objective, trouble));
    }

    /// The status of one whose criterion fails again after it was reached or withdrawn.
    ItemStatus status_again(const Objective& objective, const Trouble& trouble) const {
        if (objective.status == ItemStatus::kDone) return ItemStatus::kNotStarted;
        const ItemStatus before = status_before_withdrawal(old_, objective.id);
        return before == ItemStatus::kDone && !is_done_by_people(objective, trouble) ? ItemStatus::kNotStarted : before;
    }

    /// A criterion still fails, or fails again.
    void refresh(Objective& objective, const Trouble& trouble) const {
        if (stays_as_people_left_it(objective, trouble)) return;
        const bool again = !is_open(objective.status);
        if (again) objective.status = status_again(objective, trouble);
        Objective fresh = make_objective(input_.framework, trouble, end_);
        const bool same_value = fresh.measured_by == objective.measured_by && (!again || is_edited(objective, "baseline"));
        if (same_value) fresh = make_objective(input_.framework, trouble, end_, &objective.baseline);
        take_criteria(objective, trouble);
        take(objective, fresh, "title", &Objective::title);
        take(objective, fresh, "domain", &Objective::domain);
        take(objective, fresh, "measured_by", &Objective::measured_by);
        take(objective, fresh, "baseline", &Objective::baseline);
        take(objective, fresh, "comparator", &Objective::comparator);
        take(objective, fresh, "target", &Objective::target);
        if (!is_edited(objective, "measured_by")) {
            take(objective, fresh, "scale", &Objective::scale);
            take(objective, fresh, "scale_order", &Objective::scale_order);
            take(objective, fresh, "levels", &Objective::levels);
        }
        if (again && !is_edited(objective, "due")) objective.due = end_;
        else take_due(objective);
        if (is_edited(objective, "success_measure")) return;
        const bool own_target = is_edited(objective, "comparator") || is_edited(objective, "target") || is_edited(objective, "measured_by");
        objective.success_measure = own_target ? success_words(input_.framework, *trouble.strongest, objective) : fresh.success_measure;
    }

    /// What it answered before and what it answers now, but for what has become another objective's.
    void take_criteria(Objective& objective, const Trouble& trouble) const {
        std::vector<std::string> also;
        for (const Criterion& criterion : input_.framework.document().criteria) {
            if (criterion.id == objective.criterion) continue;
            const auto is_it = [&](const Criterion* one) { return one->id == criterion.id; };
            const bool now = std::any_of(trouble.criteria.begin(), trouble.criteria.end(), is_it);
            const bool elsewhere =
                std::any_of(troubles_.begin(), troubles_.end(), [&](const Trouble& other) { return std::any_of(other.criteria.begin(), other.criteria.end(), is_it); });
            if (now || (!elsewhere && answers(objective, criterion.id))) also.push_back(criterion.id);
        }
        objective.also = std::move(also);
    }

    /// A day that has passed stays: the objective is overdue.
    void take_due(Objective& objective) const {
        const bool passed = objective.due && *objective.due < from_;
        if (is_open(objective.status) && !passed && !is_edited(objective, "due")) objective.due = end_;
    }

    const PlanInput& input_;
    const Plan& old_;
    Date end_;
    Date from_;
    std::vector<Trouble> troubles_;
    std::vector<const Trouble*> trouble_of_{};  ///< By position of the objective in `old_`.
    std::vector<const Trouble*> unclaimed_{};
};

}  // namespace

std::vector<Objective> merge_objectives(const PlanInput& input, const Plan& old, Date end, Date from) { return ObjectiveMerge(input, old, end, from).run(); }

}  // namespace schoolimp::inline v0::plan_detail
