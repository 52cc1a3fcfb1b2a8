#include "schoolimp/judgement/rollup.hpp"

#include <algorithm>
#include <set>

#include "judgement/governing.hpp"

namespace schoolimp::inline v0 {

namespace {

bool has(const std::vector<std::string>& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

Status check_same_framework(const Framework& framework, const std::vector<Judgement>& judgements) {
    std::vector<Issue> issues;
    std::set<std::string> schools;
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        const Judgement& judgement = judgements[i];
        const std::string pointer = "/" + std::to_string(i);
        if (judgement.framework_hash != framework.hash())
            issues.push_back({pointer + "/framework_hash", "other_framework",
                              "school '" + judgement.school + "' was judged with framework '" + judgement.framework_id + "' " + judgement.framework_hash + ", not with '" +
                                  framework.id() + "' " + framework.hash(),
                              "judge it again with this framework"});
        if (!schools.insert(judgement.school).second)
            issues.push_back({pointer + "/school", "duplicate", "school '" + judgement.school + "' is judged twice", "keep its latest judgement"});
    }
    return issues.empty() ? Status() : invalid_document("judgements", std::move(issues));
}

JudgementRollup roll_up_judgement(const Framework& framework, const JudgementRule& rule, const std::vector<Judgement>& judgements) {
    JudgementRollup rollup;
    rollup.judgement = rule.id;
    for (const ScaleLevel& level : framework.find_scale(rule.scale)->levels) rollup.levels.push_back({level.id, {}, {}});
    const auto level_of = [&](const std::string& id) -> LevelCount* {
        for (LevelCount& level : rollup.levels)
            if (level.level == id) return &level;
        return nullptr;
    };
    for (const Judgement& judgement : judgements) {
        const Answer* answer = judgement.find_answer(rule.id);
        const Decision* decision = judgement.decided(rule.id);
        LevelCount* suggested = answer != nullptr && answer->suggested ? level_of(*answer->suggested) : nullptr;
        LevelCount* decided = decision != nullptr ? level_of(decision->level) : nullptr;
        if (suggested != nullptr) suggested->suggested.push_back(judgement.school);
        if (decided != nullptr) decided->decided.push_back(judgement.school);
        if (suggested == nullptr && decided == nullptr) rollup.without_level.push_back(judgement.school);
    }
    return rollup;
}

Truth truth_of(const std::vector<ConditionResult>& results, const std::string& owner, Truth absent) {
    for (const ConditionResult& result : results)
        if (result.owner == owner) return result.result;
    return absent;
}

/// Reached when enough schools meet it even if all unknown ones fail; missed when too few do even if all unknown ones meet it.
Truth share_reached(const KpiResult& kpi, const Decimal& share) {
    const std::size_t met = kpi.met.size(), open = kpi.unknown.size(), all = met + open + kpi.not_met.size();
    if (all == 0) return Truth::kNotApplicable;
    const auto reaches = [&](std::size_t schools) {
        const std::optional<Decimal> needed = multiply(share, Decimal(static_cast<std::int64_t>(all)));
        return needed && Decimal(static_cast<std::int64_t>(100 * schools)) >= *needed;
    };
    return reaches(met) ? Truth::kTrue : reaches(met + open) ? Truth::kUnknown : Truth::kFalse;
}

KpiResult roll_up_kpi(const Kpi& kpi, const std::vector<Judgement>& judgements) {
    KpiResult result;
    result.id = kpi.id;
    for (const Judgement& judgement : judgements) {
        switch (truth_of(judgement.kpis, kpi.id, Truth::kUnknown)) {
            case Truth::kTrue: result.met.push_back(judgement.school); break;
            case Truth::kFalse: result.not_met.push_back(judgement.school); break;
            case Truth::kUnknown: result.unknown.push_back(judgement.school); break;
            case Truth::kNotApplicable: result.not_applicable.push_back(judgement.school); break;
        }
    }
    result.result = share_reached(result, kpi.need_share);
    return result;
}

/// Whether the school is at one of the levels: by the level in force; unknown when it may yet be, as far as nobody has decided.
Truth at_level(const FrameworkDocument& document, const Judgement& judgement, const std::vector<std::string>& levels) {
    if (levels.empty()) return Truth::kTrue;
    Truth result = Truth::kFalse;
    for (const Scale& scale : document.scales) {
        const JudgementRule* rule = governing_rule(document, judgement, scale.id);
        if (rule == nullptr) continue;
        if (has(levels, judgement.level_in_force(rule->id))) return Truth::kTrue;
        if (judgement.decided(rule->id) != nullptr) continue;
        for (const std::string& level : judgement.find_answer(rule->id)->possible)
            if (has(levels, scale.id + "." + level)) result = Truth::kUnknown;
    }
    return result;
}

template <typename Applied>
void apply_to_schools(const FrameworkDocument& document, const std::string& owner, const std::vector<std::string>& levels, const std::vector<Judgement>& judgements, Applied& applied) {
    for (const Judgement& judgement : judgements) {
        const Truth condition = truth_of(judgement.conditions, owner, Truth::kTrue);
        const Truth level = at_level(document, judgement, levels);
        if (condition == Truth::kNotApplicable) continue;
        const Truth applies = truth_and(level, condition);
        if (applies == Truth::kTrue) applied.schools.push_back(judgement.school);
        if (applies == Truth::kUnknown) applied.possibly.push_back(judgement.school);
    }
}

}  // namespace

Result<Rollup> roll_up(const Framework& framework, const std::vector<Judgement>& judgements) {
    if (Status status = check_same_framework(framework, judgements); !status.ok()) return status;
    const FrameworkDocument& document = framework.document();
    Rollup rollup;
    rollup.framework_id = framework.id();
    rollup.framework_edition = framework.edition();
    rollup.framework_hash = framework.hash();
    for (const Judgement& judgement : judgements) rollup.schools.push_back(judgement.school);
    for (const JudgementRule& rule : document.judgements) rollup.judgements.push_back(roll_up_judgement(framework, rule, judgements));
    for (const Kpi& kpi : document.kpis) rollup.kpis.push_back(roll_up_kpi(kpi, judgements));
    for (const Deployment& deployment : document.deployments) {
        if (deployment.levels.empty() && deployment.when.empty()) continue;
        rollup.deployments.push_back({deployment.id, {}, {}});
        apply_to_schools(document, "deployment:" + deployment.id, deployment.levels, judgements, rollup.deployments.back());
    }
    for (const Intervention& intervention : document.interventions) {
        rollup.interventions.push_back({intervention.id, {}, {}});
        if (intervention.levels.empty() && intervention.when.empty()) continue;  // The model does not say for whom.
        apply_to_schools(document, "intervention:" + intervention.id, intervention.levels, judgements, rollup.interventions.back());
    }
    return rollup;
}

}  // namespace schoolimp::inline v0
