"""The commands one by one: what they print, for people and for programs, and their exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import samples
from test_cli_run import ASH, BIRCH, folder, settle, tree, write

import schoolimp as si
from schoolimp.cli import main

__all__ = ["folder"]

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def call(capsys: Capture) -> Callable[..., tuple[int, str, str]]:
    """Run the command line and return exit code, standard output and standard error."""

    def caller(*argv: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(word) for word in argv])
        return code, *capsys.readouterr()

    return caller


Call = Callable[..., tuple[int, str, str]]


# frameworks


def test_frameworks_lists_all(call: Call) -> None:
    code, out, err = call("frameworks")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()[1:]] == [info.id for info in si.frameworks()]
    code, out, _ = call("frameworks", "--json")
    assert [item["id"] for item in json.loads(out)] == [info.id for info in si.frameworks()]


def test_frameworks_show_prints_the_document(call: Call, tmp_path: Path) -> None:
    code, out, _ = call("frameworks", "show", "pvat")
    assert code == 0
    assert si.Framework.from_json(out) == samples.framework()
    write(tmp_path / "copy.json", out)
    assert call("frameworks", "show", tmp_path / "copy.json")[1] == out


def test_frameworks_show_of_an_unknown_id(call: Call) -> None:
    code, out, err = call("frameworks", "show", "djangoly")
    assert (code, out) == (3, "")
    assert 'did you mean "djanogly"?' in err


# check


def test_check_of_a_good_framework(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "ours.json", samples.framework())
    code, out, _ = call("check", tmp_path / "ours.json")
    assert code == 0
    assert "no errors" in out


def test_check_says_everything_with_caret_and_hint(call: Call, tmp_path: Path) -> None:
    document = samples.framework().to_dict()
    document["criteria"][0]["when"] = "ks2.rwm_expectd >= 60"
    document["criteria"][1]["when"] = "1 +"
    write(tmp_path / "ours.json", document)
    code, out, _ = call("check", tmp_path / "ours.json")
    assert code == 1
    assert "/criteria/0/when" in out
    assert "/criteria/1/when" in out
    assert "\n  ks2.rwm_expectd >= 60\n  ^" in out
    assert "did you mean" in out
    code, out, _ = call("check", "--json", tmp_path / "ours.json")
    assert code == 1
    issues = json.loads(out)[0]["issues"]
    assert {"/criteria/0/when", "/criteria/1/when"} <= {issue["pointer"] for issue in issues}
    assert all({"pointer", "code", "message", "hint", "severity"} == set(issue) for issue in issues)


def test_check_names_every_unknown_member(call: Call, tmp_path: Path) -> None:
    document = {**samples.framework().to_dict(), "titel": "?", "criterai": []}
    write(tmp_path / "ours.json", document)
    code, out, _ = call("check", tmp_path / "ours.json")
    assert code == 1
    assert "/titel" in out
    assert "/criterai" in out
    assert "2 errors" in out


def test_check_of_text_that_is_no_json_is_a_finding(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "ours.json", samples.framework().to_json()[:1000])
    code, out, _ = call("check", tmp_path / "ours.json")
    assert code == 1
    assert "error:" in out


def test_check_of_a_file_that_is_not_there(call: Call, tmp_path: Path) -> None:
    code, out, err = call("check", tmp_path / "ours.json")
    assert (code, out) == (3, "")
    assert "no such file" in err


@pytest.mark.parametrize("kind", samples.KINDS)
def test_check_knows_every_kind_of_document(call: Call, tmp_path: Path, kind: str) -> None:
    write(tmp_path / "document.json", samples.documents()[kind])
    assert call("check", tmp_path / "document.json")[0] == 0


def test_check_of_settings(call: Call, folder: Path) -> None:
    assert call("check", folder / "schoolimp.json")[0] == 0
    write(folder / "schoolimp.json", {"schema": "schoolimp/settings/1", "vald": "2026-09-07"})
    code, out, _ = call("check", folder / "schoolimp.json")
    assert code == 1
    assert out.startswith('error: /vald: "vald" is not a setting\n  hint: did you mean "valid"?')


def test_check_of_a_kind_there_is_not(call: Call, tmp_path: Path) -> None:
    write(tmp_path / "x.json", {"schema": "schoolimp/plann/1"})
    code, out, _ = call("check", tmp_path / "x.json")
    assert code == 1
    assert out.startswith("error: /schema: ")


def test_check_of_a_contradicting_table(call: Call, tmp_path: Path) -> None:
    rows = [{"school": ASH, "indicator": "ks2.rwm_expected", "period": "2025/26", "value": value} for value in (61, 62)]
    text = "".join(
        si.Evidence.from_observations([row]).to_csv().splitlines(keepends=True)[part] for row, part in ((rows[0], 0), (rows[0], 1), (rows[1], 1))
    )
    write(tmp_path / "evidence.csv", text)
    code, out, _ = call("check", tmp_path / "evidence.csv")
    assert code == 1
    assert "62" in out


def test_check_of_evidence_against_a_framework(call: Call, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"school": ASH, "indicator": "ks2.rwm_expected", "period": "2025/26", "value": 171}]
    write(tmp_path / "evidence.csv", si.Evidence.from_observations(rows).to_csv())
    assert call("check", tmp_path / "evidence.csv")[0] == 0
    code, out, _ = call("check", tmp_path / "evidence.csv", "--framework", "pvat")
    assert code == 1
    assert "171" in out


# judge, plan, calendar


def test_judge_prints_the_table_and_writes_nothing(call: Call, folder: Path) -> None:
    before = tree(folder)
    code, out, _ = call("judge", folder)
    assert code == 0
    assert "Ash Primary" in out
    assert "Birch Primary" in out
    assert tree(folder) == before


def test_judge_of_one_school_prints_its_report(call: Call, folder: Path) -> None:
    code, out, _ = call("judge", folder, "--school", BIRCH)
    assert code == 0
    assert out.startswith("# ")
    assert "Ash Primary" not in out


def test_judge_needs_no_plan_that_can_be_read(call: Call, folder: Path) -> None:
    settle(folder)
    assert call("run", folder)[0] == 0
    (folder / "plans" / f"{ASH}.json").write_text("{")
    assert call("judge", folder)[0] == 0
    assert call("plan", folder)[0] == 3


def test_judge_for_programs(call: Call, folder: Path) -> None:
    out = call("judge", folder, "--json", "--quiet")[1]
    assert [item["school"] for item in json.loads(out)] == [ASH, BIRCH]
    judgement = si.judge(
        samples.framework(),
        samples.evidence(),
        ASH,
        valid=samples.TODAY,
        trust=samples.trust(),
        benchmarks=si.Benchmarks.builtin().overlaid(samples.benchmarks()),
    )
    assert json.dumps(json.loads(out)[0], sort_keys=True) == json.dumps(json.loads(judgement.to_json()), sort_keys=True)


def test_judge_with_single_files_and_no_trust(call: Call, folder: Path) -> None:
    code, out, _ = call("judge", "--framework", "pvat", "--valid", "2026-09-07", "--evidence", folder / "evidence" / "autumn.csv")
    assert code == 0
    assert ASH in out
    assert BIRCH in out


def test_an_unknown_school(call: Call, folder: Path) -> None:
    code, _, err = call("judge", folder, "--school", "100003")
    assert code == 3
    assert "lists the schools" in err and "did you mean" not in err  # A number is no slip for its neighbour.


def test_one_school_writes_only_its_own_files(call: Call, folder: Path, tmp_path: Path) -> None:
    settle(folder)
    out = tmp_path / "out"
    for command in ("judge", "plan", "calendar"):
        assert call(command, folder, "--school", BIRCH, "--output", out)[0] == 0
    assert set(tree(out)) == {
        f"judgements/{BIRCH}.json",
        f"judgements/{BIRCH}.md",
        f"plans/{BIRCH}.json",
        f"plans/{BIRCH}.md",
        f"calendars/{BIRCH}.ics",
    }


def test_stages_write_what_run_writes(call: Call, folder: Path, tmp_path: Path) -> None:
    settle(folder)
    for command in ("judge", "plan", "calendar"):
        assert call(command, folder, "--output", tmp_path / "stages")[0] == 0
    assert call("run", folder, "--output", tmp_path / "whole")[0] == 0
    stages, whole = tree(tmp_path / "stages"), tree(tmp_path / "whole")
    assert set(whole) - set(stages) == {"report.md", "changes.md"}
    assert {name: content for name, (content, _) in stages.items()} == {name: whole[name][0] for name in stages}


def test_plan_prints_a_table_one_plan_or_documents(call: Call, folder: Path) -> None:
    settle(folder)
    assert "objectives" in call("plan", folder)[1]
    assert call("plan", folder, "--school", ASH)[1].startswith("# ")
    assert [item["school"] for item in json.loads(call("plan", folder, "--json")[1])] == [ASH, BIRCH]


def test_calendar_prints_text_icalendar_or_the_document(call: Call, folder: Path) -> None:
    settle(folder)
    assert call("calendar", folder)[1].startswith("# ")
    assert "why this day" in call("calendar", folder, "--school", ASH)[1]
    document = si.Calendar.from_json(call("calendar", folder, "--json")[1])
    assert len(document) > 0
    assert call("calendar", folder, "--ics")[1].startswith("BEGIN:VCALENDAR")
    feed = call("calendar", folder, "--ics", "--school", ASH)[1]
    assert "Ash Primary" in feed
    assert "Birch Primary" not in feed


def test_the_stamp_is_the_valid_date_unless_given(call: Call, folder: Path) -> None:
    assert json.loads(call("calendar", folder, "--json")[1])["stamp"] == "2026-09-07T00:00:00Z"
    assert json.loads(call("calendar", folder, "--json", "--stamp", "2026-09-08T07:30:00Z")[1])["stamp"] == "2026-09-08T07:30:00Z"


def test_calendar_settings_are_used(call: Call, folder: Path) -> None:
    settings = json.loads((folder / "schoolimp.json").read_text())
    write(folder / "schoolimp.json", {**settings, "calendar": {"from": "2027-01-04"}, "icalendar": {"colour": "teal"}})
    events = json.loads(call("calendar", folder, "--json")[1])["events"]
    assert events
    placed = [event for event in events if event["kind"] in ("activity", "report")]  # What stands in a plan keeps the plan's dates.
    assert placed and min(event["first"] for event in placed) >= "2027-01-04"
    assert "COLOR:teal" in call("calendar", folder, "--ics")[1]
    write(folder / "schoolimp.json", {**settings, "icalendar": {"colour": "teel"}})
    code, _, err = call("calendar", folder, "--ics")
    assert code == 3
    assert "teal" in err


# run and demo


def test_run_for_programs(call: Call, folder: Path) -> None:
    settle(folder)
    done = json.loads(call("run", folder, "--json", "--quiet")[1])
    assert done["changes"]["first_run"] is True
    assert [row["urn"] for row in done["judgements"]] == [ASH, BIRCH]
    assert "report.md" in done["files"]["new"]
    again = json.loads(call("run", folder, "--json", "--quiet")[1])
    assert again["no_changes"] is True
    assert again["files"]["new"] == again["files"]["replaced"] == []


def test_quiet_says_nothing_when_all_is_well(call: Call, folder: Path) -> None:
    write(folder / "evidence" / "notes.txt", "not read")
    assert call("run", folder, "--quiet") == (0, "", "")


def test_a_calendar_option_is_refused_before_anything_is_written(call: Call, folder: Path) -> None:
    settings = json.loads((folder / "schoolimp.json").read_text())
    write(folder / "schoolimp.json", {**settings, "calendar": {"include": ["no_such_activity"]}})
    before = tree(folder)
    code, _, err = call("run", folder)
    assert code == 3
    assert "no_such_activity" in err
    assert tree(folder) == before


def test_the_demo_is_marked_as_invented_everywhere(call: Call, tmp_path: Path) -> None:
    package = Path(si.__file__).parent / "example"
    before = tree(package)
    code, out, _ = call("demo", "--output", tmp_path / "demo")
    assert code == 0
    assert "nvented" in out
    texts = [path for path in (tmp_path / "demo").rglob("*") if path.suffix in (".md", ".ics")]
    assert texts
    for path in texts:
        assert "nvented" in path.read_text(encoding="utf-8"), path
    assert tree(package) == before
    first = tree(tmp_path / "demo")
    code, out, _ = call("demo", "--output", tmp_path / "demo")
    assert (code, "no changes" in out) == (0, True)
    assert tree(tmp_path / "demo") == first


def test_the_demo_goes_into_a_folder_of_its_own(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("demo", "--quiet")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["schoolimp-demo"]


# The program


def test_the_program_of_the_module(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "schoolimp.cli", "judge", str(folder)], capture_output=True, text=True, check=False, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "Ash Primary" in done.stdout
    assert "\r" not in done.stderr


def test_a_reader_that_goes_away_is_no_crash() -> None:
    read, write_end = os.pipe()
    os.close(read)
    try:
        program = [sys.executable, "-m", "schoolimp.cli", "frameworks", "show", "pvat"]
        done = subprocess.run(program, stdout=write_end, stderr=subprocess.PIPE, check=False, timeout=120)
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_is_one_line(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("schoolimp.judge_all", stop)
    before = tree(folder)
    code, _, err = call("run", folder)
    assert (code, err) == (130, "stopped; no file was changed\n")
    assert tree(folder) == before


def test_streams_without_an_encoding_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    assert main(["frameworks"]) == 0
    assert "pvat" in stream.getvalue()
