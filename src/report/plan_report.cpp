#include <algorithm>
#include <array>

#include "plan/sentences.hpp"
#include "plan/slots.hpp"
#include "report/names.hpp"
#include "report/page.hpp"
#include "schoolimp/plan/words.hpp"
#include "schoolimp/report/markdown.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace report_detail;
using plan_detail::ended, plan_detail::unended;

std::string date_words(const std::optional<Date>& date) { return date ? long_date(*date) : std::string(); }

std::string status_words(ItemStatus status) {
    constexpr std::array<std::string_view, 5> kStatus{"not started", "in progress", "done", "stopped", "withdrawn"};
    return std::string(kStatus[static_cast<std::size_t>(status)]);
}

std::string rag_words(Rag rag) {
    constexpr std::array<std::string_view, 4> kRag{"not rated", "red", "amber", "green"};
    return std::string(kRag[static_cast<std::size_t>(rag)]);
}

std::string plain_list(const std::vector<std::string>& items, std::string_view between) {
    std::vector<std::string> escaped;
    for (const std::string& item : items) escaped.push_back(plain(unended(item)));
    return listed(escaped, between);
}

std::string level_words(const Framework& framework, const std::vector<PlanLevel>& levels) {
    std::vector<std::string> words;
    for (const PlanLevel& level : levels) words.push_back("**" + level_name(framework, level.level) + "** (" + (level.decided ? "decided" : "suggested") + ")");
    return listed(words);
}

/// The latest day anything is known of the plan.
Date latest_day(const Plan& plan) {
    Date day = plan.start;
    for (const Revision& revision : plan.revisions) day = std::max(day, revision.on);
    for (const ProgressEntry& entry : plan.progress) day = std::max(day, entry.on);
    return day;
}

void write_head(Page& page, const Framework& framework, const Plan& plan) {
    std::vector<std::string> lines{"Framework: " + framework_line(framework_name(framework, plan.framework_id), plan.framework_edition, plan.framework_hash), "Level: " + level_words(framework, plan.levels),
                                   "From " + long_date(plan.start) + (plan.end ? " to " + long_date(*plan.end) : std::string())};
    if (!plan.end_condition.empty()) lines.push_back("What ends it: " + plain(plan.end_condition));
    page.bullets(lines);
    if (plan.aims.empty()) return;
    page.heading(2, "Aims");
    std::vector<std::string> aims;
    for (const std::string& aim : plan.aims) aims.push_back(plain(aim));
    page.bullets(aims);
}

bool is_overdue(ItemStatus status, const std::optional<Date>& due, Date on) {
    return (status == ItemStatus::kNotStarted || status == ItemStatus::kInProgress) && due && *due < on;
}

template <typename Item>
std::string standing_words(const Item& item, Date on) {
    return status_words(item.status) + (is_overdue(item.status, item.due, on) ? ", **overdue**" : "");
}

std::string standing_words(const PlanAction& action, Date on) {
    if (action.left_offer) return status_words(action.status) + ", no longer asked for";
    return standing_words<PlanAction>(action, on);
}

/// Why there is no objective: nothing to say, nothing known, or nothing amiss.
std::string no_objectives(const Framework& framework, const Plan& plan) {
    const auto& criteria = framework.document().criteria;
    const auto all = std::count_if(criteria.begin(), criteria.end(), [](const Criterion& criterion) { return criterion.desired.has_value(); });
    const auto unknown = std::count_if(plan.to_be_agreed.begin(), plan.to_be_agreed.end(), [](const OpenPoint& point) { return point.what == "evidence"; });
    if (all == 0) return "None: the framework says of no criterion how it should be.";
    if (unknown >= all) return "None so far: of no criterion is it known whether it is as it should be. What is missing is listed under *To be agreed*.";
    if (unknown == 0) return "None: no criterion is other than it should be.";
    return "None so far: no criterion that is known is other than it should be; " + std::to_string(unknown) + " of " + std::to_string(all) +
           " are not known. What is missing is listed under *To be agreed*.";
}

void write_objectives(Page& page, const Framework& framework, const Plan& plan, Date on) {
    page.heading(2, "Objectives");
    const auto withdrawn = [](const Objective& objective) { return objective.status == ItemStatus::kWithdrawn; };
    if (std::all_of(plan.objectives.begin(), plan.objectives.end(), withdrawn)) return page.paragraph(no_objectives(framework, plan));
    page.paragraph("Rated as on " + long_date(on) + ".");
    const std::vector<RagResult> ratings = rate_objectives(plan, on);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> reasons;
    for (const Objective& objective : plan.objectives) {
        if (objective.status == ItemStatus::kWithdrawn) continue;
        std::string rating = "–";
        for (const RagResult& result : ratings) {
            if (result.objective != objective.id) continue;
            rating = rag_words(result.rag);
            if (result.people) rating += " (people: " + rag_words(*result.people) + ")";
            if (result.rag != Rag::kNotRated || !plan.progress.empty()) reasons.push_back(plain(unended(objective.title)) + ": " + rag_words(result.rag) + ". " + plain(result.reason));
        }
        rows.push_back({plain(objective.title), plain(objective.success_measure), date_words(objective.due), standing_words(objective, on), rating});
    }
    page.table({"Objective", "Success measure", "Due", "Status", "Rating"}, rows);
    page.bullets(reasons);
}

