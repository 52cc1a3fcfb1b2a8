// What a school reads of the cohort it is judged with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judgement/population.hpp"
#include "schoolimp/judgement/cohort.hpp"

namespace schoolimp::inline v0 {

struct Cohort::Parts {
    std::string framework_id, framework_hash;
    AsOf as_of;
    std::vector<std::string> schools;        ///< Ascending.
    std::vector<std::string> functions;      ///< By population of the program.
    std::vector<PopulationFigures> figures;  ///< By population of the program; a row for each school.

    /// -1 when it is not in the cohort.
    int row_of(std::string_view school) const;
};

/// A school's place in a cohort, or that it has none.
class CohortPlace {
public:
    CohortPlace() = default;
    /// `cohort` may be null.
    CohortPlace(const Cohort* cohort, std::string_view school);

    struct Figure {
        Value value;
        std::optional<MissingReason> missing;
        std::string source;  ///< What the figure was taken from, or what is needed for it.
    };
    Figure figure(int population) const;

private:
    const Cohort::Parts* parts_ = nullptr;
    int row_ = -1;
};

/// Whether the cohort, when there is one, is of this framework and this as-of pair.
Status check_cohort(const Framework& framework, const Cohort* cohort, const AsOf& as_of);

}  // namespace schoolimp::inline v0
