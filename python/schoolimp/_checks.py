"""Arguments checked before they cross to C++: a refusal names the argument, the value and its bound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from ._near import did_you_mean
from .errors import InvalidDocumentError, Issue, OutOfRangeError, ResourceExhaustedError

__all__ = ["described", "flag", "known_members", "text", "whole_number"]

_MOST_BYTES = 4_194_304  # Of one text; the readers of documents take no more.
_LOWEST, _HIGHEST = -(2**31), 2**31 - 1  # What whole numbers are in C++.
_SHOWN = 60


def text(value: Any, name: str) -> str:
    """Return a text that can stand in a document: Unicode without U+0000, within the limit of one text.

    Raises TypeError for what is no text, InvalidDocumentError for one no document can hold, ResourceExhaustedError for one that is too long.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} is a str, not {described(value)}")
    try:
        size = len(value.encode())
    except UnicodeEncodeError as failure:
        _refuse(name, "not_unicode", f"character {failure.start} is {ascii(value[failure.start])[1:-1]}, half of a character and no text", "give the whole character")
    if "\0" in value:
        _refuse(name, "not_text", f"character {value.index(chr(0))} is U+0000", "take it out")
    if size > _MOST_BYTES:
        message = f"a text of {size} bytes; the limit is {_MOST_BYTES}"
        raise ResourceExhaustedError(f"{name}: {message}", [Issue(f"/{name}", "too_long", message, "shorten it, or name a document that has it")])
    return value


def whole_number(value: Any, name: str) -> int:
    """Return a whole number as C++ can hold it. Raises TypeError for what is none, OutOfRangeError for one that is too large."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{name} is a whole number, not {described(value)}")
    number = int(value.__index__())
    if not _LOWEST <= number <= _HIGHEST:
        shown = str(number) if abs(number) < 10**_SHOWN else f"a number of {number.bit_length()} bits"
        message = f"{shown} is not between {_LOWEST} and {_HIGHEST}"
        raise OutOfRangeError(f"{name}: {message}", [Issue(f"/{name}", "out_of_range", message, "choose a number in between")])
    return number


def flag(value: Any, name: str) -> bool:
    """Return a truth value. Raises TypeError for what is none."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} is True or False, not {described(value)}")
    return value


def known_members(rows: Sequence[Mapping[str, Any]], known: Sequence[str], kind: str) -> None:
    """Refuse members no row of this kind has, all at once: documents keep those of newer software, but these rows are being written now.

    Raises TypeError for a row that is no mapping, InvalidDocumentError for the members.
    """
    issues: list[Issue] = []
    allowed = frozenset(known)
    for place, row in enumerate(rows):
        if not isinstance(row, Mapping):
            raise TypeError(f"/{kind}s/{place} is a mapping, not {described(row)}")
        for name in (name for name in row if name not in allowed):
            hint = did_you_mean(str(name), known, "its members are")
            issues.append(Issue(f"/{kind}s/{place}/{name}", "unknown_member", f"{name!r} is not a member of this {kind}", hint))
    if issues:
        more = f"{len(issues)} problems; first: " if len(issues) > 1 else ""
        raise InvalidDocumentError(f"{kind}s: {more}{issues[0]}", issues)


def described(value: Any) -> str:
    """Return the type and the value, as messages name what they refuse."""
    shown = repr(value)
    return f"{type(value).__name__} ({shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '...'})"


def _refuse(name: str, code: str, message: str, hint: str) -> NoReturn:
    raise InvalidDocumentError(f"{name}: {message}", [Issue(f"/{name}", code, message, hint)])
