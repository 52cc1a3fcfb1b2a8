"""What a judgement is made of: cells that were read, results of criteria, answers with reasons, and decisions of people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Answer", "Comparison", "ConditionResult", "CriterionResult", "Decision", "MeasureResult", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One cell of evidence that was read, or looked for.

    Attributes
    ----------
    indicator : str
        Id of the indicator, or ``school.phase`` ...; of national figures that of the indicator compared with; of population functions their text.
    national : bool
        Whether it is a national figure, not the school's own.
    group : str
        Member of the indicator's dimension; empty for the whole school.
    shift : int
        Periods (or observations) before the current one; 0 for the current one.
    period : str
        ``"2018/19"``; empty for values with a date of their own.
    value : str
        The value as text, in the unit of the indicator; levels by their id; empty when missing.
    missing : str
        Why there is no value; empty when there is one.
    observed_on : datetime.date or None
        When it was the case.
    source : str
        Where it is from, in words; of population functions how many schools it is among, or why there is no figure.
    population : bool
        Whether it is the figure of a population function; ``indicator`` is how the framework writes it.
    """

    indicator: str
    national: bool = False
    group: str = ""
    shift: int = 0
    period: str = ""
    value: str = ""
    missing: str = ""
    observed_on: dt.date | None = None
    source: str = ""
    population: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison inside a criterion, with the values it compared.

    Attributes
    ----------
    text : str
        The comparison as the framework writes it.
    left : str
        Value of its left side, as text; empty when missing.
    comparator : str
        ``<=``, ``>=``, ``==`` ...
    right : str
        Value of its right side, as text; empty when missing.
    result : str
        met, not_met, unknown or not_applicable.
    readings : tuple of int
        The cells it depends on: positions in :attr:`Judgement.readings`.
    """

    text: str
    left: str = ""
    comparator: str = ""
    right: str = ""
    result: str = "unknown"
    readings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """Whether a criterion holds, and why.

    Attributes
    ----------
    id : str
        Id of the criterion.
    result : str
        met, not_met, unknown or not_applicable.
    comparisons : tuple of Comparison
        The comparisons it is made of, each with the values compared.
    readings : tuple of int
        All cells it depends on: positions in :attr:`Judgement.readings`.
    waiting_for : tuple of int
        When unknown, the missing cells it waits for: positions in :attr:`Judgement.readings`.
    """

    id: str
    result: str = "unknown"
    comparisons: tuple[Comparison, ...] = ()
    readings: tuple[int, ...] = ()
    waiting_for: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """The value of a measure.

    Attributes
    ----------
    id : str
        Id of the measure.
    state : str
        known, unknown or not_applicable.
    value : str
        The value as text; levels by their id; empty when it has none.
    """

    id: str
    state: str = "unknown"
    value: str = ""


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """Whether the condition of an action, activity, offer ... or a KPI holds for the school.

    Attributes
    ----------
    owner : str
        Id of the action, activity, offer ... or KPI it belongs to.
    result : str
        met, not_met, unknown or not_applicable.
    """

    owner: str
    result: str = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one of the framework's questions.

    Attributes
    ----------
    judgement : str
        Id of the question, a judgement rule of the framework.
    scale : str
        Id of the scale of its levels.
    suggested : str or None
        Id of the level the evidence gives; None when the evidence does not settle it.
    only_possible : bool
        Whether it is suggested because it is the one level every filling of the missing evidence gives.
    not_applicable : bool
        Whether the question does not apply to the school.
    possible : tuple of str
        Ids of the levels that some filling of the missing evidence would give, in the order of the scale.
    possible_is_exact : bool
        False when the search for them stopped at its limit.
    reasons : tuple of str
        Sentences, the deciding ones first.
    missing_that_matters : tuple of int
        Missing cells that can still change this answer: positions in :attr:`Judgement.readings`.
    """

    judgement: str
    scale: str = ""
    suggested: str | None = None
    only_possible: bool = False
    not_applicable: bool = False
    possible: tuple[str, ...] = ()
    possible_is_exact: bool = True
    reasons: tuple[str, ...] = ()
    missing_that_matters: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided, kept apart from what was suggested.

    Attributes
    ----------
    school : str
        Id of the school.
    judgement : str
        Id of the question.
    level : str
        Id of the level decided.
    decided_on : datetime.date
        The day of the decision.
    by : str
        Id of the role or body of the framework that decided.
    person : str
        Who signed, in words.
    reason : str
        Why, in words.
    suggested : str
        Id of the level suggested at the time; empty for none.
    framework_hash : str
        Hash of the framework of the judgement decided on.
    """

    school: str
    judgement: str
    level: str
    decided_on: dt.date
    by: str = ""
    person: str = ""
    reason: str = ""
    suggested: str = ""
    framework_hash: str = ""
