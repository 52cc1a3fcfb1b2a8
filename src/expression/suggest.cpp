#include "expression/suggest.hpp"

#include <algorithm>

namespace schoolimp::inline v0 {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = std::min(current[j], before[j - 2] + 1);
        }
        before.swap(previous);
        previous.swap(current);
    }
    return previous[b.size()];
}

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
    if (name.size() > 200) return {};
    const std::size_t bound = std::max<std::size_t>(1, name.size() / 4);
    std::size_t best = bound + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), name.size()), shorter = std::min(candidate.size(), name.size());
        if (longer - shorter >= best) continue;
        const std::size_t distance = edit_distance(name, candidate);
        if (distance >= best) continue;
        best = distance;
        found = candidate;
    }
    if (!found.empty()) return found;
    // A name written without its first part, or with the wrong one: 'overall' for 'absence.overall'.
    const std::string_view last = name.substr(name.rfind('.') == std::string_view::npos ? 0 : name.rfind('.') + 1);
    for (const std::string& candidate : candidates) {
        const std::size_t dot = candidate.rfind('.');
        if (dot != std::string::npos && candidate.compare(dot + 1, std::string::npos, last) == 0) return candidate;
    }
    return {};
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
    const std::string found = nearest(name, candidates);
    return found.empty() ? found : "did you mean '" + found + "'?";
}

}  // namespace schoolimp::inline v0
