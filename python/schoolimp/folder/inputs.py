"""What a run reads: framework, trust, evidence, national figures, school years and decisions, from the trust folder or named files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import schoolimp as si

from ..errors import Issue, NotFoundError
from .documents import files_in, read_document
from .evidence_files import EvidenceFiles
from .problems import InputError, Problems, did_you_mean
from .settings import Settings, looks_like_file

__all__ = ["Inputs", "load_framework", "load_inputs"]


@dataclass(frozen=True)
class Inputs:
    """Everything read, and what was noticed on the way."""

    framework: si.Framework
    trust: si.Trust
    evidence: si.Evidence
    benchmarks: si.Benchmarks
    school_years: tuple[si.SchoolYear, ...]
    decisions: tuple[Mapping[str, Any], ...]
    decisions_file: str
    notices: tuple[Issue, ...]

    @cached_property
    def school_names(self) -> Mapping[str, str]:
        """Names of the trust's schools by id, in its order."""
        return {school.id: school.name for school in self.trust.schools}


def load_framework(name: str, edition: str, problems: Problems) -> si.Framework | None:
    """Return a built-in framework by its id, or the one of a file; None with the problems noted."""
    if looks_like_file(name):
        return read_document(Path(name), si.Framework.from_json, problems, "framework")
    known = si.frameworks()
    try:
        return si.framework(name, edition or None)
    except NotFoundError:
        ids = [info.id for info in known]
        if name not in ids:
            problems.error(
                name,
                "unknown_framework",
                f'"{name}" is not a built-in framework',
                did_you_mean(name, ids, "built-in are " + ", ".join(dict.fromkeys(ids))),
            )
        else:
            editions = [info.edition for info in known if info.id == name]
            problems.error(
                name,
                "unknown_edition",
                f'"{name}" has no edition "{edition}"',
                did_you_mean(edition, editions, "editions are " + ", ".join(editions)),
            )
        return None


def load_inputs(settings: Settings, *, with_school_years: bool = True, needs_trust: bool = True) -> Inputs:
    """Read everything a run needs.

    Parameters
    ----------
    settings : Settings
        With defaults filled.
    with_school_years : bool
        Read the school years; judging does not need them.
    needs_trust : bool
        Refuse to go on without a trust document; otherwise the schools are those of the evidence.

    Raises
    ------
    InputError
        With every problem of every file.
    """
    return _Loader(settings).load(with_school_years, needs_trust)


class _Loader:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._problems = Problems()
        self._files = EvidenceFiles(self._problems)

    def load(self, with_school_years: bool, needs_trust: bool) -> Inputs:
        """Read everything; see :func:`load_inputs`."""
        settings, problems = self._settings, self._problems
        framework = load_framework(settings.framework, settings.edition, problems)
        trust = self._trust(needs_trust)
        evidence = self._evidence(trust)
        benchmarks = self._benchmarks()
        school_years = self._school_years() if with_school_years else ()
        decisions_file = self._one(settings.decisions, "decisions.json")
        decisions = self._decisions(decisions_file)
        if trust is None and not needs_trust:
            trust = _trust_of_evidence(evidence)
        problems.raise_errors(InputError, "input")
        assert framework is not None and trust is not None and benchmarks is not None
        self._files.check_schools(evidence, trust, settings.predecessors)
        self._files.check(framework)
        problems.raise_errors(InputError, "evidence")
        return Inputs(framework, trust, evidence, benchmarks, school_years, decisions, str(decisions_file or ""), problems.warnings)

    def _one(self, named: Path | None, customary: str) -> Path | None:
        """The file named, else the folder's customary one when it is there."""
        if named is not None:
            return named
        path = self._settings.folder / customary if self._settings.folder else None
        return path if path is not None and path.exists() else None

    def _many(self, named: tuple[Path, ...], customary: str) -> tuple[Path, ...]:
        if named:
            return named
        path = self._settings.folder / customary if self._settings.folder else None
        return (path,) if path is not None and path.exists() else ()

    def _trust(self, needed: bool) -> si.Trust | None:
        path = self._one(self._settings.trust, "trust.json")
        if path is None:
            if needed:
                self._problems.error(
                    str(self._settings.folder or "--trust"),
                    "no_trust",
                    "there is no trust document",
                    "write the schools into trust.json (docs/documents.md shows it), or name the file with --trust",
                )
            return None
        trust = read_document(path, si.Trust.from_json, self._problems, "trust")
        if trust is not None and not trust.schools:
            self._problems.warning(str(path), "no_schools", "the trust has no schools", "add them to the member schools")
        return trust

    def _evidence(self, trust: si.Trust | None) -> si.Evidence:
        own = self._many(self._settings.evidence, "evidence")
        published = self._many(self._settings.published, "published")
        return self._files.read(own, published, trust, self._settings.predecessors)

    def _benchmarks(self) -> si.Benchmarks | None:
        """The library's figures, over those of the published files, under the trust's own."""
        builtin = si.Benchmarks.builtin()
        if self._files.published_figures is not None:
            builtin = self._files.published_figures.overlaid(builtin)
        path = self._one(self._settings.benchmarks, "benchmarks.json")
        if path is None:
            return builtin
        own = read_document(path, si.Benchmarks.from_json, self._problems, "benchmarks")
        return None if own is None else builtin.overlaid(own)

    def _school_years(self) -> tuple[si.SchoolYear, ...]:
        errors_before = len(self._problems.errors)
        files = files_in(self._many(self._settings.school_years, "school-years"), (".json",), self._problems)
        if not files and len(self._problems.errors) == errors_before:
            self._problems.error(
                str(self._settings.folder or "--school-year"),
                "no_school_year",
                "there is no school year",
                "write the terms into school-years/<year>.json (docs/documents.md shows it), or name the file with --school-year",
            )
        years: dict[str, si.SchoolYear] = {}
        for path in files:
            year = read_document(path, si.SchoolYear.from_json, self._problems)
            if year is not None and year.id in years:
                self._problems.error(str(path), "duplicate_id", f'the school year "{year.id}" is given twice', "give each school year its own id")
            elif year is not None:
                years[year.id] = year
                for issue in year.warnings:
                    self._problems.issue_of(path, issue)
        return tuple(years.values())

    def _decisions(self, path: Path | None) -> tuple[Mapping[str, Any], ...]:
        document = None if path is None else read_document(path, si.Decisions.from_json, self._problems, "decisions")
        return () if document is None else tuple(document.to_dict().get("decisions", ()))


def _trust_of_evidence(evidence: si.Evidence) -> si.Trust:
    schools = [{"id": school, "name": school} for school in evidence.schools]
    return si.Trust.from_dict({"schema": "schoolimp/trust/1", "id": "schools", "name": "Schools of the evidence", "schools": schools})
