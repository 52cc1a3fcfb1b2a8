// Memory that fails when a test wants it to: the program's operator new, which the library calls too.
#pragma once

#include <cstdint>

namespace schoolimp_c_tests {

enum class Failing { kOne, kAllFrom };  ///< The n-th allocation alone, or all from the n-th on.

/// From now on the n-th allocation (counted from 1) fails.
void fail_allocation(std::int64_t n, Failing which);
/// Ends that; whether one has failed.
bool stop_failing();
/// Allocations since fail_allocation.
std::int64_t allocations();
/// Blocks allocated and not given back.
std::int64_t live_blocks();

}  // namespace schoolimp_c_tests
