"""Hints for what C++ says of tables: the name that is meant, also one written in other letters or by its initials."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ._near import did_you_mean, near
from .errors import InvalidDocumentError, Issue

if TYPE_CHECKING:
    from . import _core
    from .frameworks import Framework

__all__ = ["hinted", "with_hints"]

_NO_COLUMN = re.compile(r"(?:the table has|there is) no column '(.*?)'")
_NO_LEVEL = re.compile(r"'(.*)' is not a level of ", re.DOTALL)
_TOLD, _BETWEEN = re.compile(r"its levels are (.+)"), re.compile(r",? ")


_NO_NUMBERS = re.compile(r"it has the type \w*utf8\w*, but the cell .+ is a number")
_NUMBER = re.compile(r"\s*-?\d+(\.\d+)?\s*")


@contextmanager
def with_hints(columns: Sequence[str] = (), framework: Framework | None = None, table: _core.Table | None = None) -> Generator[None]:
    """Raise what is raised in the block with better hints."""
    try:
        yield
    except InvalidDocumentError as failure:
        better = [_of_texts(hinted(issue, columns, framework), table) for issue in failure.issues]
        if better == list(failure.issues):
            raise
        text = str(failure.args[0]).replace(str(failure.issues[0]), str(better[0]))
        raise InvalidDocumentError(text, better) from None


def hinted(issue: Issue, columns: Sequence[str] = (), framework: Framework | None = None) -> Issue:
    """Return the issue with a hint that names what may be meant; as it is where nothing better can be said."""
    if issue.hint.startswith("did you mean"):
        return issue
    column, level = _NO_COLUMN.search(issue.message), _NO_LEVEL.match(issue.message)
    hint = ""
    if column and columns:
        hint = did_you_mean(column[1], columns, "its columns are")
    elif level and issue.code == "unknown_level":
        told = _TOLD.match(issue.hint)
        found = near(level[1], [word.strip("'") for word in _BETWEEN.split(told[1])] if told else _levels(issue.pointer, framework))
        hint = f"did you mean {found!r}?" if found else ""
    return Issue(issue.pointer, issue.code, issue.message, hint or issue.hint, issue.severity)


def _of_texts(issue: Issue, table: _core.Table | None) -> Issue:
    """Return the issue of a column of texts where numbers belong with the first word that is none."""
    named = re.fullmatch(r"column '(.*)'", issue.pointer)
    if table is None or named is None or issue.code != "wrong_type" or not _NO_NUMBERS.match(issue.message):
        return issue
    words = ((row, text) for row, text in enumerate(table.texts(named[1])) if text is not None and not _NUMBER.fullmatch(text))
    row, word = next(words, (0, ""))
    hint = "convert the column to numbers"
    if word.strip():
        hint = f"row {row} has {word!r}; why a figure is missing stands in a column '{named[1]}:missing', and the rest is converted to numbers"
    return Issue(issue.pointer, issue.code, issue.message, hint, issue.severity)


def _levels(pointer: str, framework: Framework | None) -> Iterable[str]:
    """Return the levels of the cell that a constant is given for."""
    named = re.fullmatch(r"constant '(?:\w+\()*([\w.]+).*'", pointer)
    indicator = framework.find_indicator(named[1]) if framework is not None and named else None
    if framework is None or indicator is None or "scale" not in indicator:
        return ()
    return [level.id for level in framework.scale(indicator["scale"])]
