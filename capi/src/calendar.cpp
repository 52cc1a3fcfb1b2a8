// Improvement calendars: making, reading, comparing, iCalendar.
#include "schoolimp/calendar/calendar.hpp"

#include "arguments.hpp"
#include "boundary.hpp"
#include "calendar_request.hpp"
#include "documents.hpp"
#include "reading.hpp"
#include "schoolimp/io/calendar_json.hpp"
#include "schoolimp/io/icalendar.hpp"
#include "schoolimp/report/markdown.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

const CalendarEvent* event_at(const schoolimp_calendar* calendar, size_t index) noexcept { return element(peek(calendar), &Calendar::events, index); }
const UndatedItem* undated_at(const schoolimp_calendar* calendar, size_t index) noexcept { return element(peek(calendar), &Calendar::to_be_agreed, index); }

/// The events with a change of a kind; null for a kind there is not.
const std::vector<std::string>* events_with(const schoolimp_calendar_changes* changes, int32_t change) noexcept {
    if (!is_alive(changes)) return nullptr;
    switch (change) {
        case SCHOOLIMP_CHANGE_ADDED: return &changes->value.added;
        case SCHOOLIMP_CHANGE_MOVED: return &changes->value.moved;
        case SCHOOLIMP_CHANGE_CANCELLED: return &changes->value.cancelled;
        case SCHOOLIMP_CHANGE_CHANGED: return &changes->value.changed;
        case SCHOOLIMP_CHANGE_REMOVED: return &changes->value.removed;
        default: return nullptr;
    }
}

ICalendarOptions icalendar_options(const schoolimp_icalendar_options* given) {
    const schoolimp_icalendar_options from = read_options("options", given, schoolimp_icalendar_options SCHOOLIMP_ICALENDAR_OPTIONS_INIT);
    ICalendarOptions options;
    options.name = text("options->name", from.name);
    options.description = text("options->description", from.description);
    options.school = text("options->school", from.school);
    options.participant = text("options->participant", from.participant);
    options.type = text("options->type", from.type);
    options.colour = text("options->colour", from.colour);
    options.source_url = text("options->source_url", from.source_url);
    options.event_url = text("options->event_url", from.event_url);
    options.trust_wide = !flag("options->leave_trust_wide", from.leave_trust_wide);
    options.include_cancelled = !flag("options->leave_cancelled", from.leave_cancelled);
    if (from.alarm_days_before != SCHOOLIMP_NONE) options.alarm_days_before = number("options->alarm_days_before", from.alarm_days_before, 0, 60);
    if (from.refresh_hours != 0) options.refresh_hours = number("options->refresh_hours", from.refresh_hours, 1, 24 * 14);
    return options;
}

}  // namespace

schoolimp_status schoolimp_calendar_make(schoolimp_calendar** out, const schoolimp_framework* framework, const schoolimp_trust* trust,
                                         const schoolimp_calendar_request* request, const schoolimp_calendar* previous, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const Framework& model = needed("framework", framework);
        const Trust& of_trust = needed("trust", trust);
        const CalendarRequest& value = needed("request", request);
        return make_calendar(model, of_trust, value.school_years, value.judgements, value.planned, optional("previous", previous), value.options);
    });
}

schoolimp_status schoolimp_calendar_parse(schoolimp_calendar** out, const char* json, size_t size, const schoolimp_parse_options* options,
                                          schoolimp_issues** warnings, schoolimp_error** error) noexcept {
    return parse_document(out, "json", json, size, options, warnings, error, parse_calendar);
}

schoolimp_status schoolimp_calendar_to_json(schoolimp_text** out, const schoolimp_calendar* calendar, int32_t style, schoolimp_error** error) noexcept {
    return write_document(out, "calendar", calendar, style, error, write_calendar);
}

schoolimp_status schoolimp_calendar_to_markdown(schoolimp_text** out, const schoolimp_calendar* calendar, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return calendar_markdown(needed("calendar", calendar)); });
}

void schoolimp_calendar_free(schoolimp_calendar* calendar) noexcept { end(calendar); }