/// "must", "where required": how binding the source makes it.
std::string optionality_words(const std::string& word) { return word == "where_required" ? "where required" : word; }

std::string kind_words(std::string word) {
    std::replace(word.begin(), word.end(), '_', ' ');
    return word;
}

std::string what_words(const Framework& framework, const PlanAction& action) {
    std::vector<std::string> parts{bold(action.title)};
    parts.push_back(plain(action.detail));
    if (!action.purposes.empty()) parts.push_back(ended("Purpose: " + plain_list(action.purposes, "; ")));
    if (!action.parts.empty()) parts.push_back(ended("Parts: " + plain_list(action.parts, "; ")));
    if (action.applies == Applies::kPossibly) {
        parts.push_back(ended("*May apply*" + (action.condition.empty() ? std::string() : ": " + plain(action.condition))));
    } else if (!action.condition.empty()) {
        parts.push_back(ended("Condition: " + plain(action.condition)));
    }
    if (!action.beneficiary.empty()) parts.push_back(ended("For: " + role_names(framework, action.beneficiary)));
    return listed(parts, "<br>");
}

std::string who_words(const Framework& framework, const PlanAction& action) {
    std::string who = action.actor.empty() ? std::string("*to be agreed*") : role_names(framework, action.actor);
    if (!action.with.empty()) who += " with " + role_names(framework, action.with);
    return who;
}

bool is_monitoring(const PlanAction& action) { return action.kind == "monitoring" || action.kind == "impact_review"; }

std::string visit_words(const PlanAction& action) {
    std::vector<std::string> days;
    for (const Visit& visit : action.visits) days.push_back(long_date(visit.on) + (visit.status == ItemStatus::kNotStarted ? std::string() : " (" + status_words(visit.status) + ")"));
    return listed(days, "; ");
}

/// Where the days of an activity stand; one without an interval has none until people agree how often.
std::string calendar_words(const Framework& framework, const PlanAction& action) {
    const Activity* activity = framework.find_activity(action.activity);
    if (activity == nullptr) return "activity " + plain(action.activity);
    const std::string title = plain(title_or_id(activity->title, activity->id));
    if (cadence_detail::has_interval(activity->cadence.every)) return "dates in the calendar: " + title;
    if (activity->cadence.every == Every::kOnEvent) return title + ": a date in the calendar once its day is known";
    return title + ": no dates until it is agreed how often";
}

std::string when_words(const Framework& framework, const Plan& plan, const PlanAction& action) {
    std::vector<std::string> parts;
    if (action.start) parts.push_back("from " + long_date(*action.start));
    if (action.due) parts.push_back("by " + long_date(*action.due));
    if (!action.after.empty()) {
        std::vector<std::string> titles;
        for (const std::string& id : action.after)
            for (const PlanAction& other : plan.actions)
                if (other.id == id) titles.push_back(plain(other.title));
        parts.push_back("after " + listed(titles, " and "));
    }
    if (!action.until.empty()) parts.push_back("until: " + plain(unended(action.until)));
    if (!action.cadence.empty()) parts.push_back(plain(action.cadence));
    if (!action.amount.empty()) parts.push_back(plain(action.amount));
    if (!action.activity.empty()) parts.push_back(calendar_words(framework, action));
    if (!is_monitoring(action) && !action.visits.empty()) parts.push_back(visit_words(action));
    if (parts.empty()) parts.push_back("*to be agreed*");
    return listed(parts, "; ");
}

std::string kind_and_force(const PlanAction& action) {
    std::string words = action.origin == Origin::kPeople ? std::string("added by people") : kind_words(action.kind);
    if (!action.optionality.empty()) words += ", " + optionality_words(action.optionality);
    return plain(words);
}

void write_actions(Page& page, const Framework& framework, const Plan& plan, Date on) {
    page.heading(2, "Actions");
    std::vector<std::vector<std::string>> rows;
    for (const PlanAction& action : plan.actions) {
        if (is_monitoring(action) || action.status == ItemStatus::kWithdrawn) continue;
        rows.push_back({what_words(framework, action), kind_and_force(action), who_words(framework, action), when_words(framework, plan, action), standing_words(action, on)});
    }
    if (rows.empty()) return page.paragraph("None.");
    page.table({"Action", "Kind", "Who", "When", "Status"}, rows);
}

void write_monitoring(Page& page, const Framework& framework, const Plan& plan, Date on) {
    std::vector<std::vector<std::string>> rows;
    for (const PlanAction& action : plan.actions) {
        if (!is_monitoring(action) || action.status == ItemStatus::kWithdrawn) continue;
        rows.push_back({what_words(framework, action), who_words(framework, action), when_words(framework, plan, action), visit_words(action), standing_words(action, on)});
    }
    if (rows.empty()) return;
    page.heading(2, "Monitoring and impact review");
    page.table({"What", "Who", "When", "Visits", "Status"}, rows);
}

