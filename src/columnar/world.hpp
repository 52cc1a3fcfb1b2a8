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

/// Missing cells are given one of their admissible values each.
class FilledWorld : public SettledWorld {
public:
    FilledWorld(const WorldParts& parts, std::span<const FillingChoice> choices, Filling filling, int judgement)
        : SettledWorld(parts), choices_(choices), filling_(filling), judgement_(judgement) {}

    Plane known(int input) const;
    Plane unknown(int input) const;
    Plane code(int input, int code) const;
    Plane threshold(int input, const Decimal& threshold, bool strict) const;
    Plane compound(const Compound& compound) const;
    /// What is worked out row by row is not worked out for fillings: where its cells are missing, nothing may be concluded.
    Plane computed(int node, int code, std::span<const std::int32_t> inputs);
    Plane computed_not_applicable(int node, std::span<const std::int32_t> inputs);
    Plane computed_unknown(int node, std::span<const std::int32_t> inputs);
    /// Where nothing may be concluded.
    Wire spoiled() const { return spoiled_; }

private:
    const FillingChoice& choice(int input) const { return choices_[static_cast<std::size_t>(input)]; }
    const Value& value(int input) const { return filling_ == Filling::kBest ? choice(input).best : choice(input).worst; }
    Wire filled(int input) const { return choice(input).is_chosen ? SettledWorld::unknown(input) : kNever; }

    std::span<const FillingChoice> choices_;
    Filling filling_;
    int judgement_;
    Wire spoiled_ = kNever;
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
