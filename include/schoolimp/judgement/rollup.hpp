// The trust as a whole: schools by level, KPIs, who gives support and who receives it, where the framework names a panel or an intervention.
#pragma once

#include <string>
#include <vector>

#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

struct LevelCount {
    std::string level;  ///< Level id of the answer's scale.
    std::vector<std::string> suggested;  ///< Schools suggested here.
    std::vector<std::string> decided;    ///< Schools decided here.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const LevelCount&, const LevelCount&) = default;
};

struct JudgementRollup {
    std::string judgement;
    std::vector<LevelCount> levels;          ///< In the order of the scale.
    std::vector<std::string> without_level;  ///< Neither suggested nor decided.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const JudgementRollup&, const JudgementRollup&) = default;
};

struct KpiResult {
    std::string id;
    Truth result = Truth::kUnknown;  ///< Whether the share needed is reached, whatever the unknown schools turn out to be.
    std::vector<std::string> met, not_met, unknown, not_applicable;  ///< Schools.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const KpiResult&, const KpiResult&) = default;
};

struct DeploymentResult {
    std::string id;  ///< Deployment rule of the framework.
    std::vector<std::string> schools;   ///< Schools it applies to by level in force and condition.
    std::vector<std::string> possibly;  ///< Schools it may apply to once what is unknown is known.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const DeploymentResult&, const DeploymentResult&) = default;
};

struct InterventionResult {
    std::string id;
    std::vector<std::string> schools;
    std::vector<std::string> possibly;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const InterventionResult&, const InterventionResult&) = default;
};

/// Schema "schoolimp/rollup/1".
struct Rollup {
    std::string framework_id;
    std::string framework_edition;
    std::string framework_hash;
    std::vector<std::string> schools;
    std::vector<JudgementRollup> judgements;
    std::vector<KpiResult> kpis;
    std::vector<DeploymentResult> deployments;  ///< Those with levels or a condition: givers and receivers.
    std::vector<InterventionResult> interventions;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Rollup&, const Rollup&) = default;
};

/// Rolls up judgements made with one framework. Fails when they were made with another one (by hash) or name a school twice.
Result<Rollup> roll_up(const Framework& framework, const std::vector<Judgement>& judgements);

}  // namespace schoolimp::inline v0
