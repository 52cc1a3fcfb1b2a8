// Evaluator: runs a compiled program over the cells of one school and keeps the value of every node.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expression/evaluate_operators.hpp"

namespace schoolimp::inline v0 {

class ProgramIndex;

/// Texts as tokens: equal texts have equal tokens. The program's text constants come first.
class TextTable {
public:
    explicit TextTable(const Program& program);
    /// `named`: the texts of the program by token; they must outlive the table.
    explicit TextTable(std::span<const std::string> named) : named_(named) {}

    int token(std::string_view text);
    const std::string& text(int token) const {
        const auto i = static_cast<std::size_t>(token);
        return i < named_.size() ? named_[i] : added_[i - named_.size()];
    }
    int size() const { return static_cast<int>(named_.size() + added_.size()); }

private:
    std::span<const std::string> named_;
    std::vector<std::string> added_;
};

/// A constant as a value.
Value constant_value(const Constant& constant, TextTable& texts);

/// Holds the scratch space of a run; not to be shared between threads. The program must outlive it.
class Evaluator {
public:
    explicit Evaluator(const Program& program);
    /// Saves the work that the index has done already.
    explicit Evaluator(const ProgramIndex& index);

    /// One value for each of the program's inputs. Allocates nothing.
    void run(std::span<const Value> inputs);

    const Value& value(int node) const { return values_[static_cast<std::size_t>(node)]; }
    std::span<const Value> values() const { return values_; }
    const Program& program() const { return *program_; }
    TextTable& texts() { return texts_; }
    const TextTable& texts() const { return texts_; }

private:
    const Program* program_;
    TextTable texts_;
    std::vector<Value> values_;
};

}  // namespace schoolimp::inline v0
