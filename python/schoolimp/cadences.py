"""What people agree of a calendar: how often, on which day, and what happened that activities follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Cadence", "CadenceOverride", "KnownEvent", "Offset", "PinnedDate"]


@dataclass(frozen=True, slots=True)
class Offset:
    """A number of days, school days, weeks, months, half terms, terms or school years; negative: before.

    Attributes
    ----------
    n : int
        How many; negative for before.
    unit : str
        day, school_day, week, month, half_term, term or school_year.
    """

    n: int
    unit: str = "day"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often, in the words of framework documents.

    Attributes
    ----------
    every : str
        week, fortnight, month, half_term, term, year, once, on_event, continuous, regular or as_required; the last three give no interval.
    times : int or None
        Times in each of these, 1 to 60; None is once.
    at_least : bool
        At least this often.
    more_if_required : bool
        May be more often when required.
    position : str
        Where in the period: start, middle, end or any; empty is any.
    event : str
        With `every` on_event, the event that is followed: inspection, concern, appointment ...
    offset : Offset or None
        With `every` on_event, how long after the event; before it when negative.
    text : str
        The rate in people's words.
    """

    every: str
    times: int | None = None
    at_least: bool = False
    more_if_required: bool = False
    position: str = ""
    event: str = ""
    offset: Offset | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CadenceOverride:
    """The host's own rate for an activity, or for the reports on it to one role or body.

    Attributes
    ----------
    activity : str
        Id of the framework's activity.
    cadence : Cadence
        The rate that holds instead.
    reason : str
        Who agreed it; goes into the events' reason.
    report_to : str
        Id of a role or body, when only the reports to it have this rate; empty for the activity.
    """

    activity: str
    cadence: Cadence
    reason: str
    report_to: str = ""


@dataclass(frozen=True, slots=True)
class PinnedDate:
    """A date agreed for one event, by its id or key.

    Attributes
    ----------
    event : str
        Id or key of the event.
    first : datetime.date
        First day agreed.
    last : datetime.date or None
        Last day agreed, included; None for as many school days as the activity lasts.
    """

    event: str
    first: dt.date
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """When something happened or will: what activities "on event" follow.

    Attributes
    ----------
    event : str
        inspection, concern, appointment, assessment_results ...
    date : datetime.date
        The day.
    school : str
        Id of the school it happened at; empty for every school.
    """

    event: str
    date: dt.date
    school: str = ""
