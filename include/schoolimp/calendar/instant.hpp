// Moments in UTC, to the second: given by the caller, never read from a clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

using Instant = std::chrono::sys_seconds;

/// YYYY-MM-DDTHH:MM:SSZ.
inline std::string to_string(Instant instant) {
    const Date date = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - date};
    std::string text = to_string(date) + 'T';
    detail::append_padded(text, static_cast<int>(time.hours().count()), 2);
    text += ':';
    detail::append_padded(text, static_cast<int>(time.minutes().count()), 2);
    text += ':';
    detail::append_padded(text, static_cast<int>(time.seconds().count()), 2);
    text += 'Z';
    return text;
}

/// Strict form YYYY-MM-DDTHH:MM:SSZ; a date alone is its midnight.
inline std::optional<Instant> parse_instant(std::string_view text) {
    const std::optional<Date> date = parse_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    if (text.size() == 10) return Instant{*date};
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return std::nullopt;
    const auto hours = detail::parse_digits(text.substr(11, 2));
    const auto minutes = detail::parse_digits(text.substr(14, 2));
    const auto seconds = detail::parse_digits(text.substr(17, 2));
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
    return Instant{*date} + std::chrono::hours{*hours} + std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds};
}

}  // namespace schoolimp::inline v0
