// The school year document: half terms, INSET days, closures, bank holidays and blocked windows of one academic year, as plain data.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/schoolyear/bank_holidays.hpp"

namespace schoolimp::inline v0 {

/// Numbered as Period::term.
enum class SchoolTerm : std::uint8_t { kAutumn = 1, kSpring = 2, kSummer = 3 };

/// "autumn", "spring", "summer": the words used in documents.
constexpr std::string_view to_word(SchoolTerm term) { return kTermNames[static_cast<std::size_t>(term)]; }
constexpr std::optional<SchoolTerm> parse_school_term(std::string_view word) {
    for (std::size_t i = 1; i <= 3; ++i)
        if (word == kTermNames[i]) return static_cast<SchoolTerm>(i);
    return std::nullopt;
}

/// One half term, from its first to its last day (both included). INSET days at its ends may lie inside or outside.
struct HalfTerm {
    SchoolTerm term = SchoolTerm::kAutumn;
    Date first{};
    Date last{};

    constexpr DateRange range() const { return {first, last}; }
    friend bool operator==(const HalfTerm&, const HalfTerm&) = default;
};

/// Days on which a school that would be open is not.
struct Closure {
    Date first{};
    Date last{};
    std::string reason;
    bool staff_open = false;  ///< Closed to pupils only.
    friend bool operator==(const Closure&, const Closure&) = default;
};

/// Days on which the calendar places nothing: assessment weeks, moderation, a residential ...
struct BlockedWindow {
    Date first{};
    Date last{};
    std::string title;
    std::vector<std::string> activities;  ///< Only for these activities; empty: for all.
    std::vector<std::string> phases;      ///< Only for schools of these phases; empty: for all.

    constexpr DateRange range() const { return {first, last}; }
    friend bool operator==(const BlockedWindow&, const BlockedWindow&) = default;
};

/// How a two-week timetable counts: over all school weeks, or from week 1 again at the start of each term.
enum class WeekCycle : std::uint8_t { kContinuous, kResetEachTerm };

constexpr std::string_view to_word(WeekCycle cycle) { return cycle == WeekCycle::kContinuous ? "continuous" : "reset_each_term"; }
constexpr std::optional<WeekCycle> parse_week_cycle(std::string_view word) {
    if (word == "continuous") return WeekCycle::kContinuous;
    if (word == "reset_each_term") return WeekCycle::kResetEachTerm;
    return std::nullopt;
}

/// Schema "schoolimp/school_year/1".
struct SchoolYearDocument {
    std::string id;
    std::string title;
    AcademicYear academic_year;
    std::optional<Date> first;  ///< First day of the school year; absent: 1 August. Some trusts start in the middle of August.
    std::optional<Date> last;   ///< Last day of the school year; absent: 31 August of the year after.
    std::vector<HalfTerm> half_terms;  ///< In order of date; customarily six.
    std::vector<Date> inset_days;      ///< Staff in, pupils not; inside or outside the half terms.
    std::vector<Closure> closures;
    std::optional<std::vector<BankHoliday>> bank_holidays;  ///< Instead of those of England and Wales.
    std::vector<BlockedWindow> blocked;
    WeekCycle week_cycle = WeekCycle::kContinuous;
    int expected_staff_days = 195;
    int expected_pupil_days = 190;
    std::string source;
    friend bool operator==(const SchoolYearDocument&, const SchoolYearDocument&) = default;
};

}  // namespace schoolimp::inline v0
