#include "table/binding.hpp"

#include <algorithm>
#include <set>

#include "arrow/table_data.hpp"
#include "expression/cell_name.hpp"
#include "expression/program_index.hpp"
#include "judgement/bounds.hpp"
#include "judgement/cells.hpp"
#include "schoolimp/core/suggestion.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr const char* kReasonSuffix = ":missing";

bool is_number_type(ColumnType type) {
    return is_integer(type) || type == ColumnType::kFloat32 || type == ColumnType::kFloat64 || type == ColumnType::kDecimal128;
}

/// The type of what is read: of a dictionary, that of its values.
ColumnType value_type(const Field& field) { return field.dictionary_type.value_or(field.type); }

bool fits(ValueType wanted, const Field& field) {
    const ColumnType type = value_type(field);
    if (field.type == ColumnType::kNull) return true;
    switch (wanted) {
        case ValueType::kNumber: return is_number_type(type) && (type != ColumnType::kDecimal128 || field.places <= Decimal::kMaxPlaces);
        case ValueType::kBoolean: return type == ColumnType::kBoolean && !field.dictionary_type;
        case ValueType::kDate: return type == ColumnType::kDate32 && !field.dictionary_type;
        case ValueType::kLevel:
        case ValueType::kText: return is_text(type);
    }
    return false;
}

const char* wanted_words(ValueType type) {
    switch (type) {
        case ValueType::kNumber: return "a number: float64, float32, an integer or decimal128 with at most 18 places";
        case ValueType::kBoolean: return "a condition: bool";
        case ValueType::kDate: return "a date: date32";
        case ValueType::kLevel: return "a level: text or a dictionary of texts";
        case ValueType::kText: break;
    }
    return "a text: text or a dictionary of texts";
}

NumberFormat format_of(const Field& field) {
    switch (value_type(field)) {
        case ColumnType::kFloat64: return {NumberFormat::Kind::kDouble, 0};
        case ColumnType::kFloat32: return {NumberFormat::Kind::kFloat, 0};
        case ColumnType::kDecimal128: return {NumberFormat::Kind::kScaled, std::max(0, field.places)};
        default: return {NumberFormat::Kind::kScaled, 0};
    }
}

class Binder {
public:
    Binder(const Framework& framework, const Table& table, const TableOptions& options)
        : framework_(framework), program_(framework.program()), table_(data_of(table)), options_(options) {}

    Result<Binding> run() {
        for (std::size_t i = 0; i < program_.inputs.size(); ++i) result_.cells.push_back(cell_of(static_cast<int>(i)));
        add_dates();
        add_phase();
        for (BoundCell& cell : result_.cells) bind_cell(cell);
        check_dates_of_constants();
        check_options();
        if (issues_.empty() && !any_bound_) report("", "no_cells", "the table has none of the framework's cells", "name columns as the framework names its cells, or say which column a cell has");
        if (!issues_.empty()) return invalid_document("table for framework '" + framework_.id() + "'", std::move(issues_));
        return std::move(result_);
    }

private:
    void report(std::string pointer, const char* code, std::string message, std::string hint) {
        issues_.push_back({std::move(pointer), code, std::move(message), std::move(hint), Severity::kError});
    }

    const Indicator& indicator(int position) const { return framework_.document().indicators[static_cast<std::size_t>(position)]; }

    BoundCell cell_of(int position) const {
        const Input& input = program_.inputs[static_cast<std::size_t>(position)];
        const auto nodes = framework_.program_index().nodes_of_input(position);
        const Type type = nodes.empty() ? Type{} : program_.nodes[static_cast<std::size_t>(nodes.front())].type;
        BoundCell cell;
        cell.name = cell_name(framework_.document(), program_, input);
        cell.type = type.value;
        if (type.value == ValueType::kText) cell.words.assign(framework_.program_index().texts().begin(), framework_.program_index().texts().end());
        cell.any_word = type.value == ValueType::kText;
        if (type.value == ValueType::kLevel) cell.words = levels_by_rank(type.scale);
        if (input.kind == InputKind::kIndicator && type.value == ValueType::kNumber) {
            cell.minimum = indicator(input.indicator).minimum;
            cell.maximum = indicator(input.indicator).maximum;
        }
        return cell;
    }

    std::vector<std::string> levels_by_rank(int scale) const {
        const auto place = static_cast<std::size_t>(scale);
        const std::vector<ScaleLevel>& levels = framework_.document().scales[place].levels;
        std::vector<std::string> words;
        for (int rank = 0; rank < static_cast<int>(levels.size()); ++rank)
            words.push_back(levels[static_cast<std::size_t>(program_.scales[place].position_of(rank))].id);
        return words;
    }

