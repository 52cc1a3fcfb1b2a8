"""Support plans: what one school gets at its level, as objectives, dated actions, milestones and reviews."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from . import _checks, _core, _json
from ._document import Document, handle_of
from ._views import view
from .frameworks import Framework
from .judgement import Judgement
from .plan_items import Milestone, Objective, OpenPoint, PlanAction, PlanLevel, ProgressEntry, RagResult, Revision, Visit
from .schoolyear import SchoolYear
from .trust import Trust

__all__ = [
    "Milestone",
    "Objective",
    "OpenPoint",
    "Plan",
    "PlanAction",
    "PlanLevel",
    "ProgressEntry",
    "RagResult",
    "Revision",
    "Visit",
    "make_plan",
    "rate_objectives",
    "record_progress",
    "revise_plan",
]


class Plan(Document):
    """A support plan: what one school gets at its level, and the record of what was done. Schema ``schoolimp/plan/1``.

    Made by :func:`make_plan`. Progress and revisions make new plans; the ids of objectives and actions stay.
    """

    __slots__ = ()
    _core_class = _core.Plan

    @property
    def id(self) -> str:
        """Id of the plan: ``<school>.<framework id>``."""
        return str(self._members()["id"])

    @property
    def school(self) -> str:
        """Id of the school."""
        return str(self._members()["school"])

    @property
    def start(self) -> dt.date:
        """First day."""
        return dt.date.fromisoformat(self._members()["start"])

    @property
    def end(self) -> dt.date | None:
        """Last day; None when it is open."""
        end = self._members().get("end")
        return dt.date.fromisoformat(end) if end else None

    @property
    def levels(self) -> tuple[PlanLevel, ...]:
        """The levels it answers to."""
        return self._views("levels", PlanLevel)

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """Objectives, in the order of the framework's criteria."""
        return self._views("objectives", Objective)

    @property
    def actions(self) -> tuple[PlanAction, ...]:
        """Actions, in the order of the framework's offers, people's own last."""
        return self._cached("views actions", lambda: tuple(view(PlanAction, _renamed(item)) for item in self._members().get("actions", ())))

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """Milestones in order of date."""
        return self._views("milestones", Milestone)

    @property
    def to_be_agreed(self) -> tuple[OpenPoint, ...]:
        """What the framework leaves open."""
        return self._views("to_be_agreed", OpenPoint)

    @property
    def progress(self) -> tuple[ProgressEntry, ...]:
        """The record, oldest entry first."""
        return self._views("progress", ProgressEntry)

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Revisions, oldest first."""
        return self._views("revisions", Revision)

    def _repr_html_(self) -> str:
        """Return what notebooks show; docs/notebooks.md."""
        from ._html.plan import plan_html

        return plan_html(self)

    def _summary(self) -> str:
        levels = ", ".join(level.level for level in self.levels)
        return f"{self.id} {levels} from {self.start} objectives={len(self.objectives)} actions={len(self.actions)}"


def _renamed(action: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members with ``with``, a word of Python, as ``with_``."""
    return {("with_" if name == "with" else name): value for name, value in action.items()}


def _options(made_on: dt.date, start: dt.date | None, end: dt.date | None) -> tuple[int, int | None, int | None]:
    return (
        _json.days(made_on, "made_on"),
        _json.optional_days(start, "start"),
        _json.optional_days(end, "end"),
    )


