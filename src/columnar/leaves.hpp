// Leaves: the planes a circuit starts from. Each is filled from the columns of a block before the gates run.
#pragma once

#include <compare>
#include <map>
#include <span>
#include <vector>

#include "columnar/linear.hpp"
#include "columnar/number_format.hpp"
#include "expression/evaluate_value.hpp"
#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// What a table has of an input.
struct InputColumn {
    enum class Source : std::uint8_t { kNone, kConstant, kColumn };
    Source source = Source::kNone;      ///< kNone: unknown for every school.
    Value constant;                     ///< kConstant: the same for every school; not unknown.
    bool may_be_not_applicable = false;  ///< kColumn: the table says which cells are.
    NumberFormat format{};               ///< kColumn: how its numbers are to be read.
    friend bool operator==(const InputColumn&, const InputColumn&) = default;
};

/// What missing cells are filled with.
enum class Filling : std::uint8_t { kNone, kBest, kWorst, kGiven };

struct Leaf {
    enum class Kind : std::uint8_t {
        kPresent,        ///< The input has a value.
        kNotApplicable,  ///< The input is not applicable.
        kCode,           ///< The input's value is this code (false 0, true 1, the rank of a level, the token of a text).
        kThreshold,      ///< The input's number is at least (more than, when strict) the threshold. Anything where it has none.
        kCompound,       ///< A sum of inputs is at least (more than) zero. Anything where one has no value.
        kGivenCode,      ///< The input is missing and has been given this code.
        kGivenThreshold, ///< The input is missing and has been given a number that is at least (more than) the threshold.
        kComputed,       ///< A node worked out row by row has this code ...
        kComputedNotApplicable,  ///< ... or is not applicable ...
        kComputedUnknown,        ///< ... or is unknown.
    };
    Kind kind = Kind::kPresent;
    int input = -1;       ///< Index into Program::inputs.
    int code = 0;
    int node = -1;        ///< kComputed...: of the program.
    Decimal threshold;
    bool strict = false;
    Compound compound;
    Filling filling = Filling::kNone;  ///< kCompound: missing numbers stand for those of this filling ...
    int judgement = -1;                ///< ... of this judgement.
    friend auto operator<=>(const Leaf&, const Leaf&) = default;
};

class LeafTable {
public:
    int number(const Leaf& leaf) {
        const auto [place, is_new] = known_.try_emplace(leaf, static_cast<int>(leaves_.size()));
        if (is_new) leaves_.push_back(leaf);
        return place->second;
    }
    const Leaf& operator[](int number) const { return leaves_[static_cast<std::size_t>(number)]; }
    std::span<const Leaf> all() const { return leaves_; }

private:
    std::vector<Leaf> leaves_;
    std::map<Leaf, int> known_;
};

}  // namespace schoolimp::inline v0
