"""``schoolimp run`` and ``schoolimp demo``: everything over a trust folder."""

from __future__ import annotations

import argparse
from dataclasses import replace
from importlib import resources
from pathlib import Path

from ..calendar import Calendar
from ..errors import Issue
from ..folder.outputs import from_folder
from ..folder.problems import InputError
from ..folder.run import Run
from ..folder.run import run as run_all
from ..folder.settings import Settings, load_settings
from ..folder.tables import judgement_cells, judgement_rows, rows_table
from .formats import print_rows
from .given import settings_of
from .terminal import ProgressBar, print_issues, print_json, print_table
from .words import counted, written_line

__all__ = ["demo", "run"]

_ROWS = 30
_INVENTED = "Invented example: these schools, people and figures do not exist."


def run(arguments: argparse.Namespace) -> int:
    """Run everything over a trust folder."""
    return _run(settings_of(arguments), arguments)


def demo(arguments: argparse.Namespace) -> int:
    """Run everything on the example trust of the package."""
    settings = load_settings(_example()).with_options(output=arguments.output)
    return _run(settings.with_options(note=settings.note or _INVENTED), arguments)


def _example_folder() -> Path:
    return Path(str(resources.files("schoolimp"))) / "example"


def _example() -> Path:
    folder = _example_folder()
    if not folder.is_dir():
        raise InputError(f"{folder}: the example trust is not there; install schoolimp again")
    return folder


def _run(settings: Settings, arguments: argparse.Namespace) -> int:
    bar = ProgressBar(enabled=not arguments.quiet)
    try:
        done = run_all(settings, bar)
    finally:
        bar.clear()
    if not arguments.quiet:
        print_issues([_shown(notice, done) for notice in done.notices])
    if arguments.format == "json":
        print_json(_members(done))
    elif arguments.format in ("csv", "markdown"):
        rows = judgement_rows(done.results.judgements, done.inputs.school_names)
        print_rows(arguments.format, rows_table(rows, done.inputs.framework), judgement_cells(rows), done.settings.note)
    elif not arguments.quiet:
        _print_summary(done)
    return 0


def _shown(notice: Issue, done: Run) -> Issue:
    """A notice as people see it: of the example's files only the name counts, not where the package lies."""
    if done.settings.folder != _example_folder():
        return notice
    return replace(notice, pointer=from_folder(notice.pointer, done.settings))


def _members(done: Run) -> dict[str, object]:
    framework = done.inputs.framework
    return {
        "note": done.settings.note,
        "output": str(done.output),
        "framework": {"id": framework.id, "edition": framework.edition, "hash": framework.hash},
        "valid": str(done.settings.valid),
        "known": str(done.settings.known),
        "judgements": [
            {name: getattr(row, name) for name in type(row).__slots__} for row in judgement_rows(done.results.judgements, done.inputs.school_names)
        ],
        "plans": sorted(done.results.plans),
        "events": len(done.results.calendar or ()),
        "cancelled_events": _cancelled(done.results.calendar),
        "no_changes": done.nothing_changed,
        "changes": done.changes.to_dict(),
        "files": {"new": done.written.new, "replaced": done.written.replaced, "unchanged": done.written.unchanged},
        "notices": [_shown(notice, done) for notice in done.notices],
    }


def _print_summary(done: Run) -> None:
    inputs, settings = done.inputs, done.settings
    known = "" if settings.known == settings.valid else f", known by {settings.known}"
    if settings.note:
        print(f"{settings.note}\n")
    print(f"{inputs.trust.name or inputs.trust.id}: {inputs.framework.title}, edition {inputs.framework.edition}; valid {settings.valid}{known}\n")
    table = rows_table(judgement_rows(done.results.judgements, inputs.school_names), inputs.framework)
    if len(table) > 1:
        print_table(table, _ROWS)
    else:
        print("the trust has no schools")
    events = done.results.calendar
    to_be_agreed = counted(len(events.to_be_agreed) if events else 0, "date")
    print(f"\n{counted(len(done.results.plans), 'plan')}, {_events(events)}, {to_be_agreed} to be agreed")
    print("changes: none" if done.nothing_changed else f"changes: {done.changes.summary()}")
    print(written_line(done.written, done.output))


def _events(calendar: Calendar | None) -> str:
    """``128 events and 35 cancelled ones``: cancelled events stay in the calendar, so that feeds take them out of people's own."""
    cancelled = _cancelled(calendar)
    text = counted(len(calendar or ()) - cancelled, "event")
    return f"{text} and {counted(cancelled, 'cancelled one')}" if cancelled else text


def _cancelled(calendar: Calendar | None) -> int:
    return sum(event.status == "cancelled" for event in calendar.events) if calendar else 0
