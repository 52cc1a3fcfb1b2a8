// What a cell of evidence is called in tables: the way the framework language writes it.
#pragma once

#include <string>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// "ks2.rwm_expected", "ks2.progress['maths']", "prior(absence.overall, 2)", "national(ks2.rwm_expected)", "observed_on(inspection.grade)", "school.phase".
std::string cell_name(const FrameworkDocument& document, const Input& input);

}  // namespace schoolimp::inline v0
