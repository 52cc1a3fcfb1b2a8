// The improvement calendar of a trust, and writing it as iCalendar.
#include <benchmark/benchmark.h>

#include "sample.hpp"

namespace schoolimp_bench {
namespace {

schoolimp::Calendar sample_calendar(int schools) {
    const schoolimp::Framework framework = value_or_abort(schoolimp::builtin_framework("pvat"));
    const schoolimp::Trust trust = sample_trust(schools);
    const schoolimp::Evidence evidence = sample_evidence(schools);
    std::vector<schoolimp::Judgement> judgements;
    for (const schoolimp::School& school : trust.schools)
        judgements.push_back(value_or_abort(schoolimp::judge(framework, evidence, school.id, trust, schoolimp::builtin_benchmarks(), sample_options())));
    const std::vector<schoolimp::SchoolYear> years{sample_school_year()};
    schoolimp::CalendarOptions options;
    options.from = *schoolimp::make_date(2019, 9, 2);
    return value_or_abort(schoolimp::make_calendar(framework, trust, years, judgements, {}, nullptr, options));
}

void make_calendar(benchmark::State& state) {
    const int schools = static_cast<int>(state.range(0));
    std::size_t events = 0;
    for (auto _ : state) {
        const schoolimp::Calendar calendar = sample_calendar(schools);
        events = calendar.events.size();
        benchmark::DoNotOptimize(calendar);
    }
    state.counters["events"] = static_cast<double>(events);
}
BENCHMARK(make_calendar)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

void write_icalendar(benchmark::State& state) {
    const schoolimp::Calendar calendar = sample_calendar(static_cast<int>(state.range(0)));
    std::size_t bytes = 0;
    for (auto _ : state) {
        const std::string text = value_or_abort(schoolimp::write_icalendar(calendar));
        bytes = text.size();
        benchmark::DoNotOptimize(text);
    }
    state.counters["events/s"] = benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(calendar.events.size()), benchmark::Counter::kIsRate);
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(write_icalendar)->Arg(10)->Arg(500)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace schoolimp_bench
