// Values as canonical text.
#pragma once

#include <string>

#include "expression/evaluate.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

/// The text of an observed value: levels by their id; empty when it is missing.
std::string observed_text(const ObservedValue& value);

/// Level id of a rank of the program's scale.
const std::string& level_id(const Framework& framework, int scale, int rank);

/// The text of a node's value: levels as "scale.level"; empty when it has none.
std::string value_text(const Framework& framework, const TextTable& texts, const Type& type, const Value& value);

}  // namespace schoolimp::inline v0
