#include "expression/possible.hpp"

#include <algorithm>

#include "expression/possible_cone.hpp"

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// What a part leaves of a set.
Abstract without(const Abstract& set, const Abstract& part) {
    Abstract rest = set;
    rest.unknown &= !part.unknown;
    rest.not_applicable &= !part.not_applicable;
    if (!part.known) return rest;
    rest.codes &= ~part.codes;
    rest.known = rest.codes != 0;
    if (!set.interval || part.high == set.high) return rest;
    // Of an interval the upper part; no number lies between the two that the node could have.
    rest.low = *add(part.high, *Decimal::make(1, set.places));
    rest.known = rest.low <= rest.high;
    return rest;
}

enum class Answered : std::uint8_t { kNo, kYes, kStopped };

/// Depth-first search for a filling that agrees with all that is supposed of the cone: a restricted node that its arguments do not bring about yet is
/// brought about by splitting one of them.
Answered can_be_met(Cone& cone, int limit) {
    const int unjustified = cone.unjustified();
    if (unjustified < 0) return Answered::kYes;
    if (cone.evaluations() >= limit) return Answered::kStopped;
    const int split = cone.split_below(unjustified);
    if (split < 0) return Answered::kNo;  // Its arguments are settled, and settled otherwise.
    const Abstract part = cone.part_to_try(split, unjustified);
    const Cone::Mark mark = cone.mark();
    Answered answer = cone.restrict_to(split, part) ? can_be_met(cone, limit) : Answered::kNo;
    cone.undo(mark);
    if (answer != Answered::kNo) return answer;
    answer = cone.restrict_to(split, without(cone.set(split), part)) ? can_be_met(cone, limit) : Answered::kNo;
    cone.undo(mark);
    return answer;
}

/// Whether some filling brings the root into the set.
Answered can_become(Cone& cone, const Abstract& wanted, int limit) {
    const Cone::Mark mark = cone.mark();
    const Answered answer = cone.restrict_to(cone.root(), wanted) ? can_be_met(cone, limit) : Answered::kNo;
    cone.undo(mark);
    return answer;
}

/// Whether every filling of all missing inputs gives the root a level.
bool every_filling_gives_a_level(Cone& cone, int limit) {
    if (!cone.fill_all()) return false;
    Abstract none;
    none.unknown = none.not_applicable = true;
    return can_become(cone, none, limit) == Answered::kNo;
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
    for (std::uint64_t left = cone.set(root).codes; left != 0; left &= left - 1) {
        const Answered answer = can_become(cone, of_codes(left & ~(left - 1)), limit);
        if (answer == Answered::kNo) continue;
        result.ranks.push_back(std::countr_zero(left));
        result.exact &= answer == Answered::kYes;
    }
    const bool settled_now = now.known() && result.ranks.size() == 1;
    if (!settled_now) result.matter = cone.open_inputs();
    if (!now.known() && result.exact && result.ranks.size() == 1) result.every_filling = every_filling_gives_a_level(cone, limit);
    if (result.every_filling) result.matter.clear();
    result.evaluations = cone.evaluations();
    return result;
}

}  // namespace schoolimp::inline v0
