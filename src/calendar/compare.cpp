#include <map>
#include <string_view>

#include "schoolimp/calendar/calendar.hpp"

namespace schoolimp::inline v0 {

namespace {

std::string count_words(std::size_t n, std::string_view word) { return (n == 0 ? std::string("none") : std::to_string(n)) + ' ' + std::string(word); }

}  // namespace

CalendarChanges compare_calendars(const Calendar& before, const Calendar& after) {
    std::map<std::string_view, const CalendarEvent*> earlier;
    for (const CalendarEvent& event : before.events) earlier.emplace(event.id, &event);
    CalendarChanges changes;
    for (const CalendarEvent& event : after.events) {
        const auto found = earlier.find(event.id);
        const CalendarEvent* old = found == earlier.end() ? nullptr : found->second;
        if (old != nullptr) earlier.erase(found);
        if (old == nullptr)
            changes.added.push_back(event.id);
        else if (event.status == EventStatus::kCancelled && old->status != EventStatus::kCancelled)
            changes.cancelled.push_back(event.id);
        else if (event.status != EventStatus::kCancelled && old->status == EventStatus::kCancelled)
            changes.added.push_back(event.id);
        else if (event.range() != old->range())
            changes.moved.push_back(event.id);
        else if (event == *old)
            ++changes.unchanged;
        else
            changes.changed.push_back(event.id);
    }
    for (const CalendarEvent& event : before.events)
        if (earlier.contains(event.id)) changes.removed.push_back(event.id);
    changes.summary = count_words(changes.added.size(), "added") + ", " + count_words(changes.moved.size(), "moved") + ", " + count_words(changes.cancelled.size(), "cancelled") + ", " +
                      count_words(changes.changed.size(), "reworded") + ", " + std::to_string(changes.unchanged) + " unchanged";
    if (!changes.removed.empty()) changes.summary += ", " + std::to_string(changes.removed.size()) + " cancelled ones of a past year dropped";
    return changes;
}

}  // namespace schoolimp::inline v0
