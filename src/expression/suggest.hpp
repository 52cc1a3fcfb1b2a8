// "Did you mean ...": the nearest of the names that exist.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`, when it is near enough to be a slip of the keyboard; empty otherwise. The first of equals.
std::string nearest(std::string_view name, const std::vector<std::string>& candidates);

/// "did you mean 'x'?", or empty.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace schoolimp::inline v0
