"""The figures of one school for one indicator, in the order of their periods, with the gaps between them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ._words import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..evidence import Evidence, Observation

__all__ = ["Point", "series"]

_TERMS = ("autumn", "spring", "summer")
_NO_RECORD = "no record"


@dataclass(frozen=True, slots=True)
class Point:
    """One period: its figure, or why there is none."""

    period: str  #: Of annual and termly indicators; the day observed otherwise.
    value: int | Decimal | bool | str | None = None
    missing: str = ""
    on: dt.date | None = None
    source: str = ""


def series(evidence: Evidence, school: str, indicator: str, group: str, kind: str) -> tuple[Point, ...]:
    """Return the points in order of time. Of a cell recorded more than once the latest recording counts.

    `kind` is the indicator's ``period``: school_year, term or point. Periods between the first and the last that have no observation are points without a figure.
    """
    latest: dict[str, Observation] = {}
    for row in evidence.of(school):
        if (row.indicator, row.group) == (indicator, group):
            key = row.period or (row.observed_on.isoformat() if row.observed_on else "no date")
            known = latest.get(key)
            if known is None or (row.recorded_at or dt.date.min) >= (known.recorded_at or dt.date.min):
                latest[key] = row
    order = _every_period(latest) if kind in ("school_year", "term") else sorted(latest)
    return tuple(_point(key, latest.get(key)) for key in order)


def _point(period: str, row: Observation | None) -> Point:
    if row is None:
        return Point(period, missing=_NO_RECORD)
    reason = "" if row.value is not None else clean(row.missing.replace("_", " ")) or "missing"
    return Point(period, row.value, reason, row.observed_on, row.source)


def _every_period(periods: Iterable[str]) -> list[str]:
    """Return all school years, or terms, from the first to the last."""
    places = sorted({place for period in periods if (place := _place(period)) is not None})
    if not places:
        return []
    termly = any(" " in period for period in periods)
    if not termly:
        return [_year(year) for year in range(places[0] // 3, places[-1] // 3 + 1)]
    return [f"{_year(place // 3)} {_TERMS[place % 3]}" for place in range(places[0], places[-1] + 1)]


def _place(period: str) -> int | None:
    """Return the number of a school year or term: three to a year."""
    made = re.fullmatch(r"(\d{4})/\d\d(?: (autumn|spring|summer))?", period)
    return int(made[1]) * 3 + (_TERMS.index(made[2]) if made[2] else 0) if made else None


def _year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"
