// Nodes of a program as text, to compare with what is expected.
#pragma once

#include <string>

#include "expression/program.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::test {

/// (less pct@1 50) and the like: inputs with their group in brackets and their shift after @, levels as scale.level, payloads after the name as in (at_least:2
/// ...).
std::string dump(const Framework& framework, int node);

/// The dump of one expression, compiled as the measure `probe` of the sample document; "error: ..." when it does not compile.
std::string lowered(const std::string& expression);

}  // namespace schoolimp::test
