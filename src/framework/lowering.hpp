// From checked expressions and measures to nodes of the program. Shifts in time and groups are expanded here: every use of a name is lowered in the scope
// it is read in, and once for each scope.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "expression/builder.hpp"
#include "framework/check_context.hpp"

namespace schoolimp::inline v0 {

/// Lowers a document that passed its checks.
class Lowering {
public:
    /// Works beyond this are given up, like programs beyond the builder's bounds.
    static constexpr long kMaxSteps = 1000000;

    Lowering(CheckContext& context, ProgramBuilder& builder);

    /// Everything: scales, crosswalks, criteria, measures, judgements, KPIs, conditions.
    void run();

private:
    /// When and for which groups something is read.
    struct Scope {
        int shift = 0;   ///< Periods back.
        int groups = 0;  ///< Index into groups_.
        friend bool operator==(const Scope&, const Scope&) = default;
    };
    using Groups = std::vector<std::pair<int, int>>;  ///< Dimension and member, ascending by dimension.

    struct MemoKey {
        const void* thing;
        Scope scope;
        friend bool operator==(const MemoKey&, const MemoKey&) = default;
    };
    struct MemoHash {
        std::size_t operator()(const MemoKey& key) const;
    };

    // Scopes.
    Scope earlier(Scope scope, int periods) const { return {scope.shift + periods, scope.groups}; }
    Scope narrowed(Scope scope, const Facts& facts);
    Scope with_group(Scope scope, int dimension, int member);
    int intern(Groups groups);
    std::string group_in(Scope scope, const Indicator& indicator) const;

    // Expressions.
    int member(const std::string& expression, Scope scope);
    int lower(const TypedExpression& expression, const Ast& node, Scope scope);
    int build(const TypedExpression& expression, const Ast& node, Scope scope);
    int symbol(const Symbol& symbol, Scope scope);
    int indicator(InputKind kind, int index, const std::string& group, Scope scope, const Type& type);
    int property(InputKind kind, ValueType type, std::optional<Unit> unit = std::nullopt);
    int compare(const TypedExpression& expression, const Ast& node, Scope scope);
    int membership(const TypedExpression& expression, const Ast& node, Scope scope);
    int arithmetic(const TypedExpression& expression, const Ast& node, Scope scope);
    int call(const TypedExpression& expression, const Ast& node, Scope scope);
    int observation(const TypedExpression& expression, const Ast& node, Scope scope);
    int population(const TypedExpression& expression, const Ast& node, Scope scope);
    std::vector<int> operands(const TypedExpression& expression, const Ast& node, Scope scope, std::size_t first = 0);
    std::vector<int> over_periods(const TypedExpression& expression, const Ast& node, Scope scope, int periods);
    std::vector<int> over_members(const TypedExpression& expression, const Ast& node, Scope scope);
    int text_of(const Ast& node, Scope scope);
    /// As it is read in the scope: names with the group they are read for, those of measures and criteria too when `definitions`.
    std::string written(const Ast& node, Scope scope, bool definitions) const;
    const Facts* facts_of(const Symbol& symbol) const;

    // Definitions.
    int measure(int index, Scope scope);
    int criterion(int index, Scope scope);
    int value_of(const Measure& measure, const Type& type, Scope scope);
    int limited(const Measure& measure, const Type& type, int level, Scope scope);
    int bands(const Measure& measure, const Type& type, Scope scope);
    int matrix(const Measure& measure, const Type& type, Scope scope);
    int score(const Measure& measure, const Type& type, Scope scope);
    int decision_table(const Measure& measure, const Type& type, Scope scope);
    int best_fit(const Measure& measure, const Type& type, Scope scope);
    int extreme(const Measure& measure, const Type& type, Scope scope);

    // The document.
    void scales_and_crosswalks();
    void conditions();
    void condition(const std::string& kind, const std::string& id, const std::string& when);
    int level_constant(int scale, int position);

    /// Index of the table made for a thing; made on first use, whatever the scope.
    template <typename Table, typename Make>
    int table(std::vector<Table>& tables, const void* thing, Make make);

    bool exhausted() const { return builder_.exhausted(); }

    CheckContext& context_;
    const FrameworkDocument& document_;
    ProgramBuilder& builder_;
    std::vector<Groups> groups_;
    std::map<Groups, int> group_ids_;
    std::unordered_map<MemoKey, int, MemoHash> memo_;
    std::map<const void*, int> tables_;
    long steps_ = 0;
};

}  // namespace schoolimp::inline v0
