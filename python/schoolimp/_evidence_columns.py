"""Columns of evidence tables that are not known: left alone, unless one that is missing was meant."""

from __future__ import annotations

import csv
from collections.abc import Sequence

from ._near import near
from .errors import InvalidDocumentError, Issue

__all__ = ["COLUMNS", "check_columns", "header_of"]

#: The columns of a table in long form, as ``Evidence.to_table`` gives them.
COLUMNS = ("school", "indicator", "period", "group", "value", "missing", "observed_on", "recorded_at", "source", "cohort", "lower", "upper", "note")

_SURE = 0.8  #: More than a hint needs: a column of another matter must not stop the reading.


def check_columns(names: Sequence[str]) -> None:
    """Raise InvalidDocumentError when a column has nearly the name of one that is missing: the figures of a group without its ``group`` would be those of the whole school."""
    absent = [name for name in COLUMNS if name not in names]
    meant = {name: near(name, absent, likeness=_SURE) for name in names if name not in COLUMNS}
    issues = [
        Issue("", "unknown_column", f"the column {name!r} is not known, and there is no column {found!r}", f"did you mean {found!r}? rename it, or take it out")
        for name, found in meant.items()
        if found is not None
    ]
    if issues:
        raise InvalidDocumentError(f"evidence table: {issues[0]}" + (f"; and {len(issues) - 1} more" if len(issues) > 1 else ""), issues)


def header_of(text: bytes) -> list[str]:
    """Return the names in the first row of a comma-separated table; none where it cannot be read, which reading the table then tells."""
    first = text.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    try:
        return [name.strip(" \t\r") for name in next(csv.reader([first.decode()]), [])]
    except (UnicodeDecodeError, csv.Error):
        return []
