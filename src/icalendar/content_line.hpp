// Content lines of RFC 5545: escaping of text, folding at 75 octets, CRLF.
#pragma once

#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::icalendar_detail {

/// Appends `text` as a TEXT value: backslash, semicolon and comma escaped, line ends as \n, control characters dropped, bad UTF-8 as U+FFFD.
void append_text(std::string& line, std::string_view text);

/// Appends one unfolded line, folded so that no line has more than 75 octets and no character is cut, and ended by CRLF.
void append_folded(std::string& out, std::string_view line);

}  // namespace schoolimp::inline v0::icalendar_detail
