"""Distribution of levels: suggested, decided, and what is not settled yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..tables import RowState, TableJudgement
from ._canvas import TEXT, canvas, describe, entitle, foot, frame, inks, say
from ._chosen import Judged, checked, chosen_rows
from ._palette import INK, PAPER, ramp
from ._sources import judged_line
from ._words import clean, counted, did_you_mean, listed, shorten, wrap

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..frameworks import Framework

__all__ = ["levels"]

_HATCHES = ("", "///", "...", "\\\\\\", "xxx", "---", "ooo", "+++")
_MOST_SETS = 8  # Sets of possible levels with a segment of their own; the rest share one.
_NOT_SETTLED, _NOT_APPLICABLE, _FAILED = "Not settled", "Not applicable", "Row failed"


@dataclass
class _Counts:
    """How many schools have each answer to one question."""

    suggested: Counter[str] = field(default_factory=Counter)
    decided: Counter[str] = field(default_factory=Counter)
    possible: Counter[tuple[str, ...]] = field(default_factory=Counter)  #: Of those not settled.
    not_applicable: int = 0
    failed: int = 0

    @property
    def schools(self) -> int:
        return self.suggested.total() + self.possible.total() + self.not_applicable + self.failed


def levels(
    judged: Judged,
    framework: Framework,
    judgement: str | None = None,
    *,
    schools: Iterable[str] | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> tuple[Figure, Axes]:
    """Draw how many schools are at each level: suggested by the evidence, decided by people, and not settled.

    A school whose level is not settled is counted once, in the line "Not settled", by which levels are still possible for it: it is put at none of them.
    Where people decided, their level stands in a bar of its own under the suggested one; the school keeps its place among the suggested.

    Parameters
    ----------
    judged : iterable of Judgement, Judgement or TableJudgement
        The schools. A table knows no decisions.
    framework : Framework
        The one they were judged with: gives the levels and their order.
    judgement : str, optional
        Id of the question; the main one when absent.
    schools : iterable of str, optional
        Ids of the schools to count; all when absent.
    title : str, optional
        Title; the question when absent.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure when absent.

    Returns
    -------
    (matplotlib.figure.Figure, matplotlib.axes.Axes)
        ``axes.get_label()``, and that of a new figure, describes the picture in words.

    Raises
    ------
    FailedPreconditionError
        When they were judged with another framework.
    KeyError
        When a school was not judged, or the framework has no such question.
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
    >>> figure, axes = plot.levels(judgement, framework)
    >>> figure.get_label()
    'Bars of the levels of 1 school, question: Which tier of support does the school need. Suggested: none; 1 not settled.'
    """
    made = checked(judged, framework)
    rule = _rule(framework, judgement)
    titles = _titles(framework, rule)
    counts = _counted(made, rule["id"], schools) if rule else _Counts()
    figure, axes = canvas(7.5, 2.0 + 0.42 * (len(titles) + 2) + 0.22 * min(len(counts.possible), _MOST_SETS + 1), ax)
    entitle(axes, wrap(title or (rule.get("title", rule["id"]) if rule else framework.title), 72))
    if counts.schools:
        words = _described(counts, titles, rule)
        foot(axes, _draw(axes, counts, titles), [judged_line(made, framework)], under=18, width=92)
    else:
        words = "No school to count" if rule else "The framework asks for no level"
        say(axes, words)
    describe(figure, axes, words, own=ax is None)
    return figure, axes


def _rule(framework: Framework, judgement: str | None) -> dict[str, Any]:
    """Return the question asked; an empty one when the framework has none at all."""
    if judgement is None:
        return framework.find_judgement(framework.judgements[0]) or {} if framework.judgements else {}
    found = framework.find_judgement(judgement)
    if found is None:
        raise KeyError(f"no judgement {judgement!r} in framework {framework.id}{did_you_mean(judgement, framework.judgements)}")
    return found


def _titles(framework: Framework, rule: dict[str, Any]) -> dict[str, str]:
    """Return the titles of the levels in the order of their scale."""
    scale = framework.find_scale(rule["scale"]) if rule else None
    return {level["id"]: level.get("title") or level["id"] for level in scale["levels"]} if scale else {}


def _counted(made: Any, question: str, schools: Iterable[str] | None) -> _Counts:
    counts = _Counts()
    if isinstance(made, TableJudgement):
        for row in chosen_rows(made.schools, schools):
            state = made.states(question, row=row)
            _count(counts, made.suggested(question, row=row), made.possible(question, row=row), RowState.NOT_APPLICABLE in state, RowState.FAILED in state)
        return counts
    for place in chosen_rows(tuple(item.school for item in made), schools):
        answer, decision = made[place].answer(question), made[place].decided(question)
        _count(counts, answer.suggested, answer.possible, answer.not_applicable, False)
        if decision is not None:
            counts.decided[decision.level] += 1
    return counts


def _count(counts: _Counts, suggested: str | None, possible: tuple[str, ...], not_applicable: bool, failed: bool) -> None:
    if failed:
        counts.failed += 1
    elif not_applicable:
        counts.not_applicable += 1
    elif suggested is not None:
        counts.suggested[suggested] += 1
    else:
        counts.possible[possible] += 1


def _draw(axes: Axes, counts: _Counts, titles: dict[str, str]) -> list[Artist]:
    """Draw a line for each level, then those for what has none; return what the legend explains."""
    colours = dict(zip(titles, ramp(len(titles)), strict=True))
    labels = [wrap(shorten(title, 60), 30) for title in titles.values()]
    widest = max(*counts.suggested.values(), *counts.decided.values(), counts.possible.total(), counts.not_applicable, counts.failed, 1)
    beside = bool(counts.decided)
    for y, (level, colour) in enumerate(colours.items()):
        _bar(axes, y - 0.2 if beside else y, counts.suggested[level], colour, 0.36 if beside else 0.62, "suggested " if beside else "", widest)
        if beside:
            _bar(axes, y + 0.2, counts.decided[level], PAPER, 0.36, "decided ", widest, edge=INK)
    handles = _draw_possible(axes, len(labels), counts, titles, widest)
    labels.append(_NOT_SETTLED)
    for words, count in ((_NOT_APPLICABLE, counts.not_applicable), (_FAILED, counts.failed)):
        if count:
            _bar(axes, len(labels), count, "#c9c9c9", 0.62, "", widest)
            labels.append(words)
    frame(axes, sides=("left",))
    axes.set_yticks(range(len(labels)), labels, parse_math=False)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_xlim(0, widest * 1.16)
    axes.set_xticks([])
    axes.set_xlabel(f"Number of schools, of {counts.schools}{': suggested by the evidence, decided by people' if beside else ''}", fontsize=TEXT, loc="left", color=inks(axes).plain)
    return handles


def _bar(axes: Axes, y: float, count: int, colour: str, height: float, words: str, widest: int, edge: str = "#3d3d3d") -> None:
    axes.barh(y, count, height, color=colour, edgecolor=edge, linewidth=0.8 if count else 0)
    axes.text(count + widest * 0.012, y, f"{words}{count}", va="center", fontsize=TEXT, color=INK)


def _draw_possible(axes: Axes, y: int, counts: _Counts, titles: dict[str, str], widest: int) -> list[Artist]:
    """Draw the schools not settled as segments, one for each set of possible levels; return the legend of the segments."""
    from matplotlib.patches import Patch

    order = {level: place for place, level in enumerate(titles)}
    sets = sorted(counts.possible, key=lambda levels: (-counts.possible[levels], [order[level] for level in levels]))
    segments = [(_joined(levels, titles), counts.possible[levels]) for levels in sets[:_MOST_SETS]]
    if len(sets) > _MOST_SETS:
        segments.append((counted(len(sets) - _MOST_SETS, "other set"), sum(counts.possible[levels] for levels in sets[_MOST_SETS:])))
    left, handles = 0, []
    shades = ("#ffffff", "#ececec", "#d6d6d6")
    for place, (words, count) in enumerate(segments):
        look: dict[str, Any] = {"facecolor": shades[place % 3], "edgecolor": "#3d3d3d", "linewidth": 0.8, "hatch": _HATCHES[place % len(_HATCHES)]}
        axes.barh(y, count, 0.62, left=left, **look)
        if count >= widest * 0.04:
            axes.text(left + count / 2, y, str(count), ha="center", va="center", fontsize=TEXT, color=INK, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.2})
        handles.append(Patch(**look, label=wrap(f"not settled, possible: {words} ({count})", 88, 3)))
        left += count
    if len(segments) != 1 or left < widest * 0.04:
        axes.text(left + widest * 0.012, y, str(left), va="center", fontsize=TEXT, color=INK)
    return list(handles)


def _joined(possible: tuple[str, ...], titles: dict[str, str]) -> str:
    if len(possible) == len(titles):
        return f"any of the {len(titles)} levels"
    return listed([shorten(titles[level], 28) for level in possible], "or") or "none"


def _described(counts: _Counts, titles: dict[str, str], rule: dict[str, Any]) -> str:
    parts = [f"{count} {clean(titles[level])}" for level in titles if (count := counts.suggested[level])]
    words = f"Bars of the levels of {counted(counts.schools, 'school')}, question: {clean(rule.get('title', rule['id'])).rstrip('.?')}. "
    words += f"Suggested: {listed(parts) or 'none'}; {counts.possible.total()} not settled"
    words += f"; {counts.not_applicable} not applicable" if counts.not_applicable else ""
    words += f"; {counts.failed} failed" if counts.failed else ""
    decided = [f"{count} {clean(titles[level])}" for level in titles if (count := counts.decided[level])]
    return words + (f". Decided: {listed(decided)}." if decided else ".")
