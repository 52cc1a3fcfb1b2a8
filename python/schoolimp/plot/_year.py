"""Year planner: a line for each month, a cell for each day, the kinds of day and the events on them."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..calendar import Calendar, CalendarEvent
from ..errors import InvalidDocumentError, Issue
from ..schoolyear import SchoolYear
from ._canvas import canvas, describe, entitle, foot, frame, say
from ._chosen import within
from ._palette import ALERT, DAYS, EVENTS, PAPER, ink_on
from ._words import MONTHS, clean, counted, listed, shorten, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["year"]

_DAYS = "MTWTFSS"
_COLUMNS = 37  # A month of 31 days that begins on a Sunday.
_MOST_MONTHS = 48
_MOST = 3  # Types of event a cell has room for.


@dataclass(frozen=True, slots=True)
class _Event:
    """A type of event on a day."""

    day: dt.date
    type: str


def year(
    planned: Calendar | SchoolYear,
    *,
    school_year: SchoolYear | None = None,
    schools: Iterable[str] | None = None,
    types: Iterable[str] | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> tuple[Figure, Axes]:
    """Draw a year planner: months as lines, days as cells under their weekday, school days, holidays and INSET days as colours, events as codes.

    Drawn are the months of the school year and those of events outside it. Each type of event has a code of its own, and one of eight colours; a day with
    more than three types says how many more. Days of cancelled events are left out. An     event of several days stands on each of them that is open. The
    events themselves, with their titles, are ``calendar.events``.

    Parameters
    ----------
    planned : Calendar or SchoolYear
        The events, or the bare year.
    school_year : SchoolYear, optional
        The year behind a calendar; without it only weekends are shaded.
    schools : iterable of str, optional
        Ids of the schools whose events are drawn, those of the trust as a whole too (their id is ``""``); all when absent.
    types : iterable of str, optional
        Types of event to draw, such as ``"visit"``; all when absent.
    title : str, optional
        Title; the academic year when absent.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure when absent.

    Returns
    -------
    (matplotlib.figure.Figure, matplotlib.axes.Axes)
        ``axes.get_label()``, and that of a new figure, describes the picture in words.

    Raises
    ------
    TypeError
        When `planned` is neither a Calendar nor a SchoolYear.
    InvalidDocumentError
        When `types` names one the calendar does not have.
    OutOfRangeError
        When there are more than 48 months to draw.
    ImportError
        When matplotlib is not installed.

    Examples
    --------
    >>> import schoolimp as si
    >>> from schoolimp import plot
    >>> autumn = [{"term": "autumn", "first": "2026-09-01", "last": "2026-12-18"}]
    >>> members = {"schema": "schoolimp/school_year/1", "id": "autumn", "title": "2026/27", "academic_year": "2026/27", "half_terms": autumn}
    >>> school_year = si.SchoolYear.from_dict(members)
    >>> figure, axes = plot.year(school_year)
    >>> figure.get_label()
    'Year planner from August 2026 to August 2027: 79 school days and 0 INSET days; no events.'
    """
    if not isinstance(planned, (Calendar, SchoolYear)):
        raise TypeError(f"planned is a Calendar or a SchoolYear, not {type(planned).__name__}")
    behind = planned if isinstance(planned, SchoolYear) else school_year
    events = _events(planned, schools, types) if isinstance(planned, Calendar) else []
    marks = [mark for event in events for mark in _days_of(event, behind)]
    span = _span(behind, marks)
    within(len(span), _MOST_MONTHS, "months", "choose events with types= and schools=, or make a calendar of fewer years")
    figure, axes = canvas(12.5, 2.0 + 0.54 * max(4, len(span)), ax)
    entitle(axes, wrap(title or _title(planned, behind), 120))
    if not span:
        words = "No day to draw: the calendar has no events"
        say(axes, words)
    else:
        codes = _codes(sorted({event.type or event.kind for event in events}))
        kinds = _draw_days(axes, behind, span)
        _draw_events(axes, span, marks, codes)
        foot(axes, _explained(kinds, codes, Counter(event.type or event.kind for event in events)), _notes(planned, marks), columns=6, width=170)
        words = _described(behind, span, events)
    describe(figure, axes, words, own=ax is None)
    return figure, axes


def _title(planned: Calendar | SchoolYear, behind: SchoolYear | None) -> str:
    year = f"School year {behind.academic_year}" if behind else "Calendar"
    members = planned.to_dict() if isinstance(planned, Calendar) else {}
    trust = clean(members.get("trust_name") or members.get("trust") or "")
    return f"{year}: {trust}" if trust else year


def _notes(planned: Calendar | SchoolYear, marks: Sequence[_Event]) -> list[str]:
    """Explain the numbers behind codes, and say which framework a calendar comes from."""
    several = any(count > 1 for count in Counter(marks).values())
    crowded = any(types > _MOST for types in Counter(mark.day for mark in set(marks)).values())
    members = planned.to_dict() if isinstance(planned, Calendar) else {}
    framework = clean(members.get("framework_title") or members.get("framework_id") or "")
    notes = ["A number behind a code says how many events of the type there are on the day"] if several else []
    notes += ["A plus and a number say how many more types have events on the day"] if crowded else []
    return notes + ([f"{framework}, edition {members['framework_edition']}"] if framework else [])


def _events(planned: Calendar, schools: Iterable[str] | None, types: Iterable[str] | None) -> list[CalendarEvent]:
    """Return the events to draw, cancelled ones left out."""
    known = {event.type or event.kind for event in planned.events}
    chosen = known if types is None else set([types] if isinstance(types, str) else types)
    for type in sorted(chosen - known):
        message = f"the calendar has no events of the type {type!r}; it has {listed(sorted(known)) or 'none'}"
        raise InvalidDocumentError(message, [Issue("/types", "not_found", message, "name types of the calendar's events")])
    wanted = None if schools is None else {"", *([schools] if isinstance(schools, str) else schools)}
    return [event for event in planned.events if event.status != "cancelled" and (event.type or event.kind) in chosen and (wanted is None or event.school in wanted)]


def _days_of(event: CalendarEvent, behind: SchoolYear | None) -> list[_Event]:
    """Return the days of an event; of one that lasts longer, those that are open and its first."""
    days = [event.first + dt.timedelta(days=step) for step in range((event.last - event.first).days + 1)]
    closed = ("weekend", "holiday", "bank_holiday", "closure")
    return [_Event(day, event.type or event.kind) for day in days if day == event.first or (behind.kind(day) not in closed if behind else day.weekday() < 5)]


def _span(behind: SchoolYear | None, marks: Sequence[_Event]) -> list[tuple[int, int]]:
    """Return the months from the first to the last: those of the year, and of events outside it."""
    days = [mark.day for mark in marks] + ([behind.first, behind.last] if behind else [])
    if not days:
        return []
    first, last = min(days), max(days)
    return [(place // 12, place % 12 + 1) for place in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)]


def _column(day: dt.date) -> int:
    """Return the column of a day: its month begins under its weekday."""
    return day.replace(day=1).weekday() + day.day - 1


def _draw_days(axes: Axes, behind: SchoolYear | None, span: Sequence[tuple[int, int]]) -> Counter[str]:
    """Draw a cell for each day, with its number and the mark of its kind; return how many days of each kind there are."""
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    cells: dict[str, list[Any]] = {}
    for y, (number, month) in enumerate(span):
        for of_month in range(1, months.monthrange(number, month)[1] + 1):
            day = dt.date(number, month, of_month)
            kind = _kind(day, behind)
            cells.setdefault(kind, []).append(Rectangle((_column(day) - 0.5, y - 0.5), 1, 1))
            ink = ink_on(DAYS[kind].colour)
            axes.text(_column(day) - 0.44, y - 0.44, str(of_month), fontsize=6.5, ha="left", va="top", color=ink)
            if DAYS[kind].mark:
                axes.text(_column(day) + 0.4, y - 0.44, DAYS[kind].mark, fontsize=6.5, ha="right", va="top", color=ink, fontweight="bold")
    for kind, patches in cells.items():
        axes.add_collection(PatchCollection(patches, facecolor=DAYS[kind].colour, edgecolor="#b0b0b0", linewidth=0.5, gid=f"days {kind}", zorder=0))
    frame(axes)
    axes.xaxis.tick_top()
    axes.set_xticks(range(_COLUMNS), [_DAYS[place % 7] for place in range(_COLUMNS)])
    axes.set_yticks(range(len(span)), [f"{MONTHS[month - 1]} {number}" for number, month in span])
    axes.set_xlim(-0.53, _COLUMNS - 0.47)  # A little more than the cells, for half of the outer lines.
    axes.set_ylim(len(span) - 0.46, -0.54)
    return Counter({kind: len(patches) for kind, patches in cells.items()})


def _kind(day: dt.date, behind: SchoolYear | None) -> str:
    if behind is None or not behind.first <= day <= behind.last:
        return "weekend" if day.weekday() >= 5 else "holiday" if behind else "school_day"
    kind = behind.kind(day)
    return kind if kind in DAYS else "holiday"


def _draw_events(axes: Axes, span: Sequence[tuple[int, int]], marks: Sequence[_Event], codes: dict[str, tuple[str, str]]) -> None:
    """Write the codes of the types of event in their days, the number of events behind a code when there are several."""
    lines = {month: y for y, month in enumerate(span)}
    days: dict[dt.date, Counter[str]] = {}
    for mark in marks:
        days.setdefault(mark.day, Counter())[mark.type] += 1
    for day, found in sorted(days.items()):
        y, shown = lines[day.year, day.month], sorted(found)
        most = _MOST if len(shown) <= _MOST else _MOST - 1
        steps = {1: [0.12], 2: [0.0, 0.32]}.get(len(shown), [-0.14, 0.11, 0.36])
        for step, type in zip(steps, shown[:most], strict=False):
            code, colour = codes[type]
            words = code if found[type] == 1 else f"{code}\N{MULTIPLICATION SIGN}{found[type]}"
            look = {"boxstyle": "round,pad=0.18", "facecolor": colour, "edgecolor": "none"}
            axes.text(_column(day), y + step, words, fontsize=7 if len(words) < 4 else 6, ha="center", va="center", color=PAPER, fontweight="bold", bbox=look, gid=f"event {type}")
        if len(shown) > most:
            axes.text(_column(day), y + steps[-1], f"+{len(shown) - most}", fontsize=6.5, ha="center", va="center", color=ALERT, fontweight="bold")


def _codes(types: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return a code and a colour for each type: its first letter, or as many as tell it from the others."""
    made: dict[str, tuple[str, str]] = {}
    taken: set[str] = set()
    for place, type in enumerate(types):
        letters = "".join(character for character in type if character.isalnum()).upper() or "E"
        choices = [letters[:1], letters[:2], letters[:1] + letters[2:3], letters[:3], *(f"{letters[:1]}{chr(97 + n)}" for n in range(26))]
        code = next((choice for choice in choices if choice not in taken), f"E{place}")
        taken.add(code)
        made[type] = (code, EVENTS[place % len(EVENTS)])
    return made


