"""The improvement calendar: a framework's activities and reports, and plans' dates, placed on each school's own year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from . import _core, _json
from ._checks import flag, text, whole_number
from ._document import Document, handle_of, handles_of, optional_handle
from .cadences import Cadence, CadenceOverride, KnownEvent, Offset, PinnedDate
from .errors import InvalidDocumentError, Issue
from .events import CalendarChanges, CalendarEvent, CalendarSchool, DateRange, EventParticipant, EventReport, UndatedItem
from .frameworks import Framework
from .judgement import Judgement
from .plan import Plan
from .schoolyear import SchoolYear
from .trust import Trust

__all__ = [
    "Cadence",
    "CadenceOverride",
    "Calendar",
    "CalendarChanges",
    "CalendarEvent",
    "CalendarSchool",
    "DateRange",
    "EventParticipant",
    "EventReport",
    "KnownEvent",
    "Offset",
    "PinnedDate",
    "UndatedItem",
    "compare_calendars",
    "make_calendar",
    "write_icalendar",
]


class Calendar(Document):
    """An improvement calendar. Schema ``schoolimp/calendar/1``; ``len()`` is the number of events. Made by :func:`make_calendar`; the same inputs give the same bytes."""

    __slots__ = ("_changes",)
    _core_class = _core.Calendar
    _changes: CalendarChanges | None

    @property
    def changes(self) -> CalendarChanges | None:
        """What it changes in the earlier calendar it was made from; None when there was none. Not part of the document: it does not travel with JSON or pickles."""
        return getattr(self, "_changes", None)

    @property
    def stamp(self) -> dt.datetime:
        """When it was made, as the caller said, in UTC."""
        return _json.parse_instant(self._members()["stamp"])

    @property
    def schools(self) -> tuple[CalendarSchool, ...]:
        """The schools and their school years."""
        return self._views("schools", CalendarSchool)

    @property
    def events(self) -> tuple[CalendarEvent, ...]:
        """Events by first day, then key."""
        return self._views("events", CalendarEvent)

    @property
    def to_be_agreed(self) -> tuple[UndatedItem, ...]:
        """What has no date until people agree one."""
        return self._views("to_be_agreed", UndatedItem)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Warnings: schools without a school year, agreed dates on closed days ..."""
        return self._views("issues", Issue)

    def find_event(self, id: str) -> CalendarEvent | None:
        """Return an event by its id.

        Parameters
        ----------
        id : str
            Id of the event.

        Returns
        -------
        CalendarEvent or None
            None when there is no such event.
        """
        return next((event for event in self.events if event.id == id), None)

    def __len__(self) -> int:
        return len(self._members().get("events", ()))

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.calendar import calendar_html

        return calendar_html(self)

    def _summary(self) -> str:
        return f"{self._members()['trust']} events={len(self)} to_be_agreed={len(self.to_be_agreed)}"


def make_calendar(
    framework: Framework,
    *,
    trust: Trust,
    school_years: Iterable[SchoolYear],
    judgements: Iterable[Judgement],
    plans: Iterable[Plan] = (),
    previous: Calendar | None = None,
    from_date: dt.date,
    stamp: dt.datetime,
    trust_school_year: str = "",
    include: Iterable[str] = (),
    cadences: Iterable[CadenceOverride] = (),
    pins: Iterable[PinnedDate] = (),
    unpin: Iterable[str] = (),
    known_events: Iterable[KnownEvent] = (),
    keep_published: bool = True,
) -> Calendar:
    """Place every activity and report that has an interval, and the dates of plans, for every school on its own year.

    Parameters
    ----------
    framework : Framework
        The model whose activities are placed.
    trust : Trust
        Its schools, people and the school year each school names.
    school_years : iterable of SchoolYear
        The years the schools keep; a school that names none keeps the only one there is.
    judgements : iterable of Judgement
        The levels in force decide which activities a school has.
    plans : iterable of Plan, optional
        Their actions, visits, milestones and reviews become events.
    previous : Calendar, optional
        The calendar published so far: keeps ids, sequence numbers, agreed dates and the past; ``changes`` of the result compares with it.
    from_date : datetime.date
        Nothing before this day is placed, moved or cancelled.
    stamp : datetime.datetime
        The moment of making, with a time zone; no clock is read.
    trust_school_year : str, optional
        Id of the school year of trust-wide activities; the first one given when empty.
    include : iterable of str, optional
        Ids of optional activities to place.
    cadences : iterable of CadenceOverride, optional
        Rates the trust agreed where the framework gives none, or instead of it.
    pins, unpin : iterable of PinnedDate, iterable of str, optional
        Dates agreed for events, and events whose agreed date no longer holds.
    known_events : iterable of KnownEvent, optional
        Inspections and other moments that activities follow.
    keep_published : bool
        A date of `previous` that is still possible stays.

    Returns
    -------
    Calendar
        The same inputs give the same bytes.

    Raises
    ------
    ValueError
        When `stamp` has no time zone.
    InvalidDocumentError
        When school years, cadences, pins or plans name what does not exist, or two pins give one event different dates; all of it in ``issues``.
    TypeError
        When a date is not a ``datetime.date``, or another argument has a wrong type.

    See Also
    --------
    write_icalendar : the calendar as a feed to subscribe to.
    compare_calendars : what changes from one calendar to another.
    """
    agreed = list(pins)
    options = (
        _json.seconds(stamp),
        _json.days(from_date, "from_date"),
        text(trust_school_year, "trust_school_year"),
        [text(activity, "include") for activity in include],
        [_override(item) for item in cadences],
        [(text(pin.event, "pin.event"), _json.days(pin.first, "pin.first"), _json.optional_days(pin.last, "pin.last")) for pin in agreed],
        [text(event, "unpin") for event in unpin],
        [
            (text(item.school, "known_event.school"), text(item.event, "known_event.event"), _json.days(item.date, "known_event.date"))
            for item in known_events
        ],
        flag(keep_published, "keep_published"),
    )
    handle = _core.make_calendar(
        handle_of(framework, Framework, "framework"),
        handle_of(trust, Trust, "trust"),
        handles_of(school_years, SchoolYear, "school_years"),
        handles_of(judgements, Judgement, "judgements"),
        handles_of(plans, Plan, "plans"),
        optional_handle(previous, Calendar, "previous"),
        options,
    )
    calendar = Calendar._wrap(handle)
    if len(agreed) > 1:
        _refuse_contradictions(agreed, {event.key: event.id for event in calendar.events})
    if previous is not None:
        object.__setattr__(calendar, "_changes", compare_calendars(previous, calendar))
    return calendar


