"""The thresholds a framework's criteria have for one indicator, where a plain comparison states one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..frameworks import Framework

__all__ = ["Threshold", "thresholds_for"]

_NUMBER = r"-?\d+(?:\.\d+)?"
_COMPARE = r"<=|>=|<|>"
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_WORDS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}


@dataclass(frozen=True, slots=True)
class Threshold:
    """One comparison of the indicator."""

    criterion: str
    title: str
    comparator: str
    bound: Decimal | None = None  #: A figure; None for a level.
    from_national: bool = False  #: `bound` is counted from the national figure.
    level: str = ""
    part: bool = False  #: The criterion asks for more than this comparison.

    @property
    def words(self) -> str:
        """Say what is compared: ``"below 65"``, ``"at least national - 5"``."""
        if self.level:
            return f"{_WORDS[self.comparator]} {self.level}"
        if not self.from_national:
            return f"{_WORDS[self.comparator]} {self.bound}"
        offset = self.bound or Decimal(0)
        away = f" {'+' if offset > 0 else '-'} {abs(offset)}" if offset else ""
        return f"{_WORDS[self.comparator]} national{away}"


def thresholds_for(framework: Framework, indicator: str, group: str) -> tuple[Threshold, ...]:
    """Return the thresholds that criteria state for the indicator, in the framework's order.

    Found are comparisons with a figure or a level, and with the national figure of the same indicator, more or less a figure; alone, or as parts of a criterion
    joined by "and" or "or", or asked for in each of several years. A measure that is the plain difference from the national figure counts as that difference.
    Anything longer is not drawn.
    """
    cell = f"{indicator}['{group}']" if group else indicator
    document = framework.to_dict()
    measures = {item["id"]: item["value"] for item in document.get("measures", ()) if item.get("kind") == "expression" and isinstance(item.get("value"), str)}
    found: list[Threshold] = []
    for item in document.get("criteria", ()):
        for text, part in _comparisons(item.get("test") or ""):
            threshold = _read(_with_measure(text, measures, cell), cell, item["id"], item.get("title") or item["id"], part)
            if threshold is not None and threshold not in found:
                found.append(threshold)
    return tuple(found)


def _comparisons(test: str) -> Iterator[tuple[str, bool]]:
    """Give the comparisons that stand outside brackets, and whether the criterion asks for more than each."""
    years = re.fullmatch(r"every\(\d+, (.*)\)", test.strip(), re.DOTALL)
    parts = _split(years.group(1) if years and _balanced(years.group(1)) else test)
    for part in parts:
        yield part.strip(), years is not None or len(parts) > 1


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def _split(text: str) -> list[str]:
    """Split at the && and || that stand outside brackets and quotes."""
    parts, depth, quote, begin = [], 0, "", 0
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote and text[place - 1] != "\\" else quote
        elif character in "'\"":
            quote = character
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif depth == 0 and text[place : place + 2] in ("&&", "||"):
            parts.append(text[begin:place])
            begin = place + 2
    return [*parts, text[begin:]]


def _with_measure(text: str, measures: dict[str, str], cell: str) -> str:
    """Put the plain difference from the national figure in the place of a measure that is one."""
    differences = (f"{cell} - national({cell})", f"national({cell}) - {cell}")
    left = re.match(r"[\w.]+", text)
    value = measures.get(left.group(), "").strip() if left else ""
    return value + text[left.end() :] if left and value in differences else text


def _read(text: str, cell: str, criterion: str, title: str, part: bool) -> Threshold | None:
    """Return the threshold a comparison states; None when it is none of this indicator, or not plain."""
    own, national = re.escape(cell), re.escape(f"national({cell})")
    if made := re.fullmatch(rf"{own} ({_COMPARE}) ({_NUMBER})", text):
        return Threshold(criterion, title, made[1], Decimal(made[2]), part=part)
    if made := re.fullmatch(rf"({_NUMBER}) ({_COMPARE}) {own}", text):
        return Threshold(criterion, title, _TURNED[made[2]], Decimal(made[1]), part=part)
    if made := re.fullmatch(rf"{own} ({_COMPARE}) {national}(?: ([+-]) (\d+(?:\.\d+)?))?", text):
        return Threshold(criterion, title, made[1], Decimal((made[2] or "") + (made[3] or "0")), True, part=part)
    if made := re.fullmatch(rf"{own} - {national} ({_COMPARE}) ({_NUMBER})", text):
        return Threshold(criterion, title, made[1], Decimal(made[2]), True, part=part)
    if made := re.fullmatch(rf"{national} - {own} ({_COMPARE}) ({_NUMBER})", text):
        return Threshold(criterion, title, _TURNED[made[1]], -Decimal(made[2]), True, part=part)
    if made := re.fullmatch(rf"{own} ({_COMPARE}) [\w]+\.([\w]+)", text):
        return Threshold(criterion, title, made[1], level=made[2], part=part)
    return None
