#include "expression/level_reach.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace schoolimp::inline v0 {

namespace {

using Ranks = std::vector<bool>;

class Reach {
public:
    explicit Reach(const Program& program) : program_(program) {}

    // Nodes come after their arguments, so one pass over the level-valued nodes is enough.
    Ranks run(int node) {
        for (int i = 0; i <= node; ++i)
            if (at(i).type.value == ValueType::kLevel) known_[i] = of(at(i));
        return known_[node];
    }

private:
    const Node& at(int node) const { return program_.nodes[static_cast<std::size_t>(node)]; }
    int argument(const Node& node, int i) const { return program_.arguments[static_cast<std::size_t>(node.first_argument + i)]; }
    const Ranks& ranks_of(const Node& node, int i) const { return known_.at(argument(node, i)); }
    std::size_t size_of(const Node& node) const { return static_cast<std::size_t>(program_.scales[static_cast<std::size_t>(node.type.scale)].size); }

    template <typename Table>
    static const Table& table(const std::vector<Table>& tables, const Node& node) {
        return tables[static_cast<std::size_t>(node.payload)];
    }
    static void add(Ranks& ranks, int rank) {
        if (rank >= 0) ranks[static_cast<std::size_t>(rank)] = true;
    }

    Ranks of(const Node& node) const {
        Ranks ranks(size_of(node), false);
        switch (node.op) {
            case Op::kConstant: add(ranks, std::get<int>(table(program_.constants, node))); break;
            case Op::kBands:
                for (const Band& band : table(program_.bands, node).bands) add(ranks, band.level);
                break;
            case Op::kBestFit:
                for (const BestFitTable::Candidate& candidate : table(program_.best_fits, node).candidates) add(ranks, candidate.level);
                break;
            case Op::kMatrix: add_cells(ranks, node); break;
            case Op::kMapLevel: add_mapped(ranks, node); break;
            case Op::kCap: add_limited(ranks, node, [](int a, int b) { return std::min(a, b); }); break;
            case Op::kFloor: add_limited(ranks, node, [](int a, int b) { return std::max(a, b); }); break;
            case Op::kInput: ranks.assign(ranks.size(), true); break;
            default: add_arguments(ranks, node); break;
        }
        return ranks;
    }

    // Choices among arguments: any level one of them can give.
    void add_arguments(Ranks& ranks, const Node& node) const {
        for (int i = 0; i < node.argument_count; ++i) {
            const int each = argument(node, i);
            if (at(each).type.value != ValueType::kLevel) continue;
            const Ranks& part = known_.at(each);
            for (std::size_t rank = 0; rank < ranks.size(); ++rank) ranks[rank] = ranks[rank] || part[rank];
        }
    }

    void add_cells(Ranks& ranks, const Node& node) const {
        const MatrixTable& matrix = table(program_.matrices, node);
        const Ranks &rows = ranks_of(node, 0), &columns = ranks_of(node, 1);
        for (int row = 0; row < matrix.rows; ++row)
            for (int column = 0; column < matrix.columns; ++column)
                if (rows[static_cast<std::size_t>(row)] && columns[static_cast<std::size_t>(column)])
                    add(ranks, matrix.cells[static_cast<std::size_t>(row * matrix.columns + column)]);
    }

    void add_mapped(Ranks& ranks, const Node& node) const {
        const Ranks& from = ranks_of(node, 0);
        for (std::size_t rank = 0; rank < from.size(); ++rank)
            if (from[rank]) add(ranks, table(program_.crosswalks, node).to[rank]);
    }

    template <typename Limit>
    void add_limited(Ranks& ranks, const Node& node, Limit limit) const {
        const Ranks &levels = ranks_of(node, 0), &bounds = ranks_of(node, 2);
        for (std::size_t level = 0; level < levels.size(); ++level) {
            if (!levels[level]) continue;
            ranks[level] = true;
            for (std::size_t bound = 0; bound < bounds.size(); ++bound)
                if (bounds[bound]) add(ranks, limit(static_cast<int>(level), static_cast<int>(bound)));
        }
    }

    const Program& program_;
    std::map<int, Ranks> known_;
};

}  // namespace

std::vector<bool> reachable_levels(const Program& program, int node) { return Reach(program).run(node); }

}  // namespace schoolimp::inline v0
