#include "judgement/sample.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "schoolimp/io/framework_json.hpp"

namespace schoolimp::test {

namespace {

constexpr const char* kDocument = R"json({
  "schema": "schoolimp/framework/1", "id": "sample", "edition": "2026.1", "title": "Sample model", "trust": "Sample Trust",
  "dimensions": [{"id": "subject", "title": "Subject", "members": [{"id": "reading", "title": "Reading"}, {"id": "maths", "title": "Mathematics"}], "refs": ["SAM-001"], "basis": "stated"}],
  "scales": [
    {"id": "tier", "title": "Tier", "order": "best_first", "refs": ["SAM-001"], "basis": "stated", "levels": [
      {"id": "t1", "title": "Tier 1", "refs": ["SAM-001"], "basis": "stated"}, {"id": "t2", "title": "Tier 2", "refs": ["SAM-001"], "basis": "stated"},
      {"id": "t3", "title": "Tier 3", "refs": ["SAM-001"], "basis": "stated"}]},
    {"id": "grade", "title": "Grade", "order": "worst_first", "refs": ["SAM-001"], "basis": "stated", "levels": [
      {"id": "inadequate", "title": "Inadequate", "refs": ["SAM-001"], "basis": "stated"}, {"id": "fair", "title": "Fair", "refs": ["SAM-001"], "basis": "stated"},
      {"id": "good", "title": "Good", "refs": ["SAM-001"], "basis": "stated"}]}],
  "indicators": [
    {"id": "results", "title": "Results", "type": "number", "unit": "percent", "precision": 1, "minimum": 0, "maximum": 100, "period": "school_year", "minimum_cohort": 6,
     "max_age": {"maximum": 2, "unit": "school_year"}, "refs": ["SAM-001"], "basis": "stated"},
    {"id": "absence", "title": "Absence", "type": "number", "unit": "percent", "precision": 1, "minimum": 0, "maximum": 100, "period": "school_year", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "progress", "title": "Progress", "type": "number", "unit": "points", "precision": 1, "dimension": "subject", "period": "school_year", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "meals", "title": "Meals", "type": "number", "unit": "percent", "period": "term", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "inspection", "title": "Inspection", "type": "level", "scale": "grade", "period": "point", "max_age": {"maximum": 4, "unit": "school_year"}, "refs": ["SAM-001"], "basis": "stated"},
    {"id": "finding", "title": "Finding", "type": "boolean", "period": "point", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "faith", "title": "Faith", "type": "text", "period": "point", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "opened", "title": "Opened", "type": "date", "period": "point", "refs": ["SAM-001"], "basis": "stated"}],
  "criteria": [
    {"id": "results.national", "title": "Results at or above national", "when": "school.phase in ['primary', 'middle']", "test": "results >= national(results)", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "results.two_years", "title": "Two years at 60", "test": "every(2, results >= 60)", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "absence.high", "title": "Absence high", "test": "absence - national(absence) > 1", "desired": false, "refs": ["SAM-001"], "basis": "stated"},
    {"id": "progress.all", "title": "Progress in all subjects", "test": "all(subject, progress > 0)", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "inspection.good", "title": "Inspection good", "test": "inspection >= grade.good", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "inspection.recent", "title": "Inspected since 2018", "test": "observed_on(inspection) >= date('2018-01-01')", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "strong", "title": "Strong", "test": "results.national && inspection.good && !absence.high", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "faith.any", "title": "Has a faith", "test": "faith != 'none'", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "opened.recently", "title": "Opened recently", "test": "opened > date('2015-09-01')", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "meals.up", "title": "Meals up", "test": "change(meals) > 0", "refs": ["SAM-001"], "basis": "stated"}],
  "measures": [
    {"id": "suggest", "title": "Suggested tier", "kind": "decision_table", "scale": "tier", "hit_policy": "FIRST", "otherwise": "tier.t2", "refs": ["SAM-001"], "basis": "stated",
     "rules": [{"id": "trouble", "title": "Inadequate or results low", "when": "inspection == grade.inadequate || results < 50", "then": "tier.t3", "refs": ["SAM-001"], "basis": "stated"},
               {"id": "strength", "title": "Strong all round", "when": "strong", "then": "tier.t1", "refs": ["SAM-001"], "basis": "stated"}],
     "limits": [{"id": "finding", "title": "A finding of concern", "when": "or_else(finding, false)", "at_best": "tier.t2", "refs": ["SAM-001"], "basis": "stated"}]},
    {"id": "points", "title": "Points", "kind": "score", "missing": "redistribute", "round": 1, "refs": ["SAM-001"], "basis": "stated", "parts": [
      {"id": "a", "value": "results", "weight": 1, "refs": ["SAM-001"], "basis": "stated"}, {"id": "b", "value": "100 - absence", "weight": 1, "refs": ["SAM-001"], "basis": "stated"}]}],
  "judgements": [{"id": "support", "title": "Support", "scale": "tier", "measure": "suggest", "refs": ["SAM-001"], "basis": "stated",
    "decision": {"by": ["board", "head"], "reason_required": true, "direction": "worse_only", "refs": ["SAM-001"], "basis": "stated"}}],
  "offers": [{"id": "light", "title": "Light", "levels": ["tier.t1", "tier.t2", "tier.t3"], "when": "results < 65", "refs": ["SAM-001"], "basis": "stated", "actions": []}],
  "interventions": [
    {"id": "panel", "title": "Panel", "levels": ["tier.t3"], "text": "A panel looks at the school.", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "unsaid", "title": "Unsaid", "text": "Somebody does something.", "refs": ["SAM-001"], "basis": "stated"}],
  "roles": [{"id": "head", "title": "Head", "refs": ["SAM-001"], "basis": "stated"}],
  "bodies": [{"id": "board", "title": "Board", "refs": ["SAM-001"], "basis": "stated"}],
  "deployments": [
    {"id": "gives", "kind": "gives", "levels": ["tier.t1"], "when": "results >= 70", "text": "Gives help.", "refs": ["SAM-001"], "basis": "stated"},
    {"id": "route", "kind": "route", "text": "Help goes through the board.", "refs": ["SAM-001"], "basis": "stated"}],
  "kpis": [{"id": "most_good", "title": "Most are good", "each": "inspection >= grade.good", "need": {"share": 50}, "refs": ["SAM-001"], "basis": "stated"}]
})json";

