"""Time line of a support plan: objectives, actions and their visits, milestones, and what is still to be agreed."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..plan import Plan, PlanAction
from ..schoolyear import SchoolYear
from ._canvas import TEXT, Inks, canvas, describe, entitle, foot, frame, inks, say
from ._palette import GREY, INK, LINE, STATUS
from ._sources import edition_of
from ._words import MONTHS, clean, counted, day_of, name_of, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..frameworks import Framework
    from ..trust import Trust

__all__ = ["plan"]

_TITLE = 52
_ROW = 0.34


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: a heading, or something of the plan."""

    title: str
    status: str = ""  #: Empty for headings.
    start: dt.date | None = None
    end: dt.date | None = None
    marks: tuple[tuple[dt.date, str], ...] = ()  #: Days of visits or of the milestone, each with its status.
    open: str = ""  #: What is to be agreed of it.
    note: str = ""


def plan(
    plan: Plan,
    framework: Framework,
    *,
    school_years: SchoolYear | Sequence[SchoolYear] = (),
    on: dt.date | None = None,
    names: Trust | Mapping[str, str] | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> tuple[Figure, Axes]:
    """Draw a support plan as a time line: a line for each objective, action and milestone, the colour and hatch of a bar its status.

    A bar that has no dates of its own spans the plan and has a dashed edge: the framework gives no date, and none is made up. Before it is begun it is empty. What
    people still have to agree stands beside the line in words. Titles stand on two lines of 52 characters and are cut beyond; the whole list is
    ``plan.objectives``, ``plan.actions`` and ``plan.milestones``.

    Parameters
    ----------
    plan : Plan
        The plan.
    framework : Framework
        Gives the titles of the levels the plan answers to.
    school_years : SchoolYear or sequence of SchoolYear, optional
        Their holidays are shaded.
    on : datetime.date, optional
        A day to mark, such as that of a meeting; no clock is read.
    names : Trust or mapping of str to str, optional
        Names of schools.
    title : str, optional
        Title; the school and its levels when absent.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure when absent.

    Returns
    -------
    (matplotlib.figure.Figure, matplotlib.axes.Axes)
        ``axes.get_label()``, and that of a new figure, describes the picture in words.

    Raises
    ------
    ImportError
        When matplotlib is not installed.

    Examples
    --------
    >>> import datetime as dt
    >>> import schoolimp as si
    >>> from schoolimp import plot
    >>> framework = si.framework("pvat")
    >>> evidence = si.Evidence.from_observations([{"school": "100001", "indicator": "ks2.rwm_expected", "period": "2024/25", "value": 48}])
    >>> judgement = si.judge(framework, evidence, "100001", valid=dt.date(2026, 9, 1))
    >>> autumn = [{"term": "autumn", "first": "2026-09-01", "last": "2026-12-18"}]
    >>> members = {"schema": "schoolimp/school_year/1", "id": "autumn", "title": "2026/27", "academic_year": "2026/27", "half_terms": autumn}
    >>> school_year = si.SchoolYear.from_dict(members)
    >>> trust = si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "example", "name": "Example", "schools": [{"id": "100001"}]})
    >>> decided = si.decide(framework, judgement, {"level": "tier_2", "decided_on": dt.date(2026, 9, 8), "by": "trust_board"})
    >>> plan = si.make_plan(framework, decided, school_year, trust=trust, made_on=dt.date(2026, 9, 8))
    >>> figure, axes = plot.plan(plan, framework, school_years=school_year, on=dt.date(2026, 11, 3))
    >>> figure.get_label()
    'Time line of the plan of 100001 for Tier 2 (decided) from 8 Sep 2026 to 18 Dec 2026: 0 objectives, 9 actions, 0 visits and 1 milestone; 44 points to be agreed.'
    """
    rows = _rows(plan)
    years = (school_years,) if isinstance(school_years, SchoolYear) else tuple(school_years)
    figure, axes = canvas(11.0, 2.2 + _ROW * max(4, len(rows)), ax)
    levels = ", ".join(_level(framework, level.level) + (" (decided)" if level.decided else "") for level in plan.levels)
    entitle(axes, title or wrap(f"Plan: {name_of(plan.school, names)}{f': {levels}' if levels else ''}", 90))
    if not rows:
        words = f"The plan of {clean(name_of(plan.school, names))} has nothing in it"
        say(axes, words)
    else:
        first, last = _span(plan, rows)
        _draw(axes, rows, first, last)
        _shade(axes, years, first, last)
        if on is not None:
            axes.axvline(_number(on), color=INK, linewidth=1.2, zorder=5)
            axes.text(_number(on), -0.75, f" {day_of(on, short=True)}", fontsize=TEXT, color=INK, ha="left", va="center")
        axes.set_xlabel(wrap(_elsewhere(plan), 120), fontsize=TEXT, color=inks(axes).alert, loc="left", parse_math=False)
        foot(axes, _explained(rows, bool(years)), [_made(plan, framework)], under=26 + (14 if axes.get_xlabel() else 0), columns=6)
        words = _described(plan, name_of(plan.school, names), levels, first, last)
    describe(figure, axes, words, own=ax is None)
    return figure, axes


def _rows(plan: Plan) -> list[_Row]:
    open_points: dict[str, list[str]] = {}
    for point in plan.to_be_agreed:
        open_points.setdefault(point.item, []).append(point.what)
    agreed = {item: "to be agreed: " + ", ".join(dict.fromkeys(what)) for item, what in open_points.items()}
    rows: list[_Row] = []
    if plan.objectives:
        rows.append(_Row("Objectives"))
    for objective in plan.objectives:
        rows.append(_Row(objective.title or objective.id, objective.status, plan.start, objective.due, open=agreed.get(objective.id, "")))
    if plan.actions:
        rows.append(_Row("Actions and visits"))
    rows += [_action(action, plan, agreed.get(action.id, "")) for action in plan.actions]
    if plan.milestones:
        rows.append(_Row("Milestones"))
    rows += [_Row(item.title or item.id, item.status, marks=((item.on, item.status),), open=agreed.get(item.id, "")) for item in plan.milestones]
    return rows


def _elsewhere(plan: Plan) -> str:
    """Say what is to be agreed that has no line in the picture: of the plan as a whole, and where evidence is awaited."""
    lines = {item.id for item in plan.objectives} | {item.id for item in plan.actions} | {item.id for item in plan.milestones}
    whole = list(dict.fromkeys(point.what for point in plan.to_be_agreed if not point.item))
    waiting = sum(1 for point in plan.to_be_agreed if point.item and point.item not in lines)
    parts = [f"of the plan as a whole: {', '.join(whole)}"] if whole else []
    parts += [f"{counted(waiting, 'possible objective waits', 'possible objectives wait')} for evidence"] if waiting else []
    return f"To be agreed {'; '.join(parts)}" if whole else "; ".join(parts).capitalize()


def _action(action: PlanAction, plan: Plan, agreed: str) -> _Row:
    start, due = action.start, action.due
    if start is None and due is not None:
        start = plan.start
    note = ", ".join(part for part in ("may apply" if action.applies == "possibly" else "", action.cadence) if part)
    return _Row(action.title or action.id, action.status, start, due, tuple((visit.on, visit.status) for visit in action.visits), agreed, note)


def _span(plan: Plan, rows: list[_Row]) -> tuple[dt.date, dt.date]:
    days = [plan.start, *([plan.end] if plan.end else []), *(day for row in rows for day in (row.start, row.end, *(on for on, _ in row.marks)) if day)]
    return min(days), max(max(days), plan.start + dt.timedelta(days=28))


def _draw(axes: Axes, rows: list[_Row], first: dt.date, last: dt.date) -> None:
    begin, end = _number(first), _number(last) + 1
    for y, row in enumerate(rows):
        if row.status:
            _bar(axes, y, row, begin, end)
            _beside(axes, y, row, inks(axes))
    labels = [wrap(row.title, _TITLE) for row in rows]
    frame(axes)
    axes.set_yticks(range(len(rows)), labels, parse_math=False)
    for row, label in zip(rows, axes.get_yticklabels(), strict=True):
        label.set_fontweight("normal" if row.status else "bold")
    axes.set_ylim(len(rows) - 0.4, -1.1)
    axes.set_xlim(begin - 2, end + 2)
    months = _months(first, last)
    axes.set_xticks([max(_number(day), begin) for day in months], [_month(day, day == months[0]) for day in months], ha="left")
    axes.grid(axis="x", color=LINE, linewidth=0.5)
    axes.set_axisbelow(True)


def _bar(axes: Axes, y: int, row: _Row, begin: float, end: float) -> None:
    """Draw the bar of a line and its marks."""
    swatch = STATUS.get(row.status, STATUS["not_started"])
    if row.start or row.end:
        left = _number(row.start) if row.start else begin
        right = _number(row.end) + 1 if row.end else end
        axes.barh(y, right - left, 0.5, left=left, color=swatch.colour, edgecolor=INK, linewidth=0.7, hatch=swatch.hatch, zorder=2, linestyle="-" if row.end else "--")
    elif not row.marks:
        begun = row.status != "not_started"
        look: dict[str, Any] = {"color": swatch.colour if begun else "none", "hatch": swatch.hatch if begun else ""}
        axes.barh(y, end - begin, 0.5, left=begin, edgecolor=GREY, linewidth=0.7, linestyle=(0, (4, 3)), zorder=2, **look)
    colours = [STATUS.get(status, STATUS["not_started"]).colour for _, status in row.marks]
    axes.scatter([_number(day) + 0.5 for day, _ in row.marks], [y] * len(row.marks), marker="D", s=30, color=colours, edgecolor=INK, linewidth=0.8, zorder=4, gid="marks")


def _beside(axes: Axes, y: int, row: _Row, ink: Inks) -> None:
    """Write beside a line how often it is done and what of it is to be agreed."""
    words = "; ".join(part for part in (row.note, row.open) if part)
    if words:
        made = axes.text(1.01, y, wrap(words, 44), transform=axes.get_yaxis_transform(), va="center", fontsize=TEXT - 1, linespacing=0.95, parse_math=False)
        made.set_color(ink.alert if row.open else ink.second)


def _made(plan: Plan, framework: Framework) -> str:
    """Say when the plan was made, or last revised, and under which framework."""
    on = plan.revisions[-1].on if plan.revisions else None
    when = f"{'Revised' if len(plan.revisions) > 1 else 'Made'} on {day_of(on)}; " if on is not None else ""
    return when + edition_of(framework)


def _shade(axes: Axes, years: Sequence[SchoolYear], first: dt.date, last: dt.date) -> None:
    """Shade the holidays of every year that falls within the picture."""
    for year in years:
        day, begun = max(first, year.first), None
        while day <= min(last, year.last) + dt.timedelta(days=1):
            away = day <= min(last, year.last) and year.half_term_of(day) is None
            if away and begun is None:
                begun = day
            elif not away and begun is not None:
                axes.axvspan(_number(begun), _number(day), color="#e4e4e4", linewidth=0, zorder=0, gid="holiday")
                begun = None
            day += dt.timedelta(days=1)


def _explained(rows: list[_Row], years: bool) -> list[Any]:
    """Return what the legend explains."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    found = {row.status for row in rows} | {status for row in rows for _, status in row.marks}
    handles: list[Any] = [
        Patch(facecolor=swatch.colour, edgecolor=INK, linewidth=0.7, hatch=swatch.hatch, label=swatch.words) for status, swatch in STATUS.items() if status in found
    ]
    if any(row.status and not (row.start or row.end or row.marks) for row in rows):
        handles.append(Patch(facecolor="none", edgecolor=GREY, linestyle="--", label="no dates given"))
    if any(row.marks for row in rows):
        handles.append(Line2D([], [], marker="D", linestyle="none", markerfacecolor="white", markeredgecolor=INK, label="visit or milestone"))
    if years:
        handles.append(Patch(facecolor="#e4e4e4", label="holiday"))
    return handles


def _level(framework: Framework, level: str) -> str:
    found = framework.find_level(level)
    return str(found.get("title") or level) if found else level


def _number(day: dt.date) -> float:
    return float(day.toordinal())


def _month(day: dt.date, begins: bool) -> str:
    month = MONTHS[day.month - 1][:3]
    return f"{month}\n{day.year}" if begins or day.month == 1 else month


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the first days of the months the picture spans, of every third and further when there are many; a first month with little room is left out."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step = 1 if count <= 18 else 3 * math.ceil(count / 54)
    months = [dt.date(first.year + place // 12, place % 12 + 1, 1) for place in range(first.month - 1, first.month - 1 + count, step)]
    crowded = len(months) > 1 and (months[1] - first).days < 0.07 * (last - first).days
    return months[1:] if crowded else months


def _described(plan: Plan, name: str, levels: str, first: dt.date, last: dt.date) -> str:
    parts = [counted(len(plan.objectives), "objective"), counted(len(plan.actions), "action"), counted(sum(len(action.visits) for action in plan.actions), "visit")]
    return (
        f"Time line of the plan of {clean(name)}{f' for {levels}' if levels else ''} from {day_of(first, short=True)} to {day_of(last, short=True)}: {', '.join(parts)} and "
        f"{counted(len(plan.milestones), 'milestone')}; {counted(len(plan.to_be_agreed), 'point')} to be agreed."
    )
