// Circuit: what a program asks of a school, as gates over planes of bits. A plane holds one bit for each row of a block, so one gate works on all of them
// at once. Equal gates are one gate, and gates with constant wires fold away: what a table cannot say costs nothing.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// A wire carries one plane.
using Wire = std::int32_t;
inline constexpr Wire kNever = 0;   ///< No row.
inline constexpr Wire kAlways = 1;  ///< Every row.

enum class GateKind : std::uint8_t { kConstant, kLeaf, kAnd, kOr, kAndNot, kNot, kAtLeast };

struct Gate {
    GateKind kind = GateKind::kConstant;
    Wire a = 0, b = 0;  ///< kLeaf: a = number of the leaf. kAtLeast: a = how many must hold, b = index of the list.
};

class Circuit {
public:
    Circuit();

    Wire leaf(int number);
    Wire both(Wire a, Wire b);
    Wire either(Wire a, Wire b);
    Wire but_not(Wire a, Wire b);  ///< a, and not b.
    Wire inverse(Wire a);
    /// Holds where at least `count` of the wires do; a wire given twice counts twice.
    Wire at_least(int count, std::vector<Wire> wires);

    const Gate& gate(Wire wire) const { return gates_[static_cast<std::size_t>(wire)]; }
    int size() const { return static_cast<int>(gates_.size()); }
    std::span<const Wire> list(int index) const { return lists_[static_cast<std::size_t>(index)]; }

private:
    Wire make(GateKind kind, Wire a, Wire b);
    bool are_inverse(Wire a, Wire b) const;

    std::vector<Gate> gates_;
    std::vector<std::vector<Wire>> lists_;
    std::unordered_map<std::uint64_t, Wire> known_;
    std::map<std::vector<Wire>, int> known_lists_;
};

/// Gates for wires of which each row's bit is settled.
class SingleRail {
public:
    using Plane = Wire;
    explicit SingleRail(Circuit& circuit) : circuit_(circuit) {}

    static Plane never() { return kNever; }
    static Plane always() { return kAlways; }
    Plane both(Plane a, Plane b) const { return circuit_.both(a, b); }
    Plane either(Plane a, Plane b) const { return circuit_.either(a, b); }
    Plane inverse(Plane a) const { return circuit_.inverse(a); }
    Plane at_least(int count, const std::vector<Plane>& planes) const { return circuit_.at_least(count, planes); }
    Circuit& circuit() const { return circuit_; }

private:
    Circuit& circuit_;
};

/// Gates for planes whose bits may be open: each is held as two wires, where it may be set and where it may be clear. What comes out is never too small:
/// a bit that some filling of the open ones sets may be set. It may be too large, because an open plane that is read twice is open twice.
class DoubleRail {
public:
    struct Plane {
        Wire set = kNever;
        Wire clear = kAlways;
        friend bool operator==(const Plane&, const Plane&) = default;
    };
    explicit DoubleRail(Circuit& circuit) : circuit_(circuit) {}

    static Plane never() { return {kNever, kAlways}; }
    static Plane always() { return {kAlways, kNever}; }
    Plane both(Plane a, Plane b) const { return {circuit_.both(a.set, b.set), circuit_.either(a.clear, b.clear)}; }
    Plane either(Plane a, Plane b) const { return {circuit_.either(a.set, b.set), circuit_.both(a.clear, b.clear)}; }
    static Plane inverse(Plane a) { return {a.clear, a.set}; }
    Plane at_least(int count, const std::vector<Plane>& planes) const;
    Circuit& circuit() const { return circuit_; }

private:
    Circuit& circuit_;
};

}  // namespace schoolimp::inline v0
