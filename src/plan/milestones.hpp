// Milestones: the plan's own checkpoints, one at the end of each term. No framework asks for them; the title calls them what they are.
#pragma once

#include <string>
#include <vector>

#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// "milestone.2026-27.autumn"
std::string milestone_id(const SchoolYear& year, SchoolTerm term);

/// The last school day of each term within the plan. `objectives` is left empty.
std::vector<Milestone> make_milestones(const SchoolYear& year, Date start, Date end);

/// Lists the plan's objectives at every milestone on or after `from`; withdrawn ones are left out.
void link_milestones(Plan& plan, Date from);

}  // namespace schoolimp::inline v0::plan_detail
