// The words of the framework document's enumerations, in the order of the enumerators. The static_assert names the last one, so that a new enumerator
// without a word does not compile.
#pragma once

#include "io/codec/codecs.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0::codec {

#define SCHOOLIMP_WORDS(Enum, last, ...)                                                       \
    template <>                                                                                \
    struct Words<Enum> {                                                                       \
        static constexpr std::string_view list[] = {__VA_ARGS__};                              \
        static_assert(std::size(list) == static_cast<std::size_t>(Enum::last) + 1, "words of " #Enum); \
    }

SCHOOLIMP_WORDS(Basis, kAssumed, "stated", "inferred", "assumed");
SCHOOLIMP_WORDS(TimeUnit, kSchoolYear, "day", "school_day", "week", "month", "half_term", "term", "school_year");
SCHOOLIMP_WORDS(Anchor, kAssessmentResults, "plan_start", "plan_end", "year_start", "year_end", "term_start", "term_end", "half_term_start", "half_term_end",
                "joining", "before_joining", "after_action", "inspection", "assessment_results");
SCHOOLIMP_WORDS(Every, kAsRequired, "week", "fortnight", "month", "half_term", "term", "year", "once", "on_event", "continuous", "regular", "as_required");
SCHOOLIMP_WORDS(Position, kAny, "start", "middle", "end", "any");
SCHOOLIMP_WORDS(EventKind, kPlanning, "joining", "before_joining", "plan_start", "plan_end", "inspection", "concern", "appointment", "assessment_results", "planning");
SCHOOLIMP_WORDS(Optionality, kWhereRequired, "must", "should", "may", "expected", "encouraged", "where_required");
SCHOOLIMP_WORDS(ScaleKind, kOther, "judgement", "inspection", "rag", "severity", "band", "phase", "provision", "other");
SCHOOLIMP_WORDS(ScaleOrder, kNone, "best_first", "worst_first", "none");
SCHOOLIMP_WORDS(IndicatorType, kDate, "number", "boolean", "level", "text", "date");
SCHOOLIMP_WORDS(Unit, kRate, "percent", "points", "pupils", "days", "sessions", "pounds", "years", "count", "rate");
SCHOOLIMP_WORDS(Polarity, kNone, "high_is_good", "low_is_good", "none");
SCHOOLIMP_WORDS(PeriodKind, kPoint, "school_year", "term", "point");
SCHOOLIMP_WORDS(EvidenceSource, kHost, "published", "inspection", "review", "host");
SCHOOLIMP_WORDS(MeasureKind, kBestOf, "expression", "bands", "matrix", "score", "decision_table", "best_fit", "worst_of", "best_of");
SCHOOLIMP_WORDS(MissingPolicy, kIgnore, "unknown", "redistribute", "drop", "default", "ignore");
SCHOOLIMP_WORDS(HitPolicy, kCollectCount, "FIRST", "UNIQUE", "COLLECT_COUNT");
SCHOOLIMP_WORDS(Direction, kWorseOnly, "any", "better_only", "worse_only");
SCHOOLIMP_WORDS(MovementKind, kOverride, "entry", "exit", "duration", "initial", "review", "override");
SCHOOLIMP_WORDS(ActionKind, kReporting, "action", "plan", "needs_analysis", "monitoring", "impact_review", "milestone", "duty", "governance", "delegation",
                "training", "communication", "reporting");
SCHOOLIMP_WORDS(UntilEvent, kLevelChange, "appointment", "plan_end", "level_change");
SCHOOLIMP_WORDS(AmountUnit, kPercent, "day", "visit", "pound", "person", "percent");
SCHOOLIMP_WORDS(ParticipantPart, kMonitors, "initiates", "leads", "does", "takes_part", "supports", "receives", "observes", "approves", "monitors");
SCHOOLIMP_WORDS(ActivityKind, kValidation, "review", "visit", "meeting", "assessment", "analysis", "planning", "report", "appraisal", "training",
                "communication", "audit", "panel", "validation");
SCHOOLIMP_WORDS(Scope, kTrust, "school", "trust");
SCHOOLIMP_WORDS(RoleLevel, kExternal, "school", "trust", "external");
SCHOOLIMP_WORDS(DelegationArea, kOther, "finance", "governance", "appraisal", "plan_ownership", "improvement", "staffing", "curriculum", "other");
SCHOOLIMP_WORDS(DeploymentKind, kAllocation, "gives", "receives", "gives_and_receives", "route", "capacity", "ratio", "growth", "service", "allocation");
SCHOOLIMP_WORDS(Strength, kIncreasinglyExpected, "encouraged", "expected", "increasingly_expected");
SCHOOLIMP_WORDS(SchoolPhase, kSixthForm, "nursery", "primary", "middle", "secondary", "all_through", "special", "alternative_provision", "sixth_form");

#undef SCHOOLIMP_WORDS

}  // namespace schoolimp::inline v0::codec
