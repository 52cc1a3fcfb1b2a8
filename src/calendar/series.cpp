#include "calendar/series.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "calendar/words.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::calendar_detail {

namespace {

constexpr int kLongestDays = 20;  // no event is longer than four school weeks

std::string without_full_stop(std::string text) {
    while (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

/// The cadence with the model document's note on it.
std::string noted_words(const Cadence& cadence) {
    return cadence.text.empty() ? cadence_words(cadence) : cadence_words(cadence) + " (" + without_full_stop(cadence.text) + ")";
}

/// "Risk review, half-termly: 3 of 6, in spring half term 1 (...)."
std::string reason_of(const std::string& title, const Cadence& cadence, const CadenceOverride* change, int ordinal, int of, const std::string& where) {
    std::string text = sentence_case(title) + ", " + cadence_words(cadence);
    if (of > 1) text += ": " + std::to_string(ordinal) + " of " + std::to_string(of);
    text += ", " + where + '.';
    if (cadence.more_if_required) text += " More often when required.";
    if (change != nullptr) text += " Rate set by the trust" + (change->reason.empty() ? std::string() : ": " + change->reason) + '.';
    if (!cadence.text.empty()) text += " Note in the model document: " + without_full_stop(cadence.text) + ".";
    return text;
}

void append_unique(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const std::string& item : from)
        if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
}

/// Training and meetings need no pupils; people from outside are not asked in on a day for staff.
bool is_staff_only(const Activity& activity, const FrameworkDocument& document) {
    if (activity.kind != ActivityKind::kTraining && activity.kind != ActivityKind::kMeeting) return false;
    const auto external = [&](const Participant& participant) {
        return std::any_of(document.roles.begin(), document.roles.end(), [&](const Role& role) { return role.id == participant.who && (role.level == RoleLevel::kExternal || role.external.value_or(false)); }) ||
               std::any_of(document.bodies.begin(), document.bodies.end(), [&](const Body& body) { return body.id == participant.who && body.level == RoleLevel::kExternal; });
    };
    return std::none_of(activity.participants.begin(), activity.participants.end(), external);
}

bool attends(ParticipantPart part) { return part == ParticipantPart::kLeads || part == ParticipantPart::kDoes || part == ParticipantPart::kTakesPart || part == ParticipantPart::kObserves; }

}  // namespace

int activity_days(const Activity& activity) {
    if (!activity.duration) return 1;
    const int n = activity.duration->minimum ? *activity.duration->minimum : activity.duration->maximum.value_or(1);
    switch (activity.duration->unit) {
        case TimeUnit::kDay:
        case TimeUnit::kSchoolDay: return std::clamp(n, 1, kLongestDays);
        case TimeUnit::kWeek: return std::clamp(5 * n, 1, kLongestDays);
        default: return 1;
    }
}

SeriesBuilder::SeriesBuilder(const CalendarInputs& inputs, const std::vector<SchoolInput>& schools, DayLoads& loads)
    : in_(inputs), schools_(schools), loads_(loads), trust_year_(trust_year(inputs)) {}

Series SeriesBuilder::build() {
    int index = 0;
    for (const Activity& activity : in_.document.activities) add_activity(activity, index++);
    return std::move(series_);
}

void SeriesBuilder::add_activity(const Activity& activity, int index) {
    const CadenceOverride* change = find_override(in_.options, activity.id, "");
    const Cadence& cadence = change != nullptr ? change->cadence : activity.cadence;
    const std::vector<Host> hosts = hosts_of(activity, index);
    const auto& include = in_.options.include;
    const bool opted_in = change != nullptr || std::find(include.begin(), include.end(), activity.id) != include.end();
    if (activity.optionality == Optionality::kMay && !opted_in) {
        for (const Host& host : hosts)
            undated(index, undated_item(activity, UndatedReason::kOptional, cadence, "The framework says it may take place; name it in `include` to place it."), host);
        return;
    }
    for (const Host& host : hosts) add_series(activity, index, cadence, change, host);
    ++ranks_[cadence.every];
    add_reports(activity, index, hosts);
}

Applies SeriesBuilder::applies_to_trust(const Activity& activity) const {
    if (activity.levels.empty() && activity.when.empty()) return Applies::kYes;
    Applies result = Applies::kNo;
    const auto strength = [](Applies applies) {
        switch (applies) {
            case Applies::kYes: return 4;
            case Applies::kTentative: return 3;
            case Applies::kLevelNotKnown: return 2;
            case Applies::kConditionNotKnown: return 1;
            case Applies::kNo: break;
        }
        return 0;
    };
    for (const SchoolInput& school : schools_) {
        const Applies applies = applies_to(activity, in_.document, school.judgement);
        if (strength(applies) > strength(result)) result = applies;
    }
    return result;
}

std::vector<SeriesBuilder::Host> SeriesBuilder::hosts_of(const Activity& activity, int index) {
    std::vector<Host> all, hosts;
    if (activity.scope == Scope::kTrust)
        all.push_back({nullptr, trust_year_, applies_to_trust(activity)});
    else
        for (const SchoolInput& school : schools_)
            if (school.year != nullptr) all.push_back({&school, school.year, applies_to(activity, in_.document, school.judgement)});
    for (const Host& host : all) {
        if (host.applies == Applies::kLevelNotKnown)
            undated(index, undated_item(activity, UndatedReason::kLevelNotKnown, activity.cadence, "Only at " + level_titles(activity, in_.document) + "; the level in force is not known."),
                    host);
        else if (host.applies == Applies::kConditionNotKnown)
            undated(index, undated_item(activity, UndatedReason::kConditionNotKnown, activity.cadence, "Only when " + activity.when + "; the evidence does not settle it."), host);
        else if (host.applies != Applies::kNo)
            hosts.push_back(host);
    }
    return hosts;
}

void SeriesBuilder::add_series(const Activity& activity, int index, const Cadence& cadence, const CadenceOverride* change, const Host& host) {
    const int days = activity_days(activity);
    const std::vector<Slot> slots = slots_for(cadence, host, days, ranks_[cadence.every], activity, index, "");
    if (slots.empty()) return;
    CalendarEvent event = common_event(activity, host);
    event.kind = CalendarEventKind::kActivity;
    event.type = activity_word(activity.kind);
    event.title = activity.title;
    event.text = activity.text;
    event.of = static_cast<int>(slots.size());
    event.status = host.applies == Applies::kTentative ? EventStatus::kTentative : EventStatus::kConfirmed;
    PlacementRequest request = request_for(activity, host, days);
    request.staff_only = is_staff_only(activity, in_.document);
    follow_predecessors(activity, host, event, request);
    request.person_keys = person_keys(event.participants);
    const std::string prefix = event.key;
    for (const Slot& slot : slots) {
        Wanted wanted{event, request, index, next_series_};
        wanted.request.slot = slot;
        wanted.event.ordinal = slot.ordinal;
        wanted.event.key = prefix + '/' + std::to_string(slot.ordinal);
        wanted.event.reason = reason_of(activity.title, cadence, change, slot.ordinal, event.of, slot.where);
        series_.activities.push_back(std::move(wanted));
    }
    ++next_series_;
}

/// What the plan puts before the activity comes first. While some of that has no date, the days of the activity are tentative.
void SeriesBuilder::follow_predecessors(const Activity& activity, const Host& host, CalendarEvent& event, PlacementRequest& request) const {
    if (host.school == nullptr) return;
    std::vector<std::string> undated_titles;
    for (const PlannedItem& item : in_.planned) {
        if (item.activity != activity.id || item.school != host.school->school->id) continue;
        append_unique(undated_titles, item.waits_for);
        request.not_before = std::max(request.not_before, item.last + std::chrono::days{1});
    }
    if (undated_titles.empty()) return;
    for (std::string& title : undated_titles) title = "'" + title + "'";
    event.status = EventStatus::kTentative;
    if (!event.text.empty()) event.text += '\n';
    event.text += "Comes after " + joined_words(undated_titles) + " of the support plan, which has no date yet: this day may move.";
}

void SeriesBuilder::add_reports(const Activity& activity, int index, const std::vector<Host>& hosts) {
    std::map<std::string, int> seen;
    for (const ReportRoute& route : activity.reports) {
        const int count = ++seen[route.to];
        const std::string suffix = route.to + (count > 1 ? '.' + std::to_string(count) : std::string());
        const CadenceOverride* change = find_override(in_.options, activity.id, route.to);
        if (change == nullptr && !route.cadence) continue;  // goes with each event, and is written on it
        const Cadence& cadence = change != nullptr ? change->cadence : *route.cadence;
        if (activity.scope == Scope::kSchool && is_trust_wide(route.to)) {
            if (!hosts.empty()) add_report_series(activity, index, route, suffix, cadence, change, {nullptr, trust_year_, Applies::kYes});
            continue;
        }
        for (const Host& host : hosts) add_report_series(activity, index, route, suffix, cadence, change, host);
    }
}

void SeriesBuilder::add_report_series(const Activity& activity, int index, const ReportRoute& route, const std::string& suffix, const Cadence& cadence,
                                      const CadenceOverride* change, const Host& host) {
    const std::vector<Slot> slots = slots_for(cadence, host, 1, 0, activity, index, route.to);
    if (slots.empty()) return;
    CalendarEvent event = common_event(activity, host);
    event.kind = CalendarEventKind::kReport;
    event.type = "report";
    event.report_to = route.to;
    event.title = "Report to " + title_of(in_.document, route.to) + ": " + activity.title;
    event.text = route.content;
    event.of = static_cast<int>(slots.size());
    event.reports.clear();
    event.outputs.clear();
    event.participants = {participant(route.to, ParticipantPart::kReceives, host)};
    event.refs = route.refs;
    PlacementRequest request = request_for(activity, host, 1);
    const std::string prefix = event.key + "/report/" + suffix;
    for (const Slot& slot : slots) {
        Wanted wanted{event, request, index, next_series_};
        wanted.follows = has_interval(cadence.every) && cadence.position.value_or(Position::kAny) == Position::kAny;
        wanted.request.slot = slot;
        wanted.event.ordinal = slot.ordinal;
        wanted.event.key = prefix + '/' + std::to_string(slot.ordinal);
        wanted.event.reason = reason_of(event.title, cadence, change, slot.ordinal, event.of, slot.where);
        series_.reports.push_back(std::move(wanted));
    }
    ++next_series_;
}

std::vector<Slot> SeriesBuilder::slots_for(const Cadence& cadence, const Host& host, int days, int rank, const Activity& activity, int index, const std::string& report_to) {
    if (cadence.every == Every::kOnEvent) return slots_on_events(cadence, host, days, activity, index, report_to);
    if (!has_interval(cadence.every)) {
        UndatedItem item = undated_item(activity, UndatedReason::kNoInterval, cadence, "The framework gives no interval.");
        item.report_to = report_to;
        undated(index, std::move(item), host);
        return {};
    }
    if (!report_to.empty()) {
        const CadenceOverride* change = find_override(in_.options, activity.id, "");
        return report_slots(cadence, change != nullptr ? change->cadence : activity.cadence, *host.year);
    }
    return slots_of(cadence, *host.year, days, {host.school != nullptr ? host.school->order : 0, rank});
}

std::vector<Date> SeriesBuilder::known_dates(const Cadence& cadence, const Host& host) const {
    std::vector<Date> dates;
    const bool joining = cadence.event == EventKind::kJoining || cadence.event == EventKind::kBeforeJoining;
    if (joining && host.school != nullptr && host.school->school->joined) dates.push_back(*host.school->school->joined);
    for (const KnownEvent& known : in_.options.known_events)
        if (known.event == cadence.event && (known.school.empty() || (host.school != nullptr && known.school == host.school->school->id))) dates.push_back(known.date);
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

/// A school that joined in an earlier year, or whose joining is not recorded, has joined: nothing is left to be agreed.
std::vector<Slot> SeriesBuilder::slots_on_events(const Cadence& cadence, const Host& host, int days, const Activity& activity, int index, const std::string& report_to) {
    const std::vector<Date> dates = known_dates(cadence, host);
    const bool joining = cadence.event == EventKind::kJoining || cadence.event == EventKind::kBeforeJoining;
    const bool before = cadence.offset ? cadence.offset->n < 0 : cadence.event == EventKind::kBeforeJoining;
    std::vector<Slot> slots;
    const auto open = [&](UndatedReason reason, std::string message) {
        UndatedItem item = undated_item(activity, reason, cadence, std::move(message));
        item.report_to = report_to;
        undated(index, std::move(item), host);
    };
    if (dates.empty() && !(joining && host.school != nullptr))
        open(UndatedReason::kEventNotKnown, cadence.event ? "The date of " + std::string(event_words(*cadence.event)) + " is not known." : "The framework does not name the event.");
    for (const Date date : dates) {
        if (before && !cadence.offset) {
            if (host.year->range().contains(date)) open(UndatedReason::kNoInterval, "Before joining on " + long_date(date) + "; the source does not say how long before.");
            continue;
        }
        std::optional<Slot> slot = event_slot(date, cadence.offset, before, *host.year, days);
        if (!slot) continue;
        slot->ordinal = static_cast<int>(slots.size()) + 1;
        slots.push_back(std::move(*slot));
    }
    return slots;
}

CalendarEvent SeriesBuilder::common_event(const Activity& activity, const Host& host) const {
    CalendarEvent event;
    event.school = host.school != nullptr ? host.school->school->id : std::string();
    event.school_name = host.school != nullptr ? host.school->school->name : in_.trust.name;
    event.academic_year = host.year->academic_year();
    event.source = activity.id;
    event.key = in_.trust.id + '/' + event.school + '/' + std::to_string(event.academic_year.start) + '/' + activity.id;
    for (const Participant& taking_part : activity.participants) event.participants.push_back(participant(taking_part.who, taking_part.part, host));
    for (const Part& output : activity.outputs) event.outputs.push_back(output.title);
    for (const ReportRoute& route : activity.reports) {
        const CadenceOverride* change = find_override(in_.options, activity.id, route.to);
        const Cadence* cadence = change != nullptr ? &change->cadence : route.cadence ? &*route.cadence : nullptr;
        event.reports.push_back({route.to, title_of(in_.document, route.to), route.content, cadence != nullptr ? cadence_words(*cadence) : std::string()});
    }
    event.refs = activity.refs;
    for (const Participant& taking_part : activity.participants) append_unique(event.refs, taking_part.refs);
    return event;
}

EventParticipant SeriesBuilder::participant(const std::string& who, ParticipantPart part, const Host& host) const {
    EventParticipant result{who, title_of(in_.document, who), part, {}, {}};
    for (const Person& person : in_.trust.people) {
        if (std::find(person.roles.begin(), person.roles.end(), who) == person.roles.end()) continue;
        const bool here = person.schools.empty() || (host.school != nullptr && std::find(person.schools.begin(), person.schools.end(), host.school->school->id) != person.schools.end());
        if (!here) continue;
        result.people.push_back(person.id);
        result.names.push_back(person.name);
    }
    return result;
}

PlacementRequest SeriesBuilder::request_for(const Activity& activity, const Host& host, int days) {
    PlacementRequest request;
    request.year = host.year;
    request.days = days;
    request.activity = activity.id;
    request.phase = host.school != nullptr ? host.school->school->phase : std::string();
    request.school_key = loads_.key("school:" + (host.school != nullptr ? host.school->school->id : std::string()));
    request.not_before = in_.options.from;
    const bool before_joining = activity.cadence.event == EventKind::kBeforeJoining;
    if (host.school != nullptr && host.school->school->joined && !before_joining) request.not_before = std::max(request.not_before, *host.school->school->joined);
    return request;
}

/// The people who have to be there: by name where the trust names them, else the trust-wide role, which one person holds.
std::vector<int> SeriesBuilder::person_keys(const std::vector<EventParticipant>& participants) {
    std::vector<int> keys;
    for (const EventParticipant& taking_part : participants) {
        if (!attends(taking_part.part)) continue;
        for (const std::string& person : taking_part.people) keys.push_back(loads_.key("person:" + person));
        if (!taking_part.people.empty()) continue;
        for (const Role& role : in_.document.roles)
            if (role.id == taking_part.who && (role.level == RoleLevel::kTrust || role.level == RoleLevel::kExternal)) keys.push_back(loads_.key("role:" + role.id));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

/// A role or body of the trust hears of all schools at once. A body is the trust's unless the framework says otherwise, or all its members are of the school.
bool SeriesBuilder::is_trust_wide(const std::string& role_or_body) const {
    const auto level_of = [&](const std::string& id) -> std::optional<RoleLevel> {
        for (const Role& role : in_.document.roles)
            if (role.id == id) return role.level;
        return std::nullopt;
    };
    for (const Body& body : in_.document.bodies) {
        if (body.id != role_or_body) continue;
        if (body.level) return body.level == RoleLevel::kTrust;
        return body.members.empty() || !std::all_of(body.members.begin(), body.members.end(), [&](const std::string& member) { return level_of(member) == RoleLevel::kSchool; });
    }
    return level_of(role_or_body) == RoleLevel::kTrust;
}

UndatedItem SeriesBuilder::undated_item(const Activity& activity, UndatedReason reason, const Cadence& cadence, std::string message) const {
    UndatedItem item;
    item.source = activity.id;
    item.title = activity.title;
    item.reason = reason;
    item.words = noted_words(cadence);
    item.message = std::move(message);
    item.refs = activity.refs;
    return item;
}

/// One item for all schools of which the same is to be agreed.
void SeriesBuilder::undated(int index, UndatedItem item, const Host& host) {
    for (auto& [other_index, other] : series_.undated) {
        if (other_index != index || other.report_to != item.report_to || other.reason != item.reason || other.message != item.message || other.words != item.words) continue;
        if (host.school != nullptr) append_unique(other.schools, {host.school->school->id});
        return;
    }
    if (host.school != nullptr) item.schools.push_back(host.school->school->id);
    series_.undated.emplace_back(index, std::move(item));
}

}  // namespace schoolimp::inline v0::calendar_detail
