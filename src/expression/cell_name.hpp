// What a cell of evidence is called in tables: the way the framework language writes it.
#pragma once

#include <string>

#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// "ks2.rwm_expected", "ks2.progress['maths']", "prior(absence.overall, 2)", "national(ks2.rwm_expected)", "observed_on(inspection.grade)", "school.phase".
/// A population function by its own text: "rank(ks2.rwm_expected)", "prior(rank(ks2.rwm_expected))".
std::string cell_name(const FrameworkDocument& document, const Program& program, const Input& input);

/// The same for an input that is no population function.
std::string cell_name(const FrameworkDocument& document, const Input& input);

}  // namespace schoolimp::inline v0
