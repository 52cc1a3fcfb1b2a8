#include "plan/draft.hpp"

#include "plan/actions.hpp"
#include "plan/milestones.hpp"
#include "plan/objectives.hpp"
#include "plan/open_points.hpp"
#include "plan/plan_length.hpp"
#include "plan/timetable.hpp"

namespace schoolimp::inline v0::plan_detail {

namespace {

Status outside(const SchoolYear& year, const char* what, Date date) {
    return Status(StatusCode::kOutOfRange, std::string(what) + " " + to_string(date) + " lies outside school year '" + year.id() + "' (" + to_string(year.range().first) + " to " +
                                               to_string(year.range().last) + ", last school day " + to_string(year.last_school_day()) +
                                               "): give the school year it belongs to, or another start");
}

int position_of(const Trust& trust, const std::string& school) {
    for (std::size_t i = 0; i < trust.schools.size(); ++i)
        if (trust.schools[i].id == school) return static_cast<int>(i);
    return 0;
}

std::optional<Date> joined(const Trust& trust, const std::string& school) {
    const School* found = trust.find_school(school);
    return found == nullptr ? std::nullopt : found->joined;
}

std::vector<std::string> aims_of(const std::vector<const Offer*>& offers, const std::vector<PlanLevel>& levels) {
    std::vector<std::string> aims;
    for (const Offer* offer : offers)
        for (const TextItem& aim : offer->aims)
            if (concerns(aim.levels, levels)) aims.push_back(aim.text);
    return aims;
}

}  // namespace

Status check_framework(const Framework& framework, const Judgement& judgement) {
    if (judgement.framework_hash == framework.hash() && judgement.framework_id == framework.id()) return {};
    return Status(StatusCode::kFailedPrecondition,
                  "the judgement of school '" + judgement.school + "' was made with framework '" + judgement.framework_id + "' edition '" + judgement.framework_edition + "' (" +
                      judgement.framework_hash.substr(0, 12) + "), not with '" + framework.id() + "' edition '" + framework.edition() + "' (" + framework.hash().substr(0, 12) +
                      "): judge again with this framework");
}

Result<Date> school_day_from(const SchoolYear& year, Date date, const char* what) {
    const std::optional<Date> day = year.next_school_day(date);
    if (!day || !year.range().contains(date)) return outside(year, what, date);
    return *day;
}

Result<Date> school_day_until(const SchoolYear& year, Date start, Date end) {
    if (!year.range().contains(end)) return outside(year, "the plan's end", end);
    const std::optional<Date> day = year.previous_school_day(end);
    if (day && *day >= start) return *day;
    return Status(StatusCode::kInvalidArgument, "the plan's end " + to_string(end) + " comes before the first school day of the plan, " + to_string(start));
}

std::string plan_id(const Framework& framework, const Judgement& judgement) { return judgement.school + "." + framework.id(); }

Plan make_draft(const PlanInput& input, const std::vector<PlanLevel>& levels, const PlanDates& dates) {
    const Framework& framework = input.framework;
    Plan plan;
    plan.id = plan_id(framework, input.judgement);
    plan.framework_id = framework.id();
    plan.framework_edition = framework.edition();
    plan.framework_hash = framework.hash();
    plan.school = input.judgement.school;
    plan.levels = levels;
    plan.start = dates.start;
    plan.end = dates.end;
    plan.end_condition = end_condition(framework, levels);
    plan.objectives = make_objectives(framework, input.judgement, dates.end);

    const std::vector<const Offer*> offers = offers_in_force(framework, input.judgement, levels);
    plan.aims = aims_of(offers, levels);
    TimetableFrame frame{input.year, dates.end, joined(input.trust, plan.school), dates.offer_start};
    for (const Offer* offer : offers) frame.start.try_emplace(offer->id, dates.start);
    const std::vector<OfferedAction> offered = actions_in_force(offers, input.judgement);
    const Timetable timetable(frame, offered);
    plan.actions = make_actions({framework, input.year, timetable, frame.start, dates.end, position_of(input.trust, plan.school)}, offered);
    plan.milestones = make_milestones(input.year, dates.start, dates.end);
    return plan;
}

void complete(const PlanInput& input, std::vector<OpenPoint> points, Date from, Plan& plan) {
    link_actions(input.framework, plan);
    link_milestones(plan, from);
    for (OpenPoint& point : open_points(input.framework, input.judgement, plan, from)) points.push_back(std::move(point));
    plan.to_be_agreed = std::move(points);
}

}  // namespace schoolimp::inline v0::plan_detail
