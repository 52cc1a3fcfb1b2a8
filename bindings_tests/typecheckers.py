"""mypy, stubtest and pyright, run as people run them, and what they said."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import schoolimp

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(schoolimp.__file__).resolve().parent
PROGRAMS = ROOT / "bindings_tests" / "typing"


@dataclass(frozen=True)
class Said:
    """What a type checker said: in words, and the rules broken, by file and line."""

    text: str
    broken: dict[str, dict[int, set[str]]]

    def of(self, file: str) -> dict[int, set[str]]:
        return self.broken.get(file, {})


def run(*command: str | Path, env: Mapping[str, str] | None = None, folder: Path = ROOT) -> str:
    """Run a tool of this interpreter in a folder and return what it prints; how it ends says no more than that."""
    done = subprocess.run([sys.executable, "-m", *map(str, command)], cwd=folder, env={**os.environ, **(env or {})}, capture_output=True, text=True, timeout=600, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def mypy(*arguments: str | Path, cache: Path, env: Mapping[str, str] | None = None) -> Said:
    """Run mypy; without arguments, with the settings of the project."""
    text = run("mypy", "--config-file", "" if arguments else ROOT / "pyproject.toml", "--cache-dir", cache, "--no-pretty", "--show-absolute-path", *arguments, env=env)
    broken: dict[str, dict[int, set[str]]] = {}
    for file, line, rule in re.findall(r"^(.+?):(\d+): error: .*\[([\w-]+)\]$", text, re.MULTILINE):
        broken.setdefault(_named(file), {}).setdefault(int(line), set()).add(rule)
    assert broken or "Success: no issues found" in text, text
    return Said(text, broken)


def pyright(*arguments: str | Path, env: Mapping[str, str] | None = None) -> Said:
    """Run pyright; without arguments, with the settings of the project."""
    text = run("pyright", "--outputjson", *(arguments or ("--project", ROOT, "--pythonpath", sys.executable)), env=env)
    broken: dict[str, dict[int, set[str]]] = {}
    found = json.loads(text[text.index("{") :])
    assert found["summary"]["filesAnalyzed"] > 0, text
    lines = []
    for each in found["generalDiagnostics"]:
        file, line, rule = _named(each["file"]), each["range"]["start"]["line"] + 1, each.get("rule", each["severity"])
        broken.setdefault(file, {}).setdefault(line, set()).add(rule)
        lines.append(f"{file}:{line}: {each['message']} [{rule}]")
    return Said("\n".join(lines), broken)


def _named(file: str) -> str:
    """A file by its name under the project, or by its name alone."""
    path = Path(file).resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def bare_environment(folder: Path) -> Path:
    """Make a virtual environment that has the package and nothing else, and return its interpreter."""
    venv.create(folder, with_pip=False, symlinks=True)
    (site,) = folder.glob("lib/python*/site-packages")
    shutil.copytree(PACKAGE, site / "schoolimp", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    return folder / "bin" / "python"
