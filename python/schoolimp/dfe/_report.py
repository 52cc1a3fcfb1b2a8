"""The report of a reading: what was in the file, what was taken, what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._result import Observation

_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell or row that was not taken, with its place in the file (the header is row 1).

    Attributes
    ----------
    file : str
        Name of the file.
    row : int
        Row in the file; the header is row 1. 0 when it is of no one row.
    school : str
        URN, where it is known.
    column : str
        Header of the column, or the indicator.
    value : str
        The cell as published.
    message : str
        What is wrong with it.
    """

    file: str
    row: int
    school: str
    column: str
    value: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, row {self.row}" + (f", school {self.school}" if self.school else "") + (f", {self.column}" if self.column else "")
        return f"{place}: {self.message}"


@dataclass(slots=True)
class Skipped:
    """Rows left out for one reason, with the first few as examples.

    Attributes
    ----------
    count : int
        Number of rows.
    examples : list of str
        The first few of them, in words.
    unexpected : bool
        Whether people may look for these rows' figures and should hear why they are not there.
    """

    count: int = 0
    examples: list[str] = field(default_factory=list)
    unexpected: bool = False

    def add(self, example: str) -> None:
        """Count one more row.

        Parameters
        ----------
        example : str
            The row in words; only the first few are kept.
        """
        self.count += 1
        if len(self.examples) < _EXAMPLES:
            self.examples.append(example)


@dataclass(slots=True)
class Report:
    """How one file, or several together (``parts``), were read.

    Attributes
    ----------
    file : str
        Name of the file; empty for a frame and for several files.
    family : str
        What it is: ``"ks2"``, ``"absence"``, ``"ofsted_mi"`` ...; ``"combination"`` for several files.
    encoding : str
        How its text was written: ``"utf-8"``, ``"windows-1252"`` ...
    period : str
        The academic year it is about.
    rows : int
        Number of rows under the header.
    school_rows : int
        Rows of schools that were taken.
    la_rows : int
        Rows of local authorities.
    national_rows : int
        Rows of the nation.
    skipped : dict of str to Skipped
        Rows left out, by the reason.
    columns : dict of str to str
        Headers found, by the column that was looked for.
    absent : list of str
        Columns that were looked for and are not in the file.
    codes : collections.Counter of str
        How often each code for a missing figure stands in the file, as published.
    errors : list of Problem
        Cells and rows that were not taken.
    warnings : list of str
        What people should know, in sentences.
    parts : list of Report
        The reports of the files, when it is of several.
    """

    file: str = ""
    family: str = ""
    encoding: str = ""
    period: str = ""
    rows: int = 0
    school_rows: int = 0
    la_rows: int = 0
    national_rows: int = 0
    skipped: dict[str, Skipped] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    errors: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    parts: list[Report] = field(default_factory=list)
    _rows: dict[tuple[str, str, str], int] = field(default_factory=dict, repr=False)  # school, period or day, group -> row; blank where a row has all of them

    def remember(self, rows: Iterable[tuple[str, int]], period: str = "", group: str = "") -> None:
        """Note in which rows schools stand, so that later trouble with a figure can name its row.

        Parameters
        ----------
        rows : iterable of (str, int)
            URN and row; the header is row 1.
        period : str
            The period, or day, the rows are of; empty when each has all of them.
        group : str
            The group the rows are of; empty when each has all of them.
        """
        for school, row in rows:
            self._rows[school, period, group] = row

    def place_of(self, observation: Observation) -> str:
        """Return where an observation was read: ``"abs.csv, row 12"``.

        Parameters
        ----------
        observation : Observation
            One that was read from the file or files of the report.

        Returns
        -------
        str
            Only its source where the row is not known.
        """
        source = observation.get("source", "")
        for part in self.parts or [self]:
            if part.file and f"({part.file})" in source:
                row = part._row_of(observation)
                return f"{part.file}, row {row}" if row else part.file
        return source

    def _row_of(self, observation: Observation) -> int | None:
        school, period, group = observation["school"], observation.get("period") or observation.get("observed_on", ""), observation.get("group", "")
        keys = ((school, period, group), (school, period, ""), (school, "", ""))
        return next((self._rows[key] for key in keys if key in self._rows), None)

    def skip(self, reason: str, example: str, *, unexpected: bool = False) -> None:
        """Count a row left out.

        Parameters
        ----------
        reason : str
            Why, in words.
        example : str
            The row in words.
        unexpected : bool
            Whether people may look for the row's figures and should hear why they are not there.
        """
        self.skipped.setdefault(reason, Skipped(unexpected=unexpected)).add(example)

    def error(self, row: int, school: str, column: str, value: str, message: str) -> None:
        """List a cell or row that was not taken.

        Parameters
        ----------
        row : int
            Row in the file; the header is row 1.
        school : str
            URN; empty where it is not known.
        column : str
            Header of the column.
        value : str
            The cell as published.
        message : str
            What is wrong with it.
        """
        self.errors.append(Problem(self.file, row, school, column, value, message))

    def warn(self, message: str) -> None:
        """Add a warning, once.

        Parameters
        ----------
        message : str
            A sentence.
        """
        if message not in self.warnings:
            self.warnings.append(message)

    def include(self, other: Report) -> None:
        """Take over another report as a part: counts add up, errors and warnings are listed together.

        Parameters
        ----------
        other : Report
            It stays as it is.
        """
        self.parts.extend(other.parts or [other])
        self.rows += other.rows
        self.school_rows += other.school_rows
        self.la_rows += other.la_rows
        self.national_rows += other.national_rows
        self.codes.update(other.codes)
        self.errors.extend(other.errors)
        for warning in other.warnings:
            self.warn(f"{other.file}: {warning}" if other.file and not other.parts else warning)
        for reason, skipped in other.skipped.items():
            total = self.skipped.setdefault(reason, Skipped(unexpected=skipped.unexpected))
            total.count += skipped.count
            total.examples.extend(skipped.examples[: _EXAMPLES - len(total.examples)])

    def summary(self) -> str:
        """Return the report in a few lines for people.

        Returns
        -------
        str
            Two lines or more for each file.
        """
        return "\n".join(line for part in (self.parts or [self]) for line in part._lines()) + self._own_trouble()

    def _lines(self) -> list[str]:
        year = f" {self.period}" if self.period else ""
        kinds = f"schools {self.school_rows}, local authorities {self.la_rows}, national {self.national_rows}"
        lines = [f"{self.file or 'table'}: {self.family}{year}, rows {self.rows}: {kinds}"]
        lines += [f"  left out {skipped.count}: {reason} (e.g. {'; '.join(skipped.examples)})" for reason, skipped in self.skipped.items()]
        if self.codes:
            lines.append("  codes: " + ", ".join(f"{code or 'blank'} {count}" for code, count in self.codes.most_common()))
        if self.absent:
            lines.append("  columns not in the file: " + ", ".join(self.absent))
        lines += [f"  error: {problem}" for problem in self.errors[:_EXAMPLES]]
        if len(self.errors) > _EXAMPLES:
            lines.append(f"  and {len(self.errors) - _EXAMPLES} more errors")
        return lines + [f"  warning: {warning}" for warning in self.warnings]

    def _own_trouble(self) -> str:
        known = {id(problem) for part in self.parts for problem in part.errors}
        own = [problem for problem in self.errors if self.parts and id(problem) not in known]
        return "".join(f"\nerror: {problem}" for problem in own[:_EXAMPLES])
