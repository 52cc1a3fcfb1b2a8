// Replanning: what an earlier calendar fixes, and how events change against it.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/series.hpp"
#include "schoolimp/calendar/calendar.hpp"

namespace schoolimp::inline v0::calendar_detail {

class Replanner {
public:
    explicit Replanner(const CalendarInputs& inputs);

    /// Fixes the event's dates when the past, an agreed date or a published date that still holds decides them. Adds a warning for an agreed date on a closed day.
    bool fix(Wanted& wanted, std::vector<Issue>& warnings);

    /// For an event placed anew: why it left its earlier date, when that is more telling than the way it was placed.
    void explain_move(Wanted& wanted) const;

    /// Sequence, last_modified and moved_from against the earlier calendar, and what newer software wrote into the event there.
    void stamp(CalendarEvent& event) const;

    /// Events of the earlier calendar that are not among `events`: what lies before the run as it was, what is still to come cancelled, activities of school years
    /// not given untouched. Cancelled ones leave when their school year is over.
    std::vector<CalendarEvent> leftovers(const std::vector<CalendarEvent>& events) const;

    /// Gives a calendar and what it holds beside events the unknown members of the earlier one.
    void keep_unknown_members(Calendar& calendar) const;

    /// An error for each agreed date that names no event.
    std::vector<Issue> unknown_pins(const std::vector<CalendarEvent>& events) const;

    const CalendarEvent* earlier(const std::string& id) const;

private:
    const PinnedDate* pin_of(const CalendarEvent& event) const;
    bool unpinned(const CalendarEvent& event) const;
    void pin(Wanted& wanted, Date first, std::optional<Date> last, std::vector<Issue>& warnings) const;
    Date end_of_year(AcademicYear year) const;
    bool no_longer_wanted(const CalendarEvent& before) const;
    bool planned_here(AcademicYear year) const;

    const CalendarInputs& in_;
    std::unordered_map<std::string, const CalendarEvent*> earlier_;  // only looked up, never listed
    std::unordered_map<std::string, const PinnedDate*> pins_;
};

}  // namespace schoolimp::inline v0::calendar_detail
