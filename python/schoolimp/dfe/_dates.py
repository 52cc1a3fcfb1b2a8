"""Dates and academic years as published."""

from __future__ import annotations

import re
from datetime import date

_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:\.0)?")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")
_UNKNOWN = date(1900, 1, 1)
_MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1)}
_NAMED = re.compile(r"(?<![0-9])([0-9]{1,2})[ _-]?([A-Za-z]{3})[a-z]*[ _-]?([0-9]{4})(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:[-_/ ]?to[-_ ]?|[-_/ ]?)((?:19|20)?[0-9]{2})(?![0-9]|[-/.][0-9]{1,2}(?![0-9]))")


def parse_date(text: str) -> date | None:
    """dd/mm/yyyy, dd-mm-yyyy, yyyymmdd or yyyy-mm-dd. None for 1900-01-01, the publishers' word for unknown.

    Raises ValueError for anything else: an American or a two-figure year is not guessed at.
    """
    plain = _MIDNIGHT.sub("", text.strip())
    if found := _DAY_FIRST.fullmatch(plain):
        parts = (found.group(4), found.group(3), found.group(1))
    elif found := _ISO.fullmatch(plain) or _COMPACT.fullmatch(plain):
        parts = (found.group(1), found.group(2), found.group(3))
    else:
        raise ValueError(f"{text!r} is not a date: write 31/08/2023, 31-08-2023, 20230831 or 2023-08-31")
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        raise ValueError(f"{text!r} is no day of the calendar") from None
    return None if day == _UNKNOWN else day


def iso(day: date | str | None) -> str | None:
    """A date given by a caller as documents write it."""
    if day is None:
        return None
    if isinstance(day, date):
        return day.isoformat()[:10]
    parsed = parse_date(day)
    if parsed is None:
        raise ValueError(f"{day!r} stands for an unknown date: leave the argument out")
    return parsed.isoformat()


def parse_academic_year(text: str | int) -> str:
    """ "2018/19" out of 2018/19, 2018-19, 2018-2019, 2018_19, 201819. Raises ValueError for anything else."""
    years = find_academic_years(str(text))
    if len(years) != 1:
        raise ValueError(f"{text!r} is not an academic year: write it as 2018/19")
    return years[0]


def find_academic_years(text: str) -> list[str]:
    """All different academic years named in a file name; pairs that are not two years running (2022-04) do not count."""
    years: list[str] = []
    for found in _YEAR.finditer(text):
        start, end = int(found.group(1)), int(found.group(2)[-2:])
        year = f"{start}/{end:02d}"
        if (start + 1) % 100 == end and year not in years:
            years.append(year)
    return years


def find_date(text: str) -> date | None:
    """The one day named in a file name ("2023-08-31", "31_August_2023"); none when there is none or more than one."""
    days = {date(int(y), int(m), int(d)) for y, m, d in re.findall(r"(?<![0-9])(20[0-9]{2})-([01][0-9])-([0-3][0-9])(?![0-9])", text)
            if _is_day(int(y), int(m), int(d))}
    for day, month, year in _NAMED.findall(text):
        number = _MONTHS.get(month.lower())
        if number and _is_day(int(year), number, int(day)):
            days.add(date(int(year), number, int(day)))
    return days.pop() if len(days) == 1 else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
