#include <algorithm>
#include <string_view>
#include <utility>

#include "core/keep_extra.hpp"
#include "plan/changes.hpp"
#include "plan/draft.hpp"
#include "plan/merge.hpp"
#include "plan/plan_length.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace plan_detail;

Status check_plan(const Plan& plan, const PlanInput& input, Date made_on) {
    if (Status status = check_framework(input.framework, input.judgement); !status.ok()) return status;
    if (plan.framework_id != input.framework.id())
        return Status(StatusCode::kInvalidArgument, "plan '" + plan.id + "' was made with framework '" + plan.framework_id + "', not with '" + input.framework.id() +
                                                        "': make a new plan when a school changes framework");
    if (plan.school != input.judgement.school)
        return Status(StatusCode::kInvalidArgument, "plan '" + plan.id + "' is of school '" + plan.school + "', the judgement of school '" + input.judgement.school + "'");
    if (!plan.revisions.empty() && made_on < plan.revisions.back().on)
        return Status(StatusCode::kInvalidArgument, "the revision is dated " + to_string(made_on) + ", before the plan's last one on " + to_string(plan.revisions.back().on));
    return {};
}

/// Since when the offer has been part of the plan without a break.
Date offer_start(const Offer& offer, const Plan& plan, Date plan_start, Date from, const SchoolYear& year) {
    Date start = from;
    for (std::size_t i = plan.revisions.size(); i-- > 0;) {
        const Revision& revision = plan.revisions[i];
        if (!concerns(offer.levels, revision.levels)) break;
        // A day of an earlier school year stays as it is: nothing of it is planned on this one.
        start = i == 0 ? plan_start : revision.on < year.range().first ? revision.on : std::max(plan_start, year.next_school_day(revision.on).value_or(from));
    }
    return start;
}

bool same_levels(const std::vector<PlanLevel>& a, const std::vector<PlanLevel>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PlanLevel& x, const PlanLevel& y) { return x.level == y.level; });
}

/// The end given, else the one the plan has while it still runs at the same levels, else the one the framework gives from now on.
Result<PlanEnd> revised_end(const Plan& plan, const PlanInput& input, const std::vector<PlanLevel>& levels, Date from, const PlanOptions& options) {
    if (options.end) {
        const Result<Date> given = school_day_until(input.year, from, *options.end);
        if (!given.ok()) return given.status();
        return PlanEnd{*given, {}};
    }
    if (!plan.end || *plan.end < from || !same_levels(plan.levels, levels) || ends_by_default(plan)) return plan_end(input.framework, levels, from, input.year);
    // Stated or agreed: nothing about the length is open. The school year may have closed that day since.
    const std::optional<Date> day = input.year.previous_school_day(*plan.end);
    return PlanEnd{day && *day >= from ? *day : *plan.end, {}};
}

Result<Date> revised_start(const Plan& plan, const SchoolYear& year, const PlanOptions& options) {
    if (!options.start) return plan.start;
    return school_day_from(year, *options.start, "the plan's start");
}

/// Items keep what newer software wrote into them by being kept themselves; these are made anew.
void keep_unknown_members(const Plan& plan, Plan& revised) {
    keep_extra(plan.levels, revised.levels, [](const PlanLevel& level) { return std::string_view(level.judgement); });
    keep_extra(plan.to_be_agreed, revised.to_be_agreed, [](const OpenPoint& point) { return std::pair(std::string_view(point.item), std::string_view(point.what)); });
}

}  // namespace

Result<Plan> revise_plan(const Plan& plan, const Framework& framework, const Judgement& judgement, const SchoolYear& school_year, const Trust& trust, const PlanOptions& options) {
    const PlanInput input{framework, judgement, school_year, trust};
    if (Status status = check_plan(plan, input, options.made_on); !status.ok()) return status;
    const Result<LevelsInForce> in_force = levels_in_force(framework, judgement);
    if (!in_force.ok()) return in_force.status();
    const Result<Date> today = school_day_from(school_year, options.made_on, "the day of revising");
    if (!today.ok()) return today.status();
    const Result<Date> start = revised_start(plan, school_year, options);
    if (!start.ok()) return start.status();
    const Date from = std::max(*today, *start);
    const Result<PlanEnd> end = revised_end(plan, input, in_force->levels, from, options);
    if (!end.ok()) return end.status();

    PlanDates dates{*start, end->end, {}};
    for (const Offer* offer : offers_in_force(framework, judgement, in_force->levels))
        dates.offer_start[offer->id] = offer_start(*offer, plan, *start, from, school_year);
    Plan revised = merge(input, plan, make_draft(input, in_force->levels, dates), from);
    std::vector<OpenPoint> points = in_force->points;
    points.insert(points.end(), end->points.begin(), end->points.end());
    complete(input, std::move(points), from, revised);
    keep_unknown_members(plan, revised);
    if (revised == plan) return plan;
    std::vector<std::string> changes = describe_changes(framework, plan, revised);
    const int number = plan.revisions.empty() ? 1 : plan.revisions.back().number + 1;
    revised.revisions.push_back({number, options.made_on, revised.framework_hash, revised.levels, std::move(changes)});
    return revised;
}

}  // namespace schoolimp::inline v0
