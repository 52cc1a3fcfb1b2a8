"""What ``judge``, ``plan`` and ``calendar`` came to, printed in the form asked for."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import schoolimp as si

from ..errors import Issue
from ..folder.inputs import Inputs
from ..folder.outputs import calendar_files, with_note
from ..folder.settings import Settings
from ..folder.tables import PLAN_COLUMNS, judgement_cells, judgement_rows, level_title, plan_cells, rows_table
from ..folder.work import Results
from .formats import print_rows
from .terminal import print_exactly

__all__ = ["Work", "print_calendar", "print_judgements", "print_plans"]

_ROWS = 50
_PLAN_CELLS = ("urn", "name", "levels", "from", "until", "objectives", "actions", "to_be_agreed")
_EVENT_CELLS = ("id", "first", "last", "urn", "name", "kind", "title", "status", "reason")


@dataclass(frozen=True)
class Work:
    """What a stage worked with and came to, and the schools asked for (all: None)."""

    inputs: Inputs
    settings: Settings
    results: Results
    notices: tuple[Issue, ...]
    schools: tuple[str, ...] | None

    def chosen(self, school: str) -> bool:
        """Whether the school was asked for."""
        return self.schools is None or school in self.schools


def print_judgements(arguments: argparse.Namespace, work: Work) -> None:
    """Print judgements: a table; of the schools asked for their reports, unless another form is asked for."""
    judgements = [judgement for judgement in work.results.judgements if work.chosen(judgement.school)]
    if arguments.format == "json":
        _print_documents(judgements)
    elif _reports(arguments, work):
        _print_texts(work, [si.report.judgement_markdown(work.inputs.framework, judgement, work.inputs.trust) for judgement in judgements])
    else:
        rows = judgement_rows(judgements, work.inputs.school_names)
        print_rows(arguments.format, rows_table(rows, work.inputs.framework), judgement_cells(rows), work.settings.note, _ROWS)


def print_plans(arguments: argparse.Namespace, work: Work) -> None:
    """Print plans: a table; of the schools asked for the plans themselves, unless another form is asked for."""
    plans = [plan for school, plan in work.results.plans.items() if work.chosen(school)]
    if arguments.format == "json":
        _print_documents(plans)
    elif _reports(arguments, work):
        _print_texts(work, [si.report.plan_markdown(work.inputs.framework, plan, work.inputs.trust) for plan in plans])
    else:
        people = [("URN", "school", "level", *PLAN_COLUMNS), *(_plan_row(plan, work.inputs) for plan in plans)]
        programs = [_PLAN_CELLS, *(_plan_cells(plan, work.inputs) for plan in plans)]
        print_rows(arguments.format, people, programs, work.settings.note, _ROWS)


def print_calendar(arguments: argparse.Namespace, work: Work) -> None:
    """Print the calendar: the report of the whole trust's, a table of the events of the schools asked for, or the form asked for."""
    placed = work.results.calendar
    assert placed is not None
    if arguments.ics:
        _print_feeds(work)
    elif arguments.format == "json":
        print_exactly(placed.to_json())
    elif work.schools is None and arguments.format in (None, "markdown"):
        _print_texts(work, [si.report.calendar_markdown(placed)])
    else:
        events = [event for event in placed.events if work.chosen(event.school)]
        one_school = work.schools is not None and len(work.schools) == 1
        print_rows(arguments.format, _event_rows(events, one_school), _event_cells(events), work.settings.note)


def _reports(arguments: argparse.Namespace, work: Work) -> bool:
    return work.schools is not None and arguments.format in (None, "markdown")


def _plan_row(plan: si.Plan, inputs: Inputs) -> tuple[str, ...]:
    levels = ", ".join(level_title(inputs.framework, level.level) for level in plan.levels)
    return plan.school, inputs.school_names.get(plan.school, ""), levels, *plan_cells(plan)


def _plan_cells(plan: si.Plan, inputs: Inputs) -> tuple[str | int, ...]:
    levels = " ".join(level.level for level in plan.levels)
    until = str(plan.end or "")
    counts = len(plan.objectives), len(plan.actions), len(plan.to_be_agreed)
    return plan.school, inputs.school_names.get(plan.school, ""), levels, str(plan.start), until, *counts


def _event_rows(events: list[si.CalendarEvent], one_school: bool) -> list[tuple[str, ...]]:
    if one_school:
        return [("day", "event", "status", "why this day"), *((str(event.first), event.title, event.status, event.reason) for event in events)]
    rows = ((str(event.first), event.school_name or "the trust", event.title, event.status, event.reason) for event in events)
    return [("day", "school", "event", "status", "why this day"), *rows]


def _event_cells(events: list[si.CalendarEvent]) -> list[tuple[str | int, ...]]:
    rows = (
        (event.id, str(event.first), str(event.last), event.school, event.school_name, event.kind, event.title, event.status, event.reason)
        for event in events
    )
    return [_EVENT_CELLS, *rows]


def _print_feeds(work: Work) -> None:
    files = calendar_files(work.inputs, work.settings, work.results, work.schools)
    feeds = [content for name, content in files.items() if name.startswith("calendars/")] if work.schools else [files["calendar.ics"]]
    for feed in feeds:
        print_exactly(feed.decode())


def _print_documents(documents: list[si.Judgement] | list[si.Plan]) -> None:
    print("[" + ",\n".join(document.to_json().rstrip("\n") for document in documents) + "]")


def _print_texts(work: Work, texts: list[str]) -> None:
    print("\n".join(with_note(text, work.settings.note).rstrip("\n") + "\n" for text in texts), end="")
