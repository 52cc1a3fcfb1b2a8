"""The schools of a picture: chosen from single judgements or from a judged table, and checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..errors import FailedPreconditionError, Issue, OutOfRangeError
from ..judgement import Judgement
from ..tables import TableJudgement
from ._words import did_you_mean

if TYPE_CHECKING:
    from ..frameworks import Framework

__all__ = ["Judged", "checked", "chosen_rows", "several", "within"]

Judged = TableJudgement | Judgement | Iterable[Judgement]


def several(judgements: Judged) -> TableJudgement | tuple[Judgement, ...]:
    """Return the table, or the single judgements as a tuple. Raises TypeError for anything else."""
    if isinstance(judgements, TableJudgement):
        return judgements
    made = (judgements,) if isinstance(judgements, Judgement) else tuple(judgements)
    for item in made:
        if not isinstance(item, Judgement):
            raise TypeError(f"judgements are Judgement values or one TableJudgement, not {type(item).__name__}")
    return made


def checked(judgements: Judged, framework: Framework) -> TableJudgement | tuple[Judgement, ...]:
    """Return the judgements, all made with the framework. Raises FailedPreconditionError when one was not."""
    made = several(judgements)
    hashes = {"table": made.framework.hash} if isinstance(made, TableJudgement) else {f"school {item.school}": item.framework_hash for item in made}
    for place, hash in hashes.items():
        if hash != framework.hash:
            message = f"judged with framework {hash[:12]}, but {framework.id} {framework.edition} is {framework.hash[:12]}"
            raise FailedPreconditionError(f"{place}: {message}", [Issue(f"/{place}", "other_framework", message, "give the framework it was judged with")])
    return made


def chosen_rows(ids: tuple[str, ...], schools: Iterable[str] | None) -> list[int]:
    """Return the places of the schools asked for, in the order asked; of all when none are.

    Raises
    ------
    KeyError
        When a school was not judged, or stands in several places.
    """
    if schools is None:
        return list(range(len(ids)))
    places: dict[str, list[int]] = {}
    for place, id in enumerate(ids):
        places.setdefault(id, []).append(place)
    rows = []
    for school in [schools] if isinstance(schools, str) else schools:
        found = places.get(school, [])
        if len(found) != 1:
            raise KeyError(f"school {school!r} was judged {len(found)} times" if found else f"school {school!r} was not judged{did_you_mean(school, places)}")
        rows.append(found[0])
    return rows


def within(count: int, most: int, what: str, mend: str) -> None:
    """Raise OutOfRangeError when a picture would hold more than can be read."""
    if count > most:
        message = f"{count} {what}; a picture that can be read holds at most {most}"
        raise OutOfRangeError(message, [Issue(f"/{what}", "too_many", message, mend)])
