// National figures as JSON ("schoolimp/benchmarks/1").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::inline v0 {

/// Fails with every issue found, among them two values for one cell. Members the format does not know are kept and, when `warnings` are asked
/// for, reported there.
Result<Benchmarks> parse_benchmarks(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);

std::string write_benchmarks(const Benchmarks& benchmarks, JsonStyle style = JsonStyle::kPretty);

}  // namespace schoolimp::inline v0
