// SchoolYear: a checked school year on which school days are counted. Immutable; every query is a look-up in tables made once.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/schoolyear/bank_holidays.hpp"
#include "schoolimp/schoolyear/checks.hpp"
#include "schoolimp/schoolyear/document.hpp"

namespace schoolimp::inline v0 {

/// What a day is. Only kSchoolDay is open to pupils; kInset and kStaffOnly are open to staff.
enum class DayKind : std::uint8_t { kSchoolDay, kInset, kStaffOnly, kWeekend, kBankHoliday, kClosure, kHoliday };

constexpr std::string_view to_word(DayKind kind) {
    constexpr std::string_view kWords[] = {"school_day", "inset", "staff_only", "weekend", "bank_holiday", "closure", "holiday"};
    return kWords[static_cast<std::size_t>(kind)];
}

struct HalfTermCount {
    SchoolTerm term = SchoolTerm::kAutumn;
    Date first{};
    Date last{};
    int staff_days = 0;
    int pupil_days = 0;
    friend bool operator==(const HalfTermCount&, const HalfTermCount&) = default;
};

/// A school year counted against what is expected of it.
struct SchoolYearAudit {
    int staff_days = 0;  ///< Days open to staff: school days, INSET and days closed to pupils only.
    int pupil_days = 0;  ///< Days open to pupils.
    int inset_days = 0;
    int staff_difference = 0;  ///< Counted less expected.
    int pupil_difference = 0;
    std::vector<HalfTermCount> half_terms;
    std::vector<std::string> statements;  ///< The same in sentences.
    friend bool operator==(const SchoolYearAudit&, const SchoolYearAudit&) = default;
};

class SchoolYear {
public:
    /// Checks the document and counts its days. On failure the status carries every issue, with JSON Pointers into the document.
    /// Bank holidays are those of the document, else those of `bank_holidays`.
    static Result<SchoolYear> make(SchoolYearDocument document, const BankHolidays& bank_holidays = {}) {
        std::vector<Issue> issues = detail::check_school_year(document, bank_holidays);
        if (has_error(issues)) return invalid_document("school year '" + document.id + "'", std::move(issues));
        SchoolYear year;
        year.warnings_ = std::move(issues);
        year.fill(std::move(document), bank_holidays);
        return year;
    }

    const SchoolYearDocument& document() const { return document_; }
    const std::string& id() const { return document_.id; }
    AcademicYear academic_year() const { return document_.academic_year; }
    /// Reported while checking, not in the way of use: INSET outside the terms, projected bank holidays ...
    const std::vector<Issue>& warnings() const { return warnings_; }

    /// The whole school year with its holidays; days outside are closed.
    DateRange range() const { return {first_, first_ + std::chrono::days{static_cast<int>(kinds_.size()) - 1}}; }
    Date first_school_day() const { return school_days_.front(); }
    Date last_school_day() const { return school_days_.back(); }

    DayKind kind(Date date) const {
        const std::optional<std::size_t> at = position(date);
        if (at) return kinds_[*at];
        return is_weekend(date) ? DayKind::kWeekend : DayKind::kHoliday;
    }
    bool pupil_open(Date date) const { return kind(date) == DayKind::kSchoolDay; }
    bool staff_open(Date date) const { return kind(date) <= DayKind::kStaffOnly; }
    /// What stands on a date that is not a school day: the bank holiday's title, the closure's reason, "INSET day", "weekend" or "school holiday".
    std::string describe(Date date) const;

    /// All days open to pupils, in order; never empty.
    const std::vector<Date>& school_days() const { return school_days_; }
    /// Number of school days before `date`: its index in school_days() when it is one.
    int school_days_before(Date date) const {
        if (date <= first_) return 0;
        const auto days = static_cast<std::size_t>((date - first_).count());
        return before_[std::min(days, before_.size() - 1)];
    }
    /// Number of school days from `first` to `last`, both included; 0 when last < first.
    int school_days_between(Date first, Date last) const {
        return last < first ? 0 : school_days_before(last + std::chrono::days{1}) - school_days_before(first);
    }

    /// The first school day on or after `date`; none after the last one of the year.
    std::optional<Date> next_school_day(Date date) const { return school_day_at(school_days_before(date)); }
    /// The last school day on or before `date`.
    std::optional<Date> previous_school_day(Date date) const { return school_day_at(school_days_before(date + std::chrono::days{1}) - 1); }
    /// The school day nearest to `date`; the later of two equally near.
    std::optional<Date> nearest_school_day(Date date) const;
    /// The nth school day after `date` (before it when n is negative; for 0 the first on or after it). None outside the year.
    std::optional<Date> school_day_after(Date date, int n) const;
    /// Like next_school_day, but stays in the half term of `date`: back to the last school day of it when none follows.
    std::optional<Date> next_in_half_term(Date date) const;

    int half_term_count() const { return static_cast<int>(document_.half_terms.size()); }
    const HalfTerm& half_term(int index) const { return document_.half_terms[static_cast<std::size_t>(index)]; }
    /// Index of the half term a date lies in; none in the holidays.
    std::optional<int> half_term_of(Date date) const;
    std::optional<SchoolTerm> term_of(Date date) const;
    /// From the first day of the term's first half to the last day of its last one; none when the year has no such term.
    std::optional<DateRange> term_range(SchoolTerm term) const;
    /// The terms the year has, in order.
    std::vector<SchoolTerm> terms() const;
    /// "autumn half term 1 (1 September to 23 October 2026)"
    std::string half_term_title(int index) const;

    /// School weeks: Monday weeks with at least one school day, numbered from 1 across the year; holidays are skipped.
    int week_count() const { return static_cast<int>(weeks_.size()); }
    std::optional<int> week_of(Date date) const;
    /// Monday of school week `number` (1 to week_count()).
    Date week_start(int number) const { return weeks_[static_cast<std::size_t>(number - 1)]; }
    /// 1 or 2: the week of a two-week timetable.
    std::optional<int> week_in_cycle(Date date) const;

    const std::vector<BankHoliday>& bank_holidays() const { return bank_holidays_; }
    SchoolYearAudit audit() const;

    friend bool operator==(const SchoolYear&, const SchoolYear&) = default;

private:
    SchoolYear() = default;

    std::optional<std::size_t> position(Date date) const {
        if (date < first_) return std::nullopt;
        const auto at = static_cast<std::size_t>((date - first_).count());
        return at < kinds_.size() ? std::optional<std::size_t>(at) : std::nullopt;
    }
    std::optional<Date> school_day_at(int index) const {
        if (index < 0 || index >= static_cast<int>(school_days_.size())) return std::nullopt;
        return school_days_[static_cast<std::size_t>(index)];
    }
    void fill(SchoolYearDocument document, const BankHolidays& bank_holidays);
    void mark_days();
    void index_days();

    SchoolYearDocument document_;
    std::vector<Issue> warnings_;
    std::vector<BankHoliday> bank_holidays_;
    Date first_{};
    std::vector<DayKind> kinds_;        ///< One for each day of range().
    std::vector<std::int16_t> before_;  ///< School days before each day; one more entry than kinds_.
    std::vector<Date> school_days_;
    std::vector<Date> weeks_;  ///< Mondays of the school weeks.
};

}  // namespace schoolimp::inline v0

#include "schoolimp/schoolyear/school_year_inline.hpp"  // IWYU pragma: export
