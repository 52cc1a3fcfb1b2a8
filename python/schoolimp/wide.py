"""Evidence from wide tables: one row a school, or a school and period, and one column an indicator. docs/tables.md has the whole story."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from . import _arrow, _checks, _json
from ._near import did_you_mean
from .errors import InvalidDocumentError, Issue

if TYPE_CHECKING:
    from . import _core

__all__ = ["IndicatorColumn"]

_MOST_ISSUES = 100
_MOST_PLACES, _GREATEST = 18, 2**63 - 1  # Of the decimals of the library; a longer number would be taken for a text.
#: What people read as a number and a reader of decimals does not: 48.5%, 1,234, inf.
_NEARLY_NUMBER = re.compile(r"[+-]?[£$]?\d[\d,. ]*%?|[+-]?(?:inf|infinity)|nan", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_WHOLE_AS_DECIMAL = re.compile(r"\d+\.\d*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class IndicatorColumn:
    """What a column of a wide table holds.

    Attributes
    ----------
    indicator : str
        Id of the indicator.
    group : str
        Member of the indicator's dimension; empty for the whole school.
    period : str
        The period of the whole column, in place of that of the table.
    missing : str
        Name of the column with the reasons for missing values; when empty ``<column>:missing``, if the table has it.
    cohort : str
        Name of the column with the number of pupils behind the figure.

    Examples
    --------
    >>> IndicatorColumn("ks2.rwm_expected", group="disadvantaged", period="2018/19")
    IndicatorColumn(indicator='ks2.rwm_expected', group='disadvantaged', period='2018/19', missing='', cohort='')
    """

    indicator: str
    group: str = ""
    period: str = ""
    missing: str = ""
    cohort: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a wide table has what: names of columns, and what holds for all rows."""

    school: str
    columns: Mapping[str, IndicatorColumn]
    period: str
    period_column: str
    observed_on: str
    observed_on_column: str
    recorded_at: str
    source: str
    missing: Mapping[str, str]

    def wanted(self) -> list[str]:
        """Return the names of the columns that must be there."""
        others = [name for column in self.columns.values() for name in (column.missing, column.cohort)]
        return [name for name in (self.school, self.period_column, self.observed_on_column, *self.columns, *others) if name]


@dataclass(slots=True)
class _Long:
    """The observations made so far, by column of the long form, and the cell each was in."""

    columns: dict[str, list[str | None]] = field(
        default_factory=lambda: {name: [] for name in ("school", "indicator", "period", "group", "value", "missing", "observed_on", "recorded_at", "source", "cohort")}
    )
    places: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def add(self, place: str, **values: str | None) -> None:
        for name, column in self.columns.items():
            column.append(values.get(name) or None)
        self.places.append(place)

    def fail(self, place: str, code: str, message: str, hint: str) -> None:
        self.issues.append(Issue(place, code, message, hint))


