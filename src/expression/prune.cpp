#include "expression/prune.hpp"

#include <utility>
#include <vector>

namespace schoolimp::inline v0 {

namespace {

// New positions of the things that are kept; -1 for the others.
class Renumbering {
public:
    explicit Renumbering(std::size_t size) : positions_(size, -1) {}
    void keep(int old) { positions_[static_cast<std::size_t>(old)] = 0; }
    bool kept(int old) const { return positions_[static_cast<std::size_t>(old)] >= 0; }
    int operator[](int old) const { return positions_[static_cast<std::size_t>(old)]; }

    void number() {
        int next = 0;
        for (int& position : positions_)
            if (position >= 0) position = next++;
    }

    template <typename T>
    void apply(std::vector<T>& things) const {
        std::vector<T> kept_things;
        for (std::size_t i = 0; i < things.size(); ++i)
            if (positions_[i] >= 0) kept_things.push_back(std::move(things[i]));
        things = std::move(kept_things);
    }

private:
    std::vector<int> positions_;
};

template <typename Visit>
void for_each_root(Program& program, Visit visit) {
    for (std::vector<int>* roots : {&program.criteria, &program.measures, &program.judgements, &program.kpis})
        for (int& root : *roots) visit(root);
    for (Program::Condition& condition : program.conditions) visit(condition.node);
}

/// The population whose figure a node reads; null when it reads none.
Population* population_of(Program& program, const Node& node) {
    if (node.op != Op::kInput) return nullptr;
    const Input& input = program.inputs[static_cast<std::size_t>(node.payload)];
    return input.kind == InputKind::kPopulation ? &program.populations[static_cast<std::size_t>(input.population)] : nullptr;
}

template <typename Visit>
void for_each_argument(const Program& program, const Node& node, Visit visit) {
    for (std::int32_t i = 0; i < node.argument_count; ++i) visit(program.arguments[static_cast<std::size_t>(node.first_argument + i)]);
}

Renumbering used_nodes(Program& program) {
    Renumbering nodes(program.nodes.size());
    for_each_root(program, [&](int& root) { nodes.keep(root); });
    // Arguments come before the nodes that use them, and so does what a population is made of.
    for (int i = static_cast<int>(program.nodes.size()) - 1; i >= 0; --i) {
        if (!nodes.kept(i)) continue;
        const Node& node = program.nodes[static_cast<std::size_t>(i)];
        for_each_argument(program, node, [&](int argument) { nodes.keep(argument); });
        if (const Population* population = population_of(program, node)) {
            nodes.keep(population->value);
            if (population->eligible >= 0) nodes.keep(population->eligible);
        }
    }
    nodes.number();
    return nodes;
}

/// Leaves out the populations no kept input reads. Inputs have their new positions already.
void renumber_populations(Program& program, const Renumbering& nodes) {
    Renumbering populations(program.populations.size());
    for (const Input& input : program.inputs)
        if (input.kind == InputKind::kPopulation) populations.keep(input.population);
    populations.number();
    for (Input& input : program.inputs)
        if (input.kind == InputKind::kPopulation) input.population = populations[input.population];
    populations.apply(program.populations);
    for (Population& population : program.populations) {
        population.value = nodes[population.value];
        if (population.eligible >= 0) population.eligible = nodes[population.eligible];
    }
}

void renumber_payloads(Program& program) {
    Renumbering inputs(program.inputs.size()), constants(program.constants.size()), texts(program.texts.size());
    for (const Node& node : program.nodes) {
        if (node.op == Op::kInput) inputs.keep(node.payload);
        if (node.op == Op::kConstant) constants.keep(node.payload);
        if (node.text >= 0) texts.keep(node.text);
        if (const Population* population = population_of(program, node)) texts.keep(population->text);
    }
    for (Renumbering* each : {&inputs, &constants, &texts}) each->number();
    for (Node& node : program.nodes) {
        if (node.op == Op::kInput) node.payload = inputs[node.payload];
        if (node.op == Op::kConstant) node.payload = constants[node.payload];
        if (node.text >= 0) node.text = texts[node.text];
    }
    for (Population& population : program.populations) population.text = texts[population.text];
    inputs.apply(program.inputs);
    constants.apply(program.constants);
    texts.apply(program.texts);
}

}  // namespace

void prune(Program& program) {
    const Renumbering nodes = used_nodes(program);
    std::vector<std::int32_t> arguments;
    for (std::size_t i = 0; i < program.nodes.size(); ++i) {
        if (!nodes.kept(static_cast<int>(i))) continue;
        Node& node = program.nodes[i];
        const auto first = static_cast<std::int32_t>(arguments.size());
        for_each_argument(program, node, [&](int argument) { arguments.push_back(nodes[argument]); });
        node.first_argument = first;
    }
    nodes.apply(program.nodes);
    program.arguments = std::move(arguments);
    for_each_root(program, [&](int& root) { root = nodes[root]; });
    renumber_payloads(program);
    renumber_populations(program, nodes);
}

}  // namespace schoolimp::inline v0
