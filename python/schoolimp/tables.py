"""Judging tables: every row a school, every column a cell of evidence, all of them judged at once. docs/tables.md has the whole story."""

from __future__ import annotations

import datetime as dt
import numbers
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from . import _arrow, _checks, _core, _json
from ._arrow import ArrowArray, ArrowStream, TableLike
from ._cell_columns import check_columns
from ._hints import with_hints
from .frameworks import Framework
from .table_judgement import RowState, TableJudgement

__all__ = ["ArrowArray", "ArrowStream", "Constant", "RowState", "TableJudgement", "TableLike", "judge_table"]


Constant = int | Decimal | str | bool | dt.date


def judge_table(
    framework: Framework,
    table: TableLike,
    *,
    valid: dt.date,
    known: dt.date | None = None,
    period: str | None = None,
    columns: Mapping[str, str] | None = None,
    constants: Mapping[str, Constant] | None = None,
    key: str | None = None,
    threads: int = 1,
    search_limit: int = 20_000,
    progress: Callable[[int, int], object] | None = None,
    _kernels: str | None = None,
) -> TableJudgement:
    """Judge every row of a table, with the same answers as :func:`judge` gives the schools one by one.

    A column has the name of its cell as the framework language writes it: ``ks2.rwm_expected``, ``prior(absence.overall)``, ``ks2.progress['maths']``,
    ``national(ks2.rwm_expected)``, ``school.phase``; :attr:`Framework.cells` lists them. Cells without a column are unknown for every school; columns that
    are no cells are left alone. Numbers are in the unit of their indicator: percentages as 48.5, not as 0.485 or "48.5%".

    Missing values: null is unknown, and so is NaN in a column of floating-point numbers. Why a value is missing may stand beside it, in a text column
    ``<column>:missing`` with the words of evidence documents; of them only ``not_applicable`` changes answers.

    Parameters
    ----------
    framework : Framework
        The model.
    table : table of pyarrow, pandas (2.2 or later), Polars or DuckDB, or dict of NumPy arrays
        Anything with ``__arrow_c_stream__`` or ``__arrow_c_array__``; or a dict of column names to one-dimensional arrays of one length, strided ones too.
        Columns are read where they lie, without a copy, and kept until the result is let go of; they must not be changed meanwhile. Numbers are float64, float32, any
        integer or decimal128 (a floating-point number stands for the shortest decimal that reads back as it), conditions bool, dates date32, levels and
        texts utf8 or dictionaries (categoricals) of it: levels by their ids.
    valid : datetime.date
        The day the values are those of. The ages of observations are counted from it, where the table has their dates: ``observed_on(inspection.grade)``.
    known : datetime.date, optional
        What had been recorded by this date counts; `valid` when absent. Stands in explanations only, for a table does not say when its values were recorded.
    period : str, optional
        The school year of the annual indicators, ``"2018/19"``; stands in explanations only.
    columns : mapping of str to str, optional
        Cell to column, where they have not the same name.
    constants : mapping of str to int, Decimal, str, bool or datetime.date, optional
        Cells that have one value for every school, such as national figures. Instead of a column of the table, if there is one.
    key : str, optional
        Column with the schools' ids, text or whole numbers.
    threads : int
        1 to 1024. The answers do not depend on it.
    search_limit : int
        At most so many evaluations for the possible levels of one row; where they do not suffice, the row says :attr:`RowState.NOT_EXACT`.
    progress : callable, optional
        Called as ``progress(done, rows)`` in the calling thread, at most ten times a second and once at the end. When it returns False the run stops; what it
        raises comes out.

    Returns
    -------
    TableJudgement
        The same inputs give the same answers.

    Raises
    ------
    InvalidDocumentError
        When the table is none that can be read, or its columns do not fit the framework; all problems in ``issues``. A column that is no cell is left alone, but
        one that has nearly the name of a cell the table lacks is an issue. A row that contradicts the framework (a
        figure out of its bounds, a word that is not a level of its scale) raises nothing: it fails by itself, see :attr:`TableJudgement.failures`.
    TypeError
        When an argument has a wrong type; constants are no binary floating-point numbers, for 0.1 + 0.2 is no published figure.
    CancelledError
        When `progress` stopped the run.
    UnimplementedError
        When the framework has a scale of more than 64 levels, or compares texts with more than 63 different ones.

    See Also
    --------
    judge : one school from observations, with periods and the dates of recording.

    Notes
    -----
    The interpreter lock is not held while rows are judged: other threads of Python go on.
    """
    taken = _arrow.taken_in(table, key)
    check_columns(framework, taken.column_names, {*(columns or {}), *(columns or {}).values(), *(constants or {}), key or ""})
    with with_hints(taken.column_names, framework, taken):
        handle = _core.judge_table(
            framework._handle,
            taken,
            _json.days(valid, "valid"),
            _json.days(valid if known is None else known, "known"),
            _checks.text(period or "", "period"),
            {_checks.text(cell, "columns"): _checks.text(column, f"columns[{cell!r}]") for cell, column in (columns or {}).items()},
            [(_checks.text(cell, "constants"), *_constant(value, f"constants[{cell!r}]")) for cell, value in (constants or {}).items()],
            _checks.text(key or "", "key"),
            _checks.whole_number(threads, "threads"),
            _checks.whole_number(search_limit, "search_limit"),
            progress,
            _kernels or "",
        )
    return TableJudgement._wrap(handle, framework)


def _constant(value: Any, name: str) -> tuple[str, str]:
    """Return the kind of a constant and how documents write it."""
    if isinstance(value, bool):
        return "boolean", "true" if value else "false"
    if isinstance(value, str):
        return "word", _checks.text(value, name)
    if isinstance(value, dt.date):
        return "date", _json.as_date(value, name).isoformat()
    if isinstance(value, numbers.Integral):
        return "number", str(Decimal(int(value)))  # Through Decimal: text of an int has a limit of its own.
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{name}: {value} is not a figure; leave the cell out, and it is unknown")
        return "number", str(value)
    if isinstance(value, numbers.Real):
        raise TypeError(f"{name}: {value!r} is a binary floating-point number; give Decimal('{value}') or a whole number")
    hint = "; leave the cell out, and it is unknown" if value is None else ""
    raise TypeError(f"{name} is an int, Decimal, str, bool or datetime.date, not {type(value).__name__} ({value!r}){hint}")