def layout(
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
    """Return what a call of :meth:`schoolimp.Evidence.from_wide` says, with every argument checked."""
    if period and period_column:
        raise TypeError("period is for all rows and period_column for each; give one of them")
    if observed_on and observed_on_column:
        raise TypeError("observed_on is for all rows and observed_on_column for each; give one of them")
    return Layout(
        _checks.text(school, "school"),
        {_checks.text(name, "columns"): _described(name, what) for name, what in columns.items()},
        _checks.text(period or "", "period"),
        _checks.text(period_column or "", "period_column"),
        _json.as_date(observed_on, "observed_on").isoformat() if observed_on else "",
        _checks.text(observed_on_column or "", "observed_on_column"),
        _json.as_date(recorded_at, "recorded_at").isoformat() if recorded_at else "",
        _checks.text(source, "source"),
        {_checks.text(word, "missing").strip(): _checks.text(reason, f"missing[{word!r}]") for word, reason in (missing or {}).items()},
    )


def _described(name: str, what: str | IndicatorColumn) -> IndicatorColumn:
    return what if isinstance(what, IndicatorColumn) else IndicatorColumn(_checks.text(what, f"columns[{name!r}]"))


def read_wide(table: _arrow.TableLike, given: Layout) -> tuple[_core.Table, list[str]]:
    """Return the table in long form, and for each of its rows the cell it comes from. Raises InvalidDocumentError with all issues of the cells."""
    from ._arrow_columns import Column, table_of

    cells = _cells(table, given)
    long = _Long()
    for row, school in enumerate(cells[given.school]):
        name = _school(long, f"row {row}, column {given.school!r}", school)
        if name:
            _read_row(long, given, cells, row, name)
    if long.issues:
        refuse(long.issues)
    return table_of({name: Column("text", values) for name, values in long.columns.items()}), long.places


def _cells(table: _arrow.TableLike, given: Layout) -> dict[str, list[str | None]]:
    """Return the columns that are used, as texts without outer blanks; what is blank is None."""
    from ._arrow_values import texts_of

    texts = _texts_given(table)
    taken = _arrow.taken_in({name: values for name, values in table.items() if name not in texts} if isinstance(table, Mapping) else table, given.school)
    there = [*taken.column_names, *texts]
    absent = [name for name in dict.fromkeys(given.wanted()) if name not in there]
    if absent:
        refuse([Issue(f"column {name!r}", "unknown_column", "the table has no such column", did_you_mean(name, there, "its columns are")) for name in absent])
    companions = [f"{name}:missing" for name in given.columns if f"{name}:missing" in there]
    texts |= texts_of(taken, [name for name in [*given.wanted(), *companions] if name not in texts])
    return {name: [(text or "").strip() or None for text in column] for name, column in texts.items()}


def _texts_given(table: _arrow.TableLike) -> dict[str, list[str | None]]:
    """Return the columns of a dict that are texts: lists, and NumPy arrays of them, which have no buffer C++ reads."""
    if not isinstance(table, Mapping):
        return {}
    texts: dict[str, list[str | None]] = {}
    for name, values in table.items():
        listed = list(values) if isinstance(values, (list, tuple)) or getattr(getattr(values, "dtype", None), "kind", "") in ("U", "O") else []
        if listed and all(value is None or isinstance(value, str) for value in listed):
            texts[name] = [None if value is None else str(value) for value in listed]
    return texts


def _school(long: _Long, place: str, school: str | None) -> str | None:
    if school is None:
        long.fail(place, "missing_member", "the school is missing", "leave the row out, or give its school")
    elif _WHOLE_AS_DECIMAL.fullmatch(school):
        long.fail(place, "bad_id", f"{school!r} is a number with a point, not the id of a school", "read the column as text or as whole numbers")
        return None
    return school


def _read_row(long: _Long, given: Layout, cells: Mapping[str, list[str | None]], row: int, school: str) -> None:
    observed_on = cells[given.observed_on_column][row] if given.observed_on_column else given.observed_on
    for name, column in given.columns.items():
        place = f"row {row}, column {name!r}"
        text = cells[name][row]
        reasons = cells.get(column.missing or f"{name}:missing")
        reason = reasons[row] if reasons else None
        if text in given.missing:
            text, reason = None, reason or text
        if text is None and reason is None:
            continue  # Nothing is known of the cell, not even why: that is what no observation says.
        if text is not None and not _is_value(long, place, text):
            continue
        long.add(
            place,
            school=school,
            indicator=column.indicator,
            period=column.period or (cells[given.period_column][row] if given.period_column else given.period),
            group=column.group,
            value=text,
            missing=given.missing.get(reason, reason) if reason else None,
            observed_on=observed_on,
            recorded_at=given.recorded_at,
            source=given.source,
            cohort=cells[column.cohort][row] if column.cohort else None,
        )


def _is_value(long: _Long, place: str, text: str) -> bool:
    if _NUMBER.fullmatch(text):
        whole, _, places = text.lstrip("-").partition(".")
        if len(places) <= _MOST_PLACES and int(whole + places) <= _GREATEST:
            return True
        long.fail(place, "out_of_range", f"{text!r} has more digits than a figure can have: {_MOST_PLACES}", "round it")
        return False
    if not _NEARLY_NUMBER.fullmatch(text) or _DATE.fullmatch(text):
        return True
    hint = "write 48.5 for 48.5%" if text.endswith("%") else "take the separators of thousands out" if "," in text else "leave the cell empty, or say why it is missing"
    long.fail(place, "not_a_number", f"{text!r} looks like a number and is none", hint)
    return False


def refuse(issues: Sequence[Issue]) -> NoReturn:
    """Raise InvalidDocumentError with these issues; of more than a hundred, the first."""
    shown = list(issues[:_MOST_ISSUES])
    if len(issues) > _MOST_ISSUES:
        shown.append(Issue("", "too_many_issues", f"{len(issues) - _MOST_ISSUES} more are not listed"))
    raise InvalidDocumentError("; ".join(["wide table: " + str(shown[0]), *([f"and {len(issues) - 1} more"] if len(issues) > 1 else [])]), shown)


def in_cells(failure: InvalidDocumentError, places: Sequence[str]) -> list[Issue]:
    """Return the issues of a table in long form with the cells of the wide table in place of its rows."""

    def cell(match: re.Match[str]) -> str:
        return places[int(match[1])] if int(match[1]) < len(places) else match[0]

    pattern = re.compile(r"\brow (\d+)(?:, column \w+)?")
    return [Issue(pattern.sub(cell, issue.pointer), issue.code, pattern.sub(cell, issue.message), issue.hint, issue.severity) for issue in failure.issues]
