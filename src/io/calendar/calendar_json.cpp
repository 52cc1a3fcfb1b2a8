#include "schoolimp/io/calendar_json.hpp"

#include <set>

#include "io/codec/document.hpp"
#include "io/codec/identifiers.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kCalendarSchema = "schoolimp/calendar/1";
constexpr Text kLongKey{1, 1000};
constexpr Whole kOrdinal{0, 100'000};

template <>
struct WordList<CalendarEventKind> : WordsByFunction<CalendarEventKind, CalendarEventKind::kReview> {};
template <>
struct WordList<EventStatus> : WordsByFunction<EventStatus, EventStatus::kCancelled> {};
template <>
struct WordList<UndatedReason> : WordsByFunction<UndatedReason, UndatedReason::kNothingFits> {};
template <>
struct WordList<Severity> {
    static constexpr std::string_view kWords[] = {"error", "warning"};
    static std::span<const std::string_view> list() { return kWords; }
};

/// YYYY-MM-DDTHH:MM:SSZ.
struct Moment {
    using type = Instant;
    void read(Reader& reader, const Place& place, const Value& value, Instant& out) const {
        const std::string* text = value.string();
        if (text == nullptr) return reader.wrong_type(place, "a moment as YYYY-MM-DDTHH:MM:SSZ", value);
        const auto moment = text->size() == 20 ? parse_instant(*text) : std::nullopt;
        if (moment) {
            out = *moment;
        } else {
            reader.error(place, "bad_date", place.words() + " is " + json::excerpt(*text) + "; a moment is written YYYY-MM-DDTHH:MM:SSZ (UTC)");
        }
    }
    void write(Writer& writer, Instant moment) const { writer.string(to_string(moment)); }
};
constexpr Moment kMoment{};

template <typename Visitor>
void describe(Visitor& fields, Of<DateRange>) {
    fields.required("first", &DateRange::first, kDay);
    fields.required("last", &DateRange::last, kDay);
}

template <typename Visitor>
void describe(Visitor& fields, Of<EventParticipant>) {
    fields.required("who", &EventParticipant::who, kKey);
    fields.optional("title", &EventParticipant::title, kAnyTextOrEmpty);
    fields.required("part", &EventParticipant::part, kWord<ParticipantPart>);
    fields.optional("people", &EventParticipant::people, kKeys);
    fields.optional("names", &EventParticipant::names, kAnyTexts);
}

template <typename Visitor>
void describe(Visitor& fields, Of<EventReport>) {
    fields.required("to", &EventReport::to, kKey);
    fields.optional("title", &EventReport::title, kAnyTextOrEmpty);
    fields.optional("content", &EventReport::content, kAnyTextOrEmpty);
    fields.optional("often", &EventReport::often, kAnyTextOrEmpty);
}

template <typename Visitor>
void describe(Visitor& fields, Of<CalendarEvent>) {
    using Event = CalendarEvent;
    fields.required("id", &Event::id, kKey);
    fields.required("key", &Event::key, kLongKey);
    fields.optional("school", &Event::school, kAnyTextOrEmpty);
    fields.optional("school_name", &Event::school_name, kAnyTextOrEmpty);
    fields.required("academic_year", &Event::academic_year, kYear);
    fields.required("kind", &Event::kind, kWord<CalendarEventKind>);
    fields.required("source", &Event::source, kKey);
    fields.optional("type", &Event::type, kAnyTextOrEmpty);
    fields.required("title", &Event::title, kAnyTextOrEmpty);
    fields.optional("text", &Event::text, kAnyTextOrEmpty);
    fields.optional("ordinal", &Event::ordinal, kOrdinal);
    fields.optional("of", &Event::of, kOrdinal);
    fields.required("first", &Event::first, kDay);
    fields.required("last", &Event::last, kDay);
    fields.optional("participants", &Event::participants, kListOf<EventParticipant>);
    fields.optional("outputs", &Event::outputs, kAnyTexts);
    fields.optional("reports", &Event::reports, kListOf<EventReport>);
    fields.optional("report_to", &Event::report_to, kAnyTextOrEmpty);
    fields.optional("covers", &Event::covers, kKeys);
    fields.optional("refs", &Event::refs, kKeys);
    fields.optional("reason", &Event::reason, kAnyTextOrEmpty);
    fields.optional("adjustment", &Event::adjustment, kAnyTextOrEmpty);
    fields.optional("status", &Event::status, kWord<EventStatus>);
    fields.optional("pinned", &Event::pinned, kFlag);
    fields.optional("sequence", &Event::sequence, Whole{0, 1'000'000'000});
    fields.required("last_modified", &Event::last_modified, kMoment);
    fields.optional("moved_from", &Event::moved_from, kNested<DateRange>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<UndatedItem>) {
    fields.optional("schools", &UndatedItem::schools, kKeys);
    fields.required("source", &UndatedItem::source, kKey);
    fields.required("title", &UndatedItem::title, kAnyTextOrEmpty);
    fields.optional("report_to", &UndatedItem::report_to, kAnyTextOrEmpty);
    fields.optional("ordinal", &UndatedItem::ordinal, kOrdinal);
    fields.required("reason", &UndatedItem::reason, kWord<UndatedReason>);
    fields.optional("words", &UndatedItem::words, kAnyTextOrEmpty);
    fields.optional("message", &UndatedItem::message, kAnyTextOrEmpty);
    fields.optional("relaxation", &UndatedItem::relaxation, kAnyTextOrEmpty);
    fields.optional("refs", &UndatedItem::refs, kKeys);
}

template <typename Visitor>
void describe(Visitor& fields, Of<CalendarSchool>) {
    fields.required("id", &CalendarSchool::id, kKey);
    fields.optional("name", &CalendarSchool::name, kAnyTextOrEmpty);
    fields.optional("school_year", &CalendarSchool::school_year, kAnyTextOrEmpty);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Issue>) {
    fields.optional("pointer", &Issue::pointer, kAnyTextOrEmpty);
    fields.required("code", &Issue::code, kKey);
    fields.required("message", &Issue::message, kAnyTextOrEmpty);
    fields.optional("hint", &Issue::hint, kAnyTextOrEmpty);
    fields.required("severity", &Issue::severity, kWord<Severity>);
}

template <typename Visitor>
void describe(Visitor& fields, Of<Calendar>) {
    fields.optional("trust", &Calendar::trust, kAnyTextOrEmpty);
    fields.optional("trust_name", &Calendar::trust_name, kAnyTextOrEmpty);
    fields.required("framework_id", &Calendar::framework_id, kKey);
    fields.optional("framework_title", &Calendar::framework_title, kAnyTextOrEmpty);
    fields.optional("framework_edition", &Calendar::framework_edition, kAnyTextOrEmpty);
    fields.optional("framework_hash", &Calendar::framework_hash, kAnyTextOrEmpty);
    fields.required("stamp", &Calendar::stamp, kMoment);
    fields.optional("schools", &Calendar::schools, kListOf<CalendarSchool>);
    fields.required("events", &Calendar::events, kListOf<CalendarEvent>);
    fields.optional("to_be_agreed", &Calendar::to_be_agreed, kListOf<UndatedItem>);
    fields.optional("issues", &Calendar::issues, kListOf<Issue>);
}

}  // namespace codec

namespace {

std::vector<Issue> check_events(const Calendar& calendar) {
    std::vector<Issue> issues;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < calendar.events.size(); ++i) {
        const CalendarEvent& event = calendar.events[i];
        const Pointer place = Pointer() / "events" / i;
        if (!seen.insert(event.id).second) {
            issues.push_back({(place / "id").text(), "duplicate", "the event " + json::excerpt(event.id) + " stands twice", "keep one of them", Severity::kError});
        }
        if (event.last < event.first) {
            std::string message = "the event ends on " + to_string(event.last) + ", before it begins on " + to_string(event.first);
            issues.push_back({(place / "last").text(), "wrong_order", std::move(message), "exchange the two dates", Severity::kError});
        }
    }
    return issues;
}

}  // namespace

Result<Calendar> parse_calendar(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    return codec::parse_document<Calendar>(text, codec::kCalendarSchema, "calendar", codec::UnknownMembers::kWarning, limits, warnings, check_events);
}

std::string write_calendar(const Calendar& calendar, JsonStyle style) { return codec::write_document(calendar, codec::kCalendarSchema, style); }

}  // namespace schoolimp::inline v0
