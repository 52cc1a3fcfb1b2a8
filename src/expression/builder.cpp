#include "expression/builder.hpp"

#include <functional>
#include <utility>

#include "expression/fold.hpp"

namespace schoolimp::inline v0 {

namespace {

void mix(std::size_t& hash, std::size_t value) { hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2); }

}  // namespace

std::size_t ProgramBuilder::KeyHash::operator()(const Key& key) const {
    std::size_t hash = static_cast<std::size_t>(key.op);
    mix(hash, static_cast<std::size_t>(key.type.value));
    mix(hash, static_cast<std::size_t>(key.type.scale + 1));
    mix(hash, key.type.unit ? static_cast<std::size_t>(*key.type.unit) + 1 : 0);
    mix(hash, static_cast<std::size_t>(key.payload));
    mix(hash, static_cast<std::size_t>(key.text + 1));
    for (int argument : key.arguments) mix(hash, static_cast<std::size_t>(argument));
    return hash;
}

int ProgramBuilder::constant(const Type& type, Constant value, int text) {
    const auto [found, is_new] = constants_.try_emplace(value, static_cast<int>(program.constants.size()));
    if (is_new) program.constants.push_back(std::move(value));
    return intern({Op::kConstant, type, found->second, text, {}}, text);
}

int ProgramBuilder::input(const Type& type, Input input) {
    const auto [found, is_new] = inputs_.try_emplace({input.kind, input.indicator, input.group, input.shift, input.population}, static_cast<int>(program.inputs.size()));
    if (is_new) program.inputs.push_back(std::move(input));
    return intern({Op::kInput, type, found->second, -1, {}}, -1);
}

int ProgramBuilder::population(const Type& type, const Population& population) {
    const auto [found, is_new] = populations_.try_emplace({population.function, population.value, population.eligible, population.parameter},
                                                          static_cast<int>(program.populations.size()));
    if (is_new) program.populations.push_back(population);
    return input(type, Input{InputKind::kPopulation, -1, {}, 0, found->second});
}

bool ProgramBuilder::holds_always(int index) const {
    const Node& node = at(index);
    return node.op == Op::kConstant && program.constants[static_cast<std::size_t>(node.payload)] == Constant(true);
}

int ProgramBuilder::node(Op op, const Type& type, std::vector<int> arguments, int payload, int text) {
    Fold folded = fold(program, op, arguments, payload);
    if (folded.kind == Fold::Kind::kNode) return folded.node;
    if (folded.kind == Fold::Kind::kConstant) return constant(type, std::move(folded.constant), text);
    return intern({op, type, payload, -1, std::move(arguments)}, text);
}

int ProgramBuilder::text(const std::string& text) {
    const auto [found, is_new] = texts_.try_emplace(text, static_cast<int>(program.texts.size()));
    if (is_new) program.texts.push_back(text);
    return found->second;
}

int ProgramBuilder::intern(Key key, int text) {
    const auto found = known_.find(key);
    if (found != known_.end()) {
        label(found->second, text);
        return found->second;
    }
    const int index = append(key, text);
    if (!exhausted_) known_.emplace(std::move(key), index);
    return index;
}

int ProgramBuilder::append(const Key& key, int text) {
    if (program.nodes.size() >= kMaxProgramNodes || program.arguments.size() + key.arguments.size() > kMaxProgramArguments) {
        exhausted_ = true;
        return 0;
    }
    Node node;
    node.op = key.op;
    node.type = key.type;
    node.first_argument = static_cast<std::int32_t>(program.arguments.size());
    node.argument_count = static_cast<std::int32_t>(key.arguments.size());
    node.payload = key.payload;
    node.text = text;
    program.arguments.insert(program.arguments.end(), key.arguments.begin(), key.arguments.end());
    program.nodes.push_back(node);
    return static_cast<int>(program.nodes.size()) - 1;
}

void ProgramBuilder::label(int index, int text) {
    std::int32_t& current = program.nodes[static_cast<std::size_t>(index)].text;
    if (current < 0) current = text;
}

}  // namespace schoolimp::inline v0
