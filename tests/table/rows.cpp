#include "table/rows.hpp"

#include <algorithm>

#include "expression/cell_name.hpp"
#include "expression/program_index.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::test {

namespace {

constexpr int kDaysBetweenObservations = 400;

ValueType type_of(const Indicator& indicator) {
    switch (indicator.type) {
        case IndicatorType::kBoolean: return ValueType::kBoolean;
        case IndicatorType::kLevel: return ValueType::kLevel;
        case IndicatorType::kText: return ValueType::kText;
        case IndicatorType::kDate: return ValueType::kDate;
        case IndicatorType::kNumber: break;
    }
    return ValueType::kNumber;
}

ValueType type_of(const Input& input, const Indicator* indicator) {
    switch (input.kind) {
        case InputKind::kIndicator: return type_of(*indicator);
        case InputKind::kObservedOn:
        case InputKind::kSchoolJoined: return ValueType::kDate;
        case InputKind::kSchoolPhase:
        case InputKind::kSchoolType: return ValueType::kText;
        default: return ValueType::kNumber;
    }
}

Cell cell_of(const Framework& framework, const Input& input) {
    Cell cell;
    cell.name = cell_name(framework.document(), framework.program(), input);
    cell.input = input;
    if (input.indicator >= 0) cell.indicator = &framework.document().indicators[static_cast<std::size_t>(input.indicator)];
    cell.type = type_of(input, cell.indicator);
    if (cell.type == ValueType::kLevel)
        for (const ScaleLevel& level : framework.find_scale(cell.indicator->scale)->levels) cell.levels.push_back(level.id);
    return cell;
}

bool ages(const Cell& cell) { return cell.is_own() && cell.indicator->max_age && (cell.input.shift == 0 || cell.indicator->period != PeriodKind::kPoint); }

}  // namespace

std::vector<Cell> cells_read_by(const Framework& framework) {
    std::vector<Cell> cells;
    const auto add = [&](const Input& input) {
        if (std::none_of(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.input == input; })) cells.push_back(cell_of(framework, input));
    };
    for (const Input& input : framework.program().inputs) add(input);
    for (std::size_t i = 0; i < framework.program().inputs.size(); ++i) {
        if (!ages(cells[i])) continue;
        Input date = cells[i].input;
        date.kind = InputKind::kObservedOn;
        add(date);
    }
    Input phase;
    phase.kind = InputKind::kSchoolPhase;
    if (!framework.document().applies_to.empty()) add(phase);
    return cells;
}

ObservedValue value_in(const Row& row, const std::string& cell) {
    const auto found = row.find(cell);
    return found == row.end() ? ObservedValue(MissingReason::kNotLoaded) : found->second;
}

RowMaker::RowMaker(const Framework& framework, const std::vector<Cell>& cells, std::mt19937& random) : cells_(cells), random_(random) {
    const Program& program = framework.program();
    texts_ = {"", "another text", "x"};
    for (const Constant& constant : program.constants) {
        if (const auto* number = std::get_if<Decimal>(&constant)) marks_.push_back(*number);
        if (const auto* text = std::get_if<std::string>(&constant)) texts_.push_back(*text);
    }
    for (const BandTable& table : program.bands)
        for (const Band& band : table.bands) {
            if (band.low) marks_.push_back(*band.low);
            if (band.high) marks_.push_back(*band.high);
        }
    if (marks_.empty()) marks_.emplace_back(1);
}

Decimal RowMaker::any_number(const Cell& cell) {
    const Decimal mark = marks_[static_cast<std::size_t>(pick(0, static_cast<int>(marks_.size()) - 1))];
    switch (pick(0, 11)) {
        case 0: return Decimal::make(pick(-200, 1100), 1).value();
        case 1: return Decimal::make(pick(0, 10000000), 6).value();
        case 2: return Decimal::make(std::int64_t{pick(1, 100)} * 1000000000 + pick(0, 99), 8).value();  // Finer than the millionths sums are counted in,
        case 3: return Decimal::make(std::int64_t{pick(-3, 3)} * 100000000 * 4 + pick(0, 99), pick(0, 2)).value();  // and greater.
        case 4: return Decimal(pick(-5, 13));
        case 5:
        case 6: return add(mark, Decimal::make(pick(-1, 1), std::min(cell.indicator != nullptr ? cell.indicator->precision.value_or(6) : 0, 6)).value()).value_or(mark);
        case 7: return add(mark, Decimal::make(pick(-9, 9), 1).value()).value_or(mark);
        default: return mark;
    }
}

