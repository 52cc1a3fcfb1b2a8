// The framework language for tools: is this text an expression, how is it written canonically, which names does it use. docs/language.md describes the
// language; Framework::compile checks names and types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// What the text of an expression says about itself, without a framework.
struct ExpressionInfo {
    std::string canonical;               ///< One spelling for all equal texts: blanks, quotes, needless parentheses and comments are settled.
    std::vector<std::string> names;      ///< Dotted names it reads, sorted, each once: indicators, measures, criteria, levels, dimensions, crosswalks.
    std::vector<std::string> functions;  ///< Functions it calls, sorted, each once.
    friend bool operator==(const ExpressionInfo&, const ExpressionInfo&) = default;
};

/// Reads an expression. Fails (kInvalidArgument) with one issue, code "syntax_error", whose message gives line and column (both from 1, in characters), what
/// was expected, the line and a caret below it. Texts of more than 8000 bytes, nested more than 64 deep or with more than 100 arguments are refused.
Result<ExpressionInfo> inspect_expression(std::string_view text);

}  // namespace schoolimp::inline v0
