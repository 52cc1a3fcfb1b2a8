"""``schoolimp check``: everything that is wrong with a document, with place, value and mend."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import schoolimp as si

from ..errors import Issue, NotFoundError, SchoolImpError
from ..folder.documents import read_text
from ..folder.inputs import load_framework
from ..folder.problems import InputError, Problems
from ..folder.settings import check_settings
from ..frameworks import check_document
from .formats import print_rows
from .terminal import print_issues, print_json
from .words import counted

__all__ = ["check"]

_FOUND = 1
_COLUMNS = ("file", "severity", "pointer", "code", "message", "hint")


def check(arguments: argparse.Namespace) -> int:
    """Check documents; 1 when any of them has an error."""
    problems = Problems()
    framework = load_framework(arguments.framework, arguments.edition, problems) if arguments.framework else None
    texts = {path: read_text(path, problems) for path in arguments.documents}
    problems.raise_errors(InputError, "check")
    found = {path: _issues(path, text, framework) for path, text in texts.items() if text is not None}
    _show(found, arguments)
    return _FOUND if any(issue.severity == "error" for issues in found.values() for issue in issues) else 0


def _show(found: dict[Path, tuple[Issue, ...]], arguments: argparse.Namespace) -> None:
    if arguments.format == "json":
        print_json([{"file": str(path), "issues": list(issues)} for path, issues in found.items()])
    elif arguments.format in ("csv", "markdown"):
        rows = [_COLUMNS, *((str(path), *(getattr(issue, name) for name in _COLUMNS[1:])) for path, issues in found.items() for issue in issues)]
        print_rows(arguments.format, rows, rows)
    else:
        for path, issues in found.items():
            _print(path, issues, arguments.quiet)


def _issues(path: Path, text: str, framework: si.Framework | None) -> tuple[Issue, ...]:
    is_table = path.suffix.lower() == ".csv"
    kind = "evidence" if is_table else _kind_of(text)
    if kind == "settings":
        return check_settings(path)
    try:
        issues = () if is_table else check_document(kind, text)
        if kind != "evidence" or issues:
            return issues
        evidence = si.Evidence.from_csv(text) if is_table else si.Evidence.from_json(text)
    except NotFoundError as failure:
        return (Issue("/schema", "unknown_schema", str(failure)),)
    except SchoolImpError as failure:
        return failure.issues or (Issue("", failure.code.name.lower(), str(failure)),)
    return () if framework is None else si.check_evidence(framework, evidence)


def _kind_of(text: str) -> str:
    """Return the kind a document says it is; a document that says nothing readable is checked as a framework, whose check says what is wrong."""
    try:
        document = json.loads(text, parse_int=str)  # As text: the number of digits is for the document's own check.
    except (ValueError, RecursionError):
        return "framework"
    schema = document.get("schema") if isinstance(document, dict) else None
    parts = schema.split("/") if isinstance(schema, str) else []
    return parts[1] if len(parts) == 3 and parts[0] == "schoolimp" and parts[1].isprintable() else "framework"


def _print(path: Path, issues: tuple[Issue, ...], quiet: bool) -> None:
    shown = [issue for issue in issues if issue.severity == "error" or not quiet]
    print_issues(shown, sys.stdout)
    if not quiet or shown:
        errors = sum(issue.severity == "error" for issue in issues)
        print(f"{path}: {_count(errors, 'error')}, {_count(len(issues) - errors, 'warning')}")


def _count(number: int, noun: str) -> str:
    return counted(number, noun) if number else f"no {noun}s"
