// A parsed expression with what the checker found out about each of its nodes; what lowering works from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "expression/ast.hpp"
#include "expression/functions.hpp"
#include "expression/program.hpp"
#include "framework/symbols.hpp"

namespace schoolimp::inline v0 {

/// What holds for an expression, or for a named thing through all that it uses.
struct Facts {
    std::optional<Type> type;     ///< None: an error was reported for it.
    int reach = 0;                ///< How many periods back it looks at the most.
    int depth = 1;                ///< Levels of nesting, through the names it uses.
    bool population = false;      ///< Whether it has a population function.
    std::vector<int> dimensions;  ///< Dimensions by which something in it is read without naming the group, ascending.

    bool reads(int dimension) const;
    void add_dimension(int dimension);
    void remove_dimension(int dimension);
    /// Takes over reach, depth, population and dimensions of a part; not its type.
    void include(const Facts& part);
};

struct NodeNote {
    Facts facts;
    Symbol symbol;                           ///< Names.
    const FunctionInfo* function = nullptr;  ///< Calls.
    int subject = -1;                        ///< Dimension of any, all and share; crosswalk of map_level.
    int n = 1;                               ///< The whole number a function takes.
    Decimal fraction;                        ///< quantile(): from 0 to 1.
    Date date{};                             ///< date().
};

struct TypedExpression {
    ParsedExpression parsed;
    std::vector<NodeNote> notes;  ///< By Ast::id.

    const NodeNote& note(const Ast& node) const { return notes[static_cast<std::size_t>(node.id)]; }
    const Facts& facts() const { return note(*parsed.root).facts; }
};

/// All expressions of a document, by the member they are written in. The document must stay where it is.
class ExpressionStore {
public:
    /// Null when the member was never parsed or has a syntax error.
    TypedExpression* find(const std::string& member) {
        const auto found = expressions_.find(&member);
        return found == expressions_.end() ? nullptr : found->second.get();
    }
    TypedExpression& add(const std::string& member, ParsedExpression parsed);

    /// In no particular order.
    template <typename Visit>
    void for_each(Visit visit) const {
        for (const auto& [member, expression] : expressions_) visit(*expression);
    }

private:
    std::unordered_map<const std::string*, std::unique_ptr<TypedExpression>> expressions_;
};

}  // namespace schoolimp::inline v0
