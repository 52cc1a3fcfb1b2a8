// Making the improvement calendar: a framework's activities and reports, placed on each school's own year.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schoolimp/calendar/document.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::inline v0 {

/// A dated piece of a support plan, handed over without the plan. The calendar takes its dates as they are, also those that are past.
struct PlannedItem {
    std::string school;
    std::string id;  ///< Stable: the same when its date moves.
    CalendarEventKind kind = CalendarEventKind::kAction;  ///< kAction, kMonitoring, kMilestone or kReview.
    std::string title;
    Date first{};
    Date last{};
    std::vector<std::string> actors;  ///< Roles or bodies.
    std::string text;
    std::vector<std::string> refs;
    std::string activity{};  ///< Set: no event of its own, but what the plan puts before this activity of the calendar, which follows `last`.
    std::vector<std::string> waits_for{};  ///< With `activity`: titles of what comes before it and has no date yet: until then the days of the activity are tentative.
    friend bool operator==(const PlannedItem&, const PlannedItem&) = default;
};

/// The host's own rate, for an activity without an interval or instead of the framework's.
struct CadenceOverride {
    std::string activity;
    std::string report_to;  ///< Set: for the reports on it to this role or body.
    Cadence cadence;
    std::string reason;  ///< Who agreed it; goes into the events' reason.
    friend bool operator==(const CadenceOverride&, const CadenceOverride&) = default;
};

/// A date agreed for one event, by its id or its key.
struct PinnedDate {
    std::string event;
    Date first{};
    std::optional<Date> last;  ///< Absent: as many school days as the activity lasts.
    friend bool operator==(const PinnedDate&, const PinnedDate&) = default;
};

/// When something happened or will: what activities "on event" follow. Joining is taken from the school itself.
struct KnownEvent {
    std::string school;  ///< Empty: for every school.
    EventKind event = EventKind::kInspection;
    Date date{};
    friend bool operator==(const KnownEvent&, const KnownEvent&) = default;
};

struct CalendarOptions {
    Instant stamp{};  ///< The moment of making, for last_modified.
    Date from{};      ///< No activity or report is placed, moved or cancelled before this day. Plans' items stand where their plan dates them.
    std::string trust_school_year;  ///< School year of trust-wide activities; empty: the first one given.
    std::vector<std::string> include;  ///< Activities to place although they are optional.
    std::vector<CadenceOverride> cadences;
    std::vector<PinnedDate> pins;
    std::vector<std::string> unpin;  ///< Events (id or key) whose earlier agreed date no longer holds.
    std::vector<KnownEvent> known_events;
    bool keep_published = true;  ///< A date of the previous calendar that is still possible stays.
};

/// Places every activity and report that has an interval, for every school it applies to, on that school's own year. Deterministic; reads no clock.
/// `previous` (may be null) keeps ids, sequence numbers, agreed dates and the past. Fails (kInvalidArgument, all issues) when school years, cadences, pins or
/// planned items name what does not exist.
Result<Calendar> make_calendar(const Framework& framework, const Trust& trust, std::span<const SchoolYear> school_years, std::span<const Judgement> judgements,
                               std::span<const PlannedItem> planned, const Calendar* previous, const CalendarOptions& options);

/// What `after` changes in `before`.
CalendarChanges compare_calendars(const Calendar& before, const Calendar& after);

}  // namespace schoolimp::inline v0
