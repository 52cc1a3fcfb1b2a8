"""Cells of evidence in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .parts import date
from .titles import Titles

if TYPE_CHECKING:
    from ..judgement import Reading

__all__ = ["cell_name", "missing_words", "value_words"]


def cell_name(reading: Reading, titles: Titles) -> str:
    """Return what was looked for: the indicator, whose it is, of which group and when."""
    details = [reading.group, "national" if reading.national else "", _when(reading)]
    inside = ", ".join(detail for detail in details if detail)
    name = titles.title("indicators", reading.indicator)
    return f"{name} ({inside})" if inside else name


def _when(reading: Reading) -> str:
    if reading.period:
        return reading.period
    if reading.observed_on:
        return f"on {date(reading.observed_on)}"
    return f"{reading.shift} before the current one" if reading.shift else ""


def missing_words(reason: str) -> str:
    """Return why a value is missing in ordinary spelling; nobody said why: no value."""
    return reason.replace("_", " ") or "no value"


def value_words(reading: Reading) -> str:
    """Return the value, or in words that there is none and why."""
    return reading.value or f"missing: {missing_words(reading.missing)}"
