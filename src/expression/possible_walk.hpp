// Fillings tried one after the other, each a small step from the one before: most possible levels are met so, and need no search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "expression/possible_cone.hpp"

namespace schoolimp::inline v0 {

/// From the filling that looks best to the one that looks worst and back, and from both ends one input at a time; on a scale without a quality order first to
/// the filling that looks best for each level.
class Walk {
public:
    /// `wanted`: the codes of levels to look for. The cone must outlive the walk; nothing is supposed of it yet.
    /// It ends when all wanted levels are met, or after `rounds` times the cone's nodes have been worked out.
    Walk(const Cone& cone, std::uint64_t wanted, int rounds);

    /// Those of the wanted levels that some filling was seen to give.
    std::uint64_t run();
    /// Nodes worked out.
    std::size_t steps() const { return steps_; }

private:
    /// What an input is given, one after the other, worst first: the ends of an interval, or every code.
    struct Filling {
        std::size_t position;
        const Abstract* set;
        int choices;
        bool greatest_first;

        Value choice(int number) const;
    };
    void collect(std::size_t position);
    void begin_with_best(int way);
    void descend();
    void ascend();
    void lower_one_by_one();
    void raise_one_by_one();
    void fill(const Filling& filling, int choice);
    void work_out();
    void schedule_readers(int index);
    Value value_now(int index) const;
    void look();
    bool ended() const { return (wanted_ & ~met_) == 0 || steps_ >= most_steps_; }

    const Cone& cone_;
    std::size_t most_steps_;
    std::uint64_t wanted_, met_ = 0;
    std::vector<Filling> fillings_;
    std::vector<Value> values_;
    Agenda changed_;  ///< Nodes to work out.
    std::size_t steps_ = 0;
};

}  // namespace schoolimp::inline v0
