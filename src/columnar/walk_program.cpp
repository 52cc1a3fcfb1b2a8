#include "columnar/walk_program.hpp"

#include <algorithm>
#include <bit>
#include <set>

#include "columnar/schedule.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool reads(const Leaf& leaf, int input) {
    if (leaf.kind == Leaf::Kind::kGivenCode || leaf.kind == Leaf::Kind::kGivenThreshold) return leaf.input == input;
    const auto& terms = leaf.compound.terms;
    return leaf.kind == Leaf::Kind::kCompound && std::any_of(terms.begin(), terms.end(), [&](const auto& term) { return term.first == input; });
}

/// The grid point at the threshold or the next one above it, and the one before that: between them the comparison changes.
void add_around(std::set<Decimal>& values, const Admissible& admissible, const Decimal& threshold) {
    const std::optional<Decimal> step = Decimal::make(1, admissible.places);
    const Decimal near = threshold.rounded(admissible.places);
    for (const std::optional<Decimal>& value : {subtract(near, *step), std::optional(near), add(near, *step)}) {
        if (!value || *value < *Decimal::make(admissible.first, admissible.places) || *value > *Decimal::make(admissible.last, admissible.places)) continue;
        if (value->places() <= kUnitPlaces && value->absolute() <= Decimal(static_cast<std::int64_t>(kGreatestSummand))) values.insert(*value);
    }
}

std::vector<Value> values_to_try(const Admissible& admissible, const FillingChoice& choice, std::span<const PlacedLeaf> leaves, int input) {
    std::vector<Value> values;
    if (admissible.grid) {
        std::set<Decimal> numbers{choice.best.scalar, choice.worst.scalar};
        for (const PlacedLeaf& placed : leaves)
            if (placed.leaf.kind == Leaf::Kind::kGivenThreshold && placed.leaf.input == input) add_around(numbers, admissible, placed.leaf.threshold);
        for (const Decimal& number : numbers) values.push_back(number_value(number));
    } else {
        for (std::uint64_t codes = admissible.codes; codes != 0; codes &= codes - 1) values.push_back(level_value(std::countr_zero(codes)));
    }
    if (choice.best.scalar < choice.worst.scalar) std::reverse(values.begin(), values.end());
    return values;
}

bool holds(const Leaf& leaf, const Value& value) {
    if (leaf.kind == Leaf::Kind::kGivenCode) return value.code() == leaf.code;
    return leaf.strict ? value.scalar > leaf.threshold : value.scalar >= leaf.threshold;
}

}  // namespace

WalkProgram::WalkProgram(const ColumnProgram& columns, int judgement) {
    Circuit circuit;
    LeafTable leaves;
    const WorldParts parts{circuit, leaves, columns.columns()};
    GivenWorld world(parts, columns.choices(judgement));
    Lowering<GivenWorld> lowering(columns.program(), columns.index(), world);
    const Codes<Wire>& root = lowering.codes(columns.program().judgements[at(judgement)]);
    std::vector<Wire> outputs = root.code;
    outputs.push_back(world.spoiled());
    Schedule made = schedule(circuit, outputs, Places::kKept);
    for (const Wire wire : root.code) levels_.push_back(made.place_of[at(wire)]);
    spoiled_ = made.place_of[at(world.spoiled())];
    planes_ = {placed_leaves(leaves, made.leaves, columns.columns()), lowering.computed(), std::move(made.instructions), std::move(made.lists), made.places};
    for (int input = 0; input < static_cast<int>(columns.columns().size()); ++input) add_step(columns, judgement, input);
}

void WalkProgram::add_step(const ColumnProgram& columns, int judgement, int input) {
    std::vector<char> depends(at(planes_.places), 0);
    Step step;
    step.input = input;
    std::vector<const Leaf*> given;
    bool any = false;
    for (const PlacedLeaf& placed : planes_.leaves) {
        if (!reads(placed.leaf, input)) continue;
        depends[at(placed.place)] = 1;
        any = true;
        if (placed.leaf.kind == Leaf::Kind::kCompound) continue;
        step.leaves.push_back(placed.place);
        given.push_back(&placed.leaf);
    }
    const FillingChoice& choice = columns.choices(judgement)[at(input)];
    if (!any || !choice.is_chosen) return;
    for (const Value& value : values_to_try(columns.admissible()[at(input)], choice, planes_.leaves, input)) {
        Step::Choice one{value, {}};
        for (const Leaf* leaf : given) one.holds.push_back(holds(*leaf, value));
        const bool reads_sum = given.size() < static_cast<std::size_t>(std::count(depends.begin(), depends.end(), 1));
        if (reads_sum || step.choices.empty() || step.choices.back().holds != one.holds) step.choices.push_back(std::move(one));
    }
    for (const Instruction& instruction : planes_.instructions) {
        bool touched = instruction.op == PlaneOp::kAtLeast ? false : depends[at(instruction.a)] != 0 || (instruction.op != PlaneOp::kNot && depends[at(instruction.b)] != 0);
        if (instruction.op == PlaneOp::kAtLeast)
            for (int i = 0; i < instruction.count; ++i) touched = touched || depends[at(planes_.lists[at(instruction.b + i)])] != 0;
        if (!touched) continue;
        depends[at(instruction.to)] = 1;
        step.instructions.push_back(instruction);
    }
    steps_.push_back(std::move(step));
}

}  // namespace schoolimp::inline v0
