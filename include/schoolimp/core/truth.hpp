// Truth: the result of a condition. Strong Kleene logic with a fourth value, not applicable, that is neutral in "and" and "or".
#pragma once

#include <cstdint>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

enum class Truth : std::uint8_t { kFalse = 0, kTrue = 1, kUnknown = 2, kNotApplicable = 3 };

constexpr Truth to_truth(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

/// true stays true only beside true or not applicable; one false makes it false, whatever is unknown.
constexpr Truth truth_and(Truth a, Truth b) {
    if (a == Truth::kFalse || b == Truth::kFalse) return Truth::kFalse;
    if (a == Truth::kUnknown || b == Truth::kUnknown) return Truth::kUnknown;
    if (a == Truth::kNotApplicable) return b;
    return a;
}

/// One true makes it true, whatever is unknown.
constexpr Truth truth_or(Truth a, Truth b) {
    if (a == Truth::kTrue || b == Truth::kTrue) return Truth::kTrue;
    if (a == Truth::kUnknown || b == Truth::kUnknown) return Truth::kUnknown;
    if (a == Truth::kNotApplicable) return b;
    return a;
}

constexpr Truth truth_not(Truth a) {
    if (a == Truth::kFalse) return Truth::kTrue;
    if (a == Truth::kTrue) return Truth::kFalse;
    return a;
}

/// "met", "not_met", "unknown", "not_applicable": the words used in documents.
constexpr std::string_view to_word(Truth value) {
    switch (value) {
        case Truth::kFalse: return "not_met";
        case Truth::kTrue: return "met";
        case Truth::kUnknown: return "unknown";
        case Truth::kNotApplicable: return "not_applicable";
    }
    return "unknown";
}

}  // namespace schoolimp::inline v0
