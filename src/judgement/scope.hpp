// Whether a framework is for a school, and for a day.
#pragma once

#include <string>

#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

/// Why the framework's questions do not apply to the school, as a sentence; empty when they do, or its phase is not known.
std::string why_not_for(const Framework& framework, const School* school);

/// What the reader must know of the framework's dates, as a sentence; empty when the day lies within them.
std::string validity_note(const Framework& framework, const AsOf& as_of);

}  // namespace schoolimp::inline v0
