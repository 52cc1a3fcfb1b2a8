"""Tables of plain values: a dict of lists and arrays, or a list of dicts, taken in as columns."""

from __future__ import annotations

import datetime as dt
import numbers
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from . import _checks, _core
from .errors import InvalidDocumentError, Issue

__all__ = ["columns_of_rows", "plain_table"]

_EXACT_WHOLE = 2**53  # Up to here every whole number is a floating-point one.
_GREATEST = 2**63 - 1
_MOST_DIGITS = 38
_ABSENT = ("NAType", "NaTType")  # What pandas writes for a missing value; NumPy's NaT becomes None.


def plain_table(columns: Mapping[str, Any]) -> _core.Table:
    """Return the columns of a dict: buffers of numbers and conditions as they lie, lists and arrays of other values as columns made of them.

    Raises InvalidDocumentError with an issue for each column that is of several types, of none that is known, or of another length; TypeError for a name that is no text.
    """
    taken: dict[str, Any] = {}
    issues: list[Issue] = []
    for name, values in columns.items():
        _checks.text(name, "the name of a column")
        listed = _listed(values)
        column = values if listed is None else _column(name, listed)
        if isinstance(column, Issue):
            issues.append(column)
        else:
            taken[name] = column
    try:
        table = _core.Table.from_columns(taken)
    except InvalidDocumentError as failure:
        issues += failure.issues
    else:
        if not issues:
            return table
    raise InvalidDocumentError(f"table: {issues[0]}" + (f"; and {len(issues) - 1} more" if len(issues) > 1 else ""), issues)


def columns_of_rows(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return the columns of rows: the names in the order they are met; what a row does not have is None."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def _listed(values: Any) -> list[Any] | None:
    """Return the values of a column that has no buffer C++ reads; None for one it does, or should tell what is wrong with."""
    if isinstance(values, (list, tuple)):
        return list(values)
    if hasattr(values, "mask") and hasattr(values, "filled"):  # A masked array of NumPy: C++ says what to do.
        return None
    if type(values).__module__.partition(".")[0] == "numpy":
        return _of_numpy(values)
    if isinstance(values, memoryview) or hasattr(values, "typecode"):
        return None
    method = next((name for name in ("to_pylist", "to_list", "tolist") if hasattr(values, name)), None)
    return list(getattr(values, method)()) if method else None


def _of_numpy(values: Any) -> list[Any] | None:
    kind = getattr(getattr(values, "dtype", None), "kind", "")
    if kind not in ("U", "O", "T", "M") or values.ndim != 1:
        return None
    if kind == "M" and str(values.dtype) != "datetime64[D]":
        values = values.astype("datetime64[us]")  # As finer times they would come out as whole numbers; they are refused as times.
    return list(values.tolist())


def _is_missing(value: Any) -> bool:
    return value is None or type(value).__name__ in _ABSENT or (isinstance(value, float) and value != value)


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return "text"
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return "truth"
    if isinstance(value, dt.datetime):
        return ""
    if isinstance(value, dt.date):
        return "date"
    if isinstance(value, numbers.Integral):
        return "whole"
    if isinstance(value, Decimal):
        return "decimal" if value.is_finite() else ""
    return "number" if isinstance(value, numbers.Real) and hasattr(value, "__float__") else ""


def _column(name: str, values: Sequence[Any]) -> tuple[str, Sequence[Any]] | Issue:
    """Return the values with the kind of column that holds them, as ``Table.from_columns`` takes them, or why none does."""
    there = [(row, value, _kind(value)) for row, value in enumerate(values) if not _is_missing(value)]
    for row, value, kind in there:
        if not kind:
            return _issue(name, row, "wrong_type", f"{_shown(value)} is no value of a table", "give text, numbers, True or False, dates without a time, or None")
    kind = _common([kind for _, _, kind in there])
    if not kind:
        other = next((row, value) for row, value, kind in there if kind != there[0][2])
        hint = "give the column values of one type; words for missing figures stand in a column of their own, or make the whole column text"
        return _issue(name, other[0], "mixed_types", f"{_shown(other[1])} stands in a column that begins with {_shown(there[0][1])}", hint)
    for row, value, _ in there:
        if _too_great(kind, value):
            return _issue(name, row, "out_of_range", f"{_shown(value)} has more digits than the column can hold exactly", "round it, or give the column as text")
    return kind, [None if _is_missing(value) else value for value in values]


def _common(kinds: Sequence[str]) -> str:
    """Return the kind of column that holds them all; empty when none does."""
    found = set(kinds)
    if len(found) <= 1:
        return kinds[0] if kinds else "null"
    return "number" if found == {"whole", "number"} else "decimal" if found == {"whole", "decimal"} else ""


def _too_great(kind: str, value: Any) -> bool:
    if kind == "whole":
        return not -_GREATEST <= int(value) <= _GREATEST
    if kind == "number":
        return isinstance(value, numbers.Integral) and abs(int(value)) > _EXACT_WHOLE
    if kind != "decimal":
        return False
    parts = Decimal(value).as_tuple()
    return len(parts.digits) + abs(int(parts.exponent)) > _MOST_DIGITS // 2


def _issue(name: str, row: int, code: str, message: str, hint: str) -> Issue:
    return Issue(f"row {row}, column {name!r}", code, message, hint)


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:60] + "..."
