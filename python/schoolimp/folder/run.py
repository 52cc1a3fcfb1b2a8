"""A whole run over a trust folder: judgements, plans, calendar, reports, and what changed since the last one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Issue
from .changes import Changes, find_changes
from .earlier import load_earlier
from .inputs import Inputs, load_inputs
from .lock import only_run
from .outputs import calendar_files, judgement_files, plan_files, report_file, with_note
from .problems import Problems, SettingsError
from .settings import Settings, load_settings
from .store import Written, changed_files, write_tree
from .work import Progress, Results, judge_trust, place_calendar, plan_trust, put_aside_notices

__all__ = ["Run", "run", "run_folder"]

_CHANGES_FILE = "changes.md"


@dataclass(frozen=True)
class Run:
    """What a run did.

    Attributes
    ----------
    inputs : Inputs
        What was read: framework, trust, evidence, school years, decisions.
    settings : Settings
        What it worked with, every date filled.
    output : Path
        Folder the results stand in.
    results : Results
        Judgements, roll-up, plans and calendar.
    changes : Changes
        What differs from the last run.
    written : Written
        Names of the files that are new, replaced and unchanged.
    notices : tuple of Issue
        What was noticed and did not stand in the way.
    """

    inputs: Inputs
    settings: Settings
    output: Path
    results: Results
    changes: Changes
    written: Written
    notices: tuple[Issue, ...]

    @property
    def nothing_changed(self) -> bool:
        """True when every file already was as this run made it."""
        return self.written.nothing


def run_folder(folder: str | Path, progress: Progress | None = None, **options: Any) -> Run:
    """Run everything over a trust folder and write the results.

    Parameters
    ----------
    folder : str or Path
        The trust folder; ``docs/command-line.md`` has its layout.
    progress : callable, optional
        Called as ``progress(stage, done, total)``.
    **options
        Members of :class:`Settings` put over those of ``schoolimp.json``: ``valid=datetime.date(2025, 10, 6)``, ``output=Path("results")`` ...

    Returns
    -------
    Run
        What was done, and what changed since the last run.

    Raises
    ------
    SettingsError, InputError
        When the settings or a file cannot be used; nothing is written.
    OutputError
        When the results cannot be written, or another run is working in the folder; the files there are as they were.
    """
    return run(load_settings(Path(folder)).with_options(**options), progress)


def run(settings: Settings, progress: Progress | None = None) -> Run:
    """Run everything with settings given; see :func:`run_folder`."""
    settings = settings.with_defaults()
    output = output_folder(settings)
    with only_run(output) as taken_back:
        return _run(settings, output, progress, taken_back)


def _run(settings: Settings, output: Path, progress: Progress | None, taken_back: tuple[Issue, ...]) -> Run:
    inputs = load_inputs(settings)
    earlier = load_earlier(output, inputs.trust)
    results = judge_trust(inputs, settings, earlier, progress)
    results = plan_trust(inputs, settings, results, earlier, progress)
    results = place_calendar(inputs, settings, results, earlier)
    changes = find_changes(inputs, earlier, results)
    # The report has only what holds on; what belongs to this one run would make the next one differ without news.
    lasting = (*inputs.notices, *_plans_left(earlier.plans_left), *results.notices)
    notices = (*taken_back, *earlier.notices, *put_aside_notices(results), *lasting)
    files = {
        **judgement_files(inputs, settings, results),
        **plan_files(inputs, settings, results),
        **calendar_files(inputs, settings, results),
        **report_file(inputs, settings, results, lasting),
    }
    return Run(inputs, settings, output, results, changes, _write(output, files, changes, settings.note), notices)


def output_folder(settings: Settings) -> Path:
    """Return where results go: the output named, else the trust folder. Raises SettingsError when there is neither."""
    output = settings.output or settings.folder
    if output is None:
        raise SettingsError("no folder to write to; name the trust folder, or give --output DIR")
    return output


def _write(output: Path, files: dict[str, bytes], changes: Changes, note: str) -> Written:
    """Write the files; the text of changes only together with some change, so that a run without news leaves everything as it is."""
    if changed_files(output, files).nothing:
        return Written(unchanged=tuple(sorted(files)))
    return write_tree(output, {**files, _CHANGES_FILE: with_note(changes.to_markdown(), note).encode()})


def _plans_left(plans: Any) -> tuple[Issue, ...]:
    problems = Problems()
    for school in plans:
        problems.warning(
            f"plan of {school}",
            "school_not_in_trust",
            "the school is not in the trust any more; its plan is kept as it is",
            "move it to another folder when it is not needed",
        )
    return problems.warnings
