#include "columnar/schedule.hpp"

#include <algorithm>
#include <map>

namespace schoolimp::inline v0 {

namespace {

constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

class Scheduler {
public:
    Scheduler(const Circuit& circuit, const std::vector<Wire>& outputs, Places places) : circuit_(circuit), places_(places), last_use_(at(circuit.size()), -1) {
        for (const Wire wire : outputs) last_use_[at(wire)] = circuit.size();
        for (Wire wire = circuit.size() - 1; wire > kAlways; --wire)
            if (last_use_[at(wire)] >= 0) for_each_operand(wire, [&](Wire operand) { last_use_[at(operand)] = std::max(last_use_[at(operand)], wire); });
    }

    Schedule run() {
        result_.place_of.assign(at(circuit_.size()), -1);
        result_.place_of[kNever] = 0;
        result_.place_of[kAlways] = 1;
        result_.places = 2;
        for (Wire wire = 2; wire < circuit_.size(); ++wire)
            if (is_needed(wire) && is_leaf(wire)) place_leaf(wire);
        for (Wire wire = 2; wire < circuit_.size(); ++wire)
            if (is_needed(wire) && !is_leaf(wire)) place_gate(wire);
        return std::move(result_);
    }

private:
    bool is_needed(Wire wire) const { return last_use_[at(wire)] >= 0; }
    bool is_leaf(Wire wire) const { return circuit_.gate(wire).kind == GateKind::kLeaf; }

    template <typename Visit>
    void for_each_operand(Wire wire, Visit&& visit) const {
        const Gate& gate = circuit_.gate(wire);
        switch (gate.kind) {
            case GateKind::kConstant:
            case GateKind::kLeaf: return;
            case GateKind::kAtLeast:
                for (const Wire operand : circuit_.list(gate.b)) visit(operand);
                return;
            case GateKind::kNot: visit(gate.a); return;
            default: visit(gate.a), visit(gate.b);
        }
    }

    void place_leaf(Wire wire) {
        result_.place_of[at(wire)] = result_.places++;
        result_.leaves.push_back(circuit_.gate(wire).a);
    }

    void place_gate(Wire wire) {
        const int place = take_place();  // Before operands are given back: a kernel may read them after it has begun to write.
        result_.instructions.push_back(instruction(wire, place));
        result_.place_of[at(wire)] = place;
        if (places_ == Places::kKept) return;
        for_each_operand(wire, [&](Wire operand) {
            if (last_use_[at(operand)] != wire || operand <= kAlways || is_leaf(operand)) return;
            free_.push_back(result_.place_of[at(operand)]);
            last_use_[at(operand)] = 0;  // Given back once, however often it stands in a list.
        });
    }

    int take_place() {
        if (free_.empty()) return result_.places++;
        const int place = free_.back();
        free_.pop_back();
        return place;
    }

    Instruction instruction(Wire wire, int place) {
        const Gate& gate = circuit_.gate(wire);
        const auto place_of = [&](Wire operand) { return result_.place_of[at(operand)]; };
        switch (gate.kind) {
            case GateKind::kAnd: return {PlaneOp::kAnd, place, place_of(gate.a), place_of(gate.b), 0};
            case GateKind::kOr: return {PlaneOp::kOr, place, place_of(gate.a), place_of(gate.b), 0};
            case GateKind::kAndNot: return {PlaneOp::kAndNot, place, place_of(gate.a), place_of(gate.b), 0};
            case GateKind::kAtLeast: {
                const int first = list_of(gate.b);
                return {PlaneOp::kAtLeast, place, gate.a, first, static_cast<std::int32_t>(circuit_.list(gate.b).size())};
            }
            default: return {PlaneOp::kNot, place, place_of(gate.a), 0, 0};
        }
    }

    /// Gates that ask the same list have the same one here: their planes stand until the last of them has run.
    int list_of(int list) {
        const auto known = first_of_list_.find(list);
        if (known != first_of_list_.end()) return known->second;
        const int first = static_cast<int>(result_.lists.size());
        for (const Wire operand : circuit_.list(list)) result_.lists.push_back(result_.place_of[at(operand)]);
        first_of_list_[list] = first;
        return first;
    }

    const Circuit& circuit_;
    Places places_;
    std::vector<Wire> last_use_;
    std::vector<int> free_;
    std::map<int, int> first_of_list_;
    Schedule result_;
};

}  // namespace

Schedule schedule(const Circuit& circuit, const std::vector<Wire>& outputs, Places places) { return Scheduler(circuit, outputs, places).run(); }

}  // namespace schoolimp::inline v0
