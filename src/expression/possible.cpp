#include "expression/possible.hpp"

#include <algorithm>

#include "expression/possible_cone.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Halves of an interval of the input's grid.
std::vector<Abstract> halves(const Abstract& set, int places) {
    const auto index = [&](const Decimal& value) { return value.coefficient() * detail::kPowersOfTen[places - value.places()]; };
    const std::int64_t first = index(set.low), last = index(set.high), middle = first + (last - first) / 2;
    Abstract lower = set, upper = set;
    lower.high = Decimal::make(middle, places).value_or(set.low);
    upper.low = Decimal::make(middle + 1, places).value_or(set.high);
    return {lower, upper};
}

/// Depth-first search over fillings. A branch is left when its root cannot be anything that is still looked for.
class Search {
public:
    Search(Cone& cone, std::span<const MissingInput> missing, int limit) : cone_(cone), missing_(missing), limit_(limit) {}

    /// Every level that some filling gives.
    void find_levels() {
        seek_levels_ = true;
        explore();
    }
    /// Whether some filling of all inputs leaves the root without a level.
    bool finds_none_level() {
        seek_levels_ = false;
        none_found_ = stopped_ = false;
        explore();
        return none_found_;
    }

    std::uint64_t found() const { return found_; }
    std::uint64_t unexplored() const { return unexplored_; }
    bool stopped() const { return stopped_; }
    int evaluations() const { return evaluations_; }

private:
    struct Child {
        Abstract piece;
        int rank = 0;  ///< Lower is tried first.
    };

    bool wanted(const Abstract& root) const {
        return seek_levels_ ? (root.codes & ~found_) != 0 : !none_found_ && (root.unknown || root.not_applicable);
    }

    void explore() {
        const Abstract root = cone_.root();
        if (!wanted(root)) return;
        if (root.determined()) return record(root);
        if (evaluations_ >= limit_) {
            stopped_ = true;
            unexplored_ |= root.codes;
            return;
        }
        const int position = choose();
        for (const Child& child : children(position)) {
            const std::size_t mark = cone_.mark();
            narrow(position, child.piece);
            explore();
            cone_.undo(mark);
            if (!wanted(root)) return;
        }
    }

    void record(const Abstract& root) {
        found_ |= root.codes;
        none_found_ |= !root.known;
    }

    void narrow(int position, const Abstract& piece) {
        ++evaluations_;
        cone_.narrow(position, piece);
    }

    /// The input read from most open nodes: it is where imprecision comes from. Among equals one that needs no bisection, then the first.
    int choose() {
        int best = -1;
        std::pair<int, bool> best_key;
        for (const Cone::Open& open : cone_.open_inputs()) {
            const std::pair<int, bool> key{open.readers, !cone_.pieces(open.position).front().interval || cone_.pieces(open.position).front().single()};
            if (best >= 0 && key <= best_key) continue;
            best = open.position;
            best_key = key;
        }
        return best;
    }

    std::vector<Abstract> pieces_of(int position) {
        const Abstract& set = cone_.input(position);
        std::vector<Abstract> pieces;
        if (set.known) {
            Abstract values = set;
            values.unknown = false;
            const bool whole = values == cone_.start(position);
            if (whole) pieces = cone_.pieces(position);
            if (!whole || (pieces.size() == 1 && !pieces.front().single()))
                pieces = values.single() ? std::vector<Abstract>{values} : halves(values, missing_[at(position)].admissible.places);
        }
        if (set.unknown) {
            Abstract stays;
            stays.interval = set.interval;
            stays.unknown = true;
            pieces.push_back(stays);
        }
        return pieces;
    }

    /// The pieces to try, those that settle the root first, then those that leave it fewest levels; without those that lead nowhere.
    std::vector<Child> children(int position) {
        std::vector<Child> result;
        for (const Abstract& piece : pieces_of(position)) {
            const std::size_t mark = cone_.mark();
            narrow(position, piece);
            const Abstract root = cone_.root();
            if (root.determined()) {
                if (wanted(root)) record(root);
            } else if (wanted(root)) {
                result.push_back({piece, std::popcount(root.codes) + root.unknown + root.not_applicable});
            }
            cone_.undo(mark);
        }
        std::stable_sort(result.begin(), result.end(), [](const Child& a, const Child& b) { return a.rank < b.rank; });
        return result;
    }

    Cone& cone_;
    std::span<const MissingInput> missing_;
    int limit_;
    int evaluations_ = 0;
    bool seek_levels_ = true, none_found_ = false, stopped_ = false;
    std::uint64_t found_ = 0, unexplored_ = 0;
};

std::vector<int> ranks_of(std::uint64_t codes) {
    std::vector<int> ranks;
    for (; codes != 0; codes &= codes - 1) ranks.push_back(std::countr_zero(codes));
    return ranks;
}

/// Sets of codes hold no more than kMaxCodes of them.
bool fits_codes(const Evaluator& evaluator) {
    const auto& scales = evaluator.program().scales;
    return evaluator.texts().size() <= kMaxCodes && std::all_of(scales.begin(), scales.end(), [](const ScaleInfo& s) { return s.size <= kMaxCodes; });
}

PossibleLevels all_levels(const Evaluator& evaluator, std::span<const MissingInput> missing, int root) {
    PossibleLevels result;
    result.exact = false;
    const int scale = evaluator.program().nodes[at(root)].type.scale;
    for (int rank = 0; rank < evaluator.program().scales[at(scale)].size; ++rank) result.ranks.push_back(rank);
    for (std::size_t i = 0; i < missing.size(); ++i) result.matter.push_back(static_cast<int>(i));
    return result;
}

/// Every input that could stay unknown gets a value.
void fill_all(Cone& cone, std::size_t count) {
    for (int position = 0; position < static_cast<int>(count); ++position) {
        if (!cone.holds(position) || !cone.input(position).unknown) continue;
        Abstract filled = cone.input(position);
        filled.unknown = false;
        cone.narrow(position, filled);
    }
}

}  // namespace

PossibleLevels possible_levels(const Evaluator& evaluator, std::span<const MissingInput> missing, int root, int limit) {
    const Value& now = evaluator.value(root);
    if (!fits_codes(evaluator)) return all_levels(evaluator, missing, root);
    Cone cone(evaluator, missing, root);
    PossibleLevels result;
    if (now.known() && !cone.any_may_stay_unknown()) {  // Filling keeps what is settled.
        result.ranks = {now.code()};
        return result;
    }
    Search search(cone, missing, limit);
    search.find_levels();
    result.ranks = ranks_of(search.found() | search.unexplored());
    result.exact = (search.unexplored() & ~search.found()) == 0;
    const bool settled_now = now.known() && result.ranks.size() == 1;
    if (!settled_now) {
        for (const Cone::Open& open : cone.open_inputs()) result.matter.push_back(open.position);
    }
    if (!now.known() && result.exact && result.ranks.size() == 1) {
        fill_all(cone, missing.size());
        result.every_filling = !search.finds_none_level() && !search.stopped();
        if (result.every_filling) result.matter.clear();
    }
    result.evaluations = search.evaluations();
    return result;
}

}  // namespace schoolimp::inline v0
