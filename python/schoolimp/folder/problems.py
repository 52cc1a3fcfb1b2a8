"""What can go wrong with a trust folder, and how problems are collected until all of them are known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InvalidDocumentError, Issue, SchoolImpError

__all__ = ["InputError", "OutputError", "Problems", "SettingsError", "closest", "did_you_mean"]


class SettingsError(InvalidDocumentError):
    """An option or the settings do not say enough, or say what cannot be: a wrong date, no framework."""


class InputError(InvalidDocumentError):
    """A file that was given cannot be used; ``issues`` has every problem of every file."""


class OutputError(SchoolImpError):
    """The results could not be written; the files that were there before are untouched."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to a mistyped one, or None when none is near.

    Numbers near each other are no slips of one another: a word of digits only has no nearest, and neither does a school that left become its neighbour in the list.
    """
    if word.isdecimal():
        return None
    by_folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the hint for a word that is not among the known ones."""
    near = closest(word, known)
    return f'did you mean "{near}"?' if near is not None else otherwise


@dataclass
class Problems:
    """Issues gathered while several files are read, so that all can be reported at once."""

    issues: list[Issue] = field(default_factory=list)

    def error(self, place: str, code: str, message: str, hint: str = "") -> None:
        """Note what stands in the way: where (a file, with a pointer into it), a stable word, what, and how to mend it."""
        self.issues.append(Issue(place, code, message, hint))

    def warning(self, place: str, code: str, message: str, hint: str = "") -> None:
        """Note what people should know and does not stand in the way."""
        self.issues.append(Issue(place, code, message, hint, "warning"))

    def from_document(self, file: Path | str, failure: SchoolImpError) -> None:
        """Take over the issues of a document that was refused, each with the file's name before its pointer."""
        if not failure.issues:
            self.error(str(file), failure.code.name.lower(), str(failure))
        for issue in failure.issues:
            self.issue_of(file, issue)

    def issue_of(self, file: Path | str, issue: Issue) -> None:
        """Take over an issue of a document, with the file's name before its pointer."""
        place = f"{file}: {issue.pointer}" if issue.pointer else str(file)
        self.issues.append(Issue(place, issue.code, issue.message, issue.hint, issue.severity))

    @property
    def errors(self) -> list[Issue]:
        """Issues that stand in the way, in the order noted."""
        return [issue for issue in self.issues if issue.severity == "error"]

    @property
    def warnings(self) -> tuple[Issue, ...]:
        """Issues that do not, in the order noted."""
        return tuple(issue for issue in self.issues if issue.severity != "error")

    def raise_errors(self, kind: type[SchoolImpError], what: str) -> None:
        """Raise ``kind`` with all issues when any of them is an error."""
        errors = self.errors
        if errors:
            count = "1 problem" if len(errors) == 1 else f"{len(errors)} problems"
            raise kind(f"{what}: {count}; first: {errors[0]}", self.issues)
