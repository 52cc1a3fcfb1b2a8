// Operand: how the value of one node of a program is written in SQL.
#pragma once

#include <string>

#include "expression/program.hpp"
#include "sql/text.hpp"

namespace schoolimp::inline v0::sql {

/// Numbers are whole numbers of 64 bits, scaled: `places` decimal places, known to lie between two scaled bounds.
struct Fixed {
    int places = 0;
    Int128 low = 0, high = 0;

    Int128 greatest() const { return high > -low ? high : -low; }
};

/// Value: null unless there is one; a scaled number, 1 or 0, the rank of a level, a text, a date as ISO text. Not applicable is told apart from unknown by
/// `absent` alone. Predicates may be null themselves and are never negated.
struct Operand {
    std::string value;         ///< Of an inline condition empty: see value_of.
    std::string holds, fails;  ///< Of conditions.
    std::string absent;        ///< Not applicable; empty: never.
    std::string applies;       ///< Not not applicable; empty where `absent` is not a column.
    Fixed number;              ///< Of numbers.
    int step = 0;              ///< The step of the query after which it can be read.
    bool plain = false;        ///< A column or a literal: may be written out again and again.
    bool literal = false;      ///< A number or condition written in the query: of a number low and high are its value.
};

inline std::string value_of(const Operand& term) { return term.value.empty() ? Case().when(term.holds, "1").when(term.fails, "0").end() : term.value; }
inline std::string known(const Operand& term) { return term.literal ? "1 = 1" : value_of(term) + " is not null"; }

inline std::string unknown(const Operand& term) {
    if (term.literal) return {};
    if (term.value.empty()) return Case().when(term.holds, "0").when(term.fails, "0").when(term.absent, "0").otherwise("1") + " = 1";
    const std::string empty = term.value + " is null";
    if (term.absent.empty()) return empty;
    return "(" + empty + " and " + (term.applies.empty() ? Case().when(term.absent, "0").otherwise("1") + " = 1" : term.applies) + ")";
}

/// Made of predicates; to be read where `step` says.
inline Operand condition(std::string holds, std::string fails, std::string absent, int step) {
    Operand term;
    term.holds = std::move(holds);
    term.fails = std::move(fails);
    term.absent = std::move(absent);
    term.step = step;
    return term;
}

}  // namespace schoolimp::inline v0::sql
