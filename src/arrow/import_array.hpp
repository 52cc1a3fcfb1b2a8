// From an array to the columns of one chunk, all bounds checked first.
#pragma once

#include <memory>
#include <vector>

#include "arrow/issues.hpp"
#include "arrow/table_data.hpp"

namespace schoolimp::inline v0 {

/// The most elements an array can have: byte counts of any type stay within 64 bits.
inline constexpr std::int64_t kMostElements = INT64_MAX / 64;
inline constexpr std::int64_t kOnlyChunk = -1;

/// A chunk around `source`, which stays where it is as long as `memory` lives. `number` is that of the chunk in its stream, kOnlyChunk without one.
/// What is wrong goes to `issues`; then the chunk is of no use.
Chunk read_chunk(const ArrowArray& source, const std::vector<Field>& fields, std::int64_t number, std::shared_ptr<const void> memory,
                 std::vector<Issue>& issues);

}  // namespace schoolimp::inline v0
