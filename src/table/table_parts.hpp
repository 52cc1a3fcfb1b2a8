// What judging a table gave, in arrays by row.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "arrow/owned_column.hpp"
#include "schoolimp/table/judge_table.hpp"
#include "table/binding.hpp"

namespace schoolimp::inline v0 {

/// An array that is written before it is read.
template <typename T>
class RowArray {
public:
    RowArray() = default;
    explicit RowArray(std::size_t size) : memory_(static_cast<std::int64_t>(size * sizeof(T))), size_(size) {}

    T* data() { return memory_.as<T>(); }
    T& operator[](std::size_t i) { return data()[i]; }
    std::span<const T> span() const { return {reinterpret_cast<const T*>(memory_.data()), size_}; }

private:
    AlignedBuffer memory_;
    std::size_t size_ = 0;
};

struct TableJudgement::Parts {
    Parts(const Framework& of, const Table& from, const TableOptions& with, Binding bound)
        : framework(of), table(from), options(with), binding(std::move(bound)), rows(from.rows()) {}

    Framework framework;
    Table table;
    TableOptions options;
    Binding binding;
    std::int64_t rows = 0;

    struct Answers {
        RowArray<std::int8_t> suggested;
        RowArray<std::uint64_t> possible;
        RowArray<std::uint8_t> states;
    };
    std::vector<Answers> answers;  ///< By judgement.
    std::size_t criteria_words = 1;
    RowArray<std::uint64_t> met, not_met, unknown;
    std::int64_t failed = 0;
    std::vector<Issue> failures;
    std::int64_t searched_rows = 0, searches = 0;
};

/// Issues of no more rows than this are kept.
inline constexpr std::int64_t kMostFailuresKept = 100;

}  // namespace schoolimp::inline v0
