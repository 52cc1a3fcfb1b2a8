// A strict reader of the library's iCalendar bytes: every rule of RFC 5545 and 7986 that a feed can break, checked on the bytes themselves.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace schoolimp::testing {

struct Property {
    std::string name;        ///< With its parameters: "DTSTART;VALUE=DATE".
    std::string value;       ///< As written.
};

struct Component {
    std::string name;
    std::vector<Property> properties;
    std::vector<Component> components;

    std::vector<std::string> all(std::string_view property) const;
    /// The value, unescaped; empty when absent.
    std::string text(std::string_view property) const;
};

struct CheckedFeed {
    Component calendar;
    std::vector<std::string> faults;
    std::vector<const Component*> events() const;
};

CheckedFeed check_feed(std::string_view bytes);

std::string unfolded(std::string_view bytes);
std::string unescaped(std::string_view text);
bool valid_utf8(std::string_view text);

}  // namespace schoolimp::testing
