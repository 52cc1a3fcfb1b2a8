// Merging the objectives people have with the troubles of a new judgement.
#pragma once

#include <vector>

#include "plan/draft.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// The objectives of `old` brought up to the judgement; new troubles bring new ones, due on `end`. What was due before `from` stays so.
std::vector<Objective> merge_objectives(const PlanInput& input, const Plan& old, Date end, Date from);

}  // namespace schoolimp::inline v0::plan_detail
