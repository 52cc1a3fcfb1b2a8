// Evidence as JSON ("schoolimp/evidence/1") and as a tidy table (CSV).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"

namespace schoolimp::inline v0 {

/// Reads evidence. Numbers stay exact decimals, texts stay texts (the date of a date indicator is an ISO date as text). Fails with every issue found.
/// Members the format does not know are kept and, when `warnings` are asked for, reported there.
Result<Evidence> parse_evidence(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);

/// The evidence in its own order: the same set gives the same bytes.
std::string write_evidence(const Evidence& evidence, JsonStyle style = JsonStyle::kPretty);

/// Reads a comma-separated table (RFC 4180) with one observation a row. Columns, in any order: school, indicator, period, group, value, missing,
/// observed_on, recorded_at, source, cohort, lower, upper, note; school and indicator must be there. A value that is a decimal number is a number, true and false
/// are booleans, everything else is text. Issues name row (the header is row 1) and column. Unknown columns are reported in `warnings`.
Result<Evidence> parse_evidence_csv(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);

/// The same table: all columns, CRLF line ends. Fails for a text that the table would give back as a number or a boolean. A table has no room for members the
/// format does not know.
Result<std::string> write_evidence_csv(const Evidence& evidence);

}  // namespace schoolimp::inline v0
