// A small framework, evidence in few words, and what goes with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/judgement/rollup.hpp"

namespace schoolimp::test {

/// The document of the sample framework, for tests that change it.
FrameworkDocument sample_document();
/// Compiles; every issue goes into the failure.
Framework compiled(FrameworkDocument document);
const Framework& sample_framework();

Observation annual(std::string indicator, std::string_view year, ObservedValue value, std::string group = {});
Observation point(std::string indicator, std::string_view date, ObservedValue value);
Observation recorded(Observation observation, std::string_view date);
Observation with_cohort(Observation observation, int cohort);
Decimal number(std::string_view text);

/// Evidence of school "s".
Evidence evidence_of(std::vector<Observation> observations);
/// Trust with school "s", a primary school.
Trust sample_trust();
/// 65 percent at the expected standard and 5 percent absence in 2017/18 and 2018/19.
Benchmarks sample_benchmarks();

JudgeOptions on(std::string_view valid, std::string_view known = {});
/// Judges school "s" at the end of 2019; fails the test when that fails.
Judgement judged(std::vector<Observation> observations, const JudgeOptions& options = on("2019-12-31"), const Framework& framework = sample_framework());

const CriterionResult& criterion(const Judgement& judgement, std::string_view id);
const MeasureResult& measure(const Judgement& judgement, std::string_view id);
/// The one reading of an indicator (with a shift, a group, or the national figure).
const Reading& reading(const Judgement& judgement, std::string_view indicator, int shift = 0, std::string_view group = {}, bool national = false);

/// All evidence that makes school "s" tier 1: results 70 and 68, absence 4, grade good, finding secure.
std::vector<Observation> strong_evidence();

bool any_contains(const std::vector<std::string>& sentences, std::string_view part);

}  // namespace schoolimp::test
