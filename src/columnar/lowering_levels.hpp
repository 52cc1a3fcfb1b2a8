// Lowering: worst and best levels, crosswalks, matrices, limits and bands.
#pragma once

#include "columnar/lowering.hpp"

namespace schoolimp::inline v0 {

/// The value is known and at the rank or beyond it, upwards or downwards.
template <typename World>
typename Lowering<World>::Plane Lowering<World>::at_or_beyond(const CodesOf& value, int rank, bool above) const {
    Plane result = World::never();
    const int count = static_cast<int>(value.code.size());
    for (int i = above ? rank : 0; i < (above ? count : rank + 1); ++i) result = either(result, value.code[static_cast<std::size_t>(i)]);
    return result;
}

// An unknown part leaves the whole open unless another one has the level that none can pass.
template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::extremum(int index) {
    const bool maximum = node(index).op == Op::kMaximum;
    const int levels = code_count(node(index).type);
    CodesOf result = empty_codes(levels);
    Plane any_unknown = World::never();
    result.not_applicable = World::always();
    for (int i = 0; i < argument_count(index); ++i) {
        any_unknown = either(any_unknown, part(index, i).unknown);
        result.not_applicable = both(result.not_applicable, part(index, i).not_applicable);
    }
    for (int rank = 0; rank < levels; ++rank) {
        Plane present = World::never(), none_passes = World::always();
        for (int i = 0; i < argument_count(index); ++i) {
            const CodesOf& value = part(index, i);
            present = either(present, value.code[static_cast<std::size_t>(rank)]);
            none_passes = both(none_passes, either(value.not_applicable, at_or_beyond(value, rank, !maximum)));
        }
        const bool is_extreme = rank == (maximum ? levels - 1 : 0);
        result.code[static_cast<std::size_t>(rank)] = is_extreme ? present : both(present, none_passes);
    }
    const Plane settled = result.code[static_cast<std::size_t>(maximum ? levels - 1 : 0)];
    result.unknown = but_not(any_unknown, settled);
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::extremum_known(int index) {
    const bool maximum = node(index).op == Op::kMaximumKnown;
    const int levels = code_count(node(index).type);
    CodesOf result = empty_codes(levels);
    std::vector<Plane> known, not_applicable;
    for (int i = 0; i < argument_count(index); ++i) {
        known.push_back(is_known(argument(index, i)));
        not_applicable.push_back(part(index, i).not_applicable);
    }
    const Plane enough = world_.at_least(node(index).payload, known);
    for (int rank = 0; rank < levels; ++rank) {
        Plane present = World::never(), none_passes = World::always();
        for (int i = 0; i < argument_count(index); ++i) {
            const CodesOf& value = part(index, i);
            present = either(present, value.code[static_cast<std::size_t>(rank)]);
            none_passes = both(none_passes, either(either(value.not_applicable, value.unknown), at_or_beyond(value, rank, !maximum)));
        }
        result.code[static_cast<std::size_t>(rank)] = both(enough, both(present, none_passes));
    }
    result.not_applicable = all(not_applicable);
    result.unknown = but_not(inverse(enough), result.not_applicable);
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::crosswalk(int index) {
    const CrosswalkTable& table = program_.crosswalks[static_cast<std::size_t>(node(index).payload)];
    const CodesOf& from = part(index, 0);
    CodesOf result = empty_codes(code_count(node(index).type));
    result.not_applicable = from.not_applicable;
    result.unknown = from.unknown;
    for (std::size_t i = 0; i < from.code.size(); ++i) {
        Plane& to = table.to[i] < 0 ? result.not_applicable : result.code[static_cast<std::size_t>(table.to[i])];
        to = either(to, from.code[i]);
    }
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::matrix(int index) {
    const MatrixTable& table = program_.matrices[static_cast<std::size_t>(node(index).payload)];
    const CodesOf& row = part(index, 0);
    const CodesOf& column = part(index, 1);
    CodesOf result = empty_codes(code_count(node(index).type));
    result.not_applicable = either(row.not_applicable, column.not_applicable);
    result.unknown = but_not(either(row.unknown, column.unknown), result.not_applicable);
    for (std::size_t i = 0; i < row.code.size(); ++i)
        for (std::size_t j = 0; j < column.code.size(); ++j) {
            const int level = table.cells[i * static_cast<std::size_t>(table.columns) + j];
            Plane& to = level < 0 ? result.not_applicable : result.code[static_cast<std::size_t>(level)];
            to = either(to, both(row.code[i], column.code[j]));
        }
    return result;
}

// A limit that does not apply, or has no bound, leaves the level. One that may apply leaves it only where it would change nothing.
template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::limit(int index) {
    const bool cap = node(index).op == Op::kCap;
    const CodesOf& level = part(index, 0);
    const CodesOf& when = part(index, 1);
    const CodesOf& bound = part(index, 2);
    const int levels = static_cast<int>(level.code.size());
    const Plane may_apply = either(holds(when), when.unknown);
    const Plane idle = either(either(fails(when), when.not_applicable), bound.not_applicable);
    CodesOf result = empty_codes(levels);
    Plane any_change = World::never();
    for (int rank = 0; rank < levels; ++rank) {
        const auto place = static_cast<std::size_t>(rank);
        const Plane kept = both(level.code[place], either(idle, at_or_beyond(bound, rank, cap)));
        Plane passed = World::never();
        for (int other = 0; other < levels; ++other)
            if (cap ? other > rank : other < rank) passed = either(passed, level.code[static_cast<std::size_t>(other)]);
        const Plane changes = both(bound.code[place], passed);
        any_change = either(any_change, changes);
        result.code[place] = either(kept, both(holds(when), changes));
    }
    result.not_applicable = level.not_applicable;
    const Plane level_known = inverse(either(level.not_applicable, level.unknown));
    const Plane open = either(both(may_apply, bound.unknown), both(when.unknown, any_change));
    result.unknown = either(level.unknown, both(level_known, open));
    return result;
}

template <typename World>
Codes<typename Lowering<World>::Plane> Lowering<World>::bands(int index) {
    const BandTable& table = program_.bands[static_cast<std::size_t>(node(index).payload)];
    const NumberOf& value = number(argument(index, 0));
    CodesOf result = empty_codes(code_count(node(index).type));
    result.not_applicable = value.not_applicable;
    Plane in_none = inverse(either(value.not_applicable, value.unknown));
    for (const Case& one : value.cases)
        for (const Band& band : table.bands) {
            Plane inside = one.when;
            if (band.low) {
                const std::optional<Plane> above = at_least(one.form, linear_constant(*band.low), !band.low_included);
                if (!above) return row_by_row(index);
                inside = both(inside, *above);
            }
            if (band.high) {
                const std::optional<Plane> beyond = at_least(one.form, linear_constant(*band.high), band.high_included);
                if (!beyond) return row_by_row(index);
                inside = but_not(inside, *beyond);
            }
            Plane& to = result.code[static_cast<std::size_t>(band.level)];
            to = either(to, inside);
            in_none = but_not(in_none, inside);
        }
    result.unknown = either(value.unknown, in_none);
    return result;
}

}  // namespace schoolimp::inline v0
