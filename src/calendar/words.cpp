#include "calendar/words.hpp"

#include "schoolimp/calendar/document.hpp"

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
