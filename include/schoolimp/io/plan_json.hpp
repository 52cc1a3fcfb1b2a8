// Support plans as JSON ("schoolimp/plan/1").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0 {

/// Reads a plan back as it was written, with its record. Fails with every issue found. Members the format does not know are kept and, when `warnings` are
/// asked for, reported there.
Result<Plan> parse_plan(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);

std::string write_plan(const Plan& plan, JsonStyle style = JsonStyle::kPretty);

}  // namespace schoolimp::inline v0
