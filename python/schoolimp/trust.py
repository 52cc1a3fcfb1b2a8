"""Trusts: the schools and people a framework is applied to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from . import _core
from ._document import Document

__all__ = ["Person", "School", "Trust"]


@dataclass(frozen=True, slots=True)
class School:
    """One school of a trust. Empty texts and None stand for what is not known.

    Attributes
    ----------
    id : str
        Id, customarily the URN.
    name : str
        Name for people.
    phase : str
        nursery, primary, middle, secondary, all_through, special, alternative_provision or sixth_form.
    type : str
        Type of establishment, as published.
    laestab : str
        Number of the local authority and the establishment, as published.
    local_authority : str
        Name of the local authority.
    joined : datetime.date or None
        The day it joined the trust.
    pupils : int or None
        Number of pupils on roll.
    predecessors : tuple of str
        Ids of school records whose history it may inherit.
    school_year : str
        Id of its :class:`SchoolYear`; empty for the trust's only one.
    """

    id: str
    name: str = ""
    phase: str = ""
    type: str = ""
    laestab: str = ""
    local_authority: str = ""
    joined: dt.date | None = None
    pupils: int | None = None
    predecessors: tuple[str, ...] = ()
    school_year: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person who holds roles of the framework.

    Attributes
    ----------
    id : str
        Id of the person.
    name : str
        Name for people.
    roles : tuple of str
        Ids of the framework's roles the person holds.
    schools : tuple of str
        Ids of the schools the person holds them for; empty for the whole trust.
    """

    id: str
    name: str = ""
    roles: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()


class Trust(Document):
    """The schools and people of a trust. Schema ``schoolimp/trust/1``; ``len()`` is the number of schools.

    Examples
    --------
    >>> import schoolimp as si
    >>> schools = [{"id": "100001", "name": "Ash Primary", "phase": "primary"}]
    >>> trust = si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "example", "name": "Example Trust", "schools": schools})
    >>> trust.find_school("100001").name
    'Ash Primary'
    """

    __slots__ = ()
    _core_class = _core.Trust

    @property
    def id(self) -> str:
        """Id of the trust."""
        return str(self._members().get("id", ""))

    @property
    def name(self) -> str:
        """Name of the trust."""
        return str(self._members().get("name", ""))

    @property
    def schools(self) -> tuple[School, ...]:
        """The schools, in the order of the document."""
        return self._views("schools", School)

    @property
    def people(self) -> tuple[Person, ...]:
        """The people, in the order of the document."""
        return self._views("people", Person)

    def find_school(self, id: str) -> School | None:
        """Return a school by its id.

        Parameters
        ----------
        id : str
            Id of the school.

        Returns
        -------
        School or None
            None when the trust has no such school.
        """
        return next((school for school in self.schools if school.id == id), None)

    def __len__(self) -> int:
        return len(self._members().get("schools", ()))

    def _summary(self) -> str:
        return f"{self.id} {self.name!r} schools={len(self)}"
