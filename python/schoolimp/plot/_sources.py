"""Where a picture comes from, in a line below it: framework and edition, the day judged, the files of the figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..tables import RowState, TableJudgement
from ._words import clean, counted, day_of

if TYPE_CHECKING:
    from ..frameworks import Framework

__all__ = ["edition_of", "judged_line", "sources_line"]

_MOST = 4  # Sources named one by one.


def edition_of(framework: Framework) -> str:
    """Return title and edition."""
    return f"{clean(framework.title)}, edition {framework.edition}"


def judged_line(made: Any, framework: Framework) -> str:
    """Say by which framework and as of which day, or days, schools were judged."""
    days = _days(made)
    as_of = f" as of {day_of(days[0])}{f' to {day_of(days[-1])}' if days[0] != days[-1] else ''}" if days else ""
    return f"Suggested by the evidence{as_of}; {edition_of(framework)}"


def _days(made: Any) -> list[dt.date]:
    if isinstance(made, TableJudgement):
        answered = next((row for row in range(made.rows) if made.framework.judgements and RowState.FAILED not in made.states(row=row)), None)
        return [] if answered is None else [made.explain(answered).valid]
    return sorted({item.valid for item in made})


def sources_line(lead: str, sources: Iterable[str]) -> str:
    """Return the sources behind a word, each once in the order given; empty when none is known."""
    found = list(dict.fromkeys(clean(source) for source in sources if source.strip()))
    if not found:
        return ""
    more = f" and {counted(len(found) - _MOST, 'more')}" if len(found) > _MOST else ""
    return f"{lead}: {'; '.join(found[:_MOST])}{more}"
