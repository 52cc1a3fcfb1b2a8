#include "expression/polarity.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr int sign(int number) { return (number > 0) - (number < 0); }

class Pull {
public:
    explicit Pull(const Program& program) : program_(program) {}

    /// Of the i-th argument on its node.
    int of(const Node& node, int i) const {
        switch (node.op) {
            case Op::kNot:
            case Op::kNegate:
            case Op::kAtMost: return -1;
            case Op::kSubtract:
            case Op::kDivide:
            case Op::kGreater:
            case Op::kGreaterEqual: return i == 0 ? 1 : -1;
            case Op::kLess:
            case Op::kLessEqual: return i == 0 ? -1 : 1;
            case Op::kEqual: return towards(argument(node, 1 - i));
            case Op::kNotEqual: return -towards(argument(node, 1 - i));
            case Op::kConditional: return i > 0 ? 1 : difference(argument(node, 1), argument(node, 2));
            case Op::kGuard: return i;
            case Op::kCap: return i == 1 ? -1 : 1;
            case Op::kFirst:
            case Op::kUnique: return of_rule(node, i);
            case Op::kBands: return of_bands(program_.bands[at(node.payload)]);
            case Op::kScore: return program_.scores[at(node.payload)].parts[at(i)].weight.is_negative() ? -1 : 1;
            case Op::kBestFit: return of_candidate(program_.best_fits[at(node.payload)], i);
            case Op::kKnown:
            case Op::kApplicable:
            case Op::kExactly:
            case Op::kAbsolute: return 0;
            default: return 1;
        }
    }

private:
    int argument(const Node& node, int i) const { return program_.arguments[at(node.first_argument + i)]; }

    /// Equal to a level of the better half pulls up.
    int towards(int other) const {
        const std::optional<int> rank = constant_rank(other);
        if (!rank) return 0;
        return 2 * *rank + 1 >= program_.scales[at(program_.nodes[at(other)].type.scale)].size ? 1 : -1;
    }
    int difference(int a, int b) const {
        const std::optional<int> first = constant_rank(a), second = constant_rank(b);
        return first && second ? sign(*first - *second) : 0;
    }
    std::optional<int> constant_rank(int index) const {
        const Node& node = program_.nodes[at(index)];
        const int* rank = node.op == Op::kConstant ? std::get_if<int>(&program_.constants[at(node.payload)]) : nullptr;
        return rank == nullptr ? std::nullopt : std::optional<int>(*rank);
    }
    /// A condition pulls to its outcome, away from the one that comes when no rule holds.
    int of_rule(const Node& node, int i) const {
        const bool is_condition = i % 2 == 0 && i + 1 < node.argument_count;
        return is_condition ? difference(argument(node, i + 1), argument(node, node.argument_count - 1)) : 1;
    }
    static int of_bands(const BandTable& table) { return table.bands.empty() ? 0 : sign(table.bands.back().level - table.bands.front().level); }
    static int of_candidate(const BestFitTable& table, int i) {
        for (std::size_t c = 0; c < table.candidates.size(); ++c)
            if (i < table.candidates[c].first + table.candidates[c].count) return 2 * c < table.candidates.size() ? 1 : -1;
        return 0;
    }

    const Program& program_;
};

}  // namespace

std::vector<int> polarities(const Program& program, int root) {
    const Pull pull(program);
    std::vector<int> polarity(at(root) + 1, 0);
    polarity[at(root)] = 1;
    for (int index = root; index >= 0; --index) {
        const Node& node = program.nodes[at(index)];
        if (polarity[at(index)] == 0) continue;
        for (int i = 0; i < node.argument_count; ++i) polarity[at(program.arguments[at(node.first_argument + i)])] += sign(polarity[at(index)]) * pull.of(node, i);
    }
    return polarity;
}

}  // namespace schoolimp::inline v0
