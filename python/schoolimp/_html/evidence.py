"""Evidence: how much there is by indicator, and the first observations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .markup import Html
from .parts import count, date, fold, heading, table
from .readings import missing_words
from .style import fragment

if TYPE_CHECKING:
    from ..evidence import Evidence, Observation

__all__ = ["evidence_html"]

_FIRST = 20


def evidence_html(evidence: Evidence) -> str:
    """Return evidence as an HTML fragment."""
    by_cell: dict[tuple[str, str], list[Observation]] = {}
    for row in evidence.observations:
        by_cell.setdefault((row.indicator, row.period), []).append(row)
    summary = [
        (indicator, period or "on a day", len({row.school for row in rows}), _with_value(rows), len(rows) - _with_value(rows))
        for (indicator, period), rows in sorted(by_cell.items())
    ]
    columns = ["Indicator", "Period", "Schools", "With a value", "Missing"]
    return fragment(
        "Evidence",
        heading("Evidence", f"{count(len(evidence), 'observation')} of {count(len(evidence.schools), 'school')}"),
        table("By indicator and period", columns, summary, see="evidence.observations", most=60, numbers=[2, 3, 4]) if summary else "",
        fold("First observations", _first(evidence)) if summary else "",
    )


def _with_value(rows: list[Observation]) -> int:
    return sum(row.value is not None for row in rows)


def _first(evidence: Evidence) -> Html:
    rows = [(row.school, row.indicator, row.group, row.period or date(row.observed_on), _value(row), row.source) for row in evidence.observations[:_FIRST]]
    return table("Observations", ["School", "Indicator", "Group", "When", "Value", "Source"], rows, see="evidence.observations", total=len(evidence))


def _value(row: Observation) -> str:
    if row.value is None:
        return f"missing: {missing_words(row.missing)}"
    return ("yes" if row.value else "no") if isinstance(row.value, bool) else str(row.value)
