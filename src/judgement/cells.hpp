// The cells of evidence a program reads for one school at one as-of pair: docs/language.md, "Which observation is read".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "expression/evaluate.hpp"
#include "expression/possible.hpp"
#include "judgement/cohort_place.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/judgement/judgement.hpp"

namespace schoolimp::inline v0 {

/// What there is of one cell: the observation that counts, and the period it belongs to where that is known even without one.
struct Cell {
    const Observation* observation = nullptr;
    std::optional<Period> period;
};

/// The observations of one school that are seen at the as-of pair, by indicator, group and period or date.
class SeenEvidence {
public:
    SeenEvidence(std::span<const Observation> observations, const AsOf& as_of);

    /// Of one indicator and group, those that count, ascending by period or date. Periods are before dates.
    struct Series {
        std::string_view indicator, group;
        std::size_t first, last;  ///< Slice of kept_.
    };
    /// All series of an indicator, by group, and the current period: the latest any group has.
    struct Groups {
        std::span<const Series> series;
        std::optional<Period> current;
    };
    Groups groups_of(const Indicator& indicator) const;

    /// The cell `shift` periods before the current one; for point indicators the n-th observation before the latest. `groups` are the indicator's.
    Cell find(const Indicator& indicator, const Groups& groups, std::string_view group, int shift) const;

private:
    std::optional<Period> current_period(const Indicator& indicator, std::span<const Series> series) const;

    AsOf as_of_;
    std::vector<const Observation*> kept_;
    std::vector<Series> series_;  ///< By indicator, then group.
};

/// The first day an observation may be of to count in this cell: by the indicator's max_age. An earlier reading is aged as it was then: prior() of a yearly figure
/// is not stale for being a year older. Earlier point observations do not age.
std::optional<Date> oldest_that_counts(const Indicator& indicator, int shift, const AsOf& as_of);

/// Why the observation of a cell does not count, if it does not.
std::optional<MissingReason> missing_reason(const Indicator& indicator, const Cell& cell, int shift, const AsOf& as_of);

/// The inputs of a program for one school: values for the evaluator, readings for people.
struct Cells {
    std::vector<Value> values;            ///< One for each input.
    std::vector<Reading> readings;        ///< Of each cell of evidence: ProgramIndex::cell_of_input().
    std::vector<MissingInput> missing;    ///< Inputs that are unknown and could be filled.
};

/// `texts` takes in the texts of the school.
Cells read_cells(const Framework& framework, const SeenEvidence& seen, const School* school, const Benchmarks& benchmarks, const AsOf& as_of, TextTable& texts,
                 const CohortPlace& place = {});

}  // namespace schoolimp::inline v0
