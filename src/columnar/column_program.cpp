#include "columnar/column_program.hpp"

#include <algorithm>
#include <bit>
#include <set>

#include "columnar/schedule.hpp"
#include "expression/evaluate.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// A filling stays within the numbers that sums can count.
Decimal countable(const Admissible& admissible, bool greatest) {
    const Decimal end = *Decimal::make(greatest ? admissible.last : admissible.first, admissible.places);
    const Decimal bound(static_cast<std::int64_t>(kGreatestSummand));
    if (end > bound && *Decimal::make(admissible.first, admissible.places) <= bound) return bound;
    if (end < -bound && *Decimal::make(admissible.last, admissible.places) >= -bound) return -bound;
    return end;
}

FillingChoice choice_of(const Admissible& admissible, int pull) {
    FillingChoice choice;
    choice.can_be_filled = !admissible.set().empty();
    if (!choice.can_be_filled) return choice;
    if (admissible.grid) {
        choice.best = number_value(countable(admissible, true));
        choice.worst = number_value(countable(admissible, false));
    } else {
        choice.best = level_value(63 - std::countl_zero(admissible.codes));
        choice.worst = level_value(std::countr_zero(admissible.codes));
    }
    if (pull < 0) std::swap(choice.best, choice.worst);
    choice.is_chosen = choice.best.scalar.places() <= kUnitPlaces && choice.worst.scalar.places() <= kUnitPlaces;
    return choice;
}

}  // namespace

bool fits_planes(const Program& program) {
    const auto texts = std::count_if(program.constants.begin(), program.constants.end(), [](const Constant& c) { return std::holds_alternative<std::string>(c); });
    return texts < kMaxCodes && std::all_of(program.scales.begin(), program.scales.end(), [](const ScaleInfo& scale) { return scale.size <= kMaxCodes; });
}

std::vector<PlacedLeaf> placed_leaves(const LeafTable& leaves, std::span<const int> numbers, std::span<const InputColumn> columns) {
    std::vector<PlacedLeaf> placed;
    for (const int number : numbers) {
        const Leaf& leaf = leaves[number];
        const double first = leaf.kind == Leaf::Kind::kThreshold ? first_at_least(columns[at(leaf.input)].format, leaf.threshold, leaf.strict) : 0;
        placed.push_back({leaf, 2 + static_cast<int>(placed.size()), first});
    }
    return placed;
}

class ColumnCompiler {
public:
    explicit ColumnCompiler(ColumnProgram& result)
        : result_(result), program_(result.program_), index_(result.index_), admissible_(result.admissible_), parts_{circuit_, leaf_table_, result.columns_},
          settled_(parts_), lowering_(program_, index_, settled_) {}

    void run() {
        for (const int node : program_.criteria) add_criterion(node);
        for (std::size_t i = 0; i < program_.judgements.size(); ++i) add_judgement(static_cast<int>(i));
        place();
    }

private:
    Wire either(Wire a, Wire b) { return circuit_.either(a, b); }
    Wire both(Wire a, Wire b) { return circuit_.both(a, b); }
    Wire but_not(Wire a, Wire b) { return circuit_.but_not(a, b); }

    /// Holds a wire's place in the result until places are known.
    void output(int& place, Wire wire) {
        place = static_cast<int>(outputs_.size());
        outputs_.push_back(wire);
    }

    void add_criterion(int node) {
        const Codes<Wire>& value = lowering_.codes(node);
        CriterionPlanes planes;
        output(planes.met, value.code[1]);
        output(planes.not_met, value.code[0]);
        output(planes.unknown, value.unknown);
        result_.criteria_.push_back(planes);
    }

    std::vector<FillingChoice> choices_for(int root) const {
        std::vector<FillingChoice> choices;
        for (std::size_t i = 0; i < admissible_.size(); ++i) choices.push_back(choice_of(admissible_[i], index_.root(root).pull(0, static_cast<int>(i))));
        // What is recorded together is filled together or not at all.
        std::vector<FillingChoice> result = choices;
        for (std::size_t i = 0; i < choices.size(); ++i)
            if (const int other = index_.same_observation(static_cast<int>(i)); other >= 0) {
                result[i].can_be_filled = choices[i].can_be_filled && choices[at(other)].can_be_filled;
                result[i].is_chosen = choices[i].is_chosen && choices[at(other)].is_chosen;
            }
        return result;
    }

