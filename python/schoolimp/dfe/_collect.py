"""Turning cells of a table into observations and national figures, every trouble into the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ._codes import NUMBER_CODES, MissingCode, code_of
from ._dates import parse_date
from ._indicators import BOUNDS, no_measure
from ._numbers import parse_decimal, parse_urn, parse_whole
from ._report import Report
from ._result import Benchmark, Observation
from ._table import Table

_NO_PUPILS = "no pupils in the group"
_ENOUGH = 20  # values in a column before its size says something
_RARELY_BELOW_ONE = frozenset({"ks2.rwm_expected", "ks2.expected", "ks4.basics_5", "absence.overall"})
_CONTRADICTING = "rows of one school differ"


@dataclass(frozen=True, slots=True)
class Figure:
    """A published column and the indicator it holds."""

    column: str
    indicator: str
    group: str = ""
    cohort: str = ""  # column with the number of pupils
    lower: str = ""  # columns of the confidence limits
    upper: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One record of a school: its place in the table and its URN."""

    index: int
    urn: str


@dataclass(slots=True)
class Collector:
    """Reads figures out of one table for one period."""

    table: Table
    report: Report
    source: str
    recorded_at: str | None = None
    codes: Mapping[str, MissingCode] = field(default_factory=lambda: NUMBER_CODES)
    _read: dict[tuple[str, str], Decimal | MissingCode] = field(default_factory=dict)  # few different texts fill a column: each is read once
    _counts: dict[str, list[int | None] | None] = field(default_factory=dict)
    _unreadable_counts: dict[str, dict[int, str]] = field(default_factory=dict)  # by column, then by record; taken out once told

    def figures(self, figures: Iterable[Figure], rows: list[SchoolRow], period: str) -> list[Observation]:
        """All observations of these figures."""
        found: list[Observation] = []
        empty: list[str] = []
        for figure in figures:
            of_figure = list(self._figure(figure, rows, period))
            if of_figure and not any("value" in observation for observation in of_figure):
                empty.append(figure.column)
            _warn_of_fractions(self.report, figure, of_figure)
            found += of_figure
        if empty:
            self.report.warn("no figure for any school in " + ", ".join(empty))
        return found

    def _figure(self, figure: Figure, rows: list[SchoolRow], period: str) -> Iterator[Observation]:
        cells = self.table.cells(self.report, figure.column, *figure.aliases)
        if cells is None:
            return
        cohorts = self._whole_numbers(figure.cohort)
        lower, upper = self._optional(figure.lower), self._optional(figure.upper)
        frame: Observation = {"school": "", "indicator": figure.indicator, "period": period}
        if figure.group:
            frame["group"] = figure.group
        for row in rows:
            text = cells[row.index]
            cohort = cohorts[row.index] if cohorts else None
            if cohorts and cohort is None:
                self._tell_unreadable_count(figure.cohort, row)
            observation = self._observation(frame, figure, row, text, cohort)
            if observation is None:
                continue
            if lower and upper and "value" in observation:
                self._add_interval(observation, figure, row, lower[row.index], upper[row.index])
            yield observation

    def _observation(self, frame: Observation, figure: Figure, row: SchoolRow, text: str, cohort: int | None) -> Observation | None:
        """The observation of one cell; none, with an error in the report, when it holds neither a number in bounds nor a known code."""
        observation = frame.copy()
        observation["school"] = row.urn
        if cohort is not None:
            observation["cohort"] = cohort
        value = self.number(figure.indicator, text, row.index, row.urn, self.report.columns[figure.column])
        if value is None:
            return None
        if isinstance(value, MissingCode):
            self.report.codes[text.strip()] += 1
            state_missing(observation, value)
            if cohort == 0 and not text.strip():
                observation["missing"], observation["note"] = "not_applicable", _NO_PUPILS
            elif value.reason == "not_published" and (why := no_measure(figure.indicator, frame.get("period", ""))):
                observation["missing"], observation["note"] = "not_applicable", why
        else:
            observation["value"] = value
        if self.recorded_at is not None:
            observation["recorded_at"] = self.recorded_at
        observation["source"] = self.source
        return observation

    def number(self, indicator: str, text: str, index: int, school: str, column: str) -> Decimal | MissingCode | None:
        """A number inside the indicator's bounds or what a code says; none, with an error in the report, for anything else."""
        known = self._read.get((indicator, text))
        if known is not None:
            return known
        code = code_of(text, self.codes)
        if code is not None:
            self._read[indicator, text] = code
            return code
        value = parse_decimal(text)
        if value is None:
            self.report.error(self.table.row(index), school, column, text, f"{text!r} is neither a number nor a known code; left out")
            return None
        low, high = BOUNDS[indicator]
        if not low <= value <= high:
            self.report.error(self.table.row(index), school, column, text, f"{text!r} is not between {low} and {high}, as {indicator} must be; left out")
            return None
        self._read[indicator, text] = value
        return value

    def _add_interval(self, observation: Observation, figure: Figure, row: SchoolRow, low_text: str, high_text: str) -> None:
        low, high = self._limit(figure.lower, row, low_text), self._limit(figure.upper, row, high_text)
        if low is None or high is None:
            return
        value = observation.get("value")
        if isinstance(value, Decimal) and low <= value <= high:
            observation["interval"] = [low, high]
        else:
            self.report.error(self.table.row(row.index), row.urn, figure.lower, low_text,
                              f"the interval from {low} to {high} does not hold the value {value}; the value is kept, the interval left out")

    def _limit(self, column: str, row: SchoolRow, text: str) -> Decimal | None:
        value = parse_decimal(text)
        if value is None and code_of(text, self.codes) is None:
            self.report.error(self.table.row(row.index), row.urn, column, text, f"{text!r} is neither a number nor a known code; the value is kept, its interval left out")
        return value

    def benchmarks(self, figures: Iterable[Figure], index: int, period: str, phase: str) -> list[Benchmark]:
        """The national figures of one row; blank cells and codes give none."""
        found: list[Benchmark] = []
        for figure in figures:
            cells = self.table.cells(self.report, figure.column, *figure.aliases)
            if cells is None:
                continue
            value = self.number(figure.indicator, cells[index], index, "", self.report.columns[figure.column])
            if isinstance(value, Decimal):
                found.append({"indicator": figure.indicator, "group": figure.group, "period": period, "phase": phase, "value": value, "source": self.source})
        return found

    def _optional(self, column: str) -> list[str] | None:
        return self.table.cells(self.report, column) if column else None

    def _whole_numbers(self, column: str) -> list[int | None] | None:
        if column not in self._counts:
            cells = self._optional(column)
            numbers = [parse_whole(text) for text in cells] if cells else None
            self._counts[column] = numbers
            self._unreadable_counts[column] = {
                index: text for index, (text, number) in enumerate(zip(cells or (), numbers or (), strict=True)) if number is None and code_of(text, self.codes) is None
            }
        return self._counts[column]

    def _tell_unreadable_count(self, column: str, row: SchoolRow) -> None:
        """One error for a cell, however many figures have it as their cohort."""
        text = self._unreadable_counts[column].pop(row.index, None)
        if text is not None:
            self.report.error(self.table.row(row.index), row.urn, column, text, f"{text!r} is neither a whole number nor a known code; the figures are kept, their cohort left out")


