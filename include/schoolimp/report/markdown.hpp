// Texts for people, as Markdown (CommonMark with tables): a judgement, the trust as a whole, a support plan, a calendar.
//
// Plain English, in UTF-8, the same bytes for the same input. Whatever comes from documents is escaped, so that no title can change the page.
// Every text starts with one heading of the first level and ends with a line end.
#pragma once

#include <optional>
#include <string>

#include "schoolimp/calendar/document.hpp"
#include "schoolimp/core/date.hpp"
#include "schoolimp/core/version.hpp"
#include "schoolimp/evidence/trust.hpp"
#include "schoolimp/framework/framework.hpp"
#include "schoolimp/judgement/judgement.hpp"
#include "schoolimp/judgement/rollup.hpp"
#include "schoolimp/plan/plan.hpp"

namespace schoolimp::inline v0 {

/// One school: what is suggested, what people decided, what is still possible; every criterion with its values, threshold and source; what is missing and matters.
/// `trust` gives the school's name; a school it does not hold is called by its id.
std::string judgement_markdown(const Framework& framework, const Judgement& judgement, const Trust& trust = {});

/// The trust: schools by level, key performance indicators, who gives and who receives support, interventions.
std::string rollup_markdown(const Framework& framework, const Rollup& rollup, const Trust& trust = {});

/// A plan: objectives with their rating, actions with owner, dates and parts, monitoring, milestones, what is to be agreed, the record and the history.
/// Objectives are rated as on `rated_on`; absent: on the latest day of the record.
std::string plan_markdown(const Framework& framework, const Plan& plan, const Trust& trust = {}, std::optional<Date> rated_on = std::nullopt);

/// A calendar: a table for each month with a row for each week, then what is to be agreed.
std::string calendar_markdown(const Calendar& calendar);

}  // namespace schoolimp::inline v0
