#include "calendar/maker.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "calendar/replan.hpp"
#include "calendar/series.hpp"
#include "calendar/uuid.hpp"
#include "calendar/words.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::calendar_detail {

namespace {

class CalendarMaker {
public:
    explicit CalendarMaker(const CalendarInputs& inputs) : in_(inputs), loads_(all_days(inputs.years)), replanner_(inputs) {}

    Result<Calendar> make() {
        start();
        Series series = SeriesBuilder(in_, schools_, loads_).build();
        undated_ = std::move(series.undated);
        place_all(series.activities);
        index_activities(series.activities);
        for (Wanted& report : series.reports) report_after_activities(report);
        place_all(series.reports);
        name_all_covered(series.reports);
        take(series.activities);
        take(series.reports);
        add_planned_items();
        if (std::vector<Issue> issues = replanner_.unknown_pins(calendar_.events); has_error(issues)) return invalid_document("calendar options", std::move(issues));
        finish();
        return std::move(calendar_);
    }

private:
    void start() {
        calendar_.trust = in_.trust.id;
        calendar_.trust_name = in_.trust.name;
        calendar_.framework_id = in_.document.id;
        calendar_.framework_title = in_.document.title;
        calendar_.framework_edition = in_.document.edition;
        calendar_.framework_hash = in_.hash;
        calendar_.stamp = in_.options.stamp;
        schools_ = join_schools(in_, calendar_.issues);
        UndatedItem without_year;
        for (const SchoolInput& school : schools_) {
            calendar_.schools.push_back({school.school->id, school.school->name, school.year != nullptr ? school.year->id() : std::string()});
            if (school.year == nullptr) without_year.schools.push_back(school.school->id);
        }
        if (without_year.schools.empty()) return;
        without_year.reason = UndatedReason::kNoSchoolYear;
        without_year.source = "school_year";
        without_year.title = "The whole calendar";
        without_year.message = "The school has no school year, so nothing can be placed.";
        calendar_.to_be_agreed.push_back(std::move(without_year));
    }

    void add_load(const Wanted& wanted) {
        loads_.add(wanted.request.school_key, wanted.event.first, wanted.event.last);
        for (const int key : wanted.request.person_keys) loads_.add(key, wanted.event.first, wanted.event.last);
    }

    /// First what is fixed, so that the rest makes way for it.
    void place_all(std::vector<Wanted>& all) {
        for (Wanted& wanted : all) {
            wanted.event.id = event_uuid(wanted.event.key);
            if (replanner_.fix(wanted, calendar_.issues)) add_load(wanted);
        }
        for (Wanted& wanted : all)
            if (!wanted.placed) place_one(wanted);
    }

    void place_one(Wanted& wanted) {
        const SchoolYear& year = *wanted.request.year;
        const DaySpan preferred = wanted.request.slot.preferred;
        const bool over = preferred.last < year.school_days_before(wanted.request.not_before);
        if (over && preferred.size() > 0) return;
        if (const std::optional<Placement> placement = place(wanted.request, loads_)) {
            wanted.event.first = placement->first;
            wanted.event.last = placement->last;
            wanted.event.adjustment = placement->adjustment;
            wanted.placed = true;
            replanner_.explain_move(wanted);
            add_load(wanted);
            return;
        }
        undated_.emplace_back(wanted.activity, nothing_fits(wanted));
    }

    static UndatedItem nothing_fits(const Wanted& wanted) {
        const CalendarEvent& event = wanted.event;
        UndatedItem item;
        if (!event.school.empty()) item.schools.push_back(event.school);
        item.source = event.source;
        item.title = event.title;
        item.report_to = event.report_to;
        item.ordinal = event.ordinal;
        item.reason = UndatedReason::kNothingFits;
        item.words = event.reason;
        item.message = "No free run of " + counted(wanted.request.days, "school day") + " " + wanted.request.slot.where + ".";
        item.relaxation = nearest_relaxation(wanted.request);
        item.refs = event.refs;
        return item;
    }

