#include <utility>

#include "expression/cell_name.hpp"
#include "expression/program_index.hpp"
#include "judgement/admissible.hpp"
#include "judgement/cells.hpp"
#include "judgement/value_text.hpp"

namespace schoolimp::inline v0 {

namespace {

class CellReader {
public:
    CellReader(const Framework& framework, const SeenEvidence& seen, const School* school, const Benchmarks& benchmarks, const AsOf& as_of, TextTable& texts,
               const CohortPlace& place)
        : framework_(framework), program_(framework.program()), seen_(seen), school_(school), benchmarks_(benchmarks), as_of_(as_of), texts_(texts), place_(place),
          groups_(framework.document().indicators.size()) {}

    Cells run() {
        const std::size_t inputs = program_.inputs.size();
        cells_.values.reserve(inputs);
        cells_.readings.reserve(inputs);
        for (const Input& input : program_.inputs) read(input);
        cells_.missing = missing_inputs(framework_, cells_.values, as_of_, texts_);
        return std::move(cells_);
    }

private:
    const Indicator& indicator_of(const Input& input) const { return framework_.document().indicators[static_cast<std::size_t>(input.indicator)]; }

    void read(const Input& input) {
        switch (input.kind) {
            case InputKind::kIndicator:
            case InputKind::kObservedOn: return read_indicator(input);
            case InputKind::kNational: return read_national(input);
            case InputKind::kSchoolPhase: return read_text("school.phase", school_ == nullptr ? std::string() : school_->phase);
            case InputKind::kSchoolType: return read_text("school.type", school_ == nullptr ? std::string() : school_->type);
            case InputKind::kSchoolJoined: return read_joined();
            case InputKind::kSchoolPupils: return read_pupils();
            case InputKind::kPopulation: return read_population(input);
        }
    }

    void add_property(const char* name, const Value& value, std::string text) {
        Reading& reading = cells_.readings.emplace_back();
        reading.indicator = name;
        reading.value = std::move(text);
        if (!value.known()) reading.missing = MissingReason::kNotLoaded;
        cells_.values.push_back(value);
    }

    void read_text(const char* name, const std::string& text) { add_property(name, text.empty() ? unknown_value() : text_value(texts_.token(text)), text); }
    void read_joined() {
        const bool known = school_ != nullptr && school_->joined;
        add_property("school.joined", known ? date_value(*school_->joined) : unknown_value(), known ? to_string(*school_->joined) : std::string());
    }
    void read_pupils() {
        const bool known = school_ != nullptr && school_->pupils;
        const Decimal pupils(known ? *school_->pupils : 0);
        add_property("school.pupils", known ? number_value(pupils) : unknown_value(), known ? to_string(pupils) : std::string());
    }

    void read_population(const Input& input) {
        CohortPlace::Figure figure = place_.figure(input.population);
        Reading& reading = cells_.readings.emplace_back();
        reading.indicator = cell_name(framework_.document(), program_, input);
        reading.population = true;
        if (figure.value.known()) reading.value = to_string(figure.value.scalar);
        reading.missing = figure.missing;
        reading.source = std::move(figure.source);
        cells_.values.push_back(figure.value);
    }

    /// Most cells are of a few periods.
    const std::string& text_of(Period period) {
        for (const auto& [known, text] : periods_)
            if (known == period) return text;
        return periods_.emplace_back(period, to_string(period)).second;
    }

    Cell cell_of(const Input& input) {
        std::optional<SeenEvidence::Groups>& groups = groups_[static_cast<std::size_t>(input.indicator)];
        const Indicator& indicator = indicator_of(input);
        if (!groups) groups = seen_.groups_of(indicator);
        return seen_.find(indicator, *groups, input.group, input.shift);
    }

    void read_indicator(const Input& input) {
        const Indicator& indicator = indicator_of(input);
        const Cell cell = cell_of(input);
        const std::optional<MissingReason> missing = missing_reason(indicator, cell, input.shift, as_of_);
        const auto cell_number = static_cast<std::size_t>(framework_.program_index().cell_of_input(static_cast<int>(cells_.values.size())));
        if (cell_number == cells_.readings.size()) add_reading(input, cell, missing);
        cells_.values.push_back(value_of(input, cell, missing));
    }

    Value value_of(const Input& input, const Cell& cell, std::optional<MissingReason> missing) {
        if (missing) return *missing == MissingReason::kNotApplicable ? not_applicable_value() : unknown_value();
        return input.kind == InputKind::kObservedOn ? date_value(*valid_date(*cell.observation)) : value_of(indicator_of(input), cell.observation->value);
    }

    Value value_of(const Indicator& indicator, const ObservedValue& value) {
        if (const auto* number = std::get_if<Decimal>(&value)) return number_value(*number);
        if (const auto* boolean = std::get_if<bool>(&value)) return boolean_value(*boolean);
        if (const auto* date = std::get_if<Date>(&value)) return date_value(*date);
        const auto& word = std::get<std::string>(value);
        if (indicator.type == IndicatorType::kDate) return date_value(*parse_date(word));
        if (indicator.type == IndicatorType::kText) return text_value(texts_.token(word));
        const Scale& scale = *framework_.find_scale(indicator.scale);
        const auto at = static_cast<std::size_t>(&scale - framework_.document().scales.data());
        return level_value(program_.scales[at].rank_of(scale.find(word)));
    }

    void add_reading(const Input& input, const Cell& cell, std::optional<MissingReason> missing) {
        const Indicator& indicator = indicator_of(input);
        Reading& reading = cells_.readings.emplace_back();
        reading.indicator = indicator.id;
        reading.group = input.group;
        reading.shift = input.shift;
        reading.missing = missing;
        if (cell.period && indicator.period != PeriodKind::kPoint) reading.period = text_of(*cell.period);
        if (cell.observation == nullptr) return;
        reading.observed_on = cell.observation->observed_on;
        reading.source = cell.observation->source;
        if (!missing) reading.value = observed_text(cell.observation->value);
    }

    void read_national(const Input& input) {
        const Indicator& indicator = indicator_of(input);
        const Cell cell = cell_of(input);
        const std::string_view phase = school_ == nullptr ? std::string_view() : std::string_view(school_->phase);
        const Benchmark* figure = cell.period ? benchmarks_.find(indicator.id, input.group, *cell.period, phase) : nullptr;
        Reading& reading = cells_.readings.emplace_back();
        reading.indicator = indicator.id;
        reading.national = true;
        reading.group = input.group;
        reading.shift = input.shift;
        if (cell.period) reading.period = text_of(*cell.period);
        if (figure != nullptr) {
            reading.value = to_string(figure->value);
            reading.source = figure->source;
        } else {
            reading.missing = MissingReason::kNotLoaded;
        }
        cells_.values.push_back(figure == nullptr ? unknown_value() : number_value(figure->value));
    }

    const Framework& framework_;
    const Program& program_;
    const SeenEvidence& seen_;
    const School* school_;
    const Benchmarks& benchmarks_;
    const AsOf& as_of_;
    TextTable& texts_;
    const CohortPlace& place_;
    std::vector<std::optional<SeenEvidence::Groups>> groups_;  ///< By indicator, as far as they have been looked for.
    std::vector<std::pair<Period, std::string>> periods_;      ///< Those met so far.
    Cells cells_;
};

}  // namespace

Cells read_cells(const Framework& framework, const SeenEvidence& seen, const School* school, const Benchmarks& benchmarks, const AsOf& as_of, TextTable& texts,
                 const CohortPlace& place) {
    return CellReader(framework, seen, school, benchmarks, as_of, texts, place).run();
}

}  // namespace schoolimp::inline v0
