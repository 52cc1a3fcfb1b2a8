"""Exit codes, command by command: scripts and schedulers rely on them, and the page lists them."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import samples
from test_cli_commands import Call, call
from test_cli_run import folder, write

import schoolimp as si
from schoolimp.cli.commands import COMMANDS
from schoolimp.cli.described import EXIT_CODES

__all__ = ["call", "folder"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "command-line.md"

#: What a command is given, and its exit code. FOLDER is a trust folder, GOOD and BAD are framework documents, FILE is a file where a folder should be.
CASES = [
    ("frameworks", 0),
    ("frameworks show pvat", 0),
    ("frameworks show", 2),
    ("frameworks shwo", 2),
    ("frameworks show pvta", 3),
    ("frameworks show pvat --edition 1999", 3),
    ("check GOOD", 0),
    ("check BAD", 1),
    ("check GOOD BAD", 1),
    ("check BAD --format csv", 1),
    ("check BAD --quiet", 1),
    ("check", 2),
    ("check GOOD --framework pvta", 3),
    ("check MISSING", 3),
    ("judge FOLDER", 0),
    ("judge", 2),
    ("judge FOLDER --valid tomorrow", 2),
    ("judge FOLDER --school 100009", 3),
    ("judge MISSING", 3),
    ("judge FOLDER --output FILE", 4),
    ("plan FOLDER", 0),
    ("plan FOLDER --format cvs", 2),
    ("plan FOLDER --trust MISSING", 3),
    ("plan FOLDER --output FILE", 4),
    ("calendar FOLDER", 0),
    ("calendar FOLDER --ics --json", 2),
    ("calendar FOLDER --school-year MISSING", 3),
    ("calendar FOLDER --output FILE", 4),
    ("run FOLDER", 0),
    ("run FOLDER --school 100001", 2),
    ("run FOLDER --framework pvta", 3),
    ("run FOLDER --output FILE", 4),
    ("demo --output OUT", 0),
    ("demo OUT", 2),
    ("demo --output FILE", 4),
    ("completion bash", 0),
    ("completion", 2),
    ("completion tcsh", 2),
]


@pytest.fixture
def named(folder: Path, tmp_path: Path) -> dict[str, Path]:
    """The files and folders the cases name."""
    good = samples.framework().to_dict()
    write(tmp_path / "good.json", good)
    write(tmp_path / "bad.json", {**good, "titel": "?"})
    write(tmp_path / "file", "in the way")
    return {
        "FOLDER": folder,
        "GOOD": tmp_path / "good.json",
        "BAD": tmp_path / "bad.json",
        "FILE": tmp_path / "file",
        "MISSING": tmp_path / "missing",
        "OUT": tmp_path / "out",
    }


def argv_of(line: str, named: dict[str, Path]) -> list[str]:
    return [str(named.get(word, word)) for word in line.split()]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_exit_code(line: str, expected: int, call: Call, named: dict[str, Path]) -> None:
    code, out, err = call(*argv_of(line, named))
    assert code == expected, err
    assert "Traceback" not in err
    if expected >= 2:
        assert out == ""  # Nobody takes half a result for a whole one,
        assert err  # and why there is none is said.


def test_every_command_has_a_case_of_success_and_of_usage() -> None:
    seen = {(line.split()[0], code) for line, code in CASES}
    assert seen >= {(command, code) for command in COMMANDS for code in (0, 2)}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
@pytest.mark.parametrize("line", ["frameworks --format csv", "frameworks show pvat", "check BAD", "judge FOLDER --json", "demo --output OUT", "completion zsh", "run --help"])
def test_output_that_cannot_be_written_is_4(line: str, named: dict[str, Path]) -> None:
    with open("/dev/full", "wb") as full:
        program = [sys.executable, "-m", "schoolimp.cli", *argv_of(line, named)]
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)
    assert done.returncode == 4
    assert b"standard output" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("line", ["frameworks --format markdown", "check BAD", "judge FOLDER --format csv", "calendar FOLDER --ics", "completion fish"])
def test_a_reader_that_went_away_is_no_failure(line: str, named: dict[str, Path]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        program = [sys.executable, "-m", "schoolimp.cli", *argv_of(line, named)]
        done = subprocess.run(program, stdout=write_end, stderr=subprocess.PIPE, check=False, timeout=120)
    finally:
        os.close(write_end)
    assert done.returncode == 0
    assert b"Broken" not in done.stderr


@pytest.mark.parametrize("command", ["judge", "plan", "calendar", "run"])
def test_an_interrupt_is_130(command: str, call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("schoolimp.judge_all", stop)
    code, out, err = call(command, folder, "--colour", "always")
    assert (code, out, err) == (128 + signal.SIGINT, "", "stopped; no file was changed\n")


def test_page_and_help_list_the_same_codes() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## Exit codes")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| (\d+) \|", table, re.MULTILINE)
    assert listed == re.findall(r"^  (\d+) ", EXIT_CODES, re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]


def test_every_framework_can_be_shown(call: Call) -> None:
    assert {call("frameworks", "show", info.id, "--format", "csv")[0] for info in si.frameworks()} == {0}
