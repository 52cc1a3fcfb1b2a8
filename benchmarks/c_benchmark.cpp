// What the C interface costs over the C++ interface: the same work through both, in one run. Documents they give are compared before anything is timed.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "sample.hpp"
#include "schoolimp/io/documents.hpp"
#include "schoolimp/table/judge_table.hpp"
#include "schoolimp_c.h"
#include "table_sample.hpp"

namespace schoolimp_bench {
namespace {

void check(schoolimp_status status, schoolimp_error* error) {
    if (status == SCHOOLIMP_OK) return;
    std::cerr << schoolimp_error_message(error) << '\n';
    std::abort();
}

/// A handle that ends with its scope.
template <typename Handle, void (*end)(Handle*) noexcept>
class Held {
public:
    Held() = default;
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() { end(handle_); }
    Handle** out() { return &handle_; }
    Handle* get() const { return handle_; }

private:
    Handle* handle_ = nullptr;
};

using HeldText = Held<schoolimp_text, schoolimp_text_free>;
using HeldFramework = Held<schoolimp_framework, schoolimp_framework_free>;
using HeldEvidence = Held<schoolimp_evidence, schoolimp_evidence_free>;
using HeldTrust = Held<schoolimp_trust, schoolimp_trust_free>;
using HeldBenchmarks = Held<schoolimp_benchmarks, schoolimp_benchmarks_free>;
using HeldJudgement = Held<schoolimp_judgement, schoolimp_judgement_free>;
using HeldTable = Held<schoolimp_table, schoolimp_table_free>;
using HeldRequest = Held<schoolimp_table_request, schoolimp_table_request_free>;
using HeldAnswers = Held<schoolimp_table_judgement, schoolimp_table_judgement_free>;

void same_or_abort(const std::string& cpp, const HeldText& c) {
    if (cpp == std::string(schoolimp_text_data(c.get()), schoolimp_text_size(c.get()))) return;
    std::cerr << "the C and the C++ interface give different documents\n";
    std::abort();
}

/// One school for both interfaces.
struct OneSchool {
    schoolimp::Framework framework;
    schoolimp::Evidence evidence = sample_evidence(1);
    schoolimp::Trust trust = sample_trust(1);
    schoolimp::JudgeOptions options = sample_options();
    std::string school = trust.schools.front().id;
    HeldFramework c_framework;
    HeldEvidence c_evidence;
    HeldTrust c_trust;
    HeldBenchmarks c_benchmarks;
    schoolimp_judge_options c_options = SCHOOLIMP_JUDGE_OPTIONS_INIT;

    explicit OneSchool(const std::string& id) : framework(value_or_abort(schoolimp::builtin_framework(id))) {
        schoolimp_error* error = nullptr;
        const std::string evidence_text = schoolimp::write_evidence(evidence), trust_text = schoolimp::write_trust(trust);
        check(schoolimp_framework_builtin(c_framework.out(), id.c_str(), nullptr, &error), error);
        check(schoolimp_evidence_parse(c_evidence.out(), evidence_text.data(), evidence_text.size(), nullptr, nullptr, &error), error);
        check(schoolimp_trust_parse(c_trust.out(), trust_text.data(), trust_text.size(), nullptr, nullptr, &error), error);
        check(schoolimp_benchmarks_builtin(c_benchmarks.out(), &error), error);
        c_options.valid = schoolimp::days_since_epoch(options.as_of.valid);
        c_options.known = schoolimp::days_since_epoch(options.as_of.known);
    }

