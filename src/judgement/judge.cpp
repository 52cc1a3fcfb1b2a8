#include <algorithm>

#include "judgement/cells.hpp"
#include "judgement/check_observations.hpp"
#include "judgement/cohort_place.hpp"
#include "judgement/criteria.hpp"
#include "judgement/graph.hpp"
#include "judgement/judge_cells.hpp"
#include "judgement/reasons.hpp"
#include "judgement/scope.hpp"
#include "judgement/value_text.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

namespace {

class Judging {
public:
    Judging(const Framework& framework, const School* school, const Evaluator& evaluator, const Cells& cells, const JudgeOptions& options)
        : framework_(framework), why_not_(why_not_for(framework, school)), validity_(validity_note(framework, options.as_of)), evaluator_(evaluator), cells_(cells),
          graph_(evaluator, framework.program_index()), search_(evaluator, framework.program_index(), cells.missing), options_(options) {}

    void fill(Judgement& judgement) {
        const Program& program = framework_.program();
        const FrameworkDocument& document = framework_.document();
        judgement.answers.reserve(document.judgements.size());
        judgement.criteria.reserve(program.criteria.size());
        judgement.measures.reserve(program.measures.size());
        judgement.conditions.reserve(program.conditions.size());
        for (std::size_t i = 0; i < document.judgements.size(); ++i) judgement.answers.push_back(why_not_.empty() ? answer(i) : out_of_scope(i));
        for (std::size_t i = 0; i < program.criteria.size(); ++i)
            judgement.criteria.push_back(explain_criterion(framework_, graph_, evaluator_.texts(), cells_, static_cast<int>(i)));
        for (std::size_t i = 0; i < program.measures.size(); ++i) judgement.measures.push_back(measure(i));
        for (const Program::Condition& condition : program.conditions) judgement.conditions.push_back({condition.owner, graph_.truth(condition.node)});
        for (std::size_t i = 0; i < program.kpis.size(); ++i) judgement.kpis.push_back({document.kpis[i].id, graph_.truth(program.kpis[i])});
    }

private:
    MeasureResult measure(std::size_t position) const {
        const int node = framework_.program().measures[position];
        const Value& value = evaluator_.value(node);
        MeasureResult result;
        result.id = framework_.document().measures[position].id;
        result.state = value.known() ? Truth::kTrue : value.unknown() ? Truth::kUnknown : Truth::kNotApplicable;
        result.value = value_text(framework_, evaluator_.texts(), graph_.node(node).type, value);
        return result;
    }

    Answer out_of_scope(std::size_t position) const {
        const JudgementRule& rule = framework_.document().judgements[position];
        Answer result;
        result.judgement = rule.id;
        result.scale = rule.scale;
        result.not_applicable = true;
        result.reasons = {why_not_};
        return result;
    }

    Answer answer(std::size_t position) {
        const JudgementRule& rule = framework_.document().judgements[position];
        const int root = framework_.program().judgements[position];
        const Value& value = evaluator_.value(root);
        const PossibleLevels possible = search_.levels(root, options_.search_limit);
        const int scale = graph_.node(root).type.scale;
        Answer result;
        result.judgement = rule.id;
        result.scale = rule.scale;
        result.not_applicable = value.not_applicable() && !possible.every_filling;
        result.only_possible = possible.every_filling;
        result.possible_is_exact = possible.exact;
        if (value.known()) result.suggested = level_id(framework_, scale, value.code());
        if (possible.every_filling) result.suggested = level_id(framework_, scale, possible.ranks.front());
        for (const ScaleLevel& level : framework_.find_scale(rule.scale)->levels)
            for (const int rank : possible.ranks)
                if (level_id(framework_, scale, rank) == level.id) result.possible.push_back(level.id);
        std::vector<int> inputs;
        for (const int missing : possible.matter) inputs.push_back(cells_.missing[static_cast<std::size_t>(missing)].input);
        result.missing_that_matters = awaited_readings(framework_.program_index(), cells_, std::move(inputs));
        result.reasons = answer_reasons({framework_, graph_, evaluator_.texts(), cells_}, result, measure_position(rule));
        if (!validity_.empty()) result.reasons.push_back(validity_);
        return result;
    }

    int measure_position(const JudgementRule& rule) const {
        const std::vector<Measure>& measures = framework_.document().measures;
        const auto found = std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) { return measure.id == rule.measure; });
        return static_cast<int>(found - measures.begin());
    }

    const Framework& framework_;
    std::string why_not_, validity_;
    const Evaluator& evaluator_;
    const Cells& cells_;
    Graph graph_;
    PossibleSearch search_;
    const JudgeOptions& options_;
};

void count_cells(Judgement& judgement) {
    for (const Reading& reading : judgement.readings) {
        if (reading.national || reading.population) continue;
        judgement.known += !reading.missing;
        judgement.missing += reading.missing && *reading.missing != MissingReason::kNotApplicable;
    }
}

}  // namespace

Judgement judge_cells(const Framework& framework, const School* known_school, const Evaluator& evaluator, Cells cells, std::string_view school, const JudgeOptions& options) {
    Judgement judgement;
    judgement.framework_id = framework.id();
    judgement.framework_edition = framework.edition();
    judgement.framework_hash = framework.hash();
    judgement.school = school;
    judgement.as_of = options.as_of;
    Judging(framework, known_school, evaluator, cells, options).fill(judgement);
    judgement.readings = std::move(cells.readings);
    count_cells(judgement);
    return judgement;
}

Result<Judgement> judge(const Framework& framework, const Evidence& evidence, std::string_view school, const Trust& trust, const Benchmarks& benchmarks,
                        const JudgeOptions& options) {
    const std::span<const Observation> observations = evidence.of(school);
    if (!check_observations(framework, evidence, observations, Severity::kError).empty())  // With the warnings: one of them may be the cause.
        return invalid_document("evidence of school '" + std::string(school) + "'", check_observations(framework, evidence, observations, Severity::kWarning));

    if (Status status = check_cohort(framework, options.cohort, options.as_of); !status.ok()) return status;
    Evaluator evaluator(framework.program_index());
    const School* known_school = trust.find_school(school);
    Cells cells = read_cells(framework, SeenEvidence(observations, options.as_of), known_school, benchmarks, options.as_of, evaluator.texts(), CohortPlace(options.cohort, school));
    evaluator.run(cells.values);

    return judge_cells(framework, known_school, evaluator, std::move(cells), school, options);
}

}  // namespace schoolimp::inline v0
