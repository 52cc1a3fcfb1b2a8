#include <algorithm>

#include "calendar/fixture.hpp"
#include "icalendar/checker.hpp"
#include "schoolimp/io/icalendar.hpp"

namespace schoolimp::testing {
namespace {

World feed_world() {
    Activity visit = activity("visit", every(Every::kFortnight), ActivityKind::kVisit);
    visit.title = "Progress visit; with notes, and \\ more";
    visit.participants = {taking_part("ceo", ParticipantPart::kDoes), taking_part("head", ParticipantPart::kTakesPart)};
    Activity review = activity("review", every(Every::kHalfTerm));
    review.title = "Risk review";
    review.text = "First line\nsecond line – “quoted” words that are long enough to be folded more than once in the feed, so that it shows.";
    review.reports = {route("board", every(Every::kYear, 3)), route("adviser", std::nullopt)};
    review.outputs = {Part()};
    review.outputs[0].title = "Action list";
    Activity annual = activity("annual", every(Every::kYear), ActivityKind::kPlanning);
    annual.scope = Scope::kTrust;
    World world({visit, review, annual}, 3);
    world.trust.schools[1].name = "St Brânwen’s C. of E. Primary; Upper, Lower";
    world.trust.people = {{"p1", "Ms Jo O’Neil", {"ceo"}, {}}, {"p2", "A Head", {"head"}, {"s1001"}}};
    return world;
}

std::string feed(const Calendar& calendar, const ICalendarOptions& options = {}) { return write_icalendar(calendar, options).value(); }

std::string all_faults(const CheckedFeed& checked) {
    std::string text;
    for (const std::string& item : checked.faults) text += item + "\n";
    return text;
}

/// The text of each VEVENT by its UID.
std::map<std::string, std::string> events_by_uid(const std::string& bytes) {
    std::map<std::string, std::string> events;
    for (std::size_t at = bytes.find("BEGIN:VEVENT"); at != std::string::npos; at = bytes.find("BEGIN:VEVENT", at + 1)) {
        const std::string event = bytes.substr(at, bytes.find("END:VEVENT", at) - at);
        events[event.substr(event.find("UID:") + 4, 36)] = event;
    }
    return events;
}

TEST(Feed, FollowsTheRulesWithEveryOption) {
    const Calendar calendar = feed_world().make();
    std::vector<ICalendarOptions> variants(6);
    variants[1].school = "s1001";
    variants[2].participant = "p1";
    variants[3].type = "report";
    variants[4].alarm_days_before = 7;
    variants[4].colour = "teal";
    variants[4].source_url = "https://calendar.example.org/feed.ics";
    variants[4].event_url = "https://calendar.example.org/event/";
    variants[5].description = "Everything; everywhere, always";
    variants[5].name = std::string(200, 'N');
    for (const ICalendarOptions& options : variants) {
        const CheckedFeed checked = check_feed(feed(calendar, options));
        EXPECT_TRUE(checked.faults.empty()) << all_faults(checked);
        EXPECT_FALSE(checked.events().empty());
    }
}

TEST(Feed, AnEmptyCalendarIsStillValid) {
    const CheckedFeed checked = check_feed(feed(Calendar()));
    EXPECT_TRUE(checked.faults.empty()) << all_faults(checked);
    EXPECT_EQ(checked.calendar.components.size(), 1u);
}

TEST(Feed, SaysWhatTheCalendarSays) {
    const Calendar calendar = feed_world().make();
    const CheckedFeed checked = check_feed(feed(calendar));
    ASSERT_EQ(checked.events().size(), calendar.events.size());
    for (std::size_t i = 0; i < calendar.events.size(); ++i) {
        const CalendarEvent& event = calendar.events[i];
        const Component& written = *checked.events()[i];
        EXPECT_EQ(written.text("UID"), event.id);
        EXPECT_EQ(written.text("LOCATION"), event.school_name);
        EXPECT_EQ(written.text("CATEGORIES"), event.type);
        EXPECT_TRUE(has_text(written.text("SUMMARY"), event.title));
        EXPECT_TRUE(has_text(written.text("SUMMARY"), event.school_name));
        EXPECT_TRUE(has_text(written.text("DESCRIPTION"), event.reason));
        std::string start = to_string(event.first), end = to_string(event.last + std::chrono::days{1});
        std::erase(start, '-');
        std::erase(end, '-');
        EXPECT_EQ(written.text("DTSTART;VALUE=DATE"), start);
        EXPECT_EQ(written.text("DTEND;VALUE=DATE"), end);
        EXPECT_EQ(written.text("DTSTAMP"), "20260820T090000Z");
    }
}

TEST(Feed, OneEventToTheByte) {
    Calendar calendar;
    calendar.trust = "t";
    calendar.trust_name = "Trust";
    CalendarEvent event;
    event.id = "00000000-0000-5000-8000-000000000001";
    event.school_name = "Oak, Ash";
    event.kind = CalendarEventKind::kActivity;
    event.type = "review";
    event.title = "Risk review";
    event.ordinal = 3;
    event.of = 6;
    event.first = day("2027-02-03");
    event.last = day("2027-02-04");
    event.reason = "Half-termly.";
    event.moved_from = DateRange{day("2027-02-01"), day("2027-02-02")};
    event.participants = {{"ceo", "Chief executive", ParticipantPart::kDoes, {"p"}, {"Jo"}}};
    event.reports = {{"board", "Board", "", "3 times a year"}};
    event.outputs = {"Notes", "Actions"};
    event.refs = {"A-1"};
    event.sequence = 1;
    event.last_modified = *parse_instant("2026-10-01T12:34:56Z");
    calendar.events = {event};
    const std::string bytes = feed(calendar, {.alarm_days_before = 7, .colour = "teal"});
    const std::string expected_head =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//schoolimp//School improvement calendar//EN\r\nCALSCALE:GREGORIAN\r\nNAME:Trust: school improvement\r\n"
        "X-WR-CALNAME:Trust: school improvement\r\nX-WR-TIMEZONE:Europe/London\r\nREFRESH-INTERVAL;VALUE=DURATION:PT4H\r\nX-PUBLISHED-TTL:PT4H\r\nCOLOR:teal\r\n"
        "X-APPLE-CALENDAR-COLOR:#008080\r\nBEGIN:VTIMEZONE\r\n";
    EXPECT_EQ(bytes.substr(0, expected_head.size()), expected_head);
    const std::string expected_event =
        "BEGIN:VEVENT\r\nUID:00000000-0000-5000-8000-000000000001\r\nDTSTAMP:20261001T123456Z\r\nLAST-MODIFIED:20261001T123456Z\r\nSEQUENCE:1\r\n"
        "DTSTART;VALUE=DATE:20270203\r\nDTEND;VALUE=DATE:20270205\r\nSUMMARY:Risk review 3 of 6 – Oak\\, Ash\r\nLOCATION:Oak\\, Ash\r\n"
        "DESCRIPTION:Half-termly.\\nMoved from 1 February to 2 February 2027.\\nChief \r\n executive (Jo): carries it out\\nReported to Board\\, 3 times a year\\nResult\r\n"
        " s in: Notes\\, Actions\\nSource: A-1\r\nCATEGORIES:review\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Risk review 3 of 6 – Oak\\, Ash\r\nTRIGGER:-P6DT15H\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    EXPECT_EQ(bytes.substr(bytes.find("BEGIN:VEVENT")), expected_event);
}

TEST(Feed, SameInputSameBytesAndAChangeTouchesOneEvent) {
    World world = feed_world();
    const Calendar before = world.make();
    EXPECT_EQ(feed(before), feed(world.make()));
    const CalendarEvent moved = events_of(before, "visit", "s1000")[4];
    world.add_inset(to_string(moved.first));
    world.options.stamp = *parse_instant("2026-10-01T12:00:00Z");
    const Calendar after = world.make(&before);
    const auto old_events = events_by_uid(feed(before)), new_events = events_by_uid(feed(after));
    ASSERT_EQ(old_events.size(), new_events.size());
    std::vector<std::string> different;
    for (const auto& [uid, text] : new_events)
        if (old_events.at(uid) != text && has_text(text, "visit")) different.push_back(uid);
    // Another school's visit on that day has to move too; nothing else may.
    for (const std::string& uid : different) EXPECT_EQ(before.find_event(uid)->first, moved.first);
    EXPECT_NE(std::find(different.begin(), different.end(), moved.id), different.end());
    EXPECT_TRUE(has_text(new_events.at(moved.id), "SEQUENCE:1"));
    EXPECT_TRUE(has_text(unfolded(new_events.at(moved.id)), "Moved from "));
}

TEST(Feed, CancelledEventsSaySo) {
    World world = feed_world();
    const Calendar before = world.make();
    world.document.activities.erase(world.document.activities.begin());
    const Calendar after = world.make(&before);
    const CheckedFeed checked = check_feed(feed(after));
    EXPECT_TRUE(checked.faults.empty()) << all_faults(checked);
    int cancelled = 0;
    for (const Component* event : checked.events()) {
        if (event->text("STATUS") != "CANCELLED") continue;
        ++cancelled;
        EXPECT_TRUE(event->text("SUMMARY").starts_with("Cancelled: "));
        EXPECT_EQ(event->text("SEQUENCE"), "1");
    }
    EXPECT_EQ(cancelled, 60);
    EXPECT_FALSE(has_text(feed(after, {.include_cancelled = false}), "CANCELLED"));
}

TEST(Feed, FiltersBySchoolParticipantAndType) {
    const Calendar calendar = feed_world().make();
    const auto count = [&](const ICalendarOptions& options) { return check_feed(feed(calendar, options)).events().size(); };
    const auto expected = [&](auto&& wanted) { return static_cast<std::size_t>(std::count_if(calendar.events.begin(), calendar.events.end(), wanted)); };
    EXPECT_EQ(count({.school = "s1001"}), expected([](const CalendarEvent& event) { return event.school == "s1001" || event.school.empty(); }));
    EXPECT_EQ(count({.school = "s1001", .trust_wide = false}), expected([](const CalendarEvent& event) { return event.school == "s1001"; }));
    EXPECT_EQ(count({.participant = "p1"}), 60u) << "by person";
    EXPECT_EQ(count({.participant = "p2"}), 20u) << "only at her own school";
    EXPECT_EQ(count({.participant = "head"}), 60u) << "by role";
    EXPECT_EQ(count({.participant = "board"}), expected([](const CalendarEvent& event) { return event.report_to == "board"; }));
    EXPECT_EQ(count({.type = "planning"}), 1u);
    const CheckedFeed named = check_feed(feed(calendar, {.school = "s1001", .participant = "p1"}));
    EXPECT_EQ(named.calendar.text("NAME"), "Invented Trust: school improvement, St Brânwen’s C. of E. Primary; Upper, Lower, Ms Jo O’Neil");
}

TEST(Feed, RemindersAreAtNine) {
    const Calendar calendar = feed_world().make();
    const std::vector<std::pair<int, const char*>> triggers = {{0, "TRIGGER:PT9H\r\n"}, {1, "TRIGGER:-PT15H\r\n"}, {2, "TRIGGER:-P1DT15H\r\n"}, {7, "TRIGGER:-P6DT15H\r\n"}};
    for (const auto& [days, trigger] : triggers) EXPECT_TRUE(has_text(feed(calendar, {.alarm_days_before = days}), trigger)) << days;
    EXPECT_FALSE(has_text(feed(calendar), "VALARM"));
}

TEST(Feed, RefusesBadOptions) {
    const Calendar calendar = feed_world().make();
    const ICalendarOptions options{.school = "s1010", .alarm_days_before = 100, .colour = "tael", .source_url = "not a url", .event_url = "https://é.example/", .refresh_hours = 0};
    const std::vector<std::string> expected = {"/school unknown_name", "/colour unknown_name", "/source_url not_a_url", "/event_url not_a_url", "/refresh_hours out_of_range",
                                               "/alarm_days_before out_of_range"};
    EXPECT_EQ(issue_codes(write_icalendar(calendar, options).status()), expected);
}

// A calendar document may come from anywhere: nothing in it may break out of its line.
TEST(Feed, HostileWordsStayInTheirLines) {
    Calendar calendar = feed_world().make();
    const std::string hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\xff\n";
    calendar.trust_name = hostile;
    for (std::size_t i = 0; i < calendar.events.size(); ++i) {
        CalendarEvent& event = calendar.events[i];
        event.id = hostile + std::to_string(i);
        event.title = event.text = event.type = event.school_name = event.reason = hostile;
        for (EventParticipant& participant : event.participants) participant.names.clear();
    }
    const CheckedFeed checked = check_feed(feed(calendar, {.participant = "p1", .event_url = "https://calendar.example.org/"}));
    EXPECT_TRUE(checked.faults.empty()) << all_faults(checked);
    EXPECT_EQ(checked.events().size(), 60u);
    EXPECT_TRUE(checked.events()[0]->all("URL").empty());
}

// The checker must see the faults it is there for.
TEST(Checker, FindsFaults) {
    const std::string good = feed(feed_world().make());
    ASSERT_TRUE(check_feed(good).faults.empty());
    const auto changed = [&](std::string_view from, std::string_view to) {
        std::string bytes = good;
        const std::size_t at = bytes.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return bytes.replace(at, from.size(), to);
    };
    const std::vector<std::pair<const char*, std::string>> faulty = {
        {"LF only", changed("VERSION:2.0\r\n", "VERSION:2.0\n")},
        {"no last CRLF", good.substr(0, good.size() - 2)},
        {"long line", changed("VERSION:2.0", "VERSION:2.0" + std::string(80, ' '))},
        {"no stamp", changed("DTSTAMP:20260820T090000Z\r\n", "")},
        {"local stamp", changed("DTSTAMP:20260820T090000Z", "DTSTAMP:20260820T090000")},
        {"status", changed("STATUS:CONFIRMED", "STATUS:CANCELED")},
        {"method", changed("VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:PUBLISH\r\n")},
        {"no value type", changed("DTSTART;VALUE=DATE:", "DTSTART:")},
        {"two versions", changed("VERSION:2.0\r\n", "VERSION:2.0\r\nVERSION:2.0\r\n")},
        {"no zone", changed("VTIMEZONE", "VTIMEZON")},
        {"unescaped comma", changed("SUMMARY:", "SUMMARY:a,b")},
        {"wrong escape", changed("SUMMARY:", "SUMMARY:a\\:b")},
        {"cut character", changed("SUMMARY:", "SUMMARY:\xc3")},
        {"control character", changed("SUMMARY:", "SUMMARY:\x07")},
        {"mark", "\xef\xbb\xbf" + good},
    };
    for (const auto& [name, bytes] : faulty) EXPECT_FALSE(check_feed(bytes).faults.empty()) << name;
}

TEST(Feed, ControlCharactersNeverGetIntoIt) {
    World world = feed_world();
    std::string bad;
    for (char c = 0; c < 0x20; ++c) bad += c;
    bad += "\x7f\xc2\x80\xc2\x85\xc2\x9f";
    for (Activity& changed : world.document.activities) {
        changed.title += bad;
        changed.text += bad;
        changed.cadence.text = bad;
    }
    world.trust.name += bad;
    world.trust.schools[0].name += bad;
    world.trust.people[0].name += bad;
    const std::string bytes = feed(world.make());
    const CheckedFeed checked = check_feed(bytes);
    EXPECT_TRUE(checked.faults.empty()) << all_faults(checked);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        EXPECT_FALSE(byte == 0x7f || (byte < 0x20 && byte != '\r' && byte != '\n' && byte != '\t')) << at;
        EXPECT_FALSE(byte == 0xc2 && static_cast<unsigned char>(bytes[at + 1]) < 0xa0) << at;
    }
}

struct MoveCase {
    const char* name;
    const char* adjustment;
    const char* wanted;
};

class Moves : public ::testing::TestWithParam<MoveCase> {};

TEST_P(Moves, AreToldOnce) {
    Calendar calendar;
    CalendarEvent event;
    event.title = "Review";
    event.first = event.last = day("2026-11-17");
    event.moved_from = DateRange{day("2026-11-16"), day("2026-11-16")};
    event.adjustment = GetParam().adjustment;
    calendar.events = {event};
    EXPECT_EQ(check_feed(feed(calendar)).events()[0]->text("DESCRIPTION"), GetParam().wanted);
}

INSTANTIATE_TEST_SUITE_P(Adjustments, Moves,
                         ::testing::Values(MoveCase{"of_that_day", "Moved from Monday 16 November 2026: INSET day.", "Moved from Monday 16 November 2026: INSET day."},
                                           MoveCase{"of_another_day", "Moved from Monday 9 November 2026: Tests.", "Moved from Monday 9 November 2026: Tests.\nMoved from 16 November 2026."},
                                           MoveCase{"none", "", "Moved from 16 November 2026."}, MoveCase{"agreed", "Date agreed.", "Date agreed.\nMoved from 16 November 2026."}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace schoolimp::testing
