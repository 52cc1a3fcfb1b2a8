// Bodies of SchoolYear's longer members. Include school_year.hpp, not this.
#pragma once

#include "schoolimp/schoolyear/school_year.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

inline void SchoolYear::fill(SchoolYearDocument document, const BankHolidays& bank_holidays) {
    document_ = std::move(document);
    const DateRange range = detail::school_year_range(document_);
    first_ = range.first;
    kinds_.assign(static_cast<std::size_t>((range.last - range.first).count()) + 1, DayKind::kHoliday);
    bank_holidays_ = document_.bank_holidays ? *document_.bank_holidays : bank_holidays.between(range.first, range.last);
    std::sort(bank_holidays_.begin(), bank_holidays_.end(), [](const BankHoliday& a, const BankHoliday& b) { return a.date < b.date; });
    mark_days();
    index_days();
}

inline void SchoolYear::mark_days() {
    const auto each = [this](Date first, Date last, auto&& change) {
        for (Date date = first; date <= last; date += std::chrono::days{1})
            if (const auto at = position(date)) change(kinds_[*at]);
    };
    for (std::size_t i = 0; i < kinds_.size(); ++i)
        if (is_weekend(first_ + std::chrono::days{static_cast<int>(i)})) kinds_[i] = DayKind::kWeekend;
    for (const HalfTerm& half : document_.half_terms)
        each(half.first, half.last, [](DayKind& kind) { if (kind == DayKind::kHoliday) kind = DayKind::kSchoolDay; });
    for (const BankHoliday& holiday : bank_holidays_)
        each(holiday.date, holiday.date, [](DayKind& kind) { if (kind != DayKind::kWeekend) kind = DayKind::kBankHoliday; });
    for (const Date date : document_.inset_days) each(date, date, [](DayKind& kind) { kind = DayKind::kInset; });
    for (const Closure& closure : document_.closures)
        each(closure.first, closure.last, [&](DayKind& kind) {
            if (kind == DayKind::kSchoolDay) kind = closure.staff_open ? DayKind::kStaffOnly : DayKind::kClosure;
            if (kind == DayKind::kInset && !closure.staff_open) kind = DayKind::kClosure;
        });
}

inline void SchoolYear::index_days() {
    before_.assign(1, 0);
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        const Date date = first_ + std::chrono::days{static_cast<int>(i)};
        const bool open = kinds_[i] == DayKind::kSchoolDay;
        before_.push_back(static_cast<std::int16_t>(before_.back() + (open ? 1 : 0)));
        if (!open) continue;
        school_days_.push_back(date);
        const std::chrono::weekday weekday{date};
        const Date monday = date - (weekday - std::chrono::Monday);
        if (weeks_.empty() || weeks_.back() != monday) weeks_.push_back(monday);
    }
}

inline std::string SchoolYear::describe(Date date) const {
    switch (kind(date)) {
        case DayKind::kSchoolDay: return "school day";
        case DayKind::kInset: return "INSET day";
        case DayKind::kWeekend: return "weekend";
        case DayKind::kBankHoliday:
            for (const BankHoliday& holiday : bank_holidays_)
                if (holiday.date == date) return holiday.title;
            break;
        case DayKind::kStaffOnly:
        case DayKind::kClosure:
            for (const Closure& closure : document_.closures)
                if (closure.first <= date && date <= closure.last) return closure.reason.empty() ? "closed" : closure.reason;
            break;
        case DayKind::kHoliday: break;
    }
    return "school holiday";
}

inline std::optional<Date> SchoolYear::nearest_school_day(Date date) const {
    const std::optional<Date> after = next_school_day(date), before = previous_school_day(date);
    if (!after || !before) return after ? after : before;
    return *after - date <= date - *before ? after : before;
}

inline std::optional<Date> SchoolYear::school_day_after(Date date, int n) const {
    if (n > 0) return school_day_at(school_days_before(date + std::chrono::days{1}) + n - 1);
    return school_day_at(school_days_before(date) + n);
}

inline std::optional<Date> SchoolYear::next_in_half_term(Date date) const {
    const std::optional<Date> next = next_school_day(date);
    const std::optional<int> half = half_term_of(date);
    if (!half) return next;
    if (next && *next <= half_term(*half).last) return next;
    const std::optional<Date> before = previous_school_day(date);
    return before && *before >= half_term(*half).first ? before : std::nullopt;
}

inline std::optional<int> SchoolYear::half_term_of(Date date) const {
    for (int i = 0; i < half_term_count(); ++i)
        if (half_term(i).range().contains(date)) return i;
    return std::nullopt;
}

