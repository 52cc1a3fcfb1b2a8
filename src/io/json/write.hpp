// Writing JSON text: the same calls give the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/json/value.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::inline v0::json {

/// A writer of one document. Calls must nest properly; a name comes before every value inside an object.
class Writer {
public:
    explicit Writer(JsonStyle style) : pretty_(style == JsonStyle::kPretty) {}

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }
    void name(std::string_view text);
    void string(std::string_view text);
    void number(const Decimal& value) { scalar(to_string(value)); }
    void number(long long value) { scalar(std::to_string(value)); }
    void boolean(bool value) { scalar(value ? "true" : "false"); }
    void null() { scalar("null"); }

    /// The text; the pretty form ends in a newline.
    std::string take() &&;

private:
    void begin(char bracket);
    void end(char bracket);
    void scalar(std::string_view text);
    void separate();
    void new_line();

    bool pretty_;
    bool after_name_ = false;
    std::vector<bool> has_items_;
    std::string text_;
};

/// Writes a tree. Members are ordered by name: the order they were given in says nothing.
void write_ordered(Writer& writer, const Value& value);

/// Quotes minimally: only the quotation mark, the backslash and control characters are escaped. Bytes that are not UTF-8 become U+FFFD.
void append_quoted(std::string& out, std::string_view text);

}  // namespace schoolimp::inline v0::json
