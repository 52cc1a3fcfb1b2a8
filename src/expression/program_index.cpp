#include "expression/program_index.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "expression/evaluate.hpp"
#include "expression/polarity.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::vector<int> ascending(std::vector<int> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::vector<int> positions_by_node(std::size_t nodes, const std::vector<int>& roots) {
    std::vector<int> positions(nodes, -1);
    for (std::size_t i = roots.size(); i-- > 0;) positions[at(roots[i])] = static_cast<int>(i);
    return positions;
}

}  // namespace

ProgramIndex::ProgramIndex(const Program& program)
    : program_(program),
      criterion_at_(positions_by_node(program.nodes.size(), program.criteria)),
      measure_at_(positions_by_node(program.nodes.size(), program.measures)),
      list_of_inputs_(program.nodes.size(), -1),
      visited_(program.nodes.size(), 0) {
    find_readers();
    find_nodes_of_inputs();
    find_inputs_below();
    find_constants();
    find_same_observations();
    number_cells();
    find_inputs_of_populations();
    find_comparisons();
    for (const int judgement : program.judgements) roots_.push_back(root_at(judgement));
}

const ProgramIndex::Root& ProgramIndex::root(int node) const {
    const auto found = std::find(program_.judgements.begin(), program_.judgements.end(), node);
    return roots_[static_cast<std::size_t>(found - program_.judgements.begin())];
}

ProgramIndex::Root ProgramIndex::root_at(int node) {
    Root root;
    root.nodes = walk(node, [](int) { return true; });
    std::sort(root.nodes.begin(), root.nodes.end());
    root.node_set.assign((program_.nodes.size() + 63) / 64, 0);
    for (const int i : root.nodes) put_in(root.node_set, i);
    const ScaleInfo* scale = program_.nodes[at(node)].type.scale < 0 ? nullptr : &program_.scales[at(program_.nodes[at(node)].type.scale)];
    const bool ordered = scale == nullptr || scale->order != ScaleOrder::kNone;
    root.ways = ordered ? 1 : scale->size;
    for (int way = 0; way < root.ways; ++way) add_way(root, node, ordered ? -1 : way);
    find_looks(root);
    return root;
}

namespace {

enum class Looks : std::uint8_t { kNot, kAtPresence, kAtApplicability };

/// How a node looks at one of its arguments.
Looks how_it_looks(const Program& program, const Node& node, std::size_t argument) {
    const auto when = [](bool condition, Looks looks) { return condition ? looks : Looks::kNot; };
    switch (node.op) {
        case Op::kKnown:
        case Op::kMinimumKnown:
        case Op::kMaximumKnown: return Looks::kAtPresence;
        case Op::kOrElse: return when(argument == 0, Looks::kAtPresence);
        case Op::kApplicable: return Looks::kAtApplicability;
        case Op::kConditional: return when(argument == 0, Looks::kAtApplicability);
        case Op::kScore: return when(program.scores[at(node.payload)].missing != MissingPolicy::kUnknown, Looks::kAtPresence);
        case Op::kBestFit: return when(program.best_fits[at(node.payload)].ignore_unknown, Looks::kAtPresence);
        default: return Looks::kNot;
    }
}

}  // namespace

void ProgramIndex::add_way(Root& root, int node, int level) const {
    const std::vector<int> polarity = polarities(program_, node, level);
    std::vector<int> pulls(program_.inputs.size(), 0);
    for (const int i : root.nodes)
        if (program_.nodes[at(i)].op == Op::kInput) pulls[at(program_.nodes[at(i)].payload)] += polarity[at(i)];
    root.pulls.insert(root.pulls.end(), pulls.begin(), pulls.end());
}

void ProgramIndex::find_looks(Root& root) {
    std::vector<char> below(program_.nodes.size(), 0);
    for (auto it = root.nodes.rbegin(); it != root.nodes.rend(); ++it) {
        const Node& node = program_.nodes[at(*it)];
        const auto parts = arguments(*it);
        const bool passes_on = below[at(*it)] && node.op != Op::kKnown && node.op != Op::kApplicable;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Looks looks = how_it_looks(program_, node, i);
            if (looks != Looks::kNot) root.looks.push_back({parts[i], looks == Looks::kAtApplicability});
            if (looks == Looks::kAtApplicability || passes_on) below[at(parts[i])] = 1;
        }
    }
    for (const int node : root.nodes)
        if (below[at(node)]) root.below_applicability.push_back(node);
}

void ProgramIndex::find_inputs_below() {
    inputs_below_ = SetTable(program_.nodes.size(), program_.inputs.size());
    nodes_above_ = SetTable(program_.inputs.size(), program_.nodes.size());
    for (std::size_t i = 0; i < program_.nodes.size(); ++i) {
        const int node = static_cast<int>(i);
        if (program_.nodes[i].op == Op::kInput) inputs_below_.add(node, program_.nodes[i].payload);
        for (const int argument : arguments(node)) inputs_below_.add_all(node, argument);
        for (int input = 0; input < static_cast<int>(program_.inputs.size()); ++input)
            if (holds(inputs_below(node), input)) nodes_above_.add(input, node);
    }
}

void ProgramIndex::find_constants() {
    TextTable texts(program_);
    constant_values_.assign(program_.nodes.size(), unknown_value());
    constant_sets_.resize(program_.nodes.size());
    for (std::size_t i = 0; i < program_.nodes.size(); ++i) {
        const Node& node = program_.nodes[i];
        if (node.op != Op::kConstant) continue;
        constant_values_[i] = constant_value(program_.constants[at(node.payload)], texts);
        constant_sets_[i] = exactly(constant_values_[i], node.type.value);
    }
    for (int token = 0; token < texts.size(); ++token) texts_.push_back(texts.text(token));
}

