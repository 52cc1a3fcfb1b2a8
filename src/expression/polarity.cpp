#include "expression/polarity.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr int sign(int number) { return (number > 0) - (number < 0); }

class Pull {
public:
    /// `level`: of a scale without a quality order, the level to be reached.
    Pull(const Program& program, int scale, int level) : program_(program), scale_(scale), level_(level) {}

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
        const std::optional<int> first = merit(a), second = merit(b);
        return first && second ? sign(*first - *second) : 0;
    }
    /// Greater for what is rather to be reached.
    std::optional<int> merit(int index) const {
        const std::optional<int> rank = constant_rank(index);
        return rank && is_of_the_scale(index) ? *rank == level_ : rank;
    }
    bool is_of_the_scale(int index) const { return level_ >= 0 && program_.nodes[at(index)].type.scale == scale_; }
    std::optional<int> constant_rank(int index) const {
        const Node& node = program_.nodes[at(index)];
        const int* rank = node.op == Op::kConstant ? std::get_if<int>(&program_.constants[at(node.payload)]) : nullptr;
        return rank == nullptr ? std::nullopt : std::optional<int>(*rank);
    }
    /// A condition pulls to its outcome, away from the one that comes when no rule holds.
    int of_rule(const Node& node, int i) const {
        const bool is_condition = i % 2 == 0 && i + 1 < node.argument_count;
        if (!is_condition) return 1;
        const int outcome = argument(node, i + 1);
        if (is_of_the_scale(outcome) && merit(outcome) == 0 && may_come_to_it(node, i + 2)) return -1;  // The rule stands in the way.
        return difference(outcome, argument(node, node.argument_count - 1));
    }
    /// Whether an outcome from the i-th argument on is the level to be reached.
    bool may_come_to_it(const Node& node, int i) const {
        for (; i < node.argument_count; ++i)
            if (merit(argument(node, i)) == 1 && is_of_the_scale(argument(node, i))) return true;
        return false;
    }
    static int of_bands(const BandTable& table) { return table.bands.empty() ? 0 : sign(table.bands.back().level - table.bands.front().level); }
    static int of_candidate(const BestFitTable& table, int i) {
        for (std::size_t c = 0; c < table.candidates.size(); ++c)
            if (i < table.candidates[c].first + table.candidates[c].count) return 2 * c < table.candidates.size() ? 1 : -1;
        return 0;
    }

    const Program& program_;
    int scale_, level_;
};

}  // namespace

std::vector<int> polarities(const Program& program, int root, int level) {
    const Pull pull(program, program.nodes[at(root)].type.scale, level);
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
