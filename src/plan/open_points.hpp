// What the framework leaves open and people must settle.
#pragma once

#include <vector>

#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// Points of the criteria that are not known, of the objectives without a single target, and of the framework's actions without an owner, date, interval, amount or
/// settled condition; of everything open that was due before `on`. A point people have settled by editing the item is not listed; nor are those of items that are done, stopped or withdrawn.
std::vector<OpenPoint> open_points(const Framework& framework, const Judgement& judgement, const Plan& plan, Date on);

}  // namespace schoolimp::inline v0::plan_detail
