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
    """A bank holiday of England and Wales.

    Attributes
    ----------
    date : datetime.date
        The day.
    title : str
        As GOV.UK names it.
    substitute : bool
        Whether it stands in for a holiday that falls on a weekend.
    status : str
        ``published``, or ``projected`` for a year the government has not announced yet.
    """

    date: dt.date
    title: str
    substitute: bool = False
    status: str = "published"


@dataclass(frozen=True, slots=True)
class HalfTermCount:
    """Days of one half term.

    Attributes
    ----------
    term : str
        ``autumn``, ``spring`` or ``summer``.
    first : datetime.date
        First day.
    last : datetime.date
        Last day, included.
    staff_days : int
        Days open to staff, INSET days among them.
    pupil_days : int
        Days open to pupils.
    """

    term: str
    first: dt.date
    last: dt.date
    staff_days: int
    pupil_days: int


@dataclass(frozen=True, slots=True)
class SchoolYearAudit:
    """A school year counted against what is expected of it. All counts are days.

    Attributes
    ----------
    staff_days : int
        Days open to staff, INSET days among them.
    pupil_days : int
        Days open to pupils.
    inset_days : int
        INSET days.
    staff_difference : int
        Staff days counted less those expected.
    pupil_difference : int
        Pupil days counted less those expected.
    half_terms : tuple of HalfTermCount
        The counts of each half term, in order of date.
    statements : tuple of str
        The same in sentences.
    """

    staff_days: int
    pupil_days: int
    inset_days: int
    staff_difference: int
    pupil_difference: int
    half_terms: tuple[HalfTermCount, ...]
    statements: tuple[str, ...]


class SchoolYear(Document):
    """A checked school year: what each day of one academic year is. Schema ``schoolimp/school_year/1``. Days outside it are closed.

    See Also
    --------
    bank_holidays : the bank holidays that count when the document names none.
    """

    __slots__ = ()
    _core_class = _core.SchoolYear

    @property
    def id(self) -> str:
        """Id of the school year, by which schools refer to it."""
        return str(self._members()["id"])

    @property
    def academic_year(self) -> str:
        """The academic year, ``"2026/27"``."""
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
        """Return the days counted against what is expected (195 for staff and 190 for pupils by default).

        Returns
        -------
        SchoolYearAudit
            Numbers of days, and the differences from what is expected.
        """
        staff, pupils, inset, staff_difference, pupil_difference, half_terms, statements = self._handle.audit()
        counts = tuple(HalfTermCount(term, date_from_days(first), date_from_days(last), *numbers) for term, first, last, *numbers in half_terms)
        return SchoolYearAudit(staff, pupils, inset, staff_difference, pupil_difference, counts, tuple(statements))

    def kind(self, date: dt.date) -> str:
        """Return what a day is: school_day, inset, staff_only, weekend, bank_holiday, closure or holiday.

        Parameters
        ----------
        date : datetime.date
            Any day.

        Returns
        -------
        str
            One of these words; ``holiday`` outside the school year.

        Raises
        ------
        TypeError
            When `date` is not a ``datetime.date``, or has a time.
        """
        return str(self._handle.kind(days(date, "date")))

    def is_school_day(self, date: dt.date) -> bool:
        """Return whether the school is open to pupils.

        Parameters
        ----------
        date : datetime.date
            Any day.

        Returns
        -------
        bool
            False outside the school year.

        Raises
        ------
        TypeError
            As :meth:`kind`.
        """
        return self.kind(date) == "school_day"

    def describe(self, date: dt.date) -> str:
        """Return what a day is in words: the bank holiday's title, the closure's reason, ``"INSET day"``, ``"school day"`` ...

        Parameters
        ----------
        date : datetime.date
            Any day.

        Returns
        -------
        str
            Words for people; ``"school holiday"`` outside the school year.

        Raises
        ------
        TypeError
            As :meth:`kind`.
        """
        return str(self._handle.describe(days(date, "date")))

    def school_days_between(self, first: dt.date, last: dt.date) -> int:
        """Return the number of school days from `first` to `last`, both included.

        Parameters
        ----------
        first, last : datetime.date
            The days to count between; nothing lies between them when `last` is before `first`.

        Returns
        -------
        int
            Days open to pupils; those outside the school year do not count.

        Raises
        ------
        TypeError
            As :meth:`kind`.
        """
        return int(self._handle.school_days_between(days(first, "first"), days(last, "last")))

    def next_school_day(self, date: dt.date) -> dt.date | None:
        """Return the first school day on or after `date`; None after the last one of the year.

        Parameters
        ----------
        date : datetime.date
            The day to look from, itself included.

        Returns
        -------
        datetime.date or None
            A day open to pupils.

        Raises
        ------
        TypeError
            As :meth:`kind`.
        """
        return _optional(self._handle.next_school_day(days(date, "date")))

    def previous_school_day(self, date: dt.date) -> dt.date | None:
        """Return the last school day on or before `date`; None before the first one of the year.

        Parameters
        ----------
        date : datetime.date
            The day to look back from, itself included.

        Returns
        -------
        datetime.date or None
            A day open to pupils.

        Raises
        ------
        TypeError
            As :meth:`kind`.
        """
        return _optional(self._handle.previous_school_day(days(date, "date")))

    def school_day_after(self, date: dt.date, n: int) -> dt.date | None:
        """Return the nth school day after `date` (before it when n is negative); None outside the year.

        Parameters
        ----------
        date : datetime.date
            The day to count from; it does not count itself.
        n : int
            How many school days; 0 is `date` itself or, when it is none, the next one.

        Returns
        -------
        datetime.date or None
            A day open to pupils.

        Raises
        ------
        TypeError
            As :meth:`kind`, or when `n` is not a whole number.
        OutOfRangeError
            When `n` does not fit into 32 bits.
        """
        return _optional(self._handle.school_day_after(days(date, "date"), whole_number(n, "n")))

    def half_term_of(self, date: dt.date) -> int | None:
        """Return the position of the half term a date lies in, from 0; None in the holidays.

        Parameters
        ----------
        date : datetime.date
            Any day.

        Returns
        -------
        int or None
            Position among the half terms of the year.

        Raises
        ------
        TypeError
            As :meth:`kind`.
        """
        found = self._handle.half_term_of(days(date, "date"))
        return None if found is None else int(found)

    def half_term_title(self, index: int) -> str:
        """Return what a half term is called: ``"autumn half term 1 (1 September to 23 October 2026)"``.

        Parameters
        ----------
        index : int
            Position among the half terms of the year, from 0.

        Returns
        -------
        str
            Words for people.

        Raises
        ------
        IndexError
            When there is no such half term.
        TypeError
            When `index` is not a whole number.
        OutOfRangeError
            When it does not fit into 32 bits.
        """
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
    """Return the bank holidays of England and Wales of a calendar year, in order.

    Parameters
    ----------
    year : int
        Calendar year.

    Returns
    -------
    tuple of BankHoliday
        Empty before 1978. Years the government has not announced are projected by the rules and say so in `status`.

    Raises
    ------
    TypeError
        When `year` is not a whole number.
    OutOfRangeError
        When it does not fit into 32 bits.

    Examples
    --------
    >>> import schoolimp as si
    >>> [holiday.title for holiday in si.bank_holidays(2026)][:2]
    ['New Year’s Day', 'Good Friday']
    """
    return tuple(BankHoliday(date_from_days(day), title, substitute, status) for day, title, substitute, status in _core.bank_holidays(whole_number(year, "year")))
