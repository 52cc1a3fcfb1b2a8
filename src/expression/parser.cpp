#include "expression/parser.hpp"

#include <optional>
#include <utility>

#include "expression/lexer.hpp"

namespace schoolimp::inline v0 {

namespace {

std::optional<Comparator> comparator_of(TokenKind kind) {
    switch (kind) {
        case TokenKind::kEqual: return Comparator::kEqual;
        case TokenKind::kNotEqual: return Comparator::kNotEqual;
        case TokenKind::kLess: return Comparator::kLess;
        case TokenKind::kLessEqual: return Comparator::kLessEqual;
        case TokenKind::kGreater: return Comparator::kGreater;
        case TokenKind::kGreaterEqual: return Comparator::kGreaterEqual;
        default: return std::nullopt;
    }
}

// What people write out of habit from other languages.
std::string habit_hint(const Token& token) {
    if (token.kind != TokenKind::kName) return {};
    if (token.text == "and" || token.text == "AND") return "write && for and";
    if (token.text == "or" || token.text == "OR") return "write || for or";
    if (token.text == "not" || token.text == "NOT") return "write ! for not";
    return {};
}

class Parser {
public:
    explicit Parser(std::string_view source) : source_(source), lexer_(source) { advance(); }

    ParseOutcome run() {
        ParseOutcome outcome;
        AstPtr root = expression();
        if (root && token_.kind != TokenKind::kEnd) root = unexpected("an operator or the end of the expression");
        outcome.problem = std::move(problem_);
        outcome.expression = {std::string(source_), failed_ ? nullptr : std::move(root), next_id_};
        return outcome;
    }

private:
    // Counts how deep the text nests while it is in scope.
    struct Nesting {
        explicit Nesting(int& depth) : depth_(depth) { ++depth_; }
        ~Nesting() { --depth_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;
        int& depth_;
    };

    AstPtr expression() {
        const Nesting nesting(depth_);
        if (depth_ > kMaxExpressionDepth) return too_deep();
        AstPtr condition = or_chain();
        if (!condition || token_.kind != TokenKind::kQuestion) return condition;
        advance();
        AstPtr chosen = or_chain();
        if (!chosen || !expect(TokenKind::kColon, "':' and the value for when the condition does not hold")) return nullptr;
        AstPtr other = expression();
        if (!other) return nullptr;
        AstPtr node = make(AstKind::kConditional, condition->offset);
        push(*node, std::move(condition), std::move(chosen), std::move(other));
        return node;
    }

    AstPtr or_chain() { return logic(TokenKind::kOrOr, AstKind::kOr, &Parser::and_chain); }
    AstPtr and_chain() { return logic(TokenKind::kAndAnd, AstKind::kAnd, &Parser::relation); }

    AstPtr logic(TokenKind token, AstKind kind, AstPtr (Parser::*part)()) {
        AstPtr first = (this->*part)();
        if (!first || token_.kind != token) return first;
        AstPtr node = make(kind, first->offset);
        push(*node, std::move(first));
        while (token_.kind == token) {
            advance();
            if (!append(*node, (this->*part)())) return nullptr;
        }
        return node;
    }

    AstPtr relation() {
        AstPtr left = sum();
        if (!left) return nullptr;
        if (token_.kind == TokenKind::kIn) {
            left = membership(std::move(left));
        } else if (const auto comparator = comparator_of(token_.kind)) {
            left = comparison(std::move(left), *comparator);
        }
        if (left && (token_.kind == TokenKind::kIn || comparator_of(token_.kind)))
            return fail(token_.offset, "comparisons do not chain", "join two comparisons with &&");
        return left;
    }

    AstPtr comparison(AstPtr left, Comparator comparator) {
        advance();
        AstPtr right = sum();
        if (!right) return nullptr;
        AstPtr node = make(AstKind::kCompare, left->offset);
        node->comparator = comparator;
        push(*node, std::move(left), std::move(right));
        return node;
    }