def make_plan(
    framework: Framework,
    judgement: Judgement,
    school_year: SchoolYear,
    *,
    trust: Trust,
    made_on: dt.date,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> Plan:
    """Make the plan for the levels in force of a judgement.

    Parameters
    ----------
    framework : Framework
        The one the judgement was made with; its offers are what a plan is made of.
    judgement : Judgement
        Its levels in force choose the offers, its criteria give the objectives.
    school_year : SchoolYear
        Dates are put on its school days.
    trust : Trust
        Gives the people who hold the roles.
    made_on : datetime.date
        The day of making; no clock is read.
    start, end : datetime.date, optional
        By default the first pupil day on or after `made_on`, and the end the framework states for the level, else the end of the school year.

    Returns
    -------
    Plan
        The same inputs give the same bytes. What the framework leaves open stands in :attr:`Plan.to_be_agreed`.

    Raises
    ------
    FailedPreconditionError
        When no level is in force, or the judgement was made with another framework.
    OutOfRangeError, InvalidDocumentError
        When the dates lie outside the school year.
    TypeError
        When a date is not a ``datetime.date``, or a document is of another kind.
    """
    options = _options(made_on, start, end)
    return Plan._wrap(_core.make_plan(*_made_of(framework, judgement, school_year, trust), *options))


def revise_plan(
    plan: Plan,
    framework: Framework,
    judgement: Judgement,
    school_year: SchoolYear,
    *,
    trust: Trust,
    made_on: dt.date,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> Plan:
    """Return the plan made again after a new judgement, with its ids, history and people's edits kept.

    Parameters
    ----------
    plan : Plan
        The plan so far; stays as it is.
    framework, judgement, school_year, trust, made_on, start, end
        As for :func:`make_plan`; the judgement is the new one.

    Returns
    -------
    Plan
        With one more entry in :attr:`Plan.revisions` that says what changed; as it was when nothing did. What is done stays done.

    Raises
    ------
    FailedPreconditionError, OutOfRangeError
        As :func:`make_plan`.
    InvalidDocumentError
        When the plan is of another school or framework, or has a revision of a later day.
    TypeError
        When a date is not a ``datetime.date``, or a document is of another kind.
    """
    options = _options(made_on, start, end)
    return Plan._wrap(_core.revise_plan(handle_of(plan, Plan, "plan"), *_made_of(framework, judgement, school_year, trust), *options))


def _made_of(framework: Framework, judgement: Judgement, school_year: SchoolYear, trust: Trust) -> tuple[Any, Any, Any, Any]:
    return (
        handle_of(framework, Framework, "framework"),
        handle_of(judgement, Judgement, "judgement"),
        handle_of(school_year, SchoolYear, "school_year"),
        handle_of(trust, Trust, "trust"),
    )


def record_progress(plan: Plan, entry: Mapping[str, Any] | ProgressEntry) -> Plan:
    """Return the plan with one more entry of its record.

    Parameters
    ----------
    plan : Plan
        Stays as it is.
    entry : mapping or ProgressEntry
        ``item``, ``on``, and what was seen: ``by``, ``note``, ``value``, ``rag``, ``status``.

    Returns
    -------
    Plan
        With the entry in :attr:`Plan.progress`, and its item with the status of the entry.

    Raises
    ------
    TypeError
        When ``item`` or ``on`` is not given, or a member is not known or no text.
    NotFoundError
        When the plan has no such item.
    InvalidDocumentError, OutOfRangeError
        When the entry is not one, has a text no document can hold, or is dated before the plan.
    ResourceExhaustedError
        When a text is longer than the 4 MiB a document can hold.
    """
    if not isinstance(entry, ProgressEntry):
        members: dict[str, Any] = {**entry, "on": _json.given_date(entry.get("on"), "on")}
        entry = ProgressEntry(**members)
    item, by, note, value, rag, status = (_checks.text(getattr(entry, name), name) for name in ("item", "by", "note", "value", "rag", "status"))
    arguments = (item, _json.days(entry.on, "on"), by, note, value, rag, status)
    return Plan._wrap(_core.record_progress(handle_of(plan, Plan, "plan"), *arguments))


def rate_objectives(plan: Plan, on: dt.date) -> tuple[RagResult, ...]:
    """Rate every open objective on a day, each with its reason; people's own rating stands beside.

    Green: done, or the latest value meets the target. Red: due and not met. Before the due date the way covered is held against the time gone: green from nine
    tenths of the way expected by then, amber from half of it, red below. The way is that from the baseline to the target where both are numbers, else the share of
    actions that are done. Without any entry an objective is not rated.

    Parameters
    ----------
    plan : Plan
        Its record up to `on` counts.
    on : datetime.date
        The day of the rating; no clock is read.

    Returns
    -------
    tuple of RagResult
        One for each objective that is not stopped or withdrawn, in the order of the plan.

    Raises
    ------
    TypeError
        When `on` is not a ``datetime.date``.
    """
    return tuple(RagResult(*result) for result in _core.rate_objectives(handle_of(plan, Plan, "plan"), _json.days(on, "on")))
