// Judging one school with all reasons, and rolling up a trust.
#include <benchmark/benchmark.h>

#include "sample.hpp"

namespace schoolimp_bench {
namespace {

void judge_school(benchmark::State& state) {
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const schoolimp::Framework framework = value_or_abort(schoolimp::builtin_framework(id));
    const schoolimp::Evidence evidence = sample_evidence(1);
    const schoolimp::Trust trust = sample_trust(1);
    const schoolimp::JudgeOptions options = sample_options();
    const std::string school = trust.schools.front().id;
    std::size_t possible = 0;
    for (auto _ : state) {
        const schoolimp::Judgement judgement = value_or_abort(schoolimp::judge(framework, evidence, school, trust, schoolimp::builtin_benchmarks(), options));
        possible = judgement.answers.front().possible.size();
        benchmark::DoNotOptimize(judgement);
    }
    state.SetLabel(id);
    state.counters["possible"] = static_cast<double>(possible);
    state.counters["schools/s"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(judge_school)->DenseRange(0, 4)->Unit(benchmark::kMicrosecond);

void roll_up_trust(benchmark::State& state) {
    const int schools = static_cast<int>(state.range(0));
    const schoolimp::Framework framework = value_or_abort(schoolimp::builtin_framework("pvat"));
    const schoolimp::Evidence evidence = sample_evidence(schools);
    const schoolimp::Trust trust = sample_trust(schools);
    std::vector<schoolimp::Judgement> judgements;
    for (const schoolimp::School& school : trust.schools)
        judgements.push_back(value_or_abort(schoolimp::judge(framework, evidence, school.id, trust, schoolimp::builtin_benchmarks(), sample_options())));
    for (auto _ : state) benchmark::DoNotOptimize(value_or_abort(schoolimp::roll_up(framework, judgements)));
}
BENCHMARK(roll_up_trust)->Arg(10)->Arg(100)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace schoolimp_bench
