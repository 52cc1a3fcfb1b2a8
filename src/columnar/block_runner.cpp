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

double in_units(const Decimal& number) {
    return static_cast<double>(number.coefficient() * detail::kPowersOfTen[kUnitPlaces - number.places()]);
}

}  // namespace

BlockRunner::BlockRunner(const ColumnProgram& program, const Kernels& kernels, std::vector<NumberFormat> formats)
    : program_(program), kernels_(kernels), formats_(std::move(formats)), planes_(at(program.places()) * kPlaneWords), inexact_(kPlaneWords),
      thresholds_(program.leaves().size()), sum_(kBlockRows), blended_(kBlockRows) {
    std::memset(plane(ColumnProgram::kAlwaysPlace), 0xff, kPlaneWords * sizeof(std::uint64_t));
    for (std::size_t i = 0; i < program.leaves().size(); ++i) {
        const Leaf& leaf = program.leaves()[i].leaf;
        if (leaf.kind == Leaf::Kind::kThreshold) thresholds_[i] = first_at_least(formats_[at(leaf.input)], leaf.threshold, leaf.strict);
        if (leaf.kind == Leaf::Kind::kCompound) prepare_sum(program.leaves()[i]);
    }
    for (const ComputedNode& computed : program.computed()) prepare_computed(computed);
}

void BlockRunner::prepare_sum(const PlacedLeaf& leaf) {
    sums_.push_back({leaf.place, leaf.leaf.compound, leaf.leaf.filling, leaf.leaf.judgement});
    for (const auto& [input, factor] : leaf.leaf.compound.terms) {
        const bool is_column = program_.columns()[at(input)].source == InputColumn::Source::kColumn;
        const auto same = [&, wanted = input](const Units& units) { return units.input == wanted; };
        if (is_column && std::none_of(units_.begin(), units_.end(), same)) units_.push_back({input, std::vector<double>(kBlockRows)});
    }
}

void BlockRunner::prepare_computed(const ComputedNode& computed) {
    const Program& program = program_.program();
    std::vector<char> below(at(computed.node) + 1, 0);
    below.back() = 1;
    std::vector<int> nodes;
    for (int i = computed.node; i >= 0; --i) {
        if (below[at(i)] == 0) continue;
        nodes.push_back(i);
        const Node& node = program.nodes[at(i)];
        for (int k = 0; k < node.argument_count; ++k) below[at(program.arguments[at(node.first_argument + k)])] = 1;
    }
    std::reverse(nodes.begin(), nodes.end());
    computed_.push_back({computed.node, std::move(nodes), std::vector<std::uint8_t>(kBlockRows)});
    if (!values_.empty()) return;
    values_.resize(program.nodes.size());
    TextTable texts(program);
    for (std::size_t i = 0; i < program.nodes.size(); ++i)
        if (program.nodes[i].op == Op::kConstant) values_[i] = constant_value(program.constants[at(program.nodes[i].payload)], texts);
}

void BlockRunner::run(std::span<const InputBlock> inputs, std::size_t rows, const ValueAt& value_at) {
    std::fill(inexact_.begin(), inexact_.end(), 0);
    for (std::size_t i = 0; i < program_.leaves().size(); ++i) {
        const PlacedLeaf& placed = program_.leaves()[i];
        if (placed.leaf.kind == Leaf::Kind::kThreshold) {
            kernels_.at_least(inputs[at(placed.leaf.input)].numbers, thresholds_[i], plane(placed.place));
        } else {
            load_plain(placed, inputs);
        }
    }
    load_units(inputs);
    for (const Sum& sum : sums_) load_sum(sum, inputs);
    for (Computed& computed : computed_) load_computed(computed, rows, value_at);
    kernels_.run(program_.instructions(), program_.lists().data(), planes_.data());
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

void BlockRunner::load_units(std::span<const InputBlock> inputs) {
    std::uint64_t inexact[kPlaneWords];
    for (Units& units : units_) {
        const InputBlock& block = inputs[at(units.input)];
        const NumberFormat& format = formats_[at(units.input)];
        if (format.kind == NumberFormat::Kind::kDouble) {
            kernels_.to_units(block.numbers, block.present, units.numbers.data(), inexact);
        } else {
            std::memset(inexact, 0, sizeof inexact);
            for (std::size_t row = 0; row < kBlockRows; ++row) {
                units.numbers[row] = 0;
                if (!has_bit(block.present, row)) continue;
                const std::optional<Decimal> number = decimal_of(format, block.numbers[row]);
                const bool fits = number && number->places() <= kUnitPlaces && number->absolute() <= Decimal(static_cast<std::int64_t>(kGreatestSummand));
                if (fits) units.numbers[row] = in_units(*number);
                if (!fits) inexact[row / 64] |= std::uint64_t{1} << (row % 64);
            }
        }
        for (std::size_t w = 0; w < kPlaneWords; ++w) inexact_[w] |= inexact[w];
    }
}

const double* BlockRunner::units_of(int input) const {
    for (const Units& units : units_)
        if (units.input == input) return units.numbers.data();
    return nullptr;
}

double BlockRunner::filling_units(const Sum& sum, int input) const {
    const FillingChoice& choice = program_.choices(sum.judgement)[at(input)];
    if (!choice.is_chosen) return 0;
    return in_units(sum.filling == Filling::kBest ? choice.best.scalar : choice.worst.scalar);
}

void BlockRunner::load_sum(const Sum& sum, std::span<const InputBlock> inputs) {
    std::fill(sum_.begin(), sum_.end(), static_cast<double>(sum.compound.constant));
    for (const auto& [input, factor] : sum.compound.terms) {
        const double* units = units_of(input);
        if (sum.filling != Filling::kNone) {
            const double filling = filling_units(sum, input);
            const std::uint64_t* present = inputs[at(input)].present;
            for (std::size_t row = 0; row < kBlockRows; ++row) blended_[row] = units != nullptr && has_bit(present, row) ? units[row] : filling;
            units = blended_.data();
        }
        if (units != nullptr) kernels_.accumulate(sum_.data(), units, static_cast<double>(factor));
    }
    // Whole numbers: more than zero is at least one.
    kernels_.at_least(sum_.data(), sum.compound.strict ? 1.0 : 0.0, plane(sum.place));
}

void BlockRunner::load_computed(Computed& computed, std::size_t rows, const ValueAt& value_at) {
    const Program& program = program_.program();
    for (std::size_t row = 0; row < rows; ++row) {
        for (const int i : computed.nodes) {
            const Node& node = program.nodes[at(i)];
            if (node.op == Op::kConstant) continue;
            values_[at(i)] = node.op == Op::kInput ? value_at(node.payload, row) : apply(program, node, Arguments(program, node, values_.data()));
        }
        const Value& value = values_[at(computed.node)];
        computed.codes[row] = value.known() ? static_cast<std::uint8_t>(value.code()) : value.unknown() ? kUnknownCode : kNotApplicableCode;
    }
    for (const PlacedLeaf& placed : program_.leaves()) {
        const Leaf& leaf = placed.leaf;
        if (leaf.node != computed.node) continue;
        const std::uint8_t code = leaf.kind == Leaf::Kind::kComputed ? static_cast<std::uint8_t>(leaf.code)
                                  : leaf.kind == Leaf::Kind::kComputedUnknown ? kUnknownCode : kNotApplicableCode;
        kernels_.equals(computed.codes.data(), code, plane(placed.place));
    }
}

}  // namespace schoolimp::inline v0
