// Binding: which column of a table each cell of a framework is read from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "columnar/leaves.hpp"
#include "columnar/number_format.hpp"
#include "judgement/population.hpp"
#include "schoolimp/arrow/table.hpp"
#include "schoolimp/table/judge_table.hpp"

namespace schoolimp::inline v0 {

/// Where one cell is read.
struct BoundCell {
    std::string name;  ///< Of the cell.
    ValueType type = ValueType::kNumber;
    int column = -1;   ///< Of the table; -1: none.
    int reasons = -1;  ///< Column with the reasons for missing values; -1: none.
    std::optional<Value> constant;
    NumberFormat format;
    std::vector<std::string> words;  ///< Levels by rank, or texts by token.
    bool any_word = false;           ///< A text may be another word than these.
    std::optional<Decimal> minimum, maximum;
    std::shared_ptr<const PopulationFigures> figures;  ///< Of a population function, worked out from the table.

    bool is_number() const { return type == ValueType::kNumber || type == ValueType::kDate; }
};

struct Binding {
    /// Those of the program's inputs first, by input; then dates of ageing observations, and the school's phase, where the program does not read them.
    std::vector<BoundCell> cells;

    /// An observation of which the date is read too, or counts: there is no date without the value, and none of both when it is too old.
    struct Observed {
        int value, date;
        std::optional<Date> oldest;  ///< The first day that counts.
    };
    std::vector<Observed> observed;
    int phase = -1;  ///< Cell with the school's phase, when the framework is for some phases only.
    int key = -1;    ///< Column of the table; -1: none.
    std::vector<std::string> absent;
};

Result<Binding> bind(const Framework& framework, const Table& table, const TableOptions& options);

/// What the table has of each input of the program.
std::vector<InputColumn> input_columns(const Binding& binding, std::size_t inputs);

}  // namespace schoolimp::inline v0
