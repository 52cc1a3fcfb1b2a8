// Worlds: how a circuit sees the cells of a table. In the settled world missing cells are unknown, in a filled one they have the values of one filling, in the
// open one they may have any. The program is lowered once for each, by the same code.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "columnar/circuit.hpp"
#include "columnar/leaves.hpp"
#include "expression/possible.hpp"

namespace schoolimp::inline v0 {


/// What all worlds of a program share.
struct WorldParts {
    Circuit& circuit;
    LeafTable& leaves;
    std::span<const InputColumn> columns;  ///< By input.
};

/// As the table has it.
class SettledWorld : public SingleRail {
public:
    explicit SettledWorld(const WorldParts& parts) : SingleRail(parts.circuit), parts_(parts) {}

    Plane known(int input) const;
    Plane not_applicable(int input) const;
    Plane unknown(int input) const;
    Plane code(int input, int code) const;
    Plane threshold(int input, const Decimal& threshold, bool strict) const;
    Plane compound(const Compound& compound) const;
    Plane computed(int node, int code, std::span<const std::int32_t> inputs) const;
    Plane computed_not_applicable(int node, std::span<const std::int32_t> inputs) const;
    Plane computed_unknown(int node, std::span<const std::int32_t> inputs) const;

    /// Some of the inputs is unknown in the table.
    Wire any_unknown(std::span<const std::int32_t> inputs) const;
    const InputColumn& column(int input) const { return parts_.columns[static_cast<std::size_t>(input)]; }

protected:
    Wire leaf(const Leaf& leaf) const { return parts_.circuit.leaf(parts_.leaves.number(leaf)); }

private:
    WorldParts parts_;
};

/// What the missing cells could be filled with: by input.
struct FillingChoice {
    bool can_be_filled = false;  ///< There are admissible values.
    bool is_chosen = false;      ///< Fillings give it one of the two below; otherwise they leave it unknown.
    Value best, worst;
};

/// What fillings have in common: nodes that are worked out row by row are not worked out for them, and where their cells are missing nothing may be concluded.
class FillingWorld : public SettledWorld {
public:
    FillingWorld(const WorldParts& parts, std::span<const FillingChoice> choices) : SettledWorld(parts), choices_(choices) {}

    Plane known(int input) const { return either(SettledWorld::known(input), filled(input)); }
    Plane unknown(int input) const { return choice(input).is_chosen ? kNever : SettledWorld::unknown(input); }
    Plane computed(int node, int code, std::span<const std::int32_t> inputs);
    Plane computed_not_applicable(int node, std::span<const std::int32_t> inputs);
    Plane computed_unknown(int node, std::span<const std::int32_t> inputs);
    /// Where nothing may be concluded.
    Wire spoiled() const { return spoiled_; }

protected:
    const FillingChoice& choice(int input) const { return choices_[static_cast<std::size_t>(input)]; }
    /// Where the input is missing and has been filled.
    Wire filled(int input) const { return choice(input).is_chosen ? SettledWorld::unknown(input) : kNever; }

private:
    std::span<const FillingChoice> choices_;
    Wire spoiled_ = kNever;
};

/// Missing cells are given one of their admissible values each.
class FilledWorld : public FillingWorld {
public:
    FilledWorld(const WorldParts& parts, std::span<const FillingChoice> choices, Filling filling, int judgement)
        : FillingWorld(parts, choices), filling_(filling), judgement_(judgement) {}

    Plane code(int input, int code) const;
    Plane threshold(int input, const Decimal& threshold, bool strict) const;
    Plane compound(const Compound& compound) const;

private:
    const Value& value(int input) const { return filling_ == Filling::kBest ? choice(input).best : choice(input).worst; }

    Filling filling_;
    int judgement_;
};

/// Missing cells have the values a walk gives them one after the other.
class GivenWorld : public FillingWorld {
public:
    using FillingWorld::FillingWorld;

    Plane code(int input, int code) const;
    Plane threshold(int input, const Decimal& threshold, bool strict) const;
    Plane compound(const Compound& compound) const;

private:
    Wire given(int input, const Leaf& given_leaf) const { return filled(input) == kNever ? kNever : leaf(given_leaf); }
};

/// Every missing cell may have any admissible value; those marked may stay unknown too.
class OpenWorld : public DoubleRail {
public:
    OpenWorld(const WorldParts& parts, std::span<const FillingChoice> choices, std::span<const char> may_stay_unknown)
        : DoubleRail(parts.circuit), settled_(parts), choices_(choices), stays_(may_stay_unknown) {}

    Plane known(int input) const;
    Plane not_applicable(int input) const;
    Plane unknown(int input) const;
    Plane code(int input, int code) const;
    Plane threshold(int input, const Decimal& threshold, bool strict) const;
    Plane compound(const Compound& compound) const;
    Plane computed(int node, int code, std::span<const std::int32_t> inputs) const;
    Plane computed_not_applicable(int node, std::span<const std::int32_t> inputs) const;
    Plane computed_unknown(int node, std::span<const std::int32_t> inputs) const;
    const InputColumn& column(int input) const { return settled_.column(input); }

private:
    Plane settled(Wire wire) const { return {wire, circuit().inverse(wire)}; }
    /// The wire's bit, open where `open` is.
    Plane opened(Wire wire, Wire open) const { return {circuit().either(wire, open), circuit().either(circuit().inverse(wire), open)}; }
    bool can_be_filled(int input) const { return choices_[static_cast<std::size_t>(input)].can_be_filled; }
    bool may_stay_unknown(int input) const { return stays_[static_cast<std::size_t>(input)] != 0 || !can_be_filled(input); }

    SettledWorld settled_;
    std::span<const FillingChoice> choices_;
    std::span<const char> stays_;
};

}  // namespace schoolimp::inline v0
