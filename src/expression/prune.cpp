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

template <typename Visit>
void for_each_argument(const Program& program, const Node& node, Visit visit) {
    for (std::int32_t i = 0; i < node.argument_count; ++i) visit(program.arguments[static_cast<std::size_t>(node.first_argument + i)]);
}

Renumbering used_nodes(Program& program) {
    Renumbering nodes(program.nodes.size());
    for_each_root(program, [&](int& root) { nodes.keep(root); });
    // Arguments come before the nodes that use them.
    for (int i = static_cast<int>(program.nodes.size()) - 1; i >= 0; --i)
        if (nodes.kept(i)) for_each_argument(program, program.nodes[static_cast<std::size_t>(i)], [&](int argument) { nodes.keep(argument); });
    nodes.number();
    return nodes;
}

void renumber_payloads(Program& program) {
    Renumbering inputs(program.inputs.size()), constants(program.constants.size()), texts(program.texts.size());
    for (const Node& node : program.nodes) {
        if (node.op == Op::kInput) inputs.keep(node.payload);
        if (node.op == Op::kConstant) constants.keep(node.payload);
        if (node.text >= 0) texts.keep(node.text);
    }
    for (Renumbering* each : {&inputs, &constants, &texts}) each->number();
    for (Node& node : program.nodes) {
        if (node.op == Op::kInput) node.payload = inputs[node.payload];
        if (node.op == Op::kConstant) node.payload = constants[node.payload];
        if (node.text >= 0) node.text = texts[node.text];
    }
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
}

}  // namespace schoolimp::inline v0
