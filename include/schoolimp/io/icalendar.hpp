// iCalendar (RFC 5545, RFC 7986) output of a calendar: identical bytes for identical input.
#pragma once

#include <optional>
#include <string>

#include "schoolimp/calendar/document.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

struct ICalendarOptions {
    std::string name{};                      ///< Shown by calendar programs; empty: made from the trust's name and the filters.
    std::string description{};               ///< Of the whole feed; may be empty.
    std::string school{};                    ///< Only this school's events, with the trust-wide ones.
    bool trust_wide = true;                  ///< With `school`: trust-wide events too.
    std::string participant{};               ///< Only events in which this role, body or person (by id) takes part or receives the report; an id nobody has gives an empty feed, which may fill later.
    std::string type{};                      ///< Only events of this type: "review", "visit", "report" ...; there may be none.
    bool include_cancelled = true;
    std::optional<int> alarm_days_before{};  ///< A reminder at 09:00 this many days before. Most subscribed calendars ignore it, so none by default.
    std::string colour{};                    ///< CSS colour name; may be empty.
    std::string source_url{};                ///< Where the feed is served; may be empty.
    std::string event_url{};                 ///< Link of each event: this prefix followed by the event's id; empty: no links.
    int refresh_hours = 4;                   ///< How often subscribers are asked to look again.
};

/// Fails (kInvalidArgument) on a filter that names a school the calendar does not have, on a colour that is not a CSS name, on a URL with spaces or control
/// characters, and on refresh_hours or alarm_days_before out of range.
Result<std::string> write_icalendar(const Calendar& calendar, const ICalendarOptions& options = {});

}  // namespace schoolimp::inline v0
