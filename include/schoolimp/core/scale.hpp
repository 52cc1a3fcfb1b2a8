// Levels and the order of scales. Levels of two scales never compare.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// In which order a scale lists its levels. kNone: the levels have no quality order.
enum class ScaleOrder : std::uint8_t { kBestFirst, kWorstFirst, kNone };

/// One value of a scale, by name.
struct Level {
    std::string scale;
    std::string id;
    friend bool operator==(const Level&, const Level&) = default;
};

/// "scale.level", as in documents and expressions.
inline std::string to_string(const Level& level) { return level.scale + "." + level.id; }

/// Compares two positions in the list of levels by quality: greater means better. None on a scale without a quality order, unless the positions are equal.
constexpr std::optional<std::strong_ordering> compare_levels(ScaleOrder order, int a, int b) {
    if (a == b) return std::strong_ordering::equal;
    if (order == ScaleOrder::kNone) return std::nullopt;
    return order == ScaleOrder::kBestFirst ? (b <=> a) : (a <=> b);
}

}  // namespace schoolimp::inline v0
