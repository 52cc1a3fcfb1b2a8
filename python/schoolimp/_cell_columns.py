"""Columns of a table that are no cells of the framework: left alone, unless a cell the table lacks was meant."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence

from . import _core
from .errors import InvalidDocumentError, Issue
from .frameworks import Framework

__all__ = ["check_columns"]

_SURE = 0.9  #: More than a hint needs: a column of another matter must not stop the judging.
_INDICATOR = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)+")
_REASONS = "missing"  #: ``<column>:missing`` has the reasons of a column.


def check_columns(framework: Framework, names: Sequence[str], given: Collection[str]) -> None:
    """Raise InvalidDocumentError when a column has nearly the name of a cell that is not there: it would be left out, and the cell be unknown.

    `given` are the cells and columns that are named otherwise: by ``columns``, ``constants`` and ``key``.
    """
    cells = framework.cells
    absent = {cell.casefold(): cell for cell in cells if cell not in names and cell not in given}
    others = [name for name in names if name not in cells and name not in given]
    meant = {name: _meant(framework, name, absent, names) for name in others if "." in name or ":" in name or name.casefold() in absent}
    issues = [
        Issue(f"column {name!r}", "unknown_column", f"it is no cell of the framework, and the table has no {found!r}", f"did you mean {found!r}? rename it, or take it out")
        for name, found in meant.items()
        if found
    ]
    if issues:
        raise InvalidDocumentError(f"table: {issues[0]}" + (f"; and {len(issues) - 1} more" if len(issues) > 1 else ""), issues)


def _meant(framework: Framework, name: str, absent: dict[str, str], names: Sequence[str]) -> str:
    import difflib  # Only where a column looks like a cell: judging stays quick.

    column, _, word = name.rpartition(":")
    if column in names:
        wrong = word != _REASONS and difflib.get_close_matches(word.casefold(), [_REASONS], cutoff=_SURE)
        return f"{column}:{_REASONS}" if wrong else ""
    folded = name.casefold()
    if folded in absent:
        return absent[folded]
    close = difflib.get_close_matches(folded, absent, n=1, cutoff=_SURE)
    return absent[close[0]] if close and not _is_known(framework, name) else ""


def _is_known(framework: Framework, name: str) -> bool:
    """Whether the column is of an indicator there is, of the framework or the catalogue: then it is what it says."""
    indicator = _INDICATOR.search(name)
    if indicator is None:
        return False
    standard = {each["id"] for each in json.loads(_core.builtin_catalogue())["indicators"]}
    return indicator[0] in standard or framework.find_indicator(indicator[0]) is not None
