"""A school year: its counts, its half terms, a planner of its days, and the days that stand out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .issues import issue_lines
from .markup import Html
from .parts import count, date, fold, heading, items, period, table
from .planner import Day, months_between, planner
from .style import fragment

if TYPE_CHECKING:
    from ..schoolyear import SchoolYear, SchoolYearAudit

__all__ = ["school_year_html"]

#: What a day is: its tone, its sign, its words. A school day is plain.
_KINDS = {
    "school_day": ("", "", "school day"),
    "inset": ("good", "i", "INSET day"),
    "staff_only": ("good", "s", "staff only"),
    "bank_holiday": ("middle", "b", "bank holiday"),
    "closure": ("worst", "c", "closed"),
    "holiday": ("best", "h", "holiday"),
    "weekend": ("neutral", "w", "weekend"),
}
_KEY = {"no letter": "school day", **{sign: words for _, sign, words in _KINDS.values() if sign}}
_NAMED = ("inset", "staff_only", "bank_holiday", "closure")


def school_year_html(year: SchoolYear) -> str:
    """Return a school year as an HTML fragment."""
    audit = year.audit()
    title = year._members().get("title") or year.academic_year
    return fragment(
        f"School year {title}",
        heading(f"School year {title}", f"{year.id}: {period(year.first, year.last)}"),
        items(audit.statements, see="school_year.audit().statements"),
        _half_terms(audit),
        fold("Year planner", planner(months_between(_opening(year, audit), year.last), lambda day: _day(year, day), _KEY), open=True),
        _days(year),
        fold(f"Warnings ({len(year.warnings)})", issue_lines(year.warnings, "school_year.warnings")),
    )


def _opening(year: SchoolYear, audit: SchoolYearAudit) -> dt.date:
    """The first day of the terms: the school year itself begins with the end of the holidays before them."""
    return min([half.first for half in audit.half_terms], default=year.first)


def _day(year: SchoolYear, day: dt.date) -> Day:
    if not year.first <= day <= year.last:
        return "", "-"
    tone, sign, _ = _KINDS[year.kind(day)]
    return tone, sign


def _half_terms(audit: SchoolYearAudit) -> Html:
    rows = [(half.term, date(half.first), date(half.last), half.staff_days, half.pupil_days) for half in audit.half_terms]
    return table("Half terms", ["Term", "First day", "Last day", "Staff days", "Pupil days"], rows, see="school_year.audit().half_terms", numbers=[3, 4])


def _days(year: SchoolYear) -> Html:
    rows = list(_named_days(year))
    made = table("Days that stand out", ["Day", "Is", "What"], rows, see="school_year.kind(date)", most=60, budget=20_000) if rows else ""
    return fold(f"Days that stand out ({count(len(rows), 'day')})", made)


def _named_days(year: SchoolYear) -> Iterator[tuple[str, str, str]]:
    for place in range((year.last - year.first).days + 1):
        day = year.first + dt.timedelta(days=place)
        kind = year.kind(day)
        if kind in _NAMED:
            yield date(day), _KINDS[kind][2], year.describe(day)
