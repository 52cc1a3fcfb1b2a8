// The dates of a support plan, for the calendar.
#pragma once

#include <vector>

#include "schoolimp/calendar/calendar.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0 {

/// What of a plan stands in the calendar, in the plan's order: every visit of a recurring action, of other actions the day they are due (the day they start when
/// none is due), and every milestone. Left out: what is withdrawn or stopped, what has no date, and actions that an activity of the calendar carries out, whose
/// dates stand there already.
std::vector<PlannedItem> planned_items(const Plan& plan);

}  // namespace schoolimp::inline v0
