// A plan as the framework gives it for a judgement, before anything people did to it: the common ground of making and revising.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plan/in_force.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// Everything a plan is made from.
struct PlanInput {
    const Framework& framework;
    const Judgement& judgement;
    const SchoolYear& year;
    const Trust& trust;
};

/// The dates a draft is laid out on.
struct PlanDates {
    Date start{};
    Date end{};
    std::map<std::string, Date, std::less<>> offer_start;  ///< By offer id; offers not named start with the plan.
};

/// Fails when the judgement was made with another framework.
Status check_framework(const Framework& framework, const Judgement& judgement);

/// The first school day on or after `date`; fails when the date or that day lies outside the school year. `what` names the date in the message.
Result<Date> school_day_from(const SchoolYear& year, Date date, const char* what);
/// The last school day on or before `end`; fails when it lies outside the school year or before `start`.
Result<Date> school_day_until(const SchoolYear& year, Date start, Date end);

std::string plan_id(const Framework& framework, const Judgement& judgement);

/// Objectives, actions, milestones, aims and end condition; without revisions and points to be agreed.
Plan make_draft(const PlanInput& input, const std::vector<PlanLevel>& levels, const PlanDates& dates);

/// Fills what depends on the plan as a whole: the objectives of actions and of milestones on or after `from`, and what is to be agreed.
void complete(const PlanInput& input, std::vector<OpenPoint> points, Date from, Plan& plan);

}  // namespace schoolimp::inline v0::plan_detail
