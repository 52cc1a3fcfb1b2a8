"""The extras of pyproject.toml: the package needs nothing, `all` is everything users may want, and tests find what they import in pinned versions."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

#: For those who work on the project; the others are for users.
FOR_DEVELOPERS = {"test", "docs"}


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    described: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return described


@pytest.fixture(scope="module")
def pinned(root: Path) -> dict[str, str]:
    """The versions of tools/constraints.txt."""
    lines = (root / "tools/constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pins}


def requirements(project: dict[str, Any], extra: str) -> dict[str, Requirement]:
    """What an extra asks for, with what the extras it names ask for."""
    found: dict[str, Requirement] = {}
    for line in project["optional-dependencies"][extra]:
        requirement = Requirement(line)
        if requirement.name == project["name"]:
            for named in requirement.extras:
                found |= requirements(project, named)
        else:
            found[canonicalize_name(requirement.name)] = requirement
    return found


def imported(folder: Path) -> set[str]:
    """The top-level names of the packages that the tests in a folder import, without the standard library and what the project has itself."""
    names: set[str] = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "importorskip" and isinstance(node.args[0], ast.Constant):
                names.add(str(node.args[0].value).split(".")[0])
    own = {path.stem for place in (folder, folder.parent / "benchmarks") for path in place.iterdir()}
    return names - own - set(sys.stdlib_module_names) - {"schoolimp"}


def test_the_package_itself_needs_nothing(project: dict[str, Any]) -> None:
    assert "dependencies" not in project


def test_all_is_every_extra_for_users(project: dict[str, Any]) -> None:
    extras = project["optional-dependencies"].keys()
    assert {"tables", "plot", "all", "test"} <= extras
    together: set[str] = set()
    for extra in extras - FOR_DEVELOPERS - {"all"}:
        together |= requirements(project, extra).keys()
    assert requirements(project, "all").keys() == together


def test_what_the_tests_import_is_in_their_extra(project: dict[str, Any], root: Path) -> None:
    known = packages_distributions()
    wanted = {canonicalize_name(known.get(name, [name])[0]) for name in imported(root / "bindings_tests")}
    assert {"pandas", "pytest"} <= wanted
    assert wanted - requirements(project, "test").keys() - {"packaging"} == set()  # pytest itself needs packaging.


def test_every_requirement_is_pinned_inside_its_bounds(project: dict[str, Any], pinned: dict[str, str]) -> None:
    for extra in project["optional-dependencies"]:
        for name, requirement in requirements(project, extra).items():
            assert name in pinned, f"{requirement} of the extra {extra!r} has no version in tools/constraints.txt"
            assert requirement.specifier.contains(pinned[name]), f"{requirement} of the extra {extra!r}: tools/constraints.txt has {pinned[name]}"
