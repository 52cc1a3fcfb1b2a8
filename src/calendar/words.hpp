// Cadences, parts and kinds in words.
#pragma once

#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0::calendar_detail {

/// "half-termly", "3 times a year", "at least termly", "10 school days after joining".
std::string cadence_words(const Cadence& cadence);
/// "joining the trust", "an inspection" ...
std::string_view event_words(EventKind event);
/// "10 school days after", "2 weeks before", "at" for no offset.
std::string offset_words(const Offset& offset);
/// "review", "visit" ...: the words of framework documents.
std::string_view activity_word(ActivityKind kind);
/// "Board, Chair and Trustees": joined as a sentence does.
std::string joined_words(const std::vector<std::string>& words);
/// The text with its first letter upper-case (ASCII).
std::string sentence_case(std::string text);

}  // namespace schoolimp::inline v0::calendar_detail
