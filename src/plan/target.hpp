// The target of an objective: whether a value is of its kind, and whether it meets the target.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// What is measured. kWord: a text, or a level of a scale the objective does not know (of plans written before objectives knew theirs).
enum class TargetKind : std::uint8_t { kNone, kNumber, kLevel, kYesNo, kDate, kWord };

TargetKind kind_of_target(const Objective& objective);

/// True for a value of the objective's kind; always without a target.
bool is_readable(const Objective& objective, const std::string& value);

/// Whether the value meets the target; none when there is no target, or the value or the target cannot be read.
std::optional<bool> meets(const Objective& objective, const std::string& value);

/// True for a level further from the target than the baseline is.
bool is_worse_than_baseline(const Objective& objective, const std::string& value);

/// "a number", "one of finding.secure, finding.some_concern": what a value has to be.
std::string expected_words(const Objective& objective);

/// What a value may be nearly: the levels, or yes and no; empty for numbers.
std::vector<std::string> expected_values(const Objective& objective);

}  // namespace schoolimp::inline v0::plan_detail
