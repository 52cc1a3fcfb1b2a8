"""Reports for people, as Markdown text, and as a page of HTML."""

from __future__ import annotations

import datetime as dt
from typing import Any

from . import _core
from ._document import handle_of, optional_handle
from ._json import optional_days
from .calendar import Calendar
from .errors import FailedPreconditionError, Issue
from .frameworks import Framework
from .judgement import Judgement, Rollup
from .plan import Plan
from .trust import Trust

__all__ = ["calendar_markdown", "judgement_html", "judgement_markdown", "plan_markdown", "rollup_markdown"]


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

    Raises
    ------
    FailedPreconditionError
        When the judgement was made with another framework, whose words would say something else.
    """
    return str(_core.judgement_markdown(*_handles(framework, judgement, Judgement, trust)))


def judgement_html(framework: Framework, judgement: Judgement, trust: Trust | None = None) -> str:
    """Return the judgement of one school as a page of HTML to keep or to send: one file that fetches nothing and runs no script.

    It shows what a notebook shows, with everything unfolded and the titles of the framework given, which may be one of your own. It is text: write it
    with ``encoding="utf-8"``.

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
        A whole document, from ``<!DOCTYPE html>`` to its end.

    Raises
    ------
    FailedPreconditionError
        When the judgement was made with another framework, whose words would say something else.

    Examples
    --------
    >>> import datetime as dt
    >>> import schoolimp as si
    >>> framework = si.framework("pvat")
    >>> evidence = si.Evidence.from_observations([{"school": "100001", "indicator": "ks2.rwm_expected", "period": "2024/25", "value": 48}])
    >>> judgement = si.judge(framework, evidence, "100001", valid=dt.date(2026, 9, 1))
    >>> si.report.judgement_html(framework, judgement)[:15]
    '<!DOCTYPE html>'
    """
    from ._html.judgement import judgement_html as fragment
    from ._html.page import page
    from ._html.titles import Titles

    _handles(framework, judgement, Judgement, trust)
    found = trust.find_school(judgement.school) if trust is not None else None
    name = found.name if found is not None else ""
    return page(f"{name or judgement.school}: {framework.title}", fragment(judgement, Titles(framework), name))


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

    Raises
    ------
    FailedPreconditionError
        When the judgements were made with another framework.
    """
    return str(_core.rollup_markdown(*_handles(framework, rollup, Rollup, trust)))


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
    FailedPreconditionError
        When the plan was made, or last revised, with another framework.
    TypeError
        When `rated_on` is not a ``datetime.date``.
    """
    return str(_core.plan_markdown(*_handles(framework, plan, Plan, trust), optional_days(rated_on, "rated_on")))


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

    Raises
    ------
    TypeError
        When `calendar` is no Calendar.
    """
    return str(_core.calendar_markdown(handle_of(calendar, Calendar, "calendar")))


def _handles(framework: Framework, document: Judgement | Rollup | Plan, kind: type[Judgement | Rollup | Plan], trust: Trust | None) -> tuple[Any, Any, Any]:
    name = kind.__name__.lower()
    handles = handle_of(framework, Framework, "framework"), handle_of(document, kind, name), optional_handle(trust, Trust, "trust")
    made_with = _made_with(document)
    if made_with and made_with != framework.hash:
        message = f"the {name} was made with the framework of hash {made_with[:12]}, and this is {framework.id} {framework.edition} with {framework.hash[:12]}"
        raise FailedPreconditionError(message, [Issue("/framework_hash", "other_framework", message, "give the framework it was made with")])
    return handles


def _made_with(document: Judgement | Rollup | Plan) -> str:
    if isinstance(document, Plan):
        return document.revisions[-1].framework_hash if document.revisions else ""
    return document.framework_hash if isinstance(document, Judgement) else str(document._members().get("framework_hash", ""))
