// Lowering of measures, criteria and the conditions of a document.
#include <string>
#include <utility>
#include <vector>

#include "framework/bands.hpp"
#include "framework/lowering.hpp"

namespace schoolimp::inline v0 {

template <typename Table, typename Make>
int Lowering::table(std::vector<Table>& tables, const void* thing, Make make) {
    const auto [found, is_new] = tables_.try_emplace(thing, static_cast<int>(tables.size()));
    if (is_new) tables.push_back(make());
    return found->second;
}

void Lowering::run() {
    scales_and_crosswalks();
    Program& program = builder_.program;
    for (std::size_t i = 0; i < document_.criteria.size(); ++i) program.criteria.push_back(criterion(static_cast<int>(i), Scope()));
    for (std::size_t i = 0; i < document_.measures.size(); ++i) program.measures.push_back(measure(static_cast<int>(i), Scope()));
    for (const JudgementRule& judgement : document_.judgements)
        program.judgements.push_back(measure(context_.symbols.measures.find(judgement.measure), Scope()));
    for (const Kpi& kpi : document_.kpis) program.kpis.push_back(member(kpi.each, Scope()));
    conditions();
}

void Lowering::scales_and_crosswalks() {
    Program& program = builder_.program;
    for (const Scale& scale : document_.scales) program.scales.push_back({scale.id, scale.order, static_cast<int>(scale.levels.size())});
    for (const Crosswalk& crosswalk : document_.crosswalks) {
        const auto from = static_cast<std::size_t>(context_.symbols.scales.find(crosswalk.from)),
                   to = static_cast<std::size_t>(context_.symbols.scales.find(crosswalk.to));
        CrosswalkTable lines;
        lines.to.assign(document_.scales[from].levels.size(), -1);
        for (const CrosswalkLine& line : crosswalk.map) {
            const int rank = program.scales[from].rank_of(document_.scales[from].find(line.from));
            if (line.to) lines.to[static_cast<std::size_t>(rank)] = program.scales[to].rank_of(document_.scales[to].find(*line.to));
        }
        program.crosswalks.push_back(std::move(lines));
    }
}

void Lowering::conditions() {
    for (const Offer& offer : document_.offers) {
        condition("offer", offer.id, offer.when);
        for (const Action& action : offer.actions) condition("action", action.id, action.when);
    }
    for (const Activity& activity : document_.activities) condition("activity", activity.id, activity.when);
    for (const Intervention& intervention : document_.interventions) condition("intervention", intervention.id, intervention.when);
    for (const Deployment& deployment : document_.deployments) condition("deployment", deployment.id, deployment.when);
    for (const Movement& movement : document_.movements) condition("movement", movement.id, movement.when);
}

void Lowering::condition(const std::string& kind, const std::string& id, const std::string& when) {
    if (!when.empty()) builder_.program.conditions.push_back({kind + ":" + id, member(when, Scope())});
}

int Lowering::criterion(int index, Scope scope) {
    if (exhausted()) return 0;
    const Criterion& criterion = document_.criteria[static_cast<std::size_t>(index)];
    scope = narrowed(scope, context_.definitions.criteria[static_cast<std::size_t>(index)]);
    const MemoKey key{&criterion, scope};
    if (const auto known = memo_.find(key); known != memo_.end()) return known->second;
    int built = member(criterion.test, scope);
    if (!criterion.when.empty()) built = builder_.node(Op::kGuard, kBooleanType, {member(criterion.when, scope), built});
    memo_.emplace(key, built);
    return built;
}

int Lowering::measure(int index, Scope scope) {
    if (exhausted()) return 0;
    const Measure& measure = document_.measures[static_cast<std::size_t>(index)];
    const Facts& facts = context_.definitions.measures[static_cast<std::size_t>(index)];
    scope = narrowed(scope, facts);
    const MemoKey key{&measure, scope};
    if (const auto known = memo_.find(key); known != memo_.end()) return known->second;
    const int built = limited(measure, *facts.type, value_of(measure, *facts.type, scope), scope);
    memo_.emplace(key, built);
    return built;
}

int Lowering::value_of(const Measure& measure, const Type& type, Scope scope) {
    switch (measure.kind) {
        case MeasureKind::kExpression: return member(measure.value, scope);
        case MeasureKind::kBands: return bands(measure, type, scope);
        case MeasureKind::kMatrix: return matrix(measure, type, scope);
        case MeasureKind::kScore: return score(measure, type, scope);
        case MeasureKind::kDecisionTable: return decision_table(measure, type, scope);
        case MeasureKind::kBestFit: return best_fit(measure, type, scope);
        case MeasureKind::kWorstOf:
        case MeasureKind::kBestOf: return extreme(measure, type, scope);
    }
    return 0;
}

int Lowering::limited(const Measure& measure, const Type& type, int level, Scope scope) {
    const auto bound = [this](const std::string& qualified) {
        const auto [scale, position] = context_.symbols.level(qualified);
        return level_constant(scale, position);
    };
    for (const Limit& limit : measure.limits) {
        const int when = member(limit.when, scope);
        if (limit.at_best) level = builder_.node(Op::kCap, type, {level, when, bound(*limit.at_best)});
        if (limit.at_worst) level = builder_.node(Op::kFloor, type, {level, when, bound(*limit.at_worst)});
    }
    return level;
}

int Lowering::bands(const Measure& measure, const Type& type, Scope scope) {
    const int number = member(measure.of[0], scope);
    const auto banded = [&](const std::vector<RangeBand>& ranges) {
        const auto scale = static_cast<std::size_t>(type.scale);
        const int index =
            table(builder_.program.bands, &ranges, [&] { return make_band_table(ranges, document_.scales[scale], builder_.program.scales[scale]); });
        return builder_.node(Op::kBands, type, {number}, index);
    };
    if (measure.variants.empty()) return banded(measure.bands);
    std::vector<int> arguments;
    for (const BandVariant& variant : measure.variants) {
        arguments.push_back(member(variant.when, scope));
        arguments.push_back(banded(variant.bands));
    }
    if (!measure.bands.empty()) arguments.push_back(banded(measure.bands));
    return builder_.node(Op::kFirst, type, std::move(arguments));
}

int Lowering::matrix(const Measure& measure, const Type& type, Scope scope) {
    const int rows = member(measure.rows, scope), columns = member(measure.columns, scope);
    const auto scale_of = [this](int node) { return static_cast<std::size_t>(builder_.at(node).type.scale); };
    if (exhausted()) return 0;
    const std::size_t row_scale = scale_of(rows), column_scale = scale_of(columns), result = static_cast<std::size_t>(type.scale);
    const int index = table(builder_.program.matrices, &measure, [&] {
        const std::vector<ScaleInfo>& ranks = builder_.program.scales;
        MatrixTable cells{ranks[row_scale].size, ranks[column_scale].size, {}};
        cells.cells.assign(static_cast<std::size_t>(cells.rows) * static_cast<std::size_t>(cells.columns), -1);
        for (const auto& [row, line] : measure.cells)
            for (const auto& [column, level] : line) {
                const int r = ranks[row_scale].rank_of(document_.scales[row_scale].find(row)),
                          c = ranks[column_scale].rank_of(document_.scales[column_scale].find(column));
                if (level) cells.cells[static_cast<std::size_t>(r * cells.columns + c)] = ranks[result].rank_of(document_.scales[result].find(*level));
            }
        return cells;
    });
    return builder_.node(Op::kMatrix, type, {rows, columns}, index);
}

int Lowering::score(const Measure& measure, const Type& type, Scope scope) {
    std::vector<int> values;
    for (const ScorePart& part : measure.parts) values.push_back(member(part.value, scope));
    const int index = table(builder_.program.scores, &measure, [&] {
        ScoreTable made;
        for (const ScorePart& part : measure.parts) made.parts.push_back({part.weight, part.maximum});
        made.missing = measure.missing.value_or(MissingPolicy::kUnknown);
        made.default_value = measure.default_value.value_or(Decimal());
        made.minimum_known = measure.minimum_known.value_or(1);
        made.round = measure.round;
        return made;
    });
    return builder_.node(Op::kScore, type, std::move(values), index);
}

int Lowering::decision_table(const Measure& measure, const Type& type, Scope scope) {
    const HitPolicy policy = measure.hit_policy.value_or(HitPolicy::kFirst);
    std::vector<int> arguments;
    for (const TableRule& rule : measure.rules) {
        arguments.push_back(member(rule.when, scope));
        if (policy != HitPolicy::kCollectCount) arguments.push_back(member(rule.then, scope));
    }
    if (policy == HitPolicy::kCollectCount) return builder_.node(Op::kCount, type, std::move(arguments));
    if (!measure.otherwise.empty()) arguments.push_back(member(measure.otherwise, scope));
    return builder_.node(policy == HitPolicy::kFirst ? Op::kFirst : Op::kUnique, type, std::move(arguments));
}

int Lowering::best_fit(const Measure& measure, const Type& type, Scope scope) {
    const auto scale = static_cast<std::size_t>(type.scale);
    const ScaleInfo& ranks = builder_.program.scales[scale];
    // Best level first, whatever the order in the document.
    std::map<int, const FitLevel*, std::greater<>> ordered;
    for (const FitLevel& level : measure.levels) ordered.emplace(ranks.rank_of(document_.scales[scale].find(level.level)), &level);
    std::vector<int> arguments;
    for (const auto& [rank, level] : ordered)
        for (const std::string& each : level->criteria) arguments.push_back(criterion(context_.symbols.criteria.find(each), scope));
    const int index = table(builder_.program.best_fits, &measure, [&] {
        BestFitTable made;
        int first = 0;
        for (const auto& [rank, level] : ordered) {
            const int count = static_cast<int>(level->criteria.size());
            made.candidates.push_back({rank, first, count});
            first += count;
        }
        made.tie_better = measure.tie_better;
        made.ignore_unknown = measure.missing == MissingPolicy::kIgnore;
        made.minimum_known = measure.minimum_known.value_or(1);
        return made;
    });
    return builder_.node(Op::kBestFit, type, std::move(arguments), index);
}

int Lowering::extreme(const Measure& measure, const Type& type, Scope scope) {
    std::vector<int> levels;
    for (const std::string& each : measure.of) levels.push_back(member(each, scope));
    const bool worst = measure.kind == MeasureKind::kWorstOf;
    if (measure.missing != MissingPolicy::kIgnore) return builder_.node(worst ? Op::kMinimum : Op::kMaximum, type, std::move(levels));
    return builder_.node(worst ? Op::kMinimumKnown : Op::kMaximumKnown, type, std::move(levels), measure.minimum_known.value_or(1));
}

}  // namespace schoolimp::inline v0
