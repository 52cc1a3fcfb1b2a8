// The inputs of a calendar, checked and joined: each school with its year and its judgement.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schoolimp/calendar/calendar.hpp"

namespace schoolimp::inline v0::calendar_detail {

struct CalendarInputs {
    const FrameworkDocument& document;
    std::string hash;
    const Trust& trust;
    std::span<const SchoolYear> years;
    std::span<const Judgement> judgements;
    std::span<const PlannedItem> planned;
    const Calendar* previous;  ///< May be null.
    const CalendarOptions& options;
};

struct SchoolInput {
    const School* school = nullptr;
    int order = 0;  ///< Position in the trust.
    const SchoolYear* year = nullptr;     ///< Null: none.
    const Judgement* judgement = nullptr; ///< Null: none given.
};

/// Everything wrong with the inputs (errors), and what is odd about them (warnings).
std::vector<Issue> check_inputs(const CalendarInputs& inputs);

/// The schools with what belongs to them. Adds a warning for each school without a school year.
std::vector<SchoolInput> join_schools(const CalendarInputs& inputs, std::vector<Issue>& warnings);

/// The school year of trust-wide activities; null when there is none.
const SchoolYear* trust_year(const CalendarInputs& inputs);

/// From the first to the last day of all school years.
DateRange all_days(std::span<const SchoolYear> years);

const Activity* find_activity(const FrameworkDocument& document, std::string_view id);
/// Title of a role or body; the id itself when there is none.
std::string title_of(const FrameworkDocument& document, std::string_view role_or_body);
/// The host's rate, else null.
const CadenceOverride* find_override(const CalendarOptions& options, std::string_view activity, std::string_view report_to);

}  // namespace schoolimp::inline v0::calendar_detail
