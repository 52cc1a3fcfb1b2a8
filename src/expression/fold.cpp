#include "expression/fold.hpp"

#include <algorithm>
#include <compare>
#include <optional>
#include <set>
#include <utility>

namespace schoolimp::inline v0 {

namespace {

Fold none() { return {}; }
Fold to_constant(Constant value) { return {Fold::Kind::kConstant, std::move(value), -1}; }
Fold to_node(int node) { return {Fold::Kind::kNode, Constant(), node}; }

class Folder {
public:
    Folder(const Program& program, std::vector<int>& arguments, int payload) : program_(program), arguments_(arguments), payload_(payload) {}

    Fold run(Op op) {
        switch (op) {
            case Op::kAnd: return logic(false);
            case Op::kOr: return logic(true);
            case Op::kNot: return negation();
            case Op::kEqual:
            case Op::kNotEqual:
            case Op::kLess:
            case Op::kLessEqual:
            case Op::kGreater:
            case Op::kGreaterEqual: return comparison(op);
            case Op::kAdd:
            case Op::kSubtract:
            case Op::kMultiply:
            case Op::kDivide: return arithmetic(op);
            case Op::kNegate:
            case Op::kAbsolute:
            case Op::kRound: return unary_number(op);
            case Op::kMinimum:
            case Op::kMaximum: return arguments_.size() == 1 ? to_node(arguments_[0]) : none();
            case Op::kConditional: return conditional();
            case Op::kGuard: return is_boolean(0, true) ? to_node(arguments_[1]) : none();
            case Op::kKnown:
            case Op::kApplicable: return constant(0) != nullptr ? to_constant(true) : none();
            case Op::kOrElse: return constant(0) != nullptr ? to_node(arguments_[0]) : none();
            default: return none();
        }
    }

private:
    const Node& argument_node(std::size_t i) const { return program_.nodes[static_cast<std::size_t>(arguments_[i])]; }

    const Constant* constant(std::size_t i) const {
        const Node& node = argument_node(i);
        return node.op == Op::kConstant ? &program_.constants[static_cast<std::size_t>(node.payload)] : nullptr;
    }
    std::optional<Decimal> number(std::size_t i) const {
        const Constant* value = constant(i);
        const Decimal* decimal = value == nullptr ? nullptr : std::get_if<Decimal>(value);
        return decimal == nullptr ? std::nullopt : std::optional<Decimal>(*decimal);
    }
    bool is_boolean(std::size_t i, bool wanted) const {
        const Constant* value = constant(i);
        return value != nullptr && std::holds_alternative<bool>(*value) && std::get<bool>(*value) == wanted;
    }

    // One false decides an "and", one true an "or". A true part of an "and" stays: beside a part that is not applicable it makes the whole true.
    Fold logic(bool deciding) {
        std::set<int> seen;
        std::vector<int> distinct;
        for (std::size_t i = 0; i < arguments_.size(); ++i) {
            if (is_boolean(i, deciding)) return to_node(arguments_[i]);
            if (seen.insert(arguments_[i]).second) distinct.push_back(arguments_[i]);
        }
        arguments_ = std::move(distinct);
        return arguments_.size() == 1 ? to_node(arguments_[0]) : none();
    }

    Fold negation() const {
        if (const Constant* value = constant(0)) return to_constant(!std::get<bool>(*value));
        const Node& inner = argument_node(0);
        if (inner.op == Op::kNot) return to_node(program_.arguments[static_cast<std::size_t>(inner.first_argument)]);
        return none();
    }

    Fold comparison(Op op) const {
        const Constant *left = constant(0), *right = constant(1);
        if (left == nullptr || right == nullptr || left->index() != right->index()) return none();
        const auto order = *left <=> *right;
        switch (op) {
            case Op::kEqual: return to_constant(order == 0);
            case Op::kNotEqual: return to_constant(order != 0);
            case Op::kLess: return to_constant(order < 0);
            case Op::kLessEqual: return to_constant(order <= 0);
            case Op::kGreater: return to_constant(order > 0);
            default: return to_constant(order >= 0);
        }
    }

    Fold arithmetic(Op op) const {
        const auto left = number(0), right = number(1);
        if (!left || !right) return none();
        const auto value = op == Op::kAdd        ? add(*left, *right)
                           : op == Op::kSubtract ? subtract(*left, *right)
                           : op == Op::kMultiply ? multiply(*left, *right)
                                                 : divide(*left, *right);
        return value ? to_constant(*value) : none();
    }

    Fold unary_number(Op op) const {
        const auto value = number(0);
        if (!value) return none();
        return to_constant(op == Op::kNegate ? -*value : op == Op::kAbsolute ? value->absolute() : value->rounded(payload_));
    }

    Fold conditional() const {
        if (is_boolean(0, true)) return to_node(arguments_[1]);
        if (is_boolean(0, false)) return to_node(arguments_[2]);
        return none();
    }

    const Program& program_;
    std::vector<int>& arguments_;
    int payload_;
};

}  // namespace

Fold fold(const Program& program, Op op, std::vector<int>& arguments, int payload) { return Folder(program, arguments, payload).run(op); }

}  // namespace schoolimp::inline v0
