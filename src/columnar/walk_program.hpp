// WalkProgram: a judgement's circuit in which missing cells are given values one after the other, for many rows at once. Rows whose possible levels two
// fillings do not show are walked through more of them; each level seen on the way is a possible one.
#pragma once

#include <vector>

#include "columnar/column_program.hpp"

namespace schoolimp::inline v0 {

class WalkProgram {
public:
    /// `columns` must outlive it.
    WalkProgram(const ColumnProgram& columns, int judgement);

    /// An input that may be missing, and what it is given, worst first.
    struct Step {
        int input = 0;
        struct Choice {
            Value value;
            std::vector<char> holds;  ///< By leaf of the step.
        };
        std::vector<Choice> choices;
        std::vector<int> leaves;                ///< Places of the planes it is given by.
        std::vector<Instruction> instructions;  ///< The gates that depend on it.
    };

    const PlaneProgram& planes() const { return planes_; }
    std::span<const Step> steps() const { return steps_; }
    /// By rank: rows that have the level.
    std::span<const int> levels() const { return levels_; }
    /// Rows of which nothing may be concluded.
    int spoiled() const { return spoiled_; }

private:
    void add_step(const ColumnProgram& columns, int judgement, int input);

    PlaneProgram planes_;
    std::vector<Step> steps_;
    std::vector<int> levels_;
    int spoiled_ = 0;
};

}  // namespace schoolimp::inline v0
