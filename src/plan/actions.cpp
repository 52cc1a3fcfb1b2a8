#include "plan/actions.hpp"

#include <algorithm>

#include "plan/cadence_words.hpp"
#include "plan/sentences.hpp"
#include "plan/slots.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

/// The source's own words, with the interval in ours where those do not give it.
std::string cadence_text(const std::optional<Cadence>& cadence) {
    if (!cadence) return {};
    std::string text = cadence_detail::cadence_words(*cadence);
    if (cadence->more_if_required) text += ", more often if required";
    if (!cadence->text.empty()) text += " (" + unended(cadence->text) + ")";
    return text;
}

std::string amount_text(const std::optional<Amount>& amount) {
    if (!amount) return {};
    if (!amount->n) return amount->text;
    std::string text;
    if (amount->unit == AmountUnit::kPound) text = "£" + to_string(*amount->n);
    else text = to_string(*amount->n);
    if (amount->unit == AmountUnit::kPercent) {
        text += " percent";
    } else if (amount->unit && *amount->unit != AmountUnit::kPound) {
        const bool one = *amount->n == Decimal(1);
        text += " " + (*amount->unit == AmountUnit::kPerson && !one ? std::string("people") : std::string(word_of(*amount->unit)) + (one ? "" : "s"));
    }
    return amount->text.empty() ? text : text + " (" + amount->text + ")";
}

/// The condition in the source's words; a condition without words is shown by the title of the criterion it names, else as it is written.
std::string condition_text(const Framework& framework, const OfferedAction& offered) {
    const Action& action = *offered.action;
    if (!action.when_text.empty()) return action.when_text;
    const std::string& when = action.when.empty() ? offered.offer->when : action.when;
    if (when.empty()) return action.optionality == Optionality::kWhereRequired ? "Where required" : "";
    const Criterion* criterion = framework.find_criterion(when);
    return criterion == nullptr || criterion->title.empty() ? when : criterion->title;
}

std::vector<std::string> part_titles(const std::vector<Part>& parts) {
    std::vector<std::string> titles;
    for (const Part& part : parts) titles.push_back(part.title);
    return titles;
}

std::vector<std::string> purpose_texts(const std::vector<Purpose>& purposes) {
    std::vector<std::string> texts;
    for (const Purpose& purpose : purposes) texts.push_back(purpose.text);
    return texts;
}

/// Actions of this plan that come first; those of other levels are not part of it.
std::vector<std::string> predecessors(const Action& action, const std::vector<OfferedAction>& offered) {
    std::vector<std::string> ids;
    for (const std::string& before : action.after)
        for (const OfferedAction& other : offered)
            if (other.action->id == before) ids.push_back(action_id(*other.action));
    return ids;
}

/// Days of the cadence inside the range. An occurrence whose period only overlaps it falls on the nearest day of the overlap.
std::vector<Date> occurrence_days(const ActionFrame& frame, const Cadence& cadence, int position, DateRange range) {
    const std::vector<Date>& days = frame.year.school_days();
    const int first = frame.year.school_days_before(range.first);
    const int last = frame.year.school_days_before(range.last + std::chrono::days{1}) - 1;
    std::vector<Date> result;
    for (const auto& slot : cadence_detail::slots_of(cadence, frame.year, 1, {frame.school_position, position})) {
        const int low = std::max(first, slot.preferred.first), high = std::min(last, slot.preferred.last);
        if (low > high) continue;
        const Date day = days[static_cast<std::size_t>(std::clamp(slot.ideal, low, high))];
        if (result.empty() || result.back() < day) result.push_back(day);
    }
    return result;
}

/// Whatever its kind: what comes back at an interval has days, here or with its activity in the calendar.
bool has_visits(const Action& action) { return action.activity.empty() && action.cadence && repeats(*action.cadence); }

/// Position among all the framework's actions with visits: the same whatever else is in the plan, so that visits stay where they are.
int visit_position(const Framework& framework, const Action& action) {
    int position = 0;
    for (const Offer& offer : framework.document().offers)
        for (const Action& other : offer.actions) {
            if (other.id == action.id) return position;
            position += has_visits(other) ? 1 : 0;
        }
    return position;
}

std::vector<Visit> visits_of(const ActionFrame& frame, const OfferedAction& offered, const PlanAction& planned) {
    const Action& action = *offered.action;
    if (!has_visits(action)) return {};
    const int position = visit_position(frame.framework, action);
    const Date start = planned.start.value_or(frame.offer_start.find(offered.offer->id)->second);
    std::vector<Visit> visits;
    for (const Date day : occurrence_days(frame, *action.cadence, position, {start, planned.due.value_or(frame.end)}))
        visits.push_back({planned.id + "." + std::to_string(visits.size() + 1), day, ItemStatus::kNotStarted});
    return visits;
}

PlanAction make_action(const ActionFrame& frame, const OfferedAction& offered, const std::vector<OfferedAction>& all) {
    const Action& action = *offered.action;
    PlanAction planned;
    planned.id = action_id(action);
    planned.action = action.id;
    planned.offer = offered.offer->id;
    planned.applies = offered.applies;
    planned.title = action.title;
    planned.detail = action.detail;
    planned.kind = std::string(word_of(action.kind));
    if (action.optionality) planned.optionality = std::string(word_of(*action.optionality));
    planned.condition = condition_text(frame.framework, offered);
    planned.actor = action.actor;
    planned.with = action.with;
    planned.beneficiary = action.beneficiary;
    planned.domains = action.domains;
    planned.purposes = purpose_texts(action.purposes);
    planned.parts = part_titles(action.parts);
    planned.after = predecessors(action, all);
    const ActionDates& dates = frame.timetable.of(action.id);
    planned.start = dates.start;
    planned.due = dates.due;
    if (action.until) planned.until = action.until->text;
    planned.cadence = cadence_text(action.cadence);
    planned.amount = amount_text(action.amount);
    planned.activity = action.activity;
    planned.refs = action.refs;
    return planned;
}

}  // namespace

std::string action_id(const Action& action) { return "action." + action.id; }

bool lacks_interval(const Cadence& cadence) {
    return cadence.every == Every::kRegular || cadence.every == Every::kContinuous || cadence.every == Every::kAsRequired;
}

bool repeats(const Cadence& cadence) { return cadence_detail::has_interval(cadence.every) && cadence.every != Every::kOnce; }

std::vector<PlanAction> make_actions(const ActionFrame& frame, const std::vector<OfferedAction>& offered) {
    std::vector<PlanAction> actions;
    actions.reserve(offered.size());
    for (const OfferedAction& one : offered) {
        PlanAction planned = make_action(frame, one, offered);
        planned.visits = visits_of(frame, one, planned);
        actions.push_back(std::move(planned));
    }
    return actions;
}

}  // namespace schoolimp::inline v0::plan_detail
