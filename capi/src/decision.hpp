// Decisions of people, in and out.
#pragma once

#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp_c.h"

namespace schoolimp::c {

/// As given, with a school.
Decision decision_of(const schoolimp_decision* given);
/// What is not given is taken from the judgement it is about.
Decision decision_on(const Judgement& judgement, const schoolimp_decision* given);

/// Fills a structure of the caller with texts borrowed from `decision`.
void write_decision(schoolimp_decision* out, const Decision& decision);

}  // namespace schoolimp::c
