#include "columnar/circuit.hpp"

#include <algorithm>

namespace schoolimp::inline v0 {

Circuit::Circuit() { gates_.resize(2); }

Wire Circuit::make(GateKind kind, Wire a, Wire b) {
    const std::uint64_t key = (static_cast<std::uint64_t>(kind) << 56) | (static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 28) | static_cast<std::uint32_t>(b);
    const auto [place, is_new] = known_.try_emplace(key, size());
    if (is_new) gates_.push_back({kind, a, b});
    return place->second;
}

Wire Circuit::leaf(int number) { return make(GateKind::kLeaf, number, 0); }

bool Circuit::are_inverse(Wire a, Wire b) const {
    const auto is_not = [&](Wire x, Wire y) { return gate(x).kind == GateKind::kNot && gate(x).a == y; };
    return is_not(a, b) || is_not(b, a);
}

Wire Circuit::both(Wire a, Wire b) {
    if (a > b) std::swap(a, b);
    if (a == kNever || are_inverse(a, b)) return kNever;
    if (a == kAlways || a == b) return b;
    if (gate(b).kind == GateKind::kNot) return make(GateKind::kAndNot, a, gate(b).a);
    if (gate(a).kind == GateKind::kNot) return make(GateKind::kAndNot, b, gate(a).a);
    return make(GateKind::kAnd, a, b);
}

Wire Circuit::either(Wire a, Wire b) {
    if (a > b) std::swap(a, b);
    if (a == kAlways || are_inverse(a, b)) return kAlways;
    if (a == kNever || a == b) return b;
    return make(GateKind::kOr, a, b);
}

Wire Circuit::but_not(Wire a, Wire b) { return both(a, inverse(b)); }

Wire Circuit::inverse(Wire a) {
    if (a <= kAlways) return a == kNever ? kAlways : kNever;
    return gate(a).kind == GateKind::kNot ? gate(a).a : make(GateKind::kNot, a, 0);
}

Wire Circuit::at_least(int count, std::vector<Wire> wires) {
    count -= static_cast<int>(std::count(wires.begin(), wires.end(), kAlways));
    std::erase_if(wires, [](Wire wire) { return wire <= kAlways; });
    const int most = static_cast<int>(wires.size());
    if (count <= 0) return kAlways;
    if (count > most) return kNever;
    Wire all = count == 1 ? kNever : kAlways;
    if (count == 1 || count == most) {
        for (const Wire wire : wires) all = count == 1 ? either(all, wire) : both(all, wire);
        return all;
    }
    std::sort(wires.begin(), wires.end());
    const auto [place, is_new] = known_lists_.try_emplace(wires, static_cast<int>(lists_.size()));
    if (is_new) lists_.push_back(std::move(wires));
    return make(GateKind::kAtLeast, count, place->second);
}

DoubleRail::Plane DoubleRail::at_least(int count, const std::vector<Plane>& planes) const {
    std::vector<Wire> may_be_set, must_be_set;
    for (const Plane& plane : planes) {
        may_be_set.push_back(plane.set);
        must_be_set.push_back(circuit_.inverse(plane.clear));
    }
    return {circuit_.at_least(count, std::move(may_be_set)), circuit_.inverse(circuit_.at_least(count, std::move(must_be_set)))};
}

}  // namespace schoolimp::inline v0
