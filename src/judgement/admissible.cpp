#include "judgement/admissible.hpp"

#include "expression/program_index.hpp"
#include "judgement/cells.hpp"
#include "schoolimp/framework/words.hpp"

namespace schoolimp::inline v0 {

namespace {

/// Decimal places of a missing number whose precision is not stated: finer than anything published, so that there is one between any two thresholds.
constexpr int kFreePlaces = 6;

std::uint64_t bit_of(int token) { return token < kMaxCodes ? std::uint64_t{1} << token : 0; }

bool is_text(const Framework& framework, const Input& input) {
    if (input.kind == InputKind::kSchoolType) return true;
    return input.kind == InputKind::kIndicator && framework.document().indicators[static_cast<std::size_t>(input.indicator)].type == IndicatorType::kText;
}

}  // namespace

AdmissibleValues::AdmissibleValues(const Framework& framework, std::span<const Value> values, const AsOf& as_of, TextTable& texts)
    : framework_(framework), as_of_(as_of) {
    const std::vector<Input>& inputs = framework.program().inputs;
    const auto missing = [&](auto&& wanted) {
        int count = 0;
        for (std::size_t i = 0; i < inputs.size(); ++i) count += values[i].unknown() && wanted(inputs[i]);
        return count;
    };
    if (missing([](const Input& input) { return input.kind == InputKind::kSchoolPhase; }) > 0)
        for (const std::string_view word : Words<SchoolPhase>::values) phases_ |= bit_of(texts.token(word));
    // Texts nobody names: as many as there are missing texts, so that these can differ from all named ones and from each other.
    for (int others = missing([&](const Input& input) { return is_text(framework, input); }); others > 0; --others)
        texts.token("(another text " + std::to_string(others) + ")");
    any_text_ = admissible_codes(texts.size()).codes;
}

Admissible AdmissibleValues::of_indicator(const Indicator& indicator) const {
    switch (indicator.type) {
        case IndicatorType::kNumber: return admissible_numbers(indicator.minimum, indicator.maximum, indicator.precision.value_or(kFreePlaces));
        case IndicatorType::kBoolean: return admissible_codes(2);
        case IndicatorType::kLevel: return admissible_codes(static_cast<int>(framework_.find_scale(indicator.scale)->levels.size()));
        case IndicatorType::kDate: return admissible_dates(std::nullopt, *make_date(9999, 12, 31));
        case IndicatorType::kText: break;
    }
    Admissible admissible;
    admissible.codes = any_text_;
    return admissible;
}

Admissible AdmissibleValues::of_population(const Population& population) const {
    switch (population.function) {
        case Function::kRank: return admissible_numbers(Decimal(1), std::nullopt, 0);
        case Function::kPercentile: return admissible_numbers(Decimal(0), Decimal(100), kFreePlaces);
        default: return admissible_numbers(std::nullopt, std::nullopt, kFreePlaces);
    }
}

Admissible AdmissibleValues::of(const Input& input) const {
    const auto indicator = [&]() -> const Indicator& { return framework_.document().indicators[static_cast<std::size_t>(input.indicator)]; };
    Admissible admissible;
    switch (input.kind) {
        case InputKind::kIndicator: return of_indicator(indicator());
        case InputKind::kObservedOn: return admissible_dates(oldest_that_counts(indicator(), input.shift, as_of_), as_of_.valid);
        case InputKind::kNational: return admissible_numbers(indicator().minimum, indicator().maximum, indicator().precision.value_or(kFreePlaces));
        case InputKind::kSchoolPhase: admissible.codes = phases_; break;
        case InputKind::kSchoolType: admissible.codes = any_text_; break;
        case InputKind::kSchoolJoined: return admissible_dates(std::nullopt, *make_date(9999, 12, 31));
        case InputKind::kSchoolPupils: return admissible_numbers(Decimal(0), std::nullopt, 0);
        case InputKind::kPopulation: return of_population(framework_.program().populations[static_cast<std::size_t>(input.population)]);
    }
    return admissible;
}

std::vector<MissingInput> missing_inputs(const Framework& framework, std::span<const Value> values, const AsOf& as_of, TextTable& texts) {
    const std::vector<Input>& inputs = framework.program().inputs;
    const AdmissibleValues admissible(framework, values, as_of, texts);
    std::vector<MissingInput> missing;
    std::vector<int> position(inputs.size(), -1);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!values[i].unknown()) continue;
        position[i] = static_cast<int>(missing.size());
        missing.push_back({static_cast<int>(i), admissible.of(inputs[i]), -1});
    }
    for (MissingInput& input : missing)
        if (const int other = framework.program_index().same_observation(input.input); other >= 0) input.together = position[static_cast<std::size_t>(other)];
    return missing;
}

}  // namespace schoolimp::inline v0
