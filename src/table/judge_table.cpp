#include <algorithm>
#include <atomic>
#include <bit>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

#include "arrow/table_data.hpp"
#include "columnar/block_runner.hpp"
#include "expression/cell_name.hpp"
#include "judgement/cells.hpp"
#include "schoolimp/table/judge_table.hpp"
#include "table/block_loader.hpp"
#include "table/judge_table_with.hpp"
#include "table/open_rows.hpp"
#include "table/populations.hpp"
#include "table/row_search.hpp"
#include "table/table_parts.hpp"
#include "table/table_program.hpp"
#include "table/write_answers.hpp"

namespace schoolimp::inline v0 {

namespace {

class Run {
public:
    Run(TableJudgement::Parts& parts, const Kernels& kernels)
        : parts_(parts), program_(parts.framework.program()), table_(data_of(parts.table)), kernels_(kernels), blocks_(blocks_of(table_)),
          compiled_(table_program(parts.framework, parts.options.as_of, input_columns(parts.binding, program_.inputs.size()))), columns_(compiled_->columns()) {}

    /// False when it was stopped. What a worker or the callback throws comes out here, when all have ended.
    bool run() {
        const auto threads = std::min(static_cast<std::size_t>(parts_.options.threads), std::max<std::size_t>(blocks_.size(), 1));
        std::vector<Worker> workers(threads);
        {
            std::vector<std::jthread> started;
            started.reserve(threads);
            try {
                for (std::size_t i = 1; i < threads; ++i) started.emplace_back([this, &workers, i] { work_guarded(workers[i], false); });
            } catch (const std::system_error&) {  // The system has no more threads: those there are do the work.
            }
            work_guarded(workers[0], true);
        }
        if (failure_) std::rethrow_exception(failure_);
        if (!stopped_ && reported_ < parts_.rows) report();
        gather(workers);
        return !stopped_;
    }

private:
    struct Worker {
        std::int64_t failed = 0, searched_rows = 0, searches = 0;
        std::vector<std::pair<std::int64_t, std::vector<Issue>>> failures;  ///< By row.
    };

    void work_guarded(Worker& worker, bool reports) {
        try {
            work(worker, reports);
        } catch (...) {
            const std::lock_guard<std::mutex> lock(failure_mutex_);
            if (!failure_) failure_ = std::current_exception();
            stopped_ = true;
        }
    }

    void report() {
        if (!parts_.options.progress) return;
        reported_ = done_;
        if (!parts_.options.progress(reported_, parts_.rows)) stopped_ = true;
    }

    void work(Worker& worker, bool reports) {
        BlockLoader loader(parts_.binding, table_, kernels_);
        BlockRunner runner(columns_, columns_.planes(), kernels_);
        RowSearch search(parts_.framework, parts_.options.as_of, parts_.options.search_limit);
        const auto go_on = [&] {
            if (reports && !stopped_) report();
            return !stopped_;
        };
        OpenRows open_rows(parts_, *compiled_, kernels_, search, go_on);
        TextTable texts(program_);
        const ValueAt value_at = [&](int input, std::size_t row) { return loader.value_at(input, row, texts); };
        for (std::size_t next = next_++; next < blocks_.size() && !stopped_; next = next_++) {
            const Block& block = blocks_[next];
            loader.load(block, runner);
            runner.run_compared(loader.cells().first(program_.inputs.size()), block.rows, value_at);
            AnswerWriter writer(parts_, columns_, kernels_, loader, runner, search, open_rows, block);
            writer.write();
            worker.searched_rows += writer.searched_rows();
            note_failures(worker, loader, block);
            done_ += static_cast<std::int64_t>(block.rows);
            go_on();
        }
        if (!stopped_) open_rows.finish();
        worker.searches = search.searches();
    }

