// The checks of a school year document. Every problem is reported at once.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/schoolyear/document.hpp"

namespace schoolimp::inline v0::detail {

/// First and last day of the school year: as written, else 1 August to 31 August.
inline DateRange school_year_range(const SchoolYearDocument& document) {
    const int start = document.academic_year.start;
    return {document.first.value_or(*make_date(start, 8, 1)), document.last.value_or(*make_date(start + 1, 8, 31))};
}

inline std::string range_text(Date first, Date last) { return to_string(first) + " to " + to_string(last); }

/// Collects the issues of one document.
class SchoolYearChecker {
public:
    SchoolYearChecker(const SchoolYearDocument& document, const BankHolidays& bank_holidays) : document_(document), rules_(bank_holidays) {}

    std::vector<Issue> run() {
        if (document_.id.empty()) error("/id", "missing", "the school year has no id", "give it a short name such as 'main-2026'");
        if (!check_year()) return std::move(issues_);
        holidays_ = document_.bank_holidays ? *document_.bank_holidays : rules_.between(range_.first, range_.last);
        check_half_terms();
        check_inset_days();
        check_ranges("/closures/", document_.closures);
        check_ranges("/blocked/", document_.blocked);
        check_expected("/expected_staff_days", document_.expected_staff_days);
        check_expected("/expected_pupil_days", document_.expected_pupil_days);
        check_projected();
        if (!has_error(issues_)) check_any_school_day();
        return std::move(issues_);
    }

private:
    void add(Severity severity, std::string pointer, std::string code, std::string message, std::string hint) {
        issues_.push_back({std::move(pointer), std::move(code), std::move(message), std::move(hint), severity});
    }
    void error(std::string pointer, std::string code, std::string message, std::string hint) {
        add(Severity::kError, std::move(pointer), std::move(code), std::move(message), std::move(hint));
    }
    void warning(std::string pointer, std::string code, std::string message, std::string hint) {
        add(Severity::kWarning, std::move(pointer), std::move(code), std::move(message), std::move(hint));
    }

    bool check_year() {
        const int start = document_.academic_year.start;
        if (start < kFirstBankHolidayYear || start > 2200) {
            error("/academic_year", "out_of_range", "academic year " + std::to_string(start) + " is not between " + std::to_string(kFirstBankHolidayYear) + " and 2200",
                  "write it as 2026/27");
            return false;
        }
        range_ = school_year_range(document_);
        const auto days = (range_.last - range_.first).count() + 1;
        if (days < 1 || days > 550) {
            error("/last", "out_of_range", "the school year from " + range_text(range_.first, range_.last) + " has " + std::to_string(days) + " days, not 1 to 550",
                  "check the first and last day of the school year");
            return false;
        }
        return true;
    }

    bool check_inside(const std::string& pointer, const std::string& what, Date first, Date last) {
        if (last < first) {
            error(pointer, "wrong_order", what + " ends on " + to_string(last) + ", before it begins on " + to_string(first), "exchange the two dates");
            return false;
        }
        if (first < range_.first || last > range_.last) {
            error(pointer, "out_of_range", what + " (" + range_text(first, last) + ") is not inside the school year (" + range_text(range_.first, range_.last) + ")",
                  "check the year of the dates, or give the school year its own first and last day");
            return false;
        }
        return true;
    }

    void check_half_terms() {
        if (document_.half_terms.empty()) error("/half_terms", "missing", "the school year has no half terms", "give each half term its first and last day");
        for (std::size_t i = 0; i < document_.half_terms.size(); ++i) {
            const HalfTerm& half = document_.half_terms[i];
            const std::string pointer = "/half_terms/" + std::to_string(i);
            if (!check_inside(pointer, "half term " + std::to_string(i + 1), half.first, half.last)) continue;
            if (i > 0) check_after_previous(pointer, i);
            warn_if_closed(pointer + "/first", "first", half.first);
            warn_if_closed(pointer + "/last", "last", half.last);
        }
    }

