// Slots: what a cadence asks of one school year, for the visits of plans and the events of calendars alike. Each slot is one occurrence with the school days
// it may fall on and the one an even spread would choose.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"
#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::inline v0::cadence_detail {

/// Days are indexes into SchoolYear::school_days(); last is included; empty when last < first.
struct DaySpan {
    int first = 0;
    int last = -1;
    int size() const { return last < first ? 0 : last - first + 1; }
    bool contains(int day) const { return first <= day && day <= last; }
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

struct Slot {
    int ordinal = 1;
    DaySpan preferred;  ///< Where it belongs.
    DaySpan window;     ///< The part of `preferred` its position names: a few weeks at the start or end, the middle third; all of it without a position.
    DaySpan allowed;    ///< Where it may go when nothing there is free; contains `preferred`.
    int ideal = 0;      ///< Its first day by an even spread.
    bool avoid_edges = true;  ///< Keep off the first and last school day of a half term where possible.
    std::string period;       ///< "spring half term 1 (4 January to 12 February 2027)"
    std::string where;        ///< The same with its preposition: "in spring ...", "at the end of spring ...", "due 4 January 2027".
    friend bool operator==(const Slot&, const Slot&) = default;
};

/// Where a series stands among others of its kind, so that schools and activities do not all ask for the same days.
struct Stagger {
    int school = 0;    ///< Position of the school in the trust.
    int activity = 0;  ///< Position among the activities of the same cadence.
};

bool has_interval(Every every);

/// The slots of a cadence with an interval (week to year, once) for events of `days` school days, in order.
std::vector<Slot> slots_of(const Cadence& cadence, const SchoolYear& year, int days, Stagger stagger);

/// The slots of the reports on an activity: one at the end of each part of the year unless the cadence says otherwise, the same for all schools. The parts of a
/// year are whole rounds of an activity that comes in every term or half term (`reported`), so that a report can follow the last of them.
std::vector<Slot> report_slots(const Cadence& cadence, const Cadence& reported, const SchoolYear& year);

/// The slot of an event on `date` plus `offset`; none when that lies outside the school year.
std::optional<Slot> event_slot(Date date, const std::optional<Offset>& offset, bool before, const SchoolYear& year, int days);

/// `date` moved by an offset on this school year; none when the year does not reach so far.
std::optional<Date> offset_date(Date date, const Offset& offset, const SchoolYear& year);

}  // namespace schoolimp::inline v0::cadence_detail
