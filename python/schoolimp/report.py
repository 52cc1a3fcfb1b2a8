"""Reports for people, as Markdown text."""

from __future__ import annotations

import datetime as dt

from . import _core
from ._document import handle_of
from ._json import optional_days
from .calendar import Calendar
from .frameworks import Framework
from .judgement import Judgement, Rollup
from .plan import Plan
from .trust import Trust

__all__ = ["calendar_markdown", "judgement_markdown", "plan_markdown", "rollup_markdown"]


def judgement_markdown(framework: Framework, judgement: Judgement, trust: Trust | None = None) -> str:
    """Return the report of one school: what is suggested and why, what is not known, what was decided.

    Parameters
    ----------
    framework : Framework
        The one the judgement was made with.
    judgement : Judgement
        With the decisions made on it.
    trust : Trust, optional
        Gives the school's name.

    Returns
    -------
    str
        Markdown.
    """
    return str(_core.judgement_markdown(framework._handle, judgement._handle, handle_of(trust)))


def rollup_markdown(framework: Framework, rollup: Rollup, trust: Trust | None = None) -> str:
    """Return the report of a trust: schools by level, KPIs, who gives and who receives support.

    Parameters
    ----------
    framework : Framework
        The one the judgements were made with.
    rollup : Rollup
        What :func:`schoolimp.roll_up` gives.
    trust : Trust, optional
        Gives the schools' names.

    Returns
    -------
    str
        Markdown.
    """
    return str(_core.rollup_markdown(framework._handle, rollup._handle, handle_of(trust)))


def plan_markdown(framework: Framework, plan: Plan, trust: Trust | None = None, rated_on: dt.date | None = None) -> str:
    """Return a support plan as a report: objectives with their rating, actions, milestones, what is to be agreed, the record.

    Parameters
    ----------
    framework : Framework
        The one the plan was made with.
    plan : Plan
        With its record.
    trust : Trust, optional
        Gives the school's name.
    rated_on : datetime.date, optional
        The day objectives are rated on; the latest day of the record when absent.

    Returns
    -------
    str
        Markdown.

    Raises
    ------
    TypeError
        When `rated_on` is not a ``datetime.date``.
    """
    return str(_core.plan_markdown(framework._handle, plan._handle, handle_of(trust), optional_days(rated_on, "rated_on")))


def calendar_markdown(calendar: Calendar) -> str:
    """Return a calendar as a report: events by month, and what is to be agreed.

    Parameters
    ----------
    calendar : Calendar
        What :func:`schoolimp.make_calendar` gives.

    Returns
    -------
    str
        Markdown.
    """
    return str(_core.calendar_markdown(calendar._handle))
