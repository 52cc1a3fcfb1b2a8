// Dates, date ranges, academic years and periods. Civil dates only; no clock is read anywhere.
#pragma once

#include <charconv>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// A civil date: days since 1970-01-01.
using Date = std::chrono::sys_days;

namespace detail {

inline std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() || text.size() > 9 ? std::nullopt : std::optional<int>(value);
}

inline void append_padded(std::string& out, int value, int width) {
    const std::string digits = std::to_string(value);
    for (int i = static_cast<int>(digits.size()); i < width; ++i) out += '0';
    out += digits;
}

}  // namespace detail

/// The date of year, month and day; none when there is no such day (2026-02-30).
constexpr std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!ymd.ok()) return std::nullopt;
    return Date{ymd};
}

/// Strict ISO form YYYY-MM-DD.
inline std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = detail::parse_digits(text.substr(0, 4));
    const auto month = detail::parse_digits(text.substr(5, 2));
    const auto day = detail::parse_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

/// YYYY-MM-DD.
inline std::string to_string(Date date) {
    const std::chrono::year_month_day ymd{date};
    std::string text;
    detail::append_padded(text, static_cast<int>(ymd.year()), 4);
    text += '-';
    detail::append_padded(text, static_cast<int>(static_cast<unsigned>(ymd.month())), 2);
    text += '-';
    detail::append_padded(text, static_cast<int>(static_cast<unsigned>(ymd.day())), 2);
    return text;
}

/// Days since 1970-01-01, as at the C ABI and in Arrow date32.
constexpr std::int32_t days_since_epoch(Date date) { return static_cast<std::int32_t>(date.time_since_epoch().count()); }
constexpr Date from_days(std::int32_t days) { return Date{std::chrono::days{days}}; }

/// n months later; the last day of the month when the day does not exist there (31 January + 1 month = 28 or 29 February).
constexpr Date add_months(Date date, int n) {
    const std::chrono::year_month_day ymd{date};
    const std::chrono::year_month moved = std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{n};
    const std::chrono::year_month_day same_day{moved.year(), moved.month(), ymd.day()};
    if (same_day.ok()) return Date{same_day};
    return Date{moved / std::chrono::last};
}

/// Both ends belong to the range, as school people say it.
struct DateRange {
    Date first;
    Date last;

    constexpr bool contains(Date date) const { return first <= date && date <= last; }
    constexpr bool overlaps(const DateRange& other) const { return first <= other.last && other.first <= last; }
    friend constexpr bool operator==(const DateRange&, const DateRange&) = default;
};

/// The academic year that starts in the autumn of `start`; written 2018/19.
struct AcademicYear {
    std::int32_t start = 0;
    friend constexpr auto operator<=>(const AcademicYear&, const AcademicYear&) = default;
};

inline std::string to_string(AcademicYear year) {
    std::string text;
    detail::append_padded(text, year.start, 4);
    text += '/';
    detail::append_padded(text, (year.start + 1) % 100, 2);
    return text;
}

/// Strict form 2018/19: the second part must be the year after.
inline std::optional<AcademicYear> parse_academic_year(std::string_view text) {
    if (text.size() != 7 || text[4] != '/') return std::nullopt;
    const auto start = detail::parse_digits(text.substr(0, 4));
    const auto end = detail::parse_digits(text.substr(5, 2));
    if (!start || !end || (*start + 1) % 100 != *end || *start < 1900 || *start > 2200) return std::nullopt;
    return AcademicYear{*start};
}

/// The academic year a date falls in, by the customary boundary of 1 August. Some trusts start earlier or later: a SchoolYear knows better.
constexpr AcademicYear academic_year_of(Date date) {
    const std::chrono::year_month_day ymd{date};
    const int year = static_cast<int>(ymd.year());
    return AcademicYear{ymd.month() >= std::chrono::August ? year : year - 1};
}

/// A whole academic year (term 0) or one of its terms: 1 autumn, 2 spring, 3 summer. Written "2018/19", "2018/19 autumn".
struct Period {
    AcademicYear year;
    std::int8_t term = 0;
    friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

inline constexpr std::string_view kTermNames[] = {"", "autumn", "spring", "summer"};

inline std::string to_string(Period period) {
    std::string text = to_string(period.year);
    if (period.term > 0) text.append(" ").append(kTermNames[period.term]);
    return text;
}

inline std::optional<Period> parse_period(std::string_view text) {
    const auto year = parse_academic_year(text.substr(0, 7));
    if (!year) return std::nullopt;
    if (text.size() == 7) return Period{*year, 0};
    if (text[7] != ' ') return std::nullopt;
    for (std::int8_t term = 1; term <= 3; ++term)
        if (text.substr(8) == kTermNames[term]) return Period{*year, term};
    return std::nullopt;
}

/// n periods of the same kind earlier (later when negative).
constexpr Period shifted(Period period, int n) {
    if (period.term == 0) return Period{AcademicYear{period.year.start - n}, 0};
    const int index = period.year.start * 3 + (period.term - 1) - n;
    return Period{AcademicYear{index / 3}, static_cast<std::int8_t>(index % 3 + 1)};
}

/// The last day a period's value can be about, by the customary calendar (31 August, 31 December, 30 April): used to order and to age evidence without its own date.
constexpr Date customary_end(Period period) {
    switch (period.term) {
        case 1: return *make_date(period.year.start, 12, 31);
        case 2: return *make_date(period.year.start + 1, 4, 30);
        default: return *make_date(period.year.start + 1, 8, 31);
    }
}

}  // namespace schoolimp::inline v0
