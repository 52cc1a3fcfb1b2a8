// Types of the language, and the words for messages about them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

inline const Type kBooleanType{ValueType::kBoolean, -1, std::nullopt};
inline const Type kTextType{ValueType::kText, -1, std::nullopt};
inline const Type kDateType{ValueType::kDate, -1, std::nullopt};

inline Type number_type(std::optional<Unit> unit = std::nullopt) { return {ValueType::kNumber, -1, unit}; }

/// scale -1: a level of any scale.
inline Type level_type(int scale) { return {ValueType::kLevel, scale, std::nullopt}; }

/// "a number (percent)", "a condition", "a level of 'tier'", "a text", "a date".
std::string describe(const Type& type, const FrameworkDocument& document);

inline std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

}  // namespace schoolimp::inline v0