Decimal RowMaker::number(const Cell& cell) {
    if (cell.input.kind == InputKind::kSchoolPupils) return Decimal(pick(0, 1500));
    const Indicator* bounds = cell.is_own() ? cell.indicator : nullptr;
    const auto is_within = [&](const Decimal& number) {
        return bounds == nullptr || ((!bounds->minimum || number >= *bounds->minimum) && (!bounds->maximum || number <= *bounds->maximum));
    };
    for (int i = 0; i < 100; ++i)
        if (const Decimal number = any_number(cell); is_within(number)) return number;
    return bounds->minimum ? *bounds->minimum : *bounds->maximum;
}

Date RowMaker::observed_on(const Cell& cell) {
    const int before = cell.indicator->period == PeriodKind::kPoint ? cell.input.shift * kDaysBetweenObservations : 0;
    const int spread = cell.indicator->period == PeriodKind::kPoint ? kDaysBetweenObservations - 1 : 1500;
    return kAsOf.valid - std::chrono::days{before + pick(0, spread)};
}

ObservedValue RowMaker::value(const Cell& cell) {
    switch (cell.type) {
        case ValueType::kNumber: return number(cell);
        case ValueType::kBoolean: return pick(0, 1) == 1;
        case ValueType::kLevel: return cell.levels[static_cast<std::size_t>(pick(0, static_cast<int>(cell.levels.size()) - 1))];
        case ValueType::kDate: return cell.is_date_of_observation() ? observed_on(cell) : *make_date(2015, 9, 1) + std::chrono::days{61 * pick(-12, 26)};
        case ValueType::kText: break;
    }
    if (cell.input.kind == InputKind::kSchoolPhase) return std::string(pick(0, 1) == 1 ? "primary" : word_of(static_cast<SchoolPhase>(pick(0, 7))));
    const std::size_t first = cell.input.kind == InputKind::kSchoolType ? 1 : 0;  // A school's type is not empty.
    return texts_[static_cast<std::size_t>(pick(static_cast<int>(first), static_cast<int>(texts_.size()) - 1))];
}

Row RowMaker::row(const Gaps& gaps) {
    Row row;
    for (const Cell& cell : cells_) {
        const int fate = pick(0, 99);
        const bool missing = fate < gaps.missing && !cell.is_date_of_observation();
        const bool not_applicable = fate >= 100 - gaps.not_applicable && cell.is_own();
        const auto reason = static_cast<MissingReason>(pick(2, 9));
        row[cell.name] = not_applicable ? MissingReason::kNotApplicable : missing ? (cell.is_own() ? reason : MissingReason::kNotLoaded) : value(cell);
    }
    for (const Cell& date : cells_) {  // What has a date has a value and the other way round; what is only dated is there.
        if (!date.is_date_of_observation()) continue;
        for (const Cell& own : cells_) {
            const bool same = own.is_own() && own.input.indicator == date.input.indicator && own.input.group == date.input.group && own.input.shift == date.input.shift;
            if (same && std::holds_alternative<MissingReason>(row[own.name])) row[date.name] = MissingReason::kNotLoaded;
        }
        const bool alone = std::none_of(cells_.begin(), cells_.end(), [&](const Cell& own) {
            return own.is_own() && own.input.indicator == date.input.indicator && own.input.group == date.input.group && own.input.shift == date.input.shift;
        });
        if (alone && pick(0, 99) < gaps.missing) row[date.name] = MissingReason::kNotLoaded;
    }
    return row;
}

}  // namespace schoolimp::test
