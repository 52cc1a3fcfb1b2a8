#include "io/json/write.hpp"

#include <algorithm>
#include <utility>

#include "core/utf8.hpp"

namespace schoolimp::inline v0::json {

namespace {

void append_escaped(std::string& out, char c) {
    constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x20) {
                out += c;
                break;
            }
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 0xF];
        }
    }
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text.substr(i));
        if (length == 1) {
            append_escaped(out, text[i]);
        } else if (length == 0) {
            out += "\xEF\xBF\xBD";  // what a host hands over may be no UTF-8; what is written always is
        } else {
            out += text.substr(i, length);
        }
        i += length == 0 ? 1 : length;
    }
    out += '"';
}

void Writer::new_line() {
    if (!pretty_) return;
    text_ += '\n';
    text_.append(has_items_.size() * 2, ' ');
}

void Writer::separate() {
    if (after_name_) {
        after_name_ = false;
        return;
    }
    if (has_items_.empty()) return;
    if (has_items_.back()) text_ += ',';
    has_items_.back() = true;
    new_line();
}

void Writer::begin(char bracket) {
    separate();
    text_ += bracket;
    has_items_.push_back(false);
}

void Writer::end(char bracket) {
    const bool had_items = has_items_.back();
    has_items_.pop_back();
    if (had_items) new_line();
    text_ += bracket;
}

void Writer::name(std::string_view text) {
    separate();
    append_quoted(text_, text);
    text_ += pretty_ ? ": " : ":";
    after_name_ = true;
}

void Writer::string(std::string_view text) {
    separate();
    append_quoted(text_, text);
}

void Writer::scalar(std::string_view text) {
    separate();
    text_ += text;
}

std::string Writer::take() && {
    if (pretty_) text_ += '\n';
    return std::move(text_);
}

namespace {

void write_members(Writer& writer, const Object& members) {
    std::vector<const Member*> ordered;
    ordered.reserve(members.size());
    for (const Member& member : members) ordered.push_back(&member);
    std::sort(ordered.begin(), ordered.end(), [](const Member* a, const Member* b) { return a->name < b->name; });
    writer.begin_object();
    for (const Member* member : ordered) {
        writer.name(member->name);
        write_ordered(writer, member->value);
    }
    writer.end_object();
}

}  // namespace

void write_ordered(Writer& writer, const Value& value) {
    if (const Object* members = value.object()) return write_members(writer, *members);
    if (const std::string* text = value.string()) return writer.string(*text);
    if (const Number* number = value.number()) return writer.number(number->value);
    if (const bool* flag = value.boolean()) return writer.boolean(*flag);
    if (value.is_null()) return writer.null();
    writer.begin_array();
    for (const Value& item : *value.array()) write_ordered(writer, item);
    writer.end_array();
}

}  // namespace schoolimp::inline v0::json
