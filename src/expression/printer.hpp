// Syntax tree to canonical text: print(parse(x)) parses to the same tree and prints to the same text.
#pragma once

#include <functional>
#include <string>

#include "expression/ast.hpp"

namespace schoolimp::inline v0 {

/// Member of a dimension by which a plain name is read, or empty; lets an expression be shown as it is read for one group.
using GroupOf = std::function<std::string(const Ast& name)>;

std::string print(const Ast& expression);
std::string print(const Ast& expression, const GroupOf& group_of);

/// A text in single quotes, escaped.
std::string quote_text(const std::string& text);

/// "==", "<=" ...
const char* symbol_of(Comparator comparator);

}  // namespace schoolimp::inline v0
