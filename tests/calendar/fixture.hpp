// A small invented framework and trust on which calendars are made.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "calendar/maker.hpp"
#include "schoolyear/years.hpp"

namespace schoolimp::testing {

inline Cadence every(Every period, std::optional<int> times = std::nullopt, std::optional<Position> position = std::nullopt) {
    Cadence cadence;
    cadence.every = period;
    cadence.times = times;
    cadence.position = position;
    return cadence;
}

inline Cadence on_event(EventKind event, std::optional<Offset> offset = std::nullopt) {
    Cadence cadence;
    cadence.every = Every::kOnEvent;
    cadence.event = event;
    cadence.offset = offset;
    return cadence;
}

inline Activity activity(std::string id, Cadence cadence, ActivityKind kind = ActivityKind::kReview) {
    Activity result;
    result.id = id;
    result.title = id;
    result.kind = kind;
    result.cadence = std::move(cadence);
    result.refs = {"TEST-001"};
    return result;
}

inline Participant taking_part(std::string who, ParticipantPart part) {
    Participant participant;
    participant.who = std::move(who);
    participant.part = part;
    return participant;
}

inline ReportRoute route(std::string to, std::optional<Cadence> cadence) {
    ReportRoute result;
    result.to = std::move(to);
    result.cadence = std::move(cadence);
    return result;
}

inline School school(std::string id, std::string name = "") {
    School result;
    result.id = id;
    result.name = name.empty() ? "School " + id : name;
    result.phase = "primary";
    return result;
}

/// Everything a calendar is made of, to be changed by each test.
struct World {
    FrameworkDocument document;
    Trust trust;
    std::vector<SchoolYear> years;
    std::vector<Judgement> judgements;
    std::vector<PlannedItem> planned;
    CalendarOptions options;

    explicit World(std::vector<Activity> activities = {}, int schools = 1) {
        document.id = "invented";
        document.edition = "1";
        document.activities = std::move(activities);
        Scale tier;
        tier.id = "tier";
        for (const char* id : {"one", "two", "three"}) {
            ScaleLevel level;
            level.id = id;
            level.title = std::string("Tier ") + id;
            tier.levels.push_back(level);
        }
        document.scales = {tier};
        JudgementRule rule;
        rule.id = "which_tier";
        rule.scale = "tier";
        document.judgements = {rule};
        trust.id = "trust";
        trust.name = "Invented Trust";
        for (int i = 0; i < schools; ++i) trust.schools.push_back(school("s" + std::to_string(1000 + i)));
        years = {made(usual_document())};
        options.stamp = *parse_instant("2026-08-20T09:00:00Z");
    }

    calendar_detail::CalendarInputs inputs(const Calendar* previous = nullptr) const {
        return {document, "hash", trust, years, judgements, planned, previous, options};
    }
    Result<Calendar> try_make(const Calendar* previous = nullptr) const { return calendar_detail::make_calendar_from(inputs(previous)); }
    Calendar make(const Calendar* previous = nullptr) const { return try_make(previous).value(); }

    void block(std::string_view first, std::string_view last, std::string title, std::vector<std::string> activities = {}, std::vector<std::string> phases = {}) {
        SchoolYearDocument year = years[0].document();
        year.blocked.push_back({day(first), day(last), std::move(title), std::move(activities), std::move(phases)});
        years[0] = made(year);
    }
    void add_inset(std::string_view date) {
        SchoolYearDocument year = years[0].document();
        year.inset_days.push_back(day(date));
        years[0] = made(year);
    }
};

/// A judgement that suggests `suggested` (none when empty) out of `possible`.
inline Judgement judgement(const std::string& school_id, const std::string& suggested, std::vector<std::string> possible = {}) {
    Judgement result;
    result.framework_hash = "hash";
    result.school = school_id;
    Answer answer;
    answer.judgement = "which_tier";
    answer.scale = "tier";
    if (!suggested.empty()) answer.suggested = suggested;
    answer.possible = std::move(possible);
    result.answers = {answer};
    return result;
}

inline void decide_level(Judgement& result, const std::string& level) {
    Decision decision;
    decision.school = result.school;
    decision.judgement = "which_tier";
    decision.level = level;
    result.decisions.push_back(decision);
}

inline std::vector<CalendarEvent> events_of(const Calendar& calendar, std::string_view source, std::string_view school_id = "*") {
    std::vector<CalendarEvent> result;
    for (const CalendarEvent& event : calendar.events)
        if (event.source == source && (school_id == "*" || event.school == school_id)) result.push_back(event);
    return result;
}

inline std::vector<std::string> dates_of(const std::vector<CalendarEvent>& events) {
    std::vector<std::string> dates;
    for (const CalendarEvent& event : events) dates.push_back(to_string(event.first));
    return dates;
}

inline std::vector<std::string> issue_codes(const Status& status) {
    const std::vector<Issue> issues = status.issues();
    std::vector<std::string> codes;
    for (const Issue& issue : issues) codes.push_back(issue.pointer + " " + issue.code);
    return codes;
}

}  // namespace schoolimp::testing
