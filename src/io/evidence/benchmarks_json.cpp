#include "schoolimp/io/benchmarks_json.hpp"

#include "io/codec/document.hpp"
#include "io/codec/identifiers.hpp"

namespace schoolimp::inline v0 {
namespace codec {

constexpr std::string_view kBenchmarksSchema = "schoolimp/benchmarks/1";

struct BenchmarksDocument {
    std::vector<Benchmark> lines;
    ExtraMembers extra{};
};

template <typename Visitor>
void describe(Visitor& fields, Of<Benchmark>) {
    fields.required("indicator", &Benchmark::indicator, kId);
    fields.optional("group", &Benchmark::group, kSimpleId);
    fields.required("period", &Benchmark::period, kPeriod);
    fields.required("phase", &Benchmark::phase, WordText<SchoolPhase>{"all"});
    fields.required("value", &Benchmark::value, kNumber);
    fields.required("source", &Benchmark::source, kText);
}

template <typename Visitor>
void describe(Visitor& fields, Of<BenchmarksDocument>) {
    fields.required("lines", &BenchmarksDocument::lines, kListOf<Benchmark>);
}

}  // namespace codec

Result<Benchmarks> parse_benchmarks(std::string_view text, const ParseLimits& limits, std::vector<Issue>* warnings) {
    using codec::BenchmarksDocument;
    std::vector<Issue> found;
    auto document = codec::parse_document<BenchmarksDocument>(text, codec::kBenchmarksSchema, "benchmarks", codec::UnknownMembers::kWarning, limits, &found);
    if (!document.ok()) return document.status();
    BenchmarksDocument read = *std::move(document);
    Result<Benchmarks> benchmarks = Benchmarks::from(std::move(read.lines), std::move(read.extra));
    if (!benchmarks.ok()) return codec::with_warnings(benchmarks.status(), found);
    if (warnings != nullptr) codec::append(*warnings, std::move(found));
    return benchmarks;
}

std::string write_benchmarks(const Benchmarks& benchmarks, JsonStyle style) {
    return codec::write_document(codec::BenchmarksDocument{benchmarks.lines(), benchmarks.extra()}, codec::kBenchmarksSchema, style);
}

}  // namespace schoolimp::inline v0