    AstPtr membership(AstPtr value) {
        advance();
        AstPtr node = make(AstKind::kIn, value->offset);
        push(*node, std::move(value));
        if (!expect(TokenKind::kLeftBracket, "a list: ['a', 'b']")) return nullptr;
        if (token_.kind == TokenKind::kRightBracket) return fail(token_.offset, "an empty list", "name at least one value");
        return items(*node, TokenKind::kRightBracket, "',' or ']'") ? std::move(node) : nullptr;
    }

    AstPtr sum() { return arithmetic(AstKind::kSum, TokenKind::kPlus, TokenKind::kMinus, &Parser::product); }
    AstPtr product() { return arithmetic(AstKind::kProduct, TokenKind::kStar, TokenKind::kSlash, &Parser::unary); }

    AstPtr arithmetic(AstKind kind, TokenKind one, TokenKind other, AstPtr (Parser::*part)()) {
        AstPtr first = (this->*part)();
        if (!first || (token_.kind != one && token_.kind != other)) return first;
        AstPtr node = make(kind, first->offset);
        push(*node, std::move(first));
        while (token_.kind == one || token_.kind == other) {
            node->operators += token_.text;
            advance();
            if (!append(*node, (this->*part)())) return nullptr;
        }
        return node;
    }

    AstPtr unary() {
        if (token_.kind != TokenKind::kNot && token_.kind != TokenKind::kMinus) return primary();
        const Nesting nesting(depth_);
        if (depth_ > kMaxExpressionDepth) return too_deep();
        const bool negation = token_.kind == TokenKind::kNot;
        const std::size_t offset = token_.offset;
        advance();
        AstPtr operand = unary();
        if (!operand) return nullptr;
        if (!negation && operand->kind == AstKind::kNumber) {  // -2.5 is a number of its own
            operand->number = -operand->number;
            operand->offset = offset;
            return operand;
        }
        AstPtr node = make(negation ? AstKind::kNot : AstKind::kNegate, offset);
        push(*node, std::move(operand));
        return node;
    }

    AstPtr primary() {
        switch (token_.kind) {
            case TokenKind::kNumber: return number();
            case TokenKind::kText: return literal(AstKind::kText, false);
            case TokenKind::kTrue: return literal(AstKind::kBoolean, true);
            case TokenKind::kFalse: return literal(AstKind::kBoolean, false);
            case TokenKind::kName: return name();
            case TokenKind::kLeftParen: return parenthesised();
            case TokenKind::kLeftBracket: return fail(token_.offset, "a list stands only after 'in'", {});
            default: return unexpected("a value");
        }
    }

    AstPtr parenthesised() {
        advance();
        AstPtr inner = expression();
        if (!inner || !expect(TokenKind::kRightParen, "an operator or ')'")) return nullptr;
        return inner;
    }

    AstPtr number() {
        const auto value = Decimal::parse(token_.text);
        if (!value) return fail(token_.offset, "the number " + token_.text + " cannot be held exactly", "at most 18 digits");
        AstPtr node = make(AstKind::kNumber, token_.offset);
        node->number = *value;
        advance();
        return node;
    }

    AstPtr literal(AstKind kind, bool value) {
        AstPtr node = make(kind, token_.offset);
        node->boolean = value;
        if (kind == AstKind::kText) node->text = token_.text;
        advance();
        return node;
    }

    AstPtr name() {
        const Token first = token_;
        const std::string habit = habit_hint(first);
        advance();
        std::string dotted = first.text;
        while (token_.kind == TokenKind::kDot) {
            advance();
            if (token_.kind != TokenKind::kName) return unexpected("the next part of the name");
            dotted += "." + token_.text;
            advance();
        }
        if (!habit.empty() && token_.kind != TokenKind::kLeftParen) return fail(first.offset, "unexpected '" + first.text + "'", habit);
        if (token_.kind == TokenKind::kLeftParen) return call(first, std::move(dotted));
        AstPtr node = make(AstKind::kName, first.offset);
        node->text = std::move(dotted);
        if (token_.kind == TokenKind::kLeftBracket) return index(std::move(node));
        return node;
    }

