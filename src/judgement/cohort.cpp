#include "schoolimp/judgement/cohort.hpp"

#include <algorithm>
#include <map>

#include "judgement/cells.hpp"
#include "judgement/check_observations.hpp"
#include "judgement/cohort_place.hpp"

namespace schoolimp::inline v0 {

namespace {

std::vector<std::string> all_schools(const Evidence& evidence, const Trust& trust) {
    std::vector<std::string> schools = evidence.schools();
    for (const School& school : trust.schools) schools.push_back(school.id);
    std::sort(schools.begin(), schools.end());
    schools.erase(std::unique(schools.begin(), schools.end()), schools.end());
    return schools;
}

/// x and the condition of every population, for every school.
std::vector<PopulationRows> evaluate(const Framework& framework, const Evidence& evidence, const Trust& trust, const Benchmarks& benchmarks, const AsOf& as_of,
                                     const std::vector<std::string>& schools) {
    const Program& program = framework.program();
    std::vector<PopulationRows> rows(program.populations.size(), PopulationRows(schools.size()));
    if (rows.empty()) return rows;
    std::map<std::string_view, const School*> known;
    for (const School& school : trust.schools) known.try_emplace(school.id, &school);
    for (std::size_t row = 0; row < schools.size(); ++row) {
        const auto school = known.find(schools[row]);
        Evaluator evaluator(program);
        const SeenEvidence seen(evidence.of(schools[row]), as_of);
        evaluator.run(read_cells(framework, seen, school == known.end() ? nullptr : school->second, benchmarks, as_of, evaluator.texts()).values);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Population& population = program.populations[i];
            rows[i].set(row, evaluator.value(population.value), population.eligible < 0 ? Truth::kTrue : evaluator.value(population.eligible).truth());
        }
    }
    return rows;
}

}  // namespace

int Cohort::Parts::row_of(std::string_view school) const {
    const auto found = std::lower_bound(schools.begin(), schools.end(), school);
    return found == schools.end() || *found != school ? -1 : static_cast<int>(found - schools.begin());
}

const std::string& Cohort::framework_id() const { return parts_->framework_id; }
const std::string& Cohort::framework_hash() const { return parts_->framework_hash; }
const AsOf& Cohort::as_of() const { return parts_->as_of; }
const std::vector<std::string>& Cohort::schools() const { return parts_->schools; }
bool Cohort::contains(std::string_view school) const { return parts_->row_of(school) >= 0; }
const std::vector<std::string>& Cohort::functions() const { return parts_->functions; }
std::size_t Cohort::population(std::size_t function) const { return parts_->figures[function].size(); }

std::optional<Decimal> Cohort::figure(std::size_t function, std::string_view school) const {
    const int row = parts_->row_of(school);
    if (row < 0) return std::nullopt;
    const Value value = parts_->figures[function].of(static_cast<std::size_t>(row));
    return value.known() ? std::optional<Decimal>(value.scalar) : std::nullopt;
}

Result<Cohort> make_cohort(const Framework& framework, const Evidence& evidence, const Trust& trust, const Benchmarks& benchmarks, const AsOf& as_of) {
    const Program& program = framework.program();
    const bool reads = !program.populations.empty();
    if (reads && !check_observations(framework, evidence, evidence.observations(), Severity::kError).empty())
        return invalid_document("evidence of the cohort", check_evidence(framework, evidence));
    auto parts = std::make_shared<Cohort::Parts>();
    parts->framework_id = framework.id();
    parts->framework_hash = framework.hash();
    parts->as_of = as_of;
    parts->schools = all_schools(evidence, trust);
    const std::vector<PopulationRows> rows = evaluate(framework, evidence, trust, benchmarks, as_of, parts->schools);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        parts->functions.push_back(program.texts[static_cast<std::size_t>(program.populations[i].text)]);
        parts->figures.emplace_back(program.populations[i], rows[i]);
    }
    return Cohort(std::move(parts));
}

}  // namespace schoolimp::inline v0
