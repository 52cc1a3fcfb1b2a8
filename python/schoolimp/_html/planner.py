"""A year planner: one small table a month, each day with a sign for what it is, and a key to the signs."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping

from .markup import Html, join, tag
from .parts import MONTHS

__all__ = ["Day", "Key", "months_between", "planner"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: Tone and sign of a day; no tone for an ordinary one.
Day = tuple[str, str]
#: Signs and what they mean.
Key = Mapping[str, str]


def months_between(first: dt.date, last: dt.date) -> list[tuple[int, int]]:
    """Return the months from the first to the last day as (year, month)."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [(place // 12, place % 12 + 1) for place in range(start, end + 1)]


def planner(months: list[tuple[int, int]], day_of: Callable[[dt.date], Day], key: Key) -> Html:
    """Return the months as tables.

    Parameters
    ----------
    months : list of (int, int)
        Year and month.
    day_of : callable
        What a day looks like.
    key : mapping
        Signs and their meaning, in the order of the key.
    """
    meaning = "; ".join(f"{sign}: {words}" for sign, words in key.items())
    return join(tag("p", f"Signs: {meaning}.", class_="si-about"), tag("div", *(_month(year, month, day_of) for year, month in months), class_="si-months"))


def _month(year: int, month: int, day_of: Callable[[dt.date], Day]) -> Html:
    head = tag("tr", *(tag("th", name[:2], scope="col", abbr=name) for name in _WEEKDAYS))
    first_weekday, length = calendar.monthrange(year, month)
    days: list[dt.date | None] = [None] * first_weekday + [dt.date(year, month, day) for day in range(1, length + 1)]
    days += [None] * (-len(days) % 7)
    weeks = (days[start : start + 7] for start in range(0, len(days), 7))
    body = (tag("tr", *(_day(day, day_of) for day in week)) for week in weeks)
    return tag("table", tag("caption", f"{MONTHS[month - 1]} {year}"), tag("thead", head), tag("tbody", *body), class_="si-table")


def _day(day: dt.date | None, day_of: Callable[[dt.date], Day]) -> Html:
    if day is None:
        return Html("<td></td>")
    tone, sign = day_of(day)
    return tag("td", f"{day.day}{sign}", class_=f"si-{tone}" if tone else None)
