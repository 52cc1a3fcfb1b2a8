"""What a figure of a table can be: a decimal of the library. A longer number would be taken for a text."""

from __future__ import annotations

import re

__all__ = ["MOST_PLACES", "fits"]

MOST_PLACES, _GREATEST = 18, 2**63 - 1
_FIGURE = re.compile(r"-?(\d+)(?:\.(\d+))?")


def fits(text: str) -> bool | None:
    """Return whether the number a text is can be held exactly; None when the text is no number."""
    number = _FIGURE.fullmatch(text)
    if number is None:
        return None
    places = number[2] or ""
    return len(places) <= MOST_PLACES and int(number[1] + places) <= _GREATEST