def compare_calendars(before: Calendar, after: Calendar) -> CalendarChanges:
    """Return what one calendar changes in another.

    Parameters
    ----------
    before : Calendar
        The earlier one.
    after : Calendar
        The later one.

    Returns
    -------
    CalendarChanges
        Ids of events, and one sentence.

    Raises
    ------
    TypeError
        When one is no Calendar.
    """
    added, moved, cancelled, changed, removed, unchanged, summary = _core.compare_calendars(
        handle_of(before, Calendar, "before"), handle_of(after, Calendar, "after")
    )
    return CalendarChanges(tuple(added), tuple(moved), tuple(cancelled), tuple(changed), tuple(removed), unchanged, summary)


def write_icalendar(
    calendar: Calendar,
    *,
    name: str = "",
    description: str = "",
    school: str = "",
    trust_wide: bool = True,
    participant: str = "",
    type: str = "",
    include_cancelled: bool = True,
    alarm_days_before: int | None = None,
    colour: str = "",
    source_url: str = "",
    event_url: str = "",
    refresh_hours: int = 4,
) -> bytes:
    """Return the calendar as iCalendar (RFC 5545, RFC 7986): identical bytes for identical input.

    Parameters
    ----------
    calendar : Calendar
        The events to write.
    name, description : str, optional
        Shown by calendar programs; the name is made from the trust's name and the filters when empty.
    school : str, optional
        Only this school's events; all events when empty.
    trust_wide : bool
        With `school`: also the events of the trust as a whole.
    participant : str, optional
        Only events in which this role, body or person (by id) takes part or receives the report.
    type : str, optional
        Only events of this type: ``review``, ``visit``, ``report`` ...
    include_cancelled : bool
        Cancelled events tell subscribers to take them away.
    alarm_days_before : int, optional
        A reminder at 09:00 this many days before.
    colour : str, optional
        CSS colour name.
    source_url, event_url : str, optional
        Where the feed is served; the link of each event is `event_url` followed by its id.
    refresh_hours : int
        How often subscribers are asked to look again, in hours.

    Returns
    -------
    bytes
        Text in UTF-8, lines ended by CR and LF: the content of an ``.ics`` file.

    Raises
    ------
    TypeError
        When an option is of another type.
    InvalidDocumentError, OutOfRangeError
        When a filter names a school the calendar does not have, or an option is not acceptable.
    """
    options = (
        text(name, "name"),
        text(description, "description"),
        text(school, "school"),
        flag(trust_wide, "trust_wide"),
        text(participant, "participant"),
        text(type, "type"),
        flag(include_cancelled, "include_cancelled"),
        None if alarm_days_before is None else whole_number(alarm_days_before, "alarm_days_before"),
        text(colour, "colour"),
        text(source_url, "source_url"),
        text(event_url, "event_url"),
        whole_number(refresh_hours, "refresh_hours"),
    )
    return bytes(_core.write_icalendar(handle_of(calendar, Calendar, "calendar"), options))


def _override(item: CadenceOverride) -> tuple[Any, ...]:
    cadence = item.cadence
    offset = None if cadence.offset is None else (whole_number(cadence.offset.n, "cadence.offset.n"), text(cadence.offset.unit, "cadence.offset.unit"))
    words = (
        text(cadence.every, "cadence.every"),
        None if cadence.times is None else whole_number(cadence.times, "cadence.times"),
        flag(cadence.at_least, "cadence.at_least"),
        flag(cadence.more_if_required, "cadence.more_if_required"),
        text(cadence.position, "cadence.position"),
        text(cadence.event, "cadence.event"),
        offset,
        text(cadence.text, "cadence.text"),
    )
    return text(item.activity, "cadence.activity"), text(item.report_to, "cadence.report_to"), words, text(item.reason, "cadence.reason")


def _refuse_contradictions(pins: list[PinnedDate], ids: dict[str, str]) -> None:
    """Two dates agreed for one event: which of them holds is for people to say."""
    first: dict[str, PinnedDate] = {}
    issues = []
    for position, pin in enumerate(pins):
        other = first.setdefault(ids.get(pin.event, pin.event), pin)
        if (other.first, other.last) != (pin.first, pin.last):
            whose = f"'{pin.event}'" if pin.event == other.event else f"'{pin.event}', which is '{other.event}',"
            message = f"{whose} is agreed for {_days(other)} and for {_days(pin)}"
            issues.append(Issue(f"/options/pins/{position}", "contradiction", message, "keep the one that holds"))
    if issues:
        raise InvalidDocumentError(f"calendar options: {len(issues)} problem{'s' if len(issues) > 1 else ''}; first: {issues[0]}", issues)


def _days(pin: PinnedDate) -> str:
    return str(pin.first) if pin.last is None else f"{pin.first} to {pin.last}"
