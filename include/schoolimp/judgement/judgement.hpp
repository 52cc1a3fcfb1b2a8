// Judging one school: every criterion with its result and reasons, the suggested level, the levels still possible, and what is missing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/truth.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

/// One cell of evidence that was read, or looked for.
struct Reading {
    std::string indicator;        ///< Indicator id, or "school.phase" ...; for national figures the indicator compared with.
    bool national = false;        ///< A national figure, not the school's own.
    std::string group;
    int shift = 0;                ///< Periods (or observations) before the current one.
    std::string period;           ///< "2018/19"; empty for point indicators and school properties.
    std::string value;            ///< Canonical text of the value; empty when missing. Levels by their id.
    std::optional<MissingReason> missing;
    std::optional<Date> observed_on;
    std::string source;
    bool population = false;      ///< The figure of a population function: `indicator` is how the framework writes it, with its shift and groups: "rank(ks2.rwm_expected)".
                                  ///< `source` says how many schools it is among, or why there is none.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// One comparison inside a criterion, with the values it compared.
struct Comparison {
    std::string text;        ///< The comparison as written in the framework, in canonical form.
    std::string left;        ///< Value of the left side; empty when unknown or not applicable.
    std::string comparator;  ///< "==", "!=", "<", "<=", ">", ">=", or "in": then `right` lists the values, with commas.
    std::string right;       ///< Value of the right side (the threshold).
    Truth result = Truth::kUnknown;
    std::vector<int> readings;  ///< Indexes into Judgement::readings.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Comparison&, const Comparison&) = default;
};

struct CriterionResult {
    std::string id;
    Truth result = Truth::kUnknown;
    std::vector<Comparison> comparisons;
    std::vector<int> readings;     ///< All cells it depends on: indexes into Judgement::readings.
    std::vector<int> waiting_for;  ///< When unknown: the missing cells it waits for.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const CriterionResult&, const CriterionResult&) = default;
};

struct MeasureResult {
    std::string id;
    Truth state = Truth::kUnknown;  ///< kTrue: has a value; kUnknown; kNotApplicable.
    std::string value;              ///< Canonical text; empty unless it has a value. Levels as "scale.level".
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const MeasureResult&, const MeasureResult&) = default;
};

/// The answer to one of the framework's questions.
struct Answer {
    std::string judgement;                 ///< Id of the judgement rule.
    std::string scale;
    std::optional<std::string> suggested;  ///< Level id; none when the evidence does not settle it.
    bool only_possible = false;            ///< Suggested because it is the one level every filling of the missing evidence gives.
    bool not_applicable = false;           ///< The question does not apply to this school.
    std::vector<std::string> possible;     ///< Level ids in the order of the scale: exactly those that filling some of the missing evidence would give.
    bool possible_is_exact = true;         ///< False only when the search stopped at its limit; then `possible` may hold too many.
    std::vector<std::string> reasons;      ///< Sentences, the deciding ones first.
    std::vector<int> missing_that_matters; ///< Indexes into Judgement::readings: missing cells that can still change this answer.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// What people decided, kept apart from what was suggested.
struct Decision {
    std::string school;
    std::string judgement;
    std::string level;
    Date decided_on{};
    std::string by;      ///< Role or body of the framework.
    std::string person;  ///< Optional: who.
    std::string reason;
    std::string suggested;       ///< What was suggested then; may be empty.
    std::string framework_hash;  ///< With which framework; may be empty.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// Decisions as a document of their own, which outlives the judgements they were made on. Schema "schoolimp/decisions/1".
struct DecisionList {
    std::vector<Decision> decisions;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const DecisionList&, const DecisionList&) = default;
};

struct ConditionResult {
    std::string owner;  ///< "action:<id>", "activity:<id>", "offer:<id>", "intervention:<id>", "deployment:<id>", "movement:<id>"
    Truth result = Truth::kUnknown;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const ConditionResult&, const ConditionResult&) = default;
};

/// Everything known about one school under one framework at one as-of pair. Same inputs, same bytes. Schema "schoolimp/judgement/1".
struct Judgement {
    std::string framework_id;
    std::string framework_edition;
    std::string framework_hash;
    std::string school;
    AsOf as_of;
    std::vector<Answer> answers;  ///< One for each judgement rule of the framework, in its order.
    std::vector<CriterionResult> criteria;
    std::vector<MeasureResult> measures;
    std::vector<ConditionResult> conditions;
    std::vector<ConditionResult> kpis;  ///< owner = KPI id.
    std::vector<Reading> readings;
    int known = 0;    ///< Number of the school's own cells read that have a value.
    int missing = 0;  ///< Number of those that do not (not applicable ones are not counted).
    std::vector<Decision> decisions;  ///< History, oldest first; the last one of a judgement is in force.
    ExtraMembers extra{};  ///< Members a newer version wrote.

    const Answer* find_answer(std::string_view judgement_id) const {
        for (const Answer& answer : answers)
            if (answer.judgement == judgement_id) return &answer;
        return nullptr;
    }
    /// The decision in force for a judgement rule; null when nobody decided.
    const Decision* decided(std::string_view judgement_id) const {
        for (auto it = decisions.rbegin(); it != decisions.rend(); ++it)
            if (it->judgement == judgement_id) return &*it;
        return nullptr;
    }
    /// The level to act on, as "scale.level": the decided one, else the suggested one, else empty.
    std::string level_in_force(std::string_view judgement_id) const {
        const Answer* answer = find_answer(judgement_id);
        if (answer == nullptr) return {};
        if (const Decision* decision = decided(judgement_id)) return answer->scale + "." + decision->level;
        return answer->suggested ? answer->scale + "." + *answer->suggested : std::string();
    }
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

class Cohort;  // schoolimp/judgement/cohort.hpp

struct JudgeOptions {
    AsOf as_of;
    int search_limit = 20000;  ///< Program evaluations spent at the most on proving `possible`.
    const Cohort* cohort = nullptr;  ///< The schools rank, percentile, quantile and median compare with: of this framework and as-of pair. Null: such figures are missing.
};

/// Judges one school. `trust` may hold the school's properties (phase, type, joined, pupils); a school it does not name has none of them known.
/// Fails (kInvalidArgument, all issues) when the evidence contradicts the framework: a level not in its scale, a number out of its bounds, a wrong type; and
/// (kFailedPrecondition) when the cohort is of another framework or as-of pair.
Result<Judgement> judge(const Framework& framework, const Evidence& evidence, std::string_view school, const Trust& trust, const Benchmarks& benchmarks,
                        const JudgeOptions& options);

/// The issues of evidence under a framework: wrong types, levels not in the scale, numbers out of bounds, unknown groups (errors); indicators the framework does
/// not use, and values with more decimal places than the indicator's precision (warnings).
std::vector<Issue> check_evidence(const Framework& framework, const Evidence& evidence);

/// The judgement with one more decision. Fails when the framework does not know the judgement or the level, when only others may decide, when the direction is
/// not allowed (compared with the suggestion), or when a reason is required and missing.
Result<Judgement> decide(const Framework& framework, Judgement judgement, Decision decision);

}  // namespace schoolimp::inline v0
