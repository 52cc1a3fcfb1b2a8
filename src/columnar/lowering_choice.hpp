// Lowering: conditionals, guards, fallbacks and decision tables.
#pragma once

#include "columnar/lowering.hpp"

namespace schoolimp::inline v0 {

// Where the condition is open the answer holds only when both outcomes agree.
template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::choose(const Branch& branch, const CodesOf& then, const CodesOf& otherwise) const {
    CodesOf result = empty_codes(static_cast<int>(then.code.size()));
    Plane agreed = World::never();
    for (std::size_t i = 0; i < then.code.size(); ++i) {
        const Plane same = both(then.code[i], otherwise.code[i]);
        agreed = either(agreed, same);
        result.code[i] = either(either(both(branch.taken, then.code[i]), both(branch.skipped, otherwise.code[i])), both(branch.open, same));
    }
    result.not_applicable = either(both(branch.taken, then.not_applicable), both(branch.skipped, otherwise.not_applicable));
    result.unknown = either(either(both(branch.taken, then.unknown), both(branch.skipped, otherwise.unknown)), but_not(branch.open, agreed));
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::conditional(int index) {
    const CodesOf& when = part(index, 0);
    CodesOf result = choose({holds(when), fails(when), when.unknown}, part(index, 1), part(index, 2));
    result.not_applicable = either(result.not_applicable, when.not_applicable);
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::guard(int index) {
    const CodesOf& when = part(index, 0);
    const CodesOf& value = part(index, 1);
    CodesOf result = value;
    for (Plane& plane : result.code) plane = both(plane, holds(when));
    result.not_applicable = either(either(fails(when), when.not_applicable), both(holds(when), value.not_applicable));
    result.unknown = either(when.unknown, both(holds(when), value.unknown));
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::or_else(int index) {
    const CodesOf& value = part(index, 0);
    const CodesOf& fallback = part(index, 1);
    const Plane lacking = either(value.not_applicable, value.unknown);
    CodesOf result = fallback;
    for (std::size_t i = 0; i < result.code.size(); ++i) result.code[i] = either(value.code[i], both(lacking, fallback.code[i]));
    result.not_applicable = both(lacking, fallback.not_applicable);
    result.unknown = both(lacking, fallback.unknown);
    return result;
}

/// What a table gives when none of its rules holds: its last argument, unknown where it has none.
template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::otherwise(int index) {
    if (argument_count(index) % 2 == 1) return part(index, argument_count(index) - 1);
    CodesOf none = empty_codes(code_count(node(index).type));
    none.unknown = World::always();
    return none;
}

// From the last rule to the first: a rule that holds gives its outcome, one that does not leaves it to the rest, one that is open wants both to agree.
template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::first(int index) {
    CodesOf result = otherwise(index);
    for (int rule = argument_count(index) / 2; rule-- > 0;) {
        const CodesOf& when = part(index, 2 * rule);
        result = choose({holds(when), either(fails(when), when.not_applicable), when.unknown}, part(index, 2 * rule + 1), result);
    }
    return result;
}

// One rule holds and no other is open: its outcome. None holds and one is open: what it and `otherwise` agree on. None at all: `otherwise`.
template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::unique(int index) {
    const int rules = argument_count(index) / 2;
    std::vector<Plane> hold, open;
    for (int rule = 0; rule < rules; ++rule) {
        hold.push_back(holds(part(index, 2 * rule)));
        open.push_back(part(index, 2 * rule).unknown);
    }
    const Plane any_holds = any(hold), any_open = any(open);
    const Plane one_holds = both(but_not(any_holds, world_.at_least(2, hold)), inverse(any_open));
    const Plane one_open = but_not(but_not(any_open, world_.at_least(2, open)), any_holds);
    const Plane none = inverse(either(any_holds, any_open));
    const CodesOf rest = otherwise(index);
    CodesOf result = rest;
    for (std::size_t i = 0; i < result.code.size(); ++i) {
        Plane plane = both(none, rest.code[i]);
        for (int rule = 0; rule < rules; ++rule) {
            const auto place = static_cast<std::size_t>(rule);
            const Plane outcome = part(index, 2 * rule + 1).code[i];
            plane = either(plane, both(both(one_holds, hold[place]), outcome));
            plane = either(plane, both(both(one_open, open[place]), both(outcome, rest.code[i])));
        }
        result.code[i] = plane;
    }
    result.not_applicable = both(none, rest.not_applicable);
    for (int rule = 0; rule < rules; ++rule)
        result.not_applicable = either(result.not_applicable, both(both(one_holds, hold[static_cast<std::size_t>(rule)]), part(index, 2 * rule + 1).not_applicable));
    result.unknown = remaining(result);
    return result;
}

}  // namespace schoolimp::inline v0
