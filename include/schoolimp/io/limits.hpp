// How much input a reader accepts. Documents may come from anywhere; nothing is read past these bounds.
#pragma once

#include <cstddef>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

struct ParseLimits {
    std::size_t max_bytes = std::size_t{16} << 20;       ///< Whole input.
    std::size_t max_depth = 64;                          ///< Objects and arrays inside each other; never more than kGreatestDepth.
    std::size_t max_elements = 2'000'000;                ///< Values of the whole document: members, items, rows times columns of a table.
    std::size_t max_string = std::size_t{4} << 20;       ///< Bytes of one string.
    std::size_t max_issues = 1000;                       ///< Issues reported; what is beyond is counted, not listed.

    static constexpr std::size_t kGreatestDepth = 512;
};

}  // namespace schoolimp::inline v0
