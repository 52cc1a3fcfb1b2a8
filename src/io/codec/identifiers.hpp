// Bounds of the keys hosts choose themselves: school ids (customarily URNs), people, plans. Any text, but not a whole page.
#pragma once

#include "io/codec/codecs.hpp"

namespace schoolimp::inline v0::codec {

inline constexpr Text kKey{1, 200};
inline constexpr auto kKeys = list_of(kKey);
inline constexpr auto kAnyTexts = list_of(kAnyTextOrEmpty);

/// A text that must be one of an enumeration's words, or one more word.
template <typename Enum>
struct WordText {
    using type = std::string;
    std::string_view or_else = {};
    void read(Reader& reader, const Place& place, const Value& value, std::string& out) const {
        const auto words = WordList<Enum>::list();
        std::vector<std::string_view> known(words.begin(), words.end());
        if (!or_else.empty()) known.push_back(or_else);
        if (const auto index = read_word(reader, place, value, known)) out = known[*index];
    }
    void write(Writer& writer, const std::string& value) const { writer.string(value); }
};

}  // namespace schoolimp::inline v0::codec
