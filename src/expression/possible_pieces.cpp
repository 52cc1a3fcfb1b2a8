// Cutting the admissible values of a missing input into pieces.
#include <algorithm>

#include "expression/possible_cone.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }
constexpr int kMaxCuts = 4096;  // More cuts than this mean a formula with as many steps; the input is then bisected during the search.

/// What the nodes at the rim have on a piece.
using Signature = std::vector<Abstract>;

struct Piece {
    Abstract set;
    Signature signature;
};

/// A grid interval as a set.
Abstract grid_set(std::int64_t first, std::int64_t last, int places) {
    Admissible admissible;
    admissible.grid = true;
    admissible.first = first;
    admissible.last = last;
    admissible.places = places;
    return admissible.set();
}

std::vector<Abstract> one_value_for_each_signature(const std::vector<Piece>& pieces) {
    std::vector<const Piece*> kept;
    std::vector<Abstract> result;
    for (const Piece& piece : pieces) {
        if (std::any_of(kept.begin(), kept.end(), [&](const Piece* other) { return other->signature == piece.signature; })) continue;
        kept.push_back(&piece);
        Abstract value = piece.set;
        if (value.interval) value.high = value.low;
        result.push_back(value);
    }
    return result;
}

std::vector<Abstract> neighbours_joined(const std::vector<Piece>& pieces) {
    std::vector<Abstract> result;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0 && pieces[i].signature == pieces[i - 1].signature) {
            result.back().high = pieces[i].set.high;
        } else {
            result.push_back(pieces[i].set);
        }
    }
    return result;
}

}  // namespace

/// The nodes that depend on one input alone, and the rim: those among them that other nodes read.
struct Cone::Pure {
    std::vector<int> nodes;  ///< Without the input's own; ascending.
    std::vector<int> rim;     ///< Levels, truths and texts read from outside.
    std::vector<int> values;  ///< Numbers and dates read from outside, together with other open ones: their very values matter.
};

Cone::Pure Cone::pure_nodes(int position) {
    Pure pure;
    std::vector<char> is_pure(at(root_) + 1, 0), on_rim(at(root_) + 1, 0);
    for (const int i : input_nodes_[at(position)]) is_pure[at(i)] = 1;
    const auto open = [&](int i) { return !start_sets_[at(i)].determined(); };
    for (const int i : affected(position)) {
        if (!open(i)) continue;
        const auto parts = arguments(i);
        const bool alone = std::all_of(parts.begin(), parts.end(), [&](int part) { return !open(part) || is_pure[at(part)]; });
        if (alone) {
            is_pure[at(i)] = 1;
            pure.nodes.push_back(i);
        }
        for (const int part : parts) on_rim[at(part)] |= !alone && is_pure[at(part)];
    }
    on_rim[at(root_)] |= is_pure[at(root_)];
    for (const int i : nodes_) {
        if (!on_rim[at(i)]) continue;
        (is_interval(node(i).type.value) ? pure.values : pure.rim).push_back(i);
    }
    return pure;
}

std::vector<Abstract> Cone::cut(int position, const Pure& pure) {
    std::vector<Abstract> sets = start_sets_;
    std::vector<Value> points = start_points_;
    const auto signature_on = [&](const Abstract& piece) {
        const auto put_scratch = [&](int i, const Abstract& set) {
            sets[at(i)] = set;
            if (set.determined()) points[at(i)] = set.value();
        };
        for (const int i : input_nodes_[at(position)]) put_scratch(i, piece);
        for (const int i : pure.nodes) put_scratch(i, derive(i, {sets, points}));
        Signature signature;
        for (const int i : pure.rim) signature.push_back(sets[at(i)]);
        if (!missing_[at(position)].admissible.grid)
            for (const int i : pure.values) signature.push_back(sets[at(i)]);
        return signature;
    };
    const auto settled = [](const Signature& signature) {
        return std::all_of(signature.begin(), signature.end(), [](const Abstract& set) { return set.determined(); });
    };

    std::vector<Piece> pieces;
    const Admissible& admissible = missing_[at(position)].admissible;
    if (!admissible.grid) {
        for (std::uint64_t codes = admissible.codes; codes != 0; codes &= codes - 1) {
            const Abstract value = of_codes(codes & ~(codes - 1));
            pieces.push_back({value, signature_on(value)});
        }
        return one_value_for_each_signature(pieces);
    }
    // Halves until nothing on the rim is open; a stack keeps the pieces in order.
    bool cut_short = false;
    int cuts = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> stack{{admissible.first, admissible.last}};
    while (!stack.empty()) {
        const auto [first, last] = stack.back();
        stack.pop_back();
        const Abstract piece = grid_set(first, last, admissible.places);
        Signature signature = signature_on(piece);
        const bool done = first == last || settled(signature);
        if (done || ++cuts > kMaxCuts) {
            cut_short |= !done;
            pieces.push_back({piece, std::move(signature)});
            continue;
        }
        const std::int64_t middle = first + (last - first) / 2;
        stack.push_back({middle + 1, last});
        stack.push_back({first, middle});
    }
    return !pure.values.empty() || cut_short ? neighbours_joined(pieces) : one_value_for_each_signature(pieces);
}

const std::vector<Abstract>& Cone::pieces(int position) {
    std::optional<std::vector<Abstract>>& pieces = pieces_[at(position)];
    if (!pieces) pieces = cut(position, pure_nodes(position));
    return *pieces;
}

}  // namespace schoolimp::inline v0
