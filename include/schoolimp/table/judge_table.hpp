// Judging tables: every row a school, every column a cell of evidence. The answers are those of judge(), row by row, at the speed of columns.
//
//     Result<TableJudgement> judged = judge_table(framework, table, {.as_of = {day, day}});
//     judged->suggested(0)[row]   // place of the level in its scale's list, or -1
//     judged->explain(row)        // the whole judgement of that row, with its reasons
//
// A column has the name of its cell as the framework language writes it: "ks2.rwm_expected", "prior(absence.overall)", "ks2.progress['maths']",
// "national(ks2.rwm_expected)", "observed_on(inspection.grade)", "school.phase"; or any name, given in TableOptions::columns. A cell without a column is unknown for every school,
// a null is unknown, and so is NaN. Columns may be:
//   a number    float64, float32, any integer, decimal128. A floating-point number stands for the shortest decimal that reads back as it.
//   a level     utf8, large_utf8, utf8_view or a dictionary of these: ids of its scale's levels
//   a text      the same
//   a condition bool
//   a date      date32
// Why a value is missing may stand beside it, in a text column "<column>:missing" with the words of evidence documents; "not_applicable" makes the
// cell not applicable, every other word leaves it unknown.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "schoolimp/arrow/table.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

struct TableOptions {
    AsOf as_of;                                      ///< Of all rows. The values are taken to be those of that day; only ages of observations are counted from it.
    std::map<std::string, std::string> columns;      ///< Cell to column, where they have not the same name.
    std::map<std::string, ObservedValue> constants;  ///< Cells that are the same for every school, such as national figures.
    std::string key;                                 ///< Column with the schools' ids, text or whole numbers; empty: none, and rows are named by their number.
    int threads = 1;                                 ///< 1 to 1024. The answers do not depend on it.
    int search_limit = 20000;                        ///< As JudgeOptions::search_limit, for each row that has to be searched.
    /// Called from the calling thread now and then, with the rows done and all rows. Returning false stops the run: kCancelled.
    std::function<bool(std::int64_t done, std::int64_t rows)> progress;
};

/// Bits of TableJudgement::states.
enum class RowState : std::uint8_t {
    kNotApplicable = 1,  ///< The question does not apply to the school.
    kOnlyPossible = 2,   ///< The evidence does not give the level suggested, but whatever is missing turns out to be, it will.
    kNotExact = 4,       ///< The search for possible levels stopped at its limit: there may be fewer.
    kFailed = 8,         ///< The row contradicts the framework; it has no answers. failures() says why.
};

/// What judging a table gave. Immutable; copies share it.
class TableJudgement {
public:
    struct Parts;  // src/table/table_parts.hpp
    explicit TableJudgement(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

    std::int64_t rows() const;
    const Framework& framework() const;

    /// Of a judgement rule, by its place in the framework's list: for each row the place of the suggested level in its scale's list, or -1.
    std::span<const std::int8_t> suggested(std::size_t judgement) const;
    /// For each row the possible levels: bit i is the i-th level in the scale's list.
    std::span<const std::uint64_t> possible(std::size_t judgement) const;
    /// For each row the bits of RowState.
    std::span<const std::uint8_t> states(std::size_t judgement) const;

    /// Words of 64 bits a row's criteria take.
    std::size_t criteria_words() const;
    /// Criteria met, not met and unknown; the others are not applicable. Row r has the words from r * criteria_words(); criterion i is bit i % 64 of word i / 64.
    std::span<const std::uint64_t> met() const;
    std::span<const std::uint64_t> not_met() const;
    std::span<const std::uint64_t> unknown() const;

    /// Number of rows that failed, and the issues of the first ones, "row 12, column 'x'"; both kinds in the order of rows.
    std::int64_t failed() const;
    const std::vector<Issue>& failures() const;
    /// Cells the table has no column for: they were unknown for every school.
    const std::vector<std::string>& absent() const;
    /// Rows whose possible levels had to be searched one by one, and how many searches that took.
    std::int64_t searched_rows() const;
    std::int64_t searches() const;

    /// The judgement of one row with all reasons, made anew from the table. Fails for a row that failed.
    Result<Judgement> explain(std::int64_t row) const;

    /// As columns: the key, and for each judgement `<id>` (a dictionary of level ids, null where none is suggested), `<id>.possible`, `<id>.state`; `criteria.met`,
    /// `criteria.not_met` and `criteria.unknown` (uint64; further words as `criteria.met.1` ...), and how many of each in `criteria.met.count` ...
    Table to_table() const;

    const Parts& parts() const { return *parts_; }

private:
    std::shared_ptr<const Parts> parts_;
};

/// The cells a framework reads, named as columns are, in the order it reads them; with `observed_on(...)` of indicators whose observations age, and the school's phase when the
/// framework is for some phases only.
std::vector<std::string> cells_of(const Framework& framework);

/// Judges every row. Fails with all issues when columns do not fit the framework: an unknown name, a wrong type, none of its cells. A row that contradicts the framework (a number out
/// of its bounds, a level not in its scale) fails by itself.
Result<TableJudgement> judge_table(const Framework& framework, const Table& table, const TableOptions& options);

}  // namespace schoolimp::inline v0