    /// Observations age by the dates of the table, also where the program does not ask for them.
    void add_dates() {
        for (int i = 0; i < static_cast<int>(program_.inputs.size()); ++i) {
            Input input = program_.inputs[static_cast<std::size_t>(i)];
            if (input.kind != InputKind::kIndicator && input.kind != InputKind::kObservedOn) continue;
            const std::optional<Date> oldest = oldest_that_counts(indicator(input.indicator), input.shift, options_.as_of);
            if (input.kind == InputKind::kObservedOn) {
                const bool is_alone = framework_.program_index().same_observation(i) < 0;  // Only the date is read: it ages by itself.
                if (is_alone && oldest) result_.observed.push_back({i, i, oldest});
                continue;
            }
            int date = framework_.program_index().same_observation(i);
            if (date < 0 && !oldest) continue;
            if (date < 0) {
                input.kind = InputKind::kObservedOn;
                BoundCell cell;
                cell.name = cell_name(framework_.document(), program_, input);
                cell.type = ValueType::kDate;
                date = static_cast<int>(result_.cells.size());
                result_.cells.push_back(std::move(cell));
            }
            result_.observed.push_back({i, date, oldest});
        }
    }

    void add_phase() {
        if (framework_.document().applies_to.empty()) return;
        BoundCell cell;
        cell.name = "school.phase";
        cell.type = ValueType::kText;
        cell.any_word = true;
        for (const SchoolPhase phase : framework_.document().applies_to) cell.words.emplace_back(word_of(phase));
        result_.phase = static_cast<int>(result_.cells.size());
        result_.cells.push_back(std::move(cell));
    }

    void bind_cell(BoundCell& cell) {
        const bool is_extra = &cell - result_.cells.data() >= static_cast<std::ptrdiff_t>(program_.inputs.size());
        names_.insert(cell.name);
        const auto mapped = options_.columns.find(cell.name);
        const auto constant = options_.constants.find(cell.name);
        const std::string& name = mapped != options_.columns.end() ? mapped->second : cell.name;
        const std::optional<std::size_t> column = table_.find(name);
        if (constant != options_.constants.end()) return bind_constant(cell, constant->second);
        if (!column && mapped != options_.columns.end())
            return report("column '" + name + "'", "unknown_column", "the table has no column '" + name + "', given for the cell " + cell.name, did_you_mean(name, column_names()));
        if (!column) {
            if (!is_extra && !is_population(cell)) result_.absent.push_back(cell.name);
            return;
        }
        bind_column(cell, *column);
    }

    /// The figures of population functions are worked out from the table itself, unless it has them.
    bool is_population(const BoundCell& cell) const {
        return program_.inputs[static_cast<std::size_t>(&cell - result_.cells.data())].kind == InputKind::kPopulation;
    }

    void bind_column(BoundCell& cell, std::size_t column) {
        const Field& field = table_.fields[column];
        const std::string place = "column '" + field.name + "'";
        any_bound_ = true;
        if (!fits(cell.type, field))
            return report(place, "wrong_type", "it has the type " + field.words + ", but the cell " + cell.name + " is " + wanted_words(cell.type),
                          field.hint.empty() ? "convert the column" : field.hint);
        cell.column = static_cast<int>(column);
        cell.format = format_of(field);
        const std::optional<std::size_t> reasons = table_.find(field.name + kReasonSuffix);
        if (!reasons) return;
        if (!fits(ValueType::kText, table_.fields[*reasons]))
            return report("column '" + field.name + kReasonSuffix + "'", "wrong_type", "it has the type " + table_.fields[*reasons].words + ", but reasons for missing values are words",
                          "give it as text, such as 'suppressed' or 'not_applicable'");
        cell.reasons = static_cast<int>(*reasons);
    }