def state_missing(observation: Observation, code: MissingCode) -> None:
    """Says why an observation has no value."""
    observation["missing"] = code.reason
    if code.note:
        observation["note"] = code.note


def _warn_of_fractions(report: Report, figure: Figure, found: list[Observation]) -> None:
    """Notices a percent column that was saved as fractions (0.72 for 72%)."""
    if figure.indicator not in _RARELY_BELOW_ONE:
        return
    values = [value for observation in found if isinstance(value := observation.get("value"), Decimal)]
    if len(values) >= _ENOUGH and 0 < max(values) <= 1:
        report.warn(f"no value of {figure.column} is above 1: percentages seem to have been saved as fractions; they are taken as they stand")


def date_cell(report: Report, row: int, school: str, column: str, text: str) -> str | None:
    """A date cell as ISO text; none when blank or unknown; an unreadable one goes to the report."""
    if not text or text.casefold() == "null":
        return None
    try:
        day = parse_date(text)
    except ValueError as error:
        report.error(row, school, column, text, str(error))
        return None
    return day.isoformat() if day else None


def whole_cell(report: Report, row: int, school: str, column: str, text: str) -> int | None:
    """A cell with a count; none when blank or a code; an unreadable one goes to the report."""
    number = parse_whole(text)
    if number is None and code_of(text) is None:
        report.error(row, school, column, text, f"{text!r} is neither a whole number nor a known code; left out")
    return number


def urn_cell(table: Table, report: Report, index: int, text: str) -> str | None:
    """The URN of a record; none, with the record among those left out, when the cell is not one: a URN is never guessed."""
    urn = parse_urn(text)
    if urn is None:
        given = text.strip()
        report.skip("URN is not six digits" if given else "no URN", f"row {table.row(index)}" + (f": {text!r}" if given else ""))
    return urn


def school_rows(table: Table, report: Report, urns: list[str], indexes: Iterable[int]) -> list[SchoolRow]:
    """The records that name a school. Bad URNs are reported and skipped; of a repeated record one is kept, records of one URN that differ are all left out."""
    first: dict[str, int] = {}
    contradicting: set[str] = set()
    for index in indexes:
        urn = urn_cell(table, report, index, urns[index])
        if urn is None:
            continue
        if urn not in first:
            first[urn] = index
        elif table.same(first[urn], index):
            report.skip("repeats another row", f"row {table.row(index)}: {urn}")
        else:
            contradicting.add(urn)
            report.skip(_CONTRADICTING, f"row {table.row(index)}: {urn}")
            rows_named = f"rows {table.row(first[urn])} and {table.row(index)}"
            report.error(table.row(index), urn, "URN", urn, f"{urn} is in {rows_named} with different figures; none of them is taken")
    for urn in sorted(contradicting):
        report.skip(_CONTRADICTING, f"row {table.row(first.pop(urn))}: {urn}")
    rows = [SchoolRow(index, urn) for urn, index in first.items()]
    report.remember((row.urn, table.row(row.index)) for row in rows)
    report.school_rows += len(rows)
    return rows
