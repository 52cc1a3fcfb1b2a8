// The values of a table as texts, for readers of tables that are not yet evidence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/arrow/table.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// The values of a column by row as evidence documents write them: numbers exactly and without exponent, `true` and `false`, dates as YYYY-MM-DD; none for null and NaN. Fails when
/// the table has no such column, when its type is none evidence has (a list, a timestamp ...), for numbers no Decimal holds and for text that is no UTF-8. Issues name the row,
/// counted from 0, and the column.
Result<std::vector<std::optional<std::string>>> column_texts(const Table& table, std::string_view column);

}  // namespace schoolimp::inline v0
