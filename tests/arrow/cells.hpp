// Tables as texts, to be compared.
#pragma once

#include <string>
#include <vector>

#include "arrow/hand_made.hpp"
#include "arrow/table_data.hpp"
#include "schoolimp/arrow/table.hpp"

namespace schoolimp::arrow_tests {

using Cells = std::vector<std::string>;

/// The value of a row: "null", "1.5", "true", a text, "1250 / 10^2" for a decimal, the number of days for a date.
std::string cell(const Column& column, std::int64_t row);

/// All rows of a column, over all chunks.
Cells cells_of(const Table& table, std::size_t column);

/// A table of one column made by hand, through from_array.
Result<Table> import_column(const Node& column, Tally& tally);
Result<Table> import_table(const Node& table, Tally& tally);
Result<Table> import_chunks(const Node& schema, std::vector<Node> chunks, Tally& tally, int error = 0, const char* text = nullptr);

/// Codes and places of the issues: "bad_length at column 'x'".
Cells issues_of(const Result<Table>& result);

}  // namespace schoolimp::arrow_tests
