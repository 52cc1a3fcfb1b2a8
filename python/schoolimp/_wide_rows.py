"""Reading a wide table, column by column, into long form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from . import _arrow
from ._near import did_you_mean
from .errors import InvalidDocumentError, Issue
from .wide_report import WideCode, WideColumn, WideWord

if TYPE_CHECKING:
    from ._wide_levels import Cell, LevelReader
    from .wide_columns import IndicatorColumn

__all__ = ["Layout", "Long", "in_cells", "read_rows", "refuse"]

_MOST_ISSUES = 100
#: What people read as a number and a reader of decimals does not: 48.5%, 1,234, 1.5e3, inf.
_NEARLY_NUMBER = re.compile(r"[+-]?[£$]?\d[\d,. ]*%?|[+-]?\d[\d.]*e[+-]?\d+|[+-]?(?:inf|infinity)|nan", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_NO_IDS = ("boolean", "date")
_COMMA_DECIMAL = re.compile(r"[+-]?\d+,\d{1,2}")
_WHOLE_AS_DECIMAL = re.compile(r"\d+\.\d*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


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
    kinds: Mapping[str, tuple[bool, bool]]  #: By column, where the framework is known: whether its figures have periods, and whether they have days.

    def wanted(self) -> list[str]:
        """Return the names of the columns that must be there."""
        others = [name for column in self.columns.values() for name in (column.missing, column.cohort)]
        return [name for name in (self.school, self.period_column, self.observed_on_column, *self.columns, *others) if name]


@dataclass(slots=True)
class Long:
    """The observations made so far, by column of the long form, the cell each was in, and what is to be reported of the reading."""

    columns: dict[str, list[str | None]] = field(
        default_factory=lambda: {name: [] for name in ("school", "indicator", "period", "group", "value", "missing", "observed_on", "recorded_at", "source", "cohort")}
    )
    places: list[tuple[int, str]] = field(default_factory=list)
    sources: dict[str, dict[str, str]] = field(default_factory=dict)  #: Of each column of figures: the columns the parts of its observations come from.
    issues: list[Issue] = field(default_factory=list)
    schools: list[str | None] = field(default_factory=list)
    read: list[WideColumn] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    changed: list[WideWord] = field(default_factory=list)
    unused: tuple[str, ...] = ()
    warnings: list[str] = field(default_factory=list)

    def place(self, observation: int, part: str = "value") -> str:
        """Return the row and column of the wide table that a part of an observation comes from."""
        row, column = self.places[observation]
        return _place(row, self.sources[column].get(part, column))

    def cells(self) -> Iterator[tuple[Cell, str]]:
        """Return what each observation is about, and where it comes from."""
        names = ("school", "indicator", "period", "group", "observed_on")
        for number, cell in enumerate(zip(*(self.columns[name] for name in names), strict=True)):
            school, indicator, period, group, day = ("" if text is None else text for text in cell)
            yield (school, indicator, period, group, day), self.place(number)

    def wide_codes(self, given: Layout) -> tuple[WideCode, ...]:
        """Return the words for missing values that were met."""
        return tuple(WideCode(word, reason, self.codes[word]) for word, reason in given.missing.items() if self.codes[word])


def read_rows(table: _arrow.TableLike, given: Layout, readers: Mapping[str, LevelReader]) -> Long:
    """Return the table in long form. Raises InvalidDocumentError when it lacks a column; what is wrong with cells is in ``issues``."""
    long = Long()
    cells = _cells(table, given, long)
    schools = _schools(long, given, cells[given.school])
    long.schools = schools
    for name, column in given.columns.items():
        _read_column(long, given, cells, schools, name, column, readers.get(name))
    return long


def _cells(table: _arrow.TableLike, given: Layout, long: Long) -> dict[str, list[str | None]]:
    """Return the columns that are used, as texts without outer blanks; what is blank is None."""
    taken = _arrow.taken_in(table, given.school)
    there = taken.column_names
    absent = [name for name in dict.fromkeys(given.wanted()) if name not in there]
    if absent:
        refuse([Issue(f"column {name!r}", "unknown_column", "the table has no such column", did_you_mean(name, there, "its columns are")) for name in absent])
    companions = [f"{name}:missing" for name in given.columns if f"{name}:missing" in there]
    used = list(dict.fromkeys([*given.wanted(), *companions]))
    long.unused = tuple(name for name in there if name not in used)
    kind = dict(zip(there, taken.type_names, strict=True))[given.school]
    if kind.startswith(_NO_IDS):
        refuse([Issue(f"column {given.school!r}", "wrong_type", f"it has the type {kind}, but ids of schools are text or whole numbers", "name the column that has them")])
    if kind.startswith("float"):
        long.warnings.append(f"column {given.school!r} holds floating-point numbers; each whole number of them is read as its digits")
    return {name: _tidied(long, name, column) for name, column in ((name, taken.texts(name)) for name in used)}


def _tidied(long: Long, name: str, column: list[str | None]) -> list[str | None]:
    tidy = {word: word.strip() for word in set(column) if word is not None}
    blanks = {word: text for word, text in tidy.items() if text and text != word}
    if blanks:
        _report(long, name, {word: (text, ("white_space",)) for word, text in blanks.items()}, column)
    return [tidy[word] or None if word is not None else None for word in column]


def _report(long: Long, name: str, read: Mapping[str, tuple[str, tuple[str, ...]]], column: Sequence[str | None]) -> None:
    """Add what words of a column were read as, in the order of their first rows."""
    rows: dict[str, list[int]] = {}
    for row, word in enumerate(column):
        if word is not None and word in read:
            rows.setdefault(word, []).append(row)
    long.changed += [WideWord(name, word, *read[word], tuple(where)) for word, where in rows.items()]


def _schools(long: Long, given: Layout, column: list[str | None]) -> list[str | None]:
    """Return the schools by row; None, with an issue, where there is none."""
    schools: list[str | None] = []
    for row, school in enumerate(column):
        if school is None:
            long.issues.append(Issue(_place(row, given.school), "missing_member", "the school is missing", "leave the row out, or give its school"))
        elif _WHOLE_AS_DECIMAL.fullmatch(school):
            message = f"{school!r} is a number with a point, not the id of a school"
            long.issues.append(Issue(_place(row, given.school), "bad_id", message, "read the column as text or as whole numbers"))
            school = None
        schools.append(school)
    return schools


def _read_column(
    long: Long,
    given: Layout,
    cells: Mapping[str, list[str | None]],
    schools: Sequence[str | None],
    name: str,
    column: IndicatorColumn,
    reader: LevelReader | None,
) -> None:
    texts, reasons = cells[name], cells.get(column.missing or f"{name}:missing") or [None] * len(schools)
    words = _Words(given, reader)
    rows, values, missing, empty = [], [], [], 0
    for row, (school, text, why) in enumerate(zip(schools, texts, reasons, strict=True)):
        if school is None:
            continue
        if text in given.missing:
            text, why = None, why or text
        if text is None and why is None:
            empty += 1  # Nothing is known of the cell, not even why: that is what no observation says.
            continue
        found = words.read(text) if text is not None else None
        if isinstance(found, Issue):
            long.issues.append(Issue(_place(row, name), found.code, found.message, found.hint))
            continue
        if why is not None and why in given.missing:
            long.codes[why] += 1
        rows.append(row)
        values.append(found)
        missing.append(given.missing.get(why, why) if why else None)
    _report(long, name, words.changed, texts)
    counts = sorted(Counter(why for why, value in zip(missing, values, strict=True) if why and value is None).items())
    long.read.append(WideColumn(name, column.indicator, column.group, sum(value is not None for value in values), tuple(counts), empty))
    _add(long, given, cells, column, name, rows, {"school": [schools[row] for row in rows], "value": values, "missing": missing})


def _add(
    long: Long, given: Layout, cells: Mapping[str, list[str | None]], column: IndicatorColumn, name: str, rows: Sequence[int], by_row: dict[str, list[str | None]]
) -> None:
    """Add the observations of some rows of a column."""
    annual, point = given.kinds.get(name, (True, True))
    period_column, day_column = given.period_column if annual and not column.period else "", given.observed_on_column if point else ""
    columns = {what: where for what, where in (("cohort", column.cohort), ("period", period_column), ("observed_on", day_column)) if where}
    by_row |= {what: [cells[where][row] for row in rows] for what, where in columns.items()}
    reasons = column.missing or f"{name}:missing"
    long.sources[name] = {"school": given.school, **({"missing": reasons} if reasons in cells else {}), **columns}
    of_all = {
        "indicator": column.indicator,
        "group": column.group,
        "period": column.period or (given.period if annual else ""),
        "observed_on": given.observed_on if point else "",
        "recorded_at": given.recorded_at,
        "source": given.source,
    }
    for what, made in long.columns.items():
        made += by_row[what] if what in by_row else [of_all.get(what) or None] * len(rows)
    long.places += [(row, name) for row in rows]


class _Words:
    """The words of one column, each read once."""

    def __init__(self, given: Layout, reader: LevelReader | None) -> None:
        self._reader = reader
        self._known: dict[str, str | Issue] = {}
        self.changed: dict[str, tuple[str, tuple[str, ...]]] = {}

    def read(self, text: str) -> str | Issue:
        if text not in self._known:
            self._known[text] = self._anew(text)
        return self._known[text]

    def _anew(self, text: str) -> str | Issue:
        if self._reader is None:
            return _number_trouble(text) or text
        found = self._reader(text)
        if isinstance(found, Issue):
            return found
        if found[1]:
            self.changed[text] = found
        return found[0]


def _number_trouble(text: str) -> Issue | None:
    if _NUMBER.fullmatch(text) or not _NEARLY_NUMBER.fullmatch(text) or _DATE.fullmatch(text):
        return None
    hint = "leave the cell empty, or say why it is missing"
    if text.endswith("%"):
        hint = "write 48.5 for 48.5%"
    elif _COMMA_DECIMAL.fullmatch(text):
        hint = "write 48.5 for 48,5"
    elif "," in text:
        hint = "take the separators of thousands out"
    elif text.startswith("+"):
        hint = "write it without the plus sign"
    elif "e" in text.casefold() and any(letter.isdigit() for letter in text):
        hint = "write the number in full"
    return Issue("", "not_a_number", f"{text!r} looks like a number and is none", hint)


def _place(row: int, column: str) -> str:
    return f"row {row}, column {column!r}"


def refuse(issues: Sequence[Issue]) -> NoReturn:
    """Raise InvalidDocumentError with these issues; of more than a hundred, the first."""
    shown = list(issues[:_MOST_ISSUES])
    if len(issues) > _MOST_ISSUES:
        shown.append(Issue("", "too_many_issues", f"{len(issues) - _MOST_ISSUES} more are not listed"))
    raise InvalidDocumentError("; ".join(["wide table: " + str(shown[0]), *([f"and {len(issues) - 1} more"] if len(issues) > 1 else [])]), shown)


def in_cells(failure: InvalidDocumentError, long: Long) -> list[Issue]:
    """Return the issues of a table in long form with the cells of the wide table in place of its rows."""

    def cell(match: re.Match[str]) -> str:
        return long.place(int(match[1]), match[2] or "value") if int(match[1]) < len(long.places) else match[0]

    pattern = re.compile(r"\brow (\d+)(?:, column (\w+))?")
    return [
        Issue(pattern.sub(cell, issue.pointer), issue.code, pattern.sub(cell, issue.message), issue.hint or _HINTS.get(issue.code, ""), issue.severity)
        for issue in failure.issues
    ]


_HINTS = {"bad_date": "give the column as dates, or as texts such as 2019-10-16"}
