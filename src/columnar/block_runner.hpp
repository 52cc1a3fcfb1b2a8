// BlockRunner: runs a column program over one block of rows. Allocates nothing unless a block is longer than those before.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "columnar/column_program.hpp"
#include "columnar/row_program.hpp"
#include "expression/evaluate.hpp"

namespace schoolimp::inline v0 {

/// One input over the rows of a block; arrays have entries for all words of a plane that the block needs, whatever stands where there is no value.
struct InputBlock {
    const double* numbers = nullptr;          ///< Numbers and dates (days since 1970-01-01).
    const std::uint8_t* codes = nullptr;      ///< Everything else; kNoCode where there is none.
    const std::uint64_t* present = nullptr;
    const std::uint64_t* not_applicable = nullptr;  ///< Null: none is.
};
inline constexpr std::uint8_t kNoCode = 255;

/// The value of an input in a row of the block, for nodes that are worked out row by row.
using ValueAt = std::function<Value(int input, std::size_t row)>;

class BlockRunner {
public:
    /// `planes` is of the columns' program. All must outlive the runner, which is not to be shared between threads.
    BlockRunner(const ColumnProgram& columns, const PlaneProgram& planes, const Kernels& kernels);

    /// Fills the leaves, but for what is given, and runs the gates. `inputs` by input, `rows` of them real.
    void run(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at);

    /// The same in parts, for those who have a column in the near caches now: first the block's rows, then the numbers of each input, then the rest.
    void make_room(std::size_t rows);
    void compare(std::size_t input, const double* numbers);
    void run_compared(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at);

    std::size_t inputs() const { return thresholds_.size(); }
    /// A plane of the block that ran last, by its place: words() words.
    const std::uint64_t* plane(int place) const { return planes_.data() + static_cast<std::size_t>(place) * stride_; }
    std::uint64_t* plane(int place) { return planes_.data() + static_cast<std::size_t>(place) * stride_; }
    /// Rows with numbers that sums in units cannot hold: the planes say nothing of them.
    const std::uint64_t* inexact() const { return inexact_.data(); }

    /// Sums take this number for the input where it is missing, from the next run on.
    void begin_with(int input, double units);
    /// The same at once: those that read it are worked out again.
    void give(int input, double units);
    /// Runs some of the gates again.
    void run_again(std::span<const Instruction> instructions) { kernels_.run(instructions, program_.lists.data(), planes_.data(), stride_, words_); }
    /// Words of planes that have rows, rounded up to what kernels take.
    std::size_t words() const { return words_; }

private:
    /// An input that sums read.
    struct Summand {
        int input;
        std::vector<double> units;    ///< Zero where it is missing.
        std::vector<double> missing;  ///< 1 where it is missing, else 0.
        double given = 0;
    };
    struct Sum {
        int place;
        Compound compound;
        Filling filling;
        int judgement;
        std::vector<double> given;  ///< kGiven: what it comes to.
    };
    struct Threshold {
        double first;  ///< The least number that passes.
        int place;
    };
    struct Computed {
        int node;
        RowProgram program;
        std::vector<std::uint8_t> codes;
        int last_code;  ///< All texts the program does not name share it.
    };

    void prepare_sum(const PlacedLeaf& leaf);
    void load_plain(const PlacedLeaf& leaf, std::span<const InputBlock> inputs);
    void load_summand(Summand& summand, const InputBlock& block);
    void load_sum(Sum& sum);
    void compare_sum(const Sum& sum, const std::vector<double>& numbers);
    void load_computed(Computed& computed, std::size_t rows, const ValueAt& value_at);
    Summand& summand(int input) { return *find_summand(input); }
    Summand* find_summand(int input);
    double filling_of(const Sum& sum, const Summand& summand) const;

    const ColumnProgram& columns_;
    const PlaneProgram& program_;
    const Kernels& kernels_;
    std::vector<std::uint64_t> planes_, inexact_;
    std::size_t words_ = 0;   ///< Of the block that ran last.
    std::size_t stride_ = 0;  ///< Words a plane has room for.
    std::vector<std::vector<Threshold>> thresholds_;  ///< By input.
    std::vector<Summand> summands_;
    std::vector<Sum> sums_;
    std::vector<double> sum_;
    std::vector<Computed> computed_;
};

/// The number in units; it has at most kUnitPlaces places.
double in_units(const Decimal& number);

}  // namespace schoolimp::inline v0
