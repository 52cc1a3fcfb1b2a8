#include "calendar_request.hpp"

#include <chrono>
#include <string>

#include "arguments.hpp"
#include "boundary.hpp"
#include "schoolimp/calendar/planned_items.hpp"
#include "schoolimp/framework/words.hpp"

using namespace schoolimp;
using namespace schoolimp::c;

namespace {

/// The enumerator of a document's word.
template <typename E>
E word(const char* name, std::string_view text) {
    if (const std::optional<E> found = enumerator_of<E>(text)) return *found;
    std::string words;
    for (const std::string_view known : Words<E>::values) words.append(words.empty() ? "" : ", ").append(known);
    refuse(name, "unknown_word", quoted(text) + " is not one of its words", "write one of: " + words);
}
template <typename E>
std::optional<E> optional_word(const char* name, const char* given) {
    const std::string_view found = text(name, given);
    if (found.empty()) return std::nullopt;
    return word<E>(name, found);
}

CadenceOverride cadence_of(const schoolimp_cadence* given) {
    const schoolimp_cadence from = needed_options("cadence", given, schoolimp_cadence SCHOOLIMP_CADENCE_INIT);
    constexpr std::uint32_t kFlags = SCHOOLIMP_CADENCE_AT_LEAST | SCHOOLIMP_CADENCE_MORE_IF_REQUIRED;
    if ((from.flags & ~kFlags) != 0) refuse("cadence->flags", "out_of_range", "it is " + std::to_string(from.flags), "give SCHOOLIMP_CADENCE_ bits only");
    CadenceOverride result;
    result.activity = needed_text("cadence->activity", from.activity);
    result.report_to = text("cadence->report_to", from.report_to);
    result.reason = text("cadence->reason", from.reason);
    result.cadence.every = word<Every>("cadence->every", needed_text("cadence->every", from.every));
    if (from.times != SCHOOLIMP_NONE) result.cadence.times = number("cadence->times", from.times, 1, INT32_MAX);
    result.cadence.at_least = (from.flags & SCHOOLIMP_CADENCE_AT_LEAST) != 0;
    result.cadence.more_if_required = (from.flags & SCHOOLIMP_CADENCE_MORE_IF_REQUIRED) != 0;
    result.cadence.position = optional_word<Position>("cadence->position", from.position);
    result.cadence.event = optional_word<EventKind>("cadence->event", from.event);
    if (const auto unit = optional_word<TimeUnit>("cadence->offset_unit", from.offset_unit)) result.cadence.offset = Offset{from.offset, *unit};
    return result;
}

}  // namespace

schoolimp_status schoolimp_calendar_request_new(schoolimp_calendar_request** out, int64_t stamp, int32_t from, schoolimp_error** error) noexcept {
    return make(out, error, [&] {
        const std::chrono::seconds moment{stamp};
        if (moment < std::chrono::sys_seconds(*make_date(1, 1, 1)).time_since_epoch() || moment >= std::chrono::sys_seconds(*make_date(9999, 12, 31)).time_since_epoch())
            refuse("stamp", "out_of_range", std::to_string(stamp) + " seconds since 1970-01-01 is not within the years 1 to 9999", "give seconds, not milliseconds");
        CalendarRequest request;
        request.options.stamp = Instant{moment};
        request.options.from = date("from", from);
        return request;
    });
}

schoolimp_status schoolimp_calendar_request_add_school_year(schoolimp_calendar_request* request, const schoolimp_school_year* year, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) { value.school_years.push_back(needed("year", year)); });
}

schoolimp_status schoolimp_calendar_request_add_judgement(schoolimp_calendar_request* request, const schoolimp_judgement* judgement, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) { value.judgements.push_back(needed("judgement", judgement)); });
}

schoolimp_status schoolimp_calendar_request_add_plan(schoolimp_calendar_request* request, const schoolimp_plan* plan, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) {
        std::vector<PlannedItem> items = planned_items(needed("plan", plan));
        value.planned.reserve(value.planned.size() + items.size());  // so that all of them come in or none
        for (PlannedItem& item : items) value.planned.push_back(std::move(item));
    });
}

schoolimp_status schoolimp_calendar_request_set_trust_school_year(schoolimp_calendar_request* request, const char* id, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) { value.options.trust_school_year = needed_text("id", id); });
}

schoolimp_status schoolimp_calendar_request_include(schoolimp_calendar_request* request, const char* activity, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) { value.options.include.emplace_back(needed_text("activity", activity)); });
}

void schoolimp_cadence_init(schoolimp_cadence* cadence, size_t struct_size) noexcept { initialise(cadence, struct_size, schoolimp_cadence SCHOOLIMP_CADENCE_INIT); }

schoolimp_status schoolimp_calendar_request_add_cadence(schoolimp_calendar_request* request, const schoolimp_cadence* cadence, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) { value.options.cadences.push_back(cadence_of(cadence)); });
}

schoolimp_status schoolimp_calendar_request_pin(schoolimp_calendar_request* request, const char* event, int32_t first, int32_t last, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) {
        value.options.pins.push_back({std::string(needed_text("event", event)), date("first", first), optional_date("last", last)});
    });
}

schoolimp_status schoolimp_calendar_request_unpin(schoolimp_calendar_request* request, const char* event, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) { value.options.unpin.emplace_back(needed_text("event", event)); });
}

schoolimp_status schoolimp_calendar_request_add_event(schoolimp_calendar_request* request, const char* school, const char* event, int32_t day,
                                                      schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) {
        value.options.known_events.push_back({std::string(text("school", school)), word<EventKind>("event", needed_text("event", event)), date("date", day)});
    });
}

schoolimp_status schoolimp_calendar_request_keep_published(schoolimp_calendar_request* request, int32_t keep, schoolimp_error** error) noexcept {
    return change("request", request, error, [&](CalendarRequest& value) { value.options.keep_published = flag("keep", keep); });
}

void schoolimp_calendar_request_free(schoolimp_calendar_request* request) noexcept { end(request); }