    void note_failures(Worker& worker, const BlockLoader& loader, const Block& block) {
        for (std::size_t w = 0; w < kPlaneWords; ++w)
            for (std::uint64_t bits = loader.failing()[w]; bits != 0; bits &= bits - 1) {
                const std::size_t row = 64 * w + static_cast<std::size_t>(std::countr_zero(bits));
                const std::int64_t number = block.row + static_cast<std::int64_t>(row);
                if (worker.failed++ >= kMostFailuresKept) continue;
                worker.failures.push_back({number, {}});
                loader.describe(row, "row " + std::to_string(number), worker.failures.back().second);
            }
    }

    void gather(std::vector<Worker>& workers) {
        std::vector<std::pair<std::int64_t, std::vector<Issue>>> failures;
        for (Worker& worker : workers) {
            parts_.failed += worker.failed;
            parts_.searched_rows += worker.searched_rows;
            parts_.searches += worker.searches;
            for (auto& failure : worker.failures) failures.push_back(std::move(failure));
        }
        std::sort(failures.begin(), failures.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < failures.size() && i < static_cast<std::size_t>(kMostFailuresKept); ++i)
            for (Issue& issue : failures[i].second) parts_.failures.push_back(std::move(issue));
    }

    TableJudgement::Parts& parts_;
    const Program& program_;
    const TableData& table_;
    const Kernels& kernels_;
    std::vector<Block> blocks_;
    std::shared_ptr<const TableProgram> compiled_;
    const ColumnProgram& columns_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::int64_t> done_{0};
    std::atomic<bool> stopped_{false};
    std::int64_t reported_ = 0;  ///< Of the calling thread.
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
};

void make_room(TableJudgement::Parts& parts) {
    const Program& program = parts.framework.program();
    const auto rows = static_cast<std::size_t>(parts.rows);
    parts.criteria_words = std::max<std::size_t>(1, (program.criteria.size() + 63) / 64);
    for (RowArray<std::uint64_t>* mask : {&parts.met, &parts.not_met, &parts.unknown}) *mask = RowArray<std::uint64_t>(rows * parts.criteria_words);
    parts.answers.resize(program.judgements.size());
    for (TableJudgement::Parts::Answers& answers : parts.answers) {
        answers.suggested = RowArray<std::int8_t>(rows);
        answers.possible = RowArray<std::uint64_t>(rows);
        answers.states = RowArray<std::uint8_t>(rows);
    }
}

}  // namespace

Result<TableJudgement> judge_table_with(const Framework& framework, const Table& table, const TableOptions& options, const Kernels& kernels) {
    Result<Binding> binding = bind(framework, table, options);
    if (!binding) return std::move(binding).status();
    if (!fits_planes(framework.program()))
        return Status(StatusCode::kUnimplemented, "framework '" + framework.id() + "' has a scale of more than 64 levels, or more than 63 texts: tables are not judged with it; judge() is");
    auto parts = std::make_shared<TableJudgement::Parts>(framework, table, options, std::move(binding).value());
    add_populations(framework, table, kernels, parts->binding);
    make_room(*parts);
    if (!Run(*parts, kernels).run()) return Status(StatusCode::kCancelled, "judging the table was stopped by its progress callback");
    parts->options.progress = nullptr;  // What it refers to need not outlive the run.
    return TableJudgement(std::move(parts));
}

Result<TableJudgement> judge_table(const Framework& framework, const Table& table, const TableOptions& options) {
    return judge_table_with(framework, table, options, *available_kernels().front());
}

std::vector<std::string> cells_of(const Framework& framework) {
    const FrameworkDocument& document = framework.document();
    std::vector<std::string> names;
    const auto add = [&](std::string name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    };
    for (Input input : framework.program().inputs) {
        add(cell_name(document, framework.program(), input));
        // Whether an observation ages does not depend on the day.
        const bool ages = input.kind == InputKind::kIndicator && oldest_that_counts(document.indicators[static_cast<std::size_t>(input.indicator)], input.shift, AsOf{from_days(0), from_days(0), {}});
        input.kind = InputKind::kObservedOn;
        if (ages) add(cell_name(document, input));
    }
    if (!document.applies_to.empty()) add("school.phase");
    return names;
}

}  // namespace schoolimp::inline v0