void write_milestones(Page& page, const Plan& plan) {
    std::vector<std::vector<std::string>> rows;
    for (const Milestone& milestone : plan.milestones)
        if (milestone.status != ItemStatus::kWithdrawn) rows.push_back({long_date(milestone.on), plain(milestone.title), status_words(milestone.status)});
    if (rows.empty()) return;
    page.heading(2, "Milestones");
    page.paragraph("Checkpoints of the plan itself: the framework does not ask for them.");
    page.table({"Day", "Milestone", "Status"}, rows);
}

/// What a revision took out; it stays in the plan for its history.
void write_withdrawn(Page& page, const Plan& plan) {
    std::vector<std::string> titles;
    const auto add = [&](const auto& items) {
        for (const auto& item : items)
            if (item.status == ItemStatus::kWithdrawn) titles.push_back(plain(item.title));
    };
    add(plan.objectives);
    add(plan.actions);
    add(plan.milestones);
    if (titles.empty()) return;
    page.heading(2, "No longer part of the plan");
    page.bullets(titles);
}

/// What has no date, owner or amount, under a heading for each kind of point.
void write_open_points(Page& page, const Plan& plan) {
    if (plan.to_be_agreed.empty()) return;
    page.heading(2, "To be agreed");
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kKinds{{{"overdue", "Overdue"},
                                                                                    {"level", "Level"},
                                                                                   {"length", "Length of the plan"},
                                                                                   {"condition", "Whether it is part of the plan"},
                                                                                   {"owner", "Who"},
                                                                                   {"date", "When"},
                                                                                   {"interval", "How often"},
                                                                                   {"amount", "How much"},
                                                                                   {"target", "Target"},
                                                                                   {"evidence", "Evidence"}}};
    for (const auto& [what, title] : kKinds) {
        std::vector<std::string> items;
        for (const OpenPoint& point : plan.to_be_agreed)
            if (point.what == what) items.push_back(plain(point.text));
        if (items.empty()) continue;
        page.heading(3, std::string(title));
        page.bullets(items);
    }
    std::vector<std::string> others;
    for (const OpenPoint& point : plan.to_be_agreed)
        if (std::none_of(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.first == point.what; })) others.push_back(plain(point.text));
    if (others.empty()) return;
    page.heading(3, "Other");
    page.bullets(others);
}

std::string item_title(const Plan& plan, const std::string& id) {
    for (const Objective& objective : plan.objectives)
        if (objective.id == id) return objective.title;
    for (const PlanAction& action : plan.actions) {
        if (action.id == id) return action.title;
        for (const Visit& visit : action.visits)
            if (visit.id == id) return action.title + ", visit on " + long_date(visit.on);
    }
    for (const Milestone& milestone : plan.milestones)
        if (milestone.id == id) return milestone.title;
    return id;
}

void write_record(Page& page, const Framework& framework, const Plan& plan) {
    if (plan.progress.empty()) return;
    page.heading(2, "Record");
    std::vector<std::vector<std::string>> rows;
    for (const ProgressEntry& entry : plan.progress) {
        std::vector<std::string> parts{plain(entry.note)};
        if (!entry.value.empty()) parts.push_back("Value: " + plain(entry.value));
        if (entry.rag) parts.push_back("Rated " + rag_words(*entry.rag));
        if (entry.status) parts.push_back("Status: " + status_words(*entry.status));
        rows.push_back({long_date(entry.on), plain(item_title(plan, entry.item)), listed(parts, "; "), plain(framework.title_of(entry.by))});
    }
    page.table({"Day", "About", "What was recorded", "By"}, rows);
}

void write_history(Page& page, const Framework& framework, const Plan& plan) {
    if (plan.revisions.empty()) return;
    page.heading(2, "History");
    for (const Revision& revision : plan.revisions) {
        page.paragraph("Revision " + std::to_string(revision.number) + ", " + long_date(revision.on) + ", " + level_words(framework, revision.levels) + ":");
        std::vector<std::string> changes;
        for (const std::string& change : revision.changes) changes.push_back(plain(change));
        page.bullets(changes);
    }
}

}  // namespace

std::string plan_markdown(const Framework& framework, const Plan& plan, const Trust& trust, std::optional<Date> rated_on) {
    Page page(school_name(trust, plan.school) + ": support plan");
    write_head(page, framework, plan);
    const Date on = rated_on.value_or(latest_day(plan));
    write_objectives(page, framework, plan, on);
    write_actions(page, framework, plan, on);
    write_monitoring(page, framework, plan, on);
    write_milestones(page, plan);
    write_withdrawn(page, plan);
    write_open_points(page, plan);
    write_record(page, framework, plan);
    write_history(page, framework, plan);
    return std::move(page).take();
}

}  // namespace schoolimp::inline v0
