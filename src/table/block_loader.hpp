// BlockLoader: the cells of a block of rows, brought into the form kernels read; and why a row fails.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "arrow/table_data.hpp"
#include "columnar/block_runner.hpp"
#include "table/binding.hpp"

namespace schoolimp::inline v0 {

/// A run of at most kBlockRows rows within one chunk.
struct Block {
    std::size_t chunk = 0;
    std::int64_t first = 0;  ///< In the chunk.
    std::size_t rows = 0;
    std::int64_t row = 0;  ///< Of the table.
};

std::vector<Block> blocks_of(const TableData& table);

/// Numbers are below it: a decimal holds no more.
inline constexpr double kMostNumber = 9.2e18;

class BlockLoader {
public:
    /// All must outlive the loader; not to be shared between threads.
    BlockLoader(const Binding& binding, const TableData& table, const Kernels& kernels);

    void load(const Block& block);
    /// The same for a runner that is to run the block: it compares the numbers of each input as soon as they are there, and has only to be run_compared().
    void load(const Block& block, BlockRunner& runner);

    /// By cell of the binding, of the block loaded last.
    std::span<const InputBlock> cells() const { return blocks_; }
    /// Rows that contradict the framework.
    const std::uint64_t* failing() const { return failing_.data(); }

    /// A cell's value in a row of the block. `texts` takes in words the program does not name.
    Value value_at(int cell, std::size_t row, TextTable& texts) const;
    /// The reason given for a missing value; and whether a value was there that does not count.
    std::optional<MissingReason> reason_at(int cell, std::size_t row) const;
    bool has_number_or_code(int cell, std::size_t row) const;
    /// What is wrong with a failing row; `place` is "row 12".
    void describe(std::size_t row, const std::string& place, std::vector<Issue>& issues) const;

private:
    /// A cell's own memory; unused where the table's memory can be read as it is.
    struct Store {
        std::vector<double> numbers;
        std::vector<std::uint8_t> codes;
        std::vector<std::uint64_t> present, not_applicable;
        double least = -kMostNumber, too_great = kMostNumber;
        std::vector<std::uint8_t> code_of_index;  ///< Of the dictionary of the chunk loaded last.
    };

    const Column& column(int position) const { return table_.chunks[block_.chunk].columns[static_cast<std::size_t>(position)]; }
    void start(std::size_t cell);
    template <typename Loaded>
    void load(const Block& block, Loaded&& loaded);
    void load_cell(std::size_t cell);
    /// The cell's own memory, for all rows of the block; there are no codes in it.
    void own_numbers(std::size_t cell);
    void own_codes(std::size_t cell);
    void load_numbers(std::size_t cell, const Column& column);
    void check_numbers(std::size_t cell);
    void load_codes(std::size_t cell, const Column& column);
    void load_reasons(std::size_t cell);
    void load_figures(std::size_t cell);
    void load_dictionary(std::size_t cell, const Column& column);
    std::uint8_t code_of(const BoundCell& cell, std::string_view word) const;
    void couple(const Binding::Observed& observed);

    const Binding& binding_;
    const TableData& table_;
    const Kernels& kernels_;
    Block block_;
    std::size_t room_ = 0;  ///< Rows of the longest block so far, as kernels take them.
    std::size_t dictionaries_of_ = static_cast<std::size_t>(-1);  ///< The chunk the dictionaries were read of.
    std::vector<Store> stores_;
    std::vector<InputBlock> blocks_;
    std::vector<std::uint64_t> failing_;
};

}  // namespace schoolimp::inline v0
