// The built-in documents read anew at every call: for the C interface, which keeps nothing between calls.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

Result<Framework> compile_builtin_framework(std::string_view id, std::string_view edition);
Benchmarks read_builtin_benchmarks();
std::vector<std::string> list_schema_kinds();

}  // namespace schoolimp::inline v0
