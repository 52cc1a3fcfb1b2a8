"""Completion: the scripts complete what there is, in each shell that is installed, and are the same every time."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

import pytest
from shells import completed
from test_cli_commands import Call, call

import schoolimp as si
from schoolimp.cli.commands import COMMANDS
from schoolimp.cli.options import SHELLS, make_parser
from schoolimp.cli.shells.grammar import grammar_of
from schoolimp.cli.shells.posix import quoted

__all__ = ["call"]

GOLDEN = Path(__file__).resolve().parent / "golden" / "completion"
FRAMEWORKS = {info.id for info in si.frameworks()}
FILES = {"notes.csv", "our-trust", "trust.json"}

#: A line and what is offered for its last word.
LINES: dict[str, set[str]] = {
    "schoolimp ": set(COMMANDS),
    "schoolimp c": {"check", "calendar", "completion"},
    "schoolimp --v": {"--version"},
    "schoolimp judge --p": {"--published", "--predecessors", "--period"},
    "schoolimp run --school": {"--school-year"},
    "schoolimp judge --ic": set(),
    "schoolimp calendar --ic": {"--ics"},
    "schoolimp judge our-trust --format ": {"table", "json", "csv", "markdown"},
    "schoolimp judge --format csv --co": {"--colour", "--color"},
    "schoolimp run --colour a": {"auto", "always"},
    "schoolimp judge --framework p": {"pact", "primary4", "pvat"},
    "schoolimp frameworks ": {"list", "show"},
    "schoolimp frameworks show ": FRAMEWORKS | FILES,
    "schoolimp judge ": {"our-trust"},
    "schoolimp judge --quiet o": {"our-trust"},
    "schoolimp judge --valid 2026-09-01 o": {"our-trust"},
    "schoolimp check ": FILES,
    "schoolimp check trust.json n": {"notes.csv"},
    "schoolimp judge --trust t": {"trust.json"},
    "schoolimp judge --evidence notes.csv t": {"trust.json"},
    "schoolimp demo --output ": {"our-trust"},
    "schoolimp completion ": set(SHELLS),
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two files and a folder."""
    home = tmp_path / "home"
    (home / "our-trust").mkdir(parents=True)
    (home / "trust.json").touch()
    (home / "notes.csv").touch()
    return home


def script(shell: str, call: Call, tmp_path: Path) -> Path:
    code, out, err = call("completion", shell)
    assert (code, err) == (0, "")
    path = tmp_path / f"completion.{shell}"
    path.write_text(out, encoding="utf-8")
    return path


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("shell", SHELLS)
def test_a_line_is_completed(shell: str, line: str, call: Call, place: Path, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed: its script is only compared with the one kept")
    assert completed(shell, script(shell, call, tmp_path), line, place) == LINES[line]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_value_after_an_equals_sign(shell: str, call: Call, place: Path, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    assert completed(shell, script(shell, call, tmp_path), "schoolimp judge --format=c", place) == {"csv"}


def test_bash_takes_the_equals_sign_for_a_word(call: Call, place: Path, tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    path = script("bash", call, tmp_path)
    assert completed("bash", path, "schoolimp judge --format = c", place) == {"csv"}
    assert completed("bash", path, "schoolimp judge --framework = dj", place) == {"djanogly"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_the_one_kept(shell: str, call: Call) -> None:
    out = call("completion", shell)[1]
    kept = GOLDEN / f"schoolimp.{shell}"
    if os.environ.get("SCHOOLIMP_UPDATE_GOLDEN") == "1":
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(out, encoding="utf-8")
    assert out == kept.read_text(encoding="utf-8"), "with SCHOOLIMP_UPDATE_GOLDEN=1 the new script is kept"
    assert "@" not in out.replace('"$@"', "").replace("[@]", "")  # Nothing of the pattern is left.


def test_a_shell_there_is_not(call: Call) -> None:
    code, out, err = call("completion", "bsh")
    assert (code, out) == (2, "")
    assert 'did you mean "bash"?' in err


def test_every_value_knows_what_completes_it() -> None:
    grammar = grammar_of(make_parser("", COMMANDS), ())
    text = {name for place, names in grammar.values().items() if place.kind == "text" for name in names}
    assert text == {"--edition", "--valid", "--known", "--period", "--made-on", "--stamp", "--school"}


def test_an_option_means_the_same_everywhere() -> None:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    commands.add_parser("one", help="").add_argument("--at", metavar="FILE")
    commands.add_parser("two", help="").add_argument("--at", metavar="DIR")
    with pytest.raises(ValueError, match="--at takes another value in two"):
        grammar_of(parser, ()).values()


def test_quoting() -> None:
    assert quoted("the calendar's $day") == "'the calendar'\\''s $day'"
