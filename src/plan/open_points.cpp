#include "plan/open_points.hpp"

#include <algorithm>

#include "plan/actions.hpp"
#include "plan/cadence_words.hpp"
#include "plan/objectives.hpp"
#include "plan/sentences.hpp"
#include "plan/slots.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

template <typename Item>
bool edited(const Item& item, const char* member) {
    return std::find(item.edited.begin(), item.edited.end(), member) != item.edited.end();
}

bool open(ItemStatus status) { return status == ItemStatus::kNotStarted || status == ItemStatus::kInProgress; }

/// "KS2 expected standard 2018/19, Teaching in the review and 2 more"
std::string waiting_words(const Framework& framework, const Judgement& judgement, const CriterionResult& result) {
    constexpr std::size_t kShown = 3;
    std::vector<std::string> names;
    for (const int index : result.waiting_for) {
        if (index < 0 || static_cast<std::size_t>(index) >= judgement.readings.size()) continue;
        const Reading& reading = judgement.readings[static_cast<std::size_t>(index)];
        const Indicator* indicator = framework.find_indicator(reading.indicator);
        std::string name = indicator == nullptr || indicator->title.empty() ? reading.indicator : quoted(indicator->title);
        if (reading.national) name = "the national figure for " + name;
        if (reading.population && !reading.source.empty()) name += " (" + reading.source + ")";
        if (!reading.group.empty()) name += " (" + reading.group + ")";
        if (!reading.period.empty()) name += " " + reading.period;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    if (names.size() > kShown) {
        const std::size_t more = names.size() - kShown;
        names.resize(kShown);
        names.push_back(std::to_string(more) + " more");
    }
    return joined(names, "and");
}

void add_evidence(const Framework& framework, const Judgement& judgement, std::vector<OpenPoint>& points) {
    for (const Criterion& criterion : framework.document().criteria) {
        if (!criterion.desired || standing_of(criterion, judgement) != Standing::kUnknown) continue;
        std::string text = "Whether " + quoted(criterion.title.empty() ? criterion.id : criterion.title) + " holds is not known";
        const CriterionResult* result = find_result(judgement, criterion.id);
        const std::string waiting = result == nullptr ? std::string() : waiting_words(framework, judgement, *result);
        points.push_back({objective_id(criterion), "evidence", text + (waiting.empty() ? "." : ": it waits for " + waiting + ".")});
    }
}

void add_targets(const Plan& plan, std::vector<OpenPoint>& points) {
    for (const Objective& objective : plan.objectives) {
        if (!open(objective.status) || !objective.comparator.empty() || objective.criterion.empty()) continue;
        if (edited(objective, "success_measure") || edited(objective, "target")) continue;
        const std::string named = quoted(unended(objective.title));
        const bool in_words = objective.success_measure.ends_with(" holds");
        points.push_back({objective.id, "target", in_words ? "There is no single figure to aim at for " + named + ". Agree how it is measured."
                                                           : "More than one value has to change for " + named + ". Agree how its progress is rated."});
    }
}

std::string anchor_words(const Framework& framework, const Timing& timing) {
    switch (timing.anchor) {
        case Anchor::kPlanStart: return "the start of the plan";
        case Anchor::kPlanEnd: return "the end of the plan";
        case Anchor::kYearStart: return "the start of the school year";
        case Anchor::kYearEnd: return "the end of the school year";
        case Anchor::kTermStart: return "the start of a term";
        case Anchor::kTermEnd: return "the end of the term";
        case Anchor::kHalfTermStart: return "the start of a half term";
        case Anchor::kHalfTermEnd: return "the end of the half term";
        case Anchor::kJoining:
        case Anchor::kBeforeJoining: return "the day the school joins the trust";
        case Anchor::kInspection: return "the inspection";
        case Anchor::kAssessmentResults: return "the assessment results";
        case Anchor::kAfterAction: break;
    }
    const Action* action = framework.find_action(timing.action);
    return "the end of " + quoted(action == nullptr ? timing.action : action->title);
}

template <typename Item>
void add_overdue(const Item& item, Date on, std::vector<OpenPoint>& points) {
    if (!open(item.status) || !item.due || *item.due >= on) return;
    points.push_back({item.id, "overdue", "Overdue: " + quoted(unended(item.title)) + " was due on " + long_date(*item.due) + ". Agree a new date, or record how it ended."});
}

/// The cadence that gives an action its days: its activity's, which stands in the calendar, else its own. Null when neither has one.
const Cadence* dating_cadence(const Framework& framework, const Action& source) {
    const Activity* activity = source.activity.empty() ? nullptr : framework.find_activity(source.activity);
    if (activity != nullptr) return &activity->cadence;
    return source.cadence ? &*source.cadence : nullptr;
}

/// Events with a day of their own; nobody knows the others beforehand.
bool has_day(const std::optional<EventKind>& event) {
    return event == EventKind::kJoining || event == EventKind::kBeforeJoining || event == EventKind::kPlanStart || event == EventKind::kPlanEnd;
}

/// True when the action's days follow from its cadence: as visits, or in the calendar.
bool has_days(const Framework& framework, const Action& source, const PlanAction& action) {
    if (!action.visits.empty()) return true;
    if (action.activity.empty()) return false;
    const Cadence* cadence = dating_cadence(framework, source);
    return cadence != nullptr && (cadence_detail::has_interval(cadence->every) || (cadence->every == Every::kOnEvent && has_day(cadence->event)));
}

/// How often is open where the days would follow from an interval that is not given; empty when it is not.
std::string interval_words(const Framework& framework, const Action& source, const PlanAction& action) {
    const Cadence* cadence = dating_cadence(framework, source);
    if (cadence == nullptr || !lacks_interval(*cadence) || edited(action, "cadence") || edited(action, "visits")) return {};
    const std::string words = action.cadence.empty() ? cadence_detail::cadence_words(*cadence) : action.cadence;
    return ended("How often " + quoted(unended(action.title)) + " takes place is not given: " + words);
}

/// One sentence on the dates an action lacks; empty when it lacks none.
std::string date_words(const Framework& framework, const Action& source, const PlanAction& action) {
    const auto undated = [&](const char* what, const Timing& timing) {
        return "No date follows for the " + std::string(what) + " of " + quoted(unended(action.title)) + ": it counts from " + anchor_words(framework, timing) +
               ", which gives no day within the plan.";
    };
    if (source.start && !action.start && !edited(action, "start")) return undated("start", *source.start);
    if (source.due && !action.due && !edited(action, "due")) return undated("end", *source.due);
    if (action.start || action.due || edited(action, "start") || edited(action, "due") || edited(action, "visits")) return {};
    if (has_days(framework, source, action) || !interval_words(framework, source, action).empty() || edited(action, "cadence")) return {};
    if (source.cadence && repeats(*source.cadence)) return "No date within the plan follows for " + quoted(unended(action.title)) + ": " + action.cadence + ".";
    return "The framework gives no date for " + quoted(unended(action.title)) + ".";
}

std::string condition_words(const PlanAction& action) {
    const std::string condition = action.condition.empty() ? std::string("its condition holds") : quoted(unended(action.condition));
    return "Whether " + quoted(unended(action.title)) + " is part of the plan depends on " + condition + ", which the evidence does not settle.";
}

void add_action(const Framework& framework, const Action& source, const PlanAction& action, std::vector<OpenPoint>& points) {
    const auto add = [&](const char* what, std::string text) { points.push_back({action.id, what, std::move(text)}); };
    if (action.applies == Applies::kPossibly && !edited(action, "applies")) add("condition", condition_words(action));
    if (action.actor.empty()) add("owner", "The framework names nobody who carries out " + quoted(unended(action.title)) + ".");
    if (std::string text = date_words(framework, source, action); !text.empty()) add("date", std::move(text));
    if (std::string text = interval_words(framework, source, action); !text.empty()) add("interval", std::move(text));
    if (source.amount && !source.amount->n && !edited(action, "amount"))
        add("amount", ended("How much is not given for " + quoted(unended(action.title)) + (source.amount->text.empty() ? "" : ": " + source.amount->text)));
}

}  // namespace

std::vector<OpenPoint> open_points(const Framework& framework, const Judgement& judgement, const Plan& plan, Date on) {
    std::vector<OpenPoint> points;
    add_evidence(framework, judgement, points);
    add_targets(plan, points);
    for (const Objective& objective : plan.objectives) add_overdue(objective, on, points);
    for (const PlanAction& action : plan.actions) {
        add_overdue(action, on, points);
        const Action* source = framework.find_action(action.action);
        if (source != nullptr && open(action.status)) add_action(framework, *source, action, points);
    }
    return points;
}

}  // namespace schoolimp::inline v0::plan_detail
