// The framework document: one trust's school improvement model as plain data.
//
// These structs mirror the JSON document member by member (docs/documents.md, schemas/framework.schema.json). They are filled by the codec in
// schoolimp/io/framework_json.hpp, checked and compiled by Framework::compile. Documents refer to each other by id, never by pointer.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/scale.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Where a statement comes from: the source says it, it follows from the source, or the source is silent.
enum class Basis : std::uint8_t { kStated, kInferred, kAssumed };

/// What every statement of a framework carries.
struct Statement {
    std::vector<std::string> refs;  ///< Ids of the source's facts, e.g. PVAT-041.
    Basis basis = Basis::kStated;
    std::string rationale;  ///< Why; required when assumed.
    friend bool operator==(const Statement&, const Statement&) = default;
};

enum class TimeUnit : std::uint8_t { kDay, kSchoolDay, kWeek, kMonth, kHalfTerm, kTerm, kSchoolYear };

struct Offset {
    int n = 0;
    TimeUnit unit = TimeUnit::kDay;
    friend bool operator==(const Offset&, const Offset&) = default;
};

/// A length of time; minimum = maximum for a fixed one, either may be absent.
struct Duration {
    std::optional<int> minimum;
    std::optional<int> maximum;
    TimeUnit unit = TimeUnit::kDay;
    friend bool operator==(const Duration&, const Duration&) = default;
};

enum class Anchor : std::uint8_t {
    kPlanStart, kPlanEnd, kYearStart, kYearEnd, kTermStart, kTermEnd, kHalfTermStart, kHalfTermEnd,
    kJoining, kBeforeJoining, kAfterAction, kInspection, kAssessmentResults,
};

/// When something falls, as an offset from a moment.
struct Timing {
    Anchor anchor = Anchor::kPlanStart;
    std::string action;  ///< With kAfterAction: the action whose end is meant.
    std::optional<Offset> offset;
    std::string text;
    friend bool operator==(const Timing&, const Timing&) = default;
};

/// kRegular, kContinuous and kAsRequired give no interval, and none is invented.
enum class Every : std::uint8_t { kWeek, kFortnight, kMonth, kHalfTerm, kTerm, kYear, kOnce, kOnEvent, kContinuous, kRegular, kAsRequired };
enum class Position : std::uint8_t { kStart, kMiddle, kEnd, kAny };
enum class EventKind : std::uint8_t { kJoining, kBeforeJoining, kPlanStart, kPlanEnd, kInspection, kConcern, kAppointment, kAssessmentResults, kPlanning };

struct Cadence {
    Every every = Every::kRegular;
    std::optional<int> times;  ///< Times in each period; 1 when absent.
    bool at_least = false;
    bool more_if_required = false;
    std::optional<Position> position;
    std::optional<EventKind> event;  ///< With kOnEvent.
    std::optional<Offset> offset;    ///< With kOnEvent: how long after the event (before it when negative).
    std::string text;
    friend bool operator==(const Cadence&, const Cadence&) = default;
};

enum class Optionality : std::uint8_t { kMust, kShould, kMay, kExpected, kEncouraged, kWhereRequired };

struct TextItem : Statement {
    std::string id;
    std::string text;
    std::vector<std::string> levels;
    std::string domain;
    friend bool operator==(const TextItem&, const TextItem&) = default;
};

struct Part : Statement {
    std::string id;
    std::string title;
    std::optional<Optionality> optionality;
    friend bool operator==(const Part&, const Part&) = default;
};

struct Purpose : Statement {
    std::string text;
    friend bool operator==(const Purpose&, const Purpose&) = default;
};

struct Term : Statement {
    std::string id;
    std::string term;
    std::string meaning;
    std::vector<std::string> aliases;
    friend bool operator==(const Term&, const Term&) = default;
};

struct Source {
    std::string title;
    std::string publisher;
    std::string url;
    std::optional<Date> retrieved;
    std::string licence;
    std::string fact_prefix;
    std::optional<int> facts;
    std::string note;
    friend bool operator==(const Source&, const Source&) = default;
};

enum class ScaleKind : std::uint8_t { kJudgement, kInspection, kRag, kSeverity, kBand, kPhase, kProvision, kOther };

struct ScaleLevel : Statement {
    std::string id;
    std::string code;
    std::string title;
    std::string description;
    std::string colour;
    std::vector<std::string> aliases;
    friend bool operator==(const ScaleLevel&, const ScaleLevel&) = default;
};

struct Scale : Statement {
    std::string id;
    std::string title;
    std::optional<ScaleKind> kind;
    ScaleOrder order = ScaleOrder::kBestFirst;
    std::vector<ScaleLevel> levels;

