// The whole comparison of one framework over random rows: judge_table and explain against judge(), then all kernels, threads and layouts against one another.
#pragma once

#include <random>

#include "table/columns.hpp"

namespace schoolimp::test {

struct CheckOptions {
    std::size_t rows = 300;
    int search_limit = 20000;
    bool all_layouts = true;   ///< Every combination, else a few.
    std::size_t repeated_to = 0;  ///< The rows are repeated up to so many for the layouts (several blocks).
    std::size_t explained = 1000;  ///< At most so many rows are explained.
};

/// Random rows for the framework: mostly with gaps, some without any, some without anything.
std::vector<Row> random_rows(const Framework& framework, const std::vector<Cell>& cells, std::size_t count, std::mt19937& random);

/// Fails the test at the first difference; `title` says of what.
void check_agreement(const Framework& framework, std::mt19937& random, const CheckOptions& options, const std::string& title);

}  // namespace schoolimp::test
