// Making a calendar from checked parts.
#pragma once

#include "calendar/inputs.hpp"

namespace schoolimp::inline v0::calendar_detail {

/// As make_calendar, from the document itself.
Result<Calendar> make_calendar_from(const CalendarInputs& inputs);

}  // namespace schoolimp::inline v0::calendar_detail
