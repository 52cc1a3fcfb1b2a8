// The words of one event for people: summary and description.
#pragma once

#include <string>
#include <string_view>

#include "schoolimp/calendar/document.hpp"

namespace schoolimp::inline v0::icalendar_detail {

/// "Risk review 3 of 6 – Oakfield Primary", with "Cancelled: " or "Provisional: " before it.
void append_summary(std::string& text, const CalendarEvent& event);

/// Reason, changes, people, reports, outputs, source, link: one line each, separated by line feeds.
void append_description(std::string& text, const CalendarEvent& event, std::string_view link);

}  // namespace schoolimp::inline v0::icalendar_detail
