#include "schoolimp/evidence/evidence.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::string_view kWords[] = {"suppressed", "not_applicable", "not_collected", "not_published", "low_coverage",
                                       "too_small",  "not_loaded",     "stale",         "withheld",      "unknown"};

}  // namespace

std::string_view to_word(MissingReason reason) { return kWords[static_cast<std::size_t>(reason)]; }

std::optional<MissingReason> parse_missing_reason(std::string_view word) {
    for (std::size_t i = 0; i < std::size(kWords); ++i)
        if (kWords[i] == word) return static_cast<MissingReason>(i);
    return std::nullopt;
}

}  // namespace schoolimp::inline v0
