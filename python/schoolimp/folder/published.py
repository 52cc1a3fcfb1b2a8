"""Published files (performance tables, absence, census, inspections) as evidence, through :mod:`schoolimp.dfe`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import schoolimp as si

from ..errors import Issue, SchoolImpError
from .problems import Problems

__all__ = ["PublishedEvidence", "observation_position", "read_published"]

_TOLD = 10


@dataclass(frozen=True)
class PublishedEvidence:
    """The evidence of a folder of published files."""

    folder: Path
    evidence: si.Evidence
    report: Any  #: How its files were read: knows their rows.

    def note(self, issue: Issue, position: int, problems: Problems) -> None:
        """Take over an issue of one observation, with the file and row it was read in."""
        _note_observation(self.folder, self.report, self.evidence.to_dict()["observations"][position], issue, problems)


def read_published(
    folders: Iterable[Path], schools: Iterable[str] | None, predecessors: bool, problems: Problems
) -> tuple[list[PublishedEvidence], si.Benchmarks | None]:
    """Read folders of published files.

    National files name every school of the country; only the observations of ``schools`` are taken (all of them when it is None). What a reader leaves out of
    a file is noted as a warning, a file that cannot be read as an error.

    Returns
    -------
    The evidence of each folder, and the national figures the files hold (None when they hold none).
    """
    parts: list[PublishedEvidence] = []
    figures: list[dict[str, Any]] = []
    wanted = None if schools is None else sorted(set(schools))
    for folder in folders:
        result = _load(folder, predecessors, problems)
        if result is None:
            continue
        chosen = result if wanted is None else result.of(*wanted)
        _note_files(folder, result.files, problems)
        _note_troubles(folder, result, problems)
        figures += result.benchmarks_document()["lines"]
        try:
            parts.append(PublishedEvidence(folder, si.Evidence.from_observations(chosen.observations), result.report))
        except SchoolImpError as failure:
            _note_refused(folder, result.report, chosen.observations, failure, problems)
    return parts, _benchmarks(figures, problems)


def _note_refused(folder: Path, report: Any, observations: list[Any], failure: SchoolImpError, problems: Problems) -> None:
    for issue in failure.issues:
        position = observation_position(issue)
        if position is None:
            problems.issue_of(folder, issue)
        else:
            _note_observation(folder, report, observations[position], issue, problems)
    if not failure.issues:
        problems.from_document(folder, failure)


def observation_position(issue: Issue) -> int | None:
    """Return which observation of its document an issue is about; None when it is about none of them."""
    found = re.match(r"/observations/([0-9]+)", issue.pointer)
    return int(found[1]) if found else None


def _note_observation(folder: Path, report: Any, observation: Mapping[str, Any], issue: Issue, problems: Problems) -> None:
    place = f"{folder}: {report.place_of(observation)}, school {observation['school']}, {observation['indicator']}"
    problems.issues.append(replace(issue, pointer=place))


def _load(folder: Path, predecessors: bool, problems: Problems) -> Any:
    if not folder.is_dir():
        problems.error(str(folder), "no_such_folder", "is not a folder", "name the folder that holds the published files")
        return None
    try:
        from schoolimp import dfe
    except ImportError as failure:
        problems.error(
            str(folder),
            "no_pandas",
            f"published files need pandas, which is not installed ({failure})",
            'install it with: python -m pip install "schoolimp[tables]"',
        )
        return None
    try:
        return dfe.load_folder(folder, follow_predecessors=predecessors)
    except dfe.PublishedFileError as failure:
        problems.error(failure.file, "unreadable", failure.message, failure.hint)
    except OSError as failure:
        problems.error(
            str(failure.filename or folder), "unreadable", f"cannot be read: {failure.strerror or failure}", "check the file's permissions"
        )
    return None


def _note_files(folder: Path, files: Iterable[Any], problems: Problems) -> None:
    """A published file that cannot be read is an error: its schools would quietly lose evidence. A file of no known kind is only named."""
    for file in files:
        if file.message and file.family:
            problems.error(str(folder), "unreadable", file.message, "save the file again as it was published, or take it out of the folder")
        elif file.message:
            problems.warning(str(folder), "not_read", file.message)


def _note_troubles(folder: Path, result: Any, problems: Problems) -> None:
    report, of_files = result.report, {file.message for file in result.files}
    for trouble in report.errors[:_TOLD]:
        problems.warning(
            f"{folder}: {trouble.file}, row {trouble.row}", "left_out", f"{trouble.column}: {trouble.message}" if trouble.column else trouble.message
        )
    if len(report.errors) > _TOLD:
        problems.warning(str(folder), "left_out", f"{len(report.errors) - _TOLD} more cells or rows were left out")
    for part in report.parts:
        for reason, left_out in part.skipped.items():
            if not left_out.unexpected:
                continue
            number = "1 row" if left_out.count == 1 else f"{left_out.count} rows"
            problems.warning(f"{folder}: {part.file}", "left_out", f"{number} left out: {reason} (e.g. {'; '.join(left_out.examples)})")
    for warning in report.warnings:
        if warning not in of_files:
            problems.warning(str(folder), "published_file", warning)


def _benchmarks(figures: list[dict[str, Any]], problems: Problems) -> si.Benchmarks | None:
    if not figures:
        return None
    try:
        return si.Benchmarks.from_dict({"schema": "schoolimp/benchmarks/1", "lines": figures})
    except SchoolImpError as failure:
        problems.from_document("national figures of the published files", failure)
        return None
