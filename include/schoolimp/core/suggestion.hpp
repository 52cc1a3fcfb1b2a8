// "Did you mean": the known word nearest to one that is not known.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Number of single-character changes (insert, delete, replace, swap of neighbours) from one word to the other.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_previous(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = std::min(current[j], before_previous[j - 2] + 1);
        }
        std::swap(before_previous, previous);
        std::swap(previous, current);
    }
    return previous[b.size()];
}

/// The candidate nearest to `word`, the first of equals; empty when none is near enough to be a slip (a third of the letters, one at the least).
template <typename Candidates>
std::string nearest_word(std::string_view word, const Candidates& candidates) {
    constexpr std::size_t kLongest = 96;  // keeps hostile input cheap; no name is longer
    if (word.size() > kLongest) return {};
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto& item : candidates) {
        const std::string_view candidate(item);
        const std::size_t gap = candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
        if (candidate.size() > kLongest || gap >= best_distance) continue;
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = std::string(candidate);
        }
    }
    return best;
}

/// "did you mean 'x'?", or empty.
template <typename Candidates>
std::string did_you_mean(std::string_view word, const Candidates& candidates) {
    const std::string nearest = nearest_word(word, candidates);
    return nearest.empty() ? std::string() : "did you mean '" + nearest + "'?";
}

}  // namespace schoolimp::inline v0
