// Text to syntax tree, by recursive descent.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "expression/ast.hpp"
#include "schoolimp/core/status.hpp"

namespace schoolimp::inline v0 {

/// Bounds that keep a hostile text from costing much.
inline constexpr std::size_t kMaxExpressionBytes = 8000;
inline constexpr int kMaxExpressionDepth = 64;
inline constexpr std::size_t kMaxOperands = 100;  ///< Arguments of a call, items of a list, parts of a chain of one operator.

/// One problem of an expression, at a byte of its text.
struct ExpressionProblem {
    std::size_t offset = 0;
    std::string code;
    std::string message;
    std::string hint;
};

/// The tree, or the first problem met.
struct ParseOutcome {
    ParsedExpression expression;  ///< `root` is null when there is a problem.
    ExpressionProblem problem;

    bool ok() const { return expression.root != nullptr; }
};

ParseOutcome parse_expression_text(std::string_view source);

/// The issue that shows a problem: "line 1, column 24: ..." with the line of the text and a caret below it.
Issue to_issue(const ExpressionProblem& problem, std::string_view source, std::string pointer);

}  // namespace schoolimp::inline v0
