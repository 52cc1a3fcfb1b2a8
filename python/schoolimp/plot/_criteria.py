"""Heat map: which criteria hold at which school."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..tables import TableJudgement
from ._canvas import TEXT, canvas, describe, entitle, foot, frame, say
from ._chosen import Judged, checked, chosen_rows, within
from ._palette import ALERT, PAPER, RESULTS, ink_on
from ._sources import judged_line
from ._words import clean, counted, did_you_mean, distinct, listed, name_of, shorten, wrap

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..frameworks import Framework
    from ..trust import Trust

__all__ = ["criteria"]

_MOST_SCHOOLS, _MOST_CRITERIA = 120, 200
_ROW, _COLUMN = 0.2, 0.24  # Inches of a cell.
_ROOM = 18  # Columns there is room for, so that title and legend do not press a few schools together.
_TITLE, _NAME = 72, 44  # Characters of a criterion's title and of a school's name.


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the picture: the heading of a group, or a criterion."""

    label: str
    criterion: str = ""
    desired: bool | None = None


def criteria(
    judgements: Judged,
    framework: Framework,
    *,
    schools: Iterable[str] | None = None,
    names: Trust | Mapping[str, str] | None = None,
    criteria: Iterable[str] | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> tuple[Figure, Axes]:
    """Draw which criteria hold at which school: criteria as lines, grouped as the framework groups them, schools as columns.

    Each result has a colour and a letter: Y met, N not met, ? unknown, a dash not applicable. Where the framework says how a criterion should be and it is
    the other way, the cell has a frame: "met" is not by itself good.

    Parameters
    ----------
    judgements : iterable of Judgement, Judgement or TableJudgement
        The schools, in this order.
    framework : Framework
        The one they were judged with: gives the groups (domains), titles, and what is desired.
    schools : iterable of str, optional
        Ids of the schools to draw, in this order; all when absent. Needed for tables of more than 120 schools.
    names : Trust or mapping of str to str, optional
        Names of the schools; their ids stand where there is none. Names of more than 44 characters are cut, with the id behind them where two would be the same.
    criteria : iterable of str, optional
        Ids of the criteria to draw; all when absent. Titles of more than 72 characters are cut; the whole list, in the framework's order, is
        ``[(item["id"], item["title"]) for item in framework.to_dict()["criteria"]]``.
    title : str, optional
        Title; says what is drawn when absent.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure, as large as its cells need, when absent.

    Returns
    -------
    (matplotlib.figure.Figure, matplotlib.axes.Axes)
        ``axes.get_label()``, and that of a new figure, describes the picture in words.

    Raises
    ------
    FailedPreconditionError
        When they were judged with another framework.
    KeyError
        When a school was not judged, or the framework has no such criterion.
    OutOfRangeError
        When there are more than 120 schools or 200 criteria.
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
    >>> figure, axes = plot.criteria(judgement, framework)
    >>> figure.get_label()
    'Heat map of 33 criteria of School Improvement Model at 1 school: 33 unknown; 0 not as the framework wants it.'
    """
    made = checked(judgements, framework)
    ids = made.schools if isinstance(made, TableJudgement) else tuple(item.school for item in made)
    places = chosen_rows(ids, schools)
    rows = _rows(framework, criteria)
    within(len(places), _MOST_SCHOOLS, "schools", "choose some with schools=")
    within(sum(1 for row in rows if row.criterion), _MOST_CRITERIA, "criteria", "choose some with criteria=")
    results = [_results(made, place) for place in places]
    labels = distinct([name_of(ids[place], names) for place in places], [ids[place] for place in places], _NAME)
    height = _ROW * len(rows) + 0.075 * max(map(len, labels)) + 1.6 if labels and rows else 2.4
    figure, axes = canvas(_COLUMN * max(_ROOM, len(places)) + 4.6, max(2.4, height), ax)
    entitle(axes, _wrapped(title or f"Criteria: {clean(framework.title)}\n{getattr(names, 'name', '')}", max(48, 3 * len(places))))
    if not places or not rows:
        words = f"No {'school' if not places else 'criterion'} to draw"
        say(axes, words)
    else:
        words = _described(framework, rows, results)
        foot(axes, _draw(axes, rows, results), [judged_line(made, framework)], columns=2 if len(places) < 24 else 5, width=max(56, 3 * len(places)))
        _label(axes, rows, labels)
    describe(figure, axes, words, own=ax is None)
    return figure, axes


def _wrapped(title: str, width: int) -> str:
    return "\n".join(wrap(line, width) for line in title.split("\n") if line.strip())


def _rows(framework: Framework, wanted: Iterable[str] | None) -> list[_Row]:
    """Return the criteria by domain, in the order of the domains; those of none last."""
    document = framework.to_dict()
    items = {item["id"]: item for item in document.get("criteria", ())}
    chosen = list(items) if wanted is None else list(dict.fromkeys([wanted] if isinstance(wanted, str) else wanted))
    for id in chosen:
        if id not in items:
            raise KeyError(f"no criterion {id!r} in framework {framework.id}{did_you_mean(id, items)}")
    groups: dict[str, list[dict[str, Any]]] = {domain["id"]: [] for domain in document.get("domains", ())}
    for id in chosen:
        groups.setdefault(items[id].get("domain") or "", []).append(items[id])
    groups[""] = groups.pop("", [])
    titles = {domain["id"]: domain["title"] for domain in document.get("domains", ())}
    rows: list[_Row] = []
    for domain, members in groups.items():
        if members and any(titles.get(other) and groups[other] for other in groups):
            rows.append(_Row(shorten(titles.get(domain) or "Other", _TITLE)))
        labels = distinct([item.get("title") or item["id"] for item in members], [item["id"] for item in members], _TITLE)
        rows += [_Row(label, item["id"], item.get("desired")) for label, item in zip(labels, members, strict=True)]
    return rows


def _results(made: Any, place: int) -> dict[str, str]:
    """Return the result of each criterion for a school; nothing for a row that failed."""
    if isinstance(made, TableJudgement):
        from ..tables import RowState

        failed = made.rows > 0 and bool(made.framework.judgements) and RowState.FAILED in made.states(row=place)
        return {} if failed else made.criteria(place)
    return {item.id: item.result for item in made[place].criteria}


def _against(row: _Row, result: str) -> bool:
    """Whether a criterion is the other way than the framework wants it."""
    return row.desired is not None and result == ("not_met" if row.desired else "met")


def _draw(axes: Axes, rows: list[_Row], results: list[dict[str, str]]) -> list[Artist]:
    """Fill the cells, write their letters and frame what is not as desired; return what the legend explains."""
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Patch, Rectangle

    cells: dict[str, list[tuple[int, int]]] = {}
    framed = []
    for y, row in enumerate(rows):
        for x, school in enumerate(results if row.criterion else ()):
            result = school.get(row.criterion, "failed")
            cells.setdefault(result, []).append((x, y))
            if _against(row, result):
                framed.append(Rectangle((x - 0.43, y - 0.41), 0.86, 0.82))
    handles: list[Artist] = []
    for result, swatch in RESULTS.items():
        found = cells.get(result, [])
        if not found:
            continue
        patches = [Rectangle((x - 0.5, y - 0.5), 1, 1) for x, y in found]
        axes.add_collection(PatchCollection(patches, facecolor=swatch.colour, edgecolor="#a0a0a0", linewidth=0.5, gid=f"cells {result}"))
        axes.scatter([x for x, _ in found], [y for _, y in found], s=22, marker=_letter(swatch.mark), color=ink_on(swatch.colour), linewidths=0.25, gid=f"marks {result}")
        handles.append(Patch(facecolor=swatch.colour, edgecolor="#a0a0a0", label=f"{swatch.mark}  {swatch.words}"))
    if framed:
        axes.add_collection(PatchCollection(framed, facecolor="none", edgecolor=PAPER, linewidth=3.2))  # Sets the frame off from a dark cell.
        axes.add_collection(PatchCollection(framed, facecolor="none", edgecolor=ALERT, linewidth=1.6, gid="frames"))
        handles.append(Patch(facecolor="none", edgecolor=ALERT, linewidth=1.6, label="framed: not as the framework wants it"))
    axes.set_xlim(-0.53, max(_ROOM, len(results)) - 0.47)  # A little more than the cells, for half of the outer lines.
    axes.set_ylim(len(rows) - 0.44, -0.5)
    return handles


def _letter(mark: str) -> Any:
    """Return a letter as a marker, centred: a collection of markers is drawn far faster than as many texts."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.textpath import TextPath

    path = TextPath((0, 0), mark, prop=FontProperties(family="DejaVu Sans", weight="bold"))
    box = path.get_extents()
    return Path(path.vertices - [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2], path.codes)


def _label(axes: Axes, rows: list[_Row], names: list[str]) -> None:
    """Write the schools above and the criteria on the left, headings bold."""
    frame(axes)
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(names)), names, rotation=90, parse_math=False)
    axes.set_yticks(range(len(rows)), [row.label for row in rows], parse_math=False)
    for row, label in zip(rows, axes.get_yticklabels(), strict=True):
        label.set_fontweight("normal" if row.criterion else "bold")
    axes.tick_params(labelsize=TEXT, length=0)


def _described(framework: Framework, rows: list[_Row], results: list[dict[str, str]]) -> str:
    """Say what the picture shows."""
    wanted = [row for row in rows if row.criterion]
    counts = Counter(school.get(row.criterion, "failed") for school in results for row in wanted)
    against = sum(_against(row, school.get(row.criterion, "failed")) for school in results for row in wanted)
    parts = [f"{counts[result]} {swatch.words}" for result, swatch in RESULTS.items() if counts[result]]
    return (
        f"Heat map of {counted(len(wanted), 'criterion', 'criteria')} of {clean(framework.title)} at {counted(len(results), 'school')}: {listed(parts)}; "
        f"{against} not as the framework wants it."
    )
