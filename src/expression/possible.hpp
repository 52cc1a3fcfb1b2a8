// The levels still possible: exactly those that filling some of the missing inputs with admissible values would give.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "expression/abstract_value.hpp"
#include "expression/evaluate.hpp"
#include "expression/program_index.hpp"

namespace schoolimp::inline v0 {

/// The admissible values of a missing input: a grid of numbers (or dates), or a set of codes.
struct Admissible {
    bool grid = false;
    std::int64_t first = 0, last = 0;  ///< Grid: the numbers k x 10^-places for first <= k <= last.
    int places = 0;
    std::uint64_t codes = 0;  ///< Otherwise: one bit for each code.

    Abstract set() const;
    friend bool operator==(const Admissible&, const Admissible&) = default;
};

/// All decimals with `places` decimal places from minimum to maximum; without a bound up to 10^12 on that side, more than anything a school counts.
Admissible admissible_numbers(const std::optional<Decimal>& minimum, const std::optional<Decimal>& maximum, int places);
/// All dates from `first` (else 0001-01-01) to `last`.
Admissible admissible_dates(const std::optional<Date>& first, Date last);
/// The codes below `count` (at most kMaxCodes).
Admissible admissible_codes(int count);

/// An input without a value that could be given one. Inputs that are not applicable are not missing.
struct MissingInput {
    int input = 0;  ///< Index into Program::inputs.
    Admissible admissible;
    int together = -1;  ///< Position (in the list of missing inputs) of another one that is filled with this one or not at all; -1: none.
};

struct PossibleLevels {
    std::vector<int> ranks;      ///< Ascending.
    bool exact = true;           ///< False when the search stopped at its limit: then `ranks` may hold too many.
    bool every_filling = false;  ///< There is one level, and every filling of all missing inputs gives it.
    int evaluations = 0;         ///< Spent on the search.
    std::vector<int> matter;     ///< Positions of the missing inputs that can still change the root: reached from it without passing a settled node.
    friend bool operator==(const PossibleLevels&, const PossibleLevels&) = default;
};

/// What has been found out about the levels of a judgement in some other way, one bit for each rank.
struct TriedLevels {
    std::uint64_t met = 0;                   ///< Some filling was seen to give them.
    std::uint64_t may_be = ~std::uint64_t{0};  ///< No filling gives any other.
};

class Cone;

/// Searches for what the judgements of a program may become. What they share is worked out once.
class PossibleSearch {
public:
    /// `evaluator` has run with the missing inputs unknown; `index` is of its program. All three must outlive the search.
    PossibleSearch(const Evaluator& evaluator, const ProgramIndex& index, std::span<const MissingInput> missing);
    ~PossibleSearch();

    /// Of a judgement's level-valued node; `limit` bounds the evaluations.
    PossibleLevels levels(int root, int limit);
    /// The same for those who have tried fillings themselves: none are tried here, what is open is searched for at once.
    PossibleLevels levels(int root, int limit, const TriedLevels& tried);

private:
    std::optional<PossibleLevels> settled_levels(int root);
    PossibleLevels search(int root, int limit, const TriedLevels& tried);

    const Evaluator& evaluator_;
    std::unique_ptr<Cone> cone_;
};

/// The same for one judgement.
PossibleLevels possible_levels(const Evaluator& evaluator, const ProgramIndex& index, std::span<const MissingInput> missing, int root, int limit);

}  // namespace schoolimp::inline v0
