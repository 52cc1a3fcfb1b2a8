"""Evidence: observations of schools, each with a value or the reason it is missing; and the national figures to compare with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from . import _arrow, _checks, _core, _json, _table_out
from ._document import Document, handle_of
from .benchmarks import Benchmark, Benchmarks
from .errors import Issue
from .frameworks import Framework
from .wide_columns import IndicatorColumn

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Benchmark", "Benchmarks", "Evidence", "Observation", "check_evidence"]


@dataclass(frozen=True, slots=True)
class Observation:
    """The value of one indicator for one school, period and group.

    Attributes
    ----------
    school : str
        Id of the school, customarily the URN.
    indicator : str
        Id of the indicator; it has the unit.
    period : str
        ``"2018/19"``, ``"2018/19 autumn"``; empty for indicators whose values have dates of their own.
    group : str
        Member of the indicator's dimension; empty for the whole school.
    value : int or decimal.Decimal or bool or str or None
        The figure, condition, level id, text or ISO date; None when it is missing.
    missing : str
        Why there is no value: suppressed, not_applicable, not_collected, not_published, low_coverage, too_small, not_loaded, stale, withheld or unknown.
    observed_on : datetime.date or None
        When it was the case.
    recorded_at : datetime.date or None
        When it became known; None for known from the start.
    source : str
        Where it is from, in words.
    cohort : int or None
        Number of pupils behind the figure.
    note : str
        In words.
    """

    school: str
    indicator: str
    period: str = ""
    group: str = ""
    value: int | Decimal | bool | str | None = None
    missing: str = ""
    observed_on: dt.date | None = None
    recorded_at: dt.date | None = None
    source: str = ""
    cohort: int | None = None
    note: str = ""


_MEMBERS = (*(member.name for member in fields(Observation)), "interval")


class Evidence(Document):
    """An immutable set of observations, ordered by school, indicator, group, date and recording. Schema ``schoolimp/evidence/1``; ``len()`` is their number.

    Examples
    --------
    >>> import schoolimp as si
    >>> evidence = si.Evidence.from_csv("school,indicator,period,value\\n100001,ks2.rwm_expected,2025/26,48\\n")
    >>> evidence.observations[0].value
    48
    """

    __slots__ = ()
    _core_class = _core.Evidence

    @classmethod
    def from_csv(cls, text: str | bytes) -> Self:
        """Return the evidence of a CSV table in long form, one observation a row.

        Parameters
        ----------
        text : str or bytes
            The table, UTF-8, with the columns of ``docs/documents.md``; what :meth:`to_csv` writes.

        Returns
        -------
        Evidence
            The observations of all rows; blank rows are skipped.

        Raises
        ------
        InvalidDocumentError
            With one issue for every row and column that cannot be read, and for rows that contradict each other. Columns that are not known are left alone, but one
            that has nearly the name of one that is missing is an issue.
        TypeError
            When `text` is neither str nor bytes.
        """
        from ._evidence_columns import check_columns, header_of
        from ._school_ids import check_schools

        given = _json.text_of_document(text)
        check_columns(header_of(given))
        made = cls._wrap(_core.Evidence.parse_csv(given))
        check_schools(made.schools, "school")
        return made

    @classmethod
    def from_table(cls, table: _arrow.TableLike) -> Self:
        """Return the evidence of a table in long form, one observation a row.

        Parameters
        ----------
        table
            Anything that gives Arrow columns (pyarrow, pandas, Polars, DuckDB), with the columns of :meth:`from_csv`: ``school`` and ``indicator``, ``value`` or
            ``missing``, and any of the others. Columns may be text, numbers, booleans or dates; null and NaN are no value.

        Returns
        -------
        Evidence
            The observations of all rows.

        Raises
        ------
        InvalidDocumentError
            With one issue for every row (counted from 0) and column that cannot be read, and for rows that contradict each other. Columns that are not known are
            left alone, but one that has nearly the name of one that is missing is an issue.
        TypeError
            When `table` gives no Arrow columns.
        """
        from ._evidence_columns import check_columns
        from ._hints import with_hints
        from ._school_ids import check_schools

        taken = _arrow.taken_in(table)
        check_columns(taken.column_names)
        with with_hints(taken.column_names):
            made = cls._wrap(_core.Evidence.from_table(taken))
        check_schools(made.schools, "school")
        return made

    @classmethod
    def from_wide(
        cls,
        table: _arrow.TableLike,
        *,
        columns: Mapping[str, str | IndicatorColumn],
        school: str = "urn",
        period: str | None = None,
        period_column: str | None = None,
        observed_on: dt.date | None = None,
        observed_on_column: str | None = None,
        recorded_at: dt.date | None = None,
        source: str = "",
        missing: Mapping[str, str] | None = None,
        framework: Framework | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> Self:
        """Return the evidence of a wide table: one row a school, or a school and period, and one column an indicator.

        This is the evidence of :func:`schoolimp.read_wide`, which besides reports what was read, changed and left alone, and describes what is raised.

        Parameters
        ----------
        table : table of pyarrow, pandas, Polars or DuckDB, dict of lists or arrays, or list of dicts
            Of pandas the index may be a column, by its name.
        columns : mapping of str to str or IndicatorColumn
            Names of columns, each with the id of its indicator; with :class:`IndicatorColumn` also its group, its own period, and the columns that say why a value
            is missing and how many pupils are behind it. Other columns of the table are left alone.
        school : str
            Name of the column with the schools' ids. Whole numbers are their digits, also where a floating-point column holds them.
        period, period_column : str, optional
            The period of all rows, ``"2018/19"``, or the column that has that of each.
        observed_on : datetime.date, optional
            The day of all rows.
        observed_on_column : str, optional
            The column that has the day of each row, instead.
        recorded_at : datetime.date, optional
            When all of it became known.
        source : str
            Where all of it is from.
        missing : mapping of str to str, optional
            Words that stand in cells, or in the columns of reasons, in place of a value, each with its reason: ``{"SUPP": "suppressed"}``. None is known by itself.
        framework : Framework, optional
            The one the evidence is for: what it does not know or could not use is an error, and words of levels are read by id or title.
        aliases : mapping of str to str, optional
            Words people write for levels, and the id of the level each means. For a framework only.

        Returns
        -------
        Evidence
            An empty cell, null or NaN, without a reason beside it, makes no observation. Blanks around texts are no part of them.

        Raises
        ------
        InvalidDocumentError
            With one issue for every cell that cannot be read; rows are counted from 0.
        KeyError, TypeError
            As :func:`schoolimp.read_wide`.

        Examples
        --------
        >>> import array
        >>> figures = {"urn": array.array("q", [900001, 900002]), "PTRWM_EXP": array.array("d", [61.5, float("nan")])}
        >>> Evidence.from_wide(figures, columns={"PTRWM_EXP": "ks2.rwm_expected"}, period="2018/19").observations[0].value
        Decimal('61.5')
        """
        from . import wide

        read = wide.read_wide(
            table,
            columns=columns,
            school=school,
            period=period,
            period_column=period_column,
            observed_on=observed_on,
            observed_on_column=observed_on_column,
            recorded_at=recorded_at,
            source=source,
            missing=missing,
            framework=framework,
            aliases=aliases,
        )
        return cls._wrap(read.evidence._handle)

    @classmethod
    def from_observations(cls, observations: Iterable[Mapping[str, Any]]) -> Self:
        """Return the evidence of observations given as mappings with the member names of the evidence document.

        Parameters
        ----------
        observations : iterable of mapping
            ``school`` and ``indicator``, a ``period`` or ``observed_on``, a ``value`` or a ``missing`` reason, and any other member of :class:`Observation`. Figures
            are int or Decimal in the unit of the indicator; None stands for an absent member.

        Returns
        -------
        Evidence
            The observations together.

        Raises
        ------
        TypeError
            When a figure is a binary float, or an observation is no mapping.
        InvalidDocumentError
            With one issue for every observation that cannot be used; pointers are ``/observations/<position>``. A member that is not known is one: a slip in
            ``group`` would make the figure of a group that of the school.
        """
        given = list(observations)
        _checks.known_members(given, _MEMBERS, "observation")
        rows = [{name: value for name, value in row.items() if value is not None} for row in given]
        from . import _evidence_parts

        if len(rows) <= _evidence_parts.MOST_IN_A_PART:
            return cls._of_rows(rows)
        return cls._wrap(_evidence_parts.in_parts(rows, cls._of_rows)._handle)

    @classmethod
    def _of_rows(cls, rows: Sequence[Mapping[str, Any]]) -> Self:
        return cls.from_dict({"schema": "schoolimp/evidence/1", "observations": list(rows)})

    @property
    def schools(self) -> tuple[str, ...]:
        """Ids of the schools, in order."""
        return tuple(self._handle.schools())

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The observations in order."""
        return self._views("observations", Observation)

    def of(self, school: str) -> tuple[Observation, ...]:
        """Return the observations of one school.

        Parameters
        ----------
        school : str
            Id of the school.

        Returns
        -------
        tuple of Observation
            In order; empty when there is none.

        Raises
        ------
        TypeError
            When `school` is no text.
        """
        wanted = _checks.text(school, "school")
        return tuple(row for row in self.observations if row.school == wanted)

    def to_csv(self) -> str:
        """Return the observations as a CSV table that :meth:`from_csv` reads back.

        Texts are written exactly, also those a spreadsheet would take for a formula (``=``, ``+``, ``-``, ``@`` first): open tables of others as text.

        Returns
        -------
        str
            The table, its columns named in the first row.

        Raises
        ------
        InvalidDocumentError
            When a text looks like a number or a condition, so that no table can carry it; :meth:`to_json` can.
        """
        return str(self._handle.to_csv())

    def to_table(self) -> _core.Table:
        """Return the observations as a table in long form, which :meth:`from_table` reads back as the same evidence.

        Returns
        -------
        table with ``__arrow_c_stream__``
            One observation a row, in order. The columns are those of :meth:`to_csv`, always all of them: ``observed_on`` and ``recorded_at`` are dates, ``cohort``
            a whole number, all others text, null where there is nothing. ``value`` is text, so that decimals keep every digit and levels, dates and
            conditions can stand beside figures; ``missing`` is the reason where there is no value.

        Raises
        ------
        InvalidDocumentError
            As :meth:`to_csv`.
        """
        table: _core.Table = self._handle.to_table()
        return table

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the columns of :meth:`to_table` as an Arrow stream; a requested schema is only a wish and not followed."""
        return self.to_table().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """Return :meth:`to_table` as a table of pyarrow.

        Returns
        -------
        pyarrow.Table
            The columns of :meth:`to_table`.

        Raises
        ------
        ImportError
            When pyarrow is not installed.
        InvalidDocumentError
            As :meth:`to_csv`.
        """
        return _table_out.to_arrow(self.to_table())

    def to_pandas(self) -> pd.DataFrame:
        """Return :meth:`to_table` as a frame of pandas.

        Returns
        -------
        pandas.DataFrame
            The columns of :meth:`to_table`; ``cohort`` is Int64, which has room for gaps.

        Raises
        ------
        ImportError
            When pandas, or pyarrow, which it reads tables with, is not installed.
        InvalidDocumentError
            As :meth:`to_csv`.
        """
        return _table_out.to_pandas(self.to_table(), nullable=True)

    def to_polars(self) -> pl.DataFrame:
        """Return :meth:`to_table` as a frame of Polars.

        Returns
        -------
        polars.DataFrame
            The columns of :meth:`to_table`.

        Raises
        ------
        ImportError
            When Polars is not installed.
        InvalidDocumentError
            As :meth:`to_csv`.
        """
        return _table_out.to_polars(self.to_table())

    def merged(self, other: Evidence) -> Evidence:
        """Return both sets together.

        Parameters
        ----------
        other : Evidence
            Stays as it is.

        Returns
        -------
        Evidence
            Observations that are in both stand once.

        Raises
        ------
        InvalidDocumentError
            When they give the same cell, recorded on the same date, different values.
        TypeError
            When `other` is no Evidence.
        """
        return Evidence._wrap(self._handle.merged(handle_of(other, Evidence, "other")))

    def with_predecessor(self, successor: str, predecessor: str) -> Evidence:
        """Return this set with the observations of one school added under the name of another, each with a note that says so.

        Parameters
        ----------
        successor : str
            Id of the school that takes them over.
        predecessor : str
            Id of the school record whose history it inherits.

        Returns
        -------
        Evidence
            Those of both schools, and of all others, stay as they are.

        Raises
        ------
        TypeError
            When an id is no text.
        InvalidDocumentError
            When both have a value for the same cell, recorded on the same date, and they differ.
        """
        return Evidence._wrap(self._handle.with_predecessor(_checks.text(successor, "successor"), _checks.text(predecessor, "predecessor")))

    def __len__(self) -> int:
        return int(self._handle.size())

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.evidence import evidence_html

        return evidence_html(self)

    def _summary(self) -> str:
        return f"observations={len(self)} schools={len(self.schools)}"


def check_evidence(framework: Framework, evidence: Evidence) -> tuple[Issue, ...]:
    """Return what of the evidence a framework cannot use.

    Parameters
    ----------
    framework : Framework
        The model.
    evidence : Evidence
        Observations of any schools.

    Returns
    -------
    tuple of Issue
        Errors: wrong types, levels not in their scale, figures out of bounds, unknown groups. Warnings: indicators the framework does not use. Empty when there
        is none.

    Raises
    ------
    TypeError
        When an argument is another document.
    """
    from ._hints import hinted

    handles = handle_of(framework, Framework, "framework"), handle_of(evidence, Evidence, "evidence")
    return tuple(hinted(Issue(*issue)) for issue in _core.check_evidence(*handles))
