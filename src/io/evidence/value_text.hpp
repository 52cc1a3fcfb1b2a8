// A value of a column as the text evidence documents write it with.
#pragma once

#include <cstdint>
#include <string>

#include "arrow/column.hpp"
#include "arrow/table_data.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Text, numbers, booleans, date32, columns of nulls, and dictionaries of these.
bool has_value_text(const Field& field);
/// Why has_value_text does not hold.
Issue unreadable(const Field& field);

/// Numbers that can have a fraction.
bool is_floating(const Column& column);

/// Numbers without exponent, a floating-point one as the shortest decimal that reads back as it; `true` and `false`; dates as YYYY-MM-DD. Empty for null and NaN. Fails, with an
/// issue that has no place, for numbers no Decimal holds and for text that is no UTF-8.
Result<std::string> value_text(const Column& column, std::int64_t row);

}  // namespace schoolimp::inline v0
