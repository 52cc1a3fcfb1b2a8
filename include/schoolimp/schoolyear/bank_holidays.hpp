// Bank holidays of England and Wales: by rule, with the one-off changes proclaimed so far, and with overlays from published data.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// kPublished: announced by the government. kProjected: what the rules give for a year not announced yet; a one-off may still change it.
enum class BankHolidayStatus : std::uint8_t { kPublished, kProjected };

struct BankHoliday {
    Date date{};
    std::string title;
    bool substitute = false;  ///< Stands in for a holiday that falls on a weekend.
    BankHolidayStatus status = BankHolidayStatus::kPublished;
    friend bool operator==(const BankHoliday&, const BankHoliday&) = default;
};

/// The rules hold from the first year with an early May bank holiday.
inline constexpr int kFirstBankHolidayYear = 1978;
/// The last year the government had announced when this was written.
inline constexpr int kLastPublishedBankHolidayYear = 2028;

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876), for 1583 and later.
constexpr Date easter_sunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return *make_date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

constexpr bool is_weekend(Date date) {
    const std::chrono::weekday day{date};
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

namespace detail {

constexpr Date first_monday(int year, unsigned month) {
    using namespace std::chrono;
    return Date{std::chrono::year{year} / std::chrono::month{month} / Monday[1]};
}

constexpr Date last_monday(int year, unsigned month) {
    using namespace std::chrono;
    return Date{std::chrono::year{year} / std::chrono::month{month} / Monday[std::chrono::last]};
}

/// A one-off: the rule's date it takes the place of (none: an extra day), the day itself, its title.
struct OneOffHoliday {
    int year;
    unsigned from_month, from_day;  ///< 0: added, nothing moves.
    unsigned month, day;
    std::string_view title;
};

inline constexpr OneOffHoliday kOneOffHolidays[] = {
    {1981, 0, 0, 7, 29, "Royal wedding bank holiday"},
    {1995, 5, 1, 5, 8, "Early May bank holiday (VE day)"},
    {1999, 0, 0, 12, 31, "Millennium bank holiday"},
    {2002, 5, 27, 6, 4, "Spring bank holiday"},
    {2002, 0, 0, 6, 3, "Golden Jubilee bank holiday"},
    {2011, 0, 0, 4, 29, "Royal wedding bank holiday"},
    {2012, 5, 28, 6, 4, "Spring bank holiday"},
    {2012, 0, 0, 6, 5, "Queen’s Diamond Jubilee"},
    {2020, 5, 4, 5, 8, "Early May bank holiday (VE day)"},
    {2022, 5, 30, 6, 2, "Spring bank holiday"},
    {2022, 0, 0, 6, 3, "Platinum Jubilee bank holiday"},
    {2022, 0, 0, 9, 19, "Bank Holiday for the State Funeral of Queen Elizabeth II"},
    {2023, 0, 0, 5, 8, "Bank holiday for the coronation of King Charles III"},
};

inline void apply_one_offs(int year, std::vector<BankHoliday>& days) {
    for (const OneOffHoliday& change : kOneOffHolidays) {
        if (change.year != year) continue;
        const Date date = *make_date(year, change.month, change.day);
        if (change.from_month == 0) {
            days.push_back({date, std::string(change.title), false, BankHolidayStatus::kPublished});
            continue;
        }
        const Date from = *make_date(year, change.from_month, change.from_day);
        for (BankHoliday& holiday : days)
            if (holiday.date == from) holiday = {date, std::string(change.title), false, BankHolidayStatus::kPublished};
    }
}

/// Christmas and Boxing Day with their substitutes. Boxing Day stays on a Monday; the substitute for a Sunday Christmas is then the Tuesday.
inline void add_christmas(int year, std::vector<BankHoliday>& days) {
    const Date christmas = *make_date(year, 12, 25);
    const std::chrono::weekday weekday{christmas};
    Date first = christmas, second = christmas + std::chrono::days{1};
    if (weekday == std::chrono::Friday) second = christmas + std::chrono::days{3};
    if (weekday == std::chrono::Saturday) first = christmas + std::chrono::days{2}, second = christmas + std::chrono::days{3};
    if (weekday == std::chrono::Sunday) first = christmas + std::chrono::days{2};
    days.push_back({first, "Christmas Day", first != christmas, BankHolidayStatus::kPublished});
    days.push_back({second, "Boxing Day", second != christmas + std::chrono::days{1}, BankHolidayStatus::kPublished});
}

}  // namespace detail

/// The bank holidays of a calendar year, in order of date; empty before kFirstBankHolidayYear.
inline std::vector<BankHoliday> england_wales_bank_holidays(int year) {
    std::vector<BankHoliday> days;
    if (year < kFirstBankHolidayYear || year > 9998) return days;
    Date new_year = *make_date(year, 1, 1);
    while (is_weekend(new_year)) new_year += std::chrono::days{1};
    const Date easter = easter_sunday(year);
    days.push_back({new_year, "New Year’s Day", new_year != *make_date(year, 1, 1), BankHolidayStatus::kPublished});
    days.push_back({easter - std::chrono::days{2}, "Good Friday", false, BankHolidayStatus::kPublished});
    days.push_back({easter + std::chrono::days{1}, "Easter Monday", false, BankHolidayStatus::kPublished});
    days.push_back({detail::first_monday(year, 5), "Early May bank holiday", false, BankHolidayStatus::kPublished});
    days.push_back({detail::last_monday(year, 5), "Spring bank holiday", false, BankHolidayStatus::kPublished});
    days.push_back({detail::last_monday(year, 8), "Summer bank holiday", false, BankHolidayStatus::kPublished});
    detail::add_christmas(year, days);
    detail::apply_one_offs(year, days);
    std::sort(days.begin(), days.end(), [](const BankHoliday& a, const BankHoliday& b) { return a.date < b.date; });
    if (year > kLastPublishedBankHolidayYear)
        for (BankHoliday& holiday : days) holiday.status = BankHolidayStatus::kProjected;
    return days;
}

/// Bank holidays as an immutable value: the rules, with years replaced by published lists and single days added or taken away. A changed set is a new value.
class BankHolidays {
public:
    /// The rules with the one-offs known to the library.
    BankHolidays() = default;

    /// Every calendar year that `published` names is taken from it alone (GOV.UK publishes whole years); other years stay as they were.
    BankHolidays with_published(const std::vector<BankHoliday>& published) const {
        BankHolidays result = *this;
        std::map<int, std::vector<BankHoliday>> years;
        for (const BankHoliday& holiday : published) years[year_of(holiday.date)].push_back({holiday.date, holiday.title, holiday.substitute, BankHolidayStatus::kPublished});
        for (auto& [year, days] : years) result.years_[year] = ordered(std::move(days));
        return result;
    }

    /// With these days added (replacing what stood on the same date).
    BankHolidays with(const std::vector<BankHoliday>& added) const {
        BankHolidays result = *this;
        for (const BankHoliday& holiday : added) {
            std::vector<BankHoliday> days = result.in_year(year_of(holiday.date));
            std::erase_if(days, [&](const BankHoliday& other) { return other.date == holiday.date; });
            days.push_back(holiday);
            result.years_[year_of(holiday.date)] = ordered(std::move(days));
        }
        return result;
    }

    /// Without these days.
    BankHolidays without(const std::vector<Date>& removed) const {
        BankHolidays result = *this;
        for (const Date date : removed) {
            std::vector<BankHoliday> days = result.in_year(year_of(date));
            std::erase_if(days, [&](const BankHoliday& other) { return other.date == date; });
            result.years_[year_of(date)] = std::move(days);
        }
        return result;
    }

    std::vector<BankHoliday> in_year(int year) const {
        const auto found = years_.find(year);
        return found == years_.end() ? england_wales_bank_holidays(year) : found->second;
    }

    /// Those from `first` to `last`, both included.
    std::vector<BankHoliday> between(Date first, Date last) const {
        std::vector<BankHoliday> result;
        for (int year = year_of(first); year <= year_of(last); ++year)
            for (BankHoliday& holiday : in_year(year))
                if (first <= holiday.date && holiday.date <= last) result.push_back(std::move(holiday));
        return result;
    }

    std::optional<BankHoliday> find(Date date) const {
        for (BankHoliday& holiday : in_year(year_of(date)))
            if (holiday.date == date) return std::move(holiday);
        return std::nullopt;
    }

    friend bool operator==(const BankHolidays&, const BankHolidays&) = default;

private:
    static int year_of(Date date) { return static_cast<int>(std::chrono::year_month_day{date}.year()); }
    static std::vector<BankHoliday> ordered(std::vector<BankHoliday> days) {
        std::sort(days.begin(), days.end(), [](const BankHoliday& a, const BankHoliday& b) { return a.date < b.date; });
        return days;
    }

    std::map<int, std::vector<BankHoliday>> years_;  ///< Years that differ from the rules.
};

}  // namespace schoolimp::inline v0
