#include "expression/lexer.hpp"

#include <utility>

namespace schoolimp::inline v0 {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool continues_word(char c) { return starts_word(c) || is_digit(c); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Symbol {
    std::string_view text;
    TokenKind kind;
};
// Longer ones first, so that "<=" is not read as "<".
constexpr Symbol kSymbols[] = {
    {"||", TokenKind::kOrOr},         {"&&", TokenKind::kAndAnd},      {"==", TokenKind::kEqual},  {"!=", TokenKind::kNotEqual}, {"<=", TokenKind::kLessEqual},
    {">=", TokenKind::kGreaterEqual}, {"<", TokenKind::kLess},         {">", TokenKind::kGreater}, {"(", TokenKind::kLeftParen}, {")", TokenKind::kRightParen},
    {"[", TokenKind::kLeftBracket},   {"]", TokenKind::kRightBracket}, {",", TokenKind::kComma},   {".", TokenKind::kDot},       {"?", TokenKind::kQuestion},
    {":", TokenKind::kColon},         {"!", TokenKind::kNot},          {"+", TokenKind::kPlus},    {"-", TokenKind::kMinus},     {"*", TokenKind::kStar},
    {"/", TokenKind::kSlash},
};

// Bytes of the UTF-8 character that starts here; a stray byte counts as one.
std::size_t character_size(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return size <= text.size() ? size : 1;
}

std::string quoted(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.empty() ? ' ' : text[0]);
    if (first < 0x20 || first == 0x7F) return "a control character";
    return "'" + std::string(text) + "'";
}

}  // namespace

std::string describe(const Token& token) {
    switch (token.kind) {
        case TokenKind::kEnd: return "the end of the expression";
        case TokenKind::kName: return "'" + token.text + "'";
        case TokenKind::kNumber: return "the number " + token.text;
        case TokenKind::kText: return "the text '" + token.text + "'";
        case TokenKind::kTrue: return "'true'";
        case TokenKind::kFalse: return "'false'";
        case TokenKind::kIn: return "'in'";
        default: break;
    }
    for (const Symbol& symbol : kSymbols)
        if (symbol.kind == token.kind) return "'" + std::string(symbol.text) + "'";
    return "a token";
}

void Lexer::skip_blanks() {
    while (at_ < source_.size()) {
        if (is_blank(source_[at_])) {
            ++at_;
        } else if (source_.substr(at_, 2) == "//") {
            while (at_ < source_.size() && source_[at_] != '\n') ++at_;
        } else {
            return;
        }
    }
}

Token Lexer::next() {
    skip_blanks();
    if (at_ >= source_.size()) return make(TokenKind::kEnd, 0);
    const char c = source_[at_];
    if (starts_word(c)) return word();
    if (is_digit(c)) return number();
    if (c == '\'' || c == '"') return text();
    return symbol();
}

Token Lexer::make(TokenKind kind, std::size_t size) {
    Token token;
    token.kind = kind;
    token.offset = at_;
    token.size = size;
    token.text = std::string(source_.substr(at_, size));
    at_ += size;
    return token;
}

Token Lexer::invalid(std::size_t at, std::string message, std::string hint) const {
    Token token;
    token.kind = TokenKind::kInvalid;
    token.offset = at;
    token.text = std::move(message);
    token.hint = std::move(hint);
    return token;
}

Token Lexer::word() {
    std::size_t end = at_;
    while (end < source_.size() && continues_word(source_[end])) ++end;
    const std::string_view word = source_.substr(at_, end - at_);
    const TokenKind kind = word == "true" ? TokenKind::kTrue : word == "false" ? TokenKind::kFalse : word == "in" ? TokenKind::kIn : TokenKind::kName;
    return make(kind, end - at_);
}

Token Lexer::number() {
    std::size_t end = at_;
    const auto digits = [&] {
        while (end < source_.size() && is_digit(source_[end])) ++end;
    };
    digits();
    if (end + 1 < source_.size() && source_[end] == '.' && is_digit(source_[end + 1])) {
        ++end;
        digits();
    }
    if (end < source_.size() && (source_[end] == '%' || starts_word(source_[end]))) {
        const std::string written(source_.substr(at_, end - at_));
        const bool percent = source_[end] == '%';
        return invalid(end, percent ? "'%' after the number " + written : "letters after the number " + written,
                       percent ? "write the plain number; the indicator says that it is a percentage" : "numbers are written 12 or 6.5");
    }
    if (end < source_.size() && source_[end] == '.') return invalid(end, "a point without digits after it", "write 6.0 or 6");
    return make(TokenKind::kNumber, end - at_);
}

Token Lexer::text() {
    const char quote = source_[at_];
    std::string value;
    for (std::size_t i = at_ + 1; i < source_.size(); ++i) {
        const char c = source_[i];
        if (c == quote) {
            Token token = make(TokenKind::kText, i + 1 - at_);
            token.text = std::move(value);
            return token;
        }
        if (static_cast<unsigned char>(c) < 0x20) return invalid(i, "a control character inside a text");
        if (c != '\\') {
            value += c;
            continue;
        }
        const char escaped = i + 1 < source_.size() ? source_[i + 1] : ' ';
        if (escaped != '\\' && escaped != '\'' && escaped != '"') return invalid(i, "an unknown escape in a text", "only \\\\, \\' and \\\" are escapes");
        value += escaped;
        ++i;
    }
    return invalid(at_, "a text without its closing quote", std::string("add ") + quote + " at its end");
}

Token Lexer::symbol() {
    const std::string_view rest = source_.substr(at_);
    for (const Symbol& symbol : kSymbols)
        if (rest.substr(0, symbol.text.size()) == symbol.text) return make(symbol.kind, symbol.text.size());
    const std::string_view character = rest.substr(0, character_size(rest));
    std::string hint;
    if (character == "=") hint = "write == to compare";
    if (character == "&") hint = "write && for and";
    if (character == "|") hint = "write || for or";
    if (character == "\xE2\x89\xA5") hint = "write >=";
    if (character == "\xE2\x89\xA4") hint = "write <=";
    if (character == "\xE2\x88\x92" || character == "\xE2\x80\x93") hint = "write - for minus";
    if (character == "\xE2\x80\x98" || character == "\xE2\x80\x99" || character == "\xE2\x80\x9C" || character == "\xE2\x80\x9D")
        hint = "write straight quotes: 'text'";
    return invalid(at_, quoted(character) + " has no meaning here", hint);
}

}  // namespace schoolimp::inline v0
