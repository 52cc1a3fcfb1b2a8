#include "plan/sample.hpp"

#include <gtest/gtest.h>

#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::testing {

namespace {

constexpr const char* kDocument = R"json({
  "schema": "schoolimp/framework/1", "id": "sample", "edition": "2026.1", "title": "Sample model", "trust": "Sample Trust",
  "domains": [
    {"id": "outcomes", "title": "Outcomes", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "attendance", "title": "Attendance", "refs": ["SAM-001"], "basis": "stated"}
  ],
  "scales": [
    {"id": "need", "title": "Need", "kind": "judgement", "order": "best_first", "refs": ["SAM-001"], "basis": "stated", "levels": [
      {"id": "low", "title": "Low need", "refs": ["SAM-001"], "basis": "stated"},
      {"id": "medium", "title": "Medium need", "refs": ["SAM-001"], "basis": "stated"},
      {"id": "high", "title": "High need", "refs": ["SAM-001"], "basis": "stated"}]},
    {"id": "finding", "title": "Finding", "kind": "severity", "order": "best_first", "refs": ["SAM-001"], "basis": "stated", "levels": [
      {"id": "secure", "title": "secure", "refs": ["SAM-001"], "basis": "stated"},
      {"id": "some_concern", "title": "some concern", "refs": ["SAM-001"], "basis": "stated"}]}
  ],
  "dimensions": [{"id": "subject", "title": "Subject", "members": [{"id": "maths", "title": "Mathematics"}], "refs": ["SAM-001"], "basis": "stated"}],
  "indicators": [
    {"id": "results", "title": "Pupils at the expected standard", "type": "number", "unit": "percent", "period": "school_year", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "absence", "title": "Overall absence", "type": "number", "unit": "percent", "period": "school_year", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "progress", "title": "Progress", "type": "number", "unit": "points", "dimension": "subject", "period": "school_year", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "review.teaching", "title": "Teaching in the review", "type": "level", "scale": "finding", "period": "point", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "review.sound", "title": "Footing is sound", "type": "boolean", "period": "point", "refs": ["SAM-001"], "basis": "stated"}
  ],
  "measures": [{"id": "suggestion", "title": "Suggested need", "kind": "decision_table", "scale": "need", "hit_policy": "FIRST", "otherwise": "need.low", "refs": ["SAM-001"], "basis": "stated",
    "rules": [{"id": "high", "when": "results.low && !absence.ok", "then": "need.high", "refs": ["SAM-001"], "basis": "stated"},
              {"id": "medium", "when": "results.low || !teaching.secure", "then": "need.medium", "refs": ["SAM-001"], "basis": "stated"}]}],
  "criteria": [
    {"id": "results.low", "title": "Results low", "domain": "outcomes", "test": "results < 50", "desired": false, "objective": "Lift results clear of 50 percent", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "absence.ok", "title": "Absence no higher than national", "domain": "attendance", "test": "absence <= national(absence)", "desired": true, "refs": ["SAM-001"], "basis": "stated"},
    {"id": "teaching.secure", "title": "Teaching secure", "test": "review.teaching == finding.secure", "desired": true, "refs": ["SAM-001"], "basis": "stated"},
    {"id": "results.known", "title": "Results are known", "test": "known(results)", "refs": ["SAM-001"], "basis": "stated"}
  ],
  "judgements": [{"id": "support", "title": "Need for support", "scale": "need", "measure": "suggestion", "refs": ["SAM-001"], "basis": "stated"}],
  "movements": [
    {"id": "high_stay", "kind": "duration", "levels": ["need.high"], "duration": {"minimum": 1, "maximum": 2, "unit": "term"}, "text": "One or two terms.", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "high_exit", "kind": "exit", "levels": ["need.high"], "to": "need.medium", "text": "Support ends once two reviews in a row are sound.", "refs": ["SAM-001"], "basis": "stated"}
  ],
  "offers": [
    {"id": "intensive", "title": "Intensive support", "levels": ["need.high"], "refs": ["SAM-001"], "basis": "stated",
     "aims": [{"id": "fast", "text": "Improve fast.", "refs": ["SAM-001"], "basis": "stated"}],
     "actions": [
      {"id": "analysis", "title": "Analyse needs", "kind": "needs_analysis", "actor": ["adviser"], "start": {"anchor": "plan_start"},
       "due": {"anchor": "plan_start", "offset": {"n": 10, "unit": "school_day"}}, "refs": ["SAM-002"], "basis": "stated"},
      {"id": "plan", "title": "Write the plan", "kind": "plan", "actor": ["head"], "after": ["analysis"], "start": {"anchor": "after_action", "action": "analysis"}, "refs": ["SAM-001"], "basis": "stated"},
      {"id": "coaching", "title": "Coaching", "kind": "action", "actor": [], "domains": ["outcomes"], "cadence": {"every": "regular"}, "refs": ["SAM-001"], "basis": "stated"},
      {"id": "visits", "title": "Monitoring visits", "kind": "monitoring", "actor": ["adviser"], "cadence": {"every": "half_term"}, "refs": ["SAM-001"], "basis": "stated"},
      {"id": "attendance_help", "title": "Attendance help", "kind": "action", "actor": ["adviser"], "when": "!absence.ok", "when_text": "Where absence is high",
       "criteria": ["absence.ok"], "amount": {"text": "As many days as needed"}, "refs": ["SAM-001"], "basis": "stated"},
      {"id": "impact", "title": "Impact review", "kind": "impact_review", "actor": ["adviser"], "due": {"anchor": "plan_end"}, "refs": ["SAM-001"], "basis": "stated"}]},
    {"id": "light", "title": "Light support", "levels": ["need.low", "need.medium"], "refs": ["SAM-001"], "basis": "stated",
     "actions": [{"id": "visit", "title": "Friendly visit", "kind": "monitoring", "actor": ["adviser"], "cadence": {"every": "term", "at_least": true}, "activity": "termly_visit", "refs": ["SAM-001"], "basis": "stated"}]},
    {"id": "everyone", "title": "For every school", "levels": ["need.low", "need.medium", "need.high"], "refs": ["SAM-001"], "basis": "stated",
     "actions": [{"id": "network", "title": "Take part in the network", "kind": "duty", "actor": ["head"], "refs": ["SAM-001"], "basis": "stated"}]}
  ],
  "activities": [{"id": "termly_visit", "title": "Termly visit", "kind": "visit", "scope": "school", "cadence": {"every": "term", "at_least": true}, "refs": ["SAM-001"], "basis": "stated"}],
  "roles": [{"id": "adviser", "title": "Adviser", "refs": ["SAM-001"], "basis": "stated"}, {"id": "head", "title": "Headteacher", "refs": ["SAM-001"], "basis": "stated"}]
})json";

