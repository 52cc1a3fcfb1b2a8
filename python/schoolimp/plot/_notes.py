"""Writing at the points of a line: each figure or day where there is room for it, and each reason where a figure is missing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._canvas import TEXT
from ._palette import GREY, PAPER, SCHOOL
from ._series import Point
from ._time import TimeAxis
from ._words import day_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["write_notes"]

_AXIS = 440  # Points along the axis of time, more or less.


def write_notes(axes: Axes, points: Sequence[Point], time: TimeAxis, heights: Sequence[float], nation: Sequence[float]) -> None:
    """Write each figure, or the day of each level, at its point where there is room, away from the national line; and each reason where a figure is missing."""
    room = _Room((time.end - time.begin) / _AXIS)
    for number, (place, point, height, national) in enumerate(zip(time.places, points, heights, nation, strict=True)):
        if math.isnan(height):
            _reason(axes, place, point.missing or "not in the scale")
            continue
        words = _words(point, time)
        above = room.above(place, words, height >= (_around(heights, number) if math.isnan(national) else national))
        if words and above is not None:
            look = {"fontsize": TEXT, "color": SCHOOL, "fontweight": "bold", "ha": "center", "va": "bottom" if above else "top"}
            axes.annotate(words, (place, height), (0, 7 if above else -7), textcoords="offset points", zorder=5, **look)  # type: ignore[arg-type]


def _words(point: Point, time: TimeAxis) -> str:
    """Return the figure; of a level or condition, which the axis names, the day."""
    if not isinstance(point.value, (str, bool)):
        return str(point.value)
    return day_of(point.on, short=True) if time.by_day and point.on is not None else ""


def _reason(axes: Axes, place: float, words: str) -> None:
    """Write upwards from the axis, on a ground that no line crosses."""
    made = axes.text(place, 0.03, words, transform=axes.get_xaxis_transform(), rotation=90, ha="center", va="bottom", fontsize=TEXT, color=GREY, parse_math=False)
    made.set_fontstyle("italic")
    made.set_zorder(4)
    made.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 1})


def _around(heights: Sequence[float], number: int) -> float:
    """Return the mean of the points on both sides: where the line comes from above, writing stands below."""
    beside = [height for height in (*heights[max(0, number - 1) : number], *heights[number + 1 : number + 2]) if not math.isnan(height)]
    return sum(beside) / len(beside) if beside else -math.inf


class _Room:
    """Keeps writing at points apart: above and below the line each has a last place."""

    def __init__(self, per_point: float) -> None:
        self._per_point = per_point
        self._taken = {True: -math.inf, False: -math.inf}

    def above(self, place: float, words: str, wished: bool) -> bool | None:
        """Say whether the words stand above their point, as wished where there is room; None when there is room on neither side."""
        half = (len(words) * TEXT * 0.36 + 2) * self._per_point
        for side in (wished, not wished):
            if place - half >= self._taken[side]:
                self._taken[side] = place + half
                return side
        return None
