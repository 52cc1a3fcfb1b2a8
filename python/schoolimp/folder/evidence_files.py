"""The evidence of a run: the trust's own files and published ones, put together and checked against the framework."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from pathlib import Path

import schoolimp as si

from ..errors import Issue, SchoolImpError
from .documents import files_in, read_document
from .problems import Problems, did_you_mean
from .published import read_published

__all__ = ["EvidenceFiles"]

_LISTED_SCHOOLS = 10
_MEND = "correct one of them, or date the correction with recorded_at"


class EvidenceFiles:
    """Reads evidence file by file, so that every problem can name its file."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._own: list[tuple[Path, si.Evidence]] = []
        self._published: list[tuple[Path, si.Evidence]] = []
        self.published_figures: si.Benchmarks | None = None  #: National figures of the published files.

    def read(self, own: Iterable[Path], published: Iterable[Path], trust: si.Trust | None, predecessors: bool) -> si.Evidence:
        """Read the trust's own files and folders, and folders of published files; of these only what the trust's schools need."""
        for path in files_in(own, (".json", ".csv"), self._problems):
            parse = si.Evidence.from_csv if path.suffix.lower() == ".csv" else si.Evidence.from_json
            part = read_document(path, parse, self._problems)
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
        for path, part in self._published:
            for issue in si.check_evidence(framework, part):
                if issue.severity == "error":
                    self._problems.issue_of(path, issue)

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

    def _merged(self) -> si.Evidence:
        parts = self._own + self._published
        if not parts:
            return si.Evidence.from_observations([])
        merged = parts[0][1]
        for position, (path, part) in enumerate(parts[1:], start=1):
            try:
                merged = merged.merged(part)
            except SchoolImpError as failure:
                place = f"{path} with {', '.join(str(other) for other, _ in parts[:position])}"
                for issue in failure.issues or (Issue("", "contradiction", str(failure)),):
                    self._problems.error(place, issue.code, issue.message, issue.hint or _MEND)
        return merged

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
