// Cadences, offsets and units of time in words.
#pragma once

#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/document.hpp"

namespace schoolimp::inline v0::cadence_detail {

/// "half-termly", "3 times a year", "at least termly", "10 school days after joining".
std::string cadence_words(const Cadence& cadence);
/// "joining the trust", "an inspection" ...
std::string_view event_words(EventKind event);
/// "10 school days after", "2 weeks before", "on" for no offset.
std::string offset_words(const Offset& offset);
/// "school day", "half term" ...: one of it.
std::string_view unit_word(TimeUnit unit);

}  // namespace schoolimp::inline v0::cadence_detail
