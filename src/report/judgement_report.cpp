#include <algorithm>
#include <map>

#include "report/names.hpp"
#include "report/page.hpp"
#include "schoolimp/report/markdown.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace report_detail;

const Reading* reading_at(const Judgement& judgement, int index) {
    return index < 0 || static_cast<std::size_t>(index) >= judgement.readings.size() ? nullptr : &judgement.readings[static_cast<std::size_t>(index)];
}

// ---- the questions

std::string decision_words(const Framework& framework, const Answer& answer, const Decision& decision) {
    std::string text = "Decided: " + bold(title_or_id(framework.find_level(answer.scale + "." + decision.level) == nullptr
                                                          ? std::string()
                                                          : framework.find_level(answer.scale + "." + decision.level)->title,
                                                      decision.level)) +
                       " on " + long_date(decision.decided_on);
    if (!decision.by.empty()) text += " by " + plain(framework.title_of(decision.by));
    if (!decision.person.empty()) text += " (" + plain(decision.person) + ")";
    if (!decision.reason.empty()) text += ": " + plain(decision.reason);
    if (text.back() != '.') text += '.';
    if (!decision.suggested.empty() && decision.suggested != decision.level) text += " Suggested then: " + level_name(framework, answer.scale + "." + decision.suggested) + ".";
    return text;
}

std::string suggestion_words(const Framework& framework, const Answer& answer) {
    if (answer.not_applicable) return "The question does not apply to this school.";
    if (!answer.suggested) return "Suggested: none. The evidence does not settle the question.";
    std::string text = "Suggested: **" + level_name(framework, answer.scale + "." + *answer.suggested) + "**";
    if (answer.only_possible) text += ", the one level that every filling of the missing evidence gives";
    return text + ".";
}

std::string possible_words(const Framework& framework, const Answer& answer) {
    const bool settled = answer.suggested && answer.possible.size() == 1 && answer.possible[0] == *answer.suggested;
    if (settled || answer.possible.empty()) return {};
    std::vector<std::string> names;
    for (const std::string& level : answer.possible) names.push_back(level_name(framework, answer.scale + "." + level));
    return "Possible, given what is missing: " + listed(names) + (answer.possible_is_exact ? "." : " (the search stopped at its limit; some of these may not be possible).");
}

std::string question_title(const Framework& framework, const Answer& answer) {
    const JudgementRule* rule = framework.find_judgement(answer.judgement);
    return plain(rule == nullptr ? answer.judgement : title_or_id(rule->title, rule->id));
}

void write_answer(Page& page, const Framework& framework, const Judgement& judgement, const Answer& answer) {
    page.heading(2, question_title(framework, answer));
    std::vector<std::string> lines;
    if (const Decision* decision = judgement.decided(answer.judgement)) lines.push_back(decision_words(framework, answer, *decision));
    lines.push_back(suggestion_words(framework, answer));
    lines.push_back(possible_words(framework, answer));
    std::erase(lines, std::string());
    page.bullets(lines);
    if (answer.reasons.empty()) return;
    page.paragraph("Why:");
    std::vector<std::string> reasons;
    for (const std::string& reason : answer.reasons) reasons.push_back(plain(reason));
    page.bullets(reasons);
}

// ---- the criteria

std::string result_words(Truth result) {
    switch (result) {
        case Truth::kTrue: return "met";
        case Truth::kFalse: return "not met";
        case Truth::kUnknown: return "not known";
        case Truth::kNotApplicable: return "does not apply";
    }
    return "not known";
}

/// Whether the result is what is wanted of the criterion; a dash where the framework wants neither.
std::string wanted_words(const Criterion* criterion, Truth result) {
    if (criterion == nullptr || !criterion->desired || result == Truth::kUnknown) return "–";
    return result == to_truth(*criterion->desired) ? "yes" : "no";
}

/// A level by its title; anything else as it is.
std::string side_words(const Framework& framework, const std::string& value) {
    if (value.empty()) return "not known";
    const ScaleLevel* level = framework.find_level(value);
    return plain(level == nullptr || level->title.empty() ? value : level->title);
}

std::string comparison_words(const Framework& framework, const Comparison& comparison) {
    const std::string asked = code(comparison.text) + ": ";
    if (comparison.left.empty() && comparison.right.empty()) return asked + "not known";
    return asked + side_words(framework, comparison.left) + " " + plain(comparison.comparator) + " " + side_words(framework, comparison.right);
}

