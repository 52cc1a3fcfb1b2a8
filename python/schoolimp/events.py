"""What a calendar is made of: dated events, what has no date yet, schools, and what changes from one calendar to the next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["CalendarChanges", "CalendarEvent", "CalendarSchool", "DateRange", "EventParticipant", "EventReport", "UndatedItem"]


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first to the last day, both included.

    Attributes
    ----------
    first : datetime.date
        First day.
    last : datetime.date
        Last day, included.
    """

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class EventParticipant:
    """A role or body that takes part, and the people who hold it.

    Attributes
    ----------
    who : str
        Id of the role or body.
    title : str
        Its title, for people.
    part : str
        What it does: initiates, leads, does, takes_part, supports, receives, observes, approves or monitors.
    people : tuple of str
        Ids of the people who hold it.
    names : tuple of str
        Their names, in the same order.
    """

    who: str
    title: str = ""
    part: str = "takes_part"
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventReport:
    """One stream of reports on an event's activity.

    Attributes
    ----------
    to : str
        Id of the role or body the report goes to.
    title : str
        Its title, for people.
    content : str
        What is reported.
    often : str
        How often in words: "termly", "3 times a year"; empty when the source gives no rate of its own.
    """

    to: str
    title: str = ""
    content: str = ""
    often: str = ""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One dated event. ``id`` stays the same when the date moves.

    Attributes
    ----------
    id : str
        UUID; stays the same when the date moves.
    key : str
        What the event is, without its date: trust, school, year, source and number, with ``/`` between.
    first : datetime.date
        First day.
    last : datetime.date
        Last day, included.
    academic_year : str
        ``"2026/27"``
    school : str
        Id of the school; empty for the trust as a whole.
    school_name : str
        Its name, or that of the trust.
    kind : str
        activity, report, action, monitoring, milestone or review.
    source : str
        Id of the framework's activity, or of the item of the plan.
    type : str
        Word for categories and filters: the activity's kind (review, visit ...), report, or the kind of the plan's item.
    title : str
        For people.
    text : str
        Further words of the framework or plan.
    ordinal : int
        Which of the year's it is, from 1.
    of : int
        How many there are in the year.
    participants : tuple of EventParticipant
        Roles and bodies that take part, and who holds them.
    outputs : tuple of str
        What is to come of it.
    reports : tuple of EventReport
        Streams of reports on the activity.
    report_to : str
        Of a report: id of the role or body it goes to.
    covers : tuple of str
        Of a report: ids of the events it reports on.
    refs : tuple of str
        Ids of the facts of the framework's source.
    reason : str
        Why this date.
    adjustment : str
        What moved it from the day an even spread would give.
    status : str
        confirmed, tentative or cancelled.
    pinned : bool
        Whether people agreed the date.
    sequence : int
        Raised whenever date, place or status changes; from 0.
    last_modified : datetime.datetime or None
        When it last changed, in UTC, by the stamps callers gave.
    moved_from : DateRange or None
        The days before the last move.
    """

    id: str
    key: str
    first: dt.date
    last: dt.date
    academic_year: str = ""
    school: str = ""
    school_name: str = ""
    kind: str = "activity"
    source: str = ""
    type: str = ""
    title: str = ""
    text: str = ""
    ordinal: int = 1
    of: int = 1
    participants: tuple[EventParticipant, ...] = ()
    outputs: tuple[str, ...] = ()
    reports: tuple[EventReport, ...] = ()
    report_to: str = ""
    covers: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    reason: str = ""
    adjustment: str = ""
    status: str = "confirmed"
    pinned: bool = False
    sequence: int = 0
    last_modified: dt.datetime | None = None
    moved_from: DateRange | None = None


@dataclass(frozen=True, slots=True)
class UndatedItem:
    """Something the framework wants for which no date follows from what is known.

    Attributes
    ----------
    source : str
        Id of the framework's activity; ``school_year`` with the reason no_school_year.
    schools : tuple of str
        Ids of the schools; empty for the trust as a whole.
    title : str
        For people.
    report_to : str
        Of reports: id of the role or body they go to.
    ordinal : int
        With the reason nothing_fits, which of the year's it is; else 0.
    reason : str
        no_interval, event_not_known, optional, level_not_known, condition_not_known, no_school_year or nothing_fits.
    words : str
        How often, in the words of the framework.
    message : str
        Why there is no date, in a sentence.
    relaxation : str
        With the reason nothing_fits, the nearest day that would do and what stands in its way; else empty.
    refs : tuple of str
        Ids of the facts of the framework's source.
    """

    source: str
    schools: tuple[str, ...] = ()
    title: str = ""
    report_to: str = ""
    ordinal: int = 0
    reason: str = "no_interval"
    words: str = ""
    message: str = ""
    relaxation: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarSchool:
    """A school of the calendar and the school year used for it.

    Attributes
    ----------
    id : str
        Id of the school.
    name : str
        Its name, for people.
    school_year : str
        Id of the school year used for it.
    """

    id: str
    name: str = ""
    school_year: str = ""


@dataclass(frozen=True, slots=True)
class CalendarChanges:
    """What a new calendar changes in an earlier one: event ids.

    Attributes
    ----------
    added : tuple of str
        Ids of events that are new.
    moved : tuple of str
        Ids of events on other days.
    cancelled : tuple of str
        Ids of events that are now cancelled.
    changed : tuple of str
        Ids of events that differ in something else.
    removed : tuple of str
        Ids of events that are no longer there.
    unchanged : int
        Number of events that are as they were.
    summary : str
        The same in one sentence.
    """

    added: tuple[str, ...]
    moved: tuple[str, ...]
    cancelled: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    summary: str
