#include "calendar/replan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/keep_extra.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::calendar_detail {

namespace {

void keep_unknown_members_of(const CalendarEvent& before, CalendarEvent& event) {
    event.extra.add_missing(before.extra);
    keep_extra(before.participants, event.participants, [](const EventParticipant& participant) { return std::pair(std::string_view(participant.who), participant.part); });
    keep_extra(before.reports, event.reports, [](const EventReport& report) { return std::string_view(report.to); });
}

}  // namespace

Replanner::Replanner(const CalendarInputs& inputs) : in_(inputs) {
    if (in_.previous != nullptr)
        for (const CalendarEvent& event : in_.previous->events) earlier_.emplace(event.id, &event);
    for (const PinnedDate& pin : in_.options.pins) pins_.insert_or_assign(pin.event, &pin);
}

const CalendarEvent* Replanner::earlier(const std::string& id) const {
    const auto found = earlier_.find(id);
    return found == earlier_.end() ? nullptr : found->second;
}

const PinnedDate* Replanner::pin_of(const CalendarEvent& event) const {
    if (pins_.empty()) return nullptr;
    auto found = pins_.find(event.id);
    if (found == pins_.end()) found = pins_.find(event.key);
    return found == pins_.end() ? nullptr : found->second;
}

bool Replanner::unpinned(const CalendarEvent& event) const {
    return std::any_of(in_.options.unpin.begin(), in_.options.unpin.end(), [&](const std::string& name) { return name == event.id || name == event.key; });
}

void Replanner::pin(Wanted& wanted, Date first, std::optional<Date> last, std::vector<Issue>& warnings) const {
    wanted.event.first = first;
    wanted.event.last = last ? *last : last_day_of(wanted.request, first);
    wanted.event.pinned = true;
    wanted.event.adjustment = "Date agreed.";
    wanted.placed = true;
    if (const std::string why = obstacle(wanted.request, first); !why.empty())
        warnings.push_back({"/events/" + wanted.event.id, "closed_day", "the date agreed for '" + wanted.event.key + "', " + full_date(first) + ", is not free: " + why,
                            "agree another day, or leave it if people know", Severity::kWarning});
}

bool Replanner::fix(Wanted& wanted, std::vector<Issue>& warnings) {
    const CalendarEvent* before = earlier(wanted.event.id);
    const bool live = before != nullptr && before->status != EventStatus::kCancelled;
    if (live && before->first < in_.options.from) {
        wanted.event = *before;
        wanted.placed = wanted.kept = true;
        return true;
    }
    if (const PinnedDate* agreed = pin_of(wanted.event)) {
        pin(wanted, agreed->first, agreed->last, warnings);
        return true;
    }
    if (!live) return false;
    if (before->pinned && !unpinned(*before)) {
        pin(wanted, before->first, before->last, warnings);
        return true;
    }
    if (!in_.options.keep_published || before->pinned || !still_possible(wanted.request, before->first, before->last)) return false;
    wanted.event.first = before->first;
    wanted.event.last = before->last;
    wanted.event.adjustment = before->adjustment;
    return wanted.placed = true;
}

void Replanner::explain_move(Wanted& wanted) const {
    const CalendarEvent* before = earlier(wanted.event.id);
    if (before == nullptr || !wanted.placed || before->first == wanted.event.first) return;
    const std::string why = obstacle(wanted.request, before->first);
    if (!why.empty()) wanted.event.adjustment = "Moved from " + full_date(before->first) + ": " + why + ".";
}

void Replanner::stamp(CalendarEvent& event) const {
    const CalendarEvent* before = earlier(event.id);
    event.last_modified = in_.options.stamp;
    if (before == nullptr) return;
    const bool moved = before->range() != event.range();
    const bool raised = moved || before->status != event.status || before->school_name != event.school_name;
    event.sequence = before->sequence + (raised ? 1 : 0);
    event.moved_from = moved ? std::optional<DateRange>(before->range()) : before->moved_from;
    event.last_modified = before->last_modified;
    keep_unknown_members_of(*before, event);
    if (!(event == *before)) event.last_modified = in_.options.stamp;
}

void Replanner::keep_unknown_members(Calendar& calendar) const {
    if (in_.previous == nullptr) return;
    calendar.extra.add_missing(in_.previous->extra);
    keep_extra(in_.previous->schools, calendar.schools, [](const CalendarSchool& school) { return std::string_view(school.id); });
    keep_extra(in_.previous->to_be_agreed, calendar.to_be_agreed,
               [](const UndatedItem& item) { return std::tuple(std::string_view(item.source), std::string_view(item.report_to), item.ordinal, item.schools); });
}

Date Replanner::end_of_year(AcademicYear year) const {
    std::optional<Date> end;
    for (const SchoolYear& school_year : in_.years)
        if (school_year.academic_year() == year) end = std::max(end.value_or(school_year.range().last), school_year.range().last);
    return end.value_or(customary_end({year, 0}));
}

bool Replanner::planned_here(AcademicYear year) const {
    return std::any_of(in_.years.begin(), in_.years.end(), [&](const SchoolYear& school_year) { return school_year.academic_year() == year; });
}

/// Plans' items are handed over whole, whatever their year; activities only of the years given.
bool Replanner::no_longer_wanted(const CalendarEvent& before) const {
    const bool of_framework = before.kind == CalendarEventKind::kActivity || before.kind == CalendarEventKind::kReport;
    return before.first >= in_.options.from && (!of_framework || planned_here(before.academic_year));
}

std::vector<CalendarEvent> Replanner::leftovers(const std::vector<CalendarEvent>& events) const {
    std::vector<CalendarEvent> result;
    if (in_.previous == nullptr) return result;
    std::set<std::string_view> ids;
    for (const CalendarEvent& event : events) ids.insert(event.id);
    for (const CalendarEvent& before : in_.previous->events) {
        if (ids.contains(before.id)) continue;
        const bool cancelled = before.status == EventStatus::kCancelled;
        if (cancelled && in_.options.from > end_of_year(before.academic_year)) continue;
        result.push_back(before);
        if (cancelled || !no_longer_wanted(before)) continue;
        result.back().status = EventStatus::kCancelled;
        ++result.back().sequence;
        result.back().last_modified = in_.options.stamp;
    }
    return result;
}

std::vector<Issue> Replanner::unknown_pins(const std::vector<CalendarEvent>& events) const {
    std::map<std::string_view, const CalendarEvent*> known;
    std::vector<std::string> keys;
    for (const CalendarEvent& event : events) {
        known[event.id] = known[event.key] = &event;
        keys.push_back(event.key);
    }
    std::vector<Issue> issues;
    for (std::size_t i = 0; i < in_.options.pins.size(); ++i) {
        const std::string& name = in_.options.pins[i].event;
        const std::string pointer = "/options/pins/" + std::to_string(i) + "/event";
        const auto found = known.find(name);
        if (found == known.end())
            issues.push_back({pointer, "unknown_name", "there is no event '" + name + "' to agree a date for", did_you_mean(name, keys), Severity::kError});
        else if (found->second->kind >= CalendarEventKind::kAction)
            issues.push_back({pointer, "dated_in_plan", "event '" + name + "' is dated in its support plan", "change the date in the plan", Severity::kError});
    }
    return issues;
}

}  // namespace schoolimp::inline v0::calendar_detail
