// Which arguments can still change a node: not those of branches that are settled not to be taken. apply() does not read the latter either.
#pragma once

#include <span>

#include "expression/abstract_value.hpp"
#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// Calls `visit` with each live argument, in order. `truths(argument)` is the set of truths a condition may have, `may_lack(argument)` whether a node may
/// be without a value.
template <typename Truths, typename MayLack, typename Visit>
void for_each_live_argument(const Program& program, const Node& node, Truths&& truths, MayLack&& may_lack, Visit&& visit) {
    const std::span<const std::int32_t> parts(program.arguments.data() + node.first_argument, static_cast<std::size_t>(node.argument_count));
    const auto fires = [&](std::size_t i) { return (truths(parts[i]) & (truth_bit(Truth::kTrue) | truth_bit(Truth::kUnknown))) != 0; };
    const auto visit_rules = [&](bool first_only) {
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            visit(parts[i]);
            if (fires(i)) visit(parts[i + 1]);
            if (first_only && truths(parts[i]) == kOnlyTrue) return;
        }
        if (parts.size() % 2 == 1) visit(parts.back());
    };
    switch (node.op) {
        case Op::kConditional:
            visit(parts[0]);
            if (fires(0)) visit(parts[1]);
            if ((truths(parts[0]) & (truth_bit(Truth::kFalse) | truth_bit(Truth::kUnknown))) != 0) visit(parts[2]);
            return;
        case Op::kGuard:
            visit(parts[0]);
            if (can_be(truths(parts[0]), Truth::kTrue)) visit(parts[1]);
            return;
        case Op::kOrElse:
            visit(parts[0]);
            if (may_lack(parts[0])) visit(parts[1]);
            return;
        case Op::kCap:
        case Op::kFloor:
            visit(parts[0]);
            visit(parts[1]);
            if (fires(1)) visit(parts[2]);
            return;
        case Op::kFirst: return visit_rules(true);
        case Op::kUnique: return visit_rules(false);
        default:
            for (const int part : parts) visit(part);
    }
}

}  // namespace schoolimp::inline v0
