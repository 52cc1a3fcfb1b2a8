#include "plan/milestones.hpp"

#include <algorithm>

namespace schoolimp::inline v0::plan_detail {

namespace {

/// "2026-27": as in file names, because ids travel in addresses.
std::string year_words(AcademicYear year) {
    std::string text = to_string(year);
    std::replace(text.begin(), text.end(), '/', '-');
    return text;
}

}  // namespace

std::string milestone_id(const SchoolYear& year, SchoolTerm term) { return "milestone." + year_words(year.academic_year()) + "." + std::string(to_word(term)); }

std::vector<Milestone> make_milestones(const SchoolYear& year, Date start, Date end) {
    std::vector<Milestone> milestones;
    for (const SchoolTerm term : year.terms()) {
        const std::optional<Date> last = year.previous_school_day(year.term_range(term)->last);
        if (!last || *last < start || *last > end) continue;
        Milestone milestone;
        milestone.id = milestone_id(year, term);
        milestone.title = "Plan checkpoint, end of the " + std::string(to_word(term)) + " term: look at every objective";
        milestone.on = *last;
        milestones.push_back(std::move(milestone));
    }
    return milestones;
}

void link_milestones(Plan& plan, Date from) {
    for (Milestone& milestone : plan.milestones) {
        if (milestone.on < from) continue;
        milestone.objectives.clear();
        for (const Objective& objective : plan.objectives)
            if (objective.status != ItemStatus::kWithdrawn) milestone.objectives.push_back(objective.id);
    }
}

}  // namespace schoolimp::inline v0::plan_detail
