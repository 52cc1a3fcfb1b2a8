"""Titles for ids. Judgements, plans and rollups name levels, criteria and indicators by id; the framework has their titles."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from .badges import badge, tone_of
from .markup import Html, join, tag

if TYPE_CHECKING:
    from .._document import JsonDict
    from ..frameworks import Framework

__all__ = ["Titles", "titles_of"]


class Titles:
    """The titles of a framework; without one, ids stand for themselves and levels have no colour."""

    def __init__(self, framework: Framework | None) -> None:
        members = framework._members() if framework is not None else {}
        self.known = framework is not None
        self._members: dict[str, dict[str, JsonDict]] = {
            name: {item["id"]: item for item in given if "id" in item} for name, given in members.items() if _is_list_of_objects(given)
        }

    def find(self, members: str, id: str) -> JsonDict:
        """Return the object with this id; an empty one when there is none."""
        return self._members.get(members, {}).get(id, {})

    def title(self, members: str, id: str) -> str:
        """Return the title of an object, the id when it has none."""
        return str(self.find(members, id).get("title") or id)

    def who(self, id: str) -> str:
        """Return the title of a role or body."""
        return str((self.find("roles", id) or self.find("bodies", id)).get("title") or id)

    def level(self, scale: str, level: str) -> Html:
        """Return a level as a badge, coloured by its place in the scale."""
        found = self.find("scales", scale)
        levels = found.get("levels", [])
        for place, item in enumerate(levels):
            if item["id"] == level:
                return badge(item.get("title") or level, tone_of(place, len(levels), found.get("order", "none")))
        return badge(level)

    def qualified_level(self, name: str) -> Html:
        """Return the level ``scale.level`` as a badge."""
        scale, _, level = name.partition(".")
        return self.level(scale, level)

    def figure(self, text: str) -> Html | str:
        """Return a figure as it stands, and what names a level of a known scale as a badge."""
        return self.qualified_level(text) if self.find("scales", text.partition(".")[0]) else text

    def note(self) -> Html:
        """Return what to say when the framework is not known here."""
        return Html("") if self.known else tag("p", join("Ids stand for titles: the framework is none of those that come with the library."), class_="si-about")


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


@functools.lru_cache(maxsize=8)
def titles_of(id: str, edition: str, hash: str) -> Titles:
    """Return the titles of the framework with this hash, which must come with the library: another edition may use other words."""
    from ..errors import NotFoundError
    from ..frameworks import framework

    try:
        found = framework(id, edition)
    except NotFoundError:
        return Titles(None)
    return Titles(found if found.hash == hash else None)
