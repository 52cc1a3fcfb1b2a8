// Random small programs with coarse inputs, for properties that are checked by trying everything.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "expression/possible.hpp"
#include "expression/program.hpp"

namespace schoolimp::test {

struct RandomProgram {
    Program program;
    std::vector<Admissible> admissible;  ///< Of each input.
    std::vector<int> together;           ///< Of each input: the one it is filled with, or -1.
    int root = 0;                        ///< A level.
    bool monotone = true;  ///< No operator looks at whether something is known.
};

struct RandomOptions {
    int inputs = 4;
    int inner_nodes = 14;
    bool monotone_only = false;
    int grid_points = 4;  ///< Numbers have up to this many values (and one more).
};

RandomProgram random_program(std::mt19937& random, const RandomOptions& options);

/// All values of the set, in order.
std::vector<Value> values_of(const Admissible& admissible);

}  // namespace schoolimp::test
