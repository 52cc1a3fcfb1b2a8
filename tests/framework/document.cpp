#include "framework/document.hpp"

namespace schoolimp::test {

Scale scale(const std::string& id, ScaleOrder order, const std::vector<std::string>& levels) {
    Scale made = assumed(Scale());
    made.id = id;
    made.title = id;
    made.order = order;
    for (const std::string& level : levels) {
        ScaleLevel each = assumed(ScaleLevel());
        each.id = level;
        each.title = level;
        made.levels.push_back(each);
    }
    return made;
}

Indicator indicator(const std::string& id, IndicatorType type, const std::string& scale_id) {
    Indicator made = assumed(Indicator());
    made.id = id;
    made.title = id;
    made.type = type;
    made.scale = scale_id;
    made.period = type == IndicatorType::kNumber ? PeriodKind::kSchoolYear : PeriodKind::kPoint;
    return made;
}

Indicator number(const std::string& id, std::optional<Unit> unit, const std::string& dimension) {
    Indicator made = indicator(id, IndicatorType::kNumber);
    made.unit = unit;
    made.dimension = dimension;
    return made;
}

Measure measure(const std::string& id, MeasureKind kind, const std::string& scale_id) {
    Measure made = assumed(Measure());
    made.id = id;
    made.title = id;
    made.kind = kind;
    made.scale = scale_id;
    return made;
}

Measure expression(const std::string& id, const std::string& value) {
    Measure made = measure(id, MeasureKind::kExpression, {});
    made.value = value;
    return made;
}

Criterion criterion(const std::string& id, const std::string& test, const std::string& when) {
    Criterion made = assumed(Criterion());
    made.id = id;
    made.title = id;
    made.test = test;
    made.when = when;
    return made;
}

RangeBand band(const std::string& range, const std::string& level) {
    RangeBand made = assumed(RangeBand());
    made.range = range;
    made.level = level;
    return made;
}

TableRule rule(const std::string& id, const std::string& when, const std::string& then) {
    TableRule made = assumed(TableRule());
    made.id = id;
    made.when = when;
    made.then = then;
    return made;
}

namespace {

Dimension dimension(const std::string& id, const std::vector<std::string>& members) {
    Dimension made = assumed(Dimension());
    made.id = id;
    made.title = id;
    for (const std::string& member : members) made.members.push_back({member, member});
    return made;
}

Crosswalk walk() {
    Crosswalk made = assumed(Crosswalk());
    made.id = "walk";
    made.from = "grade";
    made.to = "tier";
    const auto line = [&made](const std::string& from, std::optional<std::string> to) {
        CrosswalkLine each = assumed(CrosswalkLine());
        each.from = from;
        each.to = std::move(to);
        made.map.push_back(each);
    };
    line("poor", "low");
    line("fair", std::nullopt);
    line("good", "high");
    return made;
}

template <typename T>
T named(const std::string& id) {
    T made = assumed(T());
    made.id = id;
    made.title = "The " + id;
    return made;
}

}  // namespace

FrameworkDocument sample() {
    FrameworkDocument document;
    document.id = "sample";
    document.edition = "2026.1";
    document.title = "Sample";
    document.scales = {scale("tier", ScaleOrder::kBestFirst, {"high", "middle", "low"}), scale("grade", ScaleOrder::kWorstFirst, {"poor", "fair", "good"}),
                       scale("kind", ScaleOrder::kNone, {"infant", "junior"})};
    document.dimensions = {dimension("subject", {"reading", "maths"}), dimension("group", {"girls", "boys"})};
    document.crosswalks = {walk()};
    document.indicators = {number("pct", Unit::kPercent),
                           number("points", Unit::kPoints),
                           number("plain", std::nullopt),
                           number("cohort", Unit::kPupils),
                           number("by_subject", Unit::kPoints, "subject"),
                           number("by_group", Unit::kPercent, "group"),
                           indicator("yes", IndicatorType::kBoolean),
                           indicator("no", IndicatorType::kBoolean),
                           indicator("grade_now", IndicatorType::kLevel, "grade"),
                           indicator("tier_now", IndicatorType::kLevel, "tier"),
                           indicator("kind_now", IndicatorType::kLevel, "kind"),
                           indicator("word", IndicatorType::kText),
                           indicator("day", IndicatorType::kDate),
                           number("spot", Unit::kPercent)};
    document.indicators[0].minimum = Decimal(0);
    document.indicators[0].maximum = Decimal(100);
    document.indicators.back().period = PeriodKind::kPoint;
    document.measures = {expression("trend", "change(pct)")};
    document.criteria = {criterion("steady", "pct >= 50")};
    document.roles = {named<Role>("lead"), named<Role>("head")};
    document.bodies = {named<Body>("board")};
    return document;
}

std::vector<Issue> issues_of(FrameworkDocument document) {
    const Result<Framework> compiled = Framework::compile(std::move(document), "hash");
    return compiled.ok() ? compiled->warnings() : compiled.status().issues();
}

std::vector<std::string> codes_of(const FrameworkDocument& document, Severity severity) {
    std::vector<std::string> codes;
    for (const Issue& issue : issues_of(document))
        if (issue.severity == severity) codes.push_back(issue.code + " at " + issue.pointer);
    return codes;
}

}  // namespace schoolimp::test
