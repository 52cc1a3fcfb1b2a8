// Observations as rows of text fields: what a comma-separated table and a table of columns have in common.
#pragma once

#include <cstddef>
#include <vector>

#include "io/evidence/csv.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/io/limits.hpp"

namespace schoolimp::inline v0 {

/// Where the rows are from, for issues.
struct RowNames {
    const char* header;     ///< What names the columns: "row 1", or nothing.
    std::size_t first_row;  ///< Number of the first row after the header.
};

/// The names of all columns, then a row for each observation in the order of the evidence. Fails for what rows would not give back as it is.
Result<std::vector<CsvRow>> write_evidence_rows(const Evidence& evidence);

/// The first row names the columns; each further row is an observation, or blank.
Result<Evidence> read_evidence_rows(const std::vector<CsvRow>& rows, const RowNames& names, const ParseLimits& limits, std::vector<Issue>* warnings);

}  // namespace schoolimp::inline v0
