"""Answers put beside the rows of a table, in the library the table is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from . import _arrow, _core, _table_out
from ._near import did_you_mean
from ._school_ids import check_schools
from .errors import InvalidDocumentError, Issue

__all__ = ["put_beside"]

_Places = Sequence[int | None]


def put_beside(table: Any, on: str, answers: _core.Table, place_of: Callable[[str], int | None]) -> Any:
    """Return the table with the rows of the answers beside its own: ``place_of`` gives the row of a school, None where there is none.

    Raises InvalidDocumentError when the table has no such column, or has a column of the answers already.
    """
    taken = _arrow.taken_in(table, on)
    if on not in taken.column_names:
        hint = did_you_mean(on, taken.column_names, "its columns are")
        raise InvalidDocumentError(f"the table has no column {on!r}; {hint}", [Issue(f"column {on!r}", "unknown_column", "the table has no such column", hint)])
    twice = sorted(set(answers.column_names) & set(taken.column_names))
    if twice:
        raise InvalidDocumentError(
            f"the table has columns of the answers already: {', '.join(twice)}", [Issue(f"column {name!r}", "duplicate_name", "the answers have this column, too", "rename it") for name in twice]
        )
    schools = taken.texts(on)
    check_schools(schools, on)
    return _beside(table)(table, answers, [None if school is None else place_of(school) for school in schools])


def _beside(table: Any) -> Callable[[Any, Any, _Places], Any]:
    library = type(table).__module__.partition(".")[0]
    return {"pandas": _beside_pandas, "polars": _beside_polars}.get(library, _beside_arrow)


def _beside_pandas(table: Any, answers: Any, places: _Places) -> Any:
    pandas = _table_out.library("pandas", "join")
    rows = _table_out.to_pandas(answers)
    if None in places:  # Numbers must not become floating-point ones, which have no room for 64 bits.
        rows = rows.astype({name: kind.name.replace("ui", "UI").replace("int", "Int") for name, kind in rows.dtypes.items() if kind.kind in "iu"})
    chosen = rows.reindex([-1 if place is None else place for place in places])
    chosen.index = table.index
    return pandas.concat([table, chosen], axis=1)


def _beside_polars(table: Any, answers: Any, places: _Places) -> Any:
    polars = _table_out.library("polars", "join")
    chosen = _table_out.to_polars(answers).select(polars.all().gather(polars.Series(places, dtype=polars.UInt32)))
    return polars.concat([table, chosen], how="horizontal")


def _beside_arrow(table: Any, answers: Any, places: _Places) -> Any:
    pyarrow = _table_out.library("pyarrow", "join")
    rows = pyarrow.table(_arrow.taken_in(table))
    chosen = pyarrow.table(answers).take(pyarrow.array(places, pyarrow.int64()))
    for name in chosen.column_names:
        rows = rows.append_column(name, chosen[name])
    return rows
