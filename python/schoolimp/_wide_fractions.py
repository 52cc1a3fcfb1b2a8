"""Percentages a spreadsheet saved as fractions: 0.61 where 61 percent is meant. They are noticed and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .frameworks import Framework

__all__ = ["warnings_of_fractions"]

_ENOUGH = 2  # Figures of a column before their size says something.


def warnings_of_fractions(framework: Framework, indicators: Mapping[str, str], figures: Iterable[tuple[str, str | None]]) -> list[str]:
    """Return a warning for each column of percentages none of which is above 1.

    Parameters
    ----------
    framework : Framework
        It has the units.
    indicators : mapping of str to str
        Column to indicator.
    figures : iterable of (str, str or None)
        Column and text of every value read.
    """
    percentages = {name: indicator for name, indicator in indicators.items() if (framework.find_indicator(indicator) or {}).get("unit") == "percent"}
    values: dict[str, list[Decimal]] = {name: [] for name in percentages}
    for name, text in figures:
        if text is not None and name in values:
            values[name].append(Decimal(text))
    return [
        f"column {name!r}: no figure is above 1, and {indicator!r} is in percent; they are read as they stand, {values[name][0]} as {values[name][0]} percent:"
        " where the sheet has fractions, multiply them by 100"
        for name, indicator in percentages.items()
        if len(values[name]) >= _ENOUGH and 0 < max(values[name]) <= 1 and not _small_nationally(indicator)
    ]


def _small_nationally(indicator: str) -> bool:
    """Whether the national figure is that small itself, as that of permanent exclusions is."""
    from .evidence import Benchmarks

    return any(line.value <= 1 for line in Benchmarks.builtin().lines if line.indicator == indicator)
