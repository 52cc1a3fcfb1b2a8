// How a problem of an expression is shown: place, line and caret.
#include <algorithm>

#include "expression/parser.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t kShownBefore = 90;  // Longer lines are cut around the caret.
constexpr std::size_t kShownAfter = 60;

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t characters(std::string_view text) { return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character)); }

// The nearest place at or before `at` where a character starts.
std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && !starts_character(text[at])) --at;
    return at;
}

std::string visible(std::string_view text) {
    std::string shown;
    for (char c : text) shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    return shown;
}

std::string line_and_caret(std::string_view line, std::size_t at) {
    const std::size_t from = at > kShownBefore ? character_start(line, at - kShownBefore) : 0;
    const std::size_t to = character_start(line, std::min(line.size(), at + kShownAfter));
    const std::string before = visible(line.substr(from, at - from));
    const std::string head = from > 0 ? "..." : "";
    return "\n  " + head + before + visible(line.substr(at, to - at)) + (to < line.size() ? "..." : "") + "\n  " +
           std::string(head.size() + characters(before), ' ') + "^";
}

}  // namespace

Issue to_issue(const ExpressionProblem& problem, std::string_view source, std::string pointer) {
    const std::size_t at = character_start(source, std::min(problem.offset, source.size()));
    const std::string_view before = source.substr(0, at);
    const auto line_number = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const std::size_t line_end = std::min(source.find('\n', at), source.size());
    const std::string_view line = source.substr(line_start, line_end - line_start);
    const std::size_t column = 1 + characters(source.substr(line_start, at - line_start));

    Issue issue;
    issue.pointer = std::move(pointer);
    issue.code = problem.code;
    issue.message =
        "line " + std::to_string(line_number) + ", column " + std::to_string(column) + ": " + problem.message + line_and_caret(line, at - line_start);
    issue.hint = problem.hint;
    return issue;
}

}  // namespace schoolimp::inline v0
