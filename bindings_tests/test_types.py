"""The types of the package hold: for mypy and pyright, over the package and over what users write, with other libraries and without them."""

from __future__ import annotations

import importlib.util
import os
import re
import runpy
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from typecheckers import PACKAGE, PROGRAMS, ROOT, Said, bare_environment, mypy, pyright, run

WRONG = "bindings_tests/typing/wrong.py"
PLAIN = ("journey.py", "words.py", "rows.py")  #: These need nothing but the package.
MISSING = [name for name in ("mypy", "pyright") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"type checkers are not installed: {', '.join(MISSING)}; the extra `test` has them")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """What each tool says. All of them begin at the first question, two at a time; nothing is kept for the next run."""
    folder = tmp_path_factory.mktemp("types")
    alone = {"PYTHONPATH": "", "MYPYPATH": ""}
    found = {"PYTHONPATH": os.pathsep.join([str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")])}
    bare = bare_environment(folder / "bare")
    programs = [Path(shutil.copy(PROGRAMS / name, folder)) for name in PLAIN]
    strict = [] if sys.version_info[:2] == (3, 11) else ["--ignore-unused-allowlist"]  # Written for the Python of the continuous integration.
    tools: dict[str, Callable[[], Any]] = {
        "mypy": lambda: mypy(cache=folder / "cache"),
        "pyright": lambda: pyright(),
        "mypy alone": lambda: mypy("--strict", "--python-executable", bare, *programs, cache=folder / "alone", env=alone),
        "pyright alone": lambda: pyright("--pythonpath", bare, *programs, env=alone),
        # In a folder of its own, for it leaves a cache where it runs.
        "stubtest": lambda: run("mypy.stubtest", "schoolimp", "--ignore-disjoint-bases", "--allowlist", PROGRAMS / "stubtest-allowed.txt", *strict, env=found, folder=folder),
        "verifytypes": lambda: run("pyright", "--verifytypes", "schoolimp", "--ignoreexternal", "--pythonpath", sys.executable, env=found),
    }
    with ThreadPoolExecutor(2) as workers:
        results: dict[str, Future[Any]] = {name: workers.submit(tool) for name, tool in tools.items()}
        yield lambda name: results[name].result()


def expected(tool: str) -> dict[int, set[str]]:
    """The rules each line of the wrong program says it breaks."""
    lines = (ROOT / WRONG).read_text(encoding="utf-8").splitlines()
    told = {number: re.search(rf"# .*\b{tool}: ([^;]*)", line) for number, line in enumerate(lines, start=1)}
    rules = {number: set(re.findall(r"[\w-]+", match[1])) for number, match in told.items() if match}
    return {number: names for number, names in rules.items() if names}


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_the_package_and_users_programs_are_clean(tool: str, said: Callable[[str], Said]) -> None:
    result = said(tool)
    assert {file: lines for file, lines in result.broken.items() if file != WRONG} == {}, result.text


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_what_is_wrong_is_refused(tool: str, said: Callable[[str], Said]) -> None:
    assert len(expected(tool)) > 15
    assert said(tool).of(WRONG) == expected(tool)


@pytest.mark.parametrize("tool", ["mypy", "pyright"])
def test_programs_are_clean_where_no_other_library_is_installed(tool: str, said: Callable[[str], Said]) -> None:
    result = said(f"{tool} alone")
    assert result.broken == {}, result.text


def test_the_types_are_those_of_run_time(said: Callable[[str], str]) -> None:
    assert "Success: no issues found" in said("stubtest"), said("stubtest")


def test_every_public_name_has_a_known_type(said: Callable[[str], str]) -> None:
    assert "Type completeness score: 100%" in said("verifytypes"), said("verifytypes")


def test_everything_allowed_has_its_reason() -> None:
    """A sentence stands before each expression."""
    lines = (PROGRAMS / "stubtest-allowed.txt").read_text(encoding="utf-8").splitlines()
    allowed = [number for number, line in enumerate(lines) if not line.startswith("#")]
    assert 0 < len(allowed) < 10
    assert [lines[number] for number in allowed if not re.fullmatch("# .+[.]", lines[number - 1])] == []


@pytest.mark.parametrize("name", [*PLAIN, "libraries.py"])
def test_the_programs_run(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(PROGRAMS / name))
    assert capsys.readouterr().err == ""
