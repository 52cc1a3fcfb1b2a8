"""What a support plan is made of: objectives, actions with their visits, milestones, open points, the record and revisions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Milestone", "Objective", "OpenPoint", "PlanAction", "PlanLevel", "ProgressEntry", "RagResult", "Revision", "Visit"]


@dataclass(frozen=True, slots=True)
class Objective:
    """What has to become true, taken from a criterion that is not as it should be.

    Attributes
    ----------
    id : str
        Id in the plan; stays through revisions.
    criterion : str
        Id of the criterion it is taken from.
    also : tuple of str
        Ids of further criteria it answers: they ask the same thing for the same or less.
    title : str
        For people.
    domain : str
        Id of the framework's domain.
    success_measure : str
        In words: from 6.4 to at most 5.2 percent.
    measured_by : str
        The indicator, measure or expression whose value has to change; empty when no single comparison is in the way.
    baseline : str
        Its value when the objective was set, as text, in the unit of the indicator; a level by its id; empty when unknown.
    comparator : str
        ``<=``, ``>=`` ... between value and target; empty when there is no single target.
    target : str
        The value to reach, as text, in the same unit.
    scale : str
        Id of the scale of the measured level; empty when it is no level.
    scale_order : str
        best_first, worst_first or none: in which order the levels are listed.
    levels : tuple of str
        Ids of the scale's levels: what a recorded value may be.
    due : datetime.date or None
        The day it is to be reached; once passed it stays, and an open objective is overdue. None when it is to be agreed.
    status : str
        not_started, in_progress, done, stopped or withdrawn.
    edited : tuple of str
        Names of the members people changed; a revision leaves them alone.
    """

    id: str
    criterion: str = ""
    also: tuple[str, ...] = ()
    title: str = ""
    domain: str = ""
    success_measure: str = ""
    measured_by: str = ""
    baseline: str = ""
    comparator: str = ""
    target: str = ""
    scale: str = ""
    scale_order: str = "none"
    levels: tuple[str, ...] = ()
    due: dt.date | None = None
    status: str = "not_started"
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """One dated occurrence of a recurring action.

    Attributes
    ----------
    id : str
        Id in the plan; stays when the day moves.
    on : datetime.date
        The day.
    status : str
        not_started, in_progress, done, stopped or withdrawn.
    """

    id: str
    on: dt.date
    status: str = "not_started"


@dataclass(frozen=True, slots=True)
class PlanAction:
    """One thing that will be done. Empty texts and None stand for what the framework leaves open.

    Attributes
    ----------
    id : str
        Id in the plan; stays through revisions.
    action : str
        Id of the framework's action; empty for people's own.
    offer : str
        Id of the offer it belongs to.
    origin : str
        framework or people.
    applies : str
        yes, or possibly when its condition is not settled.
    title : str
        For people.
    detail : str
        Further words of the framework.
    kind : str
        Kind of action in the framework.
    optionality : str
        must, should, may, expected, encouraged or where_required.
    condition : str
        The condition under which it is done, in the words of the framework; empty when there is none.
    actor : tuple of str
        Ids of the roles and bodies that do it.
    with_ : tuple of str
        Ids of the roles and bodies that take part (``with`` in documents).
    beneficiary : tuple of str
        Ids of those it is for.
    domains : tuple of str
        Ids of the framework's domains.
    purposes : tuple of str
        What it is for, in words.
    parts : tuple of str
        What it consists of, in words.
    after : tuple of str
        Ids of the actions that come before it.
    objectives : tuple of str
        Ids of the objectives of the plan it serves.
    start : datetime.date or None
        First day; None when it is to be agreed.
    due : datetime.date or None
        The day it is to be done by; None when it is to be agreed.
    until : str
        Until when it goes on, in words.
    cadence : str
        How often, in words.
    amount : str
        How much, in words.
    activity : str
        Id of the activity of the calendar that carries it out.
    visits : tuple of Visit
        Its days, when it comes back at an interval and has no activity.
    refs : tuple of str
        Ids of the facts of the framework's source.
    status : str
        not_started, in_progress, done, stopped or withdrawn.
    left_offer : bool
        Whether it is done or stopped, and no longer asked for at the levels of the plan.
    edited : tuple of str
        Names of the members people changed; a revision leaves them alone.
    """

    id: str
    action: str = ""
    offer: str = ""
    origin: str = "framework"
    applies: str = "yes"
    title: str = ""
    detail: str = ""
    kind: str = ""
    optionality: str = ""
    condition: str = ""
    actor: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    beneficiary: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    start: dt.date | None = None
    due: dt.date | None = None
    until: str = ""
    cadence: str = ""
    amount: str = ""
    activity: str = ""
    visits: tuple[Visit, ...] = ()
    refs: tuple[str, ...] = ()
    status: str = "not_started"
    left_offer: bool = False
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on which objectives are looked at.

    Attributes
    ----------
    id : str
        Id in the plan.
    on : datetime.date
        The day.
    title : str
        For people.
    objectives : tuple of str
        Ids of the objectives looked at.
    status : str
        not_started, in_progress, done, stopped or withdrawn.
    edited : tuple of str
        Names of the members people changed; one whose ``on`` they moved stays on its day.
    """

    id: str
    on: dt.date
    title: str = ""
    objectives: tuple[str, ...] = ()
    status: str = "not_started"
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something the framework leaves open and people must settle.

    Attributes
    ----------
    item : str
        Id of the objective or action; empty for the plan as a whole.
    what : str
        level, length, condition, owner, date, interval, amount, target, evidence, or overdue: still open after its due date.
    text : str
        What is to be agreed, in a sentence.
    """

    item: str = ""
    what: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """What was seen or done, by whom, when.

    Attributes
    ----------
    item : str
        Id of the objective, action, visit or milestone.
    on : datetime.date
        The day it was seen or done.
    by : str
        Who saw or did it.
    note : str
        In words.
    value : str
        The value seen, as text: a number in the unit of the objective, a level of its scale, ``true`` or ``false``.
    rag : str
        People's own rating: red, amber or green; empty for none.
    status : str
        The item's status from then on: not_started, in_progress, done, stopped or withdrawn; empty for no change.
    """

    item: str
    on: dt.date
    by: str = ""
    note: str = ""
    value: str = ""
    rag: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class PlanLevel:
    """The level a plan answers to.

    Attributes
    ----------
    judgement : str
        Id of the question.
    level : str
        The level as ``scale.level``.
    decided : bool
        Whether people decided it; otherwise it is suggested.
    """

    judgement: str
    level: str
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One making or revision of the plan.

    Attributes
    ----------
    number : int
        From 1, which is the making.
    on : datetime.date or None
        The day of making.
    framework_hash : str
        Hash of the framework it was made with.
    levels : tuple of PlanLevel
        The levels the plan answered to.
    changes : tuple of str
        What changed, in sentences.
    """

    number: int = 1
    on: dt.date | None = None
    framework_hash: str = ""
    levels: tuple[PlanLevel, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RagResult:
    """The rating of one objective on a day.

    Attributes
    ----------
    objective : str
        Id of the objective.
    rag : str
        not_rated, red, amber or green.
    reason : str
        Why, in a sentence.
    people : str or None
        The latest rating people gave; None when they gave none.
    """

    objective: str
    rag: str
    reason: str
    people: str | None = None
