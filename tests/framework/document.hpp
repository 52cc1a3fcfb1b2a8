// A small framework document to vary in tests.
#pragma once

#include <string>
#include <vector>

#include "schoolimp/framework/framework.hpp"

namespace schoolimp::test {

/// Gives a statement the basis every statement needs.
template <typename T>
T assumed(T statement) {
    statement.basis = Basis::kAssumed;
    statement.rationale = "made up for a test";
    return statement;
}

Scale scale(const std::string& id, ScaleOrder order, const std::vector<std::string>& levels);
Indicator number(const std::string& id, std::optional<Unit> unit, const std::string& dimension = {});
Indicator indicator(const std::string& id, IndicatorType type, const std::string& scale_id = {});
Measure expression(const std::string& id, const std::string& value);
Measure measure(const std::string& id, MeasureKind kind, const std::string& scale_id);
Criterion criterion(const std::string& id, const std::string& test, const std::string& when = {});
RangeBand band(const std::string& range, const std::string& level);
TableRule rule(const std::string& id, const std::string& when, const std::string& then = {});

/// Scales tier (best first: high, middle, low), grade (worst first: poor, fair, good) and kind (no order: infant, junior); dimensions subject (reading, maths)
/// and group (girls, boys); crosswalk walk from grade to tier with a hole at fair; indicators pct, points, plain, cohort (numbers), by_subject, by_group
/// (numbers with a dimension), yes, no (conditions), grade_now (grade), tier_now (tier), kind_now (kind), word (text), day (date), spot (a number at a point in
/// time); criterion steady (pct >= 50), measure trend (change(pct)). Roles lead and head, body board.
FrameworkDocument sample();

/// The issues of compiling, warnings included; empty when there are none.
std::vector<Issue> issues_of(FrameworkDocument document);

/// "code at pointer" for each issue of this severity, in order.
std::vector<std::string> codes_of(const FrameworkDocument& document, Severity severity = Severity::kError);

}  // namespace schoolimp::test
