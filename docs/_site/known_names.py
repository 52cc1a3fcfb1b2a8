"""References to names: a class by the module that defines it is the class of the public module, and names of other libraries are text,
if they exist.

A name that is neither is left alone, and Sphinx warns of it. Nothing else is overlooked than the short names of types listed here.
"""

from __future__ import annotations

import builtins
import functools
import importlib
import importlib.util
import typing
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

PUBLIC_MODULES = ("schoolimp", "schoolimp.dfe", "schoolimp.plot", "schoolimp.report")

#: Short names of modules, and names that modules import for type checkers only.
IMPORTED = {
    "dt": "datetime",
    "pd": "pandas",
    "pl": "polars",
    "pa": "pyarrow",
    "date": "datetime.date",
    "Path": "pathlib.Path",
    "Axes": "matplotlib.axes.Axes",
    "Figure": "matplotlib.figure.Figure",
}

#: Libraries that signatures name and the site is built without: their names are looked up only where they are installed.
NOT_NEEDED = ("polars", "pyarrow")

#: Unions that signatures name for short; the parameter's text says what they hold.
TYPE_ALIASES = ("TableLike", "Constant", "Judged", "ObservedValue")


def public_name(target: str, module_here: str) -> str | None:
    """``schoolimp.Judgement`` for ``schoolimp.judgement.Judgement`` or ``Judgement``: the same object, by the name people use."""
    found = named(target) if target.startswith("schoolimp.") else None
    for module in dict.fromkeys((module_here, *PUBLIC_MODULES)):
        name = target.rpartition(".")[2]
        public = getattr(importlib.import_module(module), name, None)
        if public is not None and (public is found or "." not in target):
            return f"{module}.{name}"
    return None


@functools.cache
def named(name: str) -> Any:
    """The object with this full name, or None."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:count]))
            return functools.reduce(getattr, parts[count:], found)
        except (ImportError, AttributeError):
            continue
    return None


def has_no_entry(target: str) -> bool:
    """Whether it is a name of Python, of another library, or an alias of types inside the package."""
    first, dot, rest = target.partition(".")
    target = IMPORTED.get(first, first) + dot + rest
    if "." in target:
        library = target.partition(".")[0]
        if library in NOT_NEEDED and importlib.util.find_spec(library) is None:
            return True
        return named(target) is not None and (first != "schoolimp" or "._" in target)
    return hasattr(builtins, target) or hasattr(typing, target) or target in TYPE_ALIASES


def resolve(app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contents: nodes.TextElement) -> nodes.Node | None:
    """What the reference becomes: a link, plain text, or None to leave it to Sphinx."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    public = public_name(target, node.get("py:module") or "schoolimp")
    if public is not None and public != target:
        return env.domains.python_domain.resolve_xref(env, node["refdoc"], app.builder, "obj", public, node, contents)
    return contents if has_no_entry(target) else None


def write_out(app: Sphinx, document: nodes.document) -> None:
    """Give imported names in full: Sphinx would take ``date`` for any attribute that is called so."""
    for node in document.findall(addnodes.pending_xref):
        if node.get("refdomain") == "py" and node["reftarget"] in IMPORTED:
            node["reftarget"] = IMPORTED[node["reftarget"]]


def setup(app: Sphinx) -> dict[str, Any]:
    """Take part before Sphinx looks for names, and when it does not find one."""
    app.connect("doctree-read", write_out)
    app.connect("missing-reference", resolve)
    return {"version": "1", "parallel_read_safe": True}
