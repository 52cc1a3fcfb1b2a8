// Which levels a plan answers to, and which of the framework's offers and actions go with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

struct LevelsInForce {
    std::vector<PlanLevel> levels;   ///< One for each scale, in the order of the judgement rules.
    std::vector<OpenPoint> points;   ///< Questions the plan passes over because they are not settled.
};

/// The levels to act on. Several rules may answer on one scale (a main question and partial views beside it): a decided level comes before a suggested one,
/// an earlier rule before a later one. Fails when there is none at all.
Result<LevelsInForce> levels_in_force(const Framework& framework, const Judgement& judgement);

bool has_level(const std::vector<PlanLevel>& levels, std::string_view level);

/// True when one of `wanted` is in force, or when nothing is wanted.
bool concerns(const std::vector<std::string>& wanted, const std::vector<PlanLevel>& levels);

/// An action of the plan with the offer it comes from.
struct OfferedAction {
    const Offer* offer = nullptr;
    const Action* action = nullptr;
    Applies applies = Applies::kYes;
};

/// Offers for the levels whose condition is not false.
std::vector<const Offer*> offers_in_force(const Framework& framework, const Judgement& judgement, const std::vector<PlanLevel>& levels);

/// Their actions whose condition is not false, in the order of the framework.
std::vector<OfferedAction> actions_in_force(const std::vector<const Offer*>& offers, const Judgement& judgement);

}  // namespace schoolimp::inline v0::plan_detail
