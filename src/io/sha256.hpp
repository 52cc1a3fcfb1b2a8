// SHA-256 as FIPS 180-4 defines it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

/// The digest in lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace schoolimp::inline v0
