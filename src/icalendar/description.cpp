#include "icalendar/description.hpp"

#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::icalendar_detail {

namespace {

void append_line(std::string& text, std::string_view label, std::string_view words) {
    if (words.empty()) return;
    if (!text.empty()) text += '\n';
    text.append(label).append(words);
}

std::string_view part_words(ParticipantPart part) {
    constexpr std::string_view kWords[] = {"initiates", "leads", "carries it out", "takes part", "supports", "receives it", "observes", "approves", "monitors"};
    return kWords[static_cast<std::size_t>(part)];
}

std::string_view status_words(EventStatus status) {
    switch (status) {
        case EventStatus::kConfirmed: return "";
        case EventStatus::kTentative: return "provisional: rests on a level that is suggested, not decided.";
        case EventStatus::kCancelled: return "cancelled.";
    }
    return "";
}

template <typename Items>
void append_list(std::string& text, const Items& items) {
    for (std::size_t i = 0; i < items.size(); ++i) text.append(i == 0 ? "" : ", ").append(items[i]);
}

std::string participant_words(const EventParticipant& participant) {
    std::string text = participant.title;
    if (!participant.names.empty()) {
        text += " (";
        append_list(text, participant.names);
        text += ')';
    }
    return text.append(": ").append(part_words(participant.part));
}

/// Whether the adjustment says already which day the event was moved from.
bool tells_move(const CalendarEvent& event) { return event.adjustment.find("Moved from " + full_date(event.moved_from->first) + ":") != std::string::npos; }

std::string report_words(const EventReport& report) {
    std::string text = report.title;
    if (!report.often.empty()) text += ", " + report.often;
    if (!report.content.empty()) text += ": " + report.content;
    return text;
}

}  // namespace

void append_summary(std::string& text, const CalendarEvent& event) {
    if (event.status == EventStatus::kCancelled) text += "Cancelled: ";
    if (event.status == EventStatus::kTentative) text += "Provisional: ";
    text += event.title;
    if (event.of > 1) text.append(" ").append(std::to_string(event.ordinal)).append(" of ").append(std::to_string(event.of));
    if (!event.school_name.empty()) text.append(" – ").append(event.school_name);
}

void append_description(std::string& text, const CalendarEvent& event, std::string_view link) {
    append_line(text, "", event.text);
    append_line(text, "", event.reason);
    append_line(text, "", event.adjustment);
    append_line(text, "Status: ", status_words(event.status));
    if (event.moved_from && !tells_move(event)) append_line(text, "Moved from ", long_range(event.moved_from->first, event.moved_from->last) + ".");
    for (const EventParticipant& participant : event.participants) append_line(text, "", participant_words(participant));
    for (const EventReport& report : event.reports) append_line(text, "Reported to ", report_words(report));
    if (!event.outputs.empty()) {
        std::string outputs;
        append_list(outputs, event.outputs);
        append_line(text, "Results in: ", outputs);
    }
    if (!event.refs.empty()) {
        std::string refs;
        append_list(refs, event.refs);
        append_line(text, "Source: ", refs);
    }
    append_line(text, "", link);
}

}  // namespace schoolimp::inline v0::icalendar_detail
