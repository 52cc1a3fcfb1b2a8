// How documents are written.
#pragma once

#include <cstdint>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// kCanonical: no insignificant white space; the bytes a content hash is taken of. kPretty: two spaces, one member a line, ends in a newline.
/// Both have members in the order of the reference, leave out what equals its default, and keep UTF-8 as it is.
enum class JsonStyle : std::uint8_t { kCanonical, kPretty };

}  // namespace schoolimp::inline v0
