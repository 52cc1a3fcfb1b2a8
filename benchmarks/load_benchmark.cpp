// Loading: parse, check, type and compile a framework document.
#include <benchmark/benchmark.h>

#include "sample.hpp"

namespace schoolimp_bench {
namespace {

void load_framework(benchmark::State& state) {
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const std::string text(value_or_abort(schoolimp::builtin_framework_text(id)));
    for (auto _ : state) benchmark::DoNotOptimize(value_or_abort(schoolimp::parse_framework(text)));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
    state.SetLabel(id);
}
BENCHMARK(load_framework)->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

void load_all_five(benchmark::State& state) {
    for (auto _ : state)
        for (const std::string& id : framework_ids()) benchmark::DoNotOptimize(value_or_abort(schoolimp::parse_framework(value_or_abort(schoolimp::builtin_framework_text(id)))));
}
BENCHMARK(load_all_five)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace schoolimp_bench
