"""Rows of a judged table that have certain answers, and its answers beside the rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from . import _checks
from ._beside import put_beside
from ._judgements_where import RESULTS
from ._near import did_you_mean
from .errors import FailedPreconditionError

if TYPE_CHECKING:
    from .table_judgement import RowState, TableJudgement

__all__ = ["joined", "rows_where"]

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
    if settled is not None:
        _checks.flag(settled, "settled")
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
    if not judged._handle.has_key:
        raise FailedPreconditionError("the table was judged without a key, so its rows cannot be found by school; give judge_table key=")
    answers, rows = judged.to_table(), judged._index()
    return put_beside(table, on, answers.select(answers.column_names[1:]), lambda school: judged.row_of(school) if school in rows else None)