    void add_judgement(int judgement) {
        const int root = program_.judgements[at(judgement)];
        result_.choices_.push_back(choices_for(root));
        const std::vector<FillingChoice>& choices = result_.choices_.back();
        const std::vector<char> stays = inputs_that_may_stay_unknown(root);

        const Codes<Wire> now = lowering_.codes(root);
        FilledWorld best_world(parts_, choices, Filling::kBest, judgement), worst_world(parts_, choices, Filling::kWorst, judgement);
        OpenWorld open_world(parts_, choices, stays);
        Lowering<FilledWorld> best(program_, index_, best_world), worst(program_, index_, worst_world);
        Lowering<OpenWorld> open(program_, index_, open_world);
        const Codes<Wire> at_best = best.codes(root), at_worst = worst.codes(root);
        const Codes<DoubleRail::Plane> any = open.codes(root);

        const Wire known = circuit_.inverse(either(now.not_applicable, now.unknown));
        Wire some_may_stay = kNever;  // Filling keeps what is settled, unless an operator asks whether something is known.
        for (std::size_t i = 0; i < stays.size(); ++i)
            if (stays[i] != 0) some_may_stay = either(some_may_stay, settled_.unknown(static_cast<int>(i)));
        const Wire settled = but_not(known, some_may_stay);

        JudgementPlanes planes;
        std::vector<Wire> possible;
        Wire not_met = kNever, certain = kNever;
        for (std::size_t rank = 0; rank < now.code.size(); ++rank) {
            const Wire may_be = either(both(settled, now.code[rank]), but_not(any.code[rank].set, settled));
            const Wire met = either(now.code[rank], either(but_not(at_best.code[rank], best_world.spoiled()), but_not(at_worst.code[rank], worst_world.spoiled())));
            not_met = either(not_met, but_not(may_be, met));
            certain = either(certain, but_not(may_be, any.code[rank].clear));
            possible.push_back(may_be);
        }
        const Wire one = but_not(any_of(possible), circuit_.at_least(2, possible));
        const Wire only = but_not(one, known);

        const Wire is_only = both(only, certain);
        planes.possible.resize(now.code.size());
        std::vector<Wire> suggested;
        for (std::size_t rank = 0; rank < now.code.size(); ++rank) {
            output(planes.possible[rank], possible[rank]);
            suggested.push_back(either(now.code[rank], both(is_only, possible[rank])));
        }
        add_suggested(planes, program_.scales[at(program_.nodes[at(root)].type.scale)], suggested);
        output(planes.not_applicable, but_not(now.not_applicable, is_only));
        output(planes.only_possible, is_only);
        output(planes.only_undecided, but_not(only, certain));
        output(planes.open, either(but_not(not_met, is_only), but_not(only, certain)));  // What every filling gives need not be met by one.
        add_key(planes);
        result_.judgements_.push_back(std::move(planes));
    }

    void add_suggested(JudgementPlanes& planes, const ScaleInfo& scale, const std::vector<Wire>& by_rank) {
        const Wire none = circuit_.inverse(any_of(by_rank));
        for (std::size_t bit = 0; bit < planes.suggested.size(); ++bit) {
            Wire wire = none;
            for (int rank = 0; rank < scale.size; ++rank)
                if (((scale.position_of(rank) >> bit) & 1) != 0) wire = either(wire, by_rank[at(rank)]);
            output(planes.suggested[bit], wire);
        }
    }

    Wire any_of(const std::vector<Wire>& wires) {
        Wire any = kNever;
        for (const Wire wire : wires) any = either(any, wire);
        return any;
    }

    /// By input: whether it may matter to a root that the input stays unknown. As Cone has it for one school, for all there could be.
    std::vector<char> inputs_that_may_stay_unknown(int root) const;

    void place() {
        Schedule made = schedule(circuit_, outputs_, Places::kReused);
        const auto placed = [&](int& output) { output = made.place_of[at(outputs_[at(output)])]; };
        for (CriterionPlanes& planes : result_.criteria_) placed(planes.met), placed(planes.not_met), placed(planes.unknown);
        for (JudgementPlanes& planes : result_.judgements_) {
            for (int& output : planes.suggested) placed(output);
            for (int& output : planes.possible) placed(output);
            placed(planes.not_applicable), placed(planes.only_possible), placed(planes.only_undecided), placed(planes.open);
            for (int& output : planes.key) placed(output);
            for (JudgementPlanes::Together& together : planes.together) placed(together.incomplete);
        }
        result_.planes_ = {placed_leaves(leaf_table_, made.leaves, result_.columns_), lowering_.computed(), std::move(made.instructions), std::move(made.lists), made.places};
    }

    /// What the answer for a row rests on: the leaves, as far as their cells have values.
    void add_key(JudgementPlanes& planes) {
        std::set<int> unfilled;
        for (const int number : leaves_below(planes)) {
            Leaf leaf = leaf_table_[number];
            leaf.filling = Filling::kNone;  // A filled sum says of the row what the sum itself does, which need not be among the leaves.
            leaf.judgement = -1;
            unfilled.insert(leaf_table_.number(leaf));
        }
        for (const int number : unfilled) {
            const Leaf leaf = leaf_table_[number];
            const bool is_sum = leaf.kind == Leaf::Kind::kCompound;
            Wire wire = circuit_.leaf(number);
            if (leaf.kind == Leaf::Kind::kThreshold) wire = both(wire, settled_.known(leaf.input));
            if (is_sum || leaf.node >= 0) wire = both(wire, all_there(planes, is_sum ? inputs_of(leaf.compound) : inputs_of(leaf.node)));
            output(planes.key.emplace_back(), wire);
        }
    }

