"""People's decisions put on the judgements of their schools."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import schoolimp as si

from ..errors import SchoolImpError
from .problems import Problems, did_you_mean

__all__ = ["Decider"]

_THEN = ("suggested", "framework_hash")
_SAME = ("judgement", "level", "decided_on", "by")
_MEMBERS = frozenset(field.name for field in dataclasses.fields(si.Decision))


class Decider:
    """Puts the decisions of a list on judgements, oldest first, and notes those that cannot be.

    What was suggested, and with which framework, belongs to the day of the decision: it is taken from the list, else from the judgement of an earlier run. A decision
    that was allowed then stands until people decide again, also when today's suggestion would not allow it any more.
    """

    def __init__(self, framework: si.Framework, earlier: Mapping[str, si.Judgement], file: str, known: dt.date, problems: Problems) -> None:
        self._framework = framework
        self._earlier = earlier
        self._file = file
        self._known = known
        self._problems = problems

    def apply(self, judgements: Iterable[si.Judgement], decisions: Iterable[Mapping[str, Any]]) -> tuple[si.Judgement, ...]:
        """Return the judgements with every decision made by the known date.

        Decisions of schools outside the trust and of later days are noted as warnings. One that names a judgement or level the framework does not have, or that its
        rules never allowed, is an error, unless it was made with another edition.
        """
        by_school = {judgement.school: judgement for judgement in judgements}
        for position, decision in sorted(enumerate(decisions), key=lambda item: (item[1]["decided_on"], item[0])):
            place = f"{self._file}: /decisions/{position}"
            school = decision["school"]
            if school not in by_school:
                message = f'the school "{school}" is not in the trust; its decision is not used'
                self._problems.warning(place, "school_not_in_trust", message, did_you_mean(school, by_school))
            elif dt.date.fromisoformat(decision["decided_on"]) > self._known:
                message = f"decided on {decision['decided_on']}, after the known date {self._known}; not used"
                self._problems.warning(place, "not_known_yet", message, "give a later --known to see it")
            else:
                by_school[school] = self._decided(by_school[school], self._as_then(decision), place)
        return tuple(by_school.values())

    def _as_then(self, decision: Mapping[str, Any]) -> dict[str, Any]:
        """The decision with what was suggested then, when an earlier run wrote it down."""
        earlier = self._earlier.get(decision["school"])
        recorded = earlier.to_dict().get("decisions", ()) if earlier is not None else ()
        for known in recorded:
            if all(known.get(name, "") == decision.get(name, "") for name in _SAME):
                return {**{name: known[name] for name in _THEN if name in known}, **decision}
        return dict(decision)

    def _decided(self, judgement: si.Judgement, decision: Mapping[str, Any], place: str) -> si.Judgement:
        try:
            return _decide(self._framework, judgement, decision)
        except SchoolImpError as failure:
            standing = self._standing(judgement, decision)
            if standing is not None:
                message = f'stands, but today\'s suggestion "{judgement.suggested(decision["judgement"])}" would not allow it: {failure}'
                self._problems.warning(place, "outdated_decision", message, "decide again")
                return standing
            self._note(failure, decision, place)
            return judgement

    def _standing(self, judgement: si.Judgement, decision: Mapping[str, Any]) -> si.Judgement | None:
        """The judgement with the decision, when what was suggested then allowed it."""
        then = decision.get("suggested", "")
        members = judgement.to_dict()
        answer = next((answer for answer in members["answers"] if answer["judgement"] == decision["judgement"]), None)
        if not then or answer is None or answer.get("suggested") == then:
            return None
        answers = [{**item, "suggested": then} if item is answer else item for item in members["answers"]]
        try:
            decided = _decide(self._framework, si.Judgement.from_dict({**members, "answers": answers}), decision)
        except SchoolImpError:
            return None
        return si.Judgement.from_dict({**members, "decisions": decided.to_dict()["decisions"]})

    def _note(self, failure: SchoolImpError, decision: Mapping[str, Any], place: str) -> None:
        if decision.get("framework_hash", "") not in ("", self._framework.hash):
            message = f"made with another edition of the framework; not applied: {failure}"
            self._problems.warning(place, "not_applied", message, "decide again, or take it off the list")
        elif failure.issues:
            for issue in failure.issues:
                self._problems.error(f"{place}{issue.pointer}", issue.code, issue.message, issue.hint)
        else:
            self._problems.error(place, failure.code.name.lower(), str(failure))


def _decide(framework: si.Framework, judgement: si.Judgement, decision: Mapping[str, Any]) -> si.Judgement:
    """The judgement with the decision, and with what newer software wrote into the decision."""
    decided = si.decide(framework, judgement, {name: value for name, value in decision.items() if name in _MEMBERS})
    unknown = {name: value for name, value in decision.items() if name not in _MEMBERS}
    if not unknown:
        return decided
    members = decided.to_dict()
    members["decisions"][-1].update(unknown)
    return si.Judgement.from_dict(members)
