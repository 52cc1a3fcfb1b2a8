// Judging tables: from a thousand to ten million rows, each kernel set, one and two threads; what compiling for a table costs; and explaining one row.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include "arrow/table_data.hpp"
#include "columnar/block_runner.hpp"
#include "columnar/column_program.hpp"
#include "judgement/admissible.hpp"
#include "sample.hpp"
#include "schoolimp/table/judge_table.hpp"
#include "table/binding.hpp"
#include "table/block_loader.hpp"
#include "table/judge_table_with.hpp"
#include "table_sample.hpp"

namespace schoolimp_bench {

using namespace schoolimp;

namespace {

constexpr int kCriteria = 15;

std::int64_t free_memory() { return static_cast<std::int64_t>(sysconf(_SC_AVPHYS_PAGES)) * sysconf(_SC_PAGESIZE); }

/// The table of so many rows; the last one is kept, for large ones take longer to make than to judge.
const Table& table_of(std::int64_t rows) {
    static Table table;
    if (table.rows() != rows) {
        table = Table();  // Its memory first.
        table = counting_table(kCriteria, rows);
    }
    return table;
}

/// What missing cells could be.
std::vector<Admissible> admissible_of(const Framework& framework) {
    const Program& program = framework.program();
    TextTable texts(program);
    const std::vector<Value> nothing(program.inputs.size());
    const AdmissibleValues values(framework, nothing, table_options().as_of, texts);
    std::vector<Admissible> admissible;
    for (const Input& input : program.inputs) admissible.push_back(values.of(input));
    return admissible;
}

void judge_rows(benchmark::State& state, const Kernels& kernels, std::int64_t rows, int threads) {
    constexpr std::int64_t kBytesOfRow = kCriteria * 8 + 64;  // The columns, and room for the answers twice.
    if (rows * kBytesOfRow > free_memory()) {
        state.SkipWithError("not enough free memory");
        return;
    }
    const Framework framework = counting_framework(kCriteria);
    const Table& table = table_of(rows);
    const TableOptions options = table_options(threads);
    for (auto _ : state) benchmark::DoNotOptimize(value_or_abort(judge_table_with(framework, table, options, kernels)));
    state.SetBytesProcessed(state.iterations() * rows * kCriteria * 8);
    state.SetItemsProcessed(state.iterations() * rows);
}

void judge_with_criteria(benchmark::State& state) {
    constexpr std::int64_t kRows = 100000;
    const int criteria = static_cast<int>(state.range(0));
    const Framework framework = counting_framework(criteria);
    const Table table = counting_table(criteria, kRows);
    for (auto _ : state) benchmark::DoNotOptimize(value_or_abort(judge_table(framework, table, table_options())));
    state.SetBytesProcessed(state.iterations() * kRows * criteria * 8);
    state.SetItemsProcessed(state.iterations() * kRows);
}
// A list of conditions has at most 100 parts; the number in at_least() is one of them.
BENCHMARK(judge_with_criteria)->Arg(1)->Arg(3)->Arg(10)->Arg(30)->Arg(99)->Unit(benchmark::kMillisecond);

/// What judging a million rows begins with: parts/load only takes in the columns, parts/run runs the circuits too, parts/write is all of it.
/// Each is measured with what comes before, for the columns are in the cache only then.
void judge_in_part(benchmark::State& state, bool run_circuits) {
    constexpr std::int64_t kRows = 1'000'000;
    const Framework framework = counting_framework(kCriteria);
    const Table& table = table_of(kRows);
    const TableData& data = data_of(table);
    const Kernels& kernels = *available_kernels().front();
    const Binding binding = value_or_abort(bind(framework, table, table_options()));
    const Program& program = framework.program();
    const ColumnProgram columns(program, framework.program_index(), input_columns(binding, program.inputs.size()), admissible_of(framework));
    BlockLoader loader(binding, data, kernels);
    BlockRunner runner(columns, columns.planes(), kernels);
    TextTable texts(program);
    const ValueAt value_at = [&](int input, std::size_t row) { return loader.value_at(input, row, texts); };
    const std::vector<Block> blocks = blocks_of(data);
    for (auto _ : state)
        for (const Block& block : blocks) {
            if (run_circuits) {
                loader.load(block, runner);
                runner.run_compared(loader.cells().first(program.inputs.size()), block.rows, value_at);
            } else {
                loader.load(block);
            }
            benchmark::ClobberMemory();
        }
    state.SetBytesProcessed(state.iterations() * kRows * kCriteria * 8);
}

/// The circuits for a table that has all cells.
void compile_for_columns(benchmark::State& state) {
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const Framework framework = value_or_abort(builtin_framework(id));
    const Program& program = framework.program();
    const std::vector<Admissible> admissible = admissible_of(framework);
    InputColumn column;
    column.source = InputColumn::Source::kColumn;
    const std::vector<InputColumn> columns(program.inputs.size(), column);
    for (auto _ : state) benchmark::DoNotOptimize(ColumnProgram(program, framework.program_index(), columns, admissible));
    const ColumnProgram compiled(program, framework.program_index(), columns, admissible);
    state.counters["gates"] = static_cast<double>(compiled.planes().instructions.size());
    state.counters["leaves"] = static_cast<double>(compiled.planes().leaves.size());
    state.SetLabel(id);
}
BENCHMARK(compile_for_columns)->DenseRange(0, 4)->Unit(benchmark::kMicrosecond);

/// All that a table costs before its first row.
void judge_one_row(benchmark::State& state) {
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const Framework framework = value_or_abort(builtin_framework(id));
    const Table table = table_of_numbers(framework, 1);
    for (auto _ : state) benchmark::DoNotOptimize(value_or_abort(judge_table(framework, table, table_options())));
    state.SetLabel(id);
}
BENCHMARK(judge_one_row)->DenseRange(0, 4)->Unit(benchmark::kMicrosecond);

void explain_row(benchmark::State& state) {
    constexpr std::int64_t kRows = 1000;
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const Framework framework = value_or_abort(builtin_framework(id));
    const TableJudgement judged = value_or_abort(judge_table(framework, table_of_numbers(framework, kRows), table_options()));
    std::int64_t row = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(value_or_abort(judged.explain(row)));
        row = (row + 1) % kRows;
    }
    state.SetLabel(id);
}
BENCHMARK(explain_row)->DenseRange(0, 4)->Unit(benchmark::kMicrosecond);

[[maybe_unused]] const bool kRegistered = [] {
    using State = benchmark::State;
    benchmark::RegisterBenchmark("parts/load", [](State& state) { judge_in_part(state, false); })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("parts/run", [](State& state) { judge_in_part(state, true); })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("parts/write", [](State& state) { judge_rows(state, *available_kernels().front(), 1'000'000, 1); })->Unit(benchmark::kMillisecond);
    for (std::int64_t rows = 1000; rows <= 10'000'000; rows *= 10)
        for (const Kernels* kernels : available_kernels())
            for (const int threads : {1, 2}) {
                const std::string name = std::string("judge_table/") + kernels->name + "/rows:" + std::to_string(rows) + "/threads:" + std::to_string(threads);
                benchmark::RegisterBenchmark(name.c_str(), [kernels, rows, threads](State& state) { judge_rows(state, *kernels, rows, threads); })
                    ->Unit(benchmark::kMillisecond)
                    ->UseRealTime();
            }
    return true;
}();

}  // namespace
}  // namespace schoolimp_bench
