"""What a run says on standard error and in its summary: warnings of every file read, places in published files, hints that are no guesses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import samples
import schoolimp as si
from schoolimp.cli import main, whole
from schoolimp.folder.problems import closest

ASH = samples.trust().schools[0].id
EES = "time_period,time_identifier,geographic_level,school_urn,sess_overall_percent"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "trust.json", samples.trust().to_json())
    write(tmp_path / "evidence" / "autumn.csv", samples.evidence().to_csv())
    write(tmp_path / "school-years" / "2026-27.json", samples.school_year().to_json())
    write(tmp_path / "schoolimp.json", json.dumps({"framework": "pvat", "valid": "2026-09-07"}))
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return code, out, err


def with_note(text: str) -> str:
    return json.dumps({**json.loads(text), "x_note": 1})


def test_unknown_members_are_told_with_their_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decided = {"school": ASH, "judgement": "tier_of_support", "level": "tier_2", "decided_on": "2026-09-01", "by": "trust_board", "reason": "Seen."}
    decisions = {"schema": "schoolimp/decisions/1", "decisions": [decided]}
    write(folder / "decisions.json", json.dumps(decisions))
    assert call(capsys, "run", folder)[0] == 0
    benchmarks = folder / "benchmarks.json"
    write(benchmarks, with_note(samples.benchmarks().to_json()))
    write(folder / "evidence" / "spring.json", with_note(si.Evidence.from_observations([]).to_json()))
    write(folder / "decisions.json", with_note(json.dumps(decisions)))
    files = [folder / "trust.json", folder / "calendar.json", folder / "plans" / f"{ASH}.json"]
    for file in files:
        write(file, with_note(file.read_text(encoding="utf-8")))
    code, _, err = call(capsys, "run", folder)
    assert code == 0
    for file in (*files, benchmarks, folder / "evidence" / "spring.json", folder / "decisions.json"):
        assert f"warning: {file}: /x_note: 'x_note' is not a member" in err
    assert call(capsys, "run", folder, "--quiet")[2] == ""


def test_unknown_columns_are_told_with_their_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = folder / "evidence" / "spring.csv"
    write(table, "school,indicator,period,value,colour\n")
    code, _, err = call(capsys, "judge", folder)
    assert code == 0
    assert f'warning: {table}: row 1: the column "colour" is not known' in err
    write(table, "school,indicator,period,value,sorce\n")
    code, _, err = call(capsys, "judge", folder)
    assert code == 3
    assert f"error: {table}: the column 'sorce' is not known" in err and "did you mean 'source'?" in err


def test_term_rows_of_absence_do_not_stop_a_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "evidence" / "autumn.csv", "school,indicator,period,value\n")
    rows = (f"202526,Autumn term,School,{ASH},7.1", f"202425,Academic year,School,{ASH},5.1", f"202526,Autumn and spring term,School,{ASH},6.9")
    write(folder / "published" / "absence.csv", "\n".join((EES, *rows, "")))
    code, out, err = call(capsys, "judge", folder, "--json")
    assert code == 0, err
    (judged, *_) = [judgement for judgement in json.loads(out) if judgement["school"] == ASH]
    used = [(reading["period"], reading["value"]) for reading in judged["readings"] if reading["indicator"] == "absence.overall" and "value" in reading and not reading.get("national")]
    assert set(used) == {("2024/25", "5.1")}
    assert "absence.csv: 2 rows left out: part of a school year: the indicators are of whole years (e.g. row 2: Autumn term; row 4: Autumn and spring term)" in err


def test_an_error_of_a_published_figure_names_file_and_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    framework: dict[str, Any] = si.framework("pvat").to_dict()
    (absence,) = [indicator for indicator in framework["indicators"] if indicator["id"] == "absence.overall"]
    absence["maximum"] = 5
    write(folder / "model.json", json.dumps(framework, default=str))
    write(folder / "evidence" / "autumn.csv", "school,indicator,period,value\n")
    write(folder / "published" / "absence.csv", f"{EES}\n202324,Academic year,School,{ASH},4.9\n202425,Academic year,School,{ASH},5.1\n")
    code, _, err = call(capsys, "judge", folder, "--framework", folder / "model.json")
    assert code == 3
    assert f"error: {folder / 'published'}: absence.csv, row 3, school {ASH}, absence.overall: " in err and "row 2" not in err


def test_a_published_figure_that_contradicts_the_trusts_own_names_file_and_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "evidence" / "autumn.csv", f"school,indicator,period,value\n{ASH},absence.overall,2024/25,5.2\n")
    write(folder / "published" / "absence.csv", f"{EES}\n202425,Academic year,School,{ASH},5.1\n")
    code, _, err = call(capsys, "judge", folder)
    assert code == 3
    assert f"error: {folder / 'published'}: absence.csv, row 2, school {ASH}, absence.overall: " in err and "autumn.csv" in err


def test_a_school_that_left_is_not_taken_for_its_neighbour(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    left = str(int(ASH) + 6)
    write(folder / "evidence" / "left.csv", f"school,indicator,period,value\n{left},absence.overall,2024/25,5.2\n")
    _, _, err = call(capsys, "judge", folder)
    assert f"not judged: {left}" in err and "add it to trust.json, or correct the id" in err and "did you mean" not in err
    assert closest("100008", ["100007"]) is None
    assert closest("10000O7", ["100007"]) == "100007"  # A letter in it is a slip.


def test_cancelled_events_are_counted_apart() -> None:
    members = samples.documents()["calendar"].to_dict()
    assert len(members["events"]) > 2
    for event in members["events"]:
        event.pop("status", None)
    assert whole._events(si.Calendar.from_dict(members)) == f"{len(members['events'])} events"
    members["events"][0]["status"] = "cancelled"
    assert whole._events(si.Calendar.from_dict(members)) == f"{len(members['events']) - 1} events and 1 cancelled one"
    members["events"][1]["status"] = "cancelled"
    assert whole._events(si.Calendar.from_dict(members)) == f"{len(members['events']) - 2} events and 2 cancelled ones"
    assert whole._events(None) == "0 events"
