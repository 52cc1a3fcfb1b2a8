// The sentences for each kind of measure.
#include <algorithm>

#include "judgement/criteria.hpp"
#include "judgement/reasons.hpp"

namespace schoolimp::inline v0 {

namespace {

using Sentences = std::vector<std::string>;

constexpr std::size_t kMostExtremes = 3;  ///< Parts of a worst-of explained one by one.

std::string why_failed(const Explanation& e, int node) {
    const auto parts = e.graph.arguments(node);
    if (e.graph.node(node).op == Op::kDivide && e.graph.value(parts[1]).scalar.is_zero()) return "; " + e.value_of(parts[0]) + " is divided by zero";
    return "; the result of a calculation is too great a number";
}

std::string waits_for(const Explanation& e, int node) {
    const std::string cells = e.cells_named(readings_of(e.graph.index(), e.graph.waiting_for(node)));
    if (!cells.empty()) return "; it waits for " + cells;
    const int failed = e.graph.failed_operation(node);
    return failed < 0 ? "" : why_failed(e, failed);
}

std::string because(const Explanation& e, int condition) {
    const std::string support = support_of(e, condition);
    return support.empty() ? "." : ", because " + support + ".";
}

std::string name_of(const TableRule& rule, std::size_t position) {
    if (!rule.title.empty()) return "Rule " + quoted(rule.title);
    return rule.id.empty() ? "Rule " + std::to_string(position + 1) : "Rule " + quoted(rule.id);
}

void add_rule(const Explanation& e, const Measure& measure, std::size_t i, int when, int then, Sentences& reasons) {
    const std::string name = name_of(measure.rules[i], i);
    if (e.graph.truth(when) == Truth::kTrue) {
        reasons.insert(reasons.begin(), name + " holds and gives " + e.value_of(then) + because(e, when));
    } else {
        reasons.push_back(name + " is open and would give " + e.value_of(then) + waits_for(e, when) + ".");
    }
}

/// The rule that fired, or that none did; then the rules that are open.
Sentences table_reasons(const Explanation& e, const Measure& measure, int node) {
    const auto parts = e.graph.arguments(node);
    const Op op = e.graph.node(node).op;
    if ((op != Op::kFirst && op != Op::kUnique) || parts.size() / 2 != measure.rules.size()) return {};
    Sentences reasons;
    std::size_t held = 0;
    for (std::size_t i = 0; i < measure.rules.size(); ++i) {
        const Truth when = e.graph.truth(parts[2 * i]);
        if (when != Truth::kTrue && when != Truth::kUnknown) continue;
        add_rule(e, measure, i, parts[2 * i], parts[2 * i + 1], reasons);
        held += when == Truth::kTrue;
        if (op == Op::kFirst && when == Truth::kTrue) break;
    }
    if (held >= 2) reasons.insert(reasons.begin(), counted(held, "rule", "rules") + " hold where only one may: a conflict in the framework.");
    if (held == 0 && parts.size() % 2 == 1)
        reasons.insert(reasons.begin(), (reasons.empty() ? "No rule holds; otherwise the answer is " : "No rule is known to hold; if none does the answer is ") + e.value_of(parts.back()) + ".");
    if (held == 0 && parts.size() % 2 == 0 && reasons.empty()) reasons.push_back("No rule holds, and the table does not say what then.");
    return reasons;
}

/// How many of each level's criteria are met; the level that fits best first.
Sentences best_fit_reasons(const Explanation& e, int node) {
    if (e.graph.node(node).op != Op::kBestFit) return {};
    const Program& program = e.graph.program();
    const BestFitTable& table = program.best_fits[static_cast<std::size_t>(e.graph.node(node).payload)];
    const auto parts = e.graph.arguments(node);
    Sentences reasons;
    for (const BestFitTable::Candidate& candidate : table.candidates) {
        Tally tally;
        for (int i = 0; i < candidate.count; ++i) tally.add(e.graph.truth(parts[static_cast<std::size_t>(candidate.first + i)]));
        std::string sentence = e.title_of_level(e.graph.node(node).type.scale, candidate.level) + ": " + std::to_string(tally.held) + " of " +
                               counted(static_cast<std::size_t>(tally.applicable()), "applicable criterion", "applicable criteria") + " met, " +
                               std::to_string(tally.failed) + " not met, " + std::to_string(tally.unknown) + " unknown.";
        const Value& winner = e.graph.value(node);
        const bool wins = winner.known() && winner.code() == candidate.level;
        reasons.insert(wins ? reasons.begin() : reasons.end(), std::move(sentence));
    }
    return reasons;
}

std::string range_text(const Band& band) {
    std::string text = band.low_included ? "[" : "(";
    text += (band.low ? to_string(*band.low) : "-inf") + ", " + (band.high ? to_string(*band.high) : "inf");
    return text + (band.high_included ? "]" : ")");
}

Sentences bands_reasons(const Explanation& e, const Measure& measure, int node) {
    Sentences reasons;
    while (e.graph.node(node).op == Op::kFirst) {  // Variants: go on with the one that holds.
        const auto parts = e.graph.arguments(node);
        int chosen = parts.size() % 2 == 1 ? parts.back() : -1;
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            const Truth when = e.graph.truth(parts[i]);
            if (when == Truth::kUnknown) return {"Which bands apply is open" + waits_for(e, parts[i]) + "."};
            if (when != Truth::kTrue) continue;
            chosen = parts[i + 1];
            break;
        }
        if (chosen < 0) return {"No variant of the bands applies."};
        node = chosen;
    }
    if (e.graph.node(node).op != Op::kBands) return reasons;
    const int number = e.graph.arguments(node)[0];
    const std::string subject = measure.of.empty() ? "the number" : measure.of.front();
    if (!e.graph.value(number).known()) return {subject + " is " + e.value_of(number) + waits_for(e, number) + "."};
    for (const Band& band : e.graph.program().bands[static_cast<std::size_t>(e.graph.node(node).payload)].bands)
        if (contains(band, e.graph.value(number).scalar))
            return {subject + " is " + e.value_of(number) + ", in the band " + range_text(band) + " of " + e.value_of(node) + "."};
    return {subject + " is " + e.value_of(number) + ", in no band."};
}

Sentences matrix_reasons(const Explanation& e, const Measure& measure, int node) {
    if (e.graph.node(node).op != Op::kMatrix) return {};
    const auto parts = e.graph.arguments(node);
    std::string sentence = "Row " + e.value_of(parts[0]) + " (" + measure.rows + ") and column " + e.value_of(parts[1]) + " (" + measure.columns + ")";
    if (e.graph.value(node).known()) return {sentence + " give " + e.value_of(node) + "."};
    const bool hole = e.graph.value(parts[0]).known() && e.graph.value(parts[1]).known();
    return {sentence + (hole ? " cannot meet." : " do not settle a cell" + waits_for(e, node) + ".")};
}

/// What people call a part: the title of the measure or criterion it reads last ("or_else(strand.finance, tier.tier_1)" is the finance strand), else its text.
std::string title_of_part(const Explanation& e, const std::string& expression) {
    std::size_t last = 0;
    std::string title = expression;
    const auto consider = [&](const std::string& id, const std::string& its_title) {
        if (its_title.empty() || expression.find(id) == std::string::npos) return;  // Nearly always: finding is quicker from the front.
        const std::size_t at = expression.rfind(id);
        const std::size_t end = at + id.size();
        if (title != expression && end <= last) return;
        last = end;
        title = quoted(its_title);
    };
    for (const Measure& measure : e.document().measures) consider(measure.id, measure.title);
    for (const Criterion& criterion : e.document().criteria) consider(criterion.id, criterion.title);
    return title;
}

/// The parts that give the worst (or best) level, each with what stands behind it; then the parts that are unknown.
Sentences extreme_reasons(const Explanation& e, const Measure& measure, int node) {
    const auto parts = e.graph.arguments(node);
    const Op op = e.graph.node(node).op;
    if (op < Op::kMinimum || op > Op::kMaximumKnown || parts.size() != measure.of.size()) return {};
    const std::string extreme = measure.kind == MeasureKind::kWorstOf ? "worst" : "best";
    const bool settled = e.graph.value(node).known();
    Sentences reasons;
    std::vector<std::string> unknown, deciding;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (e.graph.value(parts[i]).unknown()) unknown.push_back(title_of_part(e, measure.of[i]));
        if (!settled || !e.graph.value(parts[i]).known() || e.graph.value(parts[i]).scalar != e.graph.value(node).scalar) continue;
        deciding.push_back(title_of_part(e, measure.of[i]));
        reasons.push_back(deciding.back() + " gives " + e.value_of(node) + ", the " + extreme + " of " + counted(parts.size(), "part", "parts") + because(e, parts[i]));
    }
    if (deciding.size() > kMostExtremes) reasons = {listed(deciding, kMostExtremes) + " give " + e.value_of(node) + ", the " + extreme + " of " + counted(parts.size(), "part", "parts") + "."};
    if (!settled && !unknown.empty()) reasons.push_back("Not settled, for the " + extreme + " of " + counted(parts.size(), "part", "parts") + " is asked for and " + listed(unknown, unknown.size()) + (unknown.size() == 1 ? " is" : " are") + " unknown" + waits_for(e, node) + ".");
    return reasons;
}

}  // namespace

Sentences kind_reasons(const Explanation& e, const Measure& measure, int node) {
    Sentences reasons;
    switch (measure.kind) {
        case MeasureKind::kDecisionTable: reasons = table_reasons(e, measure, node); break;
        case MeasureKind::kBestFit: reasons = best_fit_reasons(e, node); break;
        case MeasureKind::kBands: reasons = bands_reasons(e, measure, node); break;
        case MeasureKind::kMatrix: reasons = matrix_reasons(e, measure, node); break;
        case MeasureKind::kWorstOf:
        case MeasureKind::kBestOf: reasons = extreme_reasons(e, measure, node); break;
        case MeasureKind::kScore:
        case MeasureKind::kExpression: break;
    }
    if (!reasons.empty()) return reasons;
    // An expression, or a measure the compiler has simplified away: its value, and what it waits for.
    const std::string name = quoted(measure.title.empty() ? measure.id : measure.title);
    return {name + " is " + e.value_of(node) + (e.graph.value(node).unknown() ? waits_for(e, node) : "") + "."};
}

}  // namespace schoolimp::inline v0
