// Evidence: observations of schools, each with a value or the reason it is missing, its source and both its dates.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "schoolimp/core/date.hpp"
#include "schoolimp/core/decimal.hpp"
#include "schoolimp/core/extra_members.hpp"
#include "schoolimp/core/status.hpp"
#include "schoolimp/core/version.hpp"

namespace schoolimp::inline v0 {

/// Why a value is missing. Only kNotApplicable means that there is no such value; all others leave it unknown.
enum class MissingReason : std::uint8_t {
    kSuppressed,     ///< Published as suppressed (small numbers).
    kNotApplicable,  ///< There is no such value for this school.
    kNotCollected,
    kNotPublished,
    kLowCoverage,
    kTooSmall,   ///< Below the indicator's minimum cohort.
    kNotLoaded,  ///< No observation was given.
    kStale,      ///< Older than the indicator's max_age.
    kWithheld,
    kUnknown,
};

/// "suppressed", "not_applicable" ...: the words used in documents.
std::string_view to_word(MissingReason reason);
std::optional<MissingReason> parse_missing_reason(std::string_view word);

/// A number, a boolean, a date, a word (level id or text; the indicator's type tells which), or the reason there is none.
using ObservedValue = std::variant<MissingReason, Decimal, bool, std::string, Date>;

/// The value of one indicator for one school, period and group.
struct Observation {
    std::string school;             ///< School id, customarily the URN.
    std::string indicator;          ///< Indicator id.
    std::optional<Period> period;   ///< For indicators per school year or term; absent for point indicators.
    std::string group;              ///< Member of the indicator's dimension; empty for the whole school.
    ObservedValue value = MissingReason::kUnknown;
    std::optional<Date> observed_on;  ///< Valid time: when it was the case. Required for point indicators.
    std::optional<Date> recorded_at;  ///< When it became known. Absent: known from the start.
    std::string source;
    std::optional<int> cohort;                            ///< Pupils behind the figure.
    std::optional<std::pair<Decimal, Decimal>> interval;  ///< Published confidence limits.
    std::string note;
    ExtraMembers extra{};  ///< Members a newer version wrote.

    bool missing() const { return std::holds_alternative<MissingReason>(value); }
    friend bool operator==(const Observation&, const Observation&) = default;
};

/// The date that orders observations in valid time: observed_on, else the customary end of the period.
std::optional<Date> valid_date(const Observation& observation);

/// A set of observations, ordered by school, indicator, group, valid date and recording. Immutable once built.
class Evidence {
public:
    Evidence() = default;

    /// Sorts and takes the observations. Fails with one issue for every pair that claims different values for the same cell with the same
    /// recording date, and for observations without a school, an indicator or any date to place them by. Pointers are "/observations/<position given>".
    /// `extra`: members of the document itself that this version does not know.
    static Result<Evidence> from(std::vector<Observation> observations, ExtraMembers extra = {});

    std::span<const Observation> observations() const { return observations_; }
    std::size_t size() const { return observations_.size(); }
    const ExtraMembers& extra() const { return extra_; }

    /// Ids of the schools, in order.
    std::vector<std::string> schools() const;

    /// The observations of one school, ordered by indicator, group, valid date, recording; empty when there is none.
    std::span<const Observation> of(std::string_view school) const;

    /// Both sets together; fails like from(). Where both documents have an unknown member, this one's stands.
    Result<Evidence> merged(const Evidence& other) const;

    /// The observations of `predecessor` under the name of `successor` added to this set, each with a note that names the predecessor.
    Result<Evidence> with_predecessor(std::string_view successor, std::string_view predecessor) const;

    friend bool operator==(const Evidence&, const Evidence&) = default;

private:
    std::vector<Observation> observations_;
    ExtraMembers extra_;
};

/// The two clocks of a judgement: what was the case by `valid`, as far as recorded by `known`.
struct AsOf {
    Date valid;
    Date known;
    std::optional<AcademicYear> period;  ///< Fixes the current school year of annual indicators; absent: the latest seen of each.
    ExtraMembers extra{};  ///< Members a newer version wrote.
    friend bool operator==(const AsOf&, const AsOf&) = default;
};

}  // namespace schoolimp::inline v0
