// Objectives: what has to become true, taken from the criteria that are not as they should be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/troubles.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// How a criterion stands against what is desired of it.
enum class Standing : std::uint8_t { kAsDesired, kOpposite, kUnknown, kNotApplicable };

/// The result of a criterion in a judgement; null when the judgement does not hold it.
const CriterionResult* find_result(const Judgement& judgement, std::string_view criterion);

Standing standing_of(const Criterion& criterion, const Judgement& judgement);

std::string objective_id(const Criterion& criterion);

/// The objective for a trouble, with the id of its first criterion. `baseline` (may be null) stands instead of the judgement's value: the one the objective was set with.
Objective make_objective(const Framework& framework, const Trouble& trouble, Date due, const std::string* baseline = nullptr);

/// Words for the success measure of an objective with the baseline, comparator and target people gave it.
std::string success_words(const Framework& framework, const Criterion& criterion, const Objective& objective);

/// One objective for every trouble, in the order of the framework.
std::vector<Objective> make_objectives(const Framework& framework, const Judgement& judgement, Date due);

/// Ids of the criteria an objective answers: its own and those taken together with it.
std::vector<std::string> criteria_of(const Objective& objective);

/// Fills `objectives` of the framework's actions: those that answer the criteria an action names; else those of its domains; else all.
/// Withdrawn objectives are left out.
void link_actions(const Framework& framework, Plan& plan);

}  // namespace schoolimp::inline v0::plan_detail
