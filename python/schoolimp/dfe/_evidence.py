"""What was read, as evidence: however many observations, without a document of them in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..evidence import Evidence
    from ._result import Observation

__all__ = ["evidence_of"]


def evidence_of(observations: Sequence[Observation]) -> Evidence:
    """Return the observations as evidence; the same as of their document."""
    from ..evidence import Evidence

    names = ("school", "indicator", "period", "group", "missing", "source", "note", "cohort")
    columns: dict[str, list[Any]] = {name: [row.get(name) for row in observations] for name in names}
    columns["value"] = [_text(row.get("value")) for row in observations]
    for name in ("observed_on", "recorded_at"):
        days: list[Any] = [row.get(name) for row in observations]
        columns[name] = [dt.date.fromisoformat(day) if day else None for day in days]
    for place, name in enumerate(("lower", "upper")):
        columns[name] = [_text(row["interval"][place]) if "interval" in row else None for row in observations]
    return Evidence.from_table(columns)


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)
