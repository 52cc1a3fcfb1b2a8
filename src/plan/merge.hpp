// Merging what people have (ids, statuses, edits, history) with what the framework gives for a new judgement.
#pragma once

#include "plan/draft.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// `old` brought up to `fresh`, the framework's draft for the new judgement. Items keep their place, new ones follow.
/// `from` is the first school day the revision can shape; what lies before is history.
Plan merge(const PlanInput& input, const Plan& old, const Plan& fresh, Date from);

}  // namespace schoolimp::inline v0::plan_detail
