// Improvement calendars as JSON ("schoolimp/calendar/1").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/calendar/document.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::inline v0 {

/// Reads a calendar back as it was written: what make_calendar wants as the previous one. Fails with every issue found, among them events that stand twice and
/// events that end before they begin. Members the format does not know are kept (not those of a range of dates or of an issue) and, when `warnings` are asked for, reported there.
Result<Calendar> parse_calendar(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);

std::string write_calendar(const Calendar& calendar, JsonStyle style = JsonStyle::kPretty);

}  // namespace schoolimp::inline v0
