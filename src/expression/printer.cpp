#include "expression/printer.hpp"

namespace schoolimp::inline v0 {

namespace {

// How tightly a node binds, as in the grammar.
enum Tightness { kConditionalTightness, kOrTightness, kAndTightness, kRelationTightness, kSumTightness, kProductTightness, kUnaryTightness, kPrimaryTightness };

Tightness tightness_of(const Ast& node) {
    switch (node.kind) {
        case AstKind::kConditional: return kConditionalTightness;
        case AstKind::kOr: return kOrTightness;
        case AstKind::kAnd: return kAndTightness;
        case AstKind::kCompare:
        case AstKind::kIn: return kRelationTightness;
        case AstKind::kSum: return kSumTightness;
        case AstKind::kProduct: return kProductTightness;
        case AstKind::kNot:
        case AstKind::kNegate: return kUnaryTightness;
        case AstKind::kNumber: return node.number.is_negative() ? kUnaryTightness : kPrimaryTightness;
        default: return kPrimaryTightness;
    }
}

class Printer {
public:
    explicit Printer(const GroupOf& group_of) : group_of_(group_of) {}

    std::string text;

    void print_at(const Ast& node, int least) {
        const bool parentheses = tightness_of(node) < least;
        if (parentheses) text += '(';
        print_node(node);
        if (parentheses) text += ')';
    }

private:
    void print_node(const Ast& node) {
        switch (node.kind) {
            case AstKind::kNumber: text += to_string(node.number); return;
            case AstKind::kBoolean: text += node.boolean ? "true" : "false"; return;
            case AstKind::kText: text += quote_text(node.text); return;
            case AstKind::kName:
            case AstKind::kIndex: return print_name(node);
            case AstKind::kNot: return print_prefix('!', node);
            case AstKind::kNegate: return print_prefix('-', node);
            case AstKind::kAnd: return print_chain(node, " && ", kRelationTightness);
            case AstKind::kOr: return print_chain(node, " || ", kAndTightness);
            case AstKind::kCompare: return print_comparison(node);
            case AstKind::kIn: return print_membership(node);
            case AstKind::kSum: return print_arithmetic(node, kProductTightness);
            case AstKind::kProduct: return print_arithmetic(node, kUnaryTightness);
            case AstKind::kConditional: return print_conditional(node);
            case AstKind::kCall:
                text += node.text + "(";
                print_list(node, 0);
                text += ')';
                return;
        }
    }

    void print_name(const Ast& node) {
        text += node.text;
        const std::string member = node.kind == AstKind::kIndex ? node.member : group_of_ ? group_of_(node) : std::string();
        if (!member.empty() || node.kind == AstKind::kIndex) text += "[" + quote_text(member) + "]";
    }

    void print_prefix(char sign, const Ast& node) {
        text += sign;
        print_at(node.operand(0), kUnaryTightness);
    }

    void print_chain(const Ast& node, const char* between, int least) {
        for (std::size_t i = 0; i < node.operands.size(); ++i) {
            if (i > 0) text += between;
            print_at(node.operand(i), least);
        }
    }

    void print_comparison(const Ast& node) {
        print_at(node.operand(0), kSumTightness);
        text.append(" ").append(symbol_of(node.comparator)).append(" ");
        print_at(node.operand(1), kSumTightness);
    }

    void print_membership(const Ast& node) {
        print_at(node.operand(0), kSumTightness);
        text += " in [";
        print_list(node, 1);
        text += ']';
    }

    void print_arithmetic(const Ast& node, int least) {
        print_at(node.operand(0), least);
        for (std::size_t i = 1; i < node.operands.size(); ++i) {
            text.append(" ").append(1, node.operators[i - 1]).append(" ");
            print_at(node.operand(i), least);
        }
    }

    void print_conditional(const Ast& node) {
        print_at(node.operand(0), kOrTightness);
        text += " ? ";
        print_at(node.operand(1), kOrTightness);
        text += " : ";
        print_at(node.operand(2), kConditionalTightness);
    }

    void print_list(const Ast& node, std::size_t first) {
        for (std::size_t i = first; i < node.operands.size(); ++i) {
            if (i > first) text += ", ";
            print_at(node.operand(i), kConditionalTightness);
        }
    }

    const GroupOf& group_of_;
};

}  // namespace

std::string print(const Ast& expression) { return print(expression, GroupOf()); }

std::string print(const Ast& expression, const GroupOf& group_of) {
    Printer printer(group_of);
    printer.print_at(expression, kConditionalTightness);
    return printer.text;
}

std::string quote_text(const std::string& text) {
    std::string quoted = "'";
    for (char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

const char* symbol_of(Comparator comparator) {
    switch (comparator) {
        case Comparator::kEqual: return "==";
        case Comparator::kNotEqual: return "!=";
        case Comparator::kLess: return "<";
        case Comparator::kLessEqual: return "<=";
        case Comparator::kGreater: return ">";
        case Comparator::kGreaterEqual: return ">=";
    }
    return "==";
}

}  // namespace schoolimp::inline v0
