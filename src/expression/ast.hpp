// The syntax tree of an expression. It knows nothing of documents: names are resolved later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

enum class AstKind : std::uint8_t {
    kNumber,   ///< number
    kBoolean,  ///< boolean
    kText,     ///< text
    kName,     ///< text: the dotted name
    kIndex,    ///< text: the dotted name, member: the group in brackets
    kNot,
    kNegate,
    kAnd,
    kOr,
    kCompare,      ///< comparator; two operands
    kIn,           ///< the value, then the items of the list
    kSum,          ///< operators: '+' or '-' between operands, from left to right
    kProduct,      ///< operators: '*' or '/' between operands, from left to right
    kConditional,  ///< condition, then, else
    kCall,         ///< text: the function; operands: its arguments
};

enum class Comparator : std::uint8_t { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

struct Ast;
using AstPtr = std::unique_ptr<Ast>;

struct Ast {
    AstKind kind = AstKind::kBoolean;
    Comparator comparator = Comparator::kEqual;
    bool boolean = false;
    int id = 0;              ///< Number of the node within its expression, for tables beside the tree.
    std::size_t offset = 0;  ///< Byte where the node starts in the source text.
    Decimal number;
    std::string text;
    std::string member;
    std::string operators;
    std::vector<AstPtr> operands;

    const Ast& operand(std::size_t i) const { return *operands[i]; }
};

/// A parsed expression: the tree, its source text and the number of its nodes.
struct ParsedExpression {
    std::string source;
    AstPtr root;
    int node_count = 0;
};

}  // namespace schoolimp::inline v0