    /// Position of a level by id; -1 when there is none.
    int find(std::string_view level_id) const {
        for (std::size_t i = 0; i < levels.size(); ++i)
            if (levels[i].id == level_id) return static_cast<int>(i);
        return -1;
    }
    friend bool operator==(const Scale&, const Scale&) = default;
};

struct CrosswalkLine : Statement {
    std::string from;
    std::optional<std::string> to;  ///< None: a hole.
    friend bool operator==(const CrosswalkLine&, const CrosswalkLine&) = default;
};

struct Crosswalk : Statement {
    std::string id;
    std::string title;
    std::string from;
    std::string to;
    std::vector<CrosswalkLine> map;
    friend bool operator==(const Crosswalk&, const Crosswalk&) = default;
};

struct DimensionMember {
    std::string id;
    std::string title;
    friend bool operator==(const DimensionMember&, const DimensionMember&) = default;
};

struct Dimension : Statement {
    std::string id;
    std::string title;
    std::vector<DimensionMember> members;
    friend bool operator==(const Dimension&, const Dimension&) = default;
};

struct LevelTitle {
    std::string level;
    std::string title;
    friend bool operator==(const LevelTitle&, const LevelTitle&) = default;
};

struct Domain : Statement {
    std::string id;
    std::string title;
    std::vector<LevelTitle> titles_by_level;
    std::vector<std::string> levels;
    friend bool operator==(const Domain&, const Domain&) = default;
};

enum class IndicatorType : std::uint8_t { kNumber, kBoolean, kLevel, kText, kDate };
enum class Unit : std::uint8_t { kPercent, kPoints, kPupils, kDays, kSessions, kPounds, kYears, kCount, kRate };
enum class Polarity : std::uint8_t { kHighIsGood, kLowIsGood, kNone };
enum class PeriodKind : std::uint8_t { kSchoolYear, kTerm, kPoint };
enum class EvidenceSource : std::uint8_t { kPublished, kInspection, kReview, kHost };

struct Indicator : Statement {
    std::string id;
    std::string title;
    IndicatorType type = IndicatorType::kNumber;
    std::optional<Unit> unit;
    std::optional<int> precision;
    std::optional<Decimal> minimum;
    std::optional<Decimal> maximum;
    std::string scale;
    std::optional<Polarity> polarity;
    PeriodKind period = PeriodKind::kSchoolYear;
    std::string dimension;
    std::optional<Duration> max_age;
    std::optional<int> minimum_cohort;
    std::optional<EvidenceSource> source;
    friend bool operator==(const Indicator&, const Indicator&) = default;
};

struct Limit : Statement {
    std::string id;
    std::string when;
    std::optional<std::string> at_best;
    std::optional<std::string> at_worst;
    std::string title;
    friend bool operator==(const Limit&, const Limit&) = default;
};

struct RangeBand : Statement {
    std::string level;
    std::string range;  ///< "[3.1, inf)": both sides written.
    friend bool operator==(const RangeBand&, const RangeBand&) = default;
};

struct BandVariant : Statement {
    std::string when;
    std::vector<RangeBand> bands;
    friend bool operator==(const BandVariant&, const BandVariant&) = default;
};

struct ScorePart : Statement {
    std::string id;
    std::string value;
    Decimal weight;
    std::optional<Decimal> maximum;
    friend bool operator==(const ScorePart&, const ScorePart&) = default;
};

struct TableRule : Statement {
    std::string id;
    std::string when;
    std::string then;
    std::string title;
    friend bool operator==(const TableRule&, const TableRule&) = default;
};

struct FitLevel : Statement {
    std::string level;
    std::vector<std::string> criteria;
    friend bool operator==(const FitLevel&, const FitLevel&) = default;
};

enum class MeasureKind : std::uint8_t { kExpression, kBands, kMatrix, kScore, kDecisionTable, kBestFit, kWorstOf, kBestOf };
enum class MissingPolicy : std::uint8_t { kUnknown, kRedistribute, kDrop, kDefault, kIgnore };
enum class HitPolicy : std::uint8_t { kFirst, kUnique, kCollectCount };

struct Measure : Statement {
    std::string id;
    std::string title;
    MeasureKind kind = MeasureKind::kExpression;
    std::string scale;
    std::string value;
    std::vector<std::string> of;  ///< bands: exactly one expression. Written as a string in JSON when there is exactly one.
    std::vector<RangeBand> bands;
    std::vector<BandVariant> variants;
    bool gaps_unknown = false;
    std::string rows;
    std::string columns;
    std::map<std::string, std::map<std::string, std::optional<std::string>>> cells;
    std::vector<ScorePart> parts;
    std::optional<MissingPolicy> missing;
    std::optional<Decimal> default_value;  ///< "default" in JSON.
    std::optional<int> minimum_known;
    std::optional<int> round;
    std::optional<HitPolicy> hit_policy;
    std::vector<TableRule> rules;
    std::string otherwise;
    std::vector<FitLevel> levels;
    bool tie_better = false;  ///< "tie": "better".
    std::vector<Limit> limits;
    friend bool operator==(const Measure&, const Measure&) = default;
};

