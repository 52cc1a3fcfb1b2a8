#include "report/page.hpp"

#include <algorithm>

namespace schoolimp::inline v0::report_detail {

namespace {

bool is_space(char c) { return c == ' ' || (c >= 0 && c < ' ') || c == '\x7f'; }
/// U+0080 to U+009F, in UTF-8.
bool is_c1_control(std::string_view bytes) { return bytes.size() == 2 && bytes[0] == '\xc2' && (static_cast<unsigned char>(bytes[1]) & 0xe0) == 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One space for every run of spaces, line ends and control characters; none at the ends.
std::string in_one_line(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool c1 = is_c1_control(text.substr(at, 2));
        at += c1 ? 1 : 0;
        if (!c1 && !is_space(text[at])) {
            line += text[at];
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

/// Position of a mark that would make the text a heading, a list or a rule; npos when there is none.
std::size_t block_mark(const std::string& line) {
    if (line.empty()) return std::string::npos;
    if (line[0] == '#' || line[0] == '+' || line[0] == '-' || line[0] == '=') return 0;
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') && (digits + 1 == line.size() || line[digits + 1] == ' ');
    return numbered ? digits : std::string::npos;
}

/// A number or date range may start with its sign.
bool is_negative_number(const std::string& line) { return line.size() > 1 && line[0] == '-' && is_digit(line[1]); }

}  // namespace

std::string plain(std::string_view text) {
    const std::string line = in_one_line(text);
    const std::size_t mark = is_negative_number(line) ? std::string::npos : block_mark(line);
    constexpr std::string_view kMarkup = "\\`*_[]<>|~&";
    std::string escaped;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == mark || kMarkup.find(line[i]) != std::string_view::npos) escaped += '\\';
        escaped += line[i];
    }
    return escaped;
}

std::string code(std::string_view text) {
    const std::string line = in_one_line(text);
    if (line.empty()) return {};
    std::size_t longest = 0, run = 0;
    std::string body;
    for (const char c : line) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        if (c == '|') body += '\\';  // ends a table cell even inside a code span
        body += c;
    }
    const std::string fence(longest + 1, '`');
    const std::string_view pad = longest > 0 ? " " : "";
    return fence + std::string(pad) + body + std::string(pad) + fence;
}

std::string bold(std::string_view text) {
    const std::string escaped = plain(text);
    return escaped.empty() ? escaped : "**" + escaped + "**";
}

std::string listed(const std::vector<std::string>& items, std::string_view between) {
    std::string text;
    for (const std::string& item : items) {
        if (item.empty()) continue;
        if (!text.empty()) text += between;
        text += item;
    }
    return text;
}

void Page::gap() {
    if (!text_.empty()) text_ += '\n';
}

void Page::heading(int level, const std::string& text) {
    gap();
    text_.append(static_cast<std::size_t>(level), '#').append(" ").append(text).append("\n");
}

void Page::paragraph(const std::string& text) {
    if (text.empty()) return;
    gap();
    text_ += text + '\n';
}

void Page::bullets(const std::vector<std::string>& items) {
    if (items.empty()) return;
    gap();
    for (const std::string& item : items) text_ += "- " + item + '\n';
}

void Page::table(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) return;
    gap();
    const auto line = [this](const std::vector<std::string>& cells) {
        text_ += '|';
        for (const std::string& cell : cells) text_ += ' ' + cell + (cell.empty() ? "|" : " |");
        text_ += '\n';
    };
    line(head);
    line(std::vector<std::string>(head.size(), "---"));
    for (const std::vector<std::string>& row : rows) line(row);
}

}  // namespace schoolimp::inline v0::report_detail
