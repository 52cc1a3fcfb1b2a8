"""Ids of schools that are no ids: a number with a point, as spreadsheets make of a URN, or a text with blanks around it. They would be other schools."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .errors import InvalidDocumentError, Issue

__all__ = ["check_schools"]

_POINT = re.compile(r"\s*\d+\.\d*\s*")


def check_schools(schools: Iterable[str | None], column: str) -> None:
    """Raise InvalidDocumentError for the first id that is none."""
    for school in schools:
        if school is None or not ("." in school or school != school.strip()):
            continue
        if _POINT.fullmatch(school):
            _refuse(column, f"{school!r} is a number with a point, not the id of a school", "give ids as text or as whole numbers")
        if school != school.strip():
            _refuse(column, f"{school!r} has blanks around it", "take them out")


def _refuse(column: str, message: str, hint: str) -> None:
    raise InvalidDocumentError(f"column {column!r}: {message} ({hint})", [Issue(f"column {column!r}", "bad_id", message, hint)])
