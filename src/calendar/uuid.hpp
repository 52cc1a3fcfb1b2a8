// Name-based UUIDs (RFC 9562, version 5): the same name gives the same UUID, everywhere and always.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0::calendar_detail {

std::array<std::uint8_t, 20> sha1(std::string_view bytes);

/// The version 5 UUID of an event key, in the library's own namespace; 36 characters, lower case.
std::string event_uuid(std::string_view key);

}  // namespace schoolimp::inline v0::calendar_detail
