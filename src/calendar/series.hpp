// Series: every occurrence the framework asks for, with its slot but without its date; and what has no date because none follows.
#pragma once

#include <string>
#include <vector>

#include "calendar/applicability.hpp"
#include "calendar/inputs.hpp"
#include "calendar/placement.hpp"
#include "schoolimp/calendar/document.hpp"

namespace schoolimp::inline v0::calendar_detail {

/// An event still to be placed.
struct Wanted {
    CalendarEvent event;  ///< Everything but its dates.
    PlacementRequest request;
    int activity = 0;  ///< Position of its activity in the framework.
    int series = 0;    ///< Events of one series follow each other.
    bool follows = false;  ///< A report that may go anywhere after what it reports on.
    bool placed = false;
    bool kept = false;  ///< Taken over from the previous calendar as it stood, because it is past.
};

struct Series {
    std::vector<Wanted> activities;
    std::vector<Wanted> reports;
    std::vector<std::pair<int, UndatedItem>> undated;  ///< With the position of the activity.
};

class SeriesBuilder {
public:
    SeriesBuilder(const CalendarInputs& inputs, const std::vector<SchoolInput>& schools, DayLoads& loads);
    Series build();

private:
    /// A school, or the trust as a whole, for which a series is made.
    struct Host {
        const SchoolInput* school = nullptr;  ///< Null: the trust.
        const SchoolYear* year = nullptr;
        Applies applies = Applies::kYes;
    };

    void add_activity(const Activity& activity, int index);
    std::vector<Host> hosts_of(const Activity& activity, int index);
    Applies applies_to_trust(const Activity& activity) const;
    void add_series(const Activity& activity, int index, const Cadence& cadence, const CadenceOverride* change, const Host& host);
    void follow_predecessors(const Activity& activity, const Host& host, CalendarEvent& event, PlacementRequest& request) const;
    void add_reports(const Activity& activity, int index, const std::vector<Host>& hosts);
    void add_report_series(const Activity& activity, int index, const ReportRoute& route, const std::string& suffix, const Cadence& cadence, const CadenceOverride* change,
                           const Host& host);
    std::vector<Slot> slots_for(const Cadence& cadence, const Host& host, int days, int rank, const Activity& activity, int index, const std::string& report_to);
    std::vector<Slot> slots_on_events(const Cadence& cadence, const Host& host, int days, const Activity& activity, int index, const std::string& report_to);
    std::vector<Date> known_dates(const Cadence& cadence, const Host& host) const;

    CalendarEvent common_event(const Activity& activity, const Host& host) const;
    EventParticipant participant(const std::string& who, ParticipantPart part, const Host& host) const;
    PlacementRequest request_for(const Activity& activity, const Host& host, int days);
    std::vector<int> person_keys(const std::vector<EventParticipant>& participants);
    bool is_trust_wide(const std::string& role_or_body) const;
    void undated(int index, UndatedItem item, const Host& host);
    UndatedItem undated_item(const Activity& activity, UndatedReason reason, const Cadence& cadence, std::string message) const;

    const CalendarInputs& in_;
    const std::vector<SchoolInput>& schools_;
    DayLoads& loads_;
    const SchoolYear* trust_year_;
    int next_series_ = 0;
    std::map<Every, int> ranks_;  ///< Activities seen of each cadence.
    Series series_;
};

/// Number of school days an activity lasts: 1 unless it says days or weeks.
int activity_days(const Activity& activity);

}  // namespace schoolimp::inline v0::calendar_detail
