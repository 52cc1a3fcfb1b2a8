// Actions of a plan: the framework's, with their dates and visits.
#pragma once

#include <vector>

#include "plan/in_force.hpp"
#include "plan/timetable.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// What the actions of one plan share.
struct ActionFrame {
    const Framework& framework;
    const SchoolYear& year;
    const Timetable& timetable;
    const std::map<std::string, Date, std::less<>>& offer_start;  ///< As in TimetableFrame.
    Date end{};
    int school_position = 0;  ///< Of the school in its trust: spreads the visits of several schools.
};

std::string action_id(const Action& action);

/// One PlanAction for each, in the given order; `objectives` is left empty.
std::vector<PlanAction> make_actions(const ActionFrame& frame, const std::vector<OfferedAction>& offered);

/// True for a cadence that asks for an interval without giving one: regular, continuous, as required.
bool lacks_interval(const Cadence& cadence);

/// True for a cadence that repeats at a stated interval.
bool repeats(const Cadence& cadence);

}  // namespace schoolimp::inline v0::plan_detail
