// Lowering: and, or, not, how many of several hold, and whether something is known.
#pragma once

#include "columnar/lowering.hpp"

namespace schoolimp::inline v0 {

template <typename World>
typename Lowering<World>::Parts Lowering<World>::parts_of(int index) {
    Parts parts;
    for (int i = 0; i < argument_count(index); ++i) {
        const CodesOf& value = part(index, i);
        parts.hold.push_back(holds(value));
        parts.fail.push_back(fails(value));
        parts.unknown.push_back(value.unknown);
        parts.not_applicable.push_back(value.not_applicable);
    }
    return parts;
}

template <typename World>
typename Lowering<World>::Plane Lowering<World>::any(const std::vector<Plane>& planes) const {
    Plane result = World::never();
    for (const Plane& plane : planes) result = either(result, plane);
    return result;
}

template <typename World>
typename Lowering<World>::Plane Lowering<World>::all(const std::vector<Plane>& planes) const {
    Plane result = World::always();
    for (const Plane& plane : planes) result = both(result, plane);
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::conjunction(const Parts& parts) const {
    Plane none_against = World::always();
    for (std::size_t i = 0; i < parts.hold.size(); ++i) none_against = both(none_against, either(parts.hold[i], parts.not_applicable[i]));
    const Plane fails = any(parts.fail);
    return condition(both(none_against, any(parts.hold)), fails, all(parts.not_applicable), but_not(any(parts.unknown), fails));
}

// Low is how many hold, high how many may yet hold. With no part decided the whole may still turn out not applicable.
template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::threshold(Op op, int n, const Parts& parts) const {
    std::vector<Plane> may_hold;
    for (std::size_t i = 0; i < parts.hold.size(); ++i) may_hold.push_back(inverse(either(parts.fail[i], parts.not_applicable[i])));
    const auto low = [&](int count) { return world_.at_least(count, parts.hold); };
    const auto high = [&](int count) { return world_.at_least(count, may_hold); };
    const Plane decided = either(any(parts.hold), any(parts.fail));
    Plane holds = World::never(), fails = World::never();
    switch (op) {
        case Op::kAtLeast: holds = low(n), fails = inverse(high(n)); break;
        case Op::kAtMost: holds = inverse(high(n + 1)), fails = low(n + 1); break;
        default: holds = but_not(low(n), high(n + 1)), fails = either(inverse(high(n)), low(n + 1));
    }
    holds = both(holds, decided);
    fails = both(fails, decided);
    return condition(holds, fails, all(parts.not_applicable), but_not(any(parts.unknown), either(holds, fails)));
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::known_question(int index) {
    const int asked = argument(index, 0);
    if (node(index).op == Op::kApplicable) return boolean(inverse(not_applicable(asked)), not_applicable(asked));
    return boolean(is_known(asked), either(not_applicable(asked), unknown(asked)));
}

}  // namespace schoolimp::inline v0
