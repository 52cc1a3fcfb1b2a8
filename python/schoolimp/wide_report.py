"""What was read of a wide table: cells by column, words that stand for missing figures, words that were changed, and columns left alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

__all__ = ["WideCode", "WideColumn", "WideReport", "WideWord"]

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class WideColumn:
    """What was read of one column of a wide table.

    Attributes
    ----------
    column : str
        Its name in the table.
    indicator : str
        Id of the indicator it holds.
    group : str
        Member of the indicator's dimension; empty for the whole school.
    values : int
        Number of cells with a value.
    missing : tuple of (str, int)
        Reasons for missing values, each with the number of cells that have it; ordered by reason.
    empty : int
        Number of cells with neither a value nor a reason: they make no observation.
    """

    column: str
    indicator: str
    group: str = ""
    values: int = 0
    missing: tuple[tuple[str, int], ...] = ()
    empty: int = 0


@dataclass(frozen=True, slots=True)
class WideCode:
    """A word that stood in place of a value, or in a column of reasons, and the reason the call said it means.

    Attributes
    ----------
    word : str
        As it was given in ``missing``.
    reason : str
        The reason it means, in the words of evidence documents.
    cells : int
        Number of cells it stood in.
    """

    word: str
    reason: str
    cells: int


@dataclass(frozen=True, slots=True)
class WideWord:
    """A word that was read as another one.

    Attributes
    ----------
    column : str
        Name of the column it stands in.
    word : str
        As it stands in the table.
    read : str
        What it was read as.
    rules : tuple of str
        What had to be allowed for: ``white_space``, and of levels ``title``, ``alias``, ``case``, as of :meth:`Scale.normalise`.
    rows : tuple of int
        Rows it stands in, counted from 0.
    """

    column: str
    word: str
    read: str
    rules: tuple[str, ...]
    rows: tuple[int, ...]

    def __str__(self) -> str:
        rows = ", ".join(map(str, self.rows[:_MOST_SHOWN])) + (f" and {len(self.rows) - _MOST_SHOWN} more" if len(self.rows) > _MOST_SHOWN else "")
        return f"column {self.column!r}: {self.word!r} read as {self.read!r} ({', '.join(self.rules)}), row {rows}"


@dataclass(frozen=True, slots=True)
class WideReport:
    """How a wide table was read.

    Attributes
    ----------
    rows : int
        Number of rows of the table.
    schools : int
        Number of different schools in them.
    columns : tuple of WideColumn
        What was read of each column that was asked for, in that order.
    codes : tuple of WideCode
        Words that stood in place of a value, in the order of the call's ``missing``.
    changed : tuple of WideWord
        Words that were read as other ones, by column and first row.
    repeated : int
        Number of cells that say what another row said already: they make no second observation.
    unused : tuple of str
        Columns of the table that were not asked for, in its order.
    warnings : tuple of str
        What else should be looked at.
    """

    rows: int
    schools: int = 0
    columns: tuple[WideColumn, ...] = ()
    codes: tuple[WideCode, ...] = ()
    changed: tuple[WideWord, ...] = ()
    repeated: int = 0
    unused: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def values(self) -> int:
        """Number of cells with a value."""
        return sum(column.values for column in self.columns)

    @property
    def missing(self) -> dict[str, int]:
        """Number of cells without a value, by reason; ordered by reason."""
        counts: Counter[str] = Counter()
        for column in self.columns:
            counts.update(dict(column.missing))
        return dict(sorted(counts.items()))

    @property
    def empty(self) -> int:
        """Number of cells with neither a value nor a reason."""
        return sum(column.empty for column in self.columns)

    def summary(self) -> str:
        """Return a few lines for people.

        Returns
        -------
        str
            One line for the table, one for each column, and one for each thing that was changed, left alone or should be looked at.
        """
        lines = [f"table: rows {self.rows}, schools {self.schools}, values {self.values}, missing {sum(self.missing.values())}, empty {self.empty}"]
        lines += [f"  {_line(column)}" for column in self.columns]
        if self.codes:
            lines.append("  codes: " + ", ".join(f"{code.word} {code.cells} ({code.reason})" for code in self.codes))
        lines += [f"  changed: {word}" for word in self.changed]
        if self.repeated:
            lines.append(f"  repeated: {self.repeated} cells say what another row says already")
        if self.unused:
            lines.append("  columns not used: " + ", ".join(self.unused))
        return "\n".join(lines + [f"  warning: {warning}" for warning in self.warnings])


def _line(column: WideColumn) -> str:
    group = f", {column.group}" if column.group else ""
    reasons = "".join(f", {reason} {cells}" for reason, cells in column.missing)
    return f"{column.column}: {column.indicator}{group}: values {column.values}{reasons}, empty {column.empty}"
