"""Evidence from wide tables: one row a school, or a school and period, and one column an indicator. docs/tables.md has the whole story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import _arrow, _checks, _core, _json
from .errors import InvalidDocumentError
from .evidence import Evidence
from .frameworks import Framework
from .wide_columns import IndicatorColumn
from .wide_report import WideCode, WideColumn, WideReport, WideWord

if TYPE_CHECKING:
    from ._wide_levels import LevelReader
    from ._wide_rows import Layout, Long

__all__ = ["IndicatorColumn", "WideCode", "WideColumn", "WideReading", "WideReport", "WideWord", "read_wide"]


@dataclass(frozen=True, slots=True)
class WideReading:
    """The evidence of a wide table, and how the table was read.

    Attributes
    ----------
    evidence : Evidence
        The observations.
    report : WideReport
        What was read of each column, changed, and left alone.
    """

    evidence: Evidence
    report: WideReport


def read_wide(
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
) -> WideReading:
    """Read a wide table: one row a school, or a school and period, and one column an indicator.

    Parameters
    ----------
    table : table of pyarrow, pandas, Polars or DuckDB, dict of lists or arrays, or list of dicts
        Of pandas the index may be a column, by its name.
    columns : mapping of str to str or IndicatorColumn
        Names of columns, each with the id of its indicator; with :class:`IndicatorColumn` also its group, its own period, and the columns that say why a value
        is missing and how many pupils are behind it. Other columns of the table are left alone; the report names them.
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
        The one the evidence is for. With it, indicators and groups it does not have are errors, and so is everything it could not use; words of levels are
        read as :meth:`Scale.normalise` reads them, by id or title, without regard to case and white space, and the report names each that was changed. The
        period of the table is then that of annual indicators, its day that of the others. Without a framework, words are taken as they stand, and period
        and day are those of all columns.
    aliases : mapping of str to str, optional
        Words people write for levels, and the id of the level each means: ``{"RI": "requires_improvement"}``. For a framework only.

    Returns
    -------
    WideReading
        The evidence, and the report. An empty cell, null or NaN, without a reason beside it, makes no observation. Blanks around texts are no part of them.

    Raises
    ------
    InvalidDocumentError
        With one issue for every cell that cannot be read; rows are counted from 0. A text that looks like a number and is none (``48.5%``, ``1,234``,
        ``inf``) is refused, and so is a table without one of the columns, and a row without a school.
    KeyError
        When an alias means a level that no scale of the columns has.
    TypeError
        When an argument has a wrong type, or two that exclude each other are given.

    See Also
    --------
    Evidence.from_wide : the evidence alone.

    Examples
    --------
    >>> import datetime as dt
    >>> import schoolimp as si
    >>> figures = {"urn": [900001, 900002], "RWM": [61.5, None], "Grade": ["Good", "RI"], "Inspected": [dt.date(2018, 3, 5), dt.date(2017, 5, 9)]}
    >>> read = si.read_wide(
    ...     figures,
    ...     columns={"RWM": "ks2.rwm_expected", "Grade": "ofsted.overall"},
    ...     period="2018/19",
    ...     observed_on_column="Inspected",
    ...     framework=si.framework("pvat"),
    ...     aliases={"RI": "requires_improvement"},
    ... )
    >>> print(read.report.summary())
    table: rows 2, schools 2, values 3, missing 0, empty 1
      RWM: ks2.rwm_expected: values 1, empty 1
      Grade: ofsted.overall: values 2, empty 0
      changed: column 'Grade': 'Good' read as 'good' (title), row 0
      changed: column 'Grade': 'RI' read as 'requires_improvement' (alias), row 1
    """
    from ._wide_rows import read_rows, refuse

    given = _layout(framework, columns, school, period, period_column, observed_on, observed_on_column, recorded_at, source, missing)
    long = read_rows(table, given, _readers(framework, given, aliases or {}))
    if long.issues:
        refuse(long.issues)
    evidence = _evidence(long)
    if framework is not None:
        from ._wide_fractions import warnings_of_fractions
        from ._wide_levels import contradictions

        found = contradictions(framework, evidence, long.cells())
        if found:
            refuse(found)
        indicators = {name: column.indicator for name, column in given.columns.items()}
        long.warnings += warnings_of_fractions(framework, indicators, zip((name for _, name in long.places), long.columns["value"], strict=True))
    return WideReading(evidence, _report(long, given, evidence))


def _layout(
    framework: Framework | None,
    columns: Mapping[str, str | IndicatorColumn],
    school: str,
    period: str | None,
    period_column: str | None,
    observed_on: dt.date | None,
    observed_on_column: str | None,
    recorded_at: dt.date | None,
    source: str,
    missing: Mapping[str, str] | None,
) -> Layout:
    """Return what a call says, with every argument checked."""
    from ._wide_levels import kinds
    from ._wide_rows import Layout

    if period and period_column:
        raise TypeError("period is for all rows and period_column for each; give one of them")
    if observed_on and observed_on_column:
        raise TypeError("observed_on is for all rows and observed_on_column for each; give one of them")
    described = {_checks.text(name, "columns"): _described(name, what) for name, what in columns.items()}
    return Layout(
        _checks.text(school, "school"),
        described,
        _checks.text(period or "", "period"),
        _checks.text(period_column or "", "period_column"),
        _json.as_date(observed_on, "observed_on").isoformat() if observed_on else "",
        _checks.text(observed_on_column or "", "observed_on_column"),
        _json.as_date(recorded_at, "recorded_at").isoformat() if recorded_at else "",
        _checks.text(source, "source"),
        {_checks.text(word, "missing").strip(): _checks.text(reason, f"missing[{word!r}]") for word, reason in (missing or {}).items()},
        kinds(framework, described) if framework is not None else {},
    )


def _described(name: str, what: str | IndicatorColumn) -> IndicatorColumn:
    return what if isinstance(what, IndicatorColumn) else IndicatorColumn(_checks.text(what, f"columns[{name!r}]"))


def _readers(framework: Framework | None, given: Layout, aliases: Mapping[str, str]) -> Mapping[str, LevelReader]:
    """Return what reads the words of columns of levels, after the columns have been looked up in the framework."""
    if framework is None:
        if aliases:
            raise TypeError("aliases mean levels of a framework; give framework=, too")
        return {}
    from ._wide_levels import check_columns, level_readers
    from ._wide_rows import refuse

    issues = check_columns(framework, given.columns)
    if issues:
        refuse(issues)
    checked = {_checks.text(word, "aliases"): _checks.text(level, f"aliases[{word!r}]") for word, level in aliases.items()}
    return level_readers(framework, given.columns, checked)


def _evidence(long: Long) -> Evidence:
    from ._wide_rows import in_cells, refuse

    try:
        return Evidence.from_table(_core.Table.from_columns({name: ("text", values) for name, values in long.columns.items()}))
    except InvalidDocumentError as failure:
        issues = in_cells(failure, long)
    refuse(issues)


def _report(long: Long, given: Layout, evidence: Evidence) -> WideReport:
    return WideReport(
        rows=len(long.schools),
        schools=len(set(long.schools)),
        columns=tuple(long.read),
        codes=long.wide_codes(given),
        changed=tuple(long.changed),
        repeated=len(long.places) - len(evidence),
        unused=long.unused,
        warnings=tuple(long.warnings),
    )
