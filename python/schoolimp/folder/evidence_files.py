"""The evidence of a run: the trust's own files and published ones, put together and checked against the framework."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from pathlib import Path

import schoolimp as si

from .._evidence_columns import COLUMNS, header_of
from ..errors import Issue, SchoolImpError
from .documents import files_in, read_document
from .problems import Problems, did_you_mean
from .published import PublishedEvidence, observation_position, read_published

__all__ = ["EvidenceFiles"]

_LISTED_SCHOOLS = 10
_MEND = "correct one of them, or date the correction with recorded_at"


class EvidenceFiles:
    """Reads evidence file by file, so that every problem can name its file."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._own: list[tuple[Path, si.Evidence]] = []
        self._published: list[PublishedEvidence] = []
        self.published_figures: si.Benchmarks | None = None  #: National figures of the published files.

    def read(self, own: Iterable[Path], published: Iterable[Path], trust: si.Trust | None, predecessors: bool) -> si.Evidence:
        """Read the trust's own files and folders, and folders of published files; of these only what the trust's schools need."""
        for path in files_in(own, (".json", ".csv"), self._problems):
            part = self._read_table(path) if path.suffix.lower() == ".csv" else read_document(path, si.Evidence.from_json, self._problems, "evidence")
            if part is not None:
                self._own.append((path, part))
        schools = None if trust is None else [id for school in trust.schools for id in (school.id, *school.predecessors)]
        self._published, self.published_figures = read_published(published, schools, predecessors, self._problems)
        evidence = self._merged()
        return self._with_predecessors(evidence, trust) if predecessors and trust is not None else evidence

    def check(self, framework: si.Framework) -> None:
        """Note what contradicts the framework. Published files hold more than a framework uses: only of the trust's own is that worth a word."""
        for path, part in self._own:
            issues = si.check_evidence(framework, part)
            for issue in issues:
                if issue.code != "unused_indicator":
                    self._problems.issue_of(path, issue)
            self._note_unused(path, part, [issue for issue in issues if issue.code == "unused_indicator"], framework)
        for published in self._published:
            for issue in si.check_evidence(framework, published.evidence):
                if issue.severity == "error":
                    self._note_published(published, issue, observation_position(issue))

    def check_schools(self, evidence: si.Evidence, trust: si.Trust, predecessors: bool) -> None:
        """Evidence of schools the trust does not have is never judged: say so."""
        inherited = {predecessor for school in trust.schools for predecessor in school.predecessors}
        ours = {school.id for school in trust.schools}
        strangers = [school for school in evidence.schools if school not in ours and school not in inherited]
        if strangers:
            number = "1 school with evidence is" if len(strangers) == 1 else f"{len(strangers)} schools with evidence are"
            hint = did_you_mean(strangers[0], ours, "add it to trust.json, or correct the id in the evidence")
            self._problems.warning("evidence", "school_not_in_trust", f"{number} not in the trust and not judged: {_listed(strangers)}", hint)
        waiting = [school for school in evidence.schools if school in inherited and school not in ours]
        if waiting and not predecessors:
            hint = 'set "predecessors": true to let schools inherit it'
            self._problems.warning("evidence", "predecessor_not_used", f"evidence of predecessors is not used: {_listed(waiting)}", hint)

    def _read_table(self, path: Path) -> si.Evidence | None:
        header: list[str] = []

        def parse(text: str) -> si.Evidence:
            header.extend(header_of(text.encode()))
            return si.Evidence.from_csv(text)

        part = read_document(path, parse, self._problems)
        for name in header if part is not None else ():
            if name not in COLUMNS:
                hint = did_you_mean(name, COLUMNS, "columns are " + ", ".join(COLUMNS))
                self._problems.warning(f"{path}: row 1", "unknown_column", f'the column "{name}" is not known and not read', hint)
        return part

    def _merged(self) -> si.Evidence:
        parts = [*self._own, *((published.folder, published.evidence) for published in self._published)]
        if not parts:
            return si.Evidence.from_observations([])
        merged = parts[0][1]
        for position, (path, part) in enumerate(parts[1:], start=1):
            try:
                merged = merged.merged(part)
            except SchoolImpError as failure:
                others = ", ".join(str(other) for other, _ in parts[:position])
                for issue in failure.issues or (Issue("", "contradiction", str(failure)),):
                    self._note_contradiction(path, others, issue, position - len(self._own), len(merged))
        return merged

    def _note_contradiction(self, path: Path, others: str, issue: Issue, published: int, before: int) -> None:
        """``published``: the position of the part among the published ones, negative for the trust's own; ``before``: observations put together before it."""
        observation = observation_position(issue)
        told = replace(issue, message=f"{issue.message} ({others})", hint=issue.hint or _MEND)
        if published < 0 or observation is None or observation < before:
            self._problems.error(f"{path} with {others}", issue.code, issue.message, issue.hint or _MEND)
        else:
            self._note_published(self._published[published], told, observation - before)

    def _note_published(self, published: PublishedEvidence, issue: Issue, observation: int | None) -> None:
        if observation is None:
            self._problems.issue_of(published.folder, issue)
        else:
            published.note(issue, observation, self._problems)

    def _with_predecessors(self, evidence: si.Evidence, trust: si.Trust) -> si.Evidence:
        pairs = ((school.id, predecessor) for school in trust.schools for predecessor in school.predecessors)
        try:
            return reduce(lambda total, pair: total.with_predecessor(*pair), pairs, evidence)
        except SchoolImpError as failure:
            self._problems.from_document("evidence of predecessors", failure)
            return evidence

    def _note_unused(self, path: Path, part: si.Evidence, issues: list[Issue], framework: si.Framework) -> None:
        """One warning for each indicator, however many observations it has."""
        observations = part.to_dict().get("observations", ()) if issues else ()
        found: dict[str, list[Issue]] = {}
        for issue in issues:
            position = int(issue.pointer.split("/")[2])
            found.setdefault(observations[position]["indicator"], []).append(issue)
        for indicator, told in sorted(found.items()):
            number = "1 observation" if len(told) == 1 else f"{len(told)} observations"
            message = f'the framework "{framework.id}" does not use the indicator "{indicator}" ({number})'
            self._problems.warning(str(path), "unused_indicator", message, told[0].hint)


def _listed(schools: list[str]) -> str:
    shown = ", ".join(schools[:_LISTED_SCHOOLS])
    return shown if len(schools) <= _LISTED_SCHOOLS else f"{shown} and {len(schools) - _LISTED_SCHOOLS} more"
