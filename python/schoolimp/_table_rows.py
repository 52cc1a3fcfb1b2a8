"""Rows of a judged table that have certain answers, and its answers put beside the rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import _arrow, _table_out
from ._judgements_where import RESULTS
from ._near import did_you_mean
from .errors import FailedPreconditionError, InvalidDocumentError, Issue

if TYPE_CHECKING:
    from .table_judgement import RowState, TableJudgement

__all__ = ["joined", "rows_where"]

_Places = Sequence[int | None]


def rows_where(
    judged: TableJudgement,
    judgement: str | None,
    suggested: str | None,
    possible: str | None,
    settled: bool | None,
    state: RowState | None,
    criteria: Mapping[str, str],
) -> tuple[int, ...]:
    """Return the numbers of the rows for which all that is not None holds; see :meth:`TableJudgement.where`."""
    kept: list[Iterable[bool]] = []
    for level in (suggested, possible):
        if level is not None:
            _check_level(judged, judgement, level)
    if suggested is not None:
        kept.append(level == suggested for level in judged.suggested(judgement))
    if possible is not None:
        kept.append(possible in levels for levels in judged.possible(judgement))
    if settled is not None:
        kept.append((level is not None) == settled for level in judged.suggested(judgement))
    if state is not None:
        kept.append(each & state == state for each in judged.states(judgement))
    for id, result in criteria.items():
        kept.append(_with_result(judged.criterion(id), result))
    judged._place_of(judgement)  # A question that is not there is an error also where nothing else is asked.
    return tuple(range(len(judged))) if not kept else tuple(row for row, all_hold in enumerate(zip(*kept, strict=True)) if all(all_hold))


def _with_result(results: list[str | None], wanted: str) -> Iterable[bool]:
    if wanted not in RESULTS:
        raise ValueError(f"{wanted!r} is no result of a criterion; {did_you_mean(wanted, RESULTS, 'they are')}")
    return (result == wanted for result in results)


def _check_level(judged: TableJudgement, judgement: str | None, level: str) -> None:
    rule = judged.framework.find_judgement(judged.framework.judgements[judged._place_of(judgement)]) or {}
    ids = [each.id for each in judged.framework.scale(rule["scale"])]
    if level not in ids:
        raise KeyError(f"no level {level!r} in the scale {rule['scale']!r}; {did_you_mean(level, ids, 'there are')}")


def joined(judged: TableJudgement, table: Any, on: str) -> Any:
    """Return the table with the answers beside its rows; see :meth:`TableJudgement.join`."""
    answers = judged.to_table()
    if not judged._handle.has_key:
        raise FailedPreconditionError("the table was judged without a key, so its rows cannot be found by school; give judge_table key=")
    taken = _arrow.taken_in(table, on)
    if on not in taken.column_names:
        hint = did_you_mean(on, taken.column_names, "its columns are")
        raise InvalidDocumentError(f"the table has no column {on!r}; {hint}", [Issue(f"column {on!r}", "unknown_column", "the table has no such column", hint)])
    names = answers.column_names[1:]
    twice = sorted(set(names) & set(taken.column_names))
    if twice:
        raise InvalidDocumentError(
            f"the table has columns of the answers already: {', '.join(twice)}", [Issue(f"column {name!r}", "duplicate_name", "the answers have this column, too", "rename it") for name in twice]
        )
    return _beside(table)(table, answers.select(names), _places(judged, taken, on))


def _places(judged: TableJudgement, table: Any, on: str) -> _Places:
    rows = judged._index()
    return [None if key is None or key not in rows else judged.row_of(key) for key in table.texts(on)]


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
