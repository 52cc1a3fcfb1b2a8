"""The command line starts fast: libraries of tables are imported only by what reads published files."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli_run import folder

__all__ = ["folder"]

HEAVY = {"pandas", "numpy", "pyarrow", "polars", "duckdb", "matplotlib", "schoolimp.dfe"}
#: What a command that does not judge has no use for.
OF_NETWORKS = {"http", "ssl", "urllib.request", "asyncio", "socket"}


def imported_by(*argv: str) -> set[str]:
    """The names of all modules a command imports."""
    program = [sys.executable, "-X", "importtime", "-m", "schoolimp.cli", *argv]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    names = set(re.findall(r"^import time:[^|]*\|[^|]*\| *(\S+)$", done.stderr, re.MULTILINE))
    assert "argparse" in names  # The report of imports was read.
    return names | {name.partition(".")[0] for name in names}  # What importlib imports is reported by its parts only.


@pytest.mark.parametrize("line", ["--help", "--version", "frameworks --format csv", "frameworks show pvat", "completion bash", "judge --help"])
def test_what_only_prints_imports_no_table_library(line: str) -> None:
    assert imported_by(*line.split()).isdisjoint(HEAVY | OF_NETWORKS)


@pytest.mark.parametrize("command", ["judge", "plan", "calendar", "run"])
def test_a_trust_without_published_files_needs_none(command: str, folder: Path) -> None:
    assert imported_by(command, str(folder), "--quiet").isdisjoint(HEAVY)


def test_check_of_a_table_needs_none(folder: Path) -> None:
    assert imported_by("check", str(folder / "evidence" / "autumn.csv")).isdisjoint(HEAVY)


def test_published_files_need_them(folder: Path) -> None:
    pytest.importorskip("pandas")
    (folder / "published").mkdir()
    (folder / "published" / "spine.csv").write_text("URN,LANAME\n100001,Exeter\n", encoding="utf-8")
    assert "pandas" in imported_by("judge", str(folder), "--quiet")
