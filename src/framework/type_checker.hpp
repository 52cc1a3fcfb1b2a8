// Type checking of one expression: names, types, units, scales, groups, shifts. Reports every problem it finds.
#pragma once

#include <string>
#include <vector>

#include "framework/issue_list.hpp"
#include "framework/symbols.hpp"
#include "framework/typed_expression.hpp"
#include "framework/types.hpp"

namespace schoolimp::inline v0 {

/// The facts of the named things, by position in the document; filled in an order in which every definition comes before its uses.
struct Definitions {
    std::vector<Facts> indicators, measures, criteria;
};

/// How deep the nesting of definitions may become: a guard against hostile documents.
inline constexpr int kMaxDefinitionDepth = 500;

class TypeChecker {
public:
    TypeChecker(const FrameworkDocument& document, const Symbols& symbols, const Definitions& definitions, IssueList& issues)
        : document_(document), symbols_(symbols), definitions_(definitions), issues_(issues) {}

    /// Fills the notes of the expression.
    void check(TypedExpression& expression, const Pointer& pointer);

    /// A problem of the whole expression, such as a wrong type for its place.
    void report(const TypedExpression& expression, const Pointer& pointer, const std::string& code, const std::string& message, const std::string& hint = {});

private:
    using OptionalType = std::optional<Type>;

    const Facts& visit(const Ast& node);
    OptionalType type_of(const Ast& node, NodeNote& note);

    OptionalType name(const Ast& node, NodeNote& note);
    OptionalType symbol_type(const Symbol& symbol, NodeNote& note);
    OptionalType index(const Ast& node, NodeNote& note);
    OptionalType logic(const Ast& node, NodeNote& note);
    OptionalType negate(const Ast& node, NodeNote& note);
    OptionalType compare(const Ast& node, NodeNote& note);
    OptionalType membership(const Ast& node, NodeNote& note);
    OptionalType sum(const Ast& node, NodeNote& note);
    OptionalType product(const Ast& node, NodeNote& note);
    OptionalType conditional(const Ast& node, NodeNote& note);

    OptionalType call(const Ast& node, NodeNote& note);
    OptionalType counting(const Ast& node, NodeNote& note);
    OptionalType extreme(const Ast& node, NodeNote& note);
    OptionalType rounding(const Ast& node, NodeNote& note);
    OptionalType shifting(const Ast& node, NodeNote& note);
    OptionalType windowed(const Ast& node, NodeNote& note);
    OptionalType grouped(const Ast& node, NodeNote& note);
    OptionalType observation(const Ast& node, NodeNote& note);
    OptionalType mapping(const Ast& node, NodeNote& note);
    OptionalType date(const Ast& node, NodeNote& note);
    OptionalType population(const Ast& node, NodeNote& note);

    /// Visits an operand and takes its facts over.
    OptionalType part(const Ast& operand, NodeNote& note);
    /// The same, and reports when its type is not the one wanted.
    OptionalType part_of_type(const Ast& operand, NodeNote& note, ValueType wanted);
    bool condition(const Ast& operand, NodeNote& note) { return part_of_type(operand, note, ValueType::kBoolean).has_value(); }

    /// The number from 0 to 1 written as an argument.
    void fraction(const Ast& operand, NodeNote& note);
    /// The whole number written as an argument.
    bool whole_number(const Ast& operand, int least, int most, int& value);
    /// Whether both may stand on the two sides of a comparison, or as alternatives of one value.
    bool alike(const Ast& right_node, const Type& left, const Type& right);
    bool ordered(const Ast& node, const Type& type, const std::string& what);
    void check_phase_word(const Ast& name, const Ast& word);
    void check_bounds(const Ast& name, const Ast& threshold);
    void limit_reach(const Ast& node, Facts& facts);

    void error(const Ast& node, std::string code, std::string message, std::string hint = {});
    std::string suggestion(const std::string& name, const std::vector<std::string>& candidates) const;

    const FrameworkDocument& document_;
    const Symbols& symbols_;
    const Definitions& definitions_;
    IssueList& issues_;
    TypedExpression* expression_ = nullptr;
    Pointer pointer_;
};

}  // namespace schoolimp::inline v0
