"""The parts fragments are made of: headings, tables, lists and folds, all bounded in length."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from .markup import Html, escape, join, tag

__all__ = ["MONTHS", "bounded", "count", "date", "fold", "heading", "items", "more", "period", "short", "table"]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

#: Bytes one table or list may take. Rows beyond it are counted and not shown.
_BUDGET = 60_000
_LONGEST_TEXT = 600


def date(day: dt.date | None, unknown: str = "") -> str:
    """Return ``7 September 2026``; the names of months do not follow the machine's language."""
    return unknown if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period(first: dt.date, last: dt.date) -> str:
    """Return the day, or the first and the last of them."""
    return date(first) if first == last else f"{date(first)} to {date(last)}"


def count(number: int, one: str, many: str = "") -> str:
    """Return ``1 criterion``, ``2,345 criteria``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short(text: str, longest: int = _LONGEST_TEXT) -> str:
    """Return a text, cut when it is longer than anyone reads in a table; what is cut is counted."""
    return text if len(text) <= longest else f"{text[:longest]}\u2026 (and {len(text) - longest:,} more characters)"


def heading(title: str, about: object = "") -> Html:
    """Return the title of a fragment and the line below it."""
    return join(tag("p", short(title), class_="si-title"), tag("p", about, class_="si-about") if about else "")


def bounded(pieces: Sequence[Html], most: int, budget: int = _BUDGET) -> tuple[list[Html], int]:
    """Return the first pieces that keep to a number and to a size in bytes, and how many are left out."""
    shown: list[Html] = []
    size = 0
    for piece in pieces[:most]:
        size += len(piece.encode())
        if size > budget:
            break
        shown.append(piece)
    return shown, len(pieces) - len(shown)


def more(left_out: int, see: str) -> Html:
    """Return the line that says how many are not shown and where they are; nothing when all are."""
    return tag("p", f"and {left_out:,} more; all of them: ", tag("code", see), class_="si-more") if left_out else Html("")


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    see: str,
    most: int = 100,
    numbers: Iterable[int] = (),
    budget: int = _BUDGET,
    total: int | None = None,
) -> Html:
    """Return a table with a caption. The first cell of a row is its heading.

    Parameters
    ----------
    see : str
        The expression that gives all rows, for the line below a table that is cut.
    numbers : iterable of int
        Positions of columns of figures, which are set to the right.
    budget : int
        Bytes the rows may take.
    total : int, optional
        How many rows there are, when only the first are given.
    """
    right = frozenset(numbers)
    made_rows = [_row(row, right) for row in rows]
    shown, left_out = bounded(made_rows, most, budget)
    left_out += 0 if total is None else total - len(made_rows)
    head = tag("tr", *(tag("th", name, scope="col", class_="si-number" if place in right else None) for place, name in enumerate(columns)))
    made = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *shown), class_="si-table")
    return join(tag("div", made, class_="si-scroll", role="region", tabindex=0, aria_label=caption), more(left_out, see))


def _row(cells: Sequence[object], right: frozenset[int]) -> Html:
    first, *others = cells
    made = (tag("td", _cell(cell), class_="si-number" if place in right else None) for place, cell in enumerate(others, 1))
    return tag("tr", tag("th", _cell(first), scope="row"), *made)


def _cell(cell: object) -> Html:
    return cell if isinstance(cell, Html) else escape(short(str(cell)) if cell is not None else "")


def items(texts: Iterable[object], *, see: str, most: int = 50, budget: int = _BUDGET) -> Html:
    """Return a list; `see` as in :func:`table`. Nothing when there is nothing."""
    shown, left_out = bounded([tag("li", _cell(text)) for text in texts], most, budget)
    return join(tag("ul", *shown) if shown else "", more(left_out, see))


def fold(summary: object, *children: object, open: bool = False) -> Html:
    """Return what can be folded, by mouse and by keyboard; nothing when there is nothing in it."""
    inside = join(*children)
    return tag("details", tag("summary", summary), inside, open=open) if inside else Html("")
