// Support plans: what one school gets at its level, as objectives, dated actions, monitoring, milestones, an impact review and an end condition.
//
// Nothing is invented. An action whose owner, date, interval or amount the framework does not give says so, and the plan lists it as to be agreed.
// A plan is a living document: progress, reviews and people's edits are recorded in it, and revise_plan() regenerates it after a new judgement
// without losing ids, history or edits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::inline v0 {

/// Red, amber, green; kNotRated when nothing has been recorded yet.
enum class Rag : std::uint8_t { kNotRated, kRed, kAmber, kGreen };

enum class ItemStatus : std::uint8_t {
    kNotStarted,
    kInProgress,
    kDone,       ///< An action carried out, an objective achieved, a milestone reached.
    kStopped,    ///< Ended by people before it was done.
    kWithdrawn,  ///< No longer part of the offer after a revision; kept for its history.
};

/// Who put an item into the plan.
enum class Origin : std::uint8_t { kFramework, kPeople };

/// Whether an item's condition holds for the school.
enum class Applies : std::uint8_t { kYes, kPossibly };

/// One entry of the record: what was seen or done, by whom, when.
struct ProgressEntry {
    std::string item;             ///< Id of the objective, action, milestone or visit.
    Date on{};
    std::string by;
    std::string note;
    std::string value;            ///< The measured value, as text; empty when none.
    std::optional<Rag> rag;       ///< People's own rating; stands beside the computed one.
    std::optional<ItemStatus> status;  ///< The status people set with this entry.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const ProgressEntry&, const ProgressEntry&) = default;
};

/// What has to become true, taken from a criterion that is not as it should be.
struct Objective {
    std::string id;         ///< "objective.<criterion id>"
    std::string criterion;
    std::vector<std::string> also;  ///< Further criteria it answers: they ask the same thing for the same or less. Title and target are those of the one that asks most.
    std::string title;
    std::string domain;
    std::string success_measure;  ///< In words: "Overall absence: from 6.4 to at most 5.2 percent"; without a single target what has to hold.
    std::string measured_by;      ///< The indicator, measure or expression whose value has to change; empty when no single comparison is in the way.
    std::string baseline;         ///< Value when the objective was set; empty when unknown.
    std::string comparator;       ///< ">=", "<=" ...; empty when there is no single target.
    std::string target;
    std::string scale;                ///< Of the measured level; empty when it is no level.
    ScaleOrder scale_order = ScaleOrder::kNone;  ///< In which order `levels` are listed.
    std::vector<std::string> levels;  ///< Ids of the scale's levels: what a recorded value may be.
    std::optional<Date> due;          ///< Once passed it stays, and the objective is overdue.
    ItemStatus status = ItemStatus::kNotStarted;
    std::vector<std::string> edited;  ///< Members people changed; a revision leaves them alone.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Objective&, const Objective&) = default;
};

/// One dated occurrence of a recurring action (a monitoring visit).
struct Visit {
    std::string id;  ///< "<action id>.<ordinal>"
    Date on{};
    ItemStatus status = ItemStatus::kNotStarted;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Visit&, const Visit&) = default;
};

struct PlanAction {
    std::string id;      ///< "action.<framework action id>", or one people chose.
    std::string action;  ///< Framework action id; empty for people's own.
    std::string offer;
    Origin origin = Origin::kFramework;
    Applies applies = Applies::kYes;
    std::string title;
    std::string detail;
    std::string kind;         ///< Word of ActionKind.
    std::string optionality;  ///< Word of Optionality.
    std::string condition;    ///< The source's condition in words; empty when there is none.
    std::vector<std::string> actor, with, beneficiary;  ///< Roles or bodies.
    std::vector<std::string> domains, purposes, parts;
    std::vector<std::string> after;       ///< Ids of the plan's actions that come first.
    std::vector<std::string> objectives;  ///< Ids of the objectives it works on: those of the criteria it names, else of its domains, else all.
    std::optional<Date> start;
    std::optional<Date> due;
    std::string until;
    std::string cadence;  ///< In words.
    std::string amount;
    std::string activity; ///< Activity of the improvement calendar that carries it out; its dates stand there.
    std::vector<Visit> visits;
    std::vector<std::string> refs;
    ItemStatus status = ItemStatus::kNotStarted;
    bool left_offer = false;  ///< Done or stopped, and no longer asked for at the levels of the plan.
    std::vector<std::string> edited;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const PlanAction&, const PlanAction&) = default;
};

