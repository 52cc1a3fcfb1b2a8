"""Choosing among judgements by their answers, for :meth:`schoolimp.Judgements.where`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from . import _checks
from ._near import did_you_mean

if TYPE_CHECKING:
    from .judgement import Judgement

__all__ = ["RESULTS", "holding"]

RESULTS = ("met", "not_met", "unknown", "not_applicable")


def holding(
    judgements: Sequence[Judgement],
    levels: Mapping[str, tuple[str, ...]],
    question: str | None,
    wanted: Mapping[str, str],
    settled: bool | None,
    criteria: Mapping[str, str],
) -> Iterator[Judgement]:
    """Return the judgements for which all of it holds.

    ``levels`` are those of each question, none where they are not known; ``wanted`` has the levels asked for, by what each is to be: ``suggested``,
    ``possible`` or ``decided``. Names are checked first, so that a slip is an error however few judgements there are.
    """
    if settled is not None:
        _checks.flag(settled, "settled")
    _check_question(judgements, levels, question)
    _check_levels(judgements, levels, question, wanted)
    _check_criteria(judgements, criteria)
    return (each for each in judgements if _holds(each, question, wanted, settled, criteria))


def _holds(judgement: Judgement, question: str | None, wanted: Mapping[str, str], settled: bool | None, criteria: Mapping[str, str]) -> bool:
    has = {"suggested": _suggested(judgement, question), "possible": judgement.possible(question), "decided": _decided(judgement, question)}
    if not all(level in has[name] for name, level in wanted.items()):
        return False
    if settled is not None and bool(has["suggested"]) != settled:
        return False
    results = {criterion.id: criterion.result for criterion in judgement.criteria} if criteria else {}
    return all(results[id] == result for id, result in criteria.items())


def _suggested(judgement: Judgement, question: str | None) -> tuple[str, ...]:
    level = judgement.suggested(question)
    return () if level is None else (level,)


def _decided(judgement: Judgement, question: str | None) -> tuple[str, ...]:
    decision = judgement.decided(question)
    return () if decision is None else (decision.level,)


def _check_question(judgements: Iterable[Judgement], levels: Mapping[str, tuple[str, ...]], question: str | None) -> None:
    if question is None:
        return
    # Judgements of several frameworks may stand together: each must have the question.
    for questions in [tuple(levels)] * bool(levels) + [tuple(answer.judgement for answer in each.answers) for each in judgements]:
        if question not in questions:
            raise KeyError(f"no judgement {question!r} in the framework; {did_you_mean(question, questions, 'it has')}")


def _check_levels(judgements: Sequence[Judgement], levels: Mapping[str, tuple[str, ...]], question: str | None, wanted: Mapping[str, str]) -> None:
    if levels:
        known, where = levels[question or next(iter(levels))], "of the question"
        otherwise = "its levels are"
    else:
        seen = (level for each in judgements for level in (*_suggested(each, question), *each.possible(question), *_decided(each, question)))
        known, where = tuple(dict.fromkeys(seen)), "suggested, possible or decided in any of the judgements; give framework= for the levels no school has"
        otherwise = "there are"
    for level in wanted.values():
        if level not in known and (levels or judgements):
            raise KeyError(f"no level {level!r} {where}; {did_you_mean(level, known, otherwise)}")


def _check_criteria(judgements: Iterable[Judgement], criteria: Mapping[str, str]) -> None:
    for result in criteria.values():
        if result not in RESULTS:
            raise ValueError(f"{result!r} is no result of a criterion; {did_you_mean(result, RESULTS, 'they are')}")
    if not criteria:
        return
    for each in judgements:
        ids = [criterion.id for criterion in each.criteria]
        for id in criteria:
            if id not in ids:
                raise KeyError(f"no criterion {id!r} in the framework; {did_you_mean(id, ids, 'it has')}")
