// How long a plan runs: the framework's stated duration of the level, on the school year.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

struct PlanEnd {
    Date end{};
    std::vector<OpenPoint> points;  ///< "length" when nothing is stated, or when what is stated goes beyond the school year.
};

/// The last school day of a plan that starts on `start`: the longest stated stay at the level, never beyond the school year.
PlanEnd plan_end(const Framework& framework, const std::vector<PlanLevel>& levels, Date start, const SchoolYear& year);

/// True when the plan's end is the end of the school year because nothing else is stated or agreed: its own point about the length names that day.
bool ends_by_default(const Plan& plan);

/// What ends the support, in the framework's words: movements of kind exit and duration for the levels. Empty when it says nothing.
std::string end_condition(const Framework& framework, const std::vector<PlanLevel>& levels);

}  // namespace schoolimp::inline v0::plan_detail
