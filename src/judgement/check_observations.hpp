// Observations against the framework that reads them.
#pragma once

#include <span>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

/// The issues of a part of the evidence, warnings among them when `least` is kWarning; pointers count from the start of the whole.
std::vector<Issue> check_observations(const Framework& framework, const Evidence& evidence, std::span<const Observation> part, Severity least);

}  // namespace schoolimp::inline v0
