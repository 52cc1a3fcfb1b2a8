// Which of several questions on one scale speaks for it.
#pragma once

#include <string_view>

#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

/// A framework may ask several questions on one scale (a main one and partial views beside it). The one that people have decided speaks for the scale, else the
/// first with a suggestion, else the first asked; null when the judgement answers none of them. The later decided one never overrules an earlier decided one.
const JudgementRule* governing_rule(const FrameworkDocument& document, const Judgement& judgement, std::string_view scale);

}  // namespace schoolimp::inline v0
