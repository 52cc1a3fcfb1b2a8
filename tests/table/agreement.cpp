#include "table/agreement.hpp"

#include <algorithm>
#include <regex>
#include <sstream>

namespace schoolimp::test {

namespace {

bool has(std::uint8_t states, RowState state) { return (states & static_cast<std::uint8_t>(state)) != 0; }

std::string levels_of(const Scale& scale, std::uint64_t mask) {
    std::string text;
    for (std::size_t i = 0; i < 64; ++i)
        if (((mask >> i) & 1) != 0) text += i < scale.levels.size() ? scale.levels[i].id + " " : "?" + std::to_string(i) + " ";
    return text;
}

std::string difference(const TableJudgement& table, std::size_t row, std::size_t place, const Answer& answer) {
    const Scale& scale = *table.framework().find_scale(answer.scale);
    std::uint64_t possible = 0;
    for (const std::string& level : answer.possible) possible |= std::uint64_t{1} << scale.find(level);
    const int suggested = answer.suggested ? scale.find(*answer.suggested) : -1;
    const std::uint8_t states = table.states(place)[row];
    std::ostringstream text;
    if (has(states, RowState::kFailed)) text << " failed;";
    if (table.suggested(place)[row] != suggested) text << " suggested " << int{table.suggested(place)[row]} << ", not " << suggested << ";";
    if (table.possible(place)[row] != possible) text << " possible " << levels_of(scale, table.possible(place)[row]) << "not " << levels_of(scale, possible) << ";";
    if (has(states, RowState::kNotApplicable) != answer.not_applicable) text << " not applicable should be " << answer.not_applicable << ";";
    if (has(states, RowState::kOnlyPossible) != answer.only_possible) text << " only possible should be " << answer.only_possible << ";";
    if (has(states, RowState::kNotExact) == answer.possible_is_exact) text << " exact should be " << answer.possible_is_exact << ";";
    return text.str().empty() ? "" : answer.judgement + ":" + text.str();
}

Truth truth_of(const TableJudgement& table, std::size_t row, std::size_t criterion) {
    const std::size_t word = row * table.criteria_words() + criterion / 64;
    const auto set = [&](std::span<const std::uint64_t> mask) { return ((mask[word] >> (criterion % 64)) & 1) != 0; };
    return set(table.met()) ? Truth::kTrue : set(table.not_met()) ? Truth::kFalse : set(table.unknown()) ? Truth::kUnknown : Truth::kNotApplicable;
}

/// The words have no bits but those of criteria, each at most one.
bool masks_are_sound(const TableJudgement& table, std::size_t row, std::size_t criteria) {
    for (std::size_t i = 0; i < table.criteria_words(); ++i) {
        const std::size_t word = row * table.criteria_words() + i;
        const std::uint64_t met = table.met()[word], not_met = table.not_met()[word], unknown = table.unknown()[word];
        const std::uint64_t last = criteria >= 64 * (i + 1) ? 0 : ~std::uint64_t{0} << (criteria > 64 * i ? criteria - 64 * i : 0);
        if (((met & not_met) | (met & unknown) | (not_met & unknown)) != 0 || ((met | not_met | unknown) & last) != 0) return false;
    }
    return true;
}

}  // namespace

std::string difference(const TableJudgement& table, std::int64_t row, const Judgement& judgement) {
    const auto at = static_cast<std::size_t>(row);
    for (std::size_t i = 0; i < judgement.answers.size(); ++i)
        if (const std::string text = difference(table, at, i, judgement.answers[i]); !text.empty()) return text;
    for (std::size_t i = 0; i < judgement.criteria.size(); ++i) {
        const Truth truth = truth_of(table, at, i);
        if (truth != judgement.criteria[i].result)
            return "criterion " + judgement.criteria[i].id + " is " + std::string(to_word(truth)) + ", not " + std::string(to_word(judgement.criteria[i].result));
    }
    return masks_are_sound(table, at, judgement.criteria.size()) ? "" : "the masks overlap or have bits beyond the criteria";
}

namespace {

void leave_out_what_tables_lack(Judgement& judgement, const std::vector<Cell>& cells) {
    for (Reading& reading : judgement.readings) {
        reading.period.clear();
        reading.source.clear();
        const bool dated = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
            return cell.is_date_of_observation() && cell.indicator->id == reading.indicator && cell.input.group == reading.group && cell.input.shift == reading.shift;
        });
        const bool only_dated = dated && std::none_of(cells.begin(), cells.end(), [&](const Cell& cell) {
            return cell.is_own() && cell.indicator->id == reading.indicator && cell.input.group == reading.group && cell.input.shift == reading.shift;
        });
        if (!dated || reading.missing) reading.observed_on.reset();
        if (only_dated) reading.value.clear();  // The value is not in the table.
    }
    static const std::regex kBesideAGroup(R"(, ([0-9]{4}/[0-9]{2}( autumn| spring| summer)?|[0-9]+ before)\))");
    static const std::regex kAlone(R"( \(([0-9]{4}/[0-9]{2}( autumn| spring| summer)?|[0-9]+ before)\))");
    for (Answer& answer : judgement.answers)
        for (std::string& reason : answer.reasons) reason = std::regex_replace(std::regex_replace(reason, kBesideAGroup, ")"), kAlone, "");
}