std::string all_issues(const Status& status) {
    std::string text = status.message();
    for (const Issue& issue : status.issues()) text += "\n  " + to_string(issue);
    return text;
}

template <typename T>
T value_or_fail(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(all_issues(result.status()));
    return std::move(result).value();
}

}  // namespace

FrameworkDocument sample_document() { return value_or_fail(parse_framework_document(kDocument)); }

Framework sample_framework(const std::function<void(FrameworkDocument&)>& change) {
    FrameworkDocument document = sample_document();
    if (change) change(document);
    std::string hash = framework_hash(document);
    return value_or_fail(Framework::compile(std::move(document), std::move(hash)));
}

Offer& offer_of(FrameworkDocument& document, std::string_view id) {
    for (Offer& offer : document.offers)
        if (offer.id == id) return offer;
    throw std::runtime_error("the sample has no offer '" + std::string(id) + "'");
}

Action plain_action(std::string id) {
    Action action;
    action.title = "Action " + id;
    action.id = std::move(id);
    action.actor = {"adviser"};
    action.refs = {"SAM-001"};
    return action;
}

Comparison compared(std::string text, std::string left, std::string comparator, std::string right, Truth result) {
    return {std::move(text), std::move(left), std::move(comparator), std::move(right), result, {}};
}

Judgement judged(const Framework& framework, std::initializer_list<std::pair<std::string, std::string>> suggested) {
    Judgement judgement;
    judgement.framework_id = framework.id();
    judgement.framework_edition = framework.edition();
    judgement.framework_hash = framework.hash();
    judgement.school = "100001";
    judgement.as_of = {day("2026-09-01"), day("2026-09-01"), std::nullopt};
    for (const JudgementRule& rule : framework.document().judgements) {
        Answer answer;
        answer.judgement = rule.id;
        answer.scale = rule.scale;
        for (const auto& [id, level] : suggested)
            if (id == rule.id) answer.suggested = level;
        judgement.answers.push_back(std::move(answer));
    }
    for (const Criterion& criterion : framework.document().criteria)
        judgement.criteria.push_back({criterion.id, criterion.desired ? to_truth(*criterion.desired) : Truth::kTrue, {}, {}, {}});
    return judgement;
}

