#include "columnar/block_runner.hpp"

#include <algorithm>
#include <cstring>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr std::uint8_t kNotApplicableCode = 254, kUnknownCode = 253;

void copy_plane(const std::uint64_t* from, std::uint64_t* to) {
    if (from == nullptr) {
        std::memset(to, 0, kPlaneWords * sizeof *to);
    } else {
        std::memcpy(to, from, kPlaneWords * sizeof *to);
    }
}

bool has_bit(const std::uint64_t* plane, std::size_t row) { return plane != nullptr && ((plane[row / 64] >> (row % 64)) & 1) != 0; }

}  // namespace

double in_units(const Decimal& number) { return static_cast<double>(number.coefficient() * detail::kPowersOfTen[kUnitPlaces - number.places()]); }

BlockRunner::BlockRunner(const ColumnProgram& columns, const PlaneProgram& planes, const Kernels& kernels, std::vector<NumberFormat> formats)
    : columns_(columns), program_(planes), kernels_(kernels), formats_(std::move(formats)), planes_(at(planes.places) * kPlaneWords), inexact_(kPlaneWords),
      thresholds_(planes.leaves.size()), sum_(kBlockRows) {
    std::memset(plane(ColumnProgram::kAlwaysPlace), 0xff, kPlaneWords * sizeof(std::uint64_t));
    for (std::size_t i = 0; i < planes.leaves.size(); ++i) {
        const Leaf& leaf = planes.leaves[i].leaf;
        if (leaf.kind == Leaf::Kind::kThreshold) thresholds_[i] = first_at_least(formats_[at(leaf.input)], leaf.threshold, leaf.strict);
        if (leaf.kind == Leaf::Kind::kCompound) prepare_sum(planes.leaves[i]);
    }
    for (const ComputedNode& computed : planes.computed) {
        const bool is_text = columns.program().nodes[at(computed.node)].type.value == ValueType::kText;
        const int last_code = is_text ? TextTable(columns.program()).size() : kMaxCodes;
        computed_.push_back({computed.node, RowProgram(columns.program(), {&computed.node, 1}), std::vector<std::uint8_t>(kBlockRows), last_code});
    }
}

void BlockRunner::prepare_sum(const PlacedLeaf& leaf) {
    sums_.push_back({leaf.place, leaf.leaf.compound, leaf.leaf.filling, leaf.leaf.judgement});
    for (const auto& [input, factor] : leaf.leaf.compound.terms) {
        const auto same = [wanted = input](const Summand& one) { return one.input == wanted; };
        if (std::none_of(summands_.begin(), summands_.end(), same)) summands_.push_back({input, std::vector<double>(kBlockRows), std::vector<double>(kBlockRows, 1.0), 0});
    }
}

void BlockRunner::run(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at) {
    std::fill(inexact_.begin(), inexact_.end(), 0);
    words_ = std::max<std::size_t>(8, (rows + 511) / 512 * 8);
    for (std::size_t i = 0; i < program_.leaves.size(); ++i) {
        const PlacedLeaf& placed = program_.leaves[i];
        if (placed.leaf.kind == Leaf::Kind::kThreshold) {
            kernels_.at_least(inputs[at(placed.leaf.input)].numbers, thresholds_[i], plane(placed.place));
        } else {
            load_plain(placed, inputs);
        }
    }
    for (Summand& summand : summands_)
        if (columns_.columns()[at(summand.input)].source == InputColumn::Source::kColumn) load_summand(summand, inputs[at(summand.input)]);
    for (const Sum& sum : sums_) load_sum(sum);
    for (Computed& computed : computed_) load_computed(computed, rows, value_at);
    run_again(program_.instructions);
}

void BlockRunner::give(int input, double units) {
    for (Summand& summand : summands_)
        if (summand.input == input) summand.given = units;
    for (const Sum& sum : sums_) {
        const auto& terms = sum.compound.terms;
        const bool reads = std::any_of(terms.begin(), terms.end(), [&](const auto& term) { return term.first == input; });
        if (reads && sum.filling == Filling::kGiven) load_sum(sum);
    }
}

void BlockRunner::load_plain(const PlacedLeaf& placed, std::span<const InputBlock> inputs) {
    const Leaf& leaf = placed.leaf;
    switch (leaf.kind) {
        case Leaf::Kind::kPresent: return copy_plane(inputs[at(leaf.input)].present, plane(placed.place));
        case Leaf::Kind::kNotApplicable: return copy_plane(inputs[at(leaf.input)].not_applicable, plane(placed.place));
        case Leaf::Kind::kCode: return kernels_.equals(inputs[at(leaf.input)].codes, static_cast<std::uint8_t>(leaf.code), plane(placed.place));
        default: return;
    }
}

void BlockRunner::load_summand(Summand& summand, const InputBlock& block) {
    const NumberFormat& format = formats_[at(summand.input)];
    std::uint64_t inexact[kPlaneWords] = {};
    if (format.kind == NumberFormat::Kind::kDouble) {
        kernels_.to_units(block.numbers, block.present, summand.units.data(), inexact);
    } else {
        for (std::size_t row = 0; row < kBlockRows; ++row) {
            summand.units[row] = 0;
            if (!has_bit(block.present, row)) continue;
            const std::optional<Decimal> number = decimal_of(format, block.numbers[row]);
            const bool fits = number && number->places() <= kUnitPlaces && number->absolute() <= Decimal(static_cast<std::int64_t>(kGreatestSummand));
            if (fits) summand.units[row] = in_units(*number);
            if (!fits) inexact[row / 64] |= std::uint64_t{1} << (row % 64);
        }
    }
    for (std::size_t w = 0; w < kPlaneWords; ++w) inexact_[w] |= inexact[w];
    for (std::size_t row = 0; row < kBlockRows; ++row) summand.missing[row] = static_cast<double>(1 - ((block.present[row / 64] >> (row % 64)) & 1));
}

BlockRunner::Summand& BlockRunner::summand(int input) {
    return *std::find_if(summands_.begin(), summands_.end(), [&](const Summand& one) { return one.input == input; });
}

double BlockRunner::filling_of(const Sum& sum, const Summand& summand) const {
    if (sum.filling == Filling::kNone) return 0;
    if (sum.filling == Filling::kGiven) return summand.given;
    const FillingChoice& choice = columns_.choices(sum.judgement)[at(summand.input)];
    if (!choice.is_chosen) return 0;
    return in_units(sum.filling == Filling::kBest ? choice.best.scalar : choice.worst.scalar);
}

void BlockRunner::load_sum(const Sum& sum) {
    std::fill(sum_.begin(), sum_.end(), static_cast<double>(sum.compound.constant));
    for (const auto& [input, factor] : sum.compound.terms) {
        const Summand& one = summand(input);
        kernels_.accumulate(sum_.data(), one.units.data(), static_cast<double>(factor));
        if (const double filling = filling_of(sum, one); filling != 0) kernels_.accumulate(sum_.data(), one.missing.data(), static_cast<double>(factor) * filling);
    }
    // Whole numbers: more than zero is at least one.
    kernels_.at_least(sum_.data(), sum.compound.strict ? 1.0 : 0.0, plane(sum.place));
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
        kernels_.equals(computed.codes.data(), code, plane(placed.place));
    }
}

}  // namespace schoolimp::inline v0
