"""A plan: what it answers to, what is to be agreed, objectives, actions with dates and status, milestones, the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .badges import badge, status
from .markup import Html, join, tag
from .parts import count, date, fold, heading, period, short, table
from .style import fragment
from .titles import Titles, titles_of

if TYPE_CHECKING:
    from ..plan import Plan, PlanAction

__all__ = ["plan_html"]

_NO_DATE = "to be agreed"


def plan_html(plan: Plan) -> str:
    """Return a plan as an HTML fragment."""
    members = plan._members()
    titles = titles_of(members["framework_id"], members["framework_edition"], members["framework_hash"])
    framework = f"{members['framework_id']} {members['framework_edition']}"
    ends = f"to {date(plan.end)}" if plan.end else "without an agreed end"
    return fragment(
        f"Support plan of school {plan.school}",
        heading(f"Support plan of school {plan.school}", f"Framework {framework}; from {date(plan.start)} {ends}"),
        titles.note(),
        _levels(plan, titles),
        _to_be_agreed(plan, titles),
        _objectives(plan, titles),
        _actions(plan, titles),
        _milestones(plan),
        _record(plan, titles),
    )


def _levels(plan: Plan, titles: Titles) -> Html:
    words = (join(titles.qualified_level(level.level), "decided" if level.decided else "suggested", by=" ") for level in plan.levels)
    return tag("p", "Answers to ", join(*words, by=", ")) if plan.levels else Html("")


def _to_be_agreed(plan: Plan, titles: Titles) -> Html:
    names = {objective.id: objective.title for objective in plan.objectives} | {action.id: action.title for action in plan.actions}
    rows = [(point.what, names.get(point.item) or _subject(point.item, titles), point.text) for point in plan.to_be_agreed]
    made = table("To be agreed by people", ["What", "Of", "Why it is open"], rows, see="plan.to_be_agreed", most=50, budget=30_000) if rows else ""
    return fold(f"To be agreed ({len(rows):,})", made)


def _subject(item: str, titles: Titles) -> str:
    """What an open point is about that is no item of the plan: a criterion that may become an objective, or the plan as a whole."""
    return titles.title("criteria", item.removeprefix("objective.")) if item else "the plan"


def _objectives(plan: Plan, titles: Titles) -> Html:
    rows = [
        (
            objective.title,
            objective.success_measure,
            titles.figure(objective.baseline) or "not known",
            titles.figure(objective.target) or _NO_DATE,
            date(objective.due, _NO_DATE),
            status(objective.status),
        )
        for objective in plan.objectives
    ]
    made = table("Objectives", ["Objective", "Reached when", "From", "To", "Due", "Status"], rows, see="plan.objectives", most=50) if rows else ""
    return fold(f"Objectives ({len(rows):,})", made, open=True)


def _actions(plan: Plan, titles: Titles) -> Html:
    rows = [(_title(action), ", ".join(titles.who(who) for who in action.actor) or _NO_DATE, _when(action), status(action.status)) for action in plan.actions]
    made = table("Actions", ["Action", "Who", "When", "Status"], rows, see="plan.actions", most=60) if rows else ""
    return fold(f"Actions ({len(rows):,})", made, open=True)


def _title(action: PlanAction) -> Html:
    possibly = join(tag("br"), badge("? possibly", "middle"), " ", short(action.condition)) if action.applies == "possibly" else ""
    left = join(tag("br"), badge("\u2013 no longer asked for")) if action.left_offer else ""
    return join(short(action.title), possibly, left)


def _when(action: PlanAction) -> str:
    """The dates there are, and the words of the framework where it gives words."""
    dates = [
        period(action.start, action.due) if action.start and action.due else "",
        f"from {date(action.start)}" if action.start and not action.due else "",
        f"by {date(action.due)}" if action.due and not action.start else "",
        action.until,
        action.cadence,
        f"{count(len(action.visits), 'visit')} from {date(action.visits[0].on)} to {date(action.visits[-1].on)}" if action.visits else "",
    ]
    return "; ".join(text for text in dates if text) or _NO_DATE


def _milestones(plan: Plan) -> Html:
    rows = [(date(milestone.on), milestone.title, f"{len(milestone.objectives):,}", status(milestone.status)) for milestone in plan.milestones]
    made = table("Milestones", ["Day", "Milestone", "Objectives", "Status"], rows, see="plan.milestones", most=40, numbers=[2], budget=20_000) if rows else ""
    return fold(f"Milestones ({len(rows):,})", made)


def _record(plan: Plan, titles: Titles) -> Html:
    """The latest entries first, for those are what one looks for."""
    rows = [(date(entry.on), entry.item, titles.who(entry.by) if entry.by else "", entry.value, entry.rag, entry.note) for entry in reversed(plan.progress)]
    made = table("Record, latest first", ["Day", "Of", "By", "Value", "Rated", "Note"], rows, see="plan.progress", most=30, budget=20_000) if rows else ""
    return fold(f"Record ({count(len(rows), 'entry', 'entries')})", made)
