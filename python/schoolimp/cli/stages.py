"""``schoolimp judge``, ``plan`` and ``calendar``: one stage of the work, printed, or written with ``--output``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from ..errors import Issue
from ..folder.earlier import Earlier, load_earlier
from ..folder.inputs import Inputs, load_inputs
from ..folder.lock import only_run
from ..folder.outputs import calendar_files, judgement_files, plan_files
from ..folder.problems import InputError, Problems, did_you_mean
from ..folder.settings import Settings
from ..folder.store import Written, write_tree
from ..folder.work import Results, judge_trust, place_calendar, plan_trust, put_aside_notices
from .formats import print_rows
from .given import settings_of
from .show import Work, print_calendar, print_judgements, print_plans
from .terminal import ProgressBar, print_issues, print_json
from .words import written_line

__all__ = ["calendar", "judge", "plan"]

def judge(arguments: argparse.Namespace) -> int:
    """Judge the schools; print the table, or the whole report of single schools."""
    return _stage(arguments, "judge", judgement_files, print_judgements)


def plan(arguments: argparse.Namespace) -> int:
    """Make or revise the plans; print them, or a table of them."""
    return _stage(arguments, "plan", plan_files, print_plans)


def calendar(arguments: argparse.Namespace) -> int:
    """Place the calendar; print it as text or iCalendar."""
    return _stage(arguments, "calendar", calendar_files, print_calendar)


Files = Callable[[Inputs, Settings, Results, tuple[str, ...] | None], dict[str, bytes]]
Show = Callable[[argparse.Namespace, Work], None]


def _stage(arguments: argparse.Namespace, last: str, files: Files, show: Show) -> int:
    # What is written carries on what stands there, so nobody else may write from the reading on.
    with nullcontext(()) if arguments.output is None else only_run(arguments.output) as taken_back:
        if not arguments.quiet:
            print_issues(taken_back)
        _give(arguments, _work(arguments, last), files, show)
    return 0


def _work(arguments: argparse.Namespace, last: str) -> Work:
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
    return Work(inputs, settings, results, (*earlier.notices, *put_aside_notices(results), *inputs.notices, *results.notices), schools)


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


def _give(arguments: argparse.Namespace, work: Work, files: Files, show: Show) -> None:
    """Write the results with --output, else print them; what was noticed goes to standard error."""
    if not arguments.quiet:
        print_issues(work.notices)
    if arguments.output is None:
        show(arguments, work)
        return
    written = write_tree(arguments.output, files(work.inputs, work.settings, work.results, work.schools))
    if arguments.format is not None:
        _print_written(arguments.format, arguments.output, written, work.notices)
    elif not arguments.quiet:
        print(written_line(written, arguments.output))


def _print_written(format: str, output: Path, written: Written, notices: tuple[Issue, ...]) -> None:
    if format == "json":
        print_json({"output": str(output), "new": written.new, "replaced": written.replaced, "unchanged": written.unchanged, "notices": notices})
        return
    states = (("new", written.new), ("replaced", written.replaced), ("unchanged", written.unchanged))
    rows = [("file", "state"), *((name, state) for state, names in states for name in names)]
    print_rows(format, rows, rows)
