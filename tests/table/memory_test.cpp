// Judging takes no memory for each row but that of its answers: allocations are counted, so this is a program of its own.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "schoolimp/io/framework_json.hpp"
#include "schoolimp/table/judge_table.hpp"

// GCC sees free() meet what new gave, and not that new is replaced too.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

namespace {

std::atomic<std::size_t> g_bytes{0}, g_calls{0};

void* counted(std::size_t bytes, std::size_t alignment) {
    g_bytes += bytes;
    ++g_calls;
    void* const memory = std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment + (bytes == 0 ? alignment : 0));
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes, 16); }
void* operator new[](std::size_t bytes) { return counted(bytes, 16); }
void* operator new(std::size_t bytes, std::align_val_t alignment) { return counted(bytes, static_cast<std::size_t>(alignment)); }
void* operator new[](std::size_t bytes, std::align_val_t alignment) { return counted(bytes, static_cast<std::size_t>(alignment)); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace schoolimp::test {
namespace {

constexpr int kCriteria = 15;

/// Fifteen criteria on fifteen numbers, and a level from how many are met.
Framework framework_of_criteria() {
    const std::string stated = R"(, "refs": ["T-001"], "basis": "stated"})";
    std::string indicators, criteria, list;
    for (int i = 0; i < kCriteria; ++i) {
        const std::string id = std::to_string(i), comma = i == 0 ? "" : ", ";
        indicators += comma + R"({"id": "n)" + id + R"(", "title": "N", "type": "number", "period": "school_year")" + stated;
        criteria += comma + R"({"id": "c)" + id + R"(", "title": "C", "test": "n)" + id + " >= " + std::to_string(30 + i) + "\"" + stated;
        list += ", c" + id;
    }
    const std::string text = R"({"schema": "schoolimp/framework/1", "id": "many", "edition": "2026", "title": "Many", "scales": [{"id": "grade", "title": "Grade", "order": "worst_first", "levels": [)"
                             R"({"id": "low", "title": "Low")" + stated + R"(, {"id": "high", "title": "High")" + stated + "]" + stated + R"(], "indicators": [)" + indicators +
                             R"(], "criteria": [)" + criteria + R"(], "measures": [{"id": "m", "title": "M", "kind": "decision_table", "scale": "grade", "hit_policy": "FIRST", )"
                             R"("rules": [{"id": "r", "when": "at_least(8)" + list + R"x()", "then": "grade.high")x" + stated + R"(], "otherwise": "grade.low")" + stated +
                             R"(], "judgements": [{"id": "j", "title": "J", "scale": "grade", "measure": "m")" + stated + "]}";
    return parse_framework(text).value();
}

struct Cost {
    double bytes, calls;
};

Cost cost_of(const Framework& framework, std::int64_t rows, int threads) {
    std::vector<std::vector<double>> numbers(kCriteria, std::vector<double>(static_cast<std::size_t>(rows)));
    std::vector<std::uint8_t> validity(static_cast<std::size_t>(rows + 7) / 8);
    for (std::size_t i = 0; i < validity.size(); ++i) validity[i] = static_cast<std::uint8_t>(i * 37 | i >> 3 | 0x55);
    TableBuilder builder(rows);
    ColumnLayout layout;
    layout.validity = validity.data();
    for (std::size_t i = 0; i < kCriteria; ++i) {
        for (std::size_t row = 0; row < numbers[i].size(); ++row) numbers[i][row] = static_cast<double>((row * (2 * i + 3)) % 90);
        builder.add_numbers("n" + std::to_string(i), numbers[i].data(), layout);
    }
    const Table table = builder.build().value();
    TableOptions options;
    options.as_of = {*make_date(2019, 12, 31), *make_date(2019, 12, 31), std::nullopt};
    options.threads = threads;
    const std::size_t bytes = g_bytes, calls = g_calls;
    const Result<TableJudgement> judged = judge_table(framework, table, options);
    EXPECT_TRUE(judged.ok());
    EXPECT_EQ(judged->failed(), 0);
    return {static_cast<double>(g_bytes - bytes), static_cast<double>(g_calls - calls)};
}

TEST(Memory, GrowsWithTheAnswersOnly) {
    const Framework framework = framework_of_criteria();
    for (const int threads : {1, 2}) {
        const Cost few = cost_of(framework, 100'000, threads), many = cost_of(framework, 1'000'000, threads);
        constexpr double kAnswer = 1 + 8 + 1 + 3 * 8;  // Suggested, possible, state, three masks.
        EXPECT_LE((many.bytes - few.bytes) / 900'000, kAnswer + 0.5) << "bytes for each row more, threads " << threads;
        EXPECT_GE((many.bytes - few.bytes) / 900'000, kAnswer - 0.5) << "what is counted is what is allocated";
        EXPECT_LE(many.calls - few.calls, 5 * 900'000 / 1024.0) << "a few short lists for each block of 1024 rows, none for a row; threads " << threads;
        EXPECT_LE(many.bytes - 1e6 * kAnswer, 2e6 * threads) << "beside the output, threads " << threads;
    }
}

}  // namespace
}  // namespace schoolimp::test
