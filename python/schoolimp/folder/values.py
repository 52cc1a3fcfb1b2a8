"""The values of settings and options: dates, school years, moments and texts, read strictly and named when wrong."""

from __future__ import annotations

import datetime as dt
import re

from .._json import parse_instant

__all__ = ["ValueProblem", "read_date", "read_instant", "read_period"]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = re.compile(r"(\d{4})/(\d{2})")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


class ValueProblem(ValueError):
    """A text that is not a value of its kind, with the hint how to mend it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_date(text: str) -> dt.date:
    """Return the date of ``YYYY-MM-DD``; no other form is taken, for 01/02/2026 is two days."""
    hint = "write the date as YYYY-MM-DD, for example 2025-10-06"
    if not _DATE.fullmatch(text):
        raise ValueProblem(f'"{text}" is not a date', hint)
    try:
        return dt.date.fromisoformat(text)
    except ValueError as failure:
        raise ValueProblem(f'"{text}" is not a day of the calendar', hint) from failure


def read_period(text: str) -> str:
    """Return an academic year written ``2025/26``."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ValueProblem(f'"{text}" is not a school year', "write it with its second year in two digits, for example 2025/26")
    first = int(match[1])
    if (first + 1) % 100 != int(match[2]):
        raise ValueProblem(f'"{text}" is not a school year: {first} is followed by {first + 1}', f"write {first}/{(first + 1) % 100:02d}")
    return text


def read_instant(text: str) -> dt.datetime:
    """Return a moment in UTC: ``YYYY-MM-DDTHH:MM:SSZ``, or a date for its midnight."""
    if _DATE.fullmatch(text):
        return midnight(read_date(text))
    hint = "write the moment in UTC as YYYY-MM-DDTHH:MM:SSZ, for example 2025-10-06T08:00:00Z"
    if not _INSTANT.fullmatch(text):
        raise ValueProblem(f'"{text}" is not a moment', hint)
    try:
        return parse_instant(text)
    except ValueError as failure:
        raise ValueProblem(f'"{text}" is not a moment of the calendar', hint) from failure


def midnight(day: dt.date) -> dt.datetime:
    """Return the first moment of a day in UTC."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
