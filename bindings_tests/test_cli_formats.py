"""``--format``: the same facts as a table, JSON, CSV and Markdown, from every command."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import samples
from test_cli_commands import Call, call
from test_cli_run import ASH, BIRCH, edited, folder, settle, write

import schoolimp as si

__all__ = ["call", "folder"]

JUDGEMENT = ["urn", "name", "judgement", "suggested", "possible", "decided", "known", "missing"]
#: The columns of every command's CSV, by its words.
COLUMNS = {
    "frameworks": ["id", "edition", "title"],
    "frameworks show pvat": ["id", "title", "domain", "describes", "when", "test", "basis"],
    "check FOLDER/trust.json": ["file", "severity", "pointer", "code", "message", "hint"],
    "judge FOLDER": JUDGEMENT,
    "plan FOLDER": ["urn", "name", "levels", "from", "until", "objectives", "actions", "to_be_agreed"],
    "calendar FOLDER": ["id", "first", "last", "urn", "name", "kind", "title", "status", "reason"],
    "judge FOLDER --output OUT": ["file", "state"],
    "plan FOLDER --output OUT": ["file", "state"],
    "calendar FOLDER --output OUT": ["file", "state"],
    "run FOLDER --output OUT": JUDGEMENT,
    "demo --output OUT": JUDGEMENT,
}


def words(command: str, folder: Path, tmp_path: Path) -> list[str]:
    return [word.replace("FOLDER", str(folder)).replace("OUT", str(tmp_path / "out")) for word in command.split()]


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("command", COLUMNS)
def test_csv_has_its_documented_columns_and_line_ends(call: Call, folder: Path, tmp_path: Path, command: str) -> None:
    settle(folder)
    code, out, _ = call(*words(command, folder, tmp_path), "--format", "csv")
    assert code == 0
    assert out.endswith("\r\n")
    head, *body = rows_of(out)
    assert head == COLUMNS[command]
    assert body or command.startswith("check")
    assert {len(row) for row in body} <= {len(head)}


@pytest.mark.parametrize("command", COLUMNS)
def test_json_is_one_document(call: Call, folder: Path, tmp_path: Path, command: str) -> None:
    settle(folder)
    code, out, _ = call(*words(command, folder, tmp_path), "--format", "json")
    assert code == 0
    document = json.loads(out)
    if "OUT" not in command:  # What a second run writes is another thing than what a first one does.
        assert json.loads(call(*words(command, folder, tmp_path), "--json")[1]) == document


@pytest.mark.parametrize("command", [command for command in COLUMNS if not command.startswith("calendar FOLDER") or "OUT" in command])
def test_markdown_has_a_table_of_as_many_rows_as_csv(call: Call, folder: Path, tmp_path: Path, command: str) -> None:
    settle(folder)
    argv = words(command, folder, tmp_path)
    call(*argv)  # Then both forms tell of files that are as they were.
    rows = rows_of(call(*argv, "--format", "csv")[1])
    lines = [line for line in call(*argv, "--format", "markdown")[1].splitlines() if line.startswith("|")]
    assert len(lines) == len(rows) + 1
    assert set(lines[1]) == {"|", "-", " "}


@pytest.mark.parametrize(("command", "words_of_people"), [("judge", "suggested"), ("plan", "objectives"), ("calendar", "why this day")])
def test_a_table_is_given_of_single_schools_too(call: Call, folder: Path, command: str, words_of_people: str) -> None:
    settle(folder)
    out = call(command, folder, "--school", BIRCH, "--format", "table")[1]
    assert words_of_people in out.splitlines()[0]
    rows = rows_of(call(command, folder, "--school", BIRCH, "--format", "csv")[1])
    assert {row[rows[0].index("urn")] for row in rows[1:]} == {BIRCH}


def test_the_report_of_a_school_is_markdown(call: Call, folder: Path) -> None:
    settle(folder)
    for command in ("judge", "plan"):
        argv = (command, folder, "--school", ASH)
        assert call(*argv, "--format", "markdown")[1] == call(*argv)[1]
    assert call("calendar", folder, "--format", "markdown")[1] == call("calendar", folder)[1]


def test_the_csv_of_a_run_is_the_file_it_writes(call: Call, folder: Path) -> None:
    out = call("run", folder, "--quiet", "--format", "csv")[1]
    assert out.replace("\r\n", "\n") == (folder / "judgements.csv").read_text(encoding="utf-8")


def test_problems_are_rows_with_place_and_mend(call: Call, tmp_path: Path) -> None:
    document = samples.framework().to_dict()
    document["criteria"][0]["when"] = "ks2.rwm_expectd >= 60 || 'a|b' == ''"
    path = tmp_path / "ours, and, theirs.json"
    write(path, document)
    code, out, _ = call("check", path, "--format", "csv")
    issue = dict(zip(*rows_of(out), strict=True))
    assert (code, issue["file"], issue["severity"], issue["pointer"]) == (1, str(path), "error", "/criteria/0/when")
    assert issue == {"file": str(path), **json.loads(call("check", path, "--json")[1])[0]["issues"][0]}
    code, out, _ = call("check", path, "--format", "markdown")
    assert code == 1
    assert len(out.splitlines()) == 3  # A message of several lines does not break the table,
    assert "'a\\|b'" in out  # nor does a sign of Markdown in it.


def test_a_name_is_no_formula_and_breaks_no_table(call: Call, folder: Path) -> None:
    trust = json.loads((folder / "trust.json").read_text())
    trust["schools"][0]["name"] = '=SUM(A1|A2), "Ash"\nPrimary'
    edited(folder / "trust.json", **trust)
    rows = rows_of(call("judge", folder, "--format", "csv")[1])
    assert rows[1][1] == '\'=SUM(A1|A2), "Ash"\nPrimary'
    line = call("judge", folder, "--format", "markdown")[1].splitlines()[2]
    assert '\\=SUM(A1\\|A2), "Ash" Primary' in line
    assert json.loads(call("calendar", folder, "--json")[1])["schools"][0]["name"] == trust["schools"][0]["name"]


def test_a_note_stands_above_what_people_read(call: Call, folder: Path) -> None:
    settle(folder)
    edited(folder / "schoolimp.json", note="Invented.")
    for command in ("judge", "plan"):
        assert call(command, folder, "--format", "table")[1].startswith("Invented.\n\n")
        assert call(command, folder, "--format", "markdown")[1].startswith("> **Invented.**\n\n|")
        assert "Invented." not in call(command, folder, "--format", "csv")[1]


def test_only_a_table_leaves_rows_out(call: Call, tmp_path: Path) -> None:
    rows = [{"school": str(100000 + number), "indicator": "ks2.rwm_expected", "period": "2025/26", "value": 60} for number in range(60)]
    write(tmp_path / "evidence.csv", si.Evidence.from_observations(rows).to_csv())
    argv = ("judge", "--framework", "pvat", "--valid", "2026-09-01", "--evidence", tmp_path / "evidence.csv")
    assert call(*argv)[1].splitlines()[-1] == "... and 10 more rows"
    assert len(rows_of(call(*argv, "--format", "csv")[1])) == 61
    assert len(call(*argv, "--format", "markdown")[1].splitlines()) == 62


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["frameworks", "--format", "cvs"], 'did you mean "csv"?'),
        (["frameworks", "--format", "csv", "--json"], "not allowed with"),
        (["calendar", "--ics", "--format", "csv"], "not allowed with"),
        (["judge", "--ics"], "unknown argument --ics"),
    ],
)
def test_a_form_there_is_not_is_refused(call: Call, argv: list[str], says: str) -> None:
    code, out, err = call(*argv)
    assert (code, out) == (2, "")
    assert says in err


def test_results_and_messages_go_their_own_ways(folder: Path) -> None:
    (folder / "evidence" / "notes.txt").write_text("not read")
    program = [sys.executable, "-m", "schoolimp.cli", "judge", str(folder), "--format", "csv"]
    done = subprocess.run(program, capture_output=True, check=False, timeout=120, env={**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert done.returncode == 0
    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") == 3
    assert b"notes.txt" in done.stderr
    assert b"notes.txt" not in done.stdout
