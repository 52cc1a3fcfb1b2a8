// Placing one event: the school day nearest to the ideal one that is free of blocked windows, of other events and of the same person's other visits.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plan/slots.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/schoolyear/school_year.hpp"

namespace schoolimp::inline v0::calendar_detail {

using namespace cadence_detail;  // slots are shared with the plan room

/// How many events each school and each person has on each day.
class DayLoads {
public:
    explicit DayLoads(DateRange range) : range_(range) {}
    /// The number of a name ("school:123456", "person:ab").
    int key(const std::string& name);
    int at(int key, Date date) const;
    void add(int key, Date first, Date last);

private:
    DateRange range_;
    std::map<std::string, int> keys_;
    std::vector<std::vector<std::uint16_t>> counts_;
};

struct PlacementRequest {
    const SchoolYear* year = nullptr;
    Slot slot;
    int days = 1;
    int school_key = 0;
    std::vector<int> person_keys;
    std::string activity;
    std::string phase;  ///< Of the school; empty when not known or trust-wide.
    bool staff_only = false;  ///< No pupils are needed: INSET and other staff days will do, and are better.
    Date not_before{};
};

struct Placement {
    Date first{};
    Date last{};
    std::string adjustment;  ///< Why not the ideal day; empty when it is.
};

/// The best run of school days in the slot; none when all are blocked or too early.
std::optional<Placement> place(const PlacementRequest& request, const DayLoads& loads);

/// Whether these dates are a possible answer to the request: whole runs of open, unblocked days in the slot, and in its window when that has any.
bool still_possible(const PlacementRequest& request, Date first, Date last);

/// Last day of an event agreed for `first` that lasts request.days open days (days of the week, when the year does not have so many).
Date last_day_of(const PlacementRequest& request, Date first);

/// What keeps an activity off a day: "KS2 tests", "INSET day" ...; empty when nothing does.
std::string obstacle(const PlacementRequest& request, Date date);

/// The nearest days that would do if the blocked windows were lifted, in a sentence.
std::string nearest_relaxation(const PlacementRequest& request);

}  // namespace schoolimp::inline v0::calendar_detail
