#include "plan/cadence_words.hpp"

#include <cstdlib>

#include "schoolimp/schoolyear/words.hpp"

namespace schoolimp::inline v0::cadence_detail {

namespace {

std::string_view once_per(Every every) {
    switch (every) {
        case Every::kWeek: return "weekly";
        case Every::kFortnight: return "fortnightly";
        case Every::kMonth: return "monthly";
        case Every::kHalfTerm: return "half-termly";
        case Every::kTerm: return "termly";
        case Every::kYear: return "once a year";
        case Every::kOnce: return "once";
        case Every::kOnEvent: return "on an event";
        case Every::kContinuous: return "continuously";
        case Every::kRegular: return "regularly";
        case Every::kAsRequired: return "as required";
    }
    return "";
}

std::string_view period_word(Every every) {
    switch (every) {
        case Every::kWeek: return "week";
        case Every::kFortnight: return "fortnight";
        case Every::kMonth: return "month";
        case Every::kHalfTerm: return "half term";
        case Every::kTerm: return "term";
        default: return "year";
    }
}

std::string on_event_words(const Cadence& cadence) {
    if (!cadence.event) return "on an event the framework does not name";
    std::string text = cadence.offset ? offset_words(*cadence.offset) : cadence.event == EventKind::kBeforeJoining ? std::string("before") : std::string("on");
    return text + ' ' + std::string(event_words(*cadence.event));
}

bool has_interval_words(Every every) { return every <= Every::kYear; }

}  // namespace

std::string_view unit_word(TimeUnit unit) {
    constexpr std::string_view kWords[] = {"day", "school day", "week", "month", "half term", "term", "school year"};
    return kWords[static_cast<std::size_t>(unit)];
}

std::string_view event_words(EventKind event) {
    switch (event) {
        case EventKind::kJoining:
        case EventKind::kBeforeJoining: return "joining the trust";
        case EventKind::kPlanStart: return "the start of the support plan";
        case EventKind::kPlanEnd: return "the end of the support plan";
        case EventKind::kInspection: return "an inspection";
        case EventKind::kConcern: return "a concern";
        case EventKind::kAppointment: return "an appointment";
        case EventKind::kAssessmentResults: return "assessment results";
        case EventKind::kPlanning: return "planning";
    }
    return "an event";
}

std::string offset_words(const Offset& offset) {
    if (offset.n == 0) return "on";
    return counted(std::abs(offset.n), unit_word(offset.unit)) + (offset.n < 0 ? " before" : " after");
}

std::string cadence_words(const Cadence& cadence) {
    std::string text;
    if (cadence.every == Every::kOnEvent) {
        text = on_event_words(cadence);
    } else if (cadence.times.value_or(1) > 1 && has_interval_words(cadence.every)) {
        text = (*cadence.times == 2 ? std::string("twice") : std::to_string(*cadence.times) + " times") + " a " + std::string(period_word(cadence.every));
    } else {
        text = once_per(cadence.every);
    }
    if (cadence.at_least) text = "at least " + text;
    return text;
}

}  // namespace schoolimp::inline v0::cadence_detail
