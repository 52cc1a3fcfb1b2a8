"""Colours: on a terminal only, as the option and the customary variables say, and never in data."""

from __future__ import annotations

import io
import os
import re
import select
from pathlib import Path

import pytest
from test_cli_commands import Call, call
from test_cli_run import folder, write

from schoolimp.cli import main
from schoolimp.cli.colours import chosen_colours, wants_colours

__all__ = ["call", "folder"]

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("choice", "variables", "on_terminal", "in_file"),
    [
        ("auto", {}, True, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"NO_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, True, True),
        ("auto", {"CLICOLOR_FORCE": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ("auto", {"CLICOLOR": "0"}, False, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_who_gets_colours(choice: str, variables: dict[str, str], on_terminal: bool, in_file: bool) -> None:
    with chosen_colours(choice):
        assert wants_colours(Terminal(), variables) is on_terminal
        assert wants_colours(io.StringIO(), variables) is in_file
    assert wants_colours(Terminal(), {})  # The choice lasts as long as the command.


def test_without_a_terminal_there_are_none(call: Call, folder: Path) -> None:
    (folder / "evidence" / "notes.txt").write_text("not read")
    code, out, err = call("judge", folder)
    assert (code, "\x1b" in out + err) == (0, False)


def test_colours_change_no_letter(call: Call, folder: Path) -> None:
    (folder / "evidence" / "notes.txt").write_text("not read")
    code, out, err = call("judge", folder, "--colour", "always")
    assert out.startswith("\x1b[1mURN")
    assert "\x1b[33mwarning:\x1b[0m" in err
    plain = tuple(re.sub(r"\x1b\[[0-9;]*m", "", text) for text in (out, err))
    assert (code, *plain) == call("judge", folder)


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_data_has_none(call: Call, folder: Path, form: str) -> None:
    assert "\x1b" not in call("judge", folder, "--colour", "always", "--format", form)[1]


def test_a_problem_found_has_them(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "x.json", {"schema": "schoolimp/settings/1", "vald": 1})
    code, out, _ = call("check", tmp_path / "x.json", "--color", "always")  # As it is spelt elsewhere.
    assert code == 1
    assert out.startswith("\x1b[1;31merror:\x1b[0m /vald: ")
    assert "\n  \x1b[36mhint:\x1b[0m " in out


def test_a_failure_has_them(call: Call) -> None:
    code, _, err = call("frameworks", "show", "djangoly", "--colour=always")
    assert code == 3
    assert err.startswith("\x1b[1;31merror:\x1b[0m ")


def test_a_colour_there_is_not(call: Call) -> None:
    code, _, err = call("frameworks", "--colour", "allways")
    assert code == 2
    assert 'did you mean "always"?' in err


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
def test_on_a_real_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr("sys.stdout", terminal)
        assert main(["frameworks"]) == 0
        monkeypatch.setenv("NO_COLOR", "1")
        assert main(["frameworks"]) == 0
        terminal.flush()
        shown = read_until(ours, b"pvat", 2)
    os.close(ours)
    assert shown.startswith(b"\x1b[1mid")
    assert shown.count(b"\x1b[1m") == 1


def read_until(descriptor: int, words: bytes, times: int) -> bytes:
    """Read what a terminal shows, which it hands on in pieces, until it has shown some words so many times."""
    shown = b""
    while shown.count(words) < times:
        ready, _, _ = select.select([descriptor], [], [], 10)
        assert ready, f"the terminal shows no more than {shown!r}"
        shown += os.read(descriptor, 65536)
    return shown
