#include "sql/text.hpp"

#include <algorithm>
#include <utility>

namespace schoolimp::inline v0::sql {

namespace {

std::string quoted(std::string_view text, char quote) {
    std::string result(1, quote);
    for (const char c : text) {
        if (c == quote) result += quote;
        result += c;
    }
    return result + quote;
}

/// Bytes of a line or paragraph separator at this place: controls, U+0085, U+2028, U+2029. 0 when there is none.
std::size_t separator_at(std::string_view text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7f) return 1;
    if (text.substr(i, 2) == "\xc2\x85") return 2;
    return text.substr(i, 3) == "\xe2\x80\xa8" || text.substr(i, 3) == "\xe2\x80\xa9" ? 3 : 0;
}

}  // namespace

std::string unbroken(std::string text) {
    std::replace(text.begin(), text.end(), kBreak, ' ');
    return text;
}

std::string broken(std::string text, std::size_t indent) {
    constexpr std::size_t kLongLine = 120;
    if (text.size() <= kLongLine) return unbroken(std::move(text));
    std::string result;
    for (const char c : text) result += c == kBreak ? "\n" + std::string(indent, ' ') : std::string(1, c);
    return result;
}

std::string identifier(std::string_view name) { return quoted(name, '"'); }
std::string literal(std::string_view text) { return quoted(text, '\''); }

std::string one_line(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t separator = separator_at(text, i);
        result += separator > 0 ? ' ' : text[i];
        i += separator > 0 ? separator : 1;
    }
    return result;
}

std::string whole(Int128 number) {
    if (number < 0) return "-" + whole(-number);
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(number % 10)));
        number /= 10;
    } while (number > 0);
    return digits;
}

std::string joined(const Texts& parts, std::string_view between) {
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) result += between;
        result += parts[i];
    }
    return result;
}

std::string any_of(const Texts& predicates) {
    Texts possible;
    for (const std::string& predicate : predicates)
        if (!predicate.empty()) possible.push_back(predicate);
    if (possible.size() < 2) return joined(possible, "");
    return unbroken("(" + joined(possible, " or ") + ")");
}

std::string all_of(const Texts& predicates) {
    for (const std::string& predicate : predicates)
        if (predicate.empty()) return {};
    if (predicates.size() < 2) return joined(predicates, "");
    return unbroken("(" + joined(predicates, " and ") + ")");
}

std::string flag(const std::string& predicate) { return predicate.empty() ? "0" : "case when " + unbroken(predicate) + " then 1 else 0 end"; }

std::string total(Texts parts) {
    constexpr std::size_t kGroup = 30;
    while (parts.size() > kGroup) {
        Texts groups;
        for (std::size_t i = 0; i < parts.size(); i += kGroup) {
            const auto first = parts.begin() + static_cast<std::ptrdiff_t>(i);
            const auto last = parts.begin() + static_cast<std::ptrdiff_t>(std::min(i + kGroup, parts.size()));
            groups.push_back("(" + joined(Texts(first, last), std::string(1, kBreak) + "+ ") + ")");
        }
        parts = std::move(groups);
    }
    return parts.empty() ? "0" : joined(parts, std::string(1, kBreak) + "+ ");
}

Case& Case::when(const std::string& predicate, const std::string& value) {
    if (!predicate.empty()) branches_ += kBreak + ("when " + unbroken(predicate) + " then " + unbroken(value));
    return *this;
}

std::string Case::otherwise(const std::string& value) const { return empty() ? value : "case" + branches_ + kBreak + "else " + unbroken(value) + kBreak + "end"; }
std::string Case::end() const { return empty() ? "null" : "case" + branches_ + kBreak + "end"; }

}  // namespace schoolimp::inline v0::sql
