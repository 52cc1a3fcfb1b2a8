"""Trusts: the schools and people a framework is applied to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from . import _core
from ._document import Document

__all__ = ["Person", "School", "Trust"]


@dataclass(frozen=True, slots=True)
class School:
    """One school of a trust. Empty texts and None stand for what is not known."""

    id: str  #: Customarily the URN.
    name: str = ""
    phase: str = ""  #: nursery, primary, middle, secondary, all_through, special, alternative_provision or sixth_form.
    type: str = ""
    laestab: str = ""
    local_authority: str = ""
    joined: dt.date | None = None
    pupils: int | None = None
    predecessors: tuple[str, ...] = ()  #: Ids of school records whose history it may inherit.
    school_year: str = ""  #: Id of its SchoolYear; empty for the trust's only one.


@dataclass(frozen=True, slots=True)
class Person:
    """A person who holds roles of the framework."""

    id: str
    name: str = ""
    roles: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()  #: Empty: the whole trust.


class Trust(Document):
    """A trust document, schema ``schoolimp/trust/1``."""

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
        """Return the school with this id, or None."""
        return next((school for school in self.schools if school.id == id), None)

    def __len__(self) -> int:
        return len(self._members().get("schools", ()))

    def _summary(self) -> str:
        return f"{self.id} {self.name!r} schools={len(self)}"
