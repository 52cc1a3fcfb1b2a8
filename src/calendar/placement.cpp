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

// What counts how much when days compete. The first two outdo any sum of the others within a slot.
constexpr int kOutsidePreferred = 1'000'000;
constexpr int kAcrossWeekend = 10'000;
// These are balanced against each other: an event moves up to four days to keep a school's day to itself, and a month to keep off the first and last day of
// a half term, but not so that one person has twenty more visits on a day than on the next.
constexpr int kEdgeDay = 60;
constexpr int kSameSchoolDay = 9;
constexpr int kSamePersonDay = 3;
constexpr int kDistance = 2;

Date day_at(const SchoolYear& year, int index) { return year.school_days()[static_cast<std::size_t>(index)]; }

const BlockedWindow* blocking(const PlacementRequest& request, Date date) {
    const auto concerns = [](const std::vector<std::string>& list, const std::string& id) { return list.empty() || std::find(list.begin(), list.end(), id) != list.end(); };
    for (const BlockedWindow& window : request.year->document().blocked)
        if (window.range().contains(date) && concerns(window.activities, request.activity) && concerns(window.phases, request.phase)) return &window;
    return nullptr;
}

/// A run of school days, all in one half term; none when it would leave the year or the half term.
std::optional<DateRange> run_from(const SchoolYear& year, int index, int days) {
    if (index < 0 || index + days > static_cast<int>(year.school_days().size())) return std::nullopt;
    const DateRange run{day_at(year, index), day_at(year, index + days - 1)};
    if (days > 1 && year.half_term_of(run.first) != year.half_term_of(run.last)) return std::nullopt;
    return run;
}

bool blocked_run(const PlacementRequest& request, int index) {
    for (int day = index; day < index + request.days; ++day)
        if (blocking(request, day_at(*request.year, day)) != nullptr) return true;
    return false;
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

long long cost_of(const PlacementRequest& request, const DayLoads& loads, int index, const DateRange& run) {
    const Slot& slot = request.slot;
    long long cost = static_cast<long long>(std::abs(index - slot.ideal)) * kDistance;
    if (!slot.preferred.contains(index)) cost += kOutsidePreferred;
    if (slot.avoid_edges && touches_edge(*request.year, run)) cost += kEdgeDay;
    if (request.days <= 5 && (run.last - run.first).count() >= request.days) cost += kAcrossWeekend;
    return cost + school_load(request, loads, run) * kSameSchoolDay + person_load(request, loads, run) * kSamePersonDay;
}

/// Why the event is not on the ideal day.
std::string adjustment_of(const PlacementRequest& request, const DayLoads& loads, Date chosen) {
    const std::optional<DateRange> ideal = run_from(*request.year, request.slot.ideal, request.days);
    if (!ideal || ideal->first == chosen) return {};
    const std::string from = "Moved from " + full_date(ideal->first) + ": ";
    for (int day = request.slot.ideal; day < request.slot.ideal + request.days; ++day)
        if (const BlockedWindow* window = blocking(request, day_at(*request.year, day))) return from + (window->title.empty() ? "blocked" : window->title) + ".";
    if (request.slot.avoid_edges && touches_edge(*request.year, *ideal)) return from + "the first or last school day of the half term.";
    if (school_load(request, loads, *ideal) > 0) return from + "another event takes place then.";
    if (person_load(request, loads, *ideal) > 0) return from + "the same people are at another school.";
    return from + "it would span a weekend.";
}

/// When the ideal day is too early, the ideal is sought in what is left of the slot, in proportion; so a late start does not heap everything on its first days.
bool leave_past(PlacementRequest& request) {
    Slot& slot = request.slot;
    const int first = request.year->school_days_before(request.not_before);
    if (slot.ideal >= first || slot.preferred.last < first) return false;
    const int left = slot.preferred.last + 1 - first;
    const int shifted = first + (slot.ideal - slot.preferred.first) * left / slot.preferred.size();
    slot.ideal = std::max(first, std::min(shifted, slot.preferred.last - request.days + 1));
    return true;
}

}  // namespace

std::optional<Placement> place(const PlacementRequest& asked, const DayLoads& loads) {
    PlacementRequest request = asked;
    const bool late = leave_past(request);
    const SchoolYear& year = *request.year;
    long long best_cost = std::numeric_limits<long long>::max();
    std::optional<DateRange> best;
    const int first = std::max(request.slot.allowed.first, year.school_days_before(request.not_before));
    for (int index = first; index <= request.slot.allowed.last; ++index) {
        const std::optional<DateRange> run = run_from(year, index, request.days);
        if (!run || blocked_run(request, index)) continue;
        const long long cost = cost_of(request, loads, index, *run);
        if (cost < best_cost) best_cost = cost, best = run;
    }
    if (!best) return std::nullopt;
    std::string adjustment = late ? "Placed in what is left of the period from " + long_date(request.not_before) + " on. " : std::string();
    adjustment += adjustment_of(request, loads, best->first);
    if (adjustment.ends_with(' ')) adjustment.pop_back();
    return Placement{best->first, best->last, std::move(adjustment)};
}

bool still_possible(const PlacementRequest& request, Date first, Date last) {
    const SchoolYear& year = *request.year;
    if (!year.pupil_open(first) || first < request.not_before) return false;
    const int index = year.school_days_before(first);
    const std::optional<DateRange> run = run_from(year, index, request.days);
    return request.slot.allowed.contains(index) && run && run->last == last && !blocked_run(request, index);
}

Date last_day_of(const SchoolYear& year, Date first, int days) {
    if (days <= 1) return first;
    return year.school_day_after(first, days - 1).value_or(first + std::chrono::days{days - 1});
}

std::string obstacle(const PlacementRequest& request, Date date) {
    if (!request.year->pupil_open(date)) return request.year->describe(date);
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
            const std::optional<DateRange> run = run_from(year, index, request.days);
            if (!run) continue;
            const std::string day = full_date(run->first);
            if (!blocked_run(request, index)) return day + " is the nearest day that is free, outside " + request.slot.period + ".";
            if (!request.slot.allowed.contains(index)) continue;
            for (Date date = run->first; date <= run->last; date += std::chrono::days{1})
                if (blocking(request, date) != nullptr) return day + " would do if '" + obstacle(request, date) + "' were lifted for it.";
        }
    }
    return {};
}

}  // namespace schoolimp::inline v0::calendar_detail
