#include "calendar/inputs.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "schoolimp/core/suggestion.hpp"

namespace schoolimp::inline v0::calendar_detail {

namespace {

class InputChecker {
public:
    explicit InputChecker(const CalendarInputs& inputs) : in_(inputs) {
        for (const Activity& activity : in_.document.activities) activity_ids_.push_back(activity.id);
        for (const School& school : in_.trust.schools) school_ids_.push_back(school.id);
        for (const SchoolYear& year : in_.years) year_ids_.push_back(year.id());
    }

    std::vector<Issue> run() {
        check_years();
        check_judgements();
        check_cadences();
        for (std::size_t i = 0; i < in_.options.include.size(); ++i) check_activity("/options/include/" + std::to_string(i), in_.options.include[i]);
        check_pins();
        check_known_events();
        check_planned();
        check_previous();
        return std::move(issues_);
    }

private:
    void error(std::string pointer, std::string code, std::string message, std::string hint) {
        issues_.push_back({std::move(pointer), std::move(code), std::move(message), std::move(hint), Severity::kError});
    }
    void check_known(const std::string& pointer, const std::string& what, const std::string& id, const std::vector<std::string>& known) {
        if (std::find(known.begin(), known.end(), id) == known.end()) error(pointer, "unknown_name", what + " '" + id + "' does not exist", did_you_mean(id, known));
    }
    void check_activity(const std::string& pointer, const std::string& id) { check_known(pointer, "activity", id, activity_ids_); }

    void check_years() {
        if (in_.years.empty()) error("/school_years", "missing", "no school year was given", "give one, made of the school's term dates");
        for (std::size_t i = 0; i < year_ids_.size(); ++i)
            if (std::count(year_ids_.begin(), year_ids_.begin() + static_cast<std::ptrdiff_t>(i), year_ids_[i]) > 0)
                error("/school_years/" + std::to_string(i), "duplicate", "two school years have the id '" + year_ids_[i] + "'", "give each its own id");
        if (!in_.options.trust_school_year.empty()) check_known("/options/trust_school_year", "school year", in_.options.trust_school_year, year_ids_);
    }

    void check_judgements() {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < in_.judgements.size(); ++i) {
            const Judgement& judgement = in_.judgements[i];
            const std::string pointer = "/judgements/" + std::to_string(i);
            check_known(pointer + "/school", "school", judgement.school, school_ids_);
            if (!seen.insert(judgement.school).second) error(pointer + "/school", "duplicate", "school '" + judgement.school + "' has two judgements", "keep the one in force");
            if (judgement.framework_hash != in_.hash)
                error(pointer + "/framework_hash", "other_framework", "the judgement of school '" + judgement.school + "' was made with another framework (hash '" + judgement.framework_hash + "')",
                      "judge the school again with '" + in_.document.id + "'");
        }
    }

    void check_cadences() {
        for (std::size_t i = 0; i < in_.options.cadences.size(); ++i) {
            const CadenceOverride& change = in_.options.cadences[i];
            const std::string pointer = "/options/cadences/" + std::to_string(i);
            check_activity(pointer + "/activity", change.activity);
            const int times = change.cadence.times.value_or(1);
            if (times < 1 || times > 60) error(pointer + "/cadence/times", "out_of_range", std::to_string(times) + " times is not between 1 and 60", "write how often in each period");
            const Activity* activity = find_activity(in_.document, change.activity);
            if (activity == nullptr || change.report_to.empty()) continue;
            std::vector<std::string> routes;
            for (const ReportRoute& route : activity->reports) routes.push_back(route.to);
            check_known(pointer + "/report_to", "report of '" + change.activity + "' to", change.report_to, routes);
        }
    }

    void check_pins() {
        for (std::size_t i = 0; i < in_.options.pins.size(); ++i) {
            const PinnedDate& pin = in_.options.pins[i];
            const std::string pointer = "/options/pins/" + std::to_string(i);
            if (pin.last && *pin.last < pin.first)
                error(pointer + "/last", "wrong_order", "the agreed dates end on " + to_string(*pin.last) + ", before " + to_string(pin.first), "exchange the two dates");
            if (!in_.years.empty() && !all_days(in_.years).contains(pin.first))
                error(pointer + "/first", "out_of_range", "the agreed date " + to_string(pin.first) + " lies outside the school years given", "check its year");
        }
    }

    void check_known_events() {
        for (std::size_t i = 0; i < in_.options.known_events.size(); ++i)
            if (const std::string& school = in_.options.known_events[i].school; !school.empty())
                check_known("/options/known_events/" + std::to_string(i) + "/school", "school", school, school_ids_);
    }

