"""A school's figure over the years, against the national figure and the framework's thresholds."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import FailedPreconditionError, Issue
from ..evidence import Benchmark, Benchmarks, Evidence
from ..trust import Trust
from ._canvas import TEXT, canvas, describe, entitle, foot, frame, inks, say
from ._notes import write_notes
from ._palette import LINE, NATIONAL, SCHOOL, THRESHOLD
from ._series import Point, series
from ._sources import sources_line
from ._thresholds import Threshold, thresholds_for
from ._time import TimeAxis, time_axis
from ._words import clean, counted, did_you_mean, listed, name_of, shorten, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..frameworks import Framework

__all__ = ["indicator"]

_DASHES = ((0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1, 2)), (0, (1, 1)), (0, (8, 2, 2, 2, 2, 2)))
_UNITS = {"percent": "%", "percentage_points": "percentage points"}


def indicator(
    evidence: Evidence,
    framework: Framework,
    school: str,
    indicator: str,
    *,
    group: str = "",
    benchmarks: Benchmarks | None = None,
    phase: str | None = None,
    names: Trust | Mapping[str, str] | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> tuple[Figure, Axes]:
    """Draw a school's figure over its periods, with the national figure and the thresholds of the framework's criteria.

    Levels and conditions are drawn as steps: each holds until the next. What is observed on days stands at its day, to scale. The line is broken where a figure
    is missing, and the reason stands there; a period nobody recorded says "no record". Thresholds are those that a criterion states as a plain comparison with a figure, a level or the national figure, alone or as a part; each stands in the legend with its criterion. What criteria
    reckon in another way is not drawn. Of figures recorded more than once the latest recording is drawn.

    Parameters
    ----------
    evidence : Evidence
        Has the school's figures, in the unit of the indicator.
    framework : Framework
        Describes the indicator, and has the criteria.
    school : str
        Id of the school.
    indicator : str
        Id of an indicator of numbers, levels or conditions.
    group : str, optional
        Member of the indicator's dimension, ``"maths"``; the whole school when empty.
    benchmarks : Benchmarks, optional
        National figures; those that come with the library when absent.
    phase : str, optional
        Phase whose national figures are meant; that of the school when `names` is a trust, else the figure for all.
    names : Trust or mapping of str to str, optional
        Names of schools.
    title : str, optional
        Title; the indicator and the school when absent.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure when absent.

    Returns
    -------
    (matplotlib.figure.Figure, matplotlib.axes.Axes)
        ``axes.get_label()``, and that of a new figure, describes the picture in words and lists the thresholds drawn.

    Raises
    ------
    KeyError
        When the framework has no such indicator.
    FailedPreconditionError
        When its values are texts or dates, which no axis holds.
    ImportError
        When matplotlib is not installed.

    Examples
    --------
    >>> import schoolimp as si
    >>> from schoolimp import plot
    >>> framework = si.framework("pvat")
    >>> evidence = si.Evidence.from_observations([{"school": "100001", "indicator": "ks2.rwm_expected", "period": "2024/25", "value": 48}])
    >>> figure, axes = plot.indicator(evidence, framework, "100001", "ks2.rwm_expected")
    >>> axes.get_ylabel()
    '%, higher is better'
    """
    about = _indicator(framework, indicator)
    points = series(evidence, school, indicator, group, about["period"])
    figures = Benchmarks.builtin() if benchmarks is None else benchmarks
    national = _national(figures, points, indicator, group, _phase(school, phase, names)) if about["type"] == "number" else [None] * len(points)
    thresholds = thresholds_for(framework, indicator, group)
    figure, axes = canvas(7.5, 4.6 + 0.17 * len(thresholds), ax)
    entitle(axes, title or _title(about, group, name_of(school, names)))
    if not points:
        words = f"No observation of {clean(about['title'])} for {clean(name_of(school, names))}"
        say(axes, wrap(words, 60))
    else:
        drawn = _draw(axes, framework, about, points, national, thresholds)
        words = _described(about, name_of(school, names), points, national, drawn)
    describe(figure, axes, words, own=ax is None)
    return figure, axes


def _indicator(framework: Framework, id: str) -> dict[str, Any]:
    found = framework.find_indicator(id)
    if found is None:
        known = [item["id"] for item in framework.to_dict().get("indicators", ())]
        raise KeyError(f"no indicator {id!r} in framework {framework.id}{did_you_mean(id, known)}")
    if found["type"] not in ("number", "level", "boolean"):
        message = f"indicator {id!r} has values of the type {found['type']}, which no axis holds"
        raise FailedPreconditionError(message, [Issue("/indicator", "not_drawable", message, "choose an indicator of numbers, levels or conditions")])
    return found


def _phase(school: str, phase: str | None, names: Trust | Mapping[str, str] | None) -> str:
    if phase is not None or not isinstance(names, Trust):
        return phase or "all"
    found = names.find_school(school)
    return (found.phase if found else "") or "all"


def _national(figures: Benchmarks, points: Sequence[Point], indicator: str, group: str, phase: str) -> list[Benchmark | None]:
    lines = {(line.period, line.phase): line for line in figures.lines if (line.indicator, line.group) == (indicator, group)}
    return [lines.get((point.period, phase)) or lines.get((point.period, "all")) for point in points]


def _title(about: dict[str, Any], group: str, name: str) -> str:
    return wrap(f"{about['title']}{f' ({group})' if group else ''}", 72) + "\n" + shorten(name, 72)


def _draw(
    axes: Axes, framework: Framework, about: dict[str, Any], points: Sequence[Point], national: Sequence[Benchmark | None], thresholds: Sequence[Threshold]
) -> list[Threshold]:
    """Draw the school, the nation and the thresholds; return the thresholds drawn."""
    levels = _levels(framework, about)
    heights = [_height(point.value, levels) for point in points]
    time = time_axis(points)
    places = time.places
    look: dict[str, Any] = {"color": SCHOOL, "marker": "o", "markersize": 6, "linewidth": 2, "drawstyle": "steps-post" if levels else "default", "zorder": 4}
    handles: list[Any] = list(axes.plot(places, heights, label="this school", **look))
    nation = [math.nan if line is None else float(line.value) for line in national]
    drawn: list[Threshold] = []
    phases = sorted({"all phases" if line.phase == "all" else line.phase.replace("_", " ") for line in national if line is not None})
    if phases:
        drawn += [item for item in thresholds if item.from_national and not item.bound]  # The national figure is the threshold itself.
        label = wrap("; ".join([f"national ({listed(phases)})", *map(_said, drawn)]), 100, 6)
        handles += axes.plot(places, nation, color=NATIONAL, marker="s", markersize=4.5, linewidth=1.5, label=label, zorder=3)
    for alike in _alike(thresholds):
        line = _threshold_line(alike[0], nation, levels)
        if line is not None:
            said = "; ".join(map(_said, alike))
            x, y = ([time.begin, time.end], line * 2) if len(line) == 1 else (list(places), line)
            handles += axes.plot(x, y, color=THRESHOLD, linewidth=1.1, linestyle=_DASHES[len(handles) % len(_DASHES)], label=wrap(said, 100, 4), zorder=2)
            drawn += alike
    _scale(axes, about, levels, time)
    write_notes(axes, points, time, heights, nation)
    sources = [sources_line("Figures", (point.source for point in points)), sources_line("National", (line.source for line in national if line is not None))]
    foot(axes, handles, [line for line in sources if line], under=time.under, width=88)
    return drawn


def _said(threshold: Threshold) -> str:
    return f"{threshold.words}: {shorten(threshold.title, 70)}{' (part of it)' if threshold.part else ''}"


def _alike(thresholds: Sequence[Threshold]) -> list[list[Threshold]]:
    """Put the thresholds on the same line together."""
    lines: dict[tuple[object, ...], list[Threshold]] = {}
    for item in thresholds:
        lines.setdefault((item.bound, item.from_national, item.level), []).append(item)
    return list(lines.values())


def _levels(framework: Framework, about: dict[str, Any]) -> list[tuple[str, str]]:
    """Return ids and titles of what the axis holds from its foot, the best level on top; nothing for numbers."""
    if about["type"] == "boolean":
        return [("false", "no"), ("true", "yes")]
    scale = framework.find_scale(about["scale"]) if about["type"] == "level" else None
    if scale is None:
        return []
    made = [(level["id"], level.get("title") or level["id"]) for level in scale["levels"]]
    return made[::-1] if scale.get("order") == "best_first" else made


def _height(value: Any, levels: list[tuple[str, str]]) -> float:
    if value is None:
        return math.nan
    if not levels:
        return float(value)
    key = str(value).lower() if isinstance(value, bool) else str(value)
    return next((float(place) for place, (id, _) in enumerate(levels) if id == key), math.nan)


def _threshold_line(threshold: Threshold, nation: list[float], levels: list[tuple[str, str]]) -> list[float] | None:
    """Return the heights of a threshold: one, or one for each period; None when it cannot be drawn."""
    if threshold.level:
        height = _height(threshold.level, levels)
        return None if math.isnan(height) else [height]
    if levels or threshold.bound is None:
        return None
    if not threshold.from_national:
        return [float(threshold.bound)]
    shifted = [value + float(threshold.bound) for value in nation]
    return None if not threshold.bound or all(map(math.isnan, shifted)) else shifted


def _scale(axes: Axes, about: dict[str, Any], levels: list[tuple[str, str]], time: TimeAxis) -> None:
    frame(axes, sides=("left", "bottom"))
    places, words = [place for place, _ in time.ticks], [label for _, label in time.ticks]
    turn: dict[str, Any] = {"rotation": 45, "ha": "right", "rotation_mode": "anchor"} if time.turned else {"ha": "center"}
    axes.set_xticks(places, words, parse_math=False, **turn)
    axes.set_xlim(time.begin, time.end)
    axes.tick_params(axis="x", length=3 if time.by_day else 0, color=LINE)
    axes.grid(axis="y", color=LINE, linewidth=0.4)
    axes.set_axisbelow(True)
    if levels:
        axes.set_yticks(range(len(levels)), [wrap(title, 24) for _, title in levels], parse_math=False)
        axes.set_ylim(-0.6, len(levels) - 0.4)
        return
    axes.margins(y=0.18)
    better = {"high_is_good": "higher is better", "low_is_good": "lower is better"}.get(about.get("polarity", ""), "")
    unit = str(about.get("unit", "")).replace("_", " ")
    axes.set_ylabel(", ".join(part for part in (_UNITS.get(about.get("unit", ""), unit), better) if part), fontsize=TEXT, color=inks(axes).plain, parse_math=False)


def _described(about: dict[str, Any], name: str, points: Sequence[Point], national: Sequence[Benchmark | None], drawn: Sequence[Threshold]) -> str:
    said = [f"{point.period} {point.missing if point.value is None else point.value}" for point in points]
    words = f"Line of {clean(about['title'])} at {clean(name)} over {counted(len(points), 'period')}: {listed(said)}"
    figures = [f"{line.period} {line.value}" for line in national if line is not None]
    words += f". National: {listed(figures)}" if figures else ""
    lines = [f"{threshold.words} ({clean(threshold.title)})" for threshold in drawn]
    return words + (f". Thresholds drawn: {listed(lines)}." if lines else ". No threshold drawn.")
