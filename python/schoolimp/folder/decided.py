"""People's decisions put on the judgements of their schools."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import schoolimp as si

from ..errors import FailedPreconditionError, PermissionDeniedError, SchoolImpError
from .problems import Problems, did_you_mean

__all__ = ["apply_decisions"]

# What the framework forbids today may have been allowed when it was decided: such a decision is reported, not a reason to stop.
_NOT_ALLOWED = (FailedPreconditionError, PermissionDeniedError)


def apply_decisions(
    framework: si.Framework, judgements: Iterable[si.Judgement], decisions: Iterable[Mapping[str, Any]], file: str, known: dt.date, problems: Problems
) -> tuple[si.Judgement, ...]:
    """Return the judgements with every decision made by ``known``, oldest first.

    Decisions of schools outside the trust, and those the framework does not allow, are noted as warnings and not applied; a decision that names a judgement
    or level the framework does not have is an error, unless it was made with another edition.
    """
    by_school = {judgement.school: judgement for judgement in judgements}
    for position, decision in sorted(enumerate(decisions), key=lambda item: (item[1]["decided_on"], item[0])):
        place = f"{file}: /decisions/{position}"
        school = decision["school"]
        if school not in by_school:
            problems.warning(
                place, "school_not_in_trust", f'the school "{school}" is not in the trust; its decision is not used', did_you_mean(school, by_school)
            )
        elif dt.date.fromisoformat(decision["decided_on"]) > known:
            problems.warning(
                place,
                "not_known_yet",
                f"decided on {decision['decided_on']}, after the known date {known}; not used",
                "give a later --known to see it",
            )
        else:
            by_school[school] = _decided(framework, by_school[school], decision, place, problems)
    return tuple(by_school.values())


def _decided(framework: si.Framework, judgement: si.Judgement, decision: Mapping[str, Any], place: str, problems: Problems) -> si.Judgement:
    of_another_edition = decision.get("framework_hash", "") not in ("", framework.hash)
    try:
        return si.decide(framework, judgement, decision)
    except SchoolImpError as failure:
        if of_another_edition or isinstance(failure, _NOT_ALLOWED):
            since = "made with another edition of the framework; " if of_another_edition else ""
            problems.warning(place, "not_applied", f"{since}not applied: {failure}", "decide again, or remove it from the list")
        else:
            problems.from_document(place.split(": ")[0], failure) if failure.issues else problems.error(
                place, failure.code.name.lower(), str(failure)
            )
    return judgement
