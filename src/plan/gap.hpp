// The gap between a criterion as it is and as it should be: the one comparison that has to turn out the other way.
#pragma once

#include <optional>
#include <string>

#include "expression/ast.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// What has to change, as a comparison of one value with a target.
struct Gap {
    std::string measured_by;  ///< Indicator or measure id, or the expression that is compared.
    std::string baseline;
    std::string comparator;
    std::string target;
    bool national = false;  ///< The target is the national figure.
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// The gap when turning a single comparison alone would bring the criterion to `desired`; none when several would have to turn, when there is a choice,
/// or when the criterion is not made of comparisons alone.
std::optional<Gap> gap_of(const Criterion& criterion, const CriterionResult& result);

/// The gap in words: "Overall absence: from 6.4 to at most 5.2 percent".
std::string gap_words(const Framework& framework, const Criterion& criterion, const Gap& gap);

}  // namespace schoolimp::inline v0::plan_detail
