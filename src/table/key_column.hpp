// The schools' ids, as the table has them.
#pragma once

#include <string>
#include <vector>

#include "table/block_loader.hpp"
#include "table/table_parts.hpp"

namespace schoolimp::inline v0 {

/// Of a row of the table; its number when there is no key column, empty where that has no value.
std::string key_of(const TableJudgement::Parts& parts, const Block& block, std::int64_t row);

/// Of all rows.
std::vector<std::string> all_keys(const TableJudgement::Parts& parts);

}  // namespace schoolimp::inline v0
