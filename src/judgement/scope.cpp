#include "judgement/scope.hpp"

#include <algorithm>

#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0 {

std::string why_not_for(const Framework& framework, const School* school) {
    const std::vector<SchoolPhase>& phases = framework.document().applies_to;
    if (phases.empty() || school == nullptr || school->phase.empty()) return {};
    std::string words;
    for (const SchoolPhase phase : phases) {
        if (word_of(phase) == school->phase) return {};
        words += (words.empty() ? "" : ", ") + std::string(word_of(phase));
    }
    return "The framework is for schools of these phases: " + words + "; the phase of this one is " + school->phase + ".";
}

std::string validity_note(const Framework& framework, const AsOf& as_of) {
    const FrameworkDocument& document = framework.document();
    const auto day = [&] { return "; this judgement is as of " + to_string(as_of.valid) + "."; };
    if (document.valid_from && as_of.valid < *document.valid_from) return "The framework is valid from " + to_string(*document.valid_from) + day();
    if (document.valid_to && *document.valid_to < as_of.valid) return "The framework was valid until " + to_string(*document.valid_to) + day();
    return {};
}

}  // namespace schoolimp::inline v0
