"""Entries of the reference: a page lists the public names, and their signatures and docstrings come from the package.

A page says ``:::{names} MODULE``, then one name a line. In the site a table of all of them stands there, and under it the entry of each.
"""

from __future__ import annotations

import enum
import importlib
import inspect
import re
from typing import Any

from sphinx.application import Sphinx

NAMES = re.compile(r"^:::\{names\} (?P<module>[\w.]+)\n(?P<names>[^:]*)^:::$", re.MULTILINE)


def add_entries(app: Sphinx, page: str, source: list[str]) -> None:
    """Put directives of reStructuredText, the markup of the docstrings, in the place of the names."""
    source[0] = NAMES.sub(lambda found: entries(found["module"], found["names"].split()), source[0])


def entries(module: str, names: list[str]) -> str:
    """The table and the entries of these names."""
    lines = ["```{eval-rst}", f".. py:currentmodule:: {module}", "", ".. autosummary::", "   :nosignatures:", ""]
    lines += [f"   {name}" for name in names]
    for name in names:
        lines += ["", *entry(module, name)]
    lines += ["", "```"]
    return "\n".join(lines)


def entry(module: str, name: str) -> list[str]:
    """How the name is described, by what it is."""
    found = getattr(importlib.import_module(module), name)
    if not inspect.isclass(found):
        return [f".. {'autofunction' if inspect.isroutine(found) else 'autodata'}:: {name}"]
    plain = issubclass(found, enum.Enum)  # Its values say what they are by their names.
    return [f".. autoclass:: {name}", *(["   :undoc-members:"] if plain else [])]


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every page before it is read."""
    app.connect("source-read", add_entries)
    return {"version": "1", "parallel_read_safe": True}
