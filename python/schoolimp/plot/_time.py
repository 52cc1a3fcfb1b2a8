"""The axis of time of a figure: periods side by side, or days at their distance."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from ._series import Point
from ._words import MONTHS

__all__ = ["TimeAxis", "time_axis"]

_WRITING = 80  # Characters that stand side by side.
_MOST_LABELS = 30  # Turned labels that stand side by side.


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where points stand, and what is written below them."""

    places: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    begin: float
    end: float
    turned: bool = False
    by_day: bool = False

    @property
    def under(self) -> float:
        """Points that the writing needs."""
        longest = max((max(map(len, words.split("\n"))) for _, words in self.ticks), default=0)
        lines = max((words.count("\n") + 1 for _, words in self.ticks), default=1)
        return 8 + 3.9 * longest if self.turned else 6 + 10.5 * lines


def time_axis(points: Sequence[Point]) -> TimeAxis:
    """Return the axis for points of periods, or of days when each has one."""
    days = [point.on for point in points]
    found = [day for day in days if day is not None]
    return _by_day(found) if len(found) == len(points) and all(day.isoformat() == point.period for day, point in zip(found, points, strict=True)) else _by_period(points)


def _by_period(points: Sequence[Point]) -> TimeAxis:
    """Every period has a step of its own; labels turn when they have little room, and are left out in between when they have none."""
    step = math.ceil(len(points) / _MOST_LABELS)
    ticks = tuple((float(place), point.period) for place, point in enumerate(points) if place % step == 0)
    turned = len(points) * max(len(point.period) for point in points) > _WRITING
    return TimeAxis(tuple(map(float, range(len(points)))), ticks, -0.5, len(points) - 0.5, turned)


def _by_day(days: Sequence[dt.date]) -> TimeAxis:
    """Days stand at their distance; below are years, or months when there are few."""
    first, last = min(days), max(days)
    margin = max(30.0, (last - first).days * 0.11)
    begin, end = first.toordinal() - margin, last.toordinal() + margin
    return TimeAxis(tuple(float(day.toordinal()) for day in days), _ticks(begin, end), begin, end, by_day=True)


def _ticks(begin: float, end: float) -> tuple[tuple[float, str], ...]:
    """Return the starts of years, of every second and further when there are many; of quarters when fewer than two years begin."""
    first, last = dt.date.fromordinal(math.ceil(begin)), dt.date.fromordinal(math.floor(end))
    years = [year for year in range(first.year + (first > dt.date(first.year, 1, 1)), last.year + 1)]
    if len(years) >= 3:
        kept = [year for year in years if (year - years[0]) % math.ceil(len(years) / 12) == 0]
        return tuple((float(dt.date(year, 1, 1).toordinal()), str(year)) for year in kept)
    step = 1 if (last - first).days <= 150 else 3
    months = [dt.date(place // 12, place % 12 + 1, 1) for place in range(first.year * 12 + first.month - 1, last.year * 12 + last.month) if place % step == 0]
    return tuple((float(day.toordinal()), f"{MONTHS[day.month - 1][:3]}\n{day.year}") for day in months if begin <= day.toordinal() <= end)
