"""What people see: results on standard output, problems and progress on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TextIO

from ..errors import Issue, SchoolImpError
from ..folder.readable import readable
from .colours import painted

__all__ = ["ProgressBar", "issue_text", "print_exactly", "print_failure", "print_issues", "print_json", "print_table", "text_table"]

_SHOWN_ISSUES = 50
_BAR_WIDTH = 30


def issue_text(issue: Issue, stream: TextIO | None = None) -> str:
    """Return an issue for people: kind and place, message (with the line and caret it may bring), and the mend on a line of its own; in colours if the stream gets them."""

    def paint(word: str, style: str) -> str:
        return word if stream is None else painted(word, style, stream)

    message = readable(issue.message, kept="\n")
    kind = paint(f"{issue.severity}:", issue.severity)
    text = f"{kind} {readable(issue.pointer)}: {message}" if issue.pointer else f"{kind} {message}"
    return f"{text}\n  {paint('hint:', 'hint')} {readable(issue.hint)}" if issue.hint else text


def print_issues(issues: Sequence[Issue], file: TextIO | None = None) -> None:
    """Print issues, errors first; of very many the first ones and how many more there are."""
    stream = sys.stderr if file is None else file
    ordered = sorted(issues, key=lambda issue: issue.severity != "error")
    for issue in ordered[:_SHOWN_ISSUES]:
        print(issue_text(issue, stream), file=stream)
    if len(ordered) > _SHOWN_ISSUES:
        print(f"... and {len(ordered) - _SHOWN_ISSUES} more", file=stream)


def print_failure(failure: SchoolImpError) -> None:
    """Print why a command could not do its work: all issues, or the one message."""
    print_issues(failure.issues or [Issue("", failure.code.name.lower(), str(failure))])


def print_json(value: Any) -> None:
    """Print a value as JSON, two spaces a step."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, Issue):
        return asdict(value)
    # Exact figures keep their digits as text where a binary float would not.
    return str(value)


def text_table(table: Sequence[Sequence[str]], limit: int | None = None) -> str:
    """Return rows as aligned columns; the first row names them. Beyond ``limit`` rows only their number is given."""
    shown = [[readable(cell) for cell in row] for row in (table if limit is None else table[: limit + 1])]
    widths = [max(len(row[column]) for row in shown) for column in range(len(table[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown]
    if len(table) > len(shown):
        lines.append(f"... and {len(table) - len(shown)} more rows")
    return "\n".join(lines)


def print_table(table: Sequence[Sequence[str]], limit: int | None = None) -> None:
    """Print rows as aligned columns, as :func:`text_table` makes them, their names standing out on a terminal."""
    head, line_end, body = text_table(table, limit).partition("\n")
    print(f"{painted(head, 'head', sys.stdout)}{line_end}{body}")


def print_exactly(text: str) -> None:
    """Print a text whose line ends are part of its format."""
    print(text, end="")


class ProgressBar:
    """One line on standard error while long work goes on; silent when that is not a terminal."""

    def __init__(self, stream: TextIO | None = None, enabled: bool = True) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._enabled = enabled and self._stream.isatty()
        self._shown = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self._enabled or total == 0:
            return
        filled = _BAR_WIDTH * done // total
        line = f"\r{stage:<9} [{'#' * filled}{' ' * (_BAR_WIDTH - filled)}] {done}/{total}"
        if line != self._shown:
            self._stream.write(line)
            self._stream.flush()
            self._shown = line

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write("\r" + " " * (len(self._shown) - 1) + "\r")
            self._stream.flush()
            self._shown = ""
