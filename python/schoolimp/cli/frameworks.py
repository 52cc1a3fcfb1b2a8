"""``schoolimp frameworks``: which frameworks come with the library, and the document of one."""

from __future__ import annotations

import argparse

import schoolimp as si

from ..folder.inputs import load_framework
from ..folder.problems import InputError, Problems
from ..folder.tables import level_title
from .formats import print_rows
from .terminal import print_exactly, print_json

__all__ = ["frameworks"]


def frameworks(arguments: argparse.Namespace) -> int:
    """List the built-in frameworks, or print the document of one."""
    if arguments.action == "list":
        return _list(arguments)
    if not arguments.id:
        arguments.parser.error("which framework? `schoolimp frameworks show ID`; `schoolimp frameworks` lists them")
    return _show(arguments)


def _list(arguments: argparse.Namespace) -> int:
    infos = si.frameworks()
    if arguments.format == "json":
        print_json([{"id": info.id, "edition": info.edition, "title": info.title} for info in infos])
    else:
        rows = [("id", "edition", "title"), *((info.id, info.edition, info.title) for info in infos)]
        print_rows(arguments.format, rows, rows)
    return 0


def _show(arguments: argparse.Namespace) -> int:
    problems = Problems()
    framework = load_framework(arguments.id, arguments.edition, problems)
    problems.raise_errors(InputError, arguments.id)
    assert framework is not None
    if arguments.format in (None, "json"):
        print_exactly(framework.to_json())
    else:
        print_rows(arguments.format, *_criteria(framework))
    return 0


def _criteria(framework: si.Framework) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Return the criteria of a framework for people, with the titles of levels, and for programs, with all ids."""
    people: list[tuple[str, ...]] = [("criterion", "title", "describes", "test")]
    programs: list[tuple[str, ...]] = [("id", "title", "domain", "describes", "when", "test", "basis")]
    for criterion in framework.document.get("criteria", ()):
        id, title, test = criterion["id"], criterion.get("title", ""), criterion.get("test", "")
        levels = criterion.get("describes", ())
        people.append((id, title, ", ".join(level_title(framework, level) for level in levels), test))
        programs.append((id, title, criterion.get("domain", ""), " ".join(levels), criterion.get("when", ""), test, criterion.get("basis", "")))
    return people, programs