    void check_after_previous(const std::string& pointer, std::size_t i) {
        const HalfTerm &half = document_.half_terms[i], &previous = document_.half_terms[i - 1];
        const std::string numbers = "half terms " + std::to_string(i) + " and " + std::to_string(i + 1);
        if (previous.first <= previous.last && half.range().overlaps(previous.range()))
            error(pointer, "overlap", numbers + " overlap: " + range_text(previous.first, previous.last) + " and " + range_text(half.first, half.last), "end the first one earlier");
        else if (half.first <= previous.last)
            error(pointer, "wrong_order", numbers + " are not in order of date: " + to_string(half.first) + " comes before " + to_string(previous.first),
                  "list the half terms from September to July");
        if (half.term < previous.term)
            error(pointer + "/term", "wrong_order", std::string(to_word(half.term)) + " follows " + std::string(to_word(previous.term)), "terms come as autumn, spring, summer");
    }

    void warn_if_closed(const std::string& pointer, const char* which, Date date) {
        const BankHoliday* holiday = find_holiday(date);
        if (holiday == nullptr && !is_weekend(date)) return;
        warning(pointer, "closed_day", std::string("the ") + which + " day, " + to_string(date) + ", is " + (holiday ? holiday->title : "at a weekend"), "check the date and its year");
    }

    void check_inset_days() {
        for (std::size_t i = 0; i < document_.inset_days.size(); ++i) {
            const Date date = document_.inset_days[i];
            const std::string pointer = "/inset_days/" + std::to_string(i), what = "INSET day " + to_string(date);
            if (!check_inside(pointer, what, date, date)) continue;
            if (std::find(document_.inset_days.begin(), document_.inset_days.begin() + static_cast<std::ptrdiff_t>(i), date) != document_.inset_days.begin() + static_cast<std::ptrdiff_t>(i))
                error(pointer, "duplicate", what + " is listed twice", "remove one of them");
            if (const BankHoliday* holiday = find_holiday(date)) error(pointer, "closed_day", what + " is a bank holiday (" + holiday->title + ")", "choose another day");
            if (is_weekend(date)) warning(pointer, "closed_day", what + " is at a weekend", "check the date and its year");
            if (!in_half_term(date)) warning(pointer, "outside_terms", what + " lies outside the half terms", "right when staff come in before or after the pupils");
        }
    }

    template <typename T>
    void check_ranges(const std::string& place, const std::vector<T>& ranges) {
        for (std::size_t i = 0; i < ranges.size(); ++i)
            check_inside(place + std::to_string(i), (place == "/closures/" ? "closure " : "blocked window ") + std::to_string(i + 1), ranges[i].first, ranges[i].last);
    }

    void check_expected(const std::string& pointer, int days) {
        if (days < 0 || days > 366) error(pointer, "out_of_range", std::to_string(days) + " expected days are not between 0 and 366", "195 for staff and 190 for pupils are customary");
    }

    void check_projected() {
        for (const BankHoliday& holiday : holidays_) {
            if (holiday.status != BankHolidayStatus::kProjected) continue;
            warning("/academic_year", "projected_bank_holidays", "bank holidays from " + to_string(holiday.date) + " on follow the rules and are not announced yet",
                    "overlay the published list when there is one");
            return;
        }
    }

    void check_any_school_day() {
        for (const HalfTerm& half : document_.half_terms)
            for (Date date = half.first; date <= half.last; date += std::chrono::days{1})
                if (!is_weekend(date) && find_holiday(date) == nullptr && !is_inset(date) && !in_closure(date)) return;
        error("/half_terms", "no_school_days", "not one day of the school year is open to pupils", "check the half terms and closures");
    }

    const BankHoliday* find_holiday(Date date) const {
        for (const BankHoliday& holiday : holidays_)
            if (holiday.date == date) return &holiday;
        return nullptr;
    }
    bool is_inset(Date date) const { return std::find(document_.inset_days.begin(), document_.inset_days.end(), date) != document_.inset_days.end(); }
    bool in_closure(Date date) const {
        return std::any_of(document_.closures.begin(), document_.closures.end(), [&](const Closure& closure) { return closure.first <= date && date <= closure.last; });
    }
    bool in_half_term(Date date) const {
        return std::any_of(document_.half_terms.begin(), document_.half_terms.end(), [&](const HalfTerm& half) { return half.range().contains(date); });
    }

    const SchoolYearDocument& document_;
    const BankHolidays& rules_;
    DateRange range_{};
    std::vector<BankHoliday> holidays_;
    std::vector<Issue> issues_;
};

inline std::vector<Issue> check_school_year(const SchoolYearDocument& document, const BankHolidays& bank_holidays) {
    return SchoolYearChecker(document, bank_holidays).run();
}

}  // namespace schoolimp::inline v0::detail
