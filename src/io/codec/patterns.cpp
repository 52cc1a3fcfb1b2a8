#include "io/codec/patterns.hpp"

#include <algorithm>

namespace schoolimp::inline v0::codec {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

template <typename Test>
bool all_of(std::string_view text, Test test) {
    return std::all_of(text.begin(), text.end(), test);
}

std::string_view take_while(std::string_view& text, bool (*test)(char)) {
    std::size_t length = 0;
    while (length < text.size() && test(text[length])) ++length;
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(length);
    return taken;
}

bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

void skip_spaces(std::string_view& text) {
    while (take(text, " ")) {
    }
}

bool take_number(std::string_view& text) {
    take(text, "-");
    if (take_while(text, is_digit).empty()) return false;
    if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) {
        text.remove_prefix(1);
        take_while(text, is_digit);
    }
    return true;
}

}  // namespace

bool is_simple_id(std::string_view text) {
    return !text.empty() && is_lower(text[0]) && all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_id(std::string_view text) {
    for (;;) {
        const std::size_t dot = text.find('.');
        if (!is_simple_id(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}

bool is_level_ref(std::string_view text) { return std::count(text.begin(), text.end(), '.') == 1 && is_id(text); }

bool is_fact_prefix(std::string_view text) {
    return !text.empty() && is_upper(text[0]) && all_of(text, [](char c) { return is_upper(c) || is_digit(c); });
}

bool is_fact_ref(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos || !is_fact_prefix(text.substr(0, dash))) return false;
    const std::string_view number = text.substr(dash + 1);
    return (number.size() == 3 || number.size() == 4) && all_of(number, is_digit);
}

bool is_edition(std::string_view text) {
    if (take_while(text, is_digit).size() != 4) return false;
    while (take(text, "."))
        if (take_while(text, is_digit).empty()) return false;
    return text.empty();
}

bool is_colour(std::string_view text) { return take(text, "#") && text.size() == 6 && all_of(text, is_hex); }

bool is_range(std::string_view text) {
    if (!take(text, "[") && !take(text, "(")) return false;
    skip_spaces(text);
    if (!take(text, "-inf") && !take_number(text)) return false;
    skip_spaces(text);
    if (!take(text, ",")) return false;
    skip_spaces(text);
    if (!take(text, "inf") && !take_number(text)) return false;
    skip_spaces(text);
    return text == "]" || text == ")";
}

bool is_hash(std::string_view text) { return text.size() == 64 && all_of(text, is_hex); }

}  // namespace schoolimp::inline v0::codec
