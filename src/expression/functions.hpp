// The functions of the language: names and numbers of arguments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

enum class Function : std::uint8_t {
    kKnown,
    kApplicable,
    kOrElse,
    kAtLeast,
    kAtMost,
    kExactly,
    kCount,
    kMin,
    kMax,
    kAbs,
    kRound,
    kPrior,
    kChange,
    kEvery,
    kYears,
    kMean,
    kNational,
    kAny,
    kAll,
    kShare,
    kObservedOn,
    kMapLevel,
    kDate,
    kRank,
    kPercentile,
    kQuantile,
    kMedian,
};

struct FunctionInfo {
    Function function;
    std::string_view name;
    std::string_view usage;  ///< As in the reference: "prior(e) or prior(e, n)".
    std::size_t least = 1;   ///< Numbers of arguments.
    std::size_t most = 1;
};

/// Null when there is no such function.
const FunctionInfo* find_function(std::string_view name);

std::vector<std::string> function_names();

/// The largest whole number a function takes as a count, a number of places or of periods.
inline constexpr int kMaxCount = 20;

/// The furthest an expression may look back, all shifts together.
inline constexpr int kMaxReach = 40;

}  // namespace schoolimp::inline v0
