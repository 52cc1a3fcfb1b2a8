// The values a missing input could be given.
#pragma once

#include <span>
#include <vector>

#include "expression/possible.hpp"
#include "expression/program.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

class AdmissibleValues {
public:
    /// `values` are the present values of all inputs. `texts` takes in the words of school phases and texts that stand for any other text.
    AdmissibleValues(const Framework& framework, std::span<const Value> values, const AsOf& as_of, TextTable& texts);

    Admissible of(const Input& input) const;

private:
    Admissible of_indicator(const Indicator& indicator) const;
    Admissible of_population(const Population& population) const;

    const Framework& framework_;
    AsOf as_of_;
    std::uint64_t phases_ = 0, any_text_ = 0;
};

/// The unknown ones among the inputs, with the values they could be given; an observation and its date are filled together.
std::vector<MissingInput> missing_inputs(const Framework& framework, std::span<const Value> values, const AsOf& as_of, TextTable& texts);

}  // namespace schoolimp::inline v0