struct Criterion : Statement {
    std::string id;
    std::string title;
    std::vector<std::string> describes;
    std::string domain;
    std::string when;
    std::string test;
    std::optional<bool> desired;
    std::string objective;
    bool indicative = false;
    friend bool operator==(const Criterion&, const Criterion&) = default;
};

enum class Direction : std::uint8_t { kAny, kBetterOnly, kWorseOnly };

struct DecisionRule : Statement {
    std::vector<std::string> by;
    bool reason_required = false;
    std::optional<Direction> direction;
    friend bool operator==(const DecisionRule&, const DecisionRule&) = default;
};

struct JudgementRule : Statement {
    std::string id;
    std::string title;
    std::string scale;
    std::string measure;
    std::optional<DecisionRule> decision;
    std::vector<Part> evidence;
    std::optional<Cadence> cadence;
    std::string text;
    friend bool operator==(const JudgementRule&, const JudgementRule&) = default;
};

enum class MovementKind : std::uint8_t { kEntry, kExit, kDuration, kInitial, kReview, kOverride };

struct Movement : Statement {
    std::string id;
    MovementKind kind = MovementKind::kReview;
    std::vector<std::string> levels;
    std::string to;
    std::string when;
    std::optional<Duration> duration;
    std::string until;
    std::string text;
    friend bool operator==(const Movement&, const Movement&) = default;
};

enum class ActionKind : std::uint8_t {
    kAction, kPlan, kNeedsAnalysis, kMonitoring, kImpactReview, kMilestone, kDuty, kGovernance, kDelegation, kTraining, kCommunication, kReporting,
};
enum class UntilEvent : std::uint8_t { kAppointment, kPlanEnd, kLevelChange };

struct Until {
    std::string text;
    std::string level;
    std::optional<UntilEvent> event;
    friend bool operator==(const Until&, const Until&) = default;
};

enum class AmountUnit : std::uint8_t { kDay, kVisit, kPound, kPerson, kPercent };

struct Amount {
    std::optional<Decimal> n;
    std::optional<AmountUnit> unit;
    std::string text;
    friend bool operator==(const Amount&, const Amount&) = default;
};

struct Action : Statement {
    std::string id;
    std::string title;
    std::string detail;
    ActionKind kind = ActionKind::kAction;
    std::vector<std::string> actor;
    std::vector<std::string> with;
    std::vector<std::string> beneficiary;
    std::optional<Optionality> optionality;
    std::string when;
    std::string when_text;
    std::vector<std::string> domains;
    std::vector<Purpose> purposes;
    std::vector<Part> parts;
    std::vector<std::string> after;
    std::optional<Timing> start;
    std::optional<Timing> due;
    std::optional<Until> until;
    std::optional<Cadence> cadence;
    std::optional<Amount> amount;
    std::vector<std::string> criteria;
    std::string activity;
    friend bool operator==(const Action&, const Action&) = default;
};

struct Offer : Statement {
    std::string id;
    std::string title;
    std::vector<std::string> levels;
    std::string when;
    std::string text;
    std::vector<TextItem> aims;
    std::vector<Action> actions;
    std::vector<TextItem> descriptors;
    friend bool operator==(const Offer&, const Offer&) = default;
};

enum class ParticipantPart : std::uint8_t { kInitiates, kLeads, kDoes, kTakesPart, kSupports, kReceives, kObserves, kApproves, kMonitors };

struct Participant : Statement {
    std::string who;
    ParticipantPart part = ParticipantPart::kTakesPart;
    std::string text;
    friend bool operator==(const Participant&, const Participant&) = default;
};

struct ReportRoute : Statement {
    std::string to;
    std::string content;
    std::optional<Cadence> cadence;
    friend bool operator==(const ReportRoute&, const ReportRoute&) = default;
};

enum class ActivityKind : std::uint8_t {
    kReview, kVisit, kMeeting, kAssessment, kAnalysis, kPlanning, kReport, kAppraisal, kTraining, kCommunication, kAudit, kPanel, kValidation,
};
enum class Scope : std::uint8_t { kSchool, kTrust };

struct Activity : Statement {
    std::string id;
    std::string title;
    ActivityKind kind = ActivityKind::kReview;
    Scope scope = Scope::kSchool;
    std::vector<std::string> levels;
    std::string when;
    Cadence cadence;
    std::optional<Duration> duration;
    std::optional<Optionality> optionality;
    std::vector<Participant> participants;
    std::vector<Part> inputs;
    std::vector<Part> outputs;
    std::vector<Part> parts;
    std::vector<Purpose> purposes;
    std::vector<std::string> domains;
    std::string form;
    std::string text;
    std::vector<ReportRoute> reports;
    friend bool operator==(const Activity&, const Activity&) = default;
};