std::string in_words(const Reading& reading) {
    return (reading.national ? "national " : "") + reading.indicator + "[" + reading.group + "] -" + std::to_string(reading.shift) + " '" + reading.value + "' " +
           (reading.missing ? std::string(to_word(*reading.missing)) : "") + " " + (reading.observed_on ? to_string(*reading.observed_on) : "") + " " + reading.source;
}

std::string in_words(const Answer& answer) {
    std::string text = answer.judgement + " " + answer.suggested.value_or("-") + " of";
    for (const std::string& level : answer.possible) text += " " + level;
    for (const std::string& reason : answer.reasons) text += "\n    " + reason;
    text += "\n    matter:";
    for (const int reading : answer.missing_that_matters) text += " " + std::to_string(reading);
    return text;
}

std::string in_words(const CriterionResult& criterion) { return criterion.id + " " + std::string(to_word(criterion.result)) + ", comparisons " + std::to_string(criterion.comparisons.size()); }
std::string in_words(const MeasureResult& measure) { return measure.id + " '" + measure.value + "'"; }
std::string in_words(const ConditionResult& condition) { return condition.owner + " " + std::string(to_word(condition.result)); }

template <typename T>
std::string first_difference(const char* what, const std::vector<T>& a, const std::vector<T>& b) {
    if (a.size() != b.size()) return std::string(what) + ": " + std::to_string(a.size()) + " and " + std::to_string(b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!(a[i] == b[i])) return std::string(what) + ":\n  " + in_words(a[i]) + "\nnot\n  " + in_words(b[i]);
    return {};
}

}  // namespace

std::string difference_of_explanation(const Judgement& explained, const Judgement& judgement, const std::vector<Cell>& cells) {
    Judgement a = explained, b = judgement;
    leave_out_what_tables_lack(a, cells);
    leave_out_what_tables_lack(b, cells);
    if (a == b) return {};
    for (const std::string& text : {first_difference("readings", a.readings, b.readings), first_difference("answers", a.answers, b.answers), first_difference("criteria", a.criteria, b.criteria),
                                    first_difference("measures", a.measures, b.measures), first_difference("conditions", a.conditions, b.conditions), first_difference("kpis", a.kpis, b.kpis)})
        if (!text.empty()) return text;
    if (a.school != b.school) return "school '" + a.school + "', not '" + b.school + "'";
    if (a.known != b.known || a.missing != b.missing)
        return "known " + std::to_string(a.known) + ", not " + std::to_string(b.known) + "; missing " + std::to_string(a.missing) + ", not " + std::to_string(b.missing);
    return "framework, as-of pair or decisions";
}

std::string bytes_of(const TableJudgement& table) {
    std::string bytes;
    const auto append = [&](const auto& values) { bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes()); };
    for (std::size_t i = 0; i < table.framework().document().judgements.size(); ++i) append(table.suggested(i)), append(table.possible(i)), append(table.states(i));
    append(table.met()), append(table.not_met()), append(table.unknown());
    for (const Issue& issue : table.failures()) bytes += to_string(issue);
    return bytes + std::to_string(table.failed());
}

}  // namespace schoolimp::test
