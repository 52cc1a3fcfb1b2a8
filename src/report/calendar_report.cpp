#include <chrono>
#include <map>

#include "report/names.hpp"
#include "report/page.hpp"
#include "schoolimp/report/markdown.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

using namespace report_detail;

Date monday_of(Date date) { return date - (std::chrono::weekday{date} - std::chrono::Monday); }

/// "Tue 8", "Tue 8 to Thu 10", "Tue 29 September to Thu 1 October"
std::string day_words(Date first, Date last) {
    const auto short_day = [](Date date) { return std::string(weekday_name(date).substr(0, 3)) + " "; };
    const auto number = [](Date date) { return std::to_string(static_cast<unsigned>(std::chrono::year_month_day{date}.day())); };
    if (first == last) return short_day(first) + number(first);
    const bool same_month = std::chrono::year_month_day{first}.month() == std::chrono::year_month_day{last}.month();
    return short_day(first) + (same_month ? number(first) : day_month(first)) + " to " + short_day(last) + (same_month ? number(last) : day_month(last));
}

std::string who_words(const CalendarEvent& event) {
    std::vector<std::string> who;
    for (const EventParticipant& participant : event.participants) {
        if (participant.part != ParticipantPart::kLeads && participant.part != ParticipantPart::kDoes && participant.part != ParticipantPart::kInitiates) continue;
        std::string name = plain(title_or_id(participant.title, participant.who));
        std::vector<std::string> people;
        for (const std::string& person : participant.names) people.push_back(plain(person));
        if (!people.empty()) name += " (" + listed(people) + ")";
        who.push_back(std::move(name));
    }
    return listed(who, " and ");
}

std::string event_words(const CalendarEvent& event) {
    std::string text = "**" + day_words(event.first, event.last) + "** " + plain(event.title);
    if (event.of > 1) text += " (" + std::to_string(event.ordinal) + " of " + std::to_string(event.of) + ")";
    text += ", " + plain(title_or_id(event.school_name, event.school.empty() ? "the trust" : event.school));
    if (const std::string who = who_words(event); !who.empty()) text += ": " + who;
    if (event.status == EventStatus::kTentative) text += " *(tentative)*";
    if (event.status == EventStatus::kCancelled) text = "~~" + text + "~~ *(cancelled)*";
    if (event.moved_from && event.status != EventStatus::kCancelled) text += " *(moved from " + long_range(event.moved_from->first, event.moved_from->last) + ")*";
    return text;
}

/// First day of the month a day lies in.
Date month_of(Date date) {
    const std::chrono::year_month_day ymd{date};
    return Date{ymd.year() / ymd.month() / 1};
}

/// A table for each month; a week that runs over the end of a month has a row in both.
void write_months(Page& page, const Calendar& calendar) {
    std::map<Date, std::map<Date, std::vector<std::string>>> months;
    for (const CalendarEvent& event : calendar.events) months[month_of(event.first)][monday_of(event.first)].push_back(event_words(event));
    for (const auto& [month, weeks] : months) {
        const std::chrono::year_month_day ymd{month};
        page.heading(2, std::string(kMonthNames[static_cast<unsigned>(ymd.month()) - 1]) + " " + std::to_string(static_cast<int>(ymd.year())));
        std::vector<std::vector<std::string>> rows;
        for (const auto& [monday, events] : weeks) rows.push_back({day_month(monday), listed(events, "<br>")});
        page.table({"Week beginning", "Events"}, rows);
    }
}

std::string undated_schools(const Calendar& calendar, const UndatedItem& item) {
    if (item.schools.empty()) return "the trust";
    if (item.schools.size() == calendar.schools.size() && calendar.schools.size() > 1) return "all schools";
    std::vector<std::string> names;
    for (const std::string& id : item.schools) {
        std::string name = id;
        for (const CalendarSchool& school : calendar.schools)
            if (school.id == id) name = title_or_id(school.name, id);
        names.push_back(plain(name));
    }
    return listed(names);
}

void write_undated(Page& page, const Calendar& calendar) {
    if (calendar.to_be_agreed.empty()) return;
    page.heading(2, "To be agreed");
    page.paragraph("The framework wants these, but no date follows from what is known.");
    std::vector<std::vector<std::string>> rows;
    for (const UndatedItem& item : calendar.to_be_agreed)
        rows.push_back({plain(item.title), undated_schools(calendar, item), plain(item.words), listed({plain(item.message), plain(item.relaxation)}, " ")});
    page.table({"What", "For", "How often", "Why it has no date"}, rows);
}

void write_notices(Page& page, const Calendar& calendar) {
    if (calendar.issues.empty()) return;
    page.heading(2, "Notices");
    std::vector<std::string> items;
    for (const Issue& issue : calendar.issues) items.push_back(plain(issue.hint.empty() ? issue.message : issue.message + " (" + issue.hint + ")"));
    page.bullets(items);
}

}  // namespace

std::string calendar_markdown(const Calendar& calendar) {
    Page page(plain(title_or_id(calendar.trust_name, calendar.trust.empty() ? "The trust" : calendar.trust)) + ": improvement calendar");
    const int standing = calendar.standing_events(), cancelled = static_cast<int>(calendar.events.size()) - standing;
    const std::string events = counted(standing, "event") + (cancelled > 0 ? ", " + std::to_string(cancelled) + " cancelled" : "");
    page.bullets({"Framework: " + framework_line(title_or_id(calendar.framework_title, calendar.framework_id), calendar.framework_edition, calendar.framework_hash),
                  counted(static_cast<int>(calendar.schools.size()), "school") + ", " + events, "Made on " + long_date(std::chrono::floor<std::chrono::days>(calendar.stamp))});
    write_months(page, calendar);
    write_undated(page, calendar);
    write_notices(page, calendar);
    return std::move(page).take();
}

}  // namespace schoolimp::inline v0