struct Intervention : Statement {
    std::string id;
    std::string title;
    std::string body;
    std::string when;
    std::vector<std::string> levels;
    std::optional<Optionality> optionality;
    std::string text;
    std::vector<Part> parts;
    friend bool operator==(const Intervention&, const Intervention&) = default;
};

/// Whose a role or body is.
enum class RoleLevel : std::uint8_t { kSchool, kTrust, kExternal };

struct Body : Statement {
    std::string id;
    std::string title;
    std::vector<std::string> aliases;
    std::optional<RoleLevel> level;  ///< Whose body it is: each school has its own, or the trust has one. Absent: the trust's, unless all its members are school roles.
    std::string accountable_to;
    std::vector<std::string> members;
    std::vector<std::string> levels;
    std::vector<TextItem> duties;
    std::vector<TextItem> powers;
    friend bool operator==(const Body&, const Body&) = default;
};


struct Role : Statement {
    std::string id;
    std::string title;
    std::vector<std::string> aliases;
    std::optional<bool> external;
    std::optional<RoleLevel> level;
    std::string accountable_to;
    std::string group;
    std::vector<TextItem> credentials;
    std::vector<TextItem> duties;
    friend bool operator==(const Role&, const Role&) = default;
};

enum class DelegationArea : std::uint8_t { kFinance, kGovernance, kAppraisal, kPlanOwnership, kImprovement, kStaffing, kCurriculum, kOther };

struct Delegation : Statement {
    std::string id;
    DelegationArea area = DelegationArea::kOther;
    std::vector<std::string> levels;
    std::vector<std::string> held_by;
    std::string text;
    std::string when_text;
    friend bool operator==(const Delegation&, const Delegation&) = default;
};

enum class DeploymentKind : std::uint8_t { kGives, kReceives, kGivesAndReceives, kRoute, kCapacity, kRatio, kGrowth, kService, kAllocation };
enum class Strength : std::uint8_t { kEncouraged, kExpected, kIncreasinglyExpected };

struct Ratio {
    std::string role;
    std::optional<int> schools_minimum;
    std::optional<int> schools_maximum;
    friend bool operator==(const Ratio&, const Ratio&) = default;
};

struct Deployment : Statement {
    std::string id;
    DeploymentKind kind = DeploymentKind::kRoute;
    std::vector<std::string> levels;
    std::string when;
    std::optional<Strength> strength;
    std::vector<std::string> roles;
    std::string text;
    std::optional<Ratio> ratio;
    friend bool operator==(const Deployment&, const Deployment&) = default;
};

struct Kpi : Statement {
    std::string id;
    std::string title;
    std::string each;
    Decimal need_share;  ///< "need": {"share": 100}.
    std::string text;
    friend bool operator==(const Kpi&, const Kpi&) = default;
};

struct Waiver {
    std::vector<std::string> refs;
    std::string reason;
    friend bool operator==(const Waiver&, const Waiver&) = default;
};

enum class SchoolPhase : std::uint8_t { kNursery, kPrimary, kMiddle, kSecondary, kAllThrough, kSpecial, kAlternativeProvision, kSixthForm };

/// A whole framework document. Schema "schoolimp/framework/1".
struct FrameworkDocument {
    std::string id;
    std::string edition;
    std::string title;
    std::string trust;
    std::string short_name;
    std::string text;
    std::vector<SchoolPhase> applies_to;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::optional<Source> source;
    std::vector<std::string> refs;
    std::vector<TextItem> principles;
    std::vector<TextItem> aims;
    std::vector<TextItem> notes;
    std::vector<Term> glossary;
    std::vector<Domain> domains;
    std::vector<Scale> scales;
    std::vector<Crosswalk> crosswalks;
    std::vector<Dimension> dimensions;
    std::vector<Indicator> indicators;
    std::vector<Measure> measures;
    std::vector<Criterion> criteria;
    std::vector<JudgementRule> judgements;
    std::vector<Movement> movements;
    std::vector<Offer> offers;
    std::vector<Activity> activities;
    std::vector<Intervention> interventions;
    std::vector<Role> roles;
    std::vector<Body> bodies;
    std::vector<Delegation> delegations;
    std::vector<Deployment> deployments;
    std::vector<Kpi> kpis;
    std::vector<Waiver> waivers;
    friend bool operator==(const FrameworkDocument&, const FrameworkDocument&) = default;
};

}  // namespace schoolimp::inline v0
