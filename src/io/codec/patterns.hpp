// The forms texts may have: the same rules as the patterns of the JSON Schemas, by hand, because std::regex depends on the locale.
#pragma once

#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::codec {

/// A form of text: a test, its words for a message and the code of the issue when it is not met.
struct Pattern {
    bool (*matches)(std::string_view);
    std::string_view words;
    const char* code;
};

bool is_simple_id(std::string_view text);    // ^[a-z][a-z0-9_]*$
bool is_id(std::string_view text);           // ^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$
bool is_level_ref(std::string_view text);    // ^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$
bool is_fact_ref(std::string_view text);     // ^[A-Z][A-Z0-9]*-[0-9]{3,4}$
bool is_fact_prefix(std::string_view text);  // ^[A-Z][A-Z0-9]*$
bool is_edition(std::string_view text);      // ^[0-9]{4}(\.[0-9]+)*$
bool is_colour(std::string_view text);       // ^#[0-9a-f]{6}$
bool is_range(std::string_view text);        // ^[\[(] *(-inf|-?[0-9]+(\.[0-9]+)?) *, *(inf|-?[0-9]+(\.[0-9]+)?) *[\])]$
bool is_hash(std::string_view text);         // ^[0-9a-f]{64}$

inline constexpr Pattern kSimpleIdForm{is_simple_id, "lower-case words joined by '_'", "bad_id"};
inline constexpr Pattern kIdForm{is_id, "lower-case words joined by '_', parts joined by '.'", "bad_id"};
inline constexpr Pattern kLevelRefForm{is_level_ref, "a level as <scale>.<level>, e.g. tier.tier_1", "bad_id"};
inline constexpr Pattern kFactRefForm{is_fact_ref, "the id of a fact, e.g. PVAT-041", "bad_id"};
inline constexpr Pattern kFactPrefixForm{is_fact_prefix, "the prefix of fact ids, e.g. PVAT", "bad_id"};
inline constexpr Pattern kEditionForm{is_edition, "an edition, e.g. 2026.1", "bad_edition"};
inline constexpr Pattern kColourForm{is_colour, "a colour as #rrggbb in lower case", "bad_colour"};
inline constexpr Pattern kRangeForm{is_range, "an interval with both sides written, e.g. [2.5, inf) or (-inf, 0]", "bad_range"};
inline constexpr Pattern kHashForm{is_hash, "a SHA-256 in 64 lower-case hexadecimal digits", "bad_hash"};

}  // namespace schoolimp::inline v0::codec
