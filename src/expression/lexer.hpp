// The words of an expression.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

enum class TokenKind : std::uint8_t {
    kEnd,
    kName,
    kNumber,
    kText,
    kTrue,
    kFalse,
    kIn,
    kLeftParen,
    kRightParen,
    kLeftBracket,
    kRightBracket,
    kComma,
    kDot,
    kQuestion,
    kColon,
    kOrOr,
    kAndAnd,
    kNot,
    kEqual,
    kNotEqual,
    kLess,
    kLessEqual,
    kGreater,
    kGreaterEqual,
    kPlus,
    kMinus,
    kStar,
    kSlash,
    kInvalid,  ///< `text` says what is wrong, `hint` how to mend it.
};

struct Token {
    TokenKind kind = TokenKind::kEnd;
    std::size_t offset = 0;  ///< Byte where it starts.
    std::size_t size = 0;
    std::string text;  ///< Names and numbers as written; texts without quotes and escapes.
    std::string hint;
};

/// Reads one token after another. Never fails: what cannot be read is a kInvalid token.
class Lexer {
public:
    explicit Lexer(std::string_view source) : source_(source) {}
    Token next();

private:
    void skip_blanks();
    Token word();
    Token number();
    Token text();
    Token symbol();
    Token make(TokenKind kind, std::size_t size);
    Token invalid(std::size_t at, std::string message, std::string hint = {}) const;

    std::string_view source_;
    std::size_t at_ = 0;
};

/// How a token is named in messages: "')'", "the name 'x'", "the end".
std::string describe(const Token& token);

}  // namespace schoolimp::inline v0
