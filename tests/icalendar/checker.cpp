#include "icalendar/checker.hpp"

#include <algorithm>
#include <cstdint>

#include "schoolimp/core/date.hpp"

namespace schoolimp::testing {

namespace {

const std::set<std::string, std::less<>> kTextProperties = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "UID", "X-WR-CALNAME", "X-WR-CALDESC", "CATEGORIES", "STATUS", "TRANSP"};
const std::map<std::string, std::set<std::string>, std::less<>> kAllowed = {
    {"VCALENDAR", {"VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "X-WR-TIMEZONE", "REFRESH-INTERVAL;VALUE=DURATION", "X-PUBLISHED-TTL", "COLOR",
                   "X-APPLE-CALENDAR-COLOR", "SOURCE;VALUE=URI"}},
    {"VEVENT", {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "LOCATION", "DESCRIPTION", "CATEGORIES", "STATUS", "TRANSP", "URL"}},
    {"VALARM", {"ACTION", "DESCRIPTION", "TRIGGER"}},
    {"VTIMEZONE", {"TZID", "X-LIC-LOCATION"}},
    {"DAYLIGHT", {"TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "DTSTART", "RRULE"}},
    {"STANDARD", {"TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "DTSTART", "RRULE"}},
};
const std::map<std::string, std::vector<std::string>, std::less<>> kRequired = {
    {"VCALENDAR", {"VERSION", "PRODID"}},
    {"VEVENT", {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "SEQUENCE", "STATUS", "TRANSP", "LAST-MODIFIED"}},
    {"VALARM", {"ACTION", "TRIGGER", "DESCRIPTION"}},
    {"VTIMEZONE", {"TZID"}},
    {"DAYLIGHT", {"TZOFFSETFROM", "TZOFFSETTO", "DTSTART"}},
    {"STANDARD", {"TZOFFSETFROM", "TZOFFSETTO", "DTSTART"}},
};

bool digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Date> date_value(std::string_view text) {
    if (text.size() != 8 || !digits(text)) return std::nullopt;
    return parse_date(std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) + '-' + std::string(text.substr(6, 2)));
}

bool utc_instant(std::string_view text) {
    return text.size() == 16 && date_value(text.substr(0, 8)) && text[8] == 'T' && digits(text.substr(9, 6)) && text[15] == 'Z' && text.substr(9, 2) < "24" && text.substr(11, 2) < "60" &&
           text.substr(13, 2) < "60";
}

class FeedChecker {
public:
    CheckedFeed run(std::string_view bytes) {
        check_lines(bytes);
        const std::string logical = unfolded(bytes);
        std::string_view rest = logical;
        Component root;
        read_component(rest, root);
        if (root.components.size() != 1 || root.components[0].name != "VCALENDAR" || !rest.empty()) {
            fault("not exactly one VCALENDAR");
            return std::move(feed_);
        }
        feed_.calendar = root.components[0];
        check_component(feed_.calendar);
        check_calendar(feed_.calendar);
        return std::move(feed_);
    }

private:
    void fault(std::string text) { feed_.faults.push_back(std::move(text)); }

    void check_lines(std::string_view bytes) {
        if (!bytes.ends_with("END:VCALENDAR\r\n")) fault("does not end in END:VCALENDAR and CRLF");
        if (bytes.starts_with("\xef\xbb\xbf")) fault("byte order mark");
        std::size_t start = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const auto c = static_cast<unsigned char>(bytes[i]);
            if (c == '\n' && (i == 0 || bytes[i - 1] != '\r')) fault("LF without CR");
            if (c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')) fault("CR without LF");
            if ((c < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7f) fault("control character");
            if (c != '\n') continue;
            const std::string_view line = bytes.substr(start, i - 1 - start);
            if (line.size() > 75) fault("line of " + std::to_string(line.size()) + " octets");
            if (line.empty()) fault("empty line");
            if (!valid_utf8(line)) fault("line cut inside a character, or not UTF-8");
            start = i + 1;
        }
    }

    void read_component(std::string_view& rest, Component& component) {
        while (!rest.empty()) {
            const std::size_t end = rest.find("\r\n");
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos) {
                fault("line without a colon: " + std::string(line));
                continue;
            }
            const std::string name(line.substr(0, colon)), value(line.substr(colon + 1));
            if (name == "BEGIN") {
                component.components.emplace_back().name = value;
                Component child;
                child.name = value;
                read_component(rest, child);
                component.components.back() = std::move(child);
            } else if (name == "END") {
                if (value != component.name) fault("END:" + value + " inside " + component.name);
                return;
            } else {
                component.properties.push_back({name, value});
            }
        }
        if (!component.name.empty()) fault("no END:" + component.name);
    }

    void check_component(const Component& component) {
        const auto allowed = kAllowed.find(component.name);
        if (allowed == kAllowed.end()) {
            fault("component " + component.name);
            return;
        }
        std::map<std::string, int> counts;
        for (const Property& property : component.properties) {
            if (!allowed->second.contains(property.name)) fault(component.name + " with " + property.name);
            if (++counts[property.name] > 1) fault(component.name + " with two " + property.name);
            check_text(property);
        }
        for (const std::string& name : kRequired.at(component.name))
            if (counts[name] != 1) fault(component.name + " without " + name);
        if (component.name == "VEVENT") check_event(component);
        for (const Component& child : component.components) check_component(child);
    }

    void check_text(const Property& property) {
        if (!kTextProperties.contains(property.name)) return;
        const std::string& value = property.value;
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value[i] == '\\') {
                const char next = i + 1 < value.size() ? value[++i] : '\0';
                if (next != '\\' && next != ';' && next != ',' && next != 'n') fault("wrong escape in " + property.name);
            } else if (value[i] == ';' || value[i] == ',') {
                fault("unescaped " + std::string(1, value[i]) + " in " + property.name);
            }
        }
    }

    void check_event(const Component& event) {
        const std::optional<Date> start = date_value(event.text("DTSTART;VALUE=DATE")), end = date_value(event.text("DTEND;VALUE=DATE"));
        if (!start || !end) fault("dates are not YYYYMMDD");
        if (start && end && *end <= *start) fault("DTEND is not after DTSTART");
        if (!utc_instant(event.text("DTSTAMP")) || !utc_instant(event.text("LAST-MODIFIED"))) fault("a time stamp is not in UTC");
        if (!digits(event.text("SEQUENCE"))) fault("SEQUENCE is not a number");
        const std::string status = event.text("STATUS"), transparency = event.text("TRANSP"), uid = event.text("UID");
        if (status != "CONFIRMED" && status != "TENTATIVE" && status != "CANCELLED") fault("STATUS:" + status);
        if (transparency != "OPAQUE" && transparency != "TRANSPARENT") fault("TRANSP:" + transparency);
        if (status == "CANCELLED" && transparency != "TRANSPARENT") fault("a cancelled event blocks the day");
        if (uid.empty() || !uids_.insert(uid).second) fault("UID '" + uid + "' is empty or not unique");
    }

    void check_calendar(const Component& calendar) {
        if (calendar.text("VERSION") != "2.0") fault("VERSION");
        if (calendar.components.empty() || calendar.components[0].name != "VTIMEZONE") fault("no VTIMEZONE before the events");
        for (const Property& property : calendar.properties)
            if (property.name == "METHOD") fault("METHOD in a feed");
    }

    CheckedFeed feed_;
    std::set<std::string> uids_;
};

}  // namespace

CheckedFeed check_feed(std::string_view bytes) { return FeedChecker().run(bytes); }

std::vector<std::string> Component::all(std::string_view property) const {
    std::vector<std::string> values;
    for (const Property& candidate : properties)
        if (candidate.name == property) values.push_back(candidate.value);
    return values;
}

std::string Component::text(std::string_view property) const {
    const std::vector<std::string> values = all(property);
    return values.empty() ? std::string() : unescaped(values[0]);
}

std::vector<const Component*> CheckedFeed::events() const {
    std::vector<const Component*> result;
    for (const Component& component : calendar.components)
        if (component.name == "VEVENT") result.push_back(&component);
    return result;
}

std::string unfolded(std::string_view bytes) {
    std::string result;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes.substr(i, 3) == "\r\n ")
            i += 2;
        else
            result += bytes[i];
    }
    return result;
}

std::string unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            result += text[++i] == 'n' ? '\n' : text[i];
        else
            result += text[i];
    }
    return result;
}

bool valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0;
        if (size == 0 || i + size > text.size()) return false;
        std::uint32_t code = size == 1 ? lead : lead & (0x7fu >> size);
        for (std::size_t k = 1; k < size; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xc0) != 0x80) return false;
            code = code << 6 | (next & 0x3f);
        }
        constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code < kLeast[size] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
        i += size;
    }
    return true;
}

}  // namespace schoolimp::testing
