"""``schoolimp check``: everything that is wrong with a document, with place, value and mend."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import schoolimp as si

from ..errors import Issue, SchoolImpError
from ..folder.documents import read_text
from ..folder.inputs import load_framework
from ..folder.problems import InputError, Problems
from .terminal import print_issues, print_json

__all__ = ["check"]

_FOUND = 1

_KINDS: dict[str, Callable[[str], Any]] = {
    "evidence": si.Evidence.from_json,
    "trust": si.Trust.from_json,
    "school_year": si.SchoolYear.from_json,
    "benchmarks": si.Benchmarks.from_json,
    "decisions": si.Decisions.from_json,
    "judgement": si.Judgement.from_json,
    "plan": si.Plan.from_json,
    "calendar": si.Calendar.from_json,
}


def check(arguments: argparse.Namespace) -> int:
    """Check documents; 1 when any of them has an error."""
    problems = Problems()
    framework = load_framework(arguments.framework, arguments.edition, problems) if arguments.framework else None
    texts = {path: read_text(path, problems) for path in arguments.documents}
    problems.raise_errors(InputError, "check")
    found = {path: _issues(path, text, framework) for path, text in texts.items() if text is not None}
    if arguments.json:
        print_json([{"file": str(path), "issues": list(issues)} for path, issues in found.items()])
    else:
        for path, issues in found.items():
            _print(path, issues, arguments.quiet)
    return _FOUND if any(issue.severity == "error" for issues in found.values() for issue in issues) else 0


def _issues(path: Path, text: str, framework: si.Framework | None) -> tuple[Issue, ...]:
    kind = "evidence" if path.suffix.lower() == ".csv" else _kind_of(text)
    if kind not in _KINDS:
        return si.check_framework(text)
    try:
        parse = si.Evidence.from_csv if path.suffix.lower() == ".csv" else _KINDS[kind]
        document = parse(text)
    except SchoolImpError as failure:
        return failure.issues or (Issue("", failure.code.name.lower(), str(failure)),)
    if kind == "evidence" and framework is not None:
        return si.check_evidence(framework, document)
    return tuple(getattr(document, "warnings", ()))


def _kind_of(text: str) -> str:
    """Return the kind a document says it is; a document that says nothing readable is checked as a framework, whose check says what is wrong."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return "framework"
    schema = document.get("schema") if isinstance(document, dict) else None
    parts = schema.split("/") if isinstance(schema, str) else []
    return parts[1] if len(parts) == 3 and parts[0] == "schoolimp" else "framework"


def _print(path: Path, issues: tuple[Issue, ...], quiet: bool) -> None:
    shown = [issue for issue in issues if issue.severity == "error" or not quiet]
    print_issues(shown, sys.stdout)
    if not quiet or shown:
        errors = sum(issue.severity == "error" for issue in issues)
        print(f"{path}: {_count(errors, 'error')}, {_count(len(issues) - errors, 'warning')}")


def _count(number: int, noun: str) -> str:
    return f"no {noun}s" if number == 0 else f"1 {noun}" if number == 1 else f"{number} {noun}s"