    void index_activities(const std::vector<Wanted>& all) {
        for (const Wanted& wanted : all)
            if (wanted.placed) by_activity_[{wanted.event.source, wanted.event.school}].push_back(&wanted.event);
    }

    /// The events a report is about: the school's, or for a trust-wide report those of all schools.
    template <typename Visit>
    void each_reported(const CalendarEvent& report, Visit visit) const {
        for (auto it = by_activity_.lower_bound({report.source, report.school}); it != by_activity_.end() && it->first.first == report.source; ++it) {
            if (!report.school.empty() && it->first.second != report.school) break;
            for (const CalendarEvent* event : it->second) visit(*event);
        }
    }

    /// A report follows the events of its period, as long as the period lasts.
    void report_after_activities(Wanted& report) {
        Slot& slot = report.request.slot;
        const SchoolYear& year = *report.request.year;
        if (!report.follows || slot.allowed.size() == 0) return;
        const Date first = year.school_days()[static_cast<std::size_t>(slot.allowed.first)], last = year.school_days()[static_cast<std::size_t>(slot.allowed.last)];
        Date latest = first;
        each_reported(report.event, [&](const CalendarEvent& event) {
            if (event.last >= first && event.last <= last) latest = std::max(latest, event.last);
        });
        slot.allowed.first = slot.preferred.first = std::min(year.school_days_before(latest), slot.allowed.last);
        slot.preferred.last = std::max(slot.preferred.last, slot.preferred.first);
        slot.window.first = std::max(slot.window.first, slot.allowed.first);
        slot.window.last = std::max(slot.window.last, slot.window.first);
        slot.ideal = std::max(slot.ideal, slot.allowed.first);
    }

    /// Each report of a series covers everything since the one before it.
    void name_all_covered(std::vector<Wanted>& reports) const {
        for (std::size_t i = 0; i < reports.size();) {
            std::size_t end = i;
            while (end < reports.size() && reports[end].series == reports[i].series) ++end;
            name_covered(std::span(reports).subspan(i, end - i));
            i = end;
        }
    }

    void name_covered(std::span<Wanted> series) const {
        std::vector<Wanted*> placed;
        for (Wanted& report : series)
            if (report.placed) placed.push_back(&report);
        std::stable_sort(placed.begin(), placed.end(), [](const Wanted* a, const Wanted* b) { return a->event.first < b->event.first; });
        std::optional<Date> since;
        for (Wanted* report : placed) {
            if (!report->kept) cover(report->event, since);
            since = report->event.first;
        }
    }

    void cover(CalendarEvent& report, std::optional<Date> since) const {
        std::vector<const CalendarEvent*> covered;
        each_reported(report, [&](const CalendarEvent& event) {
            if (event.last <= report.first && (!since || event.last > *since)) covered.push_back(&event);
        });
        std::sort(covered.begin(), covered.end(), [](const CalendarEvent* a, const CalendarEvent* b) { return std::tie(a->first, a->key) < std::tie(b->first, b->key); });
        for (const CalendarEvent* event : covered) report.covers.push_back(event->id);
        if (!covered.empty()) report.reason += ' ' + covered_words(covered);
    }

    static std::string covered_words(const std::vector<const CalendarEvent*>& covered) {
        const CalendarEvent& first = *covered.front();
        if (covered.size() == 1) return "Covers the one on " + long_date(first.first) + ".";
        return "Covers the " + std::to_string(covered.size()) + " from " + long_range(first.first, covered.back()->first) + ".";
    }

    void take(std::vector<Wanted>& all) {
        for (Wanted& wanted : all) {
            if (!wanted.placed) continue;
            if (!wanted.kept) replanner_.stamp(wanted.event);
            calendar_.events.push_back(std::move(wanted.event));
        }
    }

    const SchoolInput* find_school(const std::string& id) const {
        for (const SchoolInput& school : schools_)
            if (school.school->id == id) return &school;
        return nullptr;
    }

