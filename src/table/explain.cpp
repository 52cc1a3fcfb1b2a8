// The whole judgement of one row, made anew from the table.
#include <algorithm>

#include "judgement/admissible.hpp"
#include "judgement/judge_cells.hpp"
#include "judgement/value_text.hpp"
#include "table/block_loader.hpp"
#include "table/key_column.hpp"
#include "table/table_parts.hpp"

namespace schoolimp::inline v0 {

namespace {

class Explanation {
public:
    Explanation(const TableJudgement::Parts& parts, const Block& block, std::size_t row)
        : parts_(parts), framework_(parts.framework), program_(parts.framework.program()), loader_(parts.binding, data_of(parts.table), *available_kernels().front()), block_(block), row_(row),
          evaluator_(parts.framework.program_index()) {
        loader_.load(block);
    }

    bool failed() const { return ((loader_.failing()[row_ / 64] >> (row_ % 64)) & 1) != 0; }

    Status failure(std::int64_t number) const {
        std::vector<Issue> issues;
        loader_.describe(row_, "row " + std::to_string(number), issues);
        return invalid_document("row " + std::to_string(number) + " of the table", std::move(issues));
    }

    Judgement run(const std::string& school) {
        Cells cells;
        const ProgramIndex& index = framework_.program_index();
        for (int input = 0; input < static_cast<int>(program_.inputs.size()); ++input) {
            cells.values.push_back(loader_.value_at(input, row_, evaluator_.texts()));
            if (index.cell_of_input(input) != static_cast<int>(cells.readings.size())) continue;
            // Where a date is read before the value it is of, the reading is nevertheless that of the value.
            const bool is_date = program_.inputs[static_cast<std::size_t>(input)].kind == InputKind::kObservedOn;
            const int read = is_date && index.same_observation(input) >= 0 ? index.same_observation(input) : input;
            cells.readings.push_back(reading(read, loader_.value_at(read, row_, evaluator_.texts())));
        }
        cells.missing = missing_inputs(framework_, cells.values, parts_.options.as_of, evaluator_.texts());
        evaluator_.run(cells.values);
        const std::optional<School> known = school_of(school);
        JudgeOptions options;
        options.as_of = parts_.options.as_of;
        options.search_limit = parts_.options.search_limit;
        return judge_cells(framework_, known ? &*known : nullptr, evaluator_, std::move(cells), school, options);
    }

private:
    const BoundCell& bound(int input) const { return parts_.binding.cells[static_cast<std::size_t>(input)]; }

    Reading reading(int input, const Value& value) const {
        const Input& from = program_.inputs[static_cast<std::size_t>(input)];
        Reading reading;
        const bool is_observation = from.kind == InputKind::kIndicator || from.kind == InputKind::kObservedOn;
        reading.national = from.kind == InputKind::kNational;
        reading.population = from.kind == InputKind::kPopulation;
        reading.indicator = is_observation || reading.national ? framework_.document().indicators[static_cast<std::size_t>(from.indicator)].id : bound(input).name;
        reading.group = from.group;
        reading.shift = is_observation || reading.national ? from.shift : 0;
        if (!value.known()) reading.missing = reason(input, value);
        // A cell of which only the date is read has a value the table does not show.
        const auto nodes = framework_.program_index().nodes_of_input(input);
        if (value.known() && from.kind != InputKind::kObservedOn && !nodes.empty()) reading.value = text_of(program_.nodes[static_cast<std::size_t>(nodes.front())].type, value);
        if (is_observation) reading.observed_on = date_of(input, from.kind);
        if (bound(input).figures != nullptr) reading.source = "among " + std::to_string(bound(input).figures->size()) + " rows of the table";
        if (bound(input).column >= 0) reading.source = "column '" + data_of(parts_.table).fields[static_cast<std::size_t>(bound(input).column)].name + "'";
        return reading;
    }

    /// As readings have it: levels by their id alone.
    std::string text_of(const Type& type, const Value& value) const {
        return type.value == ValueType::kLevel ? level_id(framework_, type.scale, value.code()) : value_text(framework_, evaluator_.texts(), type, value);
    }

    std::optional<Date> date_of(int input, InputKind kind) const {
        int cell = kind == InputKind::kObservedOn ? input : -1;
        for (const Binding::Observed& observed : parts_.binding.observed)
            if (observed.value == input) cell = observed.date;
        if (cell < 0) return std::nullopt;
        TextTable none(program_);
        const Value date = loader_.value_at(cell, row_, none);
        return date.known() ? std::optional(date.date()) : std::nullopt;
    }

    MissingReason reason(int input, const Value& value) const {
        if (value.not_applicable()) return MissingReason::kNotApplicable;
        const std::optional<MissingReason> given = loader_.reason_at(input, row_);
        if (given) return *given;
        return loader_.has_number_or_code(input, row_) ? MissingReason::kStale : MissingReason::kNotLoaded;
    }

    std::optional<School> school_of(const std::string& id) {
        if (parts_.binding.phase < 0) return std::nullopt;
        const Value phase = loader_.value_at(parts_.binding.phase, row_, evaluator_.texts());
        if (!phase.known()) return std::nullopt;
        School school;
        school.id = id;
        school.phase = evaluator_.texts().text(phase.code());
        return school;
    }

    const TableJudgement::Parts& parts_;
    const Framework& framework_;
    const Program& program_;
    BlockLoader loader_;
    Block block_;
    std::size_t row_;
    Evaluator evaluator_;
};

}  // namespace

Result<Judgement> TableJudgement::explain(std::int64_t row) const {
    if (row < 0 || row >= rows()) return Status(StatusCode::kOutOfRange, "row " + std::to_string(row) + " was asked for; the table has " + std::to_string(rows()) + " rows, counted from 0");
    const std::vector<Block> blocks = blocks_of(data_of(parts_->table));
    const auto after = std::upper_bound(blocks.begin(), blocks.end(), row, [](std::int64_t wanted, const Block& block) { return wanted < block.row; });
    const Block& block = *(after - 1);
    Explanation explanation(*parts_, block, static_cast<std::size_t>(row - block.row));
    if (explanation.failed()) return explanation.failure(row);
    return explanation.run(key_of(*parts_, block, row));
}

}  // namespace schoolimp::inline v0
