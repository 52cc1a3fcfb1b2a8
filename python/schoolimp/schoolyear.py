"""School years: terms, half terms, INSET days and bank holidays of one academic year; school days are counted on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from . import _core
from ._checks import whole_number
from ._document import Document
from ._json import date_from_days, days
from .errors import Issue

__all__ = ["BankHoliday", "HalfTermCount", "SchoolYear", "SchoolYearAudit", "bank_holidays"]


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A bank holiday of England and Wales."""

    date: dt.date
    title: str
    substitute: bool = False  #: Stands in for a holiday that falls on a weekend.
    status: str = "published"  #: ``projected`` for a year the government has not announced yet.


@dataclass(frozen=True, slots=True)
class HalfTermCount:
    """Days of one half term."""

    term: str
    first: dt.date
    last: dt.date
    staff_days: int
    pupil_days: int


@dataclass(frozen=True, slots=True)
class SchoolYearAudit:
    """A school year counted against what is expected of it. All counts are days."""

    staff_days: int
    pupil_days: int
    inset_days: int
    staff_difference: int  #: Counted less expected.
    pupil_difference: int
    half_terms: tuple[HalfTermCount, ...]
    statements: tuple[str, ...]  #: The same in sentences.


class SchoolYear(Document):
    """A checked school year. Schema ``schoolimp/school_year/1``. Days outside it are closed."""

    __slots__ = ()
    _core_class = _core.SchoolYear

    @property
    def id(self) -> str:
        """Id of the school year, by which schools refer to it."""
        return str(self._members()["id"])

    @property
    def academic_year(self) -> str:
        """``"2026/27"``"""
        return str(self._members()["academic_year"])

    @property
    def first(self) -> dt.date:
        """First day of the school year, holidays included."""
        return date_from_days(self._handle.first)

    @property
    def last(self) -> dt.date:
        """Last day of the school year, holidays included."""
        return date_from_days(self._handle.last)

    @property
    def warnings(self) -> tuple[Issue, ...]:
        """What was found while checking and does not stand in the way: INSET outside the terms, projected bank holidays ..."""
        return tuple(Issue(*issue) for issue in self._handle.warnings)

    @property
    def school_days(self) -> tuple[dt.date, ...]:
        """All days open to pupils, in order."""
        return tuple(date_from_days(day) for day in self._handle.school_days())

    def audit(self) -> SchoolYearAudit:
        """Return the days counted against what is expected (195 for staff and 190 for pupils by default)."""
        staff, pupils, inset, staff_difference, pupil_difference, half_terms, statements = self._handle.audit()
        counts = tuple(HalfTermCount(term, date_from_days(first), date_from_days(last), *numbers) for term, first, last, *numbers in half_terms)
        return SchoolYearAudit(staff, pupils, inset, staff_difference, pupil_difference, counts, tuple(statements))

    def kind(self, date: dt.date) -> str:
        """Return what a day is: school_day, inset, staff_only, weekend, bank_holiday, closure or holiday."""
        return str(self._handle.kind(days(date, "date")))

    def is_school_day(self, date: dt.date) -> bool:
        """Return whether the school is open to pupils."""
        return self.kind(date) == "school_day"

    def describe(self, date: dt.date) -> str:
        """Return what stands on a day that is not a school day: the bank holiday's title, the closure's reason, ``"INSET day"`` ..."""
        return str(self._handle.describe(days(date, "date")))

    def school_days_between(self, first: dt.date, last: dt.date) -> int:
        """Return the number of school days from `first` to `last`, both included."""
        return int(self._handle.school_days_between(days(first, "first"), days(last, "last")))

    def next_school_day(self, date: dt.date) -> dt.date | None:
        """Return the first school day on or after `date`; None after the last one of the year."""
        return _optional(self._handle.next_school_day(days(date, "date")))

    def previous_school_day(self, date: dt.date) -> dt.date | None:
        """Return the last school day on or before `date`; None before the first one of the year."""
        return _optional(self._handle.previous_school_day(days(date, "date")))

    def school_day_after(self, date: dt.date, n: int) -> dt.date | None:
        """Return the nth school day after `date` (before it when n is negative); None outside the year."""
        return _optional(self._handle.school_day_after(days(date, "date"), whole_number(n, "n")))

    def half_term_of(self, date: dt.date) -> int | None:
        """Return the position of the half term a date lies in, from 0; None in the holidays."""
        found = self._handle.half_term_of(days(date, "date"))
        return None if found is None else int(found)

    def half_term_title(self, index: int) -> str:
        """Return ``"autumn half term 1 (1 September to 23 October 2026)"``. Raises IndexError when there is no such half term."""
        return str(self._handle.half_term_title(whole_number(index, "index")))

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.schoolyear import school_year_html

        return school_year_html(self)

    def _summary(self) -> str:
        return f"{self.id} {self.academic_year} school_days={len(self._handle.school_days())}"


def _optional(day: int | None) -> dt.date | None:
    return None if day is None else date_from_days(day)


def bank_holidays(year: int) -> tuple[BankHoliday, ...]:
    """Return the bank holidays of England and Wales of a calendar year, in order; empty before 1978."""
    return tuple(BankHoliday(date_from_days(day), title, substitute, status) for day, title, substitute, status in _core.bank_holidays(whole_number(year, "year")))