/// What only says for which schools the criterion is meant: not worth a line for those it is meant for.
bool is_scope(const Criterion* criterion, const Comparison& comparison) {
    return criterion != nullptr && !criterion->when.empty() && criterion->when.find(comparison.text) != std::string::npos && criterion->test.find(comparison.text) == std::string::npos;
}

std::string values_words(const Framework& framework, const Judgement& judgement, const CriterionResult& result) {
    std::vector<std::string> parts;
    const Criterion* criterion = framework.find_criterion(result.id);
    for (const Comparison& comparison : result.comparisons)
        if (!is_scope(criterion, comparison)) parts.push_back(comparison_words(framework, comparison));
    if (!parts.empty()) return listed(parts, "; ");
    for (const int index : result.readings)
        if (const Reading* reading = reading_at(judgement, index); reading != nullptr && !reading->value.empty())
            parts.push_back(reading_name(framework, *reading) + ": " + plain(reading->value));
    return listed(parts, "; ");
}

std::string sources_words(const Judgement& judgement, const CriterionResult& result) {
    std::vector<std::string> sources;
    for (const int index : result.readings) {
        const Reading* reading = reading_at(judgement, index);
        if (reading == nullptr || reading->value.empty() || reading->source.empty()) continue;
        std::string source = plain(reading->source);
        if (!reading->period.empty()) {
            source += " " + plain(reading->period);
        } else if (reading->observed_on) {
            source += " " + long_date(*reading->observed_on);
        }
        if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(std::move(source));
    }
    return listed(sources, "; ");
}

std::string criterion_name(const Framework& framework, const std::string& id) {
    const Criterion* criterion = framework.find_criterion(id);
    return plain(criterion == nullptr ? id : title_or_id(criterion->title, id));
}

void write_criteria(Page& page, const Framework& framework, const Judgement& judgement) {
    if (judgement.criteria.empty()) return;
    page.heading(2, "Criteria");
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> left_out;
    for (const CriterionResult& result : judgement.criteria) {
        if (result.result == Truth::kNotApplicable) {
            left_out.push_back(criterion_name(framework, result.id));
            continue;
        }
        rows.push_back({criterion_name(framework, result.id), result_words(result.result), wanted_words(framework.find_criterion(result.id), result.result),
                        values_words(framework, judgement, result), sources_words(judgement, result)});
    }
    page.table({"Criterion", "Result", "As it should be", "Values compared", "Source"}, rows);
    if (!left_out.empty()) page.paragraph("Not for this school: " + listed(left_out, "; ") + ".");
}

// ---- what is missing

/// Missing cells that can still change an answer, with the questions they bear on.
std::map<int, std::vector<std::string>> missing_that_matters(const Framework& framework, const Judgement& judgement) {
    std::map<int, std::vector<std::string>> questions;
    for (const Answer& answer : judgement.answers)
        for (const int index : answer.missing_that_matters) questions[index].push_back(question_title(framework, answer));
    return questions;
}

void write_missing(Page& page, const Framework& framework, const Judgement& judgement) {
    page.heading(2, "What is missing and matters");
    const std::map<int, std::vector<std::string>> questions = missing_that_matters(framework, judgement);
    if (questions.empty()) return page.paragraph("Nothing that is missing can change an answer.");
    std::vector<std::vector<std::string>> rows;
    for (const auto& [index, titles] : questions) {
        const Reading* reading = reading_at(judgement, index);
        if (reading == nullptr) continue;
        rows.push_back({reading_name(framework, *reading), why_missing(*reading), listed(titles)});
    }
    page.table({"Observation", "Why it is missing", "Question it may change"}, rows);
}

}  // namespace

std::string judgement_markdown(const Framework& framework, const Judgement& judgement, const Trust& trust) {
    Page page(school_name(trust, judgement.school) + ": judgement");
    page.paragraph("This page suggests and shows why. People decide.");
    std::string as_of = "As of " + long_date(judgement.as_of.valid);
    if (judgement.as_of.known != judgement.as_of.valid) as_of += ", as far as recorded by " + long_date(judgement.as_of.known);
    if (judgement.as_of.period) as_of += ", school year " + to_string(*judgement.as_of.period);
    page.bullets({"Framework: " + framework_line(framework_name(framework, judgement.framework_id), judgement.framework_edition, judgement.framework_hash), as_of,
                  "Evidence: " + counted(judgement.known, "value") + " read, " + std::to_string(judgement.missing) + " missing"});
    for (const Answer& answer : judgement.answers) write_answer(page, framework, judgement, answer);
    write_criteria(page, framework, judgement);
    write_missing(page, framework, judgement);
    return std::move(page).take();
}

}  // namespace schoolimp::inline v0
