#include "calendar/words.hpp"

#include <cstdlib>

#include "schoolimp/calendar/document.hpp"
#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::string_view kEventKinds[] = {"activity", "report", "action", "monitoring", "milestone", "review"};
constexpr std::string_view kStatuses[] = {"confirmed", "tentative", "cancelled"};
constexpr std::string_view kUndatedReasons[] = {"no_interval",        "event_not_known", "optional", "level_not_known", "condition_not_known", "no_school_year",
                                                "nothing_fits"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_word(const std::string_view (&words)[N], std::string_view word) {
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

std::string_view to_word(CalendarEventKind kind) { return kEventKinds[static_cast<std::size_t>(kind)]; }
std::string_view to_word(EventStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }
std::string_view to_word(UndatedReason reason) { return kUndatedReasons[static_cast<std::size_t>(reason)]; }
std::optional<CalendarEventKind> parse_calendar_event_kind(std::string_view word) { return find_word<CalendarEventKind>(kEventKinds, word); }
std::optional<EventStatus> parse_event_status(std::string_view word) { return find_word<EventStatus>(kStatuses, word); }
std::optional<UndatedReason> parse_undated_reason(std::string_view word) { return find_word<UndatedReason>(kUndatedReasons, word); }

namespace calendar_detail {

namespace {

std::string_view once_per(Every every) {
    switch (every) {
        case Every::kWeek: return "weekly";
        case Every::kFortnight: return "fortnightly";
        case Every::kMonth: return "monthly";
        case Every::kHalfTerm: return "half-termly";
        case Every::kTerm: return "termly";
        case Every::kYear: return "once a year";
        case Every::kOnce: return "once";
        case Every::kOnEvent: return "on an event";
        case Every::kContinuous: return "continuously";
        case Every::kRegular: return "regularly";
        case Every::kAsRequired: return "as required";
    }
    return "";
}

std::string_view period_word(Every every) {
    switch (every) {
        case Every::kWeek: return "week";
        case Every::kFortnight: return "fortnight";
        case Every::kMonth: return "month";
        case Every::kHalfTerm: return "half term";
        case Every::kTerm: return "term";
        default: return "year";
    }
}

std::string_view unit_word(TimeUnit unit) {
    constexpr std::string_view kWords[] = {"day", "school day", "week", "month", "half term", "term", "school year"};
    return kWords[static_cast<std::size_t>(unit)];
}

std::string on_event_words(const Cadence& cadence) {
    if (!cadence.event) return "on an event the framework does not name";
    std::string text = cadence.offset ? offset_words(*cadence.offset) : cadence.event == EventKind::kBeforeJoining ? std::string("before") : std::string("on");
    return text + ' ' + std::string(event_words(*cadence.event));
}

bool has_interval_words(Every every) { return every <= Every::kYear; }

}  // namespace

std::string_view event_words(EventKind event) {
    switch (event) {
        case EventKind::kJoining:
        case EventKind::kBeforeJoining: return "joining the trust";
        case EventKind::kPlanStart: return "the start of the support plan";
        case EventKind::kPlanEnd: return "the end of the support plan";
        case EventKind::kInspection: return "an inspection";
        case EventKind::kConcern: return "a concern";
        case EventKind::kAppointment: return "an appointment";
        case EventKind::kAssessmentResults: return "assessment results";
        case EventKind::kPlanning: return "planning";
    }
    return "an event";
}

std::string offset_words(const Offset& offset) {
    if (offset.n == 0) return "on";
    return counted(std::abs(offset.n), unit_word(offset.unit)) + (offset.n < 0 ? " before" : " after");
}

std::string cadence_words(const Cadence& cadence) {
    std::string text;
    if (cadence.every == Every::kOnEvent) {
        text = on_event_words(cadence);
    } else if (cadence.times.value_or(1) > 1 && has_interval_words(cadence.every)) {
        text = (*cadence.times == 2 ? std::string("twice") : std::to_string(*cadence.times) + " times") + " a " + std::string(period_word(cadence.every));
    } else {
        text = once_per(cadence.every);
    }
    if (cadence.at_least) text = "at least " + text;
    return text;
}

std::string_view activity_word(ActivityKind kind) {
    constexpr std::string_view kWords[] = {"review",   "visit",    "meeting",       "assessment", "analysis", "planning",  "report",
                                           "appraisal", "training", "communication", "audit",      "panel",    "validation"};
    return kWords[static_cast<std::size_t>(kind)];
}

std::string joined_words(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string sentence_case(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

}  // namespace calendar_detail

}  // namespace schoolimp::inline v0