void set_criterion(Judgement& judgement, std::string id, Truth result, std::vector<Comparison> comparisons) {
    for (CriterionResult& criterion : judgement.criteria) {
        if (criterion.id != id) continue;
        criterion.result = result;
        criterion.comparisons = std::move(comparisons);
        return;
    }
    judgement.criteria.push_back({std::move(id), result, std::move(comparisons), {}, {}});
}

void set_condition(Judgement& judgement, const std::string& owner, Truth result) {
    for (ConditionResult& condition : judgement.conditions)
        if (condition.owner == owner) {
            condition.result = result;
            return;
        }
    judgement.conditions.push_back({owner, result});
}

void decide_level(Judgement& judgement, std::string rule, std::string level) {
    Decision decision;
    decision.school = judgement.school;
    decision.judgement = std::move(rule);
    decision.level = std::move(level);
    decision.decided_on = day("2026-09-02");
    judgement.decisions.push_back(std::move(decision));
}

Judgement judged_high(const Framework& framework) {
    Judgement judgement = judged(framework, {{"support", "high"}});
    set_criterion(judgement, "results.low", Truth::kTrue, {compared("results < 50", "41", "<", "50", Truth::kTrue)});
    set_criterion(judgement, "absence.ok", Truth::kFalse, {compared("absence <= national(absence)", "6.4", "<=", "5.2", Truth::kFalse)});
    set_condition(judgement, "action:attendance_help", Truth::kTrue);
    return judgement;
}

Plan planned(const Framework& framework, const Judgement& judgement, const PlanOptions& options) {
    return value_or_fail(make_plan(framework, judgement, made(usual_document()), Trust{}, options));
}

Plan revised(const Plan& plan, const Framework& framework, const Judgement& judgement, const PlanOptions& options) {
    return value_or_fail(revise_plan(plan, framework, judgement, made(usual_document()), Trust{}, options));
}

const PlanAction* find_action(const Plan& plan, std::string_view id) {
    for (const PlanAction& action : plan.actions)
        if (action.id == id) return &action;
    return nullptr;
}

const Objective* find_objective(const Plan& plan, std::string_view id) {
    for (const Objective& objective : plan.objectives)
        if (objective.id == id) return &objective;
    return nullptr;
}

std::vector<std::string> points_of(const Plan& plan, std::string_view item) {
    std::vector<std::string> what;
    for (const OpenPoint& point : plan.to_be_agreed)
        if (point.item == item) what.push_back(point.what);
    return what;
}

std::vector<Date> dates_of(const Plan& plan) {
    std::vector<Date> dates{plan.start};
    const auto add = [&](const std::optional<Date>& date) {
        if (date) dates.push_back(*date);
    };
    add(plan.end);
    for (const Objective& objective : plan.objectives) add(objective.due);
    for (const PlanAction& action : plan.actions) {
        add(action.start);
        add(action.due);
        for (const Visit& visit : action.visits) dates.push_back(visit.on);
    }
    for (const Milestone& milestone : plan.milestones) dates.push_back(milestone.on);
    return dates;
}

}  // namespace schoolimp::testing
