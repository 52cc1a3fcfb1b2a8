#include "icalendar/content_line.hpp"

#include <cstddef>

namespace schoolimp::inline v0::icalendar_detail {

namespace {

constexpr std::size_t kLongestLine = 75;

bool continues(std::string_view text, std::size_t at, unsigned char low = 0x80, unsigned char high = 0xbf) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= low && static_cast<unsigned char>(text[at]) <= high;
}

/// Octets of the well-formed UTF-8 character at `at` (Unicode table 3-7: no surrogates, nothing overlong); 0 when there is none.
std::size_t character_size(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead <= 0xdf) return continues(text, at + 1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const unsigned char low = lead == 0xe0 ? 0xa0 : 0x80, high = lead == 0xed ? 0x9f : 0xbf;
        return continues(text, at + 1, low, high) && continues(text, at + 2) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const unsigned char low = lead == 0xf0 ? 0x90 : 0x80, high = lead == 0xf4 ? 0x8f : 0xbf;
        return continues(text, at + 1, low, high) && continues(text, at + 2) && continues(text, at + 3) ? 4 : 0;
    }
    return 0;
}

bool is_plain(char c) { return c >= 0x20 && c < 0x7f && c != '\\' && c != ';' && c != ','; }

/// U+0080 to U+009F: control characters, too.
bool is_c1_control(std::string_view character) { return character.size() == 2 && character[0] == '\xc2' && static_cast<unsigned char>(character[1]) < 0xa0; }

void append_ascii(std::string& line, char c) {
    if (c == '\\' || c == ';' || c == ',')
        line.append(1, '\\').append(1, c);
    else if (c == '\n' || c == '\r')
        line += "\\n";
    else if (c == '\t' || (c >= 0x20 && c < 0x7f))
        line += c;
}

}  // namespace

void append_text(std::string& line, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t plain = at;
        while (plain < text.size() && is_plain(text[plain])) ++plain;
        line.append(text, at, plain - at);
        if ((at = plain) == text.size()) return;
        const std::size_t size = character_size(text, at);
        if (size == 1) {
            if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
            append_ascii(line, text[at++]);
        } else if (size == 0) {
            line += "\xef\xbf\xbd";
            ++at;
        } else {
            if (!is_c1_control(text.substr(at, size))) line.append(text, at, size);
            at += size;
        }
    }
}

void append_folded(std::string& out, std::string_view line) {
    std::size_t room = kLongestLine;
    while (line.size() > room) {
        std::size_t cut = room;
        while (continues(line, cut)) --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = kLongestLine - 1;  // the space counts
    }
    out.append(line).append("\r\n");
}

}  // namespace schoolimp::inline v0::icalendar_detail
