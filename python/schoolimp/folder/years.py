"""Which school year a school is in on a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import schoolimp as si

from .problems import Problems, did_you_mean

__all__ = ["YearsInForce"]


class YearsInForce:
    """The school years that hold one day, and which of them each school keeps.

    A school keeps the year it names; one that names none keeps the only one there is for the day. Years of other times may lie in the folder: they are left out,
    so that last year's terms can stay there.
    """

    def __init__(self, years: Iterable[si.SchoolYear], trust: si.Trust, day: dt.date) -> None:
        self._all = {year.id: year for year in years}
        self._named = {school.id: school.school_year for school in trust.schools}
        self._day = day
        self._told: set[str] = set()
        self.documents: tuple[si.SchoolYear, ...] = tuple(year for year in self._all.values() if year.first <= day <= year.last)

    def of(self, school: str, problems: Problems) -> si.SchoolYear | None:
        """Return the school's year; None, with the problem noted, when it has none for the day or no school day is left in it."""
        named = self._named.get(school, "")
        year = self._by_name(school, named, problems) if named else self._only_one(school, problems)
        if year is not None and year.next_school_day(self._day) is None:
            self._once(
                problems,
                f"school year {year.id}",
                "no_school_day_left",
                f"no school day is left in it on {self._day}",
                "set made_on to a day of the next school year",
            )
            return None
        return year

    def need_one(self, problems: Problems) -> None:
        """Note it when no school year at all holds the day."""
        if not self.documents:
            self._once(
                problems,
                "school years",
                "no_school_year",
                f"no school year holds {self._day}",
                f"there are: {self._listed()}; add the year's terms to school-years, or set made_on",
            )

    def _only_one(self, school: str, problems: Problems) -> si.SchoolYear | None:
        if len(self.documents) == 1:
            return self.documents[0]
        if self.documents:
            ids = ", ".join(year.id for year in self.documents)
            problems.error(
                f"school {school}",
                "several_school_years",
                f"names no school year, and {self._day} lies in several: {ids}",
                "give the school a member school_year in trust.json",
            )
        else:
            self.need_one(problems)
        return None

    def _once(self, problems: Problems, place: str, code: str, message: str, hint: str) -> None:
        """What is the same for every school is said once."""
        if place not in self._told:
            self._told.add(place)
            problems.error(place, code, message, hint)

    def _by_name(self, school: str, named: str, problems: Problems) -> si.SchoolYear | None:
        year = self._all.get(named)
        if year is None:
            problems.error(
                f"school {school}",
                "unknown_school_year",
                f'its school year "{named}" is not among those given',
                did_you_mean(named, self._all, f"there are: {self._listed()}"),
            )
        elif year not in self.documents:
            problems.error(
                f"school {school}",
                "other_school_year",
                f'its school year "{named}" runs from {year.first} to {year.last} and does not hold {self._day}',
                f"there are: {self._listed()}; correct school_year in trust.json, or set made_on",
            )
            return None
        return year

    def _listed(self) -> str:
        return ", ".join(f"{year.id} ({year.first} to {year.last})" for year in self._all.values()) or "none"
