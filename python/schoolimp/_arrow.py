"""Tables of other libraries, as they give their columns by the Arrow PyCapsule interface."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeGuard

from . import _core
from .errors import InvalidDocumentError, Issue, SchoolImpError


class ArrowStream(Protocol):
    """A table that gives its columns as an Arrow stream: pyarrow, pandas 2.2 or later, Polars, DuckDB relations."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return a capsule named ``arrow_array_stream``."""
        ...


class ArrowArray(Protocol):
    """A table that gives its columns as one Arrow array: record batches, struct arrays."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        """Return two capsules, ``arrow_schema`` and ``arrow_array``."""
        ...


_SHOWN = 60

TableLike = ArrowStream | ArrowArray | Mapping[str, Any] | Sequence[Mapping[str, Any]]


def taken_in(table: TableLike, key: str | None = None) -> _core.Table:
    """Return the columns of a table, which are not copied; ``key`` names an index of pandas that is wanted as a column."""
    try:
        return _columns(table, key)
    except UnicodeEncodeError as failure:  # Half a character, as a file read with errors="surrogateescape" leaves it.
        message = f"{ascii(failure.object[:_SHOWN])} holds half of a character and is no text"
        hint = "read the file in the encoding it was written in"
        raise InvalidDocumentError(f"table: {message} ({hint})", [Issue("", "not_unicode", message, hint)]) from None


def _columns(table: TableLike, key: str | None) -> _core.Table:
    if isinstance(table, _core.Table):
        return table
    if key is not None and key in getattr(getattr(table, "index", None), "names", ()):
        # pandas gives away a named index as a column, but not one of numbers in a row.
        table = table.reset_index()  # type: ignore[union-attr]
    if hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__"):
        _refuse_two_of_a_name(table)
        return _given(table)
    if isinstance(table, Mapping) or _is_rows(table):
        from . import _plain_columns  # Only here: importing the package stays quick.

        return _plain_columns.plain_table(table if isinstance(table, Mapping) else _plain_columns.columns_of_rows(table))
    hint = "collect() it first" if hasattr(table, "collect") else "pandas has it from version 2.2 on; plain values may be a dict of lists or arrays, or a list of dicts"
    raise TypeError(f"table is a {type(table).__name__}, which has neither __arrow_c_stream__ nor __arrow_c_array__; {hint}")


def _is_rows(table: object) -> TypeGuard[Sequence[Mapping[str, Any]]]:
    return isinstance(table, (list, tuple)) and bool(table) and all(isinstance(row, Mapping) for row in table)


def _refuse_two_of_a_name(table: object) -> None:
    """Raise InvalidDocumentError for a frame of pandas with two columns of one name: pandas gives no columns of such a frame."""
    columns = getattr(table, "columns", None)
    if columns is None or getattr(columns, "is_unique", True):
        return
    names = list(dict.fromkeys(str(name) for name in columns[columns.duplicated()]))
    issues = [Issue(f"column {name!r}", "duplicate_name", "there are two columns of this name", "give every column a name of its own") for name in names]
    raise InvalidDocumentError(f"table: {issues[0]}", issues)


def _given(table: TableLike) -> _core.Table:
    """Return a table as its library gives it; where it cannot, because a column has values of several types, its words are the issue."""
    try:
        return _core.Table.from_arrow(table)
    except (TypeError, ValueError) as failure:
        if isinstance(failure, SchoolImpError) or not type(failure).__module__.startswith("pyarrow"):
            raise
        message = "; ".join(map(str, reversed(failure.args)))
        hint = "give the column values of one type; words for missing figures stand in a column of their own, or make the whole column text"
        raise InvalidDocumentError(f"the table cannot be given as columns: {message} ({hint})", [Issue("", "mixed_types", message, hint)]) from failure
