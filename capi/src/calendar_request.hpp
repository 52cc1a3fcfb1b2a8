// What a calendar is made of, collected call by call.
#pragma once

#include <vector>

#include "handle.hpp"
#include "schoolimp/calendar/calendar.hpp"

namespace schoolimp::c {

struct CalendarRequest {
    CalendarOptions options;
    std::vector<SchoolYear> school_years;
    std::vector<Judgement> judgements;
    std::vector<PlannedItem> planned;
};

}  // namespace schoolimp::c

struct schoolimp_calendar_request : schoolimp::c::Handle<schoolimp::c::CalendarRequest, 20> {
    using Handle::Handle;
};