template <typename T>
T value_or_throw(Result<T> result) {
    if (result.ok()) return std::move(result).value();
    const Status& status = result.status();
    std::string text = status.message();
    for (const Issue& issue : status.issues()) text += "\n  " + to_string(issue);
    throw std::runtime_error(text);
}

template <typename Results>
const auto& by_id(const Results& results, std::string_view id) {
    for (const auto& result : results)
        if (result.id == id) return result;
    throw std::runtime_error("no result '" + std::string(id) + "'");
}

}  // namespace

FrameworkDocument sample_document() { return value_or_throw(parse_framework_document(kDocument)); }

Framework compiled(FrameworkDocument document) {
    std::string hash = framework_hash(document);
    return value_or_throw(Framework::compile(std::move(document), std::move(hash)));
}

const Framework& sample_framework() {
    static const Framework framework = compiled(sample_document());
    return framework;
}

Observation annual(std::string indicator, std::string_view year, ObservedValue value, std::string group) {
    Observation observation;
    observation.school = "s";
    observation.indicator = std::move(indicator);
    observation.period = parse_period(year);
    observation.value = std::move(value);
    observation.group = std::move(group);
    return observation;
}

Observation point(std::string indicator, std::string_view date, ObservedValue value) {
    Observation observation = annual(std::move(indicator), "", std::move(value));
    observation.observed_on = parse_date(date);
    return observation;
}

Observation recorded(Observation observation, std::string_view date) {
    observation.recorded_at = parse_date(date);
    return observation;
}

Observation with_cohort(Observation observation, int cohort) {
    observation.cohort = cohort;
    return observation;
}

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

Evidence evidence_of(std::vector<Observation> observations) { return value_or_throw(Evidence::from(std::move(observations))); }

Trust sample_trust() {
    Trust trust;
    trust.id = "trust";
    School school;
    school.id = "s";
    school.phase = "primary";
    trust.schools.push_back(school);
    return trust;
}

Benchmarks sample_benchmarks() {
    std::vector<Benchmark> lines;
    for (const char* year : {"2017/18", "2018/19"}) {
        lines.push_back({"results", "", *parse_period(year), "all", Decimal(65), "national table"});
        lines.push_back({"absence", "", *parse_period(year), "all", Decimal(7), "national table"});
        lines.push_back({"absence", "", *parse_period(year), "primary", Decimal(5), "national table"});
    }
    return value_or_throw(Benchmarks::from(std::move(lines)));
}

JudgeOptions on(std::string_view valid, std::string_view known) {
    JudgeOptions options;
    options.as_of.valid = parse_date(valid).value();
    options.as_of.known = parse_date(known.empty() ? valid : known).value();
    return options;
}

Judgement judged(std::vector<Observation> observations, const JudgeOptions& options, const Framework& framework) {
    return value_or_throw(judge(framework, evidence_of(std::move(observations)), "s", sample_trust(), sample_benchmarks(), options));
}

const CriterionResult& criterion(const Judgement& judgement, std::string_view id) { return by_id(judgement.criteria, id); }
const MeasureResult& measure(const Judgement& judgement, std::string_view id) { return by_id(judgement.measures, id); }

const Reading& reading(const Judgement& judgement, std::string_view indicator, int shift, std::string_view group, bool national) {
    for (const Reading& reading : judgement.readings)
        if (reading.indicator == indicator && reading.shift == shift && reading.group == group && reading.national == national) return reading;
    throw std::runtime_error("no reading of '" + std::string(indicator) + "'");
}

std::vector<Observation> strong_evidence() {
    return {annual("results", "2018/19", Decimal(70)), annual("results", "2017/18", Decimal(68)), annual("absence", "2018/19", Decimal(4)),
            point("inspection", "2019-03-01", std::string("good")), point("finding", "2019-06-01", false)};
}

bool any_contains(const std::vector<std::string>& sentences, std::string_view part) {
    for (const std::string& sentence : sentences)
        if (sentence.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace schoolimp::test
