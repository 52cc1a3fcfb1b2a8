"""What management information says by leaving cells empty: an inspection that a school has not had.

Such a grade is not applicable: there is none, which is more than not knowing it. It is dated at the school's opening day, so that any grade
of a real inspection, also one published later, goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ._collect import SchoolRow
from ._ofsted_blocks import GRADED_ALWAYS, REPORT_CARD_GRADES
from ._result import Observation

REPORT_CARDS_SINCE: Final = "2025-11-10"  # the first inspections under the renewed framework
_DAY_BEFORE_REPORT_CARDS: Final = "2025-11-09"
OEIF_SINCE: Final = "2019-09-01"  # the first inspections under the framework whose grades the latest sheets repeat
_BEFORE_REPORT_CARDS: Final = "report cards began on 10 November 2025"


def without_report_card(rows: Iterable[SchoolRow], opened: dict[str, str | None], day: str | None, renewed: bool, source: str) -> Iterator[Observation]:
    """No report card up to the day of the sheet, be it one of the renewed framework or an older one."""
    note = f"no report card in the management information{' as at ' + day if day else ''}" if renewed else _BEFORE_REPORT_CARDS
    for row in rows:
        since = opened.get(row.urn) or (min(day, _DAY_BEFORE_REPORT_CARDS) if day else None)
        if since is not None:
            yield from _not_applicable(row.urn, REPORT_CARD_GRADES, since, source, note)


def without_grades(rows: Iterable[SchoolRow], opened: dict[str, str], source: str, note: str) -> Iterator[Observation]:
    """No grade on the four-point scale since the school opened."""
    for row in rows:
        yield from _not_applicable(row.urn, GRADED_ALWAYS, opened[row.urn], source, note)


def no_report_card_yet(schools: Iterable[str], day: str) -> Iterator[Observation]:
    """For a day before report cards began: no school has one. Nothing for later days."""
    if day < REPORT_CARDS_SINCE:
        for school in schools:
            yield from _not_applicable(school, REPORT_CARD_GRADES, day, "Ofsted, renewed framework", _BEFORE_REPORT_CARDS)


def _not_applicable(urn: str, indicators: Iterable[str], day: str, source: str, note: str) -> Iterator[Observation]:
    for indicator in indicators:
        yield {"school": urn, "indicator": indicator, "missing": "not_applicable", "observed_on": day, "source": source, "note": note}
