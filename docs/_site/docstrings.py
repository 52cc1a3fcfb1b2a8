"""Docstrings in NumPy style. Types there are in people's words ("iterable of str, optional"): they stand as text, and the types of the signature are links.

The same reader as Sphinx's napoleon, but for attributes: what is said of one is prose, where napoleon takes the words before a colon for its type, and those a
class lists have entries of their own, so that they can be linked to.
"""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import NumpyDocstring

SETTINGS = Config(napoleon_use_param=False, napoleon_use_rtype=False)
PROSE = ("attribute", "data", "property")
PRIVATE = re.compile(r", _\w+: [^,()]+(?=[,)])")
FIELD = re.compile(r"(?P<names>\w+(?:, \w+)*) : (?P<type>.+)")


def to_restructured_text(app: Sphinx, what: str, name: str, described: Any, options: Any, lines: list[str]) -> None:
    """Write the sections of a docstring as the markup Sphinx reads."""
    if what == "data" and described.__doc__ is type(described).__doc__:
        lines[:] = [f"({type(described).__name__})"]  # What is said of the type is said there.
    fields = attributes(lines, described) if what == "class" else []
    lines[:] = NumpyDocstring(lines, SETTINGS, app, "method" if what in PROSE else what, name, described, options).lines() + fields


def attributes(lines: list[str], cls: type) -> list[str]:
    """Take the section of attributes out of the docstring of a class; return an entry for each that has none as a property."""
    begins = [place for place, line in enumerate(lines) if line and lines[place + 1 : place + 2] == ["-" * len(line)]]
    here = next((place for place in begins if lines[place] == "Attributes"), None)
    if here is None:
        return []
    end = next((place for place in begins if place > here), len(lines))
    section = lines[here + 2 : end]
    del lines[here:end]
    entries: list[str] = []
    wanted = True
    for line in section:
        if field := FIELD.fullmatch(line):
            names = [name for name in field["names"].split(", ") if not isinstance(getattr(cls, name, None), property)]
            wanted = bool(names)
            entries += ["", *(f"{'.. attribute::' if name == names[0] else '              '} {name}" for name in names), "", f"   ({field['type']})"] if wanted else []
        elif wanted:
            entries.append("   " + line.strip())
    return [*entries, ""]


def as_called(app: Sphinx, what: str, name: str, described: Any, options: Any, signature: str | None, returned: str | None) -> tuple[str | None, str | None]:
    """The signature as callers need it: without parameters that are not for them; and dataclasses write ``<factory>``, which is not Python, for a default made anew."""
    if signature is None:
        return (None, returned)
    return (PRIVATE.sub("", signature.replace("<factory>", "...")), returned)


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every docstring and signature."""
    app.connect("autodoc-process-docstring", to_restructured_text)
    app.connect("autodoc-process-signature", as_called)
    return {"version": "1", "parallel_read_safe": True}
