// The gap between a criterion as it is and as it should be: the comparisons that have to turn out the other way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "expression/ast.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0::plan_detail {

/// What has to change, as a comparison of one value with a target.
struct Gap {
    std::string measured_by;  ///< Indicator or measure id, or the expression that is compared.
    std::string baseline;
    std::string comparator;
    std::string target;
    bool national = false;    ///< The target is the national figure.
    std::string scale;        ///< Of levels; empty for other values.
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// All comparisons that have to turn to bring the criterion to `desired`; none when there is a choice between several, when a part is not known,
/// or when the criterion is not made of comparisons alone. On a scale with a quality order a bad level is left upwards: at least the next better one.
std::vector<Gap> gaps_of(const Framework& framework, const Criterion& criterion, const CriterionResult& result);

/// The gap when turning a single comparison alone would bring the criterion to `desired`; none when several would have to turn.
std::optional<Gap> gap_of(const Framework& framework, const Criterion& criterion, const CriterionResult& result);

/// True when meeting the target of `strong` always meets that of `weak`.
bool implies(const Framework& framework, const Gap& strong, const Gap& weak);

/// The gap in words: "Overall absence: from 6.4 to at most 5.2 percent".
std::string gap_words(const Framework& framework, const Criterion& criterion, const Gap& gap);

/// Several gaps in words, each to its target: "Teaching: to 'secure'; Behaviour: to 'secure'".
std::string gaps_words(const Framework& framework, const Criterion& criterion, std::vector<Gap> gaps);

/// The value of `measured_by` in a criterion's comparisons; none when it was not compared or is not known.
std::optional<std::string> measured_value(const CriterionResult& result, const std::string& measured_by);

}  // namespace schoolimp::inline v0::plan_detail
