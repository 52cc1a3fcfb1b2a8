// Checking a document of any kind without using it.
#pragma once

#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/io/limits.hpp"

namespace schoolimp::inline v0 {

/// All issues of a document of a kind (as schema_kinds() names them): the errors its reader finds, or the warnings of one that can be used. Frameworks are compiled
/// and school years checked as well. Fails with kNotFound, and the kinds there are, for another kind.
Result<std::vector<Issue>> check_document(std::string_view kind, std::string_view text, const ParseLimits& limits = {});

/// The same without compiling and checking dates: what a JSON Schema can see, and whatever else the reader itself finds.
Result<std::vector<Issue>> check_document_structure(std::string_view kind, std::string_view text, const ParseLimits& limits = {});

}  // namespace schoolimp::inline v0
