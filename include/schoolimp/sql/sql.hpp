// A framework's judgement as one SQL query, for those who judge inside their database. docs/sql.md says what the table looks like and what is promised.
#pragma once

#include <string>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

struct SqlOptions {
    std::string table = "cells";  ///< The table or view: one row for each school, one column for each cell, named as the framework language writes it.
    std::string schema;           ///< Schema of the table; empty: the database's own choice.
    std::string key = "urn";      ///< The column that names the school; carried through as it is.

    /// Decimal places numbers are read to, 0 to 9; more are rounded away (halves away from zero). Numbers of up to 10^(15 - places) can be read.
    int places = 6;

    /// Cells that have a companion column "<cell>:missing", in which the word not_applicable says that there is no such value for the school.
    /// Only an indicator's own values and their dates can have one.
    std::vector<std::string> missing_columns;
    bool all_missing_columns = false;  ///< All cells that can have one do.

    /// Writes "as materialized" behind each step, without which SQLite and PostgreSQL would put the steps into one another until the query is too large.
    /// For databases that do not know the words (SQL Server).
    bool materialized = true;
};

/// The query gives for each row: the key; for each judgement "judgement:<id>", the suggested level's id (null when the evidence does not settle it) and
/// "judgement:<id>:not_applicable" (1 or 0); for each criterion "criterion:<id>" with the word met, not_met, unknown or not_applicable; and "unreadable", how many
/// cells and results of the row the query cannot hold: it counts them as unknown, and where it is not 0 the row is for the library to judge.
///
/// The levels still possible are not part of it. Null is unknown. Rows come in no particular order, the query ends without a semicolon, and the same
/// framework and options give the same text.
///
/// kInvalidArgument: options that cannot be. kUnimplemented: something in the framework that portable SQL cannot say exactly; every such expression is named.
Result<std::string> to_sql(const Framework& framework, const SqlOptions& options = {});

}  // namespace schoolimp::inline v0
