"""What a judgement is made of: cells that were read, results of criteria, answers with reasons, and decisions of people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Answer", "Comparison", "ConditionResult", "CriterionResult", "Decision", "MeasureResult", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One cell of evidence that was read, or looked for."""

    indicator: str  #: Indicator id, or ``school.phase`` ...; of national figures the indicator compared with; of population functions their text.
    national: bool = False  #: A national figure, not the school's own.
    group: str = ""
    shift: int = 0  #: Periods (or observations) before the current one.
    period: str = ""
    value: str = ""  #: The value as text; empty when missing. Levels by their id.
    missing: str = ""  #: Why there is no value.
    observed_on: dt.date | None = None
    source: str = ""
    #: The figure of a population function: ``indicator`` is how the framework writes it, ``source`` how many schools it is among or why there is none.
    population: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison inside a criterion, with the values it compared."""

    text: str
    left: str = ""
    comparator: str = ""
    right: str = ""
    result: str = "unknown"  #: met, not_met, unknown, not_applicable
    readings: tuple[int, ...] = ()  #: Positions in ``Judgement.readings``.


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """Whether a criterion holds, and why."""

    id: str
    result: str = "unknown"  #: met, not_met, unknown, not_applicable
    comparisons: tuple[Comparison, ...] = ()
    readings: tuple[int, ...] = ()  #: All cells it depends on: positions in ``Judgement.readings``.
    waiting_for: tuple[int, ...] = ()  #: When unknown: the missing cells it waits for.


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """The value of a measure."""

    id: str
    state: str = "unknown"
    value: str = ""


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """Whether the condition of an action, activity, offer ... or a KPI holds for the school."""

    owner: str
    result: str = "unknown"  #: met, not_met, unknown, not_applicable


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one of the framework's questions."""

    judgement: str  #: Id of the judgement rule.
    scale: str = ""
    suggested: str | None = None  #: Level id; None when the evidence does not settle it.
    only_possible: bool = False  #: Suggested because it is the one level every filling of the missing evidence gives.
    not_applicable: bool = False
    possible: tuple[str, ...] = ()  #: Level ids in the order of the scale: those some filling of the missing evidence would give.
    possible_is_exact: bool = True
    reasons: tuple[str, ...] = ()  #: Sentences, the deciding ones first.
    missing_that_matters: tuple[int, ...] = ()  #: Missing cells that can still change this answer: positions in ``Judgement.readings``.


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided, kept apart from what was suggested."""

    school: str
    judgement: str
    level: str  #: Level id.
    decided_on: dt.date
    by: str = ""  #: Role or body of the framework.
    person: str = ""
    reason: str = ""
    suggested: str = ""  #: What was suggested then.
    framework_hash: str = ""
