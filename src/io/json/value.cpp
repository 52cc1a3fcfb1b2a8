#include "io/json/value.hpp"

namespace schoolimp::inline v0::json {

std::string_view kind_of(const Value& value) {
    if (value.is_null()) return "null";
    if (value.boolean()) return "true or false";
    if (value.number()) return "a number";
    if (value.string()) return "text";
    return value.array() ? "a list" : "an object";
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::size_t length = text.size();
    const bool cut = length > kLongest;
    if (cut) {
        length = kLongest;
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;  // not inside a character
    }
    std::string quoted = "'";
    for (const char c : text.substr(0, length)) quoted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return quoted + (cut ? "...'" : "'");
}

std::string excerpt(const Value& value) {
    if (const bool* flag = value.boolean()) return *flag ? "true" : "false";
    if (const Number* number = value.number()) return number->text.size() > 40 ? to_string(number->value) : number->text;
    if (const std::string* text = value.string()) return excerpt(*text);
    if (const Array* items = value.array()) return "a list of " + std::to_string(items->size());
    return value.is_null() ? "null" : "an object";
}

}  // namespace schoolimp::inline v0::json
