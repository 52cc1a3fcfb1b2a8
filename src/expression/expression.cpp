#include "schoolimp/expression/expression.hpp"

#include <set>

#include "expression/parser.hpp"
#include "expression/printer.hpp"

namespace schoolimp::inline v0 {

namespace {

void collect(const Ast& node, std::set<std::string>& names, std::set<std::string>& functions) {
    if (node.kind == AstKind::kName || node.kind == AstKind::kIndex) names.insert(node.text);
    if (node.kind == AstKind::kCall) functions.insert(node.text);
    for (const AstPtr& operand : node.operands) collect(*operand, names, functions);
}

}  // namespace

Result<ExpressionInfo> inspect_expression(std::string_view text) {
    const ParseOutcome outcome = parse_expression_text(text);
    if (!outcome.ok()) return invalid_document("expression", {to_issue(outcome.problem, text, "")});
    std::set<std::string> names, functions;
    collect(*outcome.expression.root, names, functions);
    ExpressionInfo info;
    info.canonical = print(*outcome.expression.root);
    info.names.assign(names.begin(), names.end());
    info.functions.assign(functions.begin(), functions.end());
    return info;
}

}  // namespace schoolimp::inline v0
