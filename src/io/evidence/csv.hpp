// Comma-separated tables as RFC 4180 describes them: quoted fields, doubled quotes, line ends CRLF or LF, line breaks inside quotes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/io/limits.hpp"

namespace schoolimp::inline v0 {

using CsvRow = std::vector<std::string>;

/// All records, the header among them; blank lines are left out of none but the end. Fails with the place as "row <n>" (the header is row 1) for an unclosed
/// quote, text after a closing quote, bytes that are not UTF-8 and for what passes the limits. A byte order mark is skipped.
Result<std::vector<CsvRow>> read_csv(std::string_view text, const ParseLimits& limits);

/// One record with its CRLF; fields are quoted only when they must be.
void append_csv_row(std::string& out, const CsvRow& fields);

}  // namespace schoolimp::inline v0
