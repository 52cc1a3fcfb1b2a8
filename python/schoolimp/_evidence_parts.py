"""Evidence of more observations than one document holds: made in parts, which are then put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from .errors import InvalidDocumentError, Issue

if TYPE_CHECKING:
    from .evidence import Evidence

__all__ = ["MOST_IN_A_PART", "in_parts"]

MOST_IN_A_PART = 20_000  # A document is at most 16 MiB; an observation of the published files is some 200 bytes of it.
_MOST_ISSUES = 100
_PLACE = re.compile(r"^/observations/(\d+)")


def in_parts(rows: Sequence[Any], make: Callable[[Sequence[Any]], Evidence]) -> Evidence:
    """Return the evidence of all rows. Raises InvalidDocumentError with the issues of all parts, each at the position of its observation among all."""
    parts: list[Evidence] = []
    issues: list[Issue] = []
    for first in range(0, len(rows), MOST_IN_A_PART):
        try:
            parts.append(make(rows[first : first + MOST_IN_A_PART]))
        except InvalidDocumentError as failure:
            issues += [_moved(issue, first) for issue in failure.issues]
    if issues:
        raise InvalidDocumentError(f"evidence: {len(issues)} problems; first: {issues[0]}", issues[:_MOST_ISSUES])
    while len(parts) > 1:
        parts = [one if other is None else one.merged(other) for one, other in zip_longest(parts[::2], parts[1::2])]
    return parts[0]


def _moved(issue: Issue, first: int) -> Issue:
    pointer = _PLACE.sub(lambda found: f"/observations/{int(found[1]) + first}", issue.pointer)
    return Issue(pointer, issue.code, issue.message, issue.hint, issue.severity)
