// Which activities apply to which school: by level in force and by condition.
#pragma once

#include <string>

#include "schoolimp/framework/document.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0::calendar_detail {

/// kTentative: rests on a level suggested, not decided.
enum class Applies { kNo, kYes, kTentative, kLevelNotKnown, kConditionNotKnown };

/// `judgement` may be null: none was given for the school.
Applies applies_to(const Activity& activity, const FrameworkDocument& document, const Judgement* judgement);

/// The levels of an activity in words: "Tier 1 or Tier 2".
std::string level_titles(const Activity& activity, const FrameworkDocument& document);

}  // namespace schoolimp::inline v0::calendar_detail
