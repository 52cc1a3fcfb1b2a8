// Troubles: the criteria that are not as they should be, those that ask for the same thing taken together.
#pragma once

#include <vector>

#include "plan/gap.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// One thing that has to become true. Meeting what `strongest` asks meets what every criterion asks.
struct Trouble {
    std::vector<const Criterion*> criteria;  ///< In the order of the framework.
    const Criterion* strongest = nullptr;    ///< The one that asks most; the first of equals.
    std::vector<Gap> gaps;                   ///< What it asks; empty when that cannot be said in comparisons.
};

/// Every criterion with `desired` whose result is the opposite, each in one trouble; in the order of their first criteria.
std::vector<Trouble> find_troubles(const Framework& framework, const Judgement& judgement);

}  // namespace schoolimp::inline v0::plan_detail
