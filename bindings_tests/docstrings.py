"""Docstrings taken apart: the sections of the NumPy style, what they name, and what the code they describe raises."""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from typing import Any, NamedTuple

import schoolimp as si

#: In the order they stand in.
SECTIONS = ("Parameters", "Attributes", "Returns", "Yields", "Raises", "See Also", "Notes", "Examples")
_HEADING = re.compile(rf"^({'|'.join(SECTIONS)})\n(-+)\n", re.MULTILINE)
#: What people call. Each name they offer has every section; other modules have a docstring for each name.
OFFERED = ("schoolimp", "schoolimp.report", "schoolimp.tables", "schoolimp.dfe", "schoolimp.plot", "schoolimp.folder", "schoolimp.cli")
#: What checks of arguments raise, by the function that checks.
CHECKS = {
    "text": "TypeError",
    "whole_number": "TypeError",
    "flag": "TypeError",
    "days": "TypeError",
    "optional_days": "TypeError",
    "given_date": "TypeError",
    "as_bytes": "TypeError",
    "seconds": "ValueError",
    "canvas": "ImportError",
    "taken_in": "TypeError",
    "_options": "TypeError",
    "handle_of": "TypeError",
    "handles_of": "TypeError",
    "optional_handle": "TypeError",
}


class Docstring(NamedTuple):
    """A docstring in parts: what stands before the first section, and the text of each section."""

    summary: str
    sections: dict[str, str]
    order: list[str]
    rules: list[tuple[str, str]]  #: Headings with their lines beneath.

    def entries(self, section: str) -> dict[str, str]:
        """What a section names, each with its description."""
        found: dict[str, str] = {}
        names: list[str] = []
        for line in self.sections.get(section, "").splitlines():
            if line and not line.startswith(" "):
                names = [name.strip() for name in line.split(" : ")[0].split(",")]
                found.update(dict.fromkeys(names, ""))
            elif line.strip():
                found.update({name: f"{found[name]} {line.strip()}".strip() for name in names})
        return found


def parts(text: str | None) -> Docstring:
    """Take a docstring apart."""
    split = _HEADING.split(inspect.cleandoc(text or ""))
    order = split[1::3]
    return Docstring(split[0].strip(), dict(zip(order, split[3::3], strict=True)), order, list(zip(order, split[2::3], strict=True)))


class Thing(NamedTuple):
    """A class, function, method or property with the name people find it by."""

    name: str
    value: Any
    cls: type | None = None

    @property
    def doc(self) -> Docstring:
        return parts(self.value.__doc__)


def modules() -> list[str]:
    """The public modules: no part of their names begins with an underscore."""
    found = ["schoolimp", *(module.name for module in pkgutil.walk_packages(si.__path__, "schoolimp."))]
    return [name for name in found if not any(part.startswith("_") for part in name.split("."))]


@functools.cache
def things(module: str) -> tuple[Thing, ...]:
    """What a module offers, and the public members of its classes, those of the package's base classes too."""
    loaded = importlib.import_module(module)
    names = getattr(loaded, "__all__", [name for name in vars(loaded) if not name.startswith("_")])
    values = {name: getattr(loaded, name) for name in names}
    ours = {name: value for name, value in values.items() if getattr(value, "__module__", "").startswith("schoolimp") and (inspect.isclass(value) or inspect.isfunction(value))}
    return tuple(thing for name, value in ours.items() for thing in _with_members(f"{module}.{name}", value))


def _with_members(name: str, value: Any) -> Iterator[Thing]:
    yield Thing(name, value)
    if not inspect.isclass(value):
        return
    for base in value.__mro__:
        if base.__module__.startswith("schoolimp"):
            for member, raw in vars(base).items():
                function = raw.__func__ if isinstance(raw, (classmethod, staticmethod)) else raw
                if not member.startswith("_") and (inspect.isfunction(function) or isinstance(function, property)):
                    yield Thing(f"{name}.{member}", function, value)


def parameters(function: Any) -> list[str]:
    """The names a caller may give, as docstrings write them: ``*schools``, ``**options``."""
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    given = inspect.signature(function).parameters.values()
    return [stars.get(each.kind, "") + each.name for each in given if each.name not in ("self", "cls") and not each.name.startswith("_")]


def gives_something(function: Any) -> bool:
    """Whether a function has a result."""
    return inspect.signature(function).return_annotation not in (None, "None", "NoReturn")


def raised(function: Any) -> set[str]:
    """The exceptions a function raises itself, or by a check of its arguments."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            found.add(node.exc.func.id)
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            module = node.func.value.id if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) else ""
            if name in CHECKS and module in ("", "_checks", "_json", "_arrow"):
                found.add(CHECKS[name])
    return found
