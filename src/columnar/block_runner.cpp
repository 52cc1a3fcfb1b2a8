#include "columnar/block_runner.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr std::uint8_t kNotApplicableCode = 254, kUnknownCode = 253;

void copy_plane(const std::uint64_t* from, std::uint64_t* to, std::size_t words) {
    if (from == nullptr) {
        std::memset(to, 0, words * sizeof *to);
    } else {
        std::memcpy(to, from, words * sizeof *to);
    }
}

bool has_bit(const std::uint64_t* plane, std::size_t row) { return plane != nullptr && ((plane[row / 64] >> (row % 64)) & 1) != 0; }

}  // namespace

double in_units(const Decimal& number) { return static_cast<double>(number.coefficient() * detail::kPowersOfTen[kUnitPlaces - number.places()]); }

BlockRunner::BlockRunner(const ColumnProgram& columns, const PlaneProgram& planes, const Kernels& kernels)
    : columns_(columns), program_(planes), kernels_(kernels), inexact_(kPlaneWords), thresholds_(columns.columns().size()) {
    for (const PlacedLeaf& placed : planes.leaves) {
        if (placed.leaf.kind == Leaf::Kind::kCompound) prepare_sum(placed);
        if (placed.leaf.kind == Leaf::Kind::kThreshold) thresholds_[at(placed.leaf.input)].push_back({placed.first, placed.place});
    }
    for (const ComputedNode& computed : planes.computed) {
        const bool is_text = columns.program().nodes[at(computed.node)].type.value == ValueType::kText;
        const int last_code = is_text ? TextTable(columns.program()).size() : kMaxCodes;
        computed_.push_back({computed.node, RowProgram(columns.program(), {&computed.node, 1}), {}, last_code});
    }
}

void BlockRunner::prepare_sum(const PlacedLeaf& leaf) {
    sums_.push_back({leaf.place, leaf.leaf.compound, leaf.leaf.filling, leaf.leaf.judgement, {}});
    for (const auto& [input, factor] : leaf.leaf.compound.terms) {
        const auto same = [wanted = input](const Summand& one) { return one.input == wanted; };
        if (std::none_of(summands_.begin(), summands_.end(), same)) summands_.push_back({input, {}, {}, 0});
    }
}

void BlockRunner::make_room(std::size_t rows) {
    words_ = words_for(rows);
    if (words_ <= stride_) return;
    stride_ = words_;
    planes_.assign(at(program_.places) * stride_, 0);
    std::fill_n(plane(ColumnProgram::kAlwaysPlace), stride_, ~std::uint64_t{0});
    const std::size_t room = 64 * stride_;
    for (Summand& summand : summands_) summand.units.assign(room, 0), summand.missing.assign(room, 1);
    for (Sum& sum : sums_) sum.given.resize(sum.filling == Filling::kGiven ? room : 0);
    for (Computed& computed : computed_) computed.codes.resize(room);
    sum_.resize(sums_.empty() ? 0 : room);
}

void BlockRunner::run(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at) {
    make_room(rows);
    for (std::size_t input = 0; input < inputs.size(); ++input) compare(input, inputs[input].numbers);
    run_compared(inputs, rows, value_at);
}

void BlockRunner::compare(std::size_t input, const double* numbers) {
    for (const Threshold& threshold : thresholds_[input]) kernels_.at_least(numbers, threshold.first, plane(threshold.place), words_);
}

void BlockRunner::run_compared(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at) {
    std::fill(inexact_.begin(), inexact_.end(), 0);
    for (const PlacedLeaf& placed : program_.leaves) load_plain(placed, inputs);
    for (Summand& summand : summands_)
        if (columns_.columns()[at(summand.input)].source == InputColumn::Source::kColumn) load_summand(summand, inputs[at(summand.input)]);
    for (Sum& sum : sums_) load_sum(sum);
    for (Computed& computed : computed_) load_computed(computed, rows, value_at);
    run_again(program_.instructions);
}

void BlockRunner::begin_with(int input, double units) {
    if (Summand* const summand = find_summand(input)) summand->given = units;
}

void BlockRunner::give(int input, double units) {
    Summand* const summand = find_summand(input);
    if (summand == nullptr) return;
    const double more = units - std::exchange(summand->given, units);
    if (more == 0) return;
    for (Sum& sum : sums_) {
        if (sum.filling != Filling::kGiven) continue;
        for (const auto& [read, factor] : sum.compound.terms) {
            if (read != input) continue;
            // Sums are of whole numbers, so what is added in small steps comes to the same.
            kernels_.accumulate(sum.given.data(), summand->missing.data(), static_cast<double>(factor) * more, words_);
            compare_sum(sum, sum.given);
        }
    }
}