/// A checkpoint of the plan, at the end of a term: objectives are looked at on this day. The plan's own; no framework asks for it.
struct Milestone {
    std::string id;  ///< "milestone.<academic year>.<term>", e.g. milestone.2026-27.autumn
    std::string title;
    Date on{};
    std::vector<std::string> objectives;
    ItemStatus status = ItemStatus::kNotStarted;
    std::vector<std::string> edited;  ///< "on" for one people moved: it stays on its day.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// Something the framework leaves open and people must settle.
struct OpenPoint {
    std::string item;  ///< Id of the objective (also of one that a criterion not known would bring) or action; empty for the plan as a whole.
    std::string what;  ///< "owner", "date", "interval", "amount", "length", "condition", "target", "evidence", "level", "overdue"
    std::string text;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const OpenPoint&, const OpenPoint&) = default;
};

/// The level a plan answers to.
struct PlanLevel {
    std::string judgement;
    std::string level;  ///< "scale.level"
    bool decided = false;  ///< Decided by people; otherwise suggested.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const PlanLevel&, const PlanLevel&) = default;
};

/// One making or revision of the plan.
struct Revision {
    int number = 1;
    Date on{};
    std::string framework_hash;
    std::vector<PlanLevel> levels;
    std::vector<std::string> changes;  ///< Sentences: what came, went and moved.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Revision&, const Revision&) = default;
};

/// Schema "schoolimp/plan/1".
struct Plan {
    std::string id;  ///< "<school>.<framework id>"
    std::string framework_id;
    std::string framework_edition;
    std::string framework_hash;
    std::string school;
    std::vector<PlanLevel> levels;
    Date start{};
    std::optional<Date> end;
    std::string end_condition;
    std::vector<std::string> aims;
    std::vector<Objective> objectives;
    std::vector<PlanAction> actions;
    std::vector<Milestone> milestones;
    std::vector<OpenPoint> to_be_agreed;
    std::vector<ProgressEntry> progress;
    std::vector<Revision> revisions;  ///< Oldest first; the last one made this state.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Plan&, const Plan&) = default;
};

struct PlanOptions {
    Date made_on{};             ///< Given by the caller; no clock is read.
    std::optional<Date> start;  ///< Default: the first pupil day on or after made_on; when revising, the plan's own. Moved to a school day.
    /// Default: from the framework's stated duration of the level, else the end of the school year, listed as to be agreed; when revising, the plan's own while it
    /// runs on at the same levels; the end of the school year moves with the school year. Moved to a school day.
    std::optional<Date> end;
};

/// The plan for the levels in force of a judgement. Holds every action of the offers for those levels whose condition holds or may hold, and nothing else.
/// Where several questions are asked on one scale, one of them speaks for it: a decided one before a suggested one, an earlier one before a later one.
/// Fails when no level is in force (kFailedPrecondition: nothing decided and nothing suggested), when the judgement was made with another framework
/// (kFailedPrecondition, too), or the dates lie outside the school year (kOutOfRange).
Result<Plan> make_plan(const Framework& framework, const Judgement& judgement, const SchoolYear& school_year, const Trust& trust, const PlanOptions& options);

/// The plan regenerated after a new judgement: same ids for the same criteria, actions and visits; progress, people's own items and edited members kept; items no longer
/// in the offer withdrawn (done ones stay done), objectives whose criterion is now as it should be done; one people called done opens again when later evidence fails its
/// criterion. What lies before made_on is history: a due date that has passed stays, and what is still open then is listed as overdue. Adds one Revision that says what
/// changed; with nothing to change the plan comes back as it was. Fails like make_plan, and for a plan of another school or framework, or with a later revision (kInvalidArgument).
Result<Plan> revise_plan(const Plan& plan, const Framework& framework, const Judgement& judgement, const SchoolYear& school_year, const Trust& trust, const PlanOptions& options);

/// The plan with one more entry, and its item with the entry's status unless a later entry set one. What is done or stopped has nothing left to be agreed.
/// Fails when there is no such item (kNotFound), when the entry is dated before the plan (kOutOfRange), when it sets kWithdrawn, which only revisions do, or when the
/// value of an objective is not of its kind: a number for a number, a level of the scale, true or false (kInvalidArgument).
Result<Plan> record_progress(Plan plan, ProgressEntry entry);

/// The rating of one objective on a day.
struct RagResult {
    std::string objective;
    Rag rag = Rag::kNotRated;
    std::string reason;
    std::optional<Rag> people;  ///< The latest rating people gave, when they gave one.
    friend bool operator==(const RagResult&, const RagResult&) = default;
};

/// Rates every open objective by stated rules:
/// green when done or its latest value meets the target; red when its due date has passed without that; otherwise by the way covered, compared with the time gone:
/// green from nine tenths of the expected way, amber from half of it, red below. The way covered is (latest value - baseline) / (target - baseline) where both are numbers,
/// else the share of its actions that are done, but red at a level worse than the baseline; the time is counted from the plan's start to the objective's due date. Until
/// that date it is not rated without an entry about it or one of its actions, nor when its latest value cannot be read. Entries after `on` do not count. Stopped and withdrawn objectives are left out.
std::vector<RagResult> rate_objectives(const Plan& plan, Date on);

}  // namespace schoolimp::inline v0
