"""A calendar: a planner of the months with events, the events as a list, and what has no date yet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from .badges import status
from .issues import issue_lines
from .markup import Html, join, tag
from .parts import count, fold, heading, period, table
from .planner import Day, months_between, planner
from .style import fragment

if TYPE_CHECKING:
    from ..calendar import Calendar, CalendarEvent

__all__ = ["calendar_html"]

_MONTHS_SHOWN = 12
#: Longer events are on the planner with their first and their last day only.
_LONGEST_RUN = 31
_KEY = {"\u2022": "one event on the day", "\u20222": "two, and so on", "no sign": "no event; holidays are shown by the school year"}


def calendar_html(calendar: Calendar) -> str:
    """Return a calendar as an HTML fragment."""
    members = calendar._members()
    name = members.get("trust_name") or members["trust"]
    framework = f"{members.get('framework_title') or members['framework_id']} {members['framework_edition']}"
    about = f"{framework}; {count(len(calendar), 'event')}, {count(len(calendar.schools), 'school')}"
    return fragment(
        f"Improvement calendar of {name}",
        heading(f"Improvement calendar of {name}", about),
        tag("p", calendar.changes.summary) if calendar.changes is not None else "",
        fold(f"Warnings ({len(calendar.issues)})", issue_lines(calendar.issues, "calendar.issues")),
        _year(calendar),
        _events(calendar),
        _to_be_agreed(calendar),
    )


def _standing(calendar: Calendar) -> list[CalendarEvent]:
    return [event for event in calendar.events if event.status != "cancelled"]


def _year(calendar: Calendar) -> Html:
    events = _standing(calendar)
    if not events:
        return Html("")
    per_day = Counter(day for event in events for day in _days(event))
    months = months_between(min(per_day), max(per_day))
    left_out = len(months) - _MONTHS_SHOWN
    more = tag("p", f"and {count(left_out, 'month')} more; all events: ", tag("code", "calendar.events"), class_="si-more") if left_out > 0 else ""
    return fold("Year planner", planner(months[:_MONTHS_SHOWN], lambda day: _day(per_day[day]), _KEY), more, open=True)


def _days(event: CalendarEvent) -> list[dt.date]:
    length = (event.last - event.first).days + 1
    return [event.first + dt.timedelta(days=place) for place in range(length)] if length <= _LONGEST_RUN else [event.first, event.last]


def _day(events: int) -> Day:
    return ("good", "\u2022" if events == 1 else f"\u2022{events}") if events else ("", "")


def _events(calendar: Calendar) -> Html:
    rows = [
        (
            period(event.first, event.last),
            event.school_name or event.school or "the trust",
            _title(event),
            event.type.replace("_", " ") or event.kind,
            status(event.status),
        )
        for event in calendar.events
    ]
    made = table("Events", ["When", "Where", "Event", "Kind", "Status"], rows, see="calendar.events") if rows else ""
    return fold(f"Events ({len(rows):,})", made)


def _title(event: CalendarEvent) -> str:
    return f"{event.title} ({event.ordinal} of {event.of})" if event.of > 1 else event.title


def _to_be_agreed(calendar: Calendar) -> Html:
    names = {school.id: school.name or school.id for school in calendar.schools}
    rows = [
        (item.title or item.source, ", ".join(names.get(id, id) for id in item.schools) or "the trust", join(item.message or item.reason.replace("_", " ")))
        for item in calendar.to_be_agreed
    ]
    made = table("Without a date until people agree one", ["What", "Where", "Why"], rows, see="calendar.to_be_agreed", most=50, budget=30_000) if rows else ""
    return fold(f"To be agreed ({len(rows):,})", made)
