// What a revision changed, in sentences.
#pragma once

#include <string>
#include <vector>

#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// What came, went and moved between two states of one plan; not empty when they differ.
std::vector<std::string> describe_changes(const Framework& framework, const Plan& before, const Plan& after);

}  // namespace schoolimp::inline v0::plan_detail
