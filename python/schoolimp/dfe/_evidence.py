"""What was read, as evidence: however many observations, without a document of them in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..evidence import Evidence
    from ._result import Observation

__all__ = ["evidence_of"]


def evidence_of(observations: Sequence[Observation]) -> Evidence:
    """Return the observations as evidence; the same as of their document."""
    from .._arrow_columns import Column, table_of
    from ..evidence import Evidence

    names = ("school", "indicator", "period", "group", "missing", "source", "note")
    columns = {name: Column("text", [row.get(name) for row in observations]) for name in names}
    columns["value"] = Column("text", [_text(row.get("value")) for row in observations])
    days: dict[str, Callable[[Any], Any]] = {name: lambda text: dt.date.fromisoformat(text) if text else None for name in ("observed_on", "recorded_at")}
    columns |= {name: Column("date", [read(row.get(name)) for row in observations]) for name, read in days.items()}
    columns["cohort"] = Column("whole", [row.get("cohort") for row in observations])
    for place, name in enumerate(("lower", "upper")):
        columns[name] = Column("text", [_text(row["interval"][place]) if "interval" in row else None for row in observations])
    return Evidence.from_table(table_of(columns))


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)
