// The figures of population functions, from x and the condition of every school: docs/language.md, "Population functions". For up to
// 2^31 - 1 rows, in the time of one sort and without anything allocated for a single row.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "expression/evaluate_value.hpp"
#include "expression/program.hpp"

namespace schoolimp::inline v0 {

/// x and the condition of the schools of a cohort, a row for each.
class PopulationRows {
public:
    /// All unknown.
    explicit PopulationRows(std::size_t rows) : values_(rows), parts_(rows, Part::kUnknown) {}

    /// Different rows may be set at the same time.
    void set(std::size_t row, const Value& x, Truth eligible = Truth::kTrue);

    std::size_t size() const { return values_.size(); }

    /// Whether the school of the row is eligible and its x known.
    bool counts(std::size_t row) const { return parts_[row] == Part::kCounts; }
    bool not_applicable(std::size_t row) const { return parts_[row] == Part::kNotApplicable; }
    const Decimal& value(std::size_t row) const { return values_[row]; }

private:
    enum class Part : std::uint8_t { kUnknown, kNotApplicable, kCounts };
    std::vector<Decimal> values_;
    std::vector<Part> parts_;
};

/// What one population function gives each row. Immutable; the rows are not needed afterwards.
class PopulationFigures {
public:
    PopulationFigures(const Population& population, const PopulationRows& rows);

    Value of(std::size_t row) const;

    /// Whether it is one figure for all rows.
    bool is_common() const { return function_ == Function::kQuantile; }

    /// Number of rows that count.
    std::size_t size() const { return size_; }

private:
    static constexpr std::uint32_t kUnknown = 0, kNotApplicable = 0xFFFFFFFF;

    Function function_;
    std::size_t size_ = 0;
    std::vector<std::uint32_t> standings_;  ///< kRank: the rank; kPercentile: twice the number below and the number level. Empty for a quantile.
    Value quantile_;
};

/// 100 x (below + level / 2) / all, for twice_below_and_level = 2 x below + level; all > 0.
Decimal mid_rank_percentile(std::uint64_t twice_below_and_level, std::uint64_t all);

/// The value at `fraction` of the way from low to high; low <= high.
Decimal interpolated(const Decimal& low, const Decimal& high, const Decimal& fraction);

}  // namespace schoolimp::inline v0
