// Kinds and lists in words; those of cadences come from the plan room, which words them too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/cadence_words.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0::calendar_detail {

using namespace cadence_detail;  // one wording for plans and calendars

/// "review", "visit" ...: the words of framework documents.
std::string_view activity_word(ActivityKind kind);
/// "Board, Chair and Trustees": joined as a sentence does.
std::string joined_words(const std::vector<std::string>& words);
/// The text with its first letter upper-case (ASCII).
std::string sentence_case(std::string text);

}  // namespace schoolimp::inline v0::calendar_detail
