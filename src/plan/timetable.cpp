#include "plan/timetable.hpp"

#include <algorithm>
#include <chrono>

#include "plan/slots.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

/// First day of a term or half term on or after `from`.
std::optional<Date> next_period_start(const SchoolYear& year, Date from, bool terms) {
    for (int i = 0; i < year.half_term_count(); ++i) {
        const HalfTerm& half = year.half_term(i);
        const bool starts = !terms || i == 0 || year.half_term(i - 1).term != half.term;
        if (!starts) continue;
        const std::optional<Date> day = year.next_school_day(half.first);
        if (day && *day >= from) return day;
    }
    return std::nullopt;
}

/// Last school day of the term or half term that `from` lies in.
std::optional<Date> period_end(const SchoolYear& year, Date from, bool terms) {
    for (int i = 0; i < year.half_term_count(); ++i) {
        const HalfTerm& half = year.half_term(i);
        const bool ends = !terms || i + 1 == year.half_term_count() || year.half_term(i + 1).term != half.term;
        if (ends && half.last >= from) return year.previous_school_day(half.last);
    }
    return std::nullopt;
}

/// Offsets in school time can be counted only where the school year is known.
bool counts_school_time(const Timing& timing) {
    if (!timing.offset) return timing.anchor == Anchor::kAfterAction;
    return timing.offset->unit == TimeUnit::kSchoolDay || timing.offset->unit == TimeUnit::kHalfTerm || timing.offset->unit == TimeUnit::kTerm;
}

}  // namespace

Timetable::Timetable(TimetableFrame frame, const std::vector<OfferedAction>& actions) : frame_(std::move(frame)) {
    for (const OfferedAction& offered : actions) entries_[offered.action->id].offered = &offered;
    for (auto& [id, entry] : entries_) resolve(entry);
}

const ActionDates& Timetable::of(std::string_view action) const {
    static const ActionDates kNone;
    const auto found = entries_.find(action);
    return found == entries_.end() ? kNone : found->second.dates;
}

const ActionDates& Timetable::resolve(Entry& entry) {
    if (entry.resolved) return entry.dates;
    entry.resolved = true;  // set first: actions that wait for each other get no dates instead of a loop
    const Action& action = *entry.offered->action;
    const Date start = frame_.start.find(entry.offered->offer->id)->second;
    const SchoolYear& year = frame_.year;
    if (action.start)
        if (const std::optional<Date> at = moment(*action.start, start)) entry.dates.start = year.next_school_day(*at);
    std::optional<Date> due;
    if (action.due) due = moment(*action.due, start);
    if (!action.due && action.until && action.until->event == UntilEvent::kPlanEnd) due = frame_.end;
    if (due) {
        entry.dates.due = year.previous_school_day(*due);
        const Date earliest = std::max(start, entry.dates.start.value_or(start));
        if (entry.dates.due && *entry.dates.due < earliest) entry.dates.due = year.next_school_day(earliest);
    }
    return entry.dates;
}

std::optional<Date> Timetable::moment(const Timing& timing, Date start) {
    std::optional<Date> day = anchor_day(timing, start);
    if (!day) return std::nullopt;
    if (counts_school_time(timing) && !frame_.year.range().contains(*day)) return std::nullopt;
    if (timing.offset) {
        day = cadence_detail::offset_date(*day, *timing.offset, frame_.year);
    } else if (timing.anchor == Anchor::kAfterAction) {
        day = frame_.year.school_day_after(*day, 1);
    }
    if (!day || *day < start || !frame_.year.range().contains(*day)) return std::nullopt;
    return day;
}

std::optional<Date> Timetable::anchor_day(const Timing& timing, Date start) {
    const SchoolYear& year = frame_.year;
    switch (timing.anchor) {
        case Anchor::kPlanStart: return start;
        case Anchor::kPlanEnd: return frame_.end;
        case Anchor::kYearStart: return year.first_school_day();
        case Anchor::kYearEnd: return year.last_school_day();
        case Anchor::kTermStart: return next_period_start(year, start, true);
        case Anchor::kTermEnd: return period_end(year, start, true);
        case Anchor::kHalfTermStart: return next_period_start(year, start, false);
        case Anchor::kHalfTermEnd: return period_end(year, start, false);
        case Anchor::kJoining:
        case Anchor::kBeforeJoining: return frame_.joined;
        case Anchor::kAfterAction: return end_of_action(timing.action);
        case Anchor::kInspection:
        case Anchor::kAssessmentResults: return std::nullopt;  // nobody knows them beforehand
    }
    return std::nullopt;
}

std::optional<Date> Timetable::end_of_action(std::string_view action) {
    const auto found = entries_.find(action);
    return found == entries_.end() ? std::nullopt : resolve(found->second).due;
}

}  // namespace schoolimp::inline v0::plan_detail
