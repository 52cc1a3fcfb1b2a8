"""Importing the package is quick: it imports little, and the rest when it is asked for. No clock here; benchmarks/import_time.py has the times."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
import schoolimp as si

#: What `import schoolimp` may take from the standard library, with what these import themselves.
ALLOWED = ("__future__", "collections.abc", "copy", "dataclasses", "datetime", "decimal", "enum", "functools", "json", "numbers", "types", "typing")
#: Errors, levels and frameworks, and what documents are made of.
OWN = {"_checks", "_core", "_document", "_json", "_near", "_views", "errors", "frameworks", "levels"}
PACKAGE = Path(si.__file__).parent


def run(program: str) -> list[str]:
    """The lines a program prints in an interpreter of its own."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def modules() -> list[str]:
    """All modules of the package, but those that run when imported."""
    found = pkgutil.walk_packages([str(PACKAGE)], "schoolimp.")
    return ["schoolimp", *(module.name for module in found if not module.name.endswith("__main__"))]


def test_only_what_frameworks_need_is_imported() -> None:
    added = run(f"import sys, {', '.join(ALLOWED)}\nbefore = set(sys.modules)\nimport schoolimp\nprint(*sorted(set(sys.modules) - before), sep='\\n')")
    assert set(added) == {"schoolimp", *(f"schoolimp.{name}" for name in OWN)}


def test_what_is_allowed_is_still_used() -> None:
    assert set(ALLOWED) <= set(run("import schoolimp, sys\nprint(*sys.modules, sep='\\n')"))


def test_star_import_gives_every_public_name() -> None:
    assert run("import schoolimp\nfrom schoolimp import *\nprint(*(name for name in schoolimp.__all__ if globals()[name] is not getattr(schoolimp, name)))") == [""]


def test_every_module_may_be_the_first_one_imported() -> None:
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork processes")
    names = modules()
    assert {"schoolimp.dfe", "schoolimp.plot"} <= set(names)
    assert run(FIRST.format(names)) == []


#: Imports each module in a process in which nothing of the package has been imported, and prints those that fail. Libraries that take long are imported but once.
FIRST = """
import argparse, ctypes, os, traceback
try:
    import matplotlib.pyplot, pandas
except ImportError:
    pass
for name in {}:
    if os.fork() == 0:
        try:
            __import__(name)
        except BaseException:
            print(name, traceback.format_exc(), sep=": ", flush=True)
        os._exit(0)
    os.wait()
"""


def test_functions_are_not_hidden_by_modules_of_the_same_name() -> None:
    for name in modules():
        if not name.startswith("schoolimp.plot"):
            importlib.import_module(name)
    hidden = {name for name in si.__all__ if type(getattr(si, name)) is type(si)}
    assert hidden == {"report"}


def test_modules_can_be_reached_without_importing_them() -> None:
    assert run("import schoolimp\nprint(schoolimp.calendar.Calendar is schoolimp.Calendar, schoolimp.tables.judge_table is schoolimp.judge_table)") == ["True True"]


def test_a_misspelled_name_is_told_the_right_one() -> None:
    with pytest.raises(AttributeError, match="module 'schoolimp' has no attribute 'jugde'") as caught:
        si.jugde  # type: ignore[attr-defined]
    assert caught.value.name == "jugde" and caught.value.obj is si
    assert "judge" in dir(si) and set(si.__all__) <= set(dir(si))
