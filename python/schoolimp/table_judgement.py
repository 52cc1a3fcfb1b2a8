"""What judging a table gave: an answer for each row, whole judgements for the asking, and columns for other libraries."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn, overload

from . import _checks, _core, _table_out
from ._hints import hinted, with_hints
from .errors import Issue
from .frameworks import Framework
from .judgement import Judgement

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from ._arrow import TableLike

__all__ = ["RowState", "TableJudgement"]


class RowState(enum.IntFlag):
    """What else is to be said of the answer of a row; 0 when nothing is."""

    NOT_APPLICABLE = 1  #: The question does not apply to the school.
    ONLY_POSSIBLE = 2  #: The evidence does not give the level suggested, but whatever is missing turns out to be, it will.
    NOT_EXACT = 4  #: The search for possible levels stopped at its limit: there may be fewer.
    FAILED = 8  #: The row contradicts the framework and has no answers; :attr:`TableJudgement.failures` says why.


class TableJudgement:
    """What judging a table gave. Made by :func:`judge_table`; does not change, and is safe to use from any number of threads.

    Rows are numbered from 0, in the order of the table. When the table was judged with a `key`, ``judged["137182"]`` is the judgement of that school with
    its reasons; without one, schools are named by their row. The table judged is kept as long as this is, for :meth:`explain` reads it again.

    It has ``__arrow_c_stream__``: pyarrow, Polars and DuckDB take it as a table. It cannot be pickled; keep what :meth:`to_arrow` gives.

    Examples
    --------
    >>> import array, datetime as dt
    >>> import schoolimp as si
    >>> figures = {"urn": array.array("q", [100001, 100002]), "absence.overall": array.array("d", [3.9, float("nan")])}
    >>> judged = si.judge_table(si.framework("pvat"), figures, valid=dt.date(2026, 9, 1), key="urn")
    >>> judged
    <schoolimp.TableJudgement pvat 2026.1 rows=2 failed=0>
    >>> judged["100002"].school, judged.possible(row=1)
    ('100002', ('tier_1', 'tier_2', 'tier_3'))
    """

    __slots__ = ("__weakref__", "_framework", "_handle", "_rows_by_key", "_schools")

    _framework: Framework
    _handle: _core.TableJudgement
    _schools: tuple[str, ...] | None
    _rows_by_key: dict[str, list[int]] | None

    def __init__(self) -> None:
        raise TypeError("TableJudgement is made by judge_table()")

    @classmethod
    def _wrap(cls, handle: _core.TableJudgement, framework: Framework) -> TableJudgement:
        judged = object.__new__(cls)
        judged._handle = handle
        judged._framework = framework
        judged._schools = None
        judged._rows_by_key = None
        return judged

    @property
    def framework(self) -> Framework:
        """The framework it was judged with."""
        return self._framework

    @property
    def rows(self) -> int:
        """Number of rows, the same as ``len()``."""
        return self._handle.rows

    @property
    def schools(self) -> tuple[str, ...]:
        """Ids of the schools, by row: the key column as text, ``""`` where it has none. Without a key the numbers of the rows."""
        if self._schools is None:
            # Two threads may both make them; either may be kept.
            self._schools = tuple(self._handle.keys()) if self._handle.has_key else tuple(map(str, range(len(self))))
        return self._schools

    @property
    def failed(self) -> int:
        """Number of rows that contradict the framework and so have no answers."""
        return self._handle.failed

    @property
    def failures(self) -> tuple[Issue, ...]:
        """Why rows failed, in their order; of the first 100. ``pointer`` is ``row 12, column 'ofsted.overall'``."""
        return tuple(hinted(Issue(*issue)) for issue in self._handle.failures)

    @property
    def absent(self) -> tuple[str, ...]:
        """Cells of the framework the table has no column for and no constant was given for: they were unknown for every school."""
        return tuple(self._handle.absent)

    @property
    def searched_rows(self) -> int:
        """Number of rows whose possible levels had to be searched for; counted for each question."""
        return self._handle.searched_rows

    @property
    def searches(self) -> int:
        """Number of searches that took; rows that are alike share one."""
        return self._handle.searches

    @overload
    def suggested(self, judgement: str | None = None, row: None = None) -> list[str | None]: ...
    @overload
    def suggested(self, judgement: str | None = None, *, row: int) -> str | None: ...
    def suggested(self, judgement: str | None = None, row: int | None = None) -> list[str | None] | str | None:
        """Return the id of the suggested level, for each row or for one.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.
        row : int, optional
            Number of the row, from 0.

        Returns
        -------
        list of (str or None), or str or None
            As long as the table; None where the evidence does not settle a level, the question does not apply, or the row failed: :meth:`states` tells which.

        Raises
        ------
        KeyError
            When the framework has no such question.
        OutOfRangeError
            When the table has no such row.
        TypeError
            When `row` is not a whole number.
        """
        place = self._place_of(judgement)
        return self._handle.suggested(place) if row is None else self._handle.suggested_in(place, _checks.whole_number(row, "row"))

    @overload
    def possible(self, judgement: str | None = None, row: None = None) -> list[tuple[str, ...]]: ...
    @overload
    def possible(self, judgement: str | None = None, *, row: int) -> tuple[str, ...]: ...
    def possible(self, judgement: str | None = None, row: int | None = None) -> list[tuple[str, ...]] | tuple[str, ...]:
        """Return the levels that some filling of the missing evidence would give, for each row or for one.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.
        row : int, optional
            Number of the row, from 0.

        Returns
        -------
        list of tuple of str, or tuple of str
            Ids of levels in the order of the scale; the list is as long as the table. Empty where the question does not apply, and in rows that failed.

        Raises
        ------
        KeyError, OutOfRangeError, TypeError
            As :meth:`suggested`.
        """
        place = self._place_of(judgement)
        return self._handle.possible(place) if row is None else self._handle.possible_in(place, _checks.whole_number(row, "row"))

    @overload
    def states(self, judgement: str | None = None, row: None = None) -> list[RowState]: ...
    @overload
    def states(self, judgement: str | None = None, *, row: int) -> RowState: ...
    def states(self, judgement: str | None = None, row: int | None = None) -> list[RowState] | RowState:
        """Return what else is to be said of the answers, for each row or for one.

        Parameters
        ----------
        judgement : str, optional
            Id of the question; the main one when absent.
        row : int, optional
            Number of the row, from 0.

        Returns
        -------
        list of RowState, or RowState
            The list is as long as the table.

        Raises
        ------
        KeyError, OutOfRangeError, TypeError
            As :meth:`suggested`.
        """
        place = self._place_of(judgement)
        if row is not None:
            return RowState(self._handle.state_in(place, _checks.whole_number(row, "row")))
        all_states = [RowState(bits) for bits in range(16)]
        return [all_states[bits] for bits in self._handle.states(place)]

    def criteria(self, row: int) -> dict[str, str]:
        """Return the results of all criteria for one row.

        Parameters
        ----------
        row : int
            Number of the row, from 0.

        Returns
        -------
        dict of str to str
            ``met``, ``not_met``, ``unknown`` or ``not_applicable``, by the criterion's id, in the order of the framework.

        Raises
        ------
        OutOfRangeError
            When the table has no such row.
        InvalidDocumentError
            When the row failed; the issues say why.
        TypeError
            When `row` is not a whole number.
        """
        with with_hints():
            results = self._handle.criteria_in(_checks.whole_number(row, "row"))
        return dict(zip(self._criterion_ids(), results, strict=True))

    def criterion(self, id: str) -> list[str | None]:
        """Return the result of one criterion for each row.

        Parameters
        ----------
        id : str
            Id of the criterion.

        Returns
        -------
        list of (str or None)
            As long as the table: ``met``, ``not_met``, ``unknown`` or ``not_applicable``; None where the row failed.

        Raises
        ------
        KeyError
            When the framework has no such criterion; the message names those it has.
        """
        ids = self._criterion_ids()
        if id not in ids:
            raise KeyError(f"no criterion {id!r} in framework {self._framework.id}; it has: {', '.join(ids) or 'none'}")
        return self._handle.criterion(ids.index(id))

    def where(
        self,
        judgement: str | None = None,
        *,
        suggested: str | None = None,
        possible: str | None = None,
        settled: bool | None = None,
        state: RowState | None = None,
        criteria: Mapping[str, str] | None = None,
    ) -> tuple[int, ...]:
        """Return the numbers of the rows for which everything given holds, in order.

        They choose rows in any library: ``frame.iloc[list(rows)]`` in pandas, ``frame[rows]`` in Polars, ``table.take(rows)`` in pyarrow.

        Parameters
        ----------
        judgement : str, optional
            Id of the question the levels and states are of; the main one when absent.
        suggested, possible : str, optional
            Id of a level: that suggested, or one of those possible.
        settled : bool, optional
            Whether any level is suggested.
        state : RowState, optional
            All of these are to be said of the answer: ``RowState.FAILED``.
        criteria : mapping of str to str, optional
            Ids of criteria, each with its result: ``met``, ``not_met``, ``unknown`` or ``not_applicable``.

        Returns
        -------
        tuple of int
            From 0; may be empty.

        Raises
        ------
        KeyError
            When the framework has no such question, level or criterion.
        ValueError
            When a result of a criterion is none.
        """
        from ._table_rows import rows_where

        return rows_where(self, judgement, suggested, possible, settled, state, criteria or {})

    @overload
    def join(self, table: pd.DataFrame, on: str) -> pd.DataFrame: ...
    @overload
    def join(self, table: pl.DataFrame, on: str) -> pl.DataFrame: ...
    @overload
    def join(self, table: TableLike, on: str) -> Any: ...
    def join(self, table: Any, on: str) -> Any:
        """Return a table with the answers of its schools beside its rows: the columns of :meth:`to_table` but the key.

        Parameters
        ----------
        table
            Any table :func:`judge_table` takes; it stays as it is.
        on : str
            Its column with the schools' ids, text or whole numbers; also the name of an index of pandas.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            Of the library the table is of; pyarrow for all but pandas and Polars. Every row of the table in its order; the answers are null where no
            row judged has its school. A school may stand in several rows of the table.

        Raises
        ------
        FailedPreconditionError
            When the table was judged without a key.
        InvalidDocumentError
            When the table has no such column, or has a column of the answers already.
        KeyError
            When several rows judged have the school of a row.
        """
        from ._table_rows import joined

        return joined(self, table, on)

    def explain(self, row: int | None = None, *, key: str | int | None = None) -> Judgement:
        """Return the whole judgement of one row with all reasons, made anew from the table.

        Parameters
        ----------
        row : int, optional
            Number of the row, from 0.
        key : str or int, optional
            Id of the school instead, as the key column has it; a whole number is the same as its text.

        Returns
        -------
        Judgement
            The one :func:`judge` gives for the values of the row.

        Raises
        ------
        OutOfRangeError
            When the table has no such row.
        KeyError
            When no row has the key, or several have it.
        InvalidDocumentError
            When the row failed; the issues say why.
        TypeError
            When neither or both are given, or one has a wrong type.
        """
        if (row is None) == (key is None):
            raise TypeError("explain() takes the number of a row or key=, the id of a school")
        place = _checks.whole_number(row, "row") if key is None else self.row_of(key)
        with with_hints():
            return Judgement._wrap(self._handle.explain(place))

    def row_of(self, key: str | int) -> int:
        """Return the number of the row with this key.

        Parameters
        ----------
        key : str or int
            Id of the school as the key column has it; a whole number is the same as its text. Without a key column, the number of the row.

        Returns
        -------
        int
            From 0.

        Raises
        ------
        KeyError
            When no row has the key, or several have it.
        TypeError
            When the key is neither text nor a whole number.
        """
        rows = self._index().get(_key_text(key), [])
        if len(rows) == 1:
            return rows[0]
        if not rows:
            raise KeyError(
                f"no row has the key {key!r}" if self._handle.has_key else f"no row {key!r}; the table was judged without a key, and its rows are 0 to {len(self) - 1}"
            )
        shown = ", ".join(map(str, rows[:5])) + (", ..." if len(rows) > 5 else "")
        raise KeyError(f"{len(rows)} rows have the key {key!r}: {shown}; name one by its number")

    def to_table(self) -> _core.Table:
        """Return the answers as a table with ``__arrow_c_stream__``, which other libraries read without a copy.

        Returns
        -------
        table with ``__arrow_c_stream__``
            One row for each row judged. Its columns are the key (text), if there is one; for each question ``<id>`` (a dictionary of level ids; null where none is
            suggested), ``<id>.possible`` (uint64: bit i is the i-th level of the scale) and ``<id>.state`` (uint8: the bits of :class:`RowState`); then
            ``criteria.met``, ``criteria.not_met`` and ``criteria.unknown`` (uint64: bit i is the i-th criterion; from the 65th on ``criteria.met.1`` ...), each with
            ``criteria.met.count`` ... (int32), how many they are.
        """
        return self._handle.to_table()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the columns of :meth:`to_table` as an Arrow stream; a requested schema is only a wish and not followed."""
        return self.to_table().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """Return the columns of :meth:`to_table` as a table of pyarrow.

        Returns
        -------
        pyarrow.Table
            Without a copy; levels are dictionaries.

        Raises
        ------
        ImportError
            When pyarrow is not installed.
        """
        return _table_out.to_arrow(self.to_table())

    def to_pandas(self) -> pd.DataFrame:
        """Return the columns of :meth:`to_table` as a frame of pandas.

        Returns
        -------
        pandas.DataFrame
            Levels are categoricals in the order of their scale.

        Raises
        ------
        ImportError
            When pandas, or pyarrow, which it reads tables with, is not installed.
        """
        return _table_out.to_pandas(self.to_table())

    def to_polars(self) -> pl.DataFrame:
        """Return the columns of :meth:`to_table` as a frame of Polars.

        Returns
        -------
        polars.DataFrame
            Levels are Enum or Categorical columns.

        Raises
        ------
        ImportError
            When Polars is not installed.
        """
        return _table_out.to_polars(self.to_table())

    def _place_of(self, judgement: str | None) -> int:
        ids = self._framework.judgements
        if judgement is None and ids:
            return 0
        if judgement not in ids:
            raise KeyError(f"no judgement {judgement!r} in framework {self._framework.id}; it has: {', '.join(ids) or 'none'}")
        return ids.index(judgement)

    def _criterion_ids(self) -> tuple[str, ...]:
        return tuple(criterion["id"] for criterion in self._framework._members().get("criteria", ()))

    def _index(self) -> dict[str, list[int]]:
        if self._rows_by_key is None:
            rows: dict[str, list[int]] = {}
            for row, key in enumerate(self.schools):
                rows.setdefault(key, []).append(row)
            rows.pop("", None)
            self._rows_by_key = rows
        return self._rows_by_key

    def __getitem__(self, key: str | int) -> Judgement:
        """Return the judgement of the school with this key, with its reasons; see :meth:`explain`."""
        return self.explain(key=key)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, (str, int)) and not isinstance(key, bool) and str(key) in self._index()

    # Whether keys, rows or judgements were meant could only be guessed.
    __iter__ = None

    def __len__(self) -> int:
        return self._handle.rows

    def __reduce__(self) -> NoReturn:
        raise TypeError("a TableJudgement cannot be pickled or copied, for it holds the table it was made from; keep to_arrow(), or judge the table again")

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.tables import table_judgement_html

        return table_judgement_html(self)

    def __repr__(self) -> str:
        return f"<schoolimp.TableJudgement {self._framework.id} {self._framework.edition} rows={len(self)} failed={self.failed}>"


def _key_text(key: str | int) -> str:
    if isinstance(key, bool) or not (isinstance(key, str) or hasattr(key, "__index__")):
        raise TypeError(f"the key of a row is a str or a whole number, not {type(key).__name__} ({key!r})")
    return key if isinstance(key, str) else str(int(key))
