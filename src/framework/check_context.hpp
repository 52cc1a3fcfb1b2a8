// What all checks of one document share, and the checks that statements of every kind need.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "framework/issue_list.hpp"
#include "framework/pointer.hpp"
#include "framework/symbols.hpp"
#include "framework/type_checker.hpp"
#include "framework/typed_expression.hpp"

namespace schoolimp::inline v0 {

struct CheckContext {
    const FrameworkDocument& document;
    Symbols symbols;
    IssueList issues;
    ExpressionStore expressions;
    Definitions definitions;

    explicit CheckContext(const FrameworkDocument& checked) : document(checked), symbols(checked) {}

    // Expressions. An absent (empty) member is no problem here.

    /// Parses the member once; null when it is empty or has a syntax error, which is reported.
    TypedExpression* parse(const std::string& member, const Pointer& at);
    /// Parses and checks; null when there is nothing to tell about it.
    const Facts* check_value(const std::string& member, const Pointer& at);
    /// Checks that it is of this type; its facts are none when it is not.
    const Facts* check_value(const std::string& member, const Pointer& at, const Type& wanted);
    const Facts* check_condition(const std::string& member, const Pointer& at);

    // References.

    void unknown(const Pointer& at, const std::string& what, const std::string& id, const std::vector<std::string>& candidates);
    /// True when the table has the id; otherwise reports. An empty id is no problem.
    bool refer(const IdTable& table, const std::string& what, const std::string& id, const Pointer& at);
    void refer_all(const IdTable& table, const std::string& what, const std::vector<std::string>& ids, const Pointer& at);
    void who(const std::string& id, const Pointer& at) { refer(symbols.roles_and_bodies, "role or body", id, at); }
    void who(const std::vector<std::string>& ids, const Pointer& at) { refer_all(symbols.roles_and_bodies, "role or body", ids, at); }
    /// Scale and position of "scale.level"; -1 and reported when there is none.
    std::pair<int, int> level(const std::string& qualified, const Pointer& at);
    void levels(const std::vector<std::string>& qualified, const Pointer& at);
    /// Position of a level named within a known scale; -1 and reported when there is none.
    int level_of(int scale, const std::string& id, const Pointer& at);

    // Parts that statements of many kinds have.

    void statement(const Statement& checked, const Pointer& at);
    void text_items(const std::vector<TextItem>& items, const Pointer& at);
    void parts(const std::vector<Part>& items, const Pointer& at);
    void purposes(const std::vector<Purpose>& items, const Pointer& at);
    void duration(const std::optional<Duration>& checked, const Pointer& at);
    void cadence(const std::optional<Cadence>& checked, const Pointer& at);
    void timing(const std::optional<Timing>& checked, const Pointer& at);

    // Ids.

    using Places = std::map<std::string, std::string>;  ///< Id to the pointer of its first use.

    /// Reports an id of the wrong form, and one that was used before.
    void id(const std::string& checked, const Pointer& at, Places& used, bool dotted = false);

    template <typename Things>
    void ids(const Things& things, const Pointer& at, Places& used, bool dotted = false) {
        for (std::size_t i = 0; i < things.size(); ++i) id(things[i].id, at / i, used, dotted);
    }
    template <typename Things>
    void ids(const Things& things, const Pointer& at) {
        Places used;
        ids(things, at, used);
    }

    void missing(const Pointer& at, const std::string& member, const std::string& why) {
        issues.error(at, "missing_member", "'" + member + "' is missing: " + why);
    }
    void unexpected(const Pointer& at, const std::string& member, const std::string& why) {
        issues.error(at / member, "unexpected_member", "'" + member + "' has no meaning here: " + why, "remove it");
    }
};

}  // namespace schoolimp::inline v0
