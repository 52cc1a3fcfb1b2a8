// The improvement calendar as plain data: dated events, and what has no date until people agree one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/calendar/instant.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0 {

/// Where an event comes from: an activity of the framework, a report on one, or an item of a support plan.
enum class CalendarEventKind : std::uint8_t { kActivity, kReport, kAction, kMonitoring, kMilestone, kReview };

/// kTentative: rests on a level that is suggested but not decided.
enum class EventStatus : std::uint8_t { kConfirmed, kTentative, kCancelled };

std::string_view to_word(CalendarEventKind kind);  ///< "activity", "report", "action", "monitoring", "milestone", "review"
std::optional<CalendarEventKind> parse_calendar_event_kind(std::string_view word);
std::string_view to_word(EventStatus status);  ///< "confirmed", "tentative", "cancelled"
std::optional<EventStatus> parse_event_status(std::string_view word);

struct EventParticipant {
    std::string who;    ///< Role or body of the framework.
    std::string title;  ///< Its title.
    ParticipantPart part = ParticipantPart::kTakesPart;
    std::vector<std::string> people;  ///< Ids of the trust's people who hold the role for this school.
    std::vector<std::string> names;   ///< Their names, in the same order.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const EventParticipant&, const EventParticipant&) = default;
};

/// One stream of reports on the event's activity.
struct EventReport {
    std::string to;     ///< Role or body of the framework.
    std::string title;  ///< Its title.
    std::string content;
    std::string often;  ///< "termly", "3 times a year"; empty when the source gives no rate of its own.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const EventReport&, const EventReport&) = default;
};

struct CalendarEvent {
    std::string id;   ///< UUID (version 5) made from `key`; the same when the date moves.
    std::string key;  ///< "trust/school/2026/activity/3": what the event is, without its date.
    std::string school;       ///< School id; empty for the trust as a whole.
    std::string school_name;  ///< Or the trust's name.
    AcademicYear academic_year;
    CalendarEventKind kind = CalendarEventKind::kActivity;
    std::string source;  ///< Id of the activity, or of the plan's item.
    std::string type;    ///< Word for categories and filters: the activity's kind ("review", "visit" ...), "report", or the item's kind.
    std::string title;
    std::string text;
    int ordinal = 1;  ///< Which of the year's.
    int of = 1;       ///< How many in the year.
    Date first{};
    Date last{};      ///< Included.
    std::vector<EventParticipant> participants;
    std::vector<std::string> outputs;
    std::vector<EventReport> reports;
    std::string report_to;            ///< Of a report: the role or body that receives it.
    std::vector<std::string> covers;  ///< Of a report: ids of the events it reports on.
    std::vector<std::string> refs;    ///< Facts of the source behind it.
    std::string reason;      ///< Why this date, in a sentence: cadence, ordinal, period.
    std::string adjustment;  ///< What moved it from the day an even spread would give; may be empty.
    EventStatus status = EventStatus::kConfirmed;
    bool pinned = false;  ///< The date was agreed; replanning leaves it.
    int sequence = 0;     ///< Raised whenever date, place or status changes.
    Instant last_modified{};
    std::optional<DateRange> moved_from;  ///< The dates before the last move.
    ExtraMembers extra{};  ///< Members a newer version wrote.

    DateRange range() const { return {first, last}; }
    friend bool operator==(const CalendarEvent&, const CalendarEvent&) = default;
};

/// Why something of the framework has no date.
enum class UndatedReason : std::uint8_t {
    kNoInterval,         ///< The source gives none: regular, continuous, as required.
    kEventNotKnown,      ///< Follows an event whose date is not known.
    kOptional,           ///< The source says it may take place.
    kLevelNotKnown,      ///< Only at some levels, and the school has none in force.
    kConditionNotKnown,  ///< Its condition is not settled by the evidence.
    kNoSchoolYear,       ///< The school has no school year.
    kNothingFits,        ///< Every possible day is blocked.
};

std::string_view to_word(UndatedReason reason);  ///< "no_interval", "event_not_known", "optional", "level_not_known", "condition_not_known", "no_school_year", "nothing_fits"
std::optional<UndatedReason> parse_undated_reason(std::string_view word);

/// Something to be agreed: the framework wants it, but no date follows from what is known. None is invented.
struct UndatedItem {
    std::vector<std::string> schools;  ///< The schools it is about; empty for the trust as a whole.
    std::string source;     ///< Activity id; "school_year" with kNoSchoolYear.
    std::string title;
    std::string report_to;  ///< When the report on the activity is meant.
    int ordinal = 0;        ///< With kNothingFits: which of the year's; otherwise 0.
    UndatedReason reason = UndatedReason::kNoInterval;
    std::string words;      ///< How often, with the model document's note on it.
    std::string message;    ///< What is missing, in a sentence.
    std::string relaxation; ///< With kNothingFits: the nearest day that would do, and what stands in its way.
    std::vector<std::string> refs;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const UndatedItem&, const UndatedItem&) = default;
};

struct CalendarSchool {
    std::string id;
    std::string name;
    std::string school_year;  ///< Id of the school year used.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const CalendarSchool&, const CalendarSchool&) = default;
};

/// Schema "schoolimp/calendar/1". Same inputs, same bytes.
struct Calendar {
    std::string trust;
    std::string trust_name;
    std::string framework_id;
    std::string framework_title;  ///< Empty in calendars made before it was written.
    std::string framework_edition;
    std::string framework_hash;
    Instant stamp{};  ///< When it was made, as the caller says.
    std::vector<CalendarSchool> schools;
    std::vector<CalendarEvent> events;       ///< By first day, then key.
    std::vector<UndatedItem> to_be_agreed;   ///< In the order of the framework, then of the schools.
    std::vector<Issue> issues;               ///< Warnings: schools without a school year, agreed dates on closed days ...
    ExtraMembers extra{};  ///< Members a newer version wrote.

    /// Events that are not cancelled.
    int standing_events() const {
        int count = 0;
        for (const CalendarEvent& event : events) count += event.status == EventStatus::kCancelled ? 0 : 1;
        return count;
    }
    const CalendarEvent* find_event(std::string_view event_id) const {
        for (const CalendarEvent& event : events)
            if (event.id == event_id) return &event;
        return nullptr;
    }
    friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// What a new calendar changes in an earlier one: event ids.
struct CalendarChanges {
    std::vector<std::string> added;
    std::vector<std::string> moved;
    std::vector<std::string> cancelled;
    std::vector<std::string> changed;  ///< Same dates and status, other words.
    std::vector<std::string> removed;  ///< In the earlier calendar only: cancelled there, and their school year is over.
    int unchanged = 0;
    std::string summary;  ///< "2 added, 1 moved, none cancelled, 230 unchanged"
    friend bool operator==(const CalendarChanges&, const CalendarChanges&) = default;
};

}  // namespace schoolimp::inline v0