    schoolimp::Judgement judge() const {
        return value_or_abort(schoolimp::judge(framework, evidence, school, trust, schoolimp::builtin_benchmarks(), options));
    }
    void judge(HeldJudgement& out) const {
        schoolimp_error* error = nullptr;
        check(schoolimp_judge(out.out(), c_framework.get(), c_evidence.get(), school.c_str(), c_trust.get(), c_benchmarks.get(), &c_options, &error), error);
    }
};

void c_judge_school(benchmark::State& state) {
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const OneSchool one(id);
    {
        HeldJudgement judgement;
        HeldText text;
        schoolimp_error* error = nullptr;
        one.judge(judgement);
        check(schoolimp_judgement_to_json(text.out(), judgement.get(), SCHOOLIMP_JSON_CANONICAL, &error), error);
        same_or_abort(schoolimp::write_judgement(one.judge(), schoolimp::JsonStyle::kCanonical), text);
    }
    const bool through_c = state.range(1) != 0;
    for (auto _ : state) {
        if (through_c) {
            HeldJudgement judgement;
            one.judge(judgement);
            benchmark::DoNotOptimize(judgement.get());
        } else {
            benchmark::DoNotOptimize(one.judge());
        }
    }
    state.SetLabel("judging a school, " + id + (through_c ? ", C" : ", C++"));
}
BENCHMARK(c_judge_school)->ArgsProduct({{0, 1, 2, 3, 4}, {0, 1}})->Unit(benchmark::kMicrosecond);

void c_load_framework(benchmark::State& state) {
    const std::string& id = framework_ids()[static_cast<std::size_t>(state.range(0))];
    const std::string text(value_or_abort(schoolimp::builtin_framework_text(id)));
    const bool through_c = state.range(1) != 0;
    for (auto _ : state) {
        if (through_c) {
            HeldFramework framework;
            schoolimp_error* error = nullptr;
            check(schoolimp_framework_parse(framework.out(), text.data(), text.size(), nullptr, &error), error);
            benchmark::DoNotOptimize(framework.get());
        } else {
            benchmark::DoNotOptimize(value_or_abort(schoolimp::parse_framework(text)));
        }
    }
    state.SetLabel("loading a framework, " + id + (through_c ? ", C" : ", C++"));
}
BENCHMARK(c_load_framework)->ArgsProduct({{2}, {0, 1}})->Unit(benchmark::kMillisecond);

/// Reads a stream to its end.
std::int64_t drain(ArrowArrayStream& stream) {
    std::int64_t rows = 0;
    ArrowSchema schema{};
    stream.get_schema(&stream, &schema);
    schema.release(&schema);
    for (;;) {
        ArrowArray array{};
        if (stream.get_next(&stream, &array) != 0 || array.release == nullptr) break;
        rows += array.length;
        array.release(&array);
    }
    stream.release(&stream);
    return rows;
}

void c_export_table(benchmark::State& state) {
    const std::int64_t rows = state.range(0);
    const bool through_c = state.range(1) != 0;
    const schoolimp::Framework framework = counting_framework(15);
    const schoolimp::Table table = counting_table(15, rows);
    const schoolimp::TableJudgement judged = value_or_abort(schoolimp::judge_table(framework, table, table_options()));

    schoolimp_error* error = nullptr;
    HeldFramework c_framework;
    HeldTable c_table;
    HeldRequest request;
    HeldAnswers answers;
    const std::string text = schoolimp::write_framework(framework.document());
    ArrowArrayStream given{};
    table.to_stream(&given);
    check(schoolimp_framework_parse(c_framework.out(), text.data(), text.size(), nullptr, &error), error);
    check(schoolimp_table_from_stream(c_table.out(), &given, &error), error);
    check(schoolimp_table_request_new(request.out(), schoolimp::days_since_epoch(sample_options().as_of.valid), SCHOOLIMP_NO_DATE, &error), error);
    check(schoolimp_judge_table(answers.out(), c_framework.get(), c_table.get(), request.get(), &error), error);

    std::int64_t seen = 0;
    for (auto _ : state) {
        ArrowArrayStream stream{};
        if (through_c) {
            HeldTable columns;
            check(schoolimp_table_judgement_to_table(columns.out(), answers.get(), &error), error);
            check(schoolimp_table_to_stream(&stream, columns.get(), &error), error);
            seen = drain(stream);
        } else {
            judged.to_table().to_stream(&stream);
            seen = drain(stream);
        }
    }
    if (seen != rows) state.SkipWithError("rows were lost");
    state.SetLabel("exporting the answers of " + std::to_string(rows) + " rows" + (through_c ? ", C" : ", C++"));
}
BENCHMARK(c_export_table)->ArgsProduct({{15332, 1000000}, {0, 1}})->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace schoolimp_bench
