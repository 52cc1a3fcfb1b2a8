"""How often something happens, in ordinary words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["how_often"]


def how_often(cadence: Mapping[str, Any]) -> str:
    """Return a cadence in words; empty when there is none.

    Examples
    --------
    >>> how_often({"every": "half_term", "times": 2, "at_least": True})
    'at least 2 times each half term'
    """
    every = str(cadence.get("every", "")).replace("_", " ")
    if not every:
        return ""
    if every == "on event":
        return f"at an event: {str(cadence.get('event', 'not named')).replace('_', ' ')}"
    if every in ("once", "regular", "as needed"):
        return every
    words = [f"{cadence['times']} times each {every}" if cadence.get("times", 1) != 1 else f"each {every}"]
    words[:0] = ["at least"] if cadence.get("at_least") else []
    words += ["and more if required"] if cadence.get("more_if_required") else []
    position = cadence.get("position", "")
    return " ".join(words) + (f", {position}" if position and position != "any" else "")
