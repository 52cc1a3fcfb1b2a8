"""Numbers as published: percent signs, thousands separators, real minus signs; always exact decimals, never floats."""

from __future__ import annotations

import re
from decimal import Decimal

_PLAIN = r"[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?"
_GROUPED = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_NUMBER = re.compile(rf"([+-]?)(?:({_GROUPED})|({_PLAIN}))\s?%?")
_URN = re.compile(r"([1-9][0-9]{5})(?:\.0+)?")
_LA = re.compile(r"([0-9]{3})(?:\.0+)?")
_ESTAB = re.compile(r"([0-9]{1,4})(?:\.0+)?")
_LAESTAB = re.compile(r"([0-9]{3})[/ -]?([0-9]{4})(?:\.0+)?")
_WHOLE = re.compile(r"([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.0+)?")
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " "})


def parse_decimal(text: str) -> Decimal | None:
    """The number a cell holds, digit for digit as published ("44.98%" is Decimal("44.98")); none when it is not one."""
    found = _NUMBER.fullmatch(text.translate(_MINUS).strip())
    if found is None:
        return None
    sign, grouped, plain = found.groups()
    return Decimal(sign + (grouped.replace(",", "") if grouped else plain))


def parse_whole(text: str) -> int | None:
    """A count of pupils: "1,204", "30" or, after a spreadsheet, "30.0"."""
    if len(text) < 10 and text.isascii() and text.isdigit():
        return int(text)
    found = _WHOLE.fullmatch(text.strip())
    return int(found.group(1).replace(",", "")) if found else None


def parse_urn(text: str) -> str | None:
    """A URN as text: six digits, "103120" or "103120.0" as spreadsheets leave it. Anything else is none: a URN is never guessed."""
    found = _URN.fullmatch(text.strip())
    return found.group(1) if found else None


def parse_laestab(la: str, estab: str | None = None) -> str | None:
    """Seven digits out of one column ("8502229", "850/2229") or out of two ("850", "2229")."""
    if estab is None:
        whole = _LAESTAB.fullmatch(la.strip())
        return whole.group(1) + whole.group(2) if whole else None
    first, second = _LA.fullmatch(la.strip()), _ESTAB.fullmatch(estab.strip())
    return first.group(1) + second.group(1).zfill(4) if first and second else None


def parse_code(text: str) -> str:
    """A code of digits without the ".0" spreadsheets add; other text as it is."""
    found = _WHOLE.fullmatch(text.strip())
    return found.group(1) if found else text.strip()
