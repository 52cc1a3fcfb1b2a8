#include <pybind11/stl.h>

#include <tuple>

#include "bindings.hpp"
#include "schoolimp/calendar/calendar.hpp"
#include "schoolimp/calendar/planned_items.hpp"
#include "schoolimp/framework/words.hpp"
#include "schoolimp/io/calendar_json.hpp"
#include "schoolimp/io/icalendar.hpp"

namespace schoolimp::python {

namespace {

using Days = std::int32_t;

// The options as the Python layer hands them over, member by member.
using OffsetTuple = std::tuple<int, std::string>;
using CadenceTuple = std::tuple<std::string, std::optional<int>, bool, bool, std::string, std::string, std::optional<OffsetTuple>, std::string>;
using OverrideTuple = std::tuple<std::string, std::string, CadenceTuple, std::string>;
using PinTuple = std::tuple<std::string, Days, std::optional<Days>>;
using KnownEventTuple = std::tuple<std::string, std::string, Days>;
using OptionsTuple = std::tuple<std::int64_t, Days, std::string, std::vector<std::string>, std::vector<OverrideTuple>, std::vector<PinTuple>, std::vector<std::string>,
                                std::vector<KnownEventTuple>, bool>;
using ICalendarTuple = std::tuple<std::string, std::string, std::string, bool, std::string, std::string, bool, std::optional<int>, std::string, std::string, std::string, int>;

Cadence to_cadence(const CadenceTuple& members) {
    const auto& [every, times, at_least, more_if_required, position, event, offset, text] = members;
    Cadence cadence;
    cadence.every = word(every, "interval of a cadence; write week, half_term, term, year ...", enumerator_of<Every>);
    cadence.times = times;
    cadence.at_least = at_least;
    cadence.more_if_required = more_if_required;
    if (!position.empty()) cadence.position = word(position, "position; write start, middle, end or any", enumerator_of<Position>);
    if (!event.empty()) cadence.event = word(event, "kind of event; write inspection, concern ...", enumerator_of<EventKind>);
    if (offset) cadence.offset = Offset{std::get<0>(*offset), word(std::get<1>(*offset), "unit of time; write day, school_day, week ...", enumerator_of<TimeUnit>)};
    cadence.text = text;
    return cadence;
}

CalendarOptions to_options(const OptionsTuple& members) {
    const auto& [stamp, from, trust_school_year, include, cadences, pins, unpin, known_events, keep_published] = members;
    CalendarOptions options;
    options.stamp = Instant{std::chrono::seconds{stamp}};
    options.from = from_days(from);
    options.trust_school_year = trust_school_year;
    options.include = include;
    for (const auto& [activity, report_to, cadence, reason] : cadences) options.cadences.push_back({activity, report_to, to_cadence(cadence), reason});
    for (const auto& [event, first, last] : pins) options.pins.push_back({event, from_days(first), to_date(last)});
    options.unpin = unpin;
    for (const auto& [school, event, date] : known_events)
        options.known_events.push_back({school, word(event, "kind of event; write inspection, concern ...", enumerator_of<EventKind>), from_days(date)});
    options.keep_published = keep_published;
    return options;
}

Calendar make(const Framework& framework, const Trust& trust, const std::vector<SchoolYear>& school_years, const std::vector<Judgement>& judgements,
              const std::vector<Plan>& plans, const Calendar* previous, const OptionsTuple& members) {
    const CalendarOptions options = to_options(members);
    return unlocked([&] {
        std::vector<PlannedItem> planned;
        for (const Plan& plan : plans)
            for (PlannedItem& item : planned_items(plan)) planned.push_back(std::move(item));
        return take(make_calendar(framework, trust, school_years, judgements, planned, previous, options));
    });
}

py::tuple compare(const Calendar& before, const Calendar& after) {
    const CalendarChanges changes = unlocked([&] { return compare_calendars(before, after); });
    return py::make_tuple(changes.added, changes.moved, changes.cancelled, changes.changed, changes.removed, changes.unchanged, changes.summary);
}

py::bytes icalendar(const Calendar& calendar, const ICalendarTuple& members) {
    ICalendarOptions options;
    std::tie(options.name, options.description, options.school, options.trust_wide, options.participant, options.type, options.include_cancelled,
             options.alarm_days_before, options.colour, options.source_url, options.event_url, options.refresh_hours) = members;
    return py::bytes(unlocked([&] { return take(write_icalendar(calendar, options)); }));
}

}  // namespace

void bind_calendar(py::module_& module) {
    bind_document<Calendar>(
        module, "Calendar", [](std::string_view text) { return parse_calendar(text); },
        [](const Calendar& calendar, JsonStyle style) { return write_calendar(calendar, style); });
    module.def("make_calendar", make, py::arg("framework"), py::arg("trust"), py::arg("school_years"), py::arg("judgements"), py::arg("plans"), py::arg("previous"),
               py::arg("options"));
    module.def("compare_calendars", compare, py::arg("before"), py::arg("after"));
    module.def("write_icalendar", icalendar, py::arg("calendar"), py::arg("options"));
}

}  // namespace schoolimp::python
