// Cells of evidence a framework reads, rows of values for them, and the evidence that says the same as a row.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "expression/program.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::test {

/// All tests judge as of this day.
inline const AsOf kAsOf{*make_date(2019, 12, 31), *make_date(2019, 12, 31), std::nullopt};

struct Cell {
    std::string name;  ///< As columns are named.
    Input input;
    ValueType type = ValueType::kNumber;
    const Indicator* indicator = nullptr;  ///< Of the framework's document.
    std::vector<std::string> levels;

    bool is_own() const { return input.kind == InputKind::kIndicator; }
    bool is_date_of_observation() const { return input.kind == InputKind::kObservedOn; }
};

/// What the program reads, the dates observations age by, and the phase a framework may be limited to. The framework must outlive the cells.
std::vector<Cell> cells_read_by(const Framework& framework);

/// By name of the cell; cells that are not there have not been loaded.
using Row = std::map<std::string, ObservedValue>;
ObservedValue value_in(const Row& row, const std::string& cell);

struct Gaps {
    int missing = 25, not_applicable = 10;  ///< Of a hundred.
};

/// Random rows of values around the numbers a framework compares with.
class RowMaker {
public:
    RowMaker(const Framework& framework, const std::vector<Cell>& cells, std::mt19937& random);
    Row row(const Gaps& gaps);
    ObservedValue value(const Cell& cell);

private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    Decimal number(const Cell& cell);
    Decimal any_number(const Cell& cell);
    Date observed_on(const Cell& cell);

    const std::vector<Cell>& cells_;
    std::mt19937& random_;
    std::vector<Decimal> marks_;
    std::vector<std::string> texts_;
};

/// judge() on the evidence that says what the row says, for the school `key`.
Result<Judgement> judge_row(const Framework& framework, const std::vector<Cell>& cells, const Row& row, const std::string& key, int search_limit = 20000);

}  // namespace schoolimp::test
