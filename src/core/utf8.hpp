// UTF-8 without tables: well-formedness and counting of characters.
#pragma once

#include <cstddef>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Bytes of the well-formed character at the start of `text`; 0 when there is none (truncated, overlong, surrogate, above U+10FFFF).
constexpr std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
    if (text.empty()) return 0;
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4 || !continues(1)) return 0;
    if (lead < 0xE0) return 2;
    if (!continues(2)) return 0;
    const unsigned char second = byte(1);
    if (lead < 0xF0) {
        const bool overlong = lead == 0xE0 && second < 0xA0, surrogate = lead == 0xED && second > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    const bool overlong = lead == 0xF0 && second < 0x90, too_great = lead == 0xF4 && second > 0x8F;
    return overlong || too_great || !continues(3) ? 0 : 4;
}

/// Position of the first byte that is not UTF-8; npos when all is well.
constexpr std::size_t find_malformed(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text.substr(i));
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

/// Number of characters (code points) of well-formed text.
constexpr std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    return count;
}

}  // namespace schoolimp::inline v0
