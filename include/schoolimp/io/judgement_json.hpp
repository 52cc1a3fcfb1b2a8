// Judgements ("schoolimp/judgement/1"), decisions ("schoolimp/decisions/1") and roll-ups ("schoolimp/rollup/1") as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/io/limits.hpp"
#include "schoolimp/io/style.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/judgement/rollup.hpp"

namespace schoolimp::inline v0 {

/// Reads a judgement back as it was written. Fails with every issue found, among them indexes of readings that do not exist. Members the format does not know are
/// kept and, when `warnings` are asked for, reported there; so for all documents here.
Result<Judgement> parse_judgement(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);
std::string write_judgement(const Judgement& judgement, JsonStyle style = JsonStyle::kPretty);

/// What people decided, as a list that outlives the judgements it was made on.
Result<DecisionList> parse_decisions(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);
std::string write_decisions(const DecisionList& decisions, JsonStyle style = JsonStyle::kPretty);

Result<Rollup> parse_rollup(std::string_view text, const ParseLimits& limits = {}, std::vector<Issue>* warnings = nullptr);
std::string write_rollup(const Rollup& rollup, JsonStyle style = JsonStyle::kPretty);

}  // namespace schoolimp::inline v0
