"""The forms results are printed in: aligned columns, CSV, Markdown. What is JSON each command says itself."""

from __future__ import annotations

from collections.abc import Sequence

from ..folder.markdown import markdown_table
from ..folder.outputs import with_note
from ..folder.tables import csv_text
from .terminal import print_exactly, print_table

__all__ = ["FORMATS", "print_rows"]

FORMATS = ("table", "json", "csv", "markdown")

Rows = Sequence[Sequence[str]]

_CSV_LINE_END = "\r\n"  # RFC 4180, section 2.


def print_rows(format: str | None, people: Rows, programs: Sequence[Sequence[str | int]], note: str = "", limit: int | None = None) -> None:
    """Print rows as ``table``, ``csv`` or ``markdown``; the first row names the columns.

    Parameters
    ----------
    format : str or None
        One of :data:`FORMATS` but ``json``; None is ``table``.
    people : sequence of rows
        What people read, as a table or as Markdown: titles, not ids.
    programs : sequence of rows
        What programs and spreadsheets read, as CSV: ids, one fact a column.
    note : str, optional
        A sentence put above what people read.
    limit : int, optional
        How many rows a table on a terminal shows; CSV and Markdown have all.
    """
    if format == "csv":
        print_exactly(csv_text(programs, _CSV_LINE_END))
    elif format == "markdown":
        print(with_note(markdown_table(people), note), end="")
    else:
        if note:
            print(f"{note}\n")
        print_table(people, limit)
