// National figures to compare with: a dated table with source and phase. A host can replace it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// One national figure.
struct Benchmark {
    std::string indicator;
    std::string group;  ///< Empty for all pupils.
    Period period;
    std::string phase;  ///< "primary", "secondary", "special" ... or "all".
    Decimal value;
    std::string source;
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const Benchmark&, const Benchmark&) = default;
};

/// An immutable table of national figures, ordered by indicator, group, phase, period.
class Benchmarks {
public:
    Benchmarks() = default;

    /// Fails when two lines give the same cell different values. `extra`: members of the document itself that this version does not know.
    static Result<Benchmarks> from(std::vector<Benchmark> lines, ExtraMembers extra = {});

    /// The figure for exactly this period: the one for the phase, else the one for "all"; null when there is none.
    const Benchmark* find(std::string_view indicator, std::string_view group, Period period, std::string_view phase) const;

    const std::vector<Benchmark>& lines() const { return lines_; }
    const ExtraMembers& extra() const { return extra_; }

    /// This table with the lines of `other`, and its unknown members, put over it.
    Benchmarks overlaid(const Benchmarks& other) const;

    friend bool operator==(const Benchmarks&, const Benchmarks&) = default;

private:
    std::vector<Benchmark> lines_;
    ExtraMembers extra_;
};

}  // namespace schoolimp::inline v0
