"""Evidence as a table in long form, for :meth:`schoolimp.Evidence.to_table`."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable

from . import _core
from ._arrow_columns import Column, table_of

__all__ = ["long_table"]

_KINDS = {"observed_on": "date", "recorded_at": "date", "cohort": "whole"}
_READ: dict[str, Callable[[str], object]] = {"text": str, "date": dt.date.fromisoformat, "whole": int}


def long_table(text: str) -> _core.Table:
    """Return the table of comma-separated evidence, with its columns; what is empty there is null."""
    # The text is the one form C++ writes evidence as a table in: its rules, and what it refuses to write, are those of the table, too.
    names, *rows = csv.reader(io.StringIO(text, newline=""))
    columns = {}
    for place, name in enumerate(names):
        kind = _KINDS.get(name, "text")
        read = _READ[kind]
        columns[name] = Column(kind, [read(row[place]) if row[place] else None for row in rows])
    return table_of(columns)