void ProgramIndex::find_nodes_of_inputs() {
    std::vector<std::vector<int>> nodes(program_.inputs.size());
    for (std::size_t i = 0; i < program_.nodes.size(); ++i)
        if (program_.nodes[i].op == Op::kInput) nodes[at(program_.nodes[i].payload)].push_back(static_cast<int>(i));
    for (const std::vector<int>& list : nodes) input_nodes_.add_list(list);
}

bool ProgramIndex::is_comparison(int node) const {
    const Op op = program_.nodes[at(node)].op;
    return op >= Op::kEqual && op <= Op::kGreaterEqual;
}

bool ProgramIndex::is_membership(int node) const {
    const Node& n = program_.nodes[at(node)];
    if (n.op != Op::kOr || n.text < 0 || program_.texts[at(n.text)].empty()) return false;
    const auto parts = arguments(node);
    return std::all_of(parts.begin(), parts.end(), [&](int part) { return program_.nodes[at(part)].op == Op::kEqual; });
}

void ProgramIndex::find_readers() {
    std::vector<std::vector<std::int32_t>> readers(program_.nodes.size());
    for (std::size_t i = 0; i < readers.size(); ++i)
        for (const int argument : arguments(static_cast<int>(i)))
            if (readers[at(argument)].empty() || readers[at(argument)].back() != static_cast<std::int32_t>(i)) readers[at(argument)].push_back(static_cast<std::int32_t>(i));
    for (const auto& list : readers) readers_.add_list(list);
}

void ProgramIndex::find_same_observations() {
    std::map<std::tuple<int, std::string_view, int>, int> values;
    const auto cell_of = [](const Input& input) { return std::tuple(input.indicator, std::string_view(input.group), input.shift); };
    for (std::size_t i = 0; i < program_.inputs.size(); ++i)
        if (program_.inputs[i].kind == InputKind::kIndicator) values.emplace(cell_of(program_.inputs[i]), static_cast<int>(i));
    same_observation_.assign(program_.inputs.size(), -1);
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
        if (program_.inputs[i].kind != InputKind::kObservedOn) continue;
        const auto found = values.find(cell_of(program_.inputs[i]));
        if (found == values.end()) continue;
        same_observation_[i] = found->second;
        same_observation_[at(found->second)] = static_cast<int>(i);
    }
}

void ProgramIndex::number_cells() {
    int cells = 0;
    for (std::size_t i = 0; i < program_.inputs.size(); ++i) {
        const int same = same_observation_[i];
        const bool is_read_already = same >= 0 && at(same) < i;
        cell_of_input_.push_back(is_read_already ? cell_of_input_[at(same)] : cells++);
    }
}

template <typename Descend>
std::vector<int> ProgramIndex::walk(int start, Descend&& descend) {
    std::vector<int> order, stack{start};
    ++walks_;
    while (!stack.empty()) {
        const int node = stack.back();
        stack.pop_back();
        if (visited_[at(node)] == walks_) continue;
        visited_[at(node)] = walks_;
        order.push_back(node);
        if (!descend(node)) continue;
        const auto parts = arguments(node);
        stack.insert(stack.end(), parts.rbegin(), parts.rend());
    }
    return order;
}

void ProgramIndex::find_comparisons() {
    const auto explains = [&](int node) { return is_comparison(node) || is_membership(node); };
    for (const int root : program_.criteria) {
        std::vector<int> comparisons;
        const auto is_own = [&](int node) { return node == root || criterion_at(node) < 0; };
        for (const int node : walk(root, [&](int i) { return is_own(i) && !explains(i); }))
            if (explains(node) && is_own(node)) comparisons.push_back(node);
        comparisons_.add_list(comparisons);
    }
    for (std::size_t i = 0; i < program_.criteria.size(); ++i) {
        find_inputs(program_.criteria[i]);
        for (const int node : comparisons_of(static_cast<int>(i))) find_inputs(node);
    }
}

void ProgramIndex::find_inputs(int node) {
    if (list_of_inputs_[at(node)] >= 0) return;
    list_of_inputs_[at(node)] = input_lists_++;
    std::vector<int> inputs;
    add_inputs_below(node, inputs);
    for (std::size_t i = 0, own = inputs.size(); i < own; ++i) {
        if (program_.inputs[at(inputs[i])].kind != InputKind::kPopulation) continue;
        const auto behind = inputs_of_population(program_.inputs[at(inputs[i])].population);
        inputs.insert(inputs.end(), behind.begin(), behind.end());
    }
    inputs = ascending(std::move(inputs));
    std::vector<int> cells;
    for (const int input : inputs) cells.push_back(cell_of_input(input));
    inputs_.add_list(inputs);
    cells_.add_list(ascending(std::move(cells)));
}

void ProgramIndex::find_inputs_of_populations() {
    for (const Population& population : program_.populations) {
        std::vector<int> inputs;
        add_inputs_below(population.value, inputs);
        if (population.eligible >= 0) add_inputs_below(population.eligible, inputs);
        population_inputs_.add_list(ascending(std::move(inputs)));
    }
}

void ProgramIndex::add_inputs_below(int node, std::vector<int>& inputs) {
    for (const int i : walk(node, [](int) { return true; }))
        if (program_.nodes[at(i)].op == Op::kInput) inputs.push_back(program_.nodes[at(i)].payload);
}

}  // namespace schoolimp::inline v0