    AstPtr index(AstPtr node) {
        advance();
        if (token_.kind != TokenKind::kText) return unexpected("a group in quotes: ['maths']");
        node->kind = AstKind::kIndex;
        node->member = token_.text;
        advance();
        if (!expect(TokenKind::kRightBracket, "']'")) return nullptr;
        return node;
    }

    AstPtr call(const Token& first, std::string function) {
        if (function != first.text) return fail(first.offset, "'" + function + "' is not a function", "functions have no dots in their names");
        advance();
        AstPtr node = make(AstKind::kCall, first.offset);
        node->text = std::move(function);
        if (token_.kind == TokenKind::kRightParen) {
            advance();
            return node;
        }
        return items(*node, TokenKind::kRightParen, "',', an operator or ')'") ? std::move(node) : nullptr;
    }

    // expression {"," expression} closing
    bool items(Ast& node, TokenKind closing, const char* expected) {
        for (;;) {
            if (!append(node, expression())) return false;
            if (token_.kind == TokenKind::kComma) {
                advance();
                continue;
            }
            return expect(closing, expected);
        }
    }

    bool append(Ast& node, AstPtr operand) {
        if (!operand) return false;
        if (node.operands.size() >= kMaxOperands) {
            fail(operand->offset, "more than " + std::to_string(kMaxOperands) + " parts", "name some of them as a measure or a criterion");
            return false;
        }
        push(node, std::move(operand));
        return true;
    }

    template <typename... Operands>
    static void push(Ast& node, Operands... operands) {
        (node.operands.push_back(std::move(operands)), ...);
    }

    AstPtr make(AstKind kind, std::size_t offset) {
        auto node = std::make_unique<Ast>();
        node->kind = kind;
        node->offset = offset;
        node->id = next_id_++;
        return node;
    }

    void advance() { token_ = lexer_.next(); }

    bool expect(TokenKind kind, const char* expected) {
        if (token_.kind != kind) {
            unexpected(expected);
            return false;
        }
        advance();
        return true;
    }

    AstPtr unexpected(const std::string& expected) {
        if (token_.kind == TokenKind::kInvalid) return fail(token_.offset, token_.text, token_.hint);
        if (token_.kind == TokenKind::kEnd) return fail(token_.offset, "the expression ends too early; expected " + expected, {});
        return fail(token_.offset, "unexpected " + describe(token_) + "; expected " + expected, habit_hint(token_));
    }

    AstPtr too_deep() {
        return fail(token_.offset, "nested more than " + std::to_string(kMaxExpressionDepth) + " deep", "name a part of it as a measure or a criterion");
    }

    AstPtr fail(std::size_t offset, std::string message, std::string hint) {
        if (!failed_) problem_ = {offset, "syntax_error", std::move(message), std::move(hint)};
        failed_ = true;
        return nullptr;
    }

    std::string_view source_;
    Lexer lexer_;
    Token token_;
    ExpressionProblem problem_;
    bool failed_ = false;
    int depth_ = 0;
    int next_id_ = 0;
};

}  // namespace

ParseOutcome parse_expression_text(std::string_view source) {
    if (source.size() > kMaxExpressionBytes) {
        ParseOutcome outcome;
        outcome.expression.source = std::string(source);
        outcome.problem = {0, "syntax_error",
                           "the expression has " + std::to_string(source.size()) + " bytes; at most " + std::to_string(kMaxExpressionBytes) + " are read",
                           "name a part of it as a measure or a criterion"};
        return outcome;
    }
    return Parser(source).run();
}

}  // namespace schoolimp::inline v0
