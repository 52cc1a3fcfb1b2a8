// Sample inputs for the benchmarks: an invented primary school with three years of results, and a trust of such schools.
#pragma once

#include <string>
#include <vector>

#include "schoolimp/schoolimp.hpp"

namespace schoolimp_bench {

/// The ids of the built-in frameworks, in a fixed order for Arg(): benchmarks label themselves with the id.
const std::vector<std::string>& framework_ids();

/// A primary school's evidence for the academic years 2016/17 to 2018/19: results, absence, inspection grades; review findings are missing.
schoolimp::Evidence sample_evidence(int schools);

schoolimp::Trust sample_trust(int schools);

schoolimp::SchoolYear sample_school_year();

schoolimp::JudgeOptions sample_options();

/// Stops the benchmark program with the status's message when there is no value: inputs are fixed, so this is a programming error.
template <typename T>
T value_or_abort(schoolimp::Result<T> result);

[[noreturn]] void abort_with(const std::string& message);

template <typename T>
T value_or_abort(schoolimp::Result<T> result) {
    if (!result.ok()) abort_with(result.status().message());
    return std::move(result).value();
}

}  // namespace schoolimp_bench
