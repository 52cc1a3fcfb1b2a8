// BlockRunner: runs a column program over one block of rows. Allocates nothing after it has been made.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "columnar/column_program.hpp"
#include "columnar/number_format.hpp"
#include "expression/evaluate.hpp"

namespace schoolimp::inline v0 {

/// One input over the rows of a block; all arrays have kBlockRows entries, whatever stands where there is no value.
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
    /// `formats` by input. The program and the kernels must outlive the runner; not to be shared between threads.
    BlockRunner(const ColumnProgram& program, const Kernels& kernels, std::vector<NumberFormat> formats);

    /// `inputs` by input, `rows` of them real.
    void run(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at);

    /// A plane of the block that ran last, by its place.
    const std::uint64_t* plane(int place) const { return planes_.data() + static_cast<std::size_t>(place) * kPlaneWords; }
    /// Rows with numbers that sums in units cannot hold: the planes say nothing of them.
    const std::uint64_t* inexact() const { return inexact_.data(); }

private:
    struct Units {
        int input;
        std::vector<double> numbers;
    };
    struct Sum {
        int place;
        Compound compound;
        Filling filling;
        int judgement;
    };
    struct Computed {
        int node;
        std::vector<int> nodes;  ///< Below it, itself included, ascending.
        std::vector<std::uint8_t> codes;
    };

    std::uint64_t* plane(int place) { return planes_.data() + static_cast<std::size_t>(place) * kPlaneWords; }
    void prepare_threshold(const PlacedLeaf& leaf, const NumberFormat& format);
    void prepare_sum(const PlacedLeaf& leaf);
    void prepare_computed(const ComputedNode& computed);
    void load_plain(const PlacedLeaf& leaf, std::span<const InputBlock> inputs);
    void load_units(std::span<const InputBlock> inputs);
    void load_sum(const Sum& sum, std::span<const InputBlock> inputs);
    void load_computed(Computed& computed, std::size_t rows, const ValueAt& value_at);
    const double* units_of(int input) const;
    double filling_units(const Sum& sum, int input) const;

    const ColumnProgram& program_;
    const Kernels& kernels_;
    std::vector<NumberFormat> formats_;
    std::vector<std::uint64_t> planes_, inexact_;
    std::vector<double> thresholds_;  ///< By leaf.
    std::vector<Units> units_;
    std::vector<Sum> sums_;
    std::vector<double> sum_, blended_;
    std::vector<Computed> computed_;
    std::vector<Value> values_;  ///< By node, of the row being worked out.
};

}  // namespace schoolimp::inline v0
