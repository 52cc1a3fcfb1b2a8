"""``schoolimp judge``, ``plan`` and ``calendar``: one stage of the work, printed, or written with ``--output``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import schoolimp as si

from ..errors import Issue
from ..folder.earlier import Earlier, load_earlier
from ..folder.inputs import Inputs, load_inputs
from ..folder.lock import only_run
from ..folder.outputs import calendar_files, judgement_files, plan_files, with_note
from ..folder.problems import InputError, Problems, did_you_mean
from ..folder.settings import Settings
from ..folder.store import write_tree
from ..folder.tables import PLAN_COLUMNS, judgement_rows, level_title, plan_cells, rows_table
from ..folder.work import Results, judge_trust, place_calendar, plan_trust, put_aside_notices
from .given import settings_of
from .terminal import ProgressBar, print_issues, print_json, text_table
from .words import written_line

__all__ = ["calendar", "judge", "plan"]

_ROWS = 50


@dataclass(frozen=True)
class _Work:
    """What a stage worked with and came to, and the schools asked for (all: None)."""

    inputs: Inputs
    settings: Settings
    results: Results
    notices: tuple[Issue, ...]
    schools: tuple[str, ...] | None

    def chosen(self, school: str) -> bool:
        """Whether the school was asked for."""
        return self.schools is None or school in self.schools


def judge(arguments: argparse.Namespace) -> int:
    """Judge the schools; print the table, or the whole report of single schools."""
    return _stage(arguments, "judge", judgement_files, _print_judgements)


def plan(arguments: argparse.Namespace) -> int:
    """Make or revise the plans; print them, or a table of them."""
    return _stage(arguments, "plan", plan_files, _print_plans)


def calendar(arguments: argparse.Namespace) -> int:
    """Place the calendar; print it as text or iCalendar."""
    return _stage(arguments, "calendar", calendar_files, _print_calendar)


Files = Callable[[Inputs, Settings, Results, tuple[str, ...] | None], dict[str, bytes]]
Show = Callable[[argparse.Namespace, _Work], None]


def _stage(arguments: argparse.Namespace, last: str, files: Files, show: Show) -> int:
    # What is written carries on what stands there, so nobody else may write from the reading on.
    with nullcontext(()) if arguments.output is None else only_run(arguments.output) as taken_back:
        if not arguments.quiet:
            print_issues(taken_back)
        _give(arguments, _work(arguments, last), files, show)
    return 0


def _work(arguments: argparse.Namespace, last: str) -> _Work:
    settings = settings_of(arguments).with_defaults()
    inputs = load_inputs(settings, with_school_years=last != "judge", needs_trust=last != "judge")
    schools = _schools(arguments.schools, inputs)
    earlier = _earlier(arguments.output or settings.folder, inputs, last)
    bar = ProgressBar(enabled=not arguments.quiet)
    try:
        results = judge_trust(inputs, settings, earlier, bar)
        if last != "judge":
            results = plan_trust(inputs, settings, results, earlier, bar)
        if last == "calendar":
            results = place_calendar(inputs, settings, results, earlier)
    finally:
        bar.clear()
    return _Work(inputs, settings, results, (*earlier.notices, *put_aside_notices(results), *inputs.notices, *results.notices), schools)


def _earlier(folder: Path | None, inputs: Inputs, last: str) -> Earlier:
    return Earlier() if folder is None else load_earlier(folder, inputs.trust, plans=last != "judge", calendar=last == "calendar")


def _schools(asked: list[str] | None, inputs: Inputs) -> tuple[str, ...] | None:
    if asked is None:
        return None
    problems = Problems()
    for school in asked:
        if school not in inputs.school_names:
            problems.error(
                "--school",
                "unknown_school",
                f'the trust has no school "{school}"',
                did_you_mean(school, inputs.school_names, "`schoolimp judge` lists the schools"),
            )
    problems.raise_errors(InputError, "--school")
    return tuple(dict.fromkeys(asked))


def _give(arguments: argparse.Namespace, work: _Work, files: Files, show: Show) -> None:
    """Write the results with --output, else print them; what was noticed goes to standard error."""
    if not arguments.quiet:
        print_issues(work.notices)
    if arguments.output is None:
        show(arguments, work)
        return
    written = write_tree(arguments.output, files(work.inputs, work.settings, work.results, work.schools))
    if arguments.json:
        print_json(
            {
                "output": str(arguments.output),
                "new": written.new,
                "replaced": written.replaced,
                "unchanged": written.unchanged,
                "notices": work.notices,
            }
        )
    elif not arguments.quiet:
        print(written_line(written, arguments.output))


def _print_judgements(arguments: argparse.Namespace, work: _Work) -> None:
    judgements = [judgement for judgement in work.results.judgements if work.chosen(judgement.school)]
    if arguments.json:
        _print_documents(judgements)
    elif work.schools is not None:
        _print_texts(work, [si.report.judgement_markdown(work.inputs.framework, judgement, work.inputs.trust) for judgement in judgements])
    else:
        _print_note(work)
        print(text_table(rows_table(judgement_rows(judgements, work.inputs.school_names), work.inputs.framework), _ROWS))


def _print_plans(arguments: argparse.Namespace, work: _Work) -> None:
    plans = [plan for school, plan in work.results.plans.items() if work.chosen(school)]
    if arguments.json:
        _print_documents(plans)
    elif work.schools is not None:
        _print_texts(work, [si.report.plan_markdown(work.inputs.framework, plan, work.inputs.trust) for plan in plans])
    else:
        _print_note(work)
        table = [("URN", "school", "level", *PLAN_COLUMNS), *(_plan_row(plan, work.inputs) for plan in plans)]
        print(text_table(table, _ROWS))


def _plan_row(plan: si.Plan, inputs: Inputs) -> tuple[str, ...]:
    levels = ", ".join(level_title(inputs.framework, level.level) for level in plan.levels)
    return plan.school, inputs.school_names.get(plan.school, ""), levels, *plan_cells(plan)


def _print_calendar(arguments: argparse.Namespace, work: _Work) -> None:
    placed = work.results.calendar
    assert placed is not None
    if arguments.json:
        print(placed.to_json(), end="")
    elif arguments.ics:
        _print_feeds(work)
    elif work.schools is not None:
        rows = [(str(event.first), event.title, event.status, event.reason) for event in placed.events if event.school in work.schools]
        _print_note(work)
        print(text_table([("day", "event", "status", "why this day"), *rows]))
    else:
        _print_texts(work, [si.report.calendar_markdown(placed)])


def _print_feeds(work: _Work) -> None:
    files = calendar_files(work.inputs, work.settings, work.results, work.schools)
    feeds = [content for name, content in files.items() if name.startswith("calendars/")] if work.schools else [files["calendar.ics"]]
    for feed in feeds:
        print(feed.decode(), end="")


def _print_documents(documents: list[si.Judgement] | list[si.Plan]) -> None:
    print("[" + ",\n".join(document.to_json().rstrip("\n") for document in documents) + "]")


def _print_texts(work: _Work, texts: list[str]) -> None:
    print("\n".join(with_note(text, work.settings.note).rstrip("\n") + "\n" for text in texts), end="")


def _print_note(work: _Work) -> None:
    if work.settings.note:
        print(f"{work.settings.note}\n")
