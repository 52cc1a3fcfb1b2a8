#include "expression/possible_search.hpp"

namespace schoolimp::inline v0 {

namespace {

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

}  // namespace

Answered can_become(Cone& cone, const Abstract& wanted, int limit) {
    const Cone::Mark mark = cone.mark();
    const Answered answer = cone.restrict_to(cone.root(), wanted) ? can_be_met(cone, limit) : Answered::kNo;
    cone.undo(mark);
    return answer;
}

}  // namespace schoolimp::inline v0
