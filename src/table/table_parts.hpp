// What judging a table gave, in arrays by row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schoolimp/table/judge_table.hpp"
#include "table/binding.hpp"

namespace schoolimp::inline v0 {

struct TableJudgement::Parts {
    Framework framework;
    Table table;
    TableOptions options;
    Binding binding;
    std::int64_t rows = 0;

    struct Answers {
        std::vector<std::int8_t> suggested;
        std::vector<std::uint64_t> possible;
        std::vector<std::uint8_t> states;
    };
    std::vector<Answers> answers;  ///< By judgement.
    std::size_t criteria_words = 1;
    std::vector<std::uint64_t> met, not_met, unknown;
    std::int64_t failed = 0;
    std::vector<Issue> failures;
    std::int64_t searched_rows = 0, searches = 0;
};

/// Issues of no more rows than this are kept.
inline constexpr std::int64_t kMostFailuresKept = 100;

}  // namespace schoolimp::inline v0
