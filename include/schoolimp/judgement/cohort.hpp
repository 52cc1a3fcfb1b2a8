// Cohort: the schools judged together, and what the population functions of a framework (rank, percentile, quantile, median) give each of them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/benchmarks.hpp"
#include "schoolimp/evidence/evidence.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"

namespace schoolimp::inline v0 {

/// Made for one framework at one as-of pair; judging with it is for that framework and that pair (judge() checks). Immutable and cheap to copy.
class Cohort {
public:
    struct Parts;  ///< Internal.
    explicit Cohort(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

    const std::string& framework_id() const;
    const std::string& framework_hash() const;
    const AsOf& as_of() const;

    /// Ids of all schools in it, in order.
    const std::vector<std::string>& schools() const;
    bool contains(std::string_view school) const;

    /// The population functions of the framework as it writes them, with the period they are of: "rank(ks2.rwm_expected)", "prior(median(attendance))".
    const std::vector<std::string>& functions() const;
    /// Number of schools that are eligible and have a value, for a position in functions().
    std::size_t population(std::size_t function) const;
    /// A school's figure, for a position in functions(); none when it has none, or the school is not in the cohort.
    std::optional<Decimal> figure(std::size_t function, std::string_view school) const;

    const Parts& parts() const { return *parts_; }

private:
    std::shared_ptr<const Parts> parts_;
};

/// The cohort of all schools that have an observation or are in the trust. `trust` may hold their properties (phase, type, joined, pupils), as for judge().
/// Fails (kInvalidArgument, all issues) when the evidence of any of them contradicts the framework. Where the framework has no population function, no evidence is
/// read and none refused.
Result<Cohort> make_cohort(const Framework& framework, const Evidence& evidence, const Trust& trust, const Benchmarks& benchmarks, const AsOf& as_of);

}  // namespace schoolimp::inline v0
