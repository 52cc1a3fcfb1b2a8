// When the actions of a plan start and are due: the framework's timings, resolved on the school year and moved to school days.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/in_force.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

struct ActionDates {
    std::optional<Date> start;
    std::optional<Date> due;
};

/// What timings are counted from.
struct TimetableFrame {
    const SchoolYear& year;
    Date end{};                                      ///< Last school day of the plan.
    std::optional<Date> joined;                      ///< When the school joined the trust.
    std::map<std::string, Date, std::less<>> start;  ///< By offer id: the first school day of the plan under that offer.
};

/// Dates of all actions. A moment that is not known, or lies before the start or outside the school year, gives no date.
class Timetable {
public:
    Timetable(TimetableFrame frame, const std::vector<OfferedAction>& actions);

    const ActionDates& of(std::string_view action) const;

private:
    struct Entry {
        const OfferedAction* offered = nullptr;
        ActionDates dates;
        bool resolved = false;
    };
    const ActionDates& resolve(Entry& entry);
    std::optional<Date> moment(const Timing& timing, Date start);
    std::optional<Date> anchor_day(const Timing& timing, Date start);
    std::optional<Date> end_of_action(std::string_view action);

    TimetableFrame frame_;
    std::map<std::string_view, Entry> entries_;
};

}  // namespace schoolimp::inline v0::plan_detail