inline std::optional<SchoolTerm> SchoolYear::term_of(Date date) const {
    const std::optional<int> half = half_term_of(date);
    return half ? std::optional<SchoolTerm>(half_term(*half).term) : std::nullopt;
}

inline std::optional<DateRange> SchoolYear::term_range(SchoolTerm term) const {
    std::optional<DateRange> range;
    for (const HalfTerm& half : document_.half_terms) {
        if (half.term != term) continue;
        if (!range) range = half.range();
        range->last = half.last;
    }
    return range;
}

inline std::vector<SchoolTerm> SchoolYear::terms() const {
    std::vector<SchoolTerm> result;
    for (const HalfTerm& half : document_.half_terms)
        if (result.empty() || result.back() != half.term) result.push_back(half.term);
    return result;
}

inline std::string SchoolYear::half_term_title(int index) const {
    const HalfTerm& half = half_term(index);
    int number = 1, halves = 0;
    for (int i = 0; i < half_term_count(); ++i) {
        if (half_term(i).term != half.term) continue;
        ++halves;
        if (i < index) ++number;
    }
    std::string text(to_word(half.term));
    text += halves > 1 ? " half term " + std::to_string(number) : " term";
    return text + " (" + long_range(half.first, half.last) + ")";
}

inline std::optional<int> SchoolYear::week_of(Date date) const {
    const Date monday = date - (std::chrono::weekday{date} - std::chrono::Monday);
    const auto found = std::lower_bound(weeks_.begin(), weeks_.end(), monday);
    if (found == weeks_.end() || *found != monday) return std::nullopt;
    return static_cast<int>(found - weeks_.begin()) + 1;
}

inline std::optional<int> SchoolYear::week_in_cycle(Date date) const {
    const std::optional<int> week = week_of(date);
    if (!week) return std::nullopt;
    int start = 1;
    if (document_.week_cycle == WeekCycle::kResetEachTerm) {
        // The week belongs to the term of its first school day, so that Saturday and Sunday count with it.
        const std::optional<Date> open = next_school_day(week_start(*week));
        const std::optional<DateRange> term = term_range(*term_of(*open));
        start = *week_of(*next_school_day(term->first));
    }
    return (*week - start) % 2 + 1;
}

namespace detail {

inline std::string difference_words(int difference, int expected, std::string_view what) {
    if (difference == 0) return "as many as expected (" + std::to_string(expected) + ")";
    return counted(difference < 0 ? -difference : difference, "day") + (difference < 0 ? " fewer" : " more") + " than the " + std::to_string(expected) + " expected " + std::string(what);
}

inline std::vector<std::string> audit_statements(const SchoolYearAudit& audit, const SchoolYearDocument& document) {
    std::vector<std::string> lines;
    lines.push_back(counted(audit.staff_days, "day") + " open to staff: " + difference_words(audit.staff_difference, document.expected_staff_days, "for staff") + ".");
    lines.push_back(counted(audit.pupil_days, "day") + " open to pupils: " + difference_words(audit.pupil_difference, document.expected_pupil_days, "for pupils") + ".");
    lines.push_back(counted(audit.inset_days, "INSET day") + ".");
    const int inset = document.expected_staff_days - document.expected_pupil_days;
    if (audit.inset_days == 0 && audit.staff_difference == 0 && audit.pupil_difference == inset && inset > 0)
        lines.push_back("The dates fit once " + counted(inset, "INSET day") + " inside the terms " + (inset == 1 ? "is" : "are") + " named.");
    return lines;
}

}  // namespace detail

inline SchoolYearAudit SchoolYear::audit() const {
    SchoolYearAudit audit;
    for (const HalfTerm& half : document_.half_terms) audit.half_terms.push_back({half.term, half.first, half.last, 0, 0});
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i] > DayKind::kStaffOnly) continue;
        const bool pupils = kinds_[i] == DayKind::kSchoolDay;
        ++audit.staff_days;
        audit.pupil_days += pupils;
        audit.inset_days += kinds_[i] == DayKind::kInset;
        const std::optional<int> half = half_term_of(first_ + std::chrono::days{static_cast<int>(i)});
        if (!half) continue;
        HalfTermCount& count = audit.half_terms[static_cast<std::size_t>(*half)];
        ++count.staff_days;
        count.pupil_days += pupils;
    }
    audit.staff_difference = audit.staff_days - document_.expected_staff_days;
    audit.pupil_difference = audit.pupil_days - document_.expected_pupil_days;
    audit.statements = detail::audit_statements(audit, document_);
    return audit;
}

}  // namespace schoolimp::inline v0