    static std::vector<std::int32_t> inputs_of(const Compound& compound) {
        std::vector<std::int32_t> inputs;
        for (const auto& [input, factor] : compound.terms) inputs.push_back(input);
        return inputs;
    }
    std::vector<std::int32_t> inputs_of(int node) const {
        for (const ComputedNode& computed : lowering_.computed())
            if (computed.node == node) return computed.inputs;
        return {};
    }

    /// Where none of the inputs is missing; notes where some of them are.
    Wire all_there(JudgementPlanes& planes, const std::vector<std::int32_t>& inputs) {
        Wire all = kAlways, any = kNever;
        for (const int input : inputs) {
            const Wire there = circuit_.inverse(settled_.unknown(input));
            all = both(all, there);
            any = either(any, there);
        }
        const auto same = [&](const JudgementPlanes::Together& one) { return one.inputs == inputs; };
        if (std::none_of(planes.together.begin(), planes.together.end(), same)) {
            planes.together.push_back({inputs, 0});
            output(planes.together.back().incomplete, but_not(any, all));
        }
        return all;
    }

    /// Numbers of the leaves that stand behind what is possible.
    std::vector<int> leaves_below(const JudgementPlanes& planes) const {
        std::vector<char> seen(at(circuit_.size()), 0);
        std::vector<Wire> queue;
        const auto reach = [&](Wire wire) {
            if (seen[at(wire)]++ == 0) queue.push_back(wire);
        };
        for (const int output : planes.suggested) reach(outputs_[at(output)]);
        for (const int output : planes.possible) reach(outputs_[at(output)]);
        reach(outputs_[at(planes.open)]);
        std::vector<int> leaves;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            const Gate& gate = circuit_.gate(queue[i]);
            switch (gate.kind) {
                case GateKind::kConstant: break;
                case GateKind::kLeaf: leaves.push_back(gate.a); break;
                case GateKind::kNot: reach(gate.a); break;
                case GateKind::kAtLeast:
                    for (const Wire wire : circuit_.list(gate.b)) reach(wire);
                    break;
                default: reach(gate.a), reach(gate.b);
            }
        }
        std::sort(leaves.begin(), leaves.end());
        return leaves;
    }

    ColumnProgram& result_;
    const Program& program_;
    const ProgramIndex& index_;
    std::span<const Admissible> admissible_;
    Circuit circuit_;
    LeafTable leaf_table_;
    WorldParts parts_;
    SettledWorld settled_;
    Lowering<SettledWorld> lowering_;
    std::vector<Wire> outputs_;
};

std::vector<char> ColumnCompiler::inputs_that_may_stay_unknown(int root) const {
    const std::vector<std::int32_t>& nodes = index_.root(root).nodes;
    std::vector<char> may_lack(at(root) + 1, 0);  // May be not applicable.
    for (const int i : nodes) {
        const Node& node = program_.nodes[at(i)];
        if (node.op == Op::kKnown || node.op == Op::kApplicable) continue;
        const InputColumn* column = node.op == Op::kInput ? &result_.columns_[at(node.payload)] : nullptr;
        may_lack[at(i)] = node.op == Op::kGuard || node.op == Op::kMatrix || node.op == Op::kMapLevel ||
                          (column != nullptr && (column->may_be_not_applicable || (column->source == InputColumn::Source::kConstant && column->constant.not_applicable())));
        for (const int argument : index_.arguments(i)) may_lack[at(i)] |= may_lack[at(argument)];
    }
    std::vector<char> stays(program_.inputs.size(), 0);
    for (const ProgramIndex::Root::Look& look : index_.root(root).looks) {
        if (look.at_applicability && may_lack[at(look.argument)] == 0) continue;
        for (std::size_t i = 0; i < stays.size(); ++i) stays[i] |= holds(index_.inputs_below(look.argument), static_cast<int>(i));
    }
    for (std::size_t i = 0; i < stays.size(); ++i)
        if (const int other = index_.same_observation(static_cast<int>(i)); other >= 0 && stays[i] != 0) stays[at(other)] = 1;
    return stays;
}

ColumnProgram::ColumnProgram(const Program& program, const ProgramIndex& index, std::vector<InputColumn> columns, std::vector<Admissible> admissible)
    : program_(program), index_(index), columns_(std::move(columns)), admissible_(std::move(admissible)) {
    ColumnCompiler(*this).run();
}

}  // namespace schoolimp::inline v0
