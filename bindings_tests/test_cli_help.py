"""The help of every command, at the widths of narrow and wide terminals, compared with the one kept."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from test_cli_commands import Call, call

from schoolimp.cli.commands import COMMANDS
from schoolimp.cli.described import DESCRIBED
from schoolimp.cli.main import main

__all__ = ["call"]

GOLDEN = Path(__file__).resolve().parent / "golden" / "help"
EVERY = ("", *COMMANDS)


def help_of(command: str, width: int, call: Call, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, err = call(*command.split(), "--help")
    assert (code, err) == (0, "")
    return out


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("command", EVERY)
def test_help_is_the_one_kept(command: str, width: int, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    text = help_of(command, width, call, monkeypatch)
    kept = GOLDEN / f"{command or 'schoolimp'}-{width}.txt"
    if os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1":
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8"), "with SCHOOLIMP_UPDATE_GOLDEN=1 the new help is kept"


@pytest.mark.parametrize("width", [60, 80, 120, 300])
@pytest.mark.parametrize("command", EVERY)
def test_no_line_is_wider_than_the_terminal(command: str, width: int, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    text, _, rest = help_of(command, width, call, monkeypatch).partition("\nexample")
    codes = rest.partition("exit codes:")[2]  # Examples are lines to be copied: they are not wrapped.
    assert max(map(len, (text + codes).splitlines())) <= min(width, 120)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_ends_with_examples_and_exit_codes(command: str, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    text = help_of(command, 80, call, monkeypatch)
    assert text.startswith(f"usage: schoolimp {command} ")
    assert re.search(r"\nexamples?:\n  \S[^\n]*schoolimp|\nexamples?:\n  schoolimp", text)
    assert re.findall(r"^  (\d+)  ", text.partition("exit codes:")[2], re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]


def test_every_command_has_one_line_in_the_list(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    text = help_of("", 80, call, monkeypatch)
    listed = dict(re.findall(r"^  (\w+) +(\S.*)$", text.partition("commands:\n")[2].partition("\n\n")[0], re.MULTILINE))
    assert listed == {command: DESCRIBED[command].help for command in COMMANDS}


@pytest.mark.parametrize("command", [command for command in COMMANDS if command not in ("completion",)])
def test_examples_are_lines_the_parser_takes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    for example in DESCRIBED[command].examples:
        program, *argv = example.partition(" >")[0].split()
        assert program == "schoolimp"
        assert main([*argv, "--help"]) == 0  # Words that are no right ones are refused before the help is printed.
        assert main([*argv, "--no-such-option"]) == 2
        assert "unknown argument --no-such-option" in capsys.readouterr().err
