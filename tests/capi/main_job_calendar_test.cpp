// Calendars: requests, making, comparing, iCalendar; what the functions read is compared with the document.
#include <algorithm>

#include "capi/json.hpp"

namespace schoolimp_c_tests {
namespace {

void expect_calendar(const Owned<schoolimp_calendar>& owned) {
    const schoolimp_calendar* const calendar = owned.get();
    const Json document = document_of(schoolimp_calendar_to_json, owned);
    const Json events = list_at(document, "events"), undated = list_at(document, "to_be_agreed"), issues = list_at(document, "issues");
    ASSERT_EQ(schoolimp_calendar_event_count(calendar), events.size());
    for (size_t i = 0; i < events.size(); ++i) {
        const std::string id = string_at(events[i], "id");
        EXPECT_EQ(schoolimp_calendar_event_id(calendar, i), id);
        EXPECT_EQ(schoolimp_calendar_find_event(calendar, id.c_str()), i);
        EXPECT_EQ(schoolimp_calendar_event_key(calendar, i), string_at(events[i], "key"));
        EXPECT_EQ(schoolimp_calendar_event_school(calendar, i), string_at(events[i], "school"));
        EXPECT_EQ(schoolimp_calendar_event_title(calendar, i), string_at(events[i], "title"));
        EXPECT_EQ(schoolimp_calendar_event_type(calendar, i), string_at(events[i], "type"));
        EXPECT_EQ(schoolimp_calendar_event_reason(calendar, i), string_at(events[i], "reason"));
        EXPECT_EQ(schoolimp_calendar_event_first(calendar, i), date_at(events[i], "first"));
        EXPECT_EQ(schoolimp_calendar_event_last(calendar, i), date_at(events[i], "last"));
        EXPECT_EQ(schoolimp_calendar_event_status(calendar, i), place_of(events[i].value("status", "confirmed"), {"confirmed", "tentative", "cancelled"}));
    }
    EXPECT_EQ(schoolimp_calendar_find_event(calendar, "no such event"), SCHOOLIMP_NOT_FOUND);
    ASSERT_EQ(schoolimp_calendar_undated_count(calendar), undated.size());
    for (size_t i = 0; i < undated.size(); ++i) {
        EXPECT_EQ(schoolimp_calendar_undated_title(calendar, i), string_at(undated[i], "title"));
        EXPECT_EQ(schoolimp_calendar_undated_message(calendar, i), string_at(undated[i], "message"));
    }
    const auto found = made(schoolimp_calendar_issues, calendar);
    ASSERT_EQ(schoolimp_issues_count(found.get()), issues.size());
    for (size_t i = 0; i < issues.size(); ++i) EXPECT_EQ(schoolimp_issues_code(found.get(), i), string_at(issues[i], "code"));
    expect_round_trip(schoolimp_calendar_parse, schoolimp_calendar_to_json, owned);
}

Owned<schoolimp_calendar> calendar_of(const schoolimp_calendar_request* request, const schoolimp_calendar* previous = nullptr) {
    return made(schoolimp_calendar_make, world().framework.get(), world().trust.get(), request, previous);
}

/// Days of the events whose key ends so.
std::vector<int32_t> days_of(const Owned<schoolimp_calendar>& calendar, const std::string& part) {
    std::vector<int32_t> days;
    for (size_t i = 0; i < schoolimp_calendar_event_count(calendar.get()); ++i)
        if (std::string(schoolimp_calendar_event_key(calendar.get(), i)).find(part) != std::string::npos) days.push_back(schoolimp_calendar_event_first(calendar.get(), i));
    return days;
}

TEST(Calendars, AreReadAsTheirDocument) {
    expect_calendar(world().calendar);
    expect_calendar(parsed(schoolimp_calendar_parse, sample("calendar")));
    EXPECT_GE(schoolimp_calendar_event_count(world().calendar.get()), 8U);
    EXPECT_NE(text_of(made(schoolimp_calendar_to_markdown, world().calendar.get())).find("Progress visit"), std::string::npos);
}

TEST(CalendarRequests, HeedCadences) {
    const auto request = calendar_request(world());
    schoolimp_cadence cadence = SCHOOLIMP_CADENCE_INIT;
    cadence.activity = "progress_visit";
    cadence.every = "year";
    cadence.position = "end";
    cadence.times = 1;
    cadence.reason = "Agreed with the school";
    cadence.flags = SCHOOLIMP_CADENCE_AT_LEAST | SCHOOLIMP_CADENCE_MORE_IF_REQUIRED;
    done(schoolimp_calendar_request_add_cadence, request.get(), &cadence);
    const auto calendar = calendar_of(request.get());
    EXPECT_EQ(days_of(calendar, "900001/2026/progress_visit").size(), 1U);
    EXPECT_GT(days_of(world().calendar, "900001/2026/progress_visit").size(), 1U);
    cadence.position = cadence.event = cadence.offset_unit = cadence.report_to = "";
    const auto again = calendar_request(world());
    done(schoolimp_calendar_request_add_cadence, again.get(), &cadence);
    EXPECT_NE(calendar_of(again.get()), nullptr) << "an empty text is none";
}

TEST(CalendarRequests, PinAndUnpinDates) {
    const auto before = days_of(world().calendar, "900001/2026/progress_visit/1");
    ASSERT_EQ(before.size(), 1U);
    const std::string key = "northmoor/900001/2026/progress_visit/1";
    const auto pinned = calendar_request(world());
    done(schoolimp_calendar_request_pin, pinned.get(), key.c_str(), day(2026, 11, 12), SCHOOLIMP_NO_DATE);
    const auto calendar = calendar_of(pinned.get(), world().calendar.get());
    EXPECT_EQ(days_of(calendar, key), std::vector<int32_t>{day(2026, 11, 12)});
    const auto kept = calendar_of(calendar_request(world()).get(), calendar.get());
    EXPECT_EQ(days_of(kept, key), std::vector<int32_t>{day(2026, 11, 12)}) << "agreed dates stay";
    const auto unpinned = calendar_request(world());
    done(schoolimp_calendar_request_unpin, unpinned.get(), key.c_str());
    done(schoolimp_calendar_request_keep_published, unpinned.get(), 0);
    EXPECT_EQ(days_of(calendar_of(unpinned.get(), calendar.get()), key), before);

    const auto changes = made(schoolimp_calendar_compare, world().calendar.get(), calendar.get());
    ASSERT_EQ(schoolimp_calendar_changes_count(changes.get(), SCHOOLIMP_CHANGE_MOVED), 1U);
    const char* const moved = schoolimp_calendar_changes_event(changes.get(), SCHOOLIMP_CHANGE_MOVED, 0);
    EXPECT_EQ(schoolimp_calendar_event_key(calendar.get(), schoolimp_calendar_find_event(calendar.get(), moved)), key);
    EXPECT_EQ(schoolimp_calendar_changes_unchanged(changes.get()), schoolimp_calendar_event_count(calendar.get()) - 1);
    EXPECT_NE(std::string(schoolimp_calendar_changes_summary(changes.get())).find("1 moved"), std::string::npos);
    for (const int32_t change : {SCHOOLIMP_CHANGE_ADDED, SCHOOLIMP_CHANGE_CANCELLED, SCHOOLIMP_CHANGE_CHANGED, SCHOOLIMP_CHANGE_REMOVED, 0, 6})
        EXPECT_EQ(schoolimp_calendar_changes_count(changes.get(), change), 0U) << change;
}

TEST(CalendarRequests, IncludeOptionalActivitiesAndEvents) {
    const auto request = calendar_request(world());
    done(schoolimp_calendar_request_set_trust_school_year, request.get(), "northmoor-2026-27");
    const schoolimp_framework* const framework = world().framework.get();
    for (size_t i = 0; i < schoolimp_framework_part_count(framework, SCHOOLIMP_PART_ACTIVITY); ++i)
        done(schoolimp_calendar_request_include, request.get(), schoolimp_framework_part_id(framework, SCHOOLIMP_PART_ACTIVITY, i));
    done(schoolimp_calendar_request_add_event, request.get(), kSchool, "inspection", day(2026, 10, 6));
    done(schoolimp_calendar_request_add_event, request.get(), nullptr, "concern", day(2026, 11, 6));
    const auto calendar = calendar_of(request.get());
    EXPECT_GE(schoolimp_calendar_event_count(calendar.get()) + schoolimp_calendar_undated_count(calendar.get()),
              schoolimp_calendar_event_count(world().calendar.get()) + schoolimp_calendar_undated_count(world().calendar.get()));
    expect_calendar(calendar);
}

TEST(CalendarRequests, AreRefusedForWhatDoesNotExist) {
    const auto refusal = [&](auto add) {
        const auto request = calendar_request(world());
        add(request.get());
        return refused(schoolimp_calendar_make, world().framework.get(), world().trust.get(), request.get(), nullptr).status;
    };
    EXPECT_EQ(refusal([](auto* request) { done(schoolimp_calendar_request_include, request, "nothing"); }), SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(refusal([](auto* request) { done(schoolimp_calendar_request_set_trust_school_year, request, "nothing"); }), SCHOOLIMP_E_INVALID_ARGUMENT);
    EXPECT_EQ(refusal([](auto* request) { done(schoolimp_calendar_request_pin, request, "nothing", kToday, SCHOOLIMP_NO_DATE); }), SCHOOLIMP_E_INVALID_ARGUMENT);
    const auto empty = made(schoolimp_calendar_request_new, kStamp, kToday);
    EXPECT_EQ(refused(schoolimp_calendar_make, world().framework.get(), world().trust.get(), empty.get(), nullptr).status, SCHOOLIMP_E_INVALID_ARGUMENT) << "no school year";
}

TEST(CalendarRequests, StayAsTheyWereWhenACallFails) {
    const auto request = calendar_request(world());
    EXPECT_NE(schoolimp_calendar_request_pin(request.get(), "x", SCHOOLIMP_NO_DATE, SCHOOLIMP_NO_DATE, nullptr), SCHOOLIMP_OK);
    EXPECT_NE(schoolimp_calendar_request_include(request.get(), nullptr, nullptr), SCHOOLIMP_OK);
    EXPECT_NE(schoolimp_calendar_request_add_event(request.get(), "nobody", "no such kind", kToday, nullptr), SCHOOLIMP_OK);
    EXPECT_NE(schoolimp_calendar_request_keep_published(request.get(), 7, nullptr), SCHOOLIMP_OK);
    EXPECT_EQ(to_json(schoolimp_calendar_to_json, calendar_of(request.get())), to_json(schoolimp_calendar_to_json, world().calendar));
}

TEST(ICalendars, HoldTheEvents) {
    const schoolimp_calendar* const calendar = world().calendar.get();
    const std::string all = text_of(made(schoolimp_calendar_to_icalendar, calendar, nullptr));
    EXPECT_EQ(all.rfind("BEGIN:VCALENDAR\r\n", 0), 0U);
    for (size_t i = 0; i < schoolimp_calendar_event_count(calendar); ++i) EXPECT_NE(all.find(schoolimp_calendar_event_id(calendar, i)), std::string::npos);
    schoolimp_icalendar_options options = SCHOOLIMP_ICALENDAR_OPTIONS_INIT;
    EXPECT_EQ(text_of(made(schoolimp_calendar_to_icalendar, calendar, &options)), all);
    options.name = "Our feed";
    options.description = "What is planned";
    options.school = kSchool;
    options.colour = "teal";
    options.source_url = "https://calendar.example/feed.ics";
    options.event_url = "https://calendar.example/events/";
    options.alarm_days_before = 7;
    options.refresh_hours = 12;
    const std::string own = text_of(made(schoolimp_calendar_to_icalendar, calendar, &options));
    for (const char* part : {"Our feed", "What is planned", "teal", "https://calendar.example/feed.ics", "BEGIN:VALARM", "PT12H"}) EXPECT_NE(own.find(part), std::string::npos) << part;
    options.leave_trust_wide = options.leave_cancelled = 1;
    options.participant = "ceo";
    options.type = "visit";
    EXPECT_NE(made(schoolimp_calendar_to_icalendar, calendar, &options), nullptr);
}

}  // namespace
}  // namespace schoolimp_c_tests