    /// The plan has dated them; they are taken as they are, also those that are past: plan and calendar name the same days.
    void add_planned_items() {
        for (const PlannedItem& item : in_.planned) {
            if (!item.activity.empty()) continue;  // comes before an activity; no event of its own
            const SchoolInput* school = find_school(item.school);
            CalendarEvent event = planned_event(item, school);
            const CalendarEvent* before = replanner_.earlier(event.id);
            const bool over = item.last < in_.options.from;
            if (over && before != nullptr && before->range() == event.range() && before->status != EventStatus::kCancelled) {
                calendar_.events.push_back(*before);
                continue;
            }
            if (!over) warn_closed_day(item, school);
            replanner_.stamp(event);
            calendar_.events.push_back(std::move(event));
        }
    }

    CalendarEvent planned_event(const PlannedItem& item, const SchoolInput* school) const {
        CalendarEvent event;
        event.school = item.school;
        event.school_name = school != nullptr ? school->school->name : in_.trust.name;
        event.academic_year = academic_year_of(item.first);
        for (const SchoolYear& year : in_.years)
            if (year.range().contains(item.first) && (school == nullptr || school->year == &year)) event.academic_year = year.academic_year();
        event.kind = item.kind;
        event.type = to_word(item.kind);
        event.source = item.id;
        event.key = in_.trust.id + '/' + item.school + "/plan/" + item.id;
        event.id = event_uuid(event.key);
        event.title = item.title;
        event.text = item.text;
        event.first = item.first;
        event.last = item.last;
        event.refs = item.refs;
        event.reason = "Dated in the support plan.";
        for (const std::string& actor : item.actors) event.participants.push_back(actor_of(actor, item.school));
        return event;
    }

    EventParticipant actor_of(const std::string& who, const std::string& school) const {
        EventParticipant actor{who, title_of(in_.document, who), ParticipantPart::kDoes, {}, {}};
        for (const Person& person : in_.trust.people) {
            const bool holds = std::find(person.roles.begin(), person.roles.end(), who) != person.roles.end();
            const bool here = person.schools.empty() || std::find(person.schools.begin(), person.schools.end(), school) != person.schools.end();
            if (!holds || !here) continue;
            actor.people.push_back(person.id);
            actor.names.push_back(person.name);
        }
        return actor;
    }

    void warn_closed_day(const PlannedItem& item, const SchoolInput* school) {
        if (school == nullptr || school->year == nullptr || !school->year->range().contains(item.first) || school->year->staff_open(item.first)) return;
        calendar_.issues.push_back({"/planned/" + item.id, "closed_day", "'" + item.title + "' is dated " + full_date(item.first) + ", a closed day (" + school->year->describe(item.first) + ")",
                                    "move it in the plan", Severity::kWarning});
    }

    void finish() {
        for (CalendarEvent& event : replanner_.leftovers(calendar_.events)) calendar_.events.push_back(std::move(event));
        std::sort(calendar_.events.begin(), calendar_.events.end(), [](const CalendarEvent& a, const CalendarEvent& b) { return std::tie(a.first, a.key) < std::tie(b.first, b.key); });
        std::stable_sort(undated_.begin(), undated_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto& [index, item] : undated_) calendar_.to_be_agreed.push_back(std::move(item));
        replanner_.keep_unknown_members(calendar_);
    }

    const CalendarInputs& in_;
    Calendar calendar_;
    std::vector<SchoolInput> schools_;
    DayLoads loads_;
    Replanner replanner_;
    std::vector<std::pair<int, UndatedItem>> undated_;
    std::map<std::pair<std::string, std::string>, std::vector<const CalendarEvent*>> by_activity_;  ///< By activity and school.
};

}  // namespace

Result<Calendar> make_calendar_from(const CalendarInputs& inputs) {
    std::vector<Issue> issues = check_inputs(inputs);
    if (has_error(issues)) return invalid_document("calendar inputs", std::move(issues));
    return CalendarMaker(inputs).make();
}

}  // namespace schoolimp::inline v0::calendar_detail
