#include "plan/draft.hpp"
#include "plan/plan_length.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace plan_detail;

std::string made_words(const Plan& plan) {
    return "Plan made with " + counted(static_cast<int>(plan.objectives.size()), "objective") + " and " + counted(static_cast<int>(plan.actions.size()), "action") + ".";
}

}  // namespace

Result<Plan> make_plan(const Framework& framework, const Judgement& judgement, const SchoolYear& school_year, const Trust& trust, const PlanOptions& options) {
    const PlanInput input{framework, judgement, school_year, trust};
    if (Status status = check_framework(framework, judgement); !status.ok()) return status;
    Result<LevelsInForce> in_force = levels_in_force(framework, judgement);
    if (!in_force.ok()) return in_force.status();
    const Result<Date> start = options.start ? school_day_from(school_year, *options.start, "the plan's start") : school_day_from(school_year, options.made_on, "the day of making");
    if (!start.ok()) return start.status();
    PlanEnd end = plan_end(framework, in_force->levels, *start, school_year);
    if (options.end) {
        const Result<Date> given = school_day_until(school_year, *start, *options.end);
        if (!given.ok()) return given.status();
        end = {*given, {}};
    }
    Plan plan = make_draft(input, in_force->levels, {*start, end.end, {}});
    std::vector<OpenPoint> points = in_force->points;
    points.insert(points.end(), end.points.begin(), end.points.end());
    complete(input, std::move(points), *start, plan);
    plan.revisions.push_back({1, options.made_on, plan.framework_hash, plan.levels, {made_words(plan)}});
    return plan;
}

}  // namespace schoolimp::inline v0