    void bind_constant(BoundCell& cell, const ObservedValue& value) {
        const std::string place = "constant '" + cell.name + "'";
        any_bound_ = true;
        const auto position = static_cast<int>(&cell - result_.cells.data());
        if (std::any_of(result_.observed.begin(), result_.observed.end(), [&](const Binding::Observed& one) { return one.date == position; }))
            return report(place, "wrong_type", "dates of observations go with the observations", "give them as a column");
        if (const auto* reason = std::get_if<MissingReason>(&value)) {
            if (*reason == MissingReason::kNotApplicable) cell.constant = not_applicable_value();
            return;
        }
        if (const auto* number = std::get_if<Decimal>(&value); number != nullptr && cell.type == ValueType::kNumber) {
            if (std::string problem = out_of_bounds(*number, cell.minimum, cell.maximum); !problem.empty()) return report(place, "out_of_range", std::move(problem), kBoundsHint);
            cell.constant = number_value(*number);
            return;
        }
        if (const auto* boolean = std::get_if<bool>(&value); boolean != nullptr && cell.type == ValueType::kBoolean) {
            cell.constant = boolean_value(*boolean);
            return;
        }
        if (const auto* date = std::get_if<Date>(&value); date != nullptr && cell.type == ValueType::kDate) {
            cell.constant = date_value(*date);
            return;
        }
        if (const auto* word = std::get_if<std::string>(&value); word != nullptr && (cell.type == ValueType::kLevel || cell.type == ValueType::kText)) {
            const auto found = std::find(cell.words.begin(), cell.words.end(), *word);
            if (found == cell.words.end() && !cell.any_word) return report(place, "unknown_level", "'" + *word + "' is not a level of its scale", did_you_mean(*word, cell.words));
            if (found == cell.words.end()) cell.words.push_back(*word);
            cell.constant = text_value(static_cast<int>(std::find(cell.words.begin(), cell.words.end(), *word) - cell.words.begin()));
            return;
        }
        report(place, "wrong_type", "the cell is " + std::string(wanted_words(cell.type)), "give the constant that type");
    }

    /// One value for all schools cannot be of another day for each.
    void check_dates_of_constants() {
        for (const Binding::Observed& one : result_.observed) {
            const BoundCell& value = result_.cells[static_cast<std::size_t>(one.value)];
            const BoundCell& date = result_.cells[static_cast<std::size_t>(one.date)];
            if (!value.constant || date.column < 0) continue;
            report("constant '" + value.name + "'", "contradiction", "the value is the same for every school, but the table has a column for its dates: " + date.name, "give the value as a column too, or leave the dates out");
        }
    }

    void check_options() {
        for (const auto& [cell, column] : options_.columns)
            if (names_.count(cell) == 0) report("option columns, '" + cell + "'", "unknown_cell", "framework '" + framework_.id() + "' reads no cell '" + cell + "'", did_you_mean(cell, names_));
        for (const auto& [cell, value] : options_.constants)
            if (names_.count(cell) == 0) report("option constants, '" + cell + "'", "unknown_cell", "framework '" + framework_.id() + "' reads no cell '" + cell + "'", did_you_mean(cell, names_));
        if (options_.threads < 1 || options_.threads > 1024)
            report("option threads", "out_of_range", std::to_string(options_.threads) + " threads were asked for; 1 to 1024 are possible", "1 is the calling thread alone");
        if (options_.key.empty()) return;
        const std::optional<std::size_t> key = table_.find(options_.key);
        if (!key) return report("option key", "unknown_column", "the table has no column '" + options_.key + "'", did_you_mean(options_.key, column_names()));
        const ColumnType type = value_type(table_.fields[*key]);
        if (!is_text(type) && !is_integer(type))
            return report("column '" + options_.key + "'", "wrong_type", "it has the type " + table_.fields[*key].words + ", but ids of schools are text or whole numbers", "convert the column");
        result_.key = static_cast<int>(*key);
    }

    std::vector<std::string> column_names() const {
        std::vector<std::string> names;
        for (const Field& field : table_.fields) names.push_back(field.name);
        return names;
    }

    const Framework& framework_;
    const Program& program_;
    const TableData& table_;
    const TableOptions& options_;
    Binding result_;
    std::vector<Issue> issues_;
    std::set<std::string> names_;
    bool any_bound_ = false;
};

}  // namespace

Result<Binding> bind(const Framework& framework, const Table& table, const TableOptions& options) { return Binder(framework, table, options).run(); }

std::vector<InputColumn> input_columns(const Binding& binding, std::size_t inputs) {
    std::vector<InputColumn> columns(inputs);
    for (std::size_t i = 0; i < inputs; ++i) {
        const BoundCell& cell = binding.cells[i];
        if (cell.constant) columns[i] = {InputColumn::Source::kConstant, *cell.constant, false, {}};
        if (cell.column >= 0) columns[i] = {InputColumn::Source::kColumn, Value(), cell.reasons >= 0, cell.format};
        if (cell.figures != nullptr) columns[i] = {InputColumn::Source::kColumn, Value(), true, cell.format};
    }
    for (const Binding::Observed& one : binding.observed) {
        if (static_cast<std::size_t>(one.date) >= inputs) continue;
        const InputColumn& value = columns[static_cast<std::size_t>(one.value)];
        InputColumn& date = columns[static_cast<std::size_t>(one.date)];
        if (value.source == InputColumn::Source::kNone) date = {};
        date.may_be_not_applicable |= value.may_be_not_applicable;
        const bool never_applies = value.source == InputColumn::Source::kConstant && value.constant.not_applicable();
        if (never_applies) date = value;
    }
    return columns;
}

}  // namespace schoolimp::inline v0
