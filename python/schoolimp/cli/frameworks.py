"""``schoolimp frameworks``: which frameworks come with the library, and the document of one."""

from __future__ import annotations

import argparse

import schoolimp as si

from ..folder.inputs import load_framework
from ..folder.problems import InputError, Problems
from .terminal import print_json, text_table

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
    if arguments.json:
        print_json([{"id": info.id, "edition": info.edition, "title": info.title} for info in infos])
    else:
        print(text_table([("id", "edition", "title"), *((info.id, info.edition, info.title) for info in infos)]))
    return 0


def _show(arguments: argparse.Namespace) -> int:
    problems = Problems()
    framework = load_framework(arguments.id, arguments.edition, problems)
    problems.raise_errors(InputError, arguments.id)
    assert framework is not None
    print(framework.to_json(), end="")
    return 0