    void check_planned() {
        std::set<std::pair<std::string, std::string>> seen;
        for (std::size_t i = 0; i < in_.planned.size(); ++i) {
            const PlannedItem& item = in_.planned[i];
            const std::string pointer = "/planned/" + std::to_string(i);
            if (!item.school.empty()) check_known(pointer + "/school", "school", item.school, school_ids_);
            if (item.id.empty()) error(pointer + "/id", "missing", "the planned item '" + item.title + "' has no id", "give it one that stays when its date moves");
            if (item.last < item.first) error(pointer + "/last", "wrong_order", "'" + item.id + "' ends on " + to_string(item.last) + ", before " + to_string(item.first), "exchange the two dates");
            if (!seen.insert({item.school, item.id}).second) error(pointer + "/id", "duplicate", "school '" + item.school + "' has two planned items '" + item.id + "'", "give each its own id");
            if (!item.activity.empty()) check_activity(pointer + "/activity", item.activity);
            if (item.kind == CalendarEventKind::kActivity || item.kind == CalendarEventKind::kReport)
                error(pointer + "/kind", "wrong_kind", "a planned item cannot be an " + std::string(to_word(item.kind)), "use action, monitoring, milestone or review");
        }
    }

    void check_previous() {
        if (in_.previous != nullptr && in_.previous->trust != in_.trust.id)
            error("/previous/trust", "other_trust", "the previous calendar belongs to trust '" + in_.previous->trust + "', not '" + in_.trust.id + "'", "give the calendar made for this trust");
    }

    const CalendarInputs& in_;
    std::vector<std::string> activity_ids_, school_ids_, year_ids_;
    std::vector<Issue> issues_;
};

const SchoolYear* year_of(const CalendarInputs& inputs, const School& school, std::string& why_not) {
    if (school.school_year.empty()) {
        if (inputs.years.size() == 1) return &inputs.years.front();
        why_not = "names no school year, and " + std::to_string(inputs.years.size()) + " were given";
        return nullptr;
    }
    for (const SchoolYear& year : inputs.years)
        if (year.id() == school.school_year) return &year;
    why_not = "names the school year '" + school.school_year + "', which was not given";
    return nullptr;
}

}  // namespace

std::vector<Issue> check_inputs(const CalendarInputs& inputs) { return InputChecker(inputs).run(); }

std::vector<SchoolInput> join_schools(const CalendarInputs& inputs, std::vector<Issue>& warnings) {
    std::map<std::string_view, const Judgement*> judgements;
    for (const Judgement& judgement : inputs.judgements) judgements.emplace(judgement.school, &judgement);
    std::vector<SchoolInput> schools;
    for (std::size_t i = 0; i < inputs.trust.schools.size(); ++i) {
        const School& school = inputs.trust.schools[i];
        const auto judgement = judgements.find(school.id);
        std::string why_not;
        const SchoolYear* year = year_of(inputs, school, why_not);
        schools.push_back({&school, static_cast<int>(i), year, judgement == judgements.end() ? nullptr : judgement->second});
        if (year == nullptr)
            warnings.push_back({"/schools/" + std::to_string(i) + "/school_year", "no_school_year", "school '" + school.id + "' (" + school.name + ") " + why_not,
                                "give its school year, or name one of those given", Severity::kWarning});
    }
    return schools;
}

const SchoolYear* trust_year(const CalendarInputs& inputs) {
    for (const SchoolYear& year : inputs.years)
        if (inputs.options.trust_school_year.empty() || year.id() == inputs.options.trust_school_year) return &year;
    return nullptr;
}

DateRange all_days(std::span<const SchoolYear> years) {
    DateRange range = years.front().range();
    for (const SchoolYear& year : years) {
        range.first = std::min(range.first, year.range().first);
        range.last = std::max(range.last, year.range().last);
    }
    return range;
}

const Activity* find_activity(const FrameworkDocument& document, std::string_view id) {
    for (const Activity& activity : document.activities)
        if (activity.id == id) return &activity;
    return nullptr;
}

std::string title_of(const FrameworkDocument& document, std::string_view role_or_body) {
    for (const Role& role : document.roles)
        if (role.id == role_or_body && !role.title.empty()) return role.title;
    for (const Body& body : document.bodies)
        if (body.id == role_or_body && !body.title.empty()) return body.title;
    return std::string(role_or_body);
}

const CadenceOverride* find_override(const CalendarOptions& options, std::string_view activity, std::string_view report_to) {
    for (const CadenceOverride& change : options.cadences)
        if (change.activity == activity && change.report_to == report_to) return &change;
    return nullptr;
}

}  // namespace schoolimp::inline v0::calendar_detail
