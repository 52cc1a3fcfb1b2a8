// The words documents use for the enumerations of a framework document: one table for reading, writing and explaining.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "schoolimp/core/scale.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0 {

/// Words<E>::values lists the words of enumeration E in the order of its enumerators.
template <typename E>
struct Words;

template <>
struct Words<Basis> {
    static constexpr std::array<std::string_view, 3> values{"stated", "inferred", "assumed"};
};
template <>
struct Words<TimeUnit> {
    static constexpr std::array<std::string_view, 7> values{"day", "school_day", "week", "month", "half_term", "term", "school_year"};
};
template <>
struct Words<Anchor> {
    static constexpr std::array<std::string_view, 13> values{"plan_start",      "plan_end",      "year_start", "year_end",       "term_start",   "term_end",   "half_term_start",
                                                             "half_term_end", "joining", "before_joining", "after_action", "inspection", "assessment_results"};
};
template <>
struct Words<Every> {
    static constexpr std::array<std::string_view, 11> values{"week", "fortnight", "month", "half_term", "term", "year", "once", "on_event", "continuous", "regular", "as_required"};
};
template <>
struct Words<Position> {
    static constexpr std::array<std::string_view, 4> values{"start", "middle", "end", "any"};
};
template <>
struct Words<EventKind> {
    static constexpr std::array<std::string_view, 9> values{"joining", "before_joining", "plan_start",         "plan_end", "inspection",
                                                            "concern", "appointment",    "assessment_results", "planning"};
};
template <>
struct Words<Optionality> {
    static constexpr std::array<std::string_view, 6> values{"must", "should", "may", "expected", "encouraged", "where_required"};
};
template <>
struct Words<ScaleKind> {
    static constexpr std::array<std::string_view, 8> values{"judgement", "inspection", "rag", "severity", "band", "phase", "provision", "other"};
};
template <>
struct Words<ScaleOrder> {
    static constexpr std::array<std::string_view, 3> values{"best_first", "worst_first", "none"};
};
template <>
struct Words<IndicatorType> {
    static constexpr std::array<std::string_view, 5> values{"number", "boolean", "level", "text", "date"};
};
template <>
struct Words<Unit> {
    static constexpr std::array<std::string_view, 9> values{"percent", "points", "pupils", "days", "sessions", "pounds", "years", "count", "rate"};
};
template <>
struct Words<Polarity> {
    static constexpr std::array<std::string_view, 3> values{"high_is_good", "low_is_good", "none"};
};
template <>
struct Words<PeriodKind> {
    static constexpr std::array<std::string_view, 3> values{"school_year", "term", "point"};
};
template <>
struct Words<EvidenceSource> {
    static constexpr std::array<std::string_view, 4> values{"published", "inspection", "review", "host"};
};
template <>
struct Words<MeasureKind> {
    static constexpr std::array<std::string_view, 8> values{"expression", "bands", "matrix", "score", "decision_table", "best_fit", "worst_of", "best_of"};
};
template <>
struct Words<MissingPolicy> {
    static constexpr std::array<std::string_view, 5> values{"unknown", "redistribute", "drop", "default", "ignore"};
};
template <>
struct Words<HitPolicy> {
    static constexpr std::array<std::string_view, 3> values{"FIRST", "UNIQUE", "COLLECT_COUNT"};
};
template <>
struct Words<Direction> {
    static constexpr std::array<std::string_view, 3> values{"any", "better_only", "worse_only"};
};
template <>
struct Words<MovementKind> {
    static constexpr std::array<std::string_view, 6> values{"entry", "exit", "duration", "initial", "review", "override"};
};
template <>
struct Words<ActionKind> {
    static constexpr std::array<std::string_view, 12> values{"action", "plan",       "needs_analysis", "monitoring", "impact_review", "milestone",
                                                             "duty",   "governance", "delegation",     "training",   "communication", "reporting"};
};
template <>
struct Words<UntilEvent> {
    static constexpr std::array<std::string_view, 3> values{"appointment", "plan_end", "level_change"};
};
template <>
struct Words<AmountUnit> {
    static constexpr std::array<std::string_view, 5> values{"day", "visit", "pound", "person", "percent"};
};
template <>
struct Words<ParticipantPart> {
    static constexpr std::array<std::string_view, 9> values{"initiates", "leads", "does", "takes_part", "supports", "receives", "observes", "approves", "monitors"};
};
template <>
struct Words<ActivityKind> {
    static constexpr std::array<std::string_view, 13> values{"review",    "visit",    "meeting",       "assessment", "analysis", "planning",  "report",
                                                             "appraisal", "training", "communication", "audit",      "panel",    "validation"};
};
template <>
struct Words<Scope> {
    static constexpr std::array<std::string_view, 2> values{"school", "trust"};
};
template <>
struct Words<RoleLevel> {
    static constexpr std::array<std::string_view, 3> values{"school", "trust", "external"};
};
template <>
struct Words<DelegationArea> {
    static constexpr std::array<std::string_view, 8> values{"finance", "governance", "appraisal", "plan_ownership", "improvement", "staffing", "curriculum", "other"};
};
template <>
struct Words<DeploymentKind> {
    static constexpr std::array<std::string_view, 9> values{"gives", "receives", "gives_and_receives", "route", "capacity", "ratio", "growth", "service", "allocation"};
};
template <>
struct Words<Strength> {
    static constexpr std::array<std::string_view, 3> values{"encouraged", "expected", "increasingly_expected"};
};
template <>
struct Words<SchoolPhase> {
    static constexpr std::array<std::string_view, 8> values{"nursery", "primary", "middle", "secondary", "all_through", "special", "alternative_provision", "sixth_form"};
};

/// The word of an enumerator.
template <typename E>
constexpr std::string_view word_of(E value) {
    return Words<E>::values[static_cast<std::size_t>(value)];
}

/// The enumerator of a word; none when it is not one of them.
template <typename E>
constexpr std::optional<E> enumerator_of(std::string_view word) {
    for (std::size_t i = 0; i < Words<E>::values.size(); ++i)
        if (Words<E>::values[i] == word) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace schoolimp::inline v0
