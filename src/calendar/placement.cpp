#include "calendar/placement.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <limits>

#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::calendar_detail {

int DayLoads::key(const std::string& name) {
    const auto [it, added] = keys_.emplace(name, static_cast<int>(counts_.size()));
    if (added) counts_.emplace_back(static_cast<std::size_t>((range_.last - range_.first).count()) + 1);
    return it->second;
}

int DayLoads::at(int key, Date date) const {
    return range_.contains(date) ? counts_[static_cast<std::size_t>(key)][static_cast<std::size_t>((date - range_.first).count())] : 0;
}

void DayLoads::add(int key, Date first, Date last) {
    for (Date date = std::max(first, range_.first); date <= std::min(last, range_.last); date += std::chrono::days{1})
        ++counts_[static_cast<std::size_t>(key)][static_cast<std::size_t>((date - range_.first).count())];
}

namespace {

// What counts how much when days compete. The first three outdo any sum of the others within a slot.
constexpr int kOutsidePreferred = 1'000'000;
constexpr int kOutsideWindow = 100'000;
constexpr int kAcrossWeekend = 10'000;
// These are balanced against each other: an event moves up to four days to keep a school's day to itself, and a month to keep off the first and last day of
// a half term, but not so that one person has twenty more visits on a day than on the next.
constexpr int kEdgeDay = 60;
constexpr int kSameSchoolDay = 9;
constexpr int kSamePersonDay = 3;
constexpr int kDistance = 2;
constexpr int kStaffDay = 40;  // worth four school weeks to what needs no pupils

Date monday_of(Date date) { return date - (std::chrono::weekday{date} - std::chrono::Monday); }

Date day_at(const SchoolYear& year, int index) { return year.school_days()[static_cast<std::size_t>(index)]; }

const BlockedWindow* blocking(const PlacementRequest& request, Date date) {
    const auto concerns = [](const std::vector<std::string>& list, const std::string& id) { return list.empty() || std::find(list.begin(), list.end(), id) != list.end(); };
    for (const BlockedWindow& window : request.year->document().blocked)
        if (window.range().contains(date) && concerns(window.activities, request.activity) && concerns(window.phases, request.phase)) return &window;
    return nullptr;
}

bool is_open(const PlacementRequest& request, Date date) { return request.staff_only ? request.year->staff_open(date) : request.year->pupil_open(date); }

/// The school day a staff day counts with: the one before or after it in its own week, the one after when that is both or neither. Its own index for a school day.
int index_of(const SchoolYear& year, Date date) {
    const int after = year.school_days_before(date), count = static_cast<int>(year.school_days().size());
    if (after >= count) return count - 1;
    if (after == 0 || year.pupil_open(date)) return after;
    const Date monday = monday_of(date);
    const bool before = monday_of(day_at(year, after - 1)) == monday && monday_of(day_at(year, after)) != monday;
    return before ? after - 1 : after;
}

/// A possible run of days of an event; `index` is that of its first day among the school days.
struct Run {
    int index = 0;
    DateRange days;
};

/// The last of `days` open days from `first` on; none when the year has no more.
std::optional<Date> end_of_run(const PlacementRequest& request, Date first) {
    const SchoolYear& year = *request.year;
    if (request.days == 1) return first;
    if (!request.staff_only) return year.school_day_after(first, request.days - 1);
    int left = request.days;
    for (Date date = first; date <= year.range().last; date += std::chrono::days{1})
        if (is_open(request, date) && --left == 0) return date;
    return std::nullopt;
}

/// A run from an open day on, all in one half term; none when it would leave the year or the half term.
std::optional<Run> run_from(const PlacementRequest& request, Date first, int index) {
    const SchoolYear& year = *request.year;
    const std::optional<Date> last = end_of_run(request, first);
    if (!last || (request.days > 1 && year.half_term_of(first) != year.half_term_of(*last))) return std::nullopt;
    return Run{index, {first, *last}};
}

std::optional<Run> run_at(const PlacementRequest& request, int index) {
    if (index < 0 || index >= static_cast<int>(request.year->school_days().size())) return std::nullopt;
    return run_from(request, day_at(*request.year, index), index);
}

/// The staff days that belong to the school days of the slot.
std::vector<Date> staff_days_of(const PlacementRequest& request) {
    const SchoolYear& year = *request.year;
    const DaySpan& allowed = request.slot.allowed;
    std::vector<Date> days;
    if (!request.staff_only || allowed.size() == 0) return days;
    const int count = static_cast<int>(year.school_days().size());
    const Date first = allowed.first > 0 ? day_at(year, allowed.first - 1) : year.range().first;
    const Date last = allowed.last + 1 < count ? day_at(year, allowed.last + 1) : year.range().last;
    for (Date date = first; date <= last; date += std::chrono::days{1}) {
        if (!year.staff_open(date) || year.pupil_open(date)) continue;
        if (allowed.contains(index_of(year, date))) days.push_back(date);
    }
    return days;
}

bool blocked_run(const PlacementRequest& request, const DateRange& run) {
    for (Date date = run.first; date <= run.last; date += std::chrono::days{1})
        if (is_open(request, date) && blocking(request, date) != nullptr) return true;
    return false;
}

/// Every run of open days in the slot that nothing blocks, in the order in which equally good ones are taken.
template <typename Visit>
void each_free_run(const PlacementRequest& request, Visit visit) {
    const auto offer = [&](const std::optional<Run>& run) {
        if (run && run->days.first >= request.not_before && !blocked_run(request, run->days)) visit(*run);
    };
    for (const Date day : staff_days_of(request)) offer(run_from(request, day, index_of(*request.year, day)));
    for (int index = request.slot.allowed.first; index <= request.slot.allowed.last; ++index) offer(run_at(request, index));
}

/// First or last school day of its half term.
bool is_edge(const SchoolYear& year, Date date) {
    const std::optional<int> half = year.half_term_of(date);
    if (!half) return false;
    return year.school_days_between(year.half_term(*half).first, date) == 1 || year.school_days_between(date, year.half_term(*half).last) == 1;
}

bool touches_edge(const SchoolYear& year, const DateRange& run) { return is_edge(year, run.first) || is_edge(year, run.last); }

int school_load(const PlacementRequest& request, const DayLoads& loads, const DateRange& run) {
    int load = 0;
    for (Date date = run.first; date <= run.last; date += std::chrono::days{1}) load += loads.at(request.school_key, date);
    return load;
}

int person_load(const PlacementRequest& request, const DayLoads& loads, const DateRange& run) {
    int load = 0;
    for (const int key : request.person_keys)
        for (Date date = run.first; date <= run.last; date += std::chrono::days{1}) load += loads.at(key, date);
    return load;
}

long long cost_of(const PlacementRequest& request, const DayLoads& loads, const Run& run) {
    const Slot& slot = request.slot;
    long long cost = static_cast<long long>(std::abs(run.index - slot.ideal)) * kDistance;
    if (!slot.preferred.contains(run.index)) cost += kOutsidePreferred;
    if (!slot.window.contains(run.index)) cost += kOutsideWindow;
    if (slot.avoid_edges && touches_edge(*request.year, run.days)) cost += kEdgeDay;
    if (request.days <= 5 && (run.days.last - run.days.first).count() >= request.days) cost += kAcrossWeekend;
    if (request.staff_only && request.year->pupil_open(run.days.first)) cost += kStaffDay;
    return cost + school_load(request, loads, run.days) * kSameSchoolDay + person_load(request, loads, run.days) * kSamePersonDay;
}

/// Why the event is not on the ideal day.
std::string adjustment_of(const PlacementRequest& request, const DayLoads& loads, Date chosen) {
    const std::optional<Run> ideal = run_at(request, request.slot.ideal);
    if (!ideal || ideal->days.first == chosen) return {};
    if (request.staff_only && !request.year->pupil_open(chosen)) return "On a day for staff (" + request.year->describe(chosen) + ").";
    const std::string from = "Moved from " + full_date(ideal->days.first) + ": ";
    for (Date date = ideal->days.first; date <= ideal->days.last; date += std::chrono::days{1})
        if (const BlockedWindow* window = is_open(request, date) ? blocking(request, date) : nullptr) return from + (window->title.empty() ? "blocked" : window->title) + ".";
    if (request.slot.avoid_edges && touches_edge(*request.year, ideal->days)) return from + "the first or last school day of the half term.";
    if (school_load(request, loads, ideal->days) > 0) return from + "another event takes place then.";
    if (person_load(request, loads, ideal->days) > 0) return from + "the same people are at another school.";
    return from + "it would span a weekend.";
}

/// When the ideal day is too early, the ideal is sought in what is left of the slot, in proportion; so a late start does not heap everything on its first days.
/// What belongs at the start of a period that has begun comes as soon as it can, in a window of the same length.
bool leave_past(PlacementRequest& request) {
    Slot& slot = request.slot;
    const int first = request.year->school_days_before(request.not_before);
    if (slot.ideal >= first || slot.preferred.last < first) return false;
    if (slot.window.last < first) {
        const int into = slot.ideal - slot.window.first;
        slot.window = {first, std::min(first + slot.window.size() - 1, slot.preferred.last)};
        slot.ideal = std::max(first, std::min(first + into, slot.window.last - request.days + 1));
        return true;
    }
    const int left = slot.window.last + 1 - first;
    const int shifted = first + (slot.ideal - slot.window.first) * left / slot.window.size();
    slot.ideal = std::max(first, std::min(shifted, slot.window.last - request.days + 1));
    return true;
}

}  // namespace

