// What a Framework shares among its copies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "expression/program_index.hpp"
#include "framework/keeper.hpp"
#include "framework/symbols.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

struct Framework::Parts {
    explicit Parts(FrameworkDocument given) : document(std::move(given)), symbols(document) {}

    FrameworkDocument document;
    Symbols symbols;
    std::string hash;
    Program program;
    std::optional<ProgramIndex> index;  ///< Of the program, once that is complete.
    std::vector<Issue> warnings;
    std::vector<const Action*> actions;  ///< Of all offers, in document order.
    mutable Keeper keeper;               ///< Changes nothing that is said of the framework.
};

}  // namespace schoolimp::inline v0
