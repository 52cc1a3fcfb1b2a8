#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "icalendar/colours.hpp"
#include "icalendar/content_line.hpp"
#include "icalendar/description.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/io/icalendar.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace icalendar_detail;

// One fixed zone, always present: no feed is without a component, and none names a zone it does not define.
constexpr std::string_view kTimeZone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nX-LIC-LOCATION:Europe/London\r\n"
    "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\nDTSTART:19700329T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nDTSTART:19701025T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

bool is_url(std::string_view url) {
    const bool printable = std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return printable && url.find(':') != std::string_view::npos;
}

class OptionsChecker {
public:
    OptionsChecker(const Calendar& calendar, const ICalendarOptions& options) : calendar_(calendar), options_(options) {}

    std::vector<Issue> run() {
        check_school();
        if (!options_.colour.empty() && find_colour(options_.colour) == nullptr) {
            std::vector<std::string_view> names;
            for (const CssColour& colour : kCssColours) names.push_back(colour.name);
            add("/colour", "unknown_name", "'" + options_.colour + "' is not a CSS colour name", did_you_mean(options_.colour, names));
        }
        if (!options_.source_url.empty() && !is_url(options_.source_url)) add("/source_url", "not_a_url", "'" + options_.source_url + "' is not a URL", "percent-encode spaces and accents");
        if (!options_.event_url.empty() && !is_url(options_.event_url)) add("/event_url", "not_a_url", "'" + options_.event_url + "' is not a URL", "percent-encode spaces and accents");
        check_number("/refresh_hours", options_.refresh_hours, 1, 24 * 14);
        if (options_.alarm_days_before) check_number("/alarm_days_before", *options_.alarm_days_before, 0, 60);
        return std::move(issues_);
    }

private:
    void add(std::string pointer, std::string code, std::string message, std::string hint) {
        issues_.push_back({std::move(pointer), std::move(code), std::move(message), std::move(hint), Severity::kError});
    }
    void check_school() {
        if (options_.school.empty()) return;
        std::vector<std::string> ids;
        for (const CalendarSchool& school : calendar_.schools) ids.push_back(school.id);
        if (std::find(ids.begin(), ids.end(), options_.school) == ids.end())
            add("/school", "unknown_name", "the calendar has no school '" + options_.school + "'", did_you_mean(options_.school, ids));
    }
    void check_number(const char* pointer, int value, int least, int most) {
        if (value < least || value > most)
            add(pointer, "out_of_range", std::to_string(value) + " is not between " + std::to_string(least) + " and " + std::to_string(most), "choose a number in between");
    }

    const Calendar& calendar_;
    const ICalendarOptions& options_;
    std::vector<Issue> issues_;
};

class Writer {
public:
    Writer(const Calendar& calendar, const ICalendarOptions& options) : calendar_(calendar), options_(options) {}

    std::string write() {
        out_.reserve(2048 + calendar_.events.size() * 1024);
        plain("BEGIN:VCALENDAR");
        plain("VERSION:2.0");
        plain("PRODID:-//schoolimp//School improvement calendar//EN");
        plain("CALSCALE:GREGORIAN");
        write_properties();
        out_ += kTimeZone;
        for (const CalendarEvent& event : calendar_.events)
            if (wanted(event)) write_event(event);
        plain("END:VCALENDAR");
        return std::move(out_);
    }

private:
    void plain(std::string_view line) { append_folded(out_, line); }
    void text(std::string_view property, std::string_view value) {
        line_.assign(property);
        append_text(line_, value);
        append_folded(out_, line_);
    }
    void joined(std::string_view property, std::string_view value) {
        line_.assign(property).append(value);
        append_folded(out_, line_);
    }

    void append_number(int value, int width) { detail::append_padded(line_, value, width); }
    void append_date(Date date) {
        const std::chrono::year_month_day ymd{date};
        append_number(static_cast<int>(ymd.year()), 4);
        append_number(static_cast<int>(static_cast<unsigned>(ymd.month())), 2);
        append_number(static_cast<int>(static_cast<unsigned>(ymd.day())), 2);
    }
    void date(std::string_view property, Date value) {
        line_.assign(property);
        append_date(value);
        append_folded(out_, line_);
    }
    void instant(std::string_view property, Instant value) {
        const Date day = std::chrono::floor<std::chrono::days>(value);
        const std::chrono::hh_mm_ss time{value - day};
        line_.assign(property);
        append_date(day);
        line_ += 'T';
        append_number(static_cast<int>(time.hours().count()), 2);
        append_number(static_cast<int>(time.minutes().count()), 2);
        append_number(static_cast<int>(time.seconds().count()), 2);
        line_ += 'Z';
        append_folded(out_, line_);
    }

