#include "schoolimp/calendar/calendar.hpp"

#include "calendar/maker.hpp"

namespace schoolimp::inline v0 {

Result<Calendar> make_calendar(const Framework& framework, const Trust& trust, std::span<const SchoolYear> school_years, std::span<const Judgement> judgements,
                               std::span<const PlannedItem> planned, const Calendar* previous, const CalendarOptions& options) {
    return calendar_detail::make_calendar_from({framework.document(), framework.hash(), trust, school_years, judgements, planned, previous, options});
}

}  // namespace schoolimp::inline v0
