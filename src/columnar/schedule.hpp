// Schedule: the gates that outputs need, in order, with places for their planes.
#pragma once

#include <vector>

#include "columnar/circuit.hpp"
#include "columnar/kernels.hpp"

namespace schoolimp::inline v0 {

/// Gates ready to run.
struct Schedule {
    std::vector<Instruction> instructions;
    std::vector<std::int32_t> lists;
    std::vector<int> place_of;  ///< By wire; -1 when it is not needed. Of outputs and leaves it stands when all has run.
    std::vector<int> leaves;    ///< Numbers of the leaves needed, in the order of their places.
    int places = 0;
};

enum class Places : std::uint8_t {
    kReused,  ///< A place is used again once nothing reads it any more.
    kKept,    ///< Every gate keeps its own, so that parts can be run again.
};

/// Wire 0 has place 0 and wire 1 place 1; then come the leaves.
Schedule schedule(const Circuit& circuit, const std::vector<Wire>& outputs, Places places);

}  // namespace schoolimp::inline v0
