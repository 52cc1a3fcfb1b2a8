// Writer: turns the nodes of a program into columns of a query, step by step. A step reads the columns of the steps before it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "expression/program_index.hpp"
#include "schoolimp/sql/sql.hpp"
#include "sql/operand.hpp"

namespace schoolimp::inline v0::sql {

struct Column {
    std::string name;     ///< Not quoted.
    std::string text;     ///< The expression.
    std::string comment;  ///< What it is, for people; may be empty.
};
using Step = std::vector<Column>;

class Writer {
public:
    Writer(const Framework& framework, const SqlOptions& options);

    /// Writes all nodes the criteria and judgements rest on.
    void run();

    const std::vector<Step>& steps() const { return steps_; }
    const std::vector<Issue>& refused() const { return refused_; }
    const Operand& term(int node) const { return terms_[static_cast<std::size_t>(node)]; }
    /// To be added up: what a row holds that the query cannot. Cells by expressions over the table, results by expressions over the last step.
    const Texts& unreadable_cells() const { return unreadable_cells_; }
    const Texts& unreadable_results() const { return unreadable_results_; }
    /// Names of the cells read that a school may not have: an indicator's values and their dates.
    const Texts& cells_that_may_be_absent() const { return cells_that_may_be_absent_; }
    /// A cell of the table that is read, if not by the program, for its own sake.
    const Operand& input(const Input& input);

    // For the operators.
    const Program& program() const { return program_; }
    const FrameworkDocument& document() const { return framework_.document(); }
    const SqlOptions& options() const { return options_; }
    const Node& node() const { return program_.nodes[static_cast<std::size_t>(current_)]; }
    std::span<const std::int32_t> arguments() const { return index_.arguments(current_); }
    const Operand& argument(std::size_t i) const { return term(arguments()[i]); }
    int argument_count() const { return node().argument_count; }
    /// The step after which all arguments can be read.
    int step_of_arguments() const;

    /// A column of its own for part of the current node, readable one step later; gives its quoted name.
    std::string aside(const std::string& what, const std::string& text, int step);
    /// A number that is not a plain column becomes one.
    Operand plain(Operand number, const std::string& what);
    /// `predicate` tells that a row has something the query cannot hold.
    void unreadable_when(const std::string& predicate) { unreadable_results_.push_back(flag(predicate)); }
    /// The current node cannot be said. "in" and the expression are added to the message.
    void refuse(const std::string& why, const std::string& hint);

private:
    std::vector<bool> needed() const;
    Operand write(int index);
    Operand settled(int index, Operand term);
    std::string name_of(int index);
    std::string comment_of(int index) const;
    std::string place_of(int index) const;
    std::string add(std::string name, std::string text, std::string comment, int step);

    const Framework& framework_;
    const Program& program_;
    const ProgramIndex& index_;
    const SqlOptions& options_;
    std::vector<Operand> terms_;
    std::vector<Step> steps_;
    std::map<std::string, Operand> inputs_;
    std::map<int, std::string> names_;
    std::map<std::string, int> asides_;
    Texts unreadable_cells_, unreadable_results_, cells_that_may_be_absent_;
    std::vector<Issue> refused_;
    int current_ = 0, parts_ = 0;
};

// Each writes the current node from its arguments.
Operand write_constant(Writer& writer);
Operand write_logic(Writer& writer);
Operand write_comparison(Writer& writer);
Operand write_threshold(Writer& writer);
Operand write_count(Writer& writer);
Operand write_share(Writer& writer);
Operand write_arithmetic(Writer& writer);
Operand write_mean(Writer& writer);
Operand write_conditional(Writer& writer);
Operand write_guard(Writer& writer);
Operand write_or_else(Writer& writer);
Operand write_first(Writer& writer);
Operand write_unique(Writer& writer);
Operand write_limit(Writer& writer);
Operand write_bands(Writer& writer);
Operand write_matrix(Writer& writer);
Operand write_crosswalk(Writer& writer);
Operand write_extremum(Writer& writer);
Operand write_extremum_known(Writer& writer);
Operand write_score(Writer& writer);
Operand write_best_fit(Writer& writer);

/// How a cell is read from the table, and what the row may hold there that cannot be read. The term's texts are expressions over the table.
struct Reading {
    Operand term;
    std::string unreadable;  ///< Predicate; empty: never.
};
/// The current node is refused when the cell cannot be read.
Reading write_input(Writer& writer, const Input& input);

}  // namespace schoolimp::inline v0::sql
