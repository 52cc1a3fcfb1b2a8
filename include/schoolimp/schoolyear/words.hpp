// Dates and counts in words, as school people write them: "Tuesday 1 September 2026", "1 school day".
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

inline constexpr std::string_view kWeekdayNames[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
inline constexpr std::string_view kMonthNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};

constexpr std::string_view weekday_name(Date date) { return kWeekdayNames[std::chrono::weekday{date}.c_encoding()]; }

/// "1 September"
inline std::string day_month(Date date) {
    const std::chrono::year_month_day ymd{date};
    return std::to_string(static_cast<unsigned>(ymd.day())) + ' ' + std::string(kMonthNames[static_cast<unsigned>(ymd.month()) - 1]);
}

/// "1 September 2026"
inline std::string long_date(Date date) { return day_month(date) + ' ' + std::to_string(static_cast<int>(std::chrono::year_month_day{date}.year())); }

/// "Tuesday 1 September 2026"
inline std::string full_date(Date date) { return std::string(weekday_name(date)) + ' ' + long_date(date); }

/// "4 January to 12 February 2027"; one date when both are the same; both years when they differ.
inline std::string long_range(Date first, Date last) {
    if (first == last) return long_date(first);
    const bool same_year = std::chrono::year_month_day{first}.year() == std::chrono::year_month_day{last}.year();
    return (same_year ? day_month(first) : long_date(first)) + " to " + long_date(last);
}

/// "1 school day", "3 school days"
inline std::string counted(int n, std::string_view singular) {
    std::string text = std::to_string(n) + ' ' + std::string(singular);
    if (n != 1) text += 's';
    return text;
}

}  // namespace schoolimp::inline v0
