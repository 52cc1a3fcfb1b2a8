"""Bank holidays as GOV.UK publishes them (bank-holidays.json)."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ._errors import PublishedFileError
from ._table import decode


@dataclass(frozen=True, slots=True, order=True)
class BankHoliday:
    """One bank holiday.

    Attributes
    ----------
    date : date
        The day.
    title : str
        As GOV.UK names it.
    substitute : bool
        Whether it stands in for a holiday that falls on a weekend.
    """

    date: date
    title: str
    substitute: bool = False


def read_bank_holidays(source: str | os.PathLike[str] | dict[str, object], division: str = "england-and-wales") -> list[BankHoliday]:
    """Reads one division of the published file.

    Parameters
    ----------
    source : path or dict
        The file, or its content.
    division : str
        ``"england-and-wales"``, ``"scotland"`` or ``"northern-ireland"``.

    Returns
    -------
    list of BankHoliday
        In order of date.

    Raises
    ------
    PublishedFileError
        When the file cannot be read, is not such a list, or does not have the division.
    """
    file, content = _content(source)
    part = content.get(division)
    events = part.get("events") if isinstance(part, dict) else None
    if not isinstance(events, list):
        raise PublishedFileError(file, f"has no division {division!r}", "divisions found: " + ", ".join(sorted(content)))
    return sorted(_holiday(file, event, number) for number, event in enumerate(events))


def parse_json(data: bytes, file: str) -> object:
    """The value of a JSON file in UTF-8 or Windows-1252."""
    text, _ = decode(data, file)
    try:
        return json.loads(text)
    except ValueError as error:
        raise PublishedFileError(file, f"is not JSON: {error}") from None
    except RecursionError:
        raise PublishedFileError(file, "is not JSON of any published kind: it is nested too deeply") from None


def _content(source: str | os.PathLike[str] | dict[str, object]) -> tuple[str, dict[str, object]]:
    if isinstance(source, dict):
        return "bank holidays", source
    path = Path(source)
    try:
        content = parse_json(path.read_bytes(), path.name)
    except OSError as error:
        raise PublishedFileError(path.name, f"cannot be read: {error.strerror or error}") from None
    if not isinstance(content, dict):
        raise PublishedFileError(path.name, "does not list bank holidays by division")
    return path.name, content


def _holiday(file: str, event: object, number: int) -> BankHoliday:
    if isinstance(event, dict) and isinstance(event.get("title"), str) and isinstance(event.get("date"), str):
        try:
            return BankHoliday(date.fromisoformat(event["date"]), event["title"], "substitute" in str(event.get("notes", "")).casefold())
        except ValueError:
            raise PublishedFileError(file, f"event {number}: {event['date']!r} is not a date") from None
    raise PublishedFileError(file, f"event {number} has no title and date")
