#include "judgement/reasons.hpp"

#include <algorithm>

#include "judgement/criteria.hpp"
#include "judgement/value_text.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t kMostCells = 4;

std::string name_of_cell(const Framework& framework, const Reading& reading) {
    std::string name = reading.indicator;
    const Indicator* indicator = framework.find_indicator(reading.indicator);
    if (indicator != nullptr && !indicator->title.empty()) name = indicator->title;
    if (reading.population) return reading.source.empty() ? name : name + " (" + reading.source + ")";
    if (reading.national) name = "national figure for " + name;
    std::string details = reading.group;
    if (!reading.period.empty()) details += (details.empty() ? "" : ", ") + reading.period;
    if (reading.period.empty() && reading.shift > 0) details += (details.empty() ? "" : ", ") + std::to_string(reading.shift) + " before";
    return details.empty() ? name : name + " (" + details + ")";
}

/// The sentences about a limit, deciding or open; none when it changes nothing.
void add_limit_reason(const Explanation& e, const Limit& limit, int node, std::vector<std::string>& reasons) {
    const auto parts = e.graph.arguments(node);
    const Value &before = e.graph.value(parts[0]), &bound = e.graph.value(parts[2]);
    const Truth when = e.graph.truth(parts[1]);
    const bool cap = e.graph.node(node).op == Op::kCap;
    if (!before.known() || !bound.known() || !(cap ? before.scalar > bound.scalar : before.scalar < bound.scalar)) return;
    const std::string name = "Limit " + quoted(limit.title.empty() ? limit.when : limit.title);
    const std::string effect = std::string(cap ? "at best " : "at worst ") + e.value_of(parts[2]) + " instead of " + e.value_of(parts[0]);
    if (when == Truth::kTrue) {
        const std::string support = support_of(e, parts[1]);
        reasons.push_back(name + " applies: " + effect + (support.empty() ? "." : ", because " + support + "."));
    } else if (when == Truth::kUnknown) {
        const std::string cells = e.cells_named(readings_of(e.graph.index(), e.graph.waiting_for(parts[1])));
        reasons.push_back(name + " cannot be settled (" + effect + (cells.empty() ? ")." : "): it waits for " + cells + "."));
    }
}

}  // namespace

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string counted(std::size_t n, const std::string& singular, const std::string& plural) { return std::to_string(n) + " " + (n == 1 ? singular : plural); }

std::string listed(const std::vector<std::string>& parts, std::size_t most) {
    return listed_with(std::span(parts).first(std::min(most, parts.size())), parts.size() - std::min(most, parts.size()));
}

std::string listed_with(std::span<const std::string> shown, std::size_t more) {
    std::string text;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i > 0) text += i + 1 == shown.size() && more == 0 ? " and " : ", ";
        text += shown[i];
    }
    if (more > 0) text += (shown.empty() ? "" : " and ") + std::to_string(more) + " more";
    return text;
}

std::string Explanation::title_of_level(int scale, int rank) const {
    const ScaleInfo& info = graph.program().scales[static_cast<std::size_t>(scale)];
    const ScaleLevel& level = document().scales[static_cast<std::size_t>(scale)].levels[static_cast<std::size_t>(info.position_of(rank))];
    return quoted(level.title.empty() ? level.id : level.title);
}

std::string Explanation::value_of(int node) const {
    const Value& value = graph.value(node);
    const Type& type = graph.node(node).type;
    if (value.unknown()) return "unknown";
    if (value.not_applicable()) return "not applicable";
    return type.value == ValueType::kLevel ? title_of_level(type.scale, value.code()) : value_text(framework, texts, type, value);
}

std::string Explanation::cells_named(const std::vector<int>& readings) const {
    std::vector<std::string> names;
    const std::size_t named = std::min(kMostCells, readings.size());
    for (std::size_t i = 0; i < named; ++i) names.push_back(name_of_cell(framework, cells.readings[static_cast<std::size_t>(readings[i])]));
    return listed_with(names, readings.size() - named);
}

std::vector<std::string> measure_reasons(const Explanation& e, int measure_position) {
    const Measure& measure = e.document().measures[static_cast<std::size_t>(measure_position)];
    int node = e.graph.program().measures[static_cast<std::size_t>(measure_position)];
    std::vector<std::string> limits;
    // Outermost limit last in the document; its level before is the node of the one before it.
    for (auto limit = measure.limits.rbegin(); limit != measure.limits.rend(); ++limit)
        for (const auto& [bound, op] : {std::pair{&limit->at_worst, Op::kFloor}, std::pair{&limit->at_best, Op::kCap}}) {
            if (!*bound || e.graph.node(node).op != op) continue;
            std::vector<std::string> own;
            add_limit_reason(e, *limit, node, own);
            limits.insert(limits.begin(), own.begin(), own.end());
            node = e.graph.arguments(node)[0];
        }
    std::vector<std::string> reasons = kind_reasons(e, measure, node);
    reasons.insert(reasons.end(), limits.begin(), limits.end());
    return reasons;
}

std::vector<std::string> answer_reasons(const Explanation& e, const Answer& answer, int measure) {
    const Scale& scale = *e.framework.find_scale(answer.scale);
    const auto title = [&](const std::string& level) {
        const ScaleLevel& found = scale.levels[static_cast<std::size_t>(scale.find(level))];
        return quoted(found.title.empty() ? found.id : found.title);
    };
    std::vector<std::string> reasons;
    if (answer.not_applicable) reasons.push_back("The question does not apply to this school.");
    if (answer.only_possible) reasons.push_back("Every way of filling in the missing evidence gives " + title(*answer.suggested) + ".");
    if (!answer.not_applicable && !answer.suggested) reasons.push_back("The evidence does not settle a level.");
    for (std::string& reason : measure_reasons(e, measure)) reasons.push_back(std::move(reason));
    std::vector<std::string> others;
    for (const std::string& level : answer.possible)
        if (level != answer.suggested) others.push_back(title(level));
    if (!others.empty()) reasons.push_back(std::string(answer.suggested ? "Also possible" : "Possible") + (answer.possible_is_exact ? "" : " at most") + ": " + listed(others, others.size()) + ".");
    if (!answer.missing_that_matters.empty()) {
        const std::size_t n = answer.missing_that_matters.size();
        reasons.push_back(counted(n, "missing value", "missing values") + " can still change this: " + e.cells_named(answer.missing_that_matters) + ".");
    }
    return reasons;
}

}  // namespace schoolimp::inline v0
