// Evidence from a table of columns (Arrow) and as one: one observation a row.
#pragma once

#include <vector>

#include "schoolimp/arrow/table.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/io/limits.hpp"

namespace schoolimp::inline v0 {

/// The columns are those of parse_evidence_csv, in any order: school, indicator, period, group, value, missing, observed_on, recorded_at, source, cohort, lower, upper, note;
/// school and indicator must be there, and value or missing. Each may be text, a number, a boolean or date32, also as a dictionary, whatever comes closest; values are read
/// as if they stood in that table, a floating-point number as the shortest decimal that reads back as it. Null and NaN are no value; infinity, numbers
/// beyond a Decimal and schools with a fraction are refused. Issues name the row (counted from 0) and the column; unknown columns are reported in `warnings`.
Result<Evidence> read_evidence_table(const Table& table, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);

/// The evidence with a row for each observation, in its order, and all those columns: cohort of int64, observed_on and recorded_at of date32, the others of text, with null where there is
/// nothing. read_evidence_table gives the same evidence back; fails for a text it would give back as a number or a boolean. A table has no room for members the format does not know.
Result<Table> write_evidence_table(const Evidence& evidence);

}  // namespace schoolimp::inline v0
