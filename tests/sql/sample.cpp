#include "sql/sample.hpp"

#include <gtest/gtest.h>

namespace schoolimp::test {

namespace {

void judged_by(FrameworkDocument& document, const std::string& measure, const std::string& scale) {
    JudgementRule rule = assumed(JudgementRule());
    rule.id = "support";
    rule.title = "Support needed";
    rule.measure = measure;
    rule.scale = scale;
    document.judgements = {rule};
}

}  // namespace

FrameworkDocument attendance() {
    FrameworkDocument document;
    document.id = "attendance";
    document.edition = "2026";
    document.title = "Attendance";
    document.applies_to = {SchoolPhase::kPrimary, SchoolPhase::kSecondary};
    document.scales = {scale("need", ScaleOrder::kBestFirst, {"none", "some", "much"}), scale("finding", ScaleOrder::kWorstFirst, {"concern", "secure"})};
    document.indicators = {number("absence.overall", Unit::kPercent), indicator("review.attendance", IndicatorType::kLevel, "finding")};
    document.indicators[0].minimum = Decimal(0);
    document.indicators[0].maximum = Decimal(100);
    document.criteria = {criterion("absence.low", "absence.overall <= national(absence.overall)"), criterion("absence.high", "absence.overall >= 8.5"),
                         criterion("review.sound", "review.attendance == finding.secure", "school.phase == 'secondary'")};
    document.criteria[0].title = "Absence at or below national";
    document.criteria[1].title = "Absence of 8.5% or more";
    document.criteria[2].title = "Secondary schools: attendance is secure";
    Measure table = measure("by_attendance", MeasureKind::kDecisionTable, "need");
    table.title = "Need by attendance";
    table.hit_policy = HitPolicy::kFirst;
    table.rules = {rule("high", "absence.high", "need.much"), rule("good", "absence.low && review.sound", "need.none")};
    table.otherwise = "need.some";
    document.measures = {table};
    judged_by(document, "by_attendance", "need");
    return document;
}

Framework compiled(FrameworkDocument document) {
    Result<Framework> framework = Framework::compile(std::move(document), "0123");
    EXPECT_TRUE(framework.ok()) << framework.status().message();
    return std::move(framework).value();
}

Framework with_tests(const std::vector<std::string>& tests) {
    FrameworkDocument document = sample();
    document.criteria.clear();
    document.measures.clear();
    for (const std::string& test : tests) document.criteria.push_back(criterion("c" + std::to_string(document.criteria.size() + 1), test));
    document.measures = {expression("answer", "c1 ? tier.high : tier.low")};
    document.measures[0].scale = "tier";
    judged_by(document, "answer", "tier");
    return compiled(std::move(document));
}

}  // namespace schoolimp::test
