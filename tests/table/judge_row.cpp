// A row said in documents: observations, national figures, a trust.
#include <set>

#include "table/rows.hpp"

namespace schoolimp::test {

namespace {

Period period_of(const Indicator& indicator, int shift) {
    const Period current{AcademicYear{2018}, static_cast<std::int8_t>(indicator.period == PeriodKind::kTerm ? 3 : 0)};
    return shifted(current, shift);
}

/// A value of the type, for observations of which a framework reads only the date.
ObservedValue some_value(const Cell& cell, const Framework& framework) {
    switch (cell.indicator->type) {
        case IndicatorType::kNumber: return cell.indicator->minimum.value_or(cell.indicator->maximum.value_or(Decimal(1)));
        case IndicatorType::kBoolean: return true;
        case IndicatorType::kLevel: return framework.find_scale(cell.indicator->scale)->levels.front().id;
        case IndicatorType::kText: return std::string("any");
        case IndicatorType::kDate: break;
    }
    return kAsOf.valid;
}

class Documents {
public:
    Documents(const Framework& framework, const std::vector<Cell>& cells, const Row& row, const std::string& key) : framework_(framework), cells_(cells), row_(row), key_(key) {
        for (const Cell& cell : cells)
            if (cell.indicator != nullptr) add_observations(cell);
        add_national();
        add_school();
    }

    std::vector<Observation> observations;
    std::vector<Benchmark> lines;
    Trust trust;

private:
    const Cell* find(InputKind kind, const Cell& like, int shift) const {
        for (const Cell& cell : cells_)
            if (cell.input.kind == kind && cell.input.indicator == like.input.indicator && cell.input.group == like.input.group && cell.input.shift == shift) return &cell;
        return nullptr;
    }

    /// That of the cell and those after it, which say which one is the current one.
    void add_observations(const Cell& cell) {
        for (int shift = 0; shift <= cell.input.shift; ++shift)
            if (done_.insert({cell.input.indicator, cell.input.group, shift}).second) observations.push_back(observation(cell, shift));
    }

    Observation observation(const Cell& like, int shift) const {
        Observation made;
        made.school = key_;
        made.indicator = like.indicator->id;
        made.group = like.input.group;
        const bool is_point = like.indicator->period == PeriodKind::kPoint;
        if (!is_point) made.period = period_of(*like.indicator, shift);
        if (is_point) made.observed_on = kAsOf.valid - std::chrono::days{400 * shift + 200};
        const Cell* own = find(InputKind::kIndicator, like, shift);
        const Cell* date = find(InputKind::kObservedOn, like, shift);
        const ObservedValue day = date == nullptr ? ObservedValue(MissingReason::kNotLoaded) : value_in(row_, date->name);
        made.value = own != nullptr ? value_in(row_, own->name) : MissingReason::kNotLoaded;
        if (own == nullptr && std::holds_alternative<Date>(day)) made.value = some_value(*date, framework_);
        if (std::holds_alternative<Date>(day)) made.observed_on = std::get<Date>(day);
        return made;
    }

    void add_national() {
        for (const Cell& cell : cells_) {
            const ObservedValue value = value_in(row_, cell.name);
            if (cell.input.kind == InputKind::kNational && std::holds_alternative<Decimal>(value))
                lines.push_back({cell.indicator->id, cell.input.group, period_of(*cell.indicator, cell.input.shift), "all", std::get<Decimal>(value), "made up"});
        }
    }

    void add_school() {
        School school;
        school.id = key_;
        const auto text = [&](const char* name) {
            const ObservedValue value = value_in(row_, name);
            return std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : std::string();
        };
        school.phase = text("school.phase");
        school.type = text("school.type");
        const ObservedValue joined = value_in(row_, "school.joined"), pupils = value_in(row_, "school.pupils");
        if (std::holds_alternative<Date>(joined)) school.joined = std::get<Date>(joined);
        if (std::holds_alternative<Decimal>(pupils)) school.pupils = static_cast<int>(std::get<Decimal>(pupils).coefficient());
        trust.schools.push_back(school);
    }

    const Framework& framework_;
    const std::vector<Cell>& cells_;
    const Row& row_;
    const std::string& key_;
    std::set<std::tuple<int, std::string, int>> done_;
};

}  // namespace

Result<Judgement> judge_row(const Framework& framework, const std::vector<Cell>& cells, const Row& row, const std::string& key, int search_limit) {
    Documents documents(framework, cells, row, key);
    Result<Evidence> evidence = Evidence::from(std::move(documents.observations));
    if (!evidence) return std::move(evidence).status();
    Result<Benchmarks> benchmarks = Benchmarks::from(std::move(documents.lines));
    if (!benchmarks) return std::move(benchmarks).status();
    JudgeOptions options;
    options.as_of = kAsOf;
    options.search_limit = search_limit;
    return judge(framework, *evidence, key, documents.trust, *benchmarks, options);
}

}  // namespace schoolimp::test