size_t schoolimp_calendar_event_count(const schoolimp_calendar* calendar) noexcept { return count(peek(calendar), &Calendar::events); }
size_t schoolimp_calendar_find_event(const schoolimp_calendar* calendar, const char* id) noexcept {
    return find(peek(calendar), &Calendar::events, &CalendarEvent::id, id);
}
const char* schoolimp_calendar_event_id(const schoolimp_calendar* calendar, size_t event) noexcept { return text_of(event_at(calendar, event), &CalendarEvent::id); }
const char* schoolimp_calendar_event_key(const schoolimp_calendar* calendar, size_t event) noexcept { return text_of(event_at(calendar, event), &CalendarEvent::key); }
const char* schoolimp_calendar_event_school(const schoolimp_calendar* calendar, size_t event) noexcept {
    return text_of(event_at(calendar, event), &CalendarEvent::school);
}
const char* schoolimp_calendar_event_title(const schoolimp_calendar* calendar, size_t event) noexcept {
    return text_of(event_at(calendar, event), &CalendarEvent::title);
}
const char* schoolimp_calendar_event_type(const schoolimp_calendar* calendar, size_t event) noexcept { return text_of(event_at(calendar, event), &CalendarEvent::type); }
const char* schoolimp_calendar_event_reason(const schoolimp_calendar* calendar, size_t event) noexcept {
    return text_of(event_at(calendar, event), &CalendarEvent::reason);
}
int32_t schoolimp_calendar_event_first(const schoolimp_calendar* calendar, size_t event) noexcept {
    const CalendarEvent* const found = event_at(calendar, event);
    return found == nullptr ? SCHOOLIMP_NO_DATE : days_since_epoch(found->first);
}
int32_t schoolimp_calendar_event_last(const schoolimp_calendar* calendar, size_t event) noexcept {
    const CalendarEvent* const found = event_at(calendar, event);
    return found == nullptr ? SCHOOLIMP_NO_DATE : days_since_epoch(found->last);
}
int32_t schoolimp_calendar_event_status(const schoolimp_calendar* calendar, size_t event) noexcept {
    return number_of(event_at(calendar, event), &CalendarEvent::status, SCHOOLIMP_NONE);
}
size_t schoolimp_calendar_undated_count(const schoolimp_calendar* calendar) noexcept { return count(peek(calendar), &Calendar::to_be_agreed); }
const char* schoolimp_calendar_undated_title(const schoolimp_calendar* calendar, size_t index) noexcept {
    return text_of(undated_at(calendar, index), &UndatedItem::title);
}
const char* schoolimp_calendar_undated_message(const schoolimp_calendar* calendar, size_t index) noexcept {
    return text_of(undated_at(calendar, index), &UndatedItem::message);
}

schoolimp_status schoolimp_calendar_issues(schoolimp_issues** out, const schoolimp_calendar* calendar, schoolimp_error** error) noexcept {
    return make(out, error, [&] { return std::vector<Issue>(needed("calendar", calendar).issues); });
}

schoolimp_status schoolimp_calendar_compare(schoolimp_calendar_changes** out, const schoolimp_calendar* before, const schoolimp_calendar* after,
                                            schoolimp_error** error) noexcept {
    return make(out, error, [&] { return compare_calendars(needed("before", before), needed("after", after)); });
}

size_t schoolimp_calendar_changes_count(const schoolimp_calendar_changes* changes, int32_t change) noexcept {
    const std::vector<std::string>* const events = events_with(changes, change);
    return events == nullptr ? 0 : events->size();
}
const char* schoolimp_calendar_changes_event(const schoolimp_calendar_changes* changes, int32_t change, size_t index) noexcept {
    return text_of(element(events_with(changes, change), index));
}
size_t schoolimp_calendar_changes_unchanged(const schoolimp_calendar_changes* changes) noexcept {
    return static_cast<size_t>(number_of(peek(changes), &CalendarChanges::unchanged));
}
const char* schoolimp_calendar_changes_summary(const schoolimp_calendar_changes* changes) noexcept { return text_of(peek(changes), &CalendarChanges::summary); }
void schoolimp_calendar_changes_free(schoolimp_calendar_changes* changes) noexcept { end(changes); }

void schoolimp_icalendar_options_init(schoolimp_icalendar_options* options, size_t struct_size) noexcept { initialise(options, struct_size, schoolimp_icalendar_options SCHOOLIMP_ICALENDAR_OPTIONS_INIT); }

schoolimp_status schoolimp_calendar_to_icalendar(schoolimp_text** out, const schoolimp_calendar* calendar, const schoolimp_icalendar_options* options,
                                                 schoolimp_error** error) noexcept {
    return make(out, error, [&] { return write_icalendar(needed("calendar", calendar), icalendar_options(options)); });
}
