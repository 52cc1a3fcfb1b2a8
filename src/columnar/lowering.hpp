// Lowering: the nodes of a program as planes of a circuit. The meaning of every operator in gates; src/expression/evaluate_*.cpp has it on single values, and a
// property test holds the two against each other. Written once, for all worlds (world.hpp).
#pragma once

#include <optional>
#include <vector>

#include "columnar/linear.hpp"
#include "columnar/world.hpp"
#include "expression/program.hpp"
#include "expression/program_index.hpp"

namespace schoolimp::inline v0 {

/// A value with few possibilities: one plane for each code, and whether it is not applicable or unknown. Exactly one of all these planes is set in a row.
/// Conditions have the codes false 0 and true 1. Texts have one code more than the program names texts: any other text.
template <typename Plane>
struct Codes {
    std::vector<Plane> code;
    Plane not_applicable, unknown;
};

/// A number (or date): in each row at most one case holds, and gives it as a sum of inputs.
template <typename Plane>
struct Number {
    struct Case {
        Plane when;
        Linear form;
    };
    std::vector<Case> cases;
    Plane not_applicable, unknown;
    bool row_by_row = false;  ///< Not held in planes: what reads it is worked out row by row.
};

/// Nodes that are worked out row by row from their inputs, as the circuit does not hold what they need.
struct ComputedNode {
    int node = 0;
    std::vector<std::int32_t> inputs;  ///< Below it.
    friend bool operator==(const ComputedNode&, const ComputedNode&) = default;
};

template <typename World>
class Lowering {
public:
    using Plane = typename World::Plane;

    /// All are referred to, none is copied; the world collects what it is asked.
    Lowering(const Program& program, const ProgramIndex& index, World& world);

    /// The planes of a node of logic, level or text.
    const Codes<Plane>& codes(int node);
    const std::vector<ComputedNode>& computed() const { return computed_; }

private:
    using CodesOf = Codes<Plane>;
    using NumberOf = Number<Plane>;
    using Case = typename NumberOf::Case;

    const Node& node(int index) const { return program_.nodes[static_cast<std::size_t>(index)]; }
    int argument(int index, int i) const { return program_.arguments[static_cast<std::size_t>(node(index).first_argument + i)]; }
    int argument_count(int index) const { return node(index).argument_count; }
    bool is_number(int index) const;
    int code_count(const Type& type) const;
    const CodesOf& part(int index, int i) { return codes(argument(index, i)); }
    const NumberOf& number(int index);
    bool needs_row_by_row(int index);
    void lower_below(int root);
    void lower(int index);

    Plane both(Plane a, Plane b) const { return world_.both(a, b); }
    Plane either(Plane a, Plane b) const { return world_.either(a, b); }
    Plane inverse(Plane a) const { return world_.inverse(a); }
    Plane but_not(Plane a, Plane b) const { return both(a, inverse(b)); }
    Plane holds(const CodesOf& value) const { return value.code[1]; }
    Plane fails(const CodesOf& value) const { return value.code[0]; }
    Plane is_known(int index);
    Plane not_applicable(int index) { return is_number(index) ? number(index).not_applicable : codes(index).not_applicable; }
    Plane unknown(int index) { return is_number(index) ? number(index).unknown : codes(index).unknown; }

    static CodesOf empty_codes(int count);
    static CodesOf condition(Plane holds, Plane fails, Plane not_applicable, Plane unknown);
    static CodesOf boolean(Plane holds, Plane fails) { return condition(holds, fails, World::never(), World::never()); }
    /// What none of the codes and not applicable covers.
    Plane remaining(const CodesOf& value) const;

    // Values: lowering_values.cpp.
    CodesOf constant(int index) const;
    CodesOf input(const Node& node) const;
    CodesOf row_by_row(int index);
    CodesOf lower_codes(int index);

    // Logic: lowering_logic.cpp.
    struct Parts {
        std::vector<Plane> hold, fail, unknown, not_applicable;
    };
    Parts parts_of(int index);
    Plane any(const std::vector<Plane>& planes) const;
    Plane all(const std::vector<Plane>& planes) const;
    CodesOf conjunction(const Parts& parts) const;
    CodesOf negation(const CodesOf& value) const { return condition(fails(value), holds(value), value.not_applicable, value.unknown); }
    CodesOf threshold(Op op, int n, const Parts& parts) const;
    CodesOf known_question(int index);

    // Comparisons: lowering_compare.cpp.
    CodesOf compare(int index);
    CodesOf compare_codes(Op op, const CodesOf& a, const CodesOf& b) const;
    std::optional<CodesOf> compare_numbers(Op op, const NumberOf& a, const NumberOf& b) const;
    std::optional<Plane> at_least(const Linear& a, const Linear& b, bool strict) const;
    std::optional<Plane> equal(const Linear& a, const Linear& b) const;
    bool texts_may_be_confused(int index);

    // Choice: lowering_choice.cpp.
    struct Branch {
        Plane taken, skipped, open;  ///< One of the three, or the whole is not applicable.
    };
    CodesOf choose(const Branch& branch, const CodesOf& then, const CodesOf& otherwise) const;
    CodesOf conditional(int index);
    CodesOf guard(int index);
    CodesOf or_else(int index);
    CodesOf first(int index);
    CodesOf unique(int index);
    CodesOf otherwise(int index) ;

    // Levels: lowering_levels.cpp.
    CodesOf extremum(int index);
    CodesOf extremum_known(int index);
    CodesOf crosswalk(int index);
    CodesOf matrix(int index);
    CodesOf limit(int index);
    CodesOf bands(int index);
    Plane at_or_beyond(const CodesOf& value, int rank, bool above) const;

    // Numbers: lowering_numbers.cpp.
    NumberOf lower_number(int index);
    NumberOf number_constant(int index) const;
    NumberOf number_input(const Node& node) const;
    NumberOf arithmetic(int index);
    NumberOf mapped(int index);
    NumberOf mean(int index);
    NumberOf count(int index);
    NumberOf absolute(const NumberOf& value) const;
    NumberOf extremum_of_numbers(int index);
    NumberOf number_conditional(int index);
    NumberOf number_guard(int index);
    NumberOf number_or_else(int index);
    NumberOf number_first(int index);
    std::optional<NumberOf> choose(const Branch& branch, const NumberOf& then, const NumberOf& otherwise) const;
    static NumberOf not_held();

    const Program& program_;
    const ProgramIndex& index_;
    World& world_;
    std::vector<char> state_;  ///< By node: 0 not lowered, 1 lowered.
    std::vector<CodesOf> codes_;
    std::vector<NumberOf> numbers_;
    std::vector<ComputedNode> computed_;
};

extern template class Lowering<SettledWorld>;
extern template class Lowering<FilledWorld>;
extern template class Lowering<GivenWorld>;
extern template class Lowering<OpenWorld>;

/// More cases of a number than this are not held in planes.
inline constexpr std::size_t kMostCases = 24;

}  // namespace schoolimp::inline v0
