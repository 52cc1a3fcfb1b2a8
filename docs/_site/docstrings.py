"""Docstrings in NumPy style. Parameters are in people's words ("iterable of str, optional"): those stand as text, and the types of the signature are links.

The same reader as Sphinx's napoleon, but what is said of an attribute is prose: napoleon takes the words before a colon for its type.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config, NumpyDocstring

SETTINGS = Config(napoleon_use_param=False, napoleon_use_rtype=False, napoleon_use_ivar=True)
PROSE = ("attribute", "data", "property")


def to_restructured_text(app: Sphinx, what: str, name: str, described: Any, options: Any, lines: list[str]) -> None:
    """Write the sections of a docstring as the markup Sphinx reads."""
    lines[:] = NumpyDocstring(lines, SETTINGS, app, "method" if what in PROSE else what, name, described, options).lines()


def without_factories(
    app: Sphinx, what: str, name: str, described: Any, options: Any, signature: str | None, returned: str | None
) -> tuple[str | None, str | None]:
    """A default that is made anew each time is three dots, for ``<factory>``, as dataclasses write it, is not Python."""
    return (signature and signature.replace("<factory>", "..."), returned)


def setup(app: Sphinx) -> dict[str, Any]:
    """Look at every docstring and signature."""
    app.connect("autodoc-process-docstring", to_restructured_text)
    app.connect("autodoc-process-signature", without_factories)
    return {"version": "1", "parallel_read_safe": True}
