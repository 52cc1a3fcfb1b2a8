#include "expression/functions.hpp"

#include "expression/parser.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr FunctionInfo kFunctions[] = {
    {Function::kKnown, "known", "known(x)", 1, 1},
    {Function::kApplicable, "applicable", "applicable(x)", 1, 1},
    {Function::kOrElse, "or_else", "or_else(x, y)", 2, 2},
    {Function::kAtLeast, "at_least", "at_least(n, a, b, ...)", 2, kMaxOperands},
    {Function::kAtMost, "at_most", "at_most(n, a, b, ...)", 2, kMaxOperands},
    {Function::kExactly, "exactly", "exactly(n, a, b, ...)", 2, kMaxOperands},
    {Function::kCount, "count", "count(a, b, ...)", 1, kMaxOperands},
    {Function::kMin, "min", "min(a, b, ...)", 1, kMaxOperands},
    {Function::kMax, "max", "max(a, b, ...)", 1, kMaxOperands},
    {Function::kAbs, "abs", "abs(x)", 1, 1},
    {Function::kRound, "round", "round(x, places)", 2, 2},
    {Function::kPrior, "prior", "prior(e) or prior(e, n)", 1, 2},
    {Function::kChange, "change", "change(e) or change(e, n)", 1, 2},
    {Function::kEvery, "every", "every(n, e)", 2, 2},
    {Function::kYears, "years", "years(n, e)", 2, 2},
    {Function::kMean, "mean", "mean(n, e)", 2, 2},
    {Function::kNational, "national", "national(indicator)", 1, 1},
    {Function::kAny, "any", "any(dimension, e)", 2, 2},
    {Function::kAll, "all", "all(dimension, e)", 2, 2},
    {Function::kShare, "share", "share(dimension, e)", 2, 2},
    {Function::kObservedOn, "observed_on", "observed_on(indicator)", 1, 1},
    {Function::kMapLevel, "map_level", "map_level(crosswalk, x)", 2, 2},
    {Function::kDate, "date", "date('YYYY-MM-DD')", 1, 1},
    {Function::kRank, "rank", "rank(x) or rank(x, condition)", 1, 2},
    {Function::kPercentile, "percentile", "percentile(x) or percentile(x, condition)", 1, 2},
    {Function::kQuantile, "quantile", "quantile(x, q) or quantile(x, q, condition)", 2, 3},
    {Function::kMedian, "median", "median(x) or median(x, condition)", 1, 2},
};

}  // namespace

const FunctionInfo* find_function(std::string_view name) {
    for (const FunctionInfo& info : kFunctions)
        if (info.name == name) return &info;
    return nullptr;
}

std::vector<std::string> function_names() {
    std::vector<std::string> names;
    for (const FunctionInfo& info : kFunctions) names.emplace_back(info.name);
    return names;
}

}  // namespace schoolimp::inline v0