void BlockRunner::load_plain(const PlacedLeaf& placed, std::span<const InputBlock> inputs) {
    const Leaf& leaf = placed.leaf;
    switch (leaf.kind) {
        case Leaf::Kind::kPresent: return copy_plane(inputs[at(leaf.input)].present, plane(placed.place), words_);
        case Leaf::Kind::kNotApplicable: return copy_plane(inputs[at(leaf.input)].not_applicable, plane(placed.place), words_);
        case Leaf::Kind::kCode: return kernels_.equals(inputs[at(leaf.input)].codes, static_cast<std::uint8_t>(leaf.code), plane(placed.place), words_);
        default: return;
    }
}

void BlockRunner::load_summand(Summand& summand, const InputBlock& block) {
    const NumberFormat& format = columns_.columns()[at(summand.input)].format;
    std::uint64_t inexact[kPlaneWords] = {};
    if (format.kind == NumberFormat::Kind::kDouble) {
        kernels_.to_units(block.numbers, block.present, summand.units.data(), inexact, words_);
    } else {
        for (std::size_t row = 0; row < 64 * words_; ++row) {
            summand.units[row] = 0;
            if (!has_bit(block.present, row)) continue;
            const std::optional<Decimal> number = decimal_of(format, block.numbers[row]);
            const bool fits = number && number->places() <= kUnitPlaces && number->absolute() <= Decimal(static_cast<std::int64_t>(kGreatestSummand));
            if (fits) summand.units[row] = in_units(*number);
            if (!fits) inexact[row / 64] |= std::uint64_t{1} << (row % 64);
        }
    }
    for (std::size_t w = 0; w < words_; ++w) inexact_[w] |= inexact[w];
    for (std::size_t row = 0; row < 64 * words_; ++row) summand.missing[row] = static_cast<double>(1 - ((block.present[row / 64] >> (row % 64)) & 1));
}

BlockRunner::Summand* BlockRunner::find_summand(int input) {
    const auto found = std::find_if(summands_.begin(), summands_.end(), [&](const Summand& one) { return one.input == input; });
    return found == summands_.end() ? nullptr : &*found;
}

double BlockRunner::filling_of(const Sum& sum, const Summand& summand) const {
    if (sum.filling == Filling::kNone) return 0;
    if (sum.filling == Filling::kGiven) return summand.given;
    const FillingChoice& choice = columns_.choices(sum.judgement)[at(summand.input)];
    if (!choice.is_chosen) return 0;
    return in_units(sum.filling == Filling::kBest ? choice.best.scalar : choice.worst.scalar);
}

void BlockRunner::load_sum(Sum& sum) {
    std::vector<double>& numbers = sum.filling == Filling::kGiven ? sum.given : sum_;
    std::fill_n(numbers.begin(), 64 * words_, static_cast<double>(sum.compound.constant));
    for (const auto& [input, factor] : sum.compound.terms) {
        const Summand& one = summand(input);
        kernels_.accumulate(numbers.data(), one.units.data(), static_cast<double>(factor), words_);
        if (const double filling = filling_of(sum, one); filling != 0) kernels_.accumulate(numbers.data(), one.missing.data(), static_cast<double>(factor) * filling, words_);
    }
    compare_sum(sum, numbers);
}

void BlockRunner::compare_sum(const Sum& sum, const std::vector<double>& numbers) {
    // Whole numbers: more than zero is at least one.
    kernels_.at_least(numbers.data(), sum.compound.strict ? 1.0 : 0.0, plane(sum.place), words_);
}

void BlockRunner::load_computed(Computed& computed, std::size_t rows, const ValueAt& value_at) {
    for (std::size_t row = 0; row < rows; ++row) {
        computed.program.run([&](int input) { return value_at(input, row); });
        const Value& value = computed.program.value(computed.node);
        computed.codes[row] = value.known() ? static_cast<std::uint8_t>(std::min(value.code(), computed.last_code)) : value.unknown() ? kUnknownCode : kNotApplicableCode;
    }
    for (const PlacedLeaf& placed : program_.leaves) {
        const Leaf& leaf = placed.leaf;
        if (leaf.node != computed.node) continue;
        const std::uint8_t code = leaf.kind == Leaf::Kind::kComputed ? static_cast<std::uint8_t>(leaf.code)
                                  : leaf.kind == Leaf::Kind::kComputedUnknown ? kUnknownCode : kNotApplicableCode;
        kernels_.equals(computed.codes.data(), code, plane(placed.place), words_);
    }
}

}  // namespace schoolimp::inline v0