std::optional<Placement> place(const PlacementRequest& asked, const DayLoads& loads) {
    PlacementRequest request = asked;
    const bool late = leave_past(request);
    long long best_cost = std::numeric_limits<long long>::max();
    std::optional<DateRange> best;
    each_free_run(request, [&](const Run& run) {
        const long long cost = cost_of(request, loads, run);
        if (cost < best_cost) best_cost = cost, best = run.days;
    });
    if (!best) return std::nullopt;
    std::string adjustment = late ? "Placed in what is left of the period from " + long_date(request.not_before) + " on. " : std::string();
    adjustment += adjustment_of(request, loads, best->first);
    if (adjustment.ends_with(' ')) adjustment.pop_back();
    return Placement{best->first, best->last, std::move(adjustment)};
}

bool still_possible(const PlacementRequest& request, Date first, Date last) {
    const Slot& slot = request.slot;
    bool possible = false, in_window = false, window_has_room = false;
    each_free_run(request, [&](const Run& run) {
        const bool inside = slot.window.contains(run.index);
        window_has_room |= inside;
        if (run.days != DateRange{first, last}) return;
        possible = true;
        in_window = inside;
    });
    return possible && (in_window || slot.window == slot.preferred || !window_has_room);
}

Date last_day_of(const PlacementRequest& request, Date first) {
    if (request.days <= 1) return first;
    return end_of_run(request, first).value_or(first + std::chrono::days{request.days - 1});
}

std::string obstacle(const PlacementRequest& request, Date date) {
    if (!is_open(request, date)) return request.year->describe(date);
    const BlockedWindow* window = blocking(request, date);
    if (window == nullptr) return {};
    return window->title.empty() ? "blocked" : window->title;
}

std::string nearest_relaxation(const PlacementRequest& request) {
    const SchoolYear& year = *request.year;
    const int count = static_cast<int>(year.school_days().size());
    const int earliest = year.school_days_before(request.not_before);
    for (int distance = 0; distance < count; ++distance) {
        for (const int index : {request.slot.ideal - distance, request.slot.ideal + distance}) {
            if (index < earliest) continue;
            const std::optional<Run> run = run_at(request, index);
            if (!run) continue;
            const std::string day = full_date(run->days.first);
            if (!blocked_run(request, run->days)) return day + " is the nearest day that is free, outside " + request.slot.period + ".";
            if (!request.slot.allowed.contains(index)) continue;
            for (Date date = run->days.first; date <= run->days.last; date += std::chrono::days{1})
                if (is_open(request, date) && blocking(request, date) != nullptr) return day + " would do if '" + obstacle(request, date) + "' were lifted for it.";
        }
    }
    return {};
}

}  // namespace schoolimp::inline v0::calendar_detail