def _explained(kinds: Counter[str], codes: dict[str, tuple[str, str]], counts: Counter[str]) -> list[Any]:
    """Return what the legend explains: the kinds of day and the codes."""
    from matplotlib.patches import Patch

    handles: list[Any] = []
    for kind, swatch in DAYS.items():
        if kinds[kind]:
            handles.append(Patch(facecolor=swatch.colour, edgecolor="#8a8a8a", label=f"{swatch.mark}  {swatch.words}" if swatch.mark else swatch.words))
    for type, (code, colour) in codes.items():
        handles.append(Patch(facecolor=colour, label=f"{code}  {shorten(type.replace('_', ' '), 20)} ({counts[type]})"))
    return handles


def _described(behind: SchoolYear | None, span: Sequence[tuple[int, int]], events: Sequence[CalendarEvent]) -> str:
    first, last = (f"{MONTHS[month - 1]} {number}" for number, month in (span[0], span[-1]))
    words = f"Year planner from {first} to {last}"
    if behind is not None:
        audit = behind.audit()
        words += f": {counted(audit.pupil_days, 'school day')} and {counted(audit.inset_days, 'INSET day')}"
    counts = Counter(clean(event.type or event.kind).replace("_", " ") for event in events)
    said = [f"{count} {type}" for type, count in sorted(counts.items())]
    return words + (f"; {counted(len(events), 'event')}: {listed(said)}." if events else "; no events.")
