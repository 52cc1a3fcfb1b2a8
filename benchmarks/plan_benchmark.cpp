// Making, revising and rating the support plan of one school.
#include <benchmark/benchmark.h>

#include "sample.hpp"

namespace schoolimp_bench {
namespace {

struct Case {
    schoolimp::SchoolYear school_year = sample_school_year();
    schoolimp::Trust trust = sample_trust(1);
    schoolimp::Framework framework;
    schoolimp::Judgement judgement;
    schoolimp::PlanOptions options;

    explicit Case(const std::string& id)
        : framework(value_or_abort(schoolimp::builtin_framework(id))),
          judgement(value_or_abort(schoolimp::judge(framework, sample_evidence(1), trust.schools.front().id, trust, schoolimp::builtin_benchmarks(), sample_options()))) {
        options.made_on = *schoolimp::make_date(2020, 1, 31);
    }
};

void make_plan(benchmark::State& state) {
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const Case sample(id);
    std::size_t actions = 0;
    for (auto _ : state) {
        const schoolimp::Plan plan = value_or_abort(schoolimp::make_plan(sample.framework, sample.judgement, sample.school_year, sample.trust, sample.options));
        actions = plan.actions.size();
        benchmark::DoNotOptimize(plan);
    }
    state.SetLabel(id);
    state.counters["actions"] = static_cast<double>(actions);
}
BENCHMARK(make_plan)->DenseRange(0, 4)->Unit(benchmark::kMicrosecond);

void revise_plan(benchmark::State& state) {
    const Case sample("pvat");
    const schoolimp::Plan plan = value_or_abort(schoolimp::make_plan(sample.framework, sample.judgement, sample.school_year, sample.trust, sample.options));
    for (auto _ : state) benchmark::DoNotOptimize(value_or_abort(schoolimp::revise_plan(plan, sample.framework, sample.judgement, sample.school_year, sample.trust, sample.options)));
}
BENCHMARK(revise_plan)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace schoolimp_bench