    std::string feed_name() const {
        if (!options_.name.empty()) return options_.name;
        std::string name = calendar_.trust_name + ": school improvement";
        for (const CalendarSchool& school : calendar_.schools)
            if (!options_.school.empty() && school.id == options_.school) name += ", " + school.name;
        if (!options_.participant.empty()) name += ", " + participant_title();
        if (!options_.type.empty()) name += ", " + options_.type;
        return name;
    }

    std::string participant_title() const {
        for (const CalendarEvent& event : calendar_.events)
            for (const EventParticipant& participant : event.participants) {
                if (participant.who == options_.participant) return participant.title;
                for (std::size_t i = 0; i < participant.people.size(); ++i)
                    if (participant.people[i] == options_.participant && i < participant.names.size()) return participant.names[i];
            }
        return options_.participant;
    }

    void write_properties() {
        const std::string name = feed_name();
        text("NAME:", name);
        text("X-WR-CALNAME:", name);
        if (!options_.description.empty()) {
            text("DESCRIPTION:", options_.description);
            text("X-WR-CALDESC:", options_.description);
        }
        plain("X-WR-TIMEZONE:Europe/London");
        const std::string period = "PT" + std::to_string(options_.refresh_hours) + "H";
        joined("REFRESH-INTERVAL;VALUE=DURATION:", period);
        joined("X-PUBLISHED-TTL:", period);
        if (const CssColour* colour = find_colour(options_.colour)) {
            joined("COLOR:", colour->name);
            joined("X-APPLE-CALENDAR-COLOR:", colour->hex);
        }
        if (!options_.source_url.empty()) joined("SOURCE;VALUE=URI:", options_.source_url);
    }

    bool takes_part(const CalendarEvent& event) const {
        if (event.report_to == options_.participant) return true;
        return std::any_of(event.participants.begin(), event.participants.end(), [&](const EventParticipant& participant) {
            return participant.who == options_.participant || std::find(participant.people.begin(), participant.people.end(), options_.participant) != participant.people.end();
        });
    }

    bool wanted(const CalendarEvent& event) const {
        if (event.status == EventStatus::kCancelled && !options_.include_cancelled) return false;
        if (!options_.school.empty() && event.school != options_.school && !(options_.trust_wide && event.school.empty())) return false;
        if (!options_.type.empty() && event.type != options_.type) return false;
        return options_.participant.empty() || takes_part(event);
    }

    void write_event(const CalendarEvent& event) {
        plain("BEGIN:VEVENT");
        text("UID:", event.id);
        instant("DTSTAMP:", event.last_modified);
        instant("LAST-MODIFIED:", event.last_modified);
        joined("SEQUENCE:", std::to_string(event.sequence));
        date("DTSTART;VALUE=DATE:", event.first);
        date("DTEND;VALUE=DATE:", event.last + std::chrono::days{1});  // exclusive in iCalendar
        write_words(event);
        plain(event.status == EventStatus::kConfirmed ? "STATUS:CONFIRMED" : event.status == EventStatus::kTentative ? "STATUS:TENTATIVE" : "STATUS:CANCELLED");
        // Only what people attend takes up their day; reports and plan items are due by it.
        plain(event.status == EventStatus::kConfirmed && event.kind == CalendarEventKind::kActivity ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
        if (options_.alarm_days_before && event.status != EventStatus::kCancelled) write_alarm();
        plain("END:VEVENT");
    }

    void write_words(const CalendarEvent& event) {
        std::string link = options_.event_url.empty() ? std::string() : options_.event_url + event.id;
        if (!is_url(link)) link.clear();  // a calendar read from elsewhere may hold any id
        summary_.clear();
        append_summary(summary_, event);
        text("SUMMARY:", summary_);
        if (!event.school_name.empty()) text("LOCATION:", event.school_name);
        description_.clear();
        append_description(description_, event, link);
        if (!description_.empty()) text("DESCRIPTION:", description_);
        if (!event.type.empty()) text("CATEGORIES:", event.type);
        if (!link.empty()) joined("URL:", link);
    }

    /// At 09:00: the trigger of an all-day event counts from midnight.
    void write_alarm() {
        const int days = *options_.alarm_days_before;
        plain("BEGIN:VALARM");
        plain("ACTION:DISPLAY");
        text("DESCRIPTION:", summary_);
        if (days == 0)
            plain("TRIGGER:PT9H");
        else
            joined("TRIGGER:-P", (days > 1 ? std::to_string(days - 1) + "D" : std::string()) + "T15H");
        plain("END:VALARM");
    }

    const Calendar& calendar_;
    const ICalendarOptions& options_;
    std::string out_, line_, summary_, description_;
};

}  // namespace

Result<std::string> write_icalendar(const Calendar& calendar, const ICalendarOptions& options) {
    std::vector<Issue> issues = OptionsChecker(calendar, options).run();
    if (has_error(issues)) return invalid_document("iCalendar options", std::move(issues));
    return Writer(calendar, options).write();
}

}  // namespace schoolimp::inline v0
