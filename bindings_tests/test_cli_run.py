"""Runs over a trust folder: first run, coming back, and everything that can go wrong; nothing is ever lost."""

from __future__ import annotations

import copy
import datetime as dt
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import samples

import schoolimp as si
from schoolimp.cli import main
from schoolimp.folder import InputError, Run, run_folder

SETTINGS: dict[str, Any] = {"schema": "schoolimp/settings/1", "framework": "pvat", "valid": "2026-09-07"}
ASH, BIRCH = "100001", "100002"


def write(path: Path, document: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = document if isinstance(document, str) else document.to_json() if hasattr(document, "to_json") else json.dumps(document, default=str)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A trust folder of two schools."""
    home = tmp_path / "trust"
    write(home / "schoolimp.json", SETTINGS)
    write(home / "trust.json", samples.trust())
    write(home / "evidence" / "autumn.csv", samples.evidence().to_csv())
    write(home / "benchmarks.json", samples.benchmarks())
    write(home / "school-years" / "2026-27.json", samples.school_year())
    return home


def edited(path: Path, **members: Any) -> None:
    write(path, {**json.loads(path.read_text()), **members})


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()}


def trust_with(schools: list[dict[str, Any]]) -> dict[str, Any]:
    return {**samples.trust().to_dict(), "schools": schools}


def decided(level: str, on: str, school: str = ASH, **more: Any) -> dict[str, Any]:
    return {
        "school": school,
        "judgement": "tier_of_support",
        "level": level,
        "decided_on": on,
        "by": "trust_board",
        "reason": "seen on the visit",
        **more,
    }


def decisions(*items: dict[str, Any]) -> dict[str, Any]:
    return {"schema": "schoolimp/decisions/1", "decisions": list(items)}


def settle(folder: Path) -> None:
    """Decide a level for both schools, so that both have plans."""
    write(folder / "decisions.json", decisions(decided("tier_1", "2026-09-01"), decided("tier_2", "2026-09-01", BIRCH)))


def places(notices: Any) -> list[str]:
    return [notice.code for notice in notices]


# First run


def test_the_first_run_writes_every_file(folder: Path) -> None:
    settle(folder)
    before = tree(folder)
    done = run_folder(folder)
    schools = [
        f"{kind}/{school}.{ending}"
        for school in (ASH, BIRCH)
        for kind, ending in (("judgements", "json"), ("judgements", "md"), ("plans", "json"), ("plans", "md"), ("calendars", "ics"))
    ]
    expected = {*schools, "judgements.csv", "judgements.md", "rollup.json", "calendar.json", "calendar.ics", "calendar.md", "report.md", "changes.md"}
    assert set(done.written.new) == expected
    after = tree(folder)
    assert set(after) == expected | set(before)
    assert {name: after[name] for name in before} == before
    assert "First run" in (folder / "changes.md").read_text()


def test_the_files_are_the_librarys_own_documents(folder: Path) -> None:
    settle(folder)
    done = run_folder(folder)
    for judgement in done.results.judgements:
        assert si.Judgement.from_json((folder / f"judgements/{judgement.school}.json").read_text()) == judgement
    for school, plan in done.results.plans.items():
        assert si.Plan.from_json((folder / f"plans/{school}.json").read_text()) == plan
    assert si.Calendar.from_json((folder / "calendar.json").read_text()) == done.results.calendar
    assert si.Rollup.from_json((folder / "rollup.json").read_text()) == done.results.rollup
    assert (folder / "calendar.ics").read_bytes() == si.write_icalendar(done.results.calendar)


def test_the_table_has_one_row_for_each_school_and_question(folder: Path) -> None:
    settle(folder)
    run_folder(folder)
    lines = (folder / "judgements.csv").read_text().splitlines()
    assert lines[0] == "urn,name,judgement,suggested,possible,decided,known,missing"
    assert [line.split(",")[:3] for line in lines[1:]] == [[ASH, "Ash Primary", "tier_of_support"], [BIRCH, "Birch Primary", "tier_of_support"]]
    assert [line.split(",")[5] for line in lines[1:]] == ["tier_1", "tier_2"]


def test_results_can_go_elsewhere(folder: Path, tmp_path: Path) -> None:
    before = tree(folder)
    done = run_folder(folder, output=tmp_path / "results")
    assert tree(folder) == before
    assert (tmp_path / "results" / "report.md").exists()
    assert done.output == tmp_path / "results"


def test_nothing_depends_on_where_the_folder_is(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "evidence" / "notes.txt").write_text("not read, and told in the report")
    run_folder(folder, output=tmp_path / "a")
    monkeypatch.chdir(folder.parent)
    run_folder("trust", output=Path("b"))
    first, second = ({name: content for name, (content, _) in tree(tmp_path / out).items()} for out in ("a", "b"))
    assert first == second
    assert "evidence/notes.txt" in first["report.md"].decode()
    assert str(tmp_path) not in first["report.md"].decode()


# Coming back


def test_a_second_run_without_news_touches_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder)
    assert main(["run", str(folder)]) == 0
    before = tree(folder)
    capsys.readouterr()
    assert main(["run", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "changes: none" in out
    assert "no changes: all" in out
    assert tree(folder) == before


def test_new_evidence_and_decisions_are_told_and_events_keep_their_ids(folder: Path) -> None:
    settle(folder)
    first = run_folder(folder)
    write(
        folder / "decisions.json", decisions(decided("tier_1", "2026-09-01"), decided("tier_2", "2026-09-01", BIRCH), decided("tier_3", "2026-10-01"))
    )
    second = run_folder(folder, valid=dt.date(2026, 10, 5))
    changes = second.changes
    assert [(change.school, change.what, change.before, change.after) for change in changes.levels if change.what == "decided"] == [
        (ASH, "decided", "tier_1", "tier_3")
    ]
    assert ASH in {plan.school for plan in changes.plans if plan.what == "revised"}
    plan = second.results.plans[ASH]
    assert [revision.number for revision in plan.revisions] == [1, 2]
    assert {objective.id for objective in first.results.plans[ASH].objectives} <= {objective.id for objective in plan.objectives}
    kept = {event.id for event in first.results.calendar.events} & {event.id for event in second.results.calendar.events}
    assert kept
    moved = {change.id for change in changes.events if change.what in ("moved", "cancelled")}
    sequences = {event.id: event.sequence for event in second.results.calendar.events}
    assert all(sequences[id] > 0 for id in moved)
    text = (folder / "changes.md").read_text()
    assert "# Changes from 2026-09-07 to 2026-10-05" in text
    assert "Ash Primary (100001), tier\\_of\\_support: decided" in text


def test_a_later_date_without_news_says_so(folder: Path) -> None:
    settle(folder)
    run_folder(folder)
    done = run_folder(folder, valid=dt.date(2026, 9, 8))
    assert not done.nothing_changed
    assert [change for change in done.changes.levels] == []


def test_progress_and_edits_of_people_stay(folder: Path) -> None:
    settle(folder)
    first = run_folder(folder)
    plan = first.results.plans[BIRCH]
    entry = {"item": plan.actions[0].id, "on": dt.date(2026, 9, 20), "by": "headteacher", "note": "Begun.", "status": "in_progress"}
    write(folder / "plans" / f"{BIRCH}.json", si.record_progress(plan, entry))
    write(
        folder / "decisions.json",
        decisions(decided("tier_1", "2026-09-01"), decided("tier_2", "2026-09-01", BIRCH), decided("tier_3", "2026-10-01", BIRCH)),
    )
    second = run_folder(folder, valid=dt.date(2026, 10, 5))
    revised = second.results.plans[BIRCH]
    assert [item.note for item in revised.progress] == ["Begun."]
    assert len(revised.revisions) == 2
    before = tree(folder)
    assert run_folder(folder, valid=dt.date(2026, 10, 5)).nothing_changed
    assert tree(folder) == before


def test_derived_files_that_were_deleted_come_back(folder: Path) -> None:
    settle(folder)
    run_folder(folder)
    before = {name: content for name, (content, _) in tree(folder).items()}
    (folder / "judgements.md").unlink()
    done = run_folder(folder)
    assert done.written.new == ("changes.md", "judgements.md") or done.written.new == ("judgements.md",)
    after = {name: content for name, (content, _) in tree(folder).items()}
    assert {**after, "changes.md": b""} == {**before, "changes.md": b""}


def test_a_school_that_left_keeps_its_plan(folder: Path) -> None:
    settle(folder)
    run_folder(folder)
    plan = (folder / "plans" / f"{BIRCH}.json").read_bytes()
    write(folder / "trust.json", trust_with(samples.trust().to_dict()["schools"][:1]))
    done = run_folder(folder, valid=dt.date(2026, 10, 5))
    assert (folder / "plans" / f"{BIRCH}.json").read_bytes() == plan
    assert done.changes.left == (BIRCH,)
    assert ("kept", BIRCH) in {(change.what, change.school) for change in done.changes.plans}
    assert "Birch Primary (100002) left" in (folder / "changes.md").read_text()
    assert "its plan is kept as it is" in (folder / "report.md").read_text()
    assert b"STATUS:CANCELLED" in (folder / "calendars" / f"{BIRCH}.ics").read_bytes()
    again = run_folder(folder, valid=dt.date(2026, 10, 5))
    assert again.nothing_changed
    assert again.changes.left == ()


def test_a_school_that_joins(folder: Path) -> None:
    schools = samples.trust().to_dict()["schools"]
    write(folder / "trust.json", trust_with(schools[:1]))
    run_folder(folder)
    write(folder / "trust.json", trust_with(schools))
    done = run_folder(folder)
    assert done.changes.joined == (BIRCH,)


def other_edition(folder: Path) -> None:
    document = samples.framework().to_dict()
    document["edition"] = "2099.1"
    document["title"] += " (next)"
    write(folder / "ours.json", si.Framework.from_dict(document))
    edited(folder / "schoolimp.json", framework="ours.json")


def test_a_plan_made_with_another_edition_is_revised_with_a_note(folder: Path) -> None:
    settle(folder)
    first = run_folder(folder)
    other_edition(folder)
    done = run_folder(folder, valid=dt.date(2026, 10, 5))
    revised = done.results.plans[BIRCH]
    assert revised.to_dict()["framework_edition"] == "2099.1"
    assert len(revised.revisions) == len(first.results.plans[BIRCH].revisions) + 1
    assert done.changes.framework == f"The framework was pvat {samples.framework().edition} and is pvat 2099.1"
    assert done.changes.framework in (folder / "changes.md").read_text()


def test_a_plan_under_another_framework_is_put_aside(folder: Path) -> None:
    settle(folder)
    run_folder(folder)
    plan = (folder / "plans" / f"{BIRCH}.json").read_bytes()
    document = samples.framework().to_dict()
    document["id"] = "ours"
    write(folder / "ours.json", si.Framework.from_dict(document))
    edited(folder / "schoolimp.json", framework="ours.json")
    done = run_folder(folder)
    assert (folder / "plans" / "earlier" / f"{BIRCH}.pvat.json").read_bytes() == plan
    assert done.results.plans[BIRCH].id == f"{BIRCH}.ours"
    assert "other_framework" in places(done.notices)
    before = tree(folder)
    assert run_folder(folder).nothing_changed
    assert tree(folder) == before


def test_an_earlier_day_never_overwrites_a_later_plan(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder)
    run_folder(folder)
    before = tree(folder)
    assert main(["run", str(folder), "--valid", "2026-09-03"]) == 3
    assert "was revised on 2026-09-07" in capsys.readouterr().err
    assert tree(folder) == before
    assert main(["run", str(folder), "--valid", "2026-09-03", "--output", str(tmp_path / "looking-back")]) == 0


# What can go wrong


@pytest.mark.parametrize(
    "file",
    [
        "trust.json",
        "benchmarks.json",
        "decisions.json",
        "schoolimp.json",
        "school-years/2026-27.json",
        "evidence/more.json",
        f"plans/{BIRCH}.json",
        "calendar.json",
    ],
)
def test_a_truncated_file_stops_everything(folder: Path, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder)
    run_folder(folder)
    write(folder / "evidence" / "more.json", si.Evidence.from_observations([]))
    whole = (folder / file).read_text()
    (folder / file).write_text(whole[: len(whole) // 2])
    before = tree(folder)
    assert main(["run", str(folder), "--valid", "2026-10-05"]) == 3
    err = capsys.readouterr().err
    assert str(folder / file) in err
    assert "Traceback" not in err
    assert tree(folder) == before


def test_problems_of_all_files_are_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(folder / "schoolimp.json", framework="pvta")
    (folder / "trust.json").write_text("{")
    (folder / "evidence" / "autumn.csv").write_text("nonsense\n")
    assert main(["run", str(folder)]) == 3
    err = capsys.readouterr().err
    for words in ('"pvta" is not a built-in framework', 'did you mean "pvat"?', "trust.json", "autumn.csv"):
        assert words in err


def test_a_missing_trust_and_school_year_are_told_together(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "trust.json").unlink()
    (folder / "school-years" / "2026-27.json").unlink()
    assert main(["run", str(folder)]) == 3
    err = capsys.readouterr().err
    assert "there is no trust document" in err
    assert "there is no school year" in err


def test_an_unknown_edition_names_those_there_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(folder), "--edition", "1066.1"]) == 3
    err = capsys.readouterr().err
    assert '"pvat" has no edition "1066.1"' in err
    assert samples.framework().edition in err


def test_a_missing_file_names_its_neighbour(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(folder), "--evidence", str(folder / "evidence" / "autum.csv")]) == 3
    assert 'did you mean "autumn.csv"?' in capsys.readouterr().err


def test_evidence_that_contradicts_itself_names_both_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"school": ASH, "indicator": "ks2.rwm_expected", "period": "2025/26", "value": 71}
    write(folder / "evidence" / "spring.json", si.Evidence.from_observations([row]))
    assert main(["run", str(folder)]) == 3
    err = capsys.readouterr().err
    assert "autumn.csv" in err
    assert "spring.json" in err
    assert "71" in err


def test_evidence_of_a_school_outside_the_trust_is_told(folder: Path) -> None:
    row = {"school": "999999", "indicator": "ks2.rwm_expected", "period": "2025/26", "value": 71}
    write(folder / "evidence" / "other.json", si.Evidence.from_observations([row]))
    done = run_folder(folder)
    assert "school_not_in_trust" in places(done.notices)
    assert "999999" in (folder / "report.md").read_text()
    assert not (folder / "judgements" / "999999.json").exists()


def test_files_that_are_not_read_are_told(folder: Path) -> None:
    (folder / "evidence" / "summer.xlsx").write_bytes(b"PK")
    assert "not_read" in places(run_folder(folder).notices)


def test_a_school_without_a_level_has_no_plan_and_is_told(folder: Path) -> None:
    write(folder / "evidence" / "autumn.csv", si.Evidence.from_observations([]).to_csv())
    done = run_folder(folder)
    assert done.results.plans == {}
    assert places(done.notices).count("no_level") == 2
    assert not (folder / "plans").exists()


def test_an_empty_trust(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "trust.json", trust_with([]))
    assert main(["run", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "the trust has no schools" in out
    assert "the trust has no schools" in err
    assert (folder / "judgements.csv").read_text().count("\n") == 1
    before = tree(folder)
    assert main(["run", str(folder)]) == 0
    assert tree(folder) == before


def test_a_trust_of_one(folder: Path) -> None:
    settle(folder)
    write(folder / "trust.json", trust_with(samples.trust().to_dict()["schools"][:1]))
    done = run_folder(folder)
    assert list(done.results.plans) == [ASH]
    assert places(done.notices).count("school_not_in_trust") == 2  # Its evidence and its decision.


def test_decisions_after_the_known_date_wait(folder: Path) -> None:
    write(folder / "decisions.json", decisions(decided("tier_1", "2026-09-08")))
    early = run_folder(folder)
    assert early.results.judgements[0].decided() is None
    assert "not_known_yet" in places(early.notices)
    later = run_folder(folder, known=dt.date(2026, 9, 8))
    assert later.results.judgements[0].decided().level == "tier_1"


def test_a_decision_for_a_level_there_is_not(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "decisions.json", decisions(decided("tier_9", "2026-09-01")))
    assert main(["run", str(folder)]) == 3
    err = capsys.readouterr().err
    assert "decisions.json" in err
    assert "tier_9" in err


def test_a_decision_keeps_what_was_suggested_then(folder: Path) -> None:
    write(folder / "decisions.json", decisions(decided("tier_2", "2026-09-01", suggested="tier_3")))
    first = run_folder(folder)
    assert first.results.judgements[0].decisions[0].suggested == "tier_3"
    write(folder / "decisions.json", decisions(decided("tier_2", "2026-09-01")))
    second = run_folder(folder)
    assert second.results.judgements[0].decisions == first.results.judgements[0].decisions
    assert second.nothing_changed


def worse_only(folder: Path) -> None:
    document = samples.framework().to_dict()
    document["judgements"][0]["decision"]["direction"] = "worse_only"
    write(folder / "ours.json", si.Framework.from_dict(document))
    edited(folder / "schoolimp.json", framework="ours.json")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example trust, with the levels of people only below the suggested ones."""
    home = tmp_path / "example"
    shutil.copytree(Path(si.__file__).parent / "example", home)
    worse_only(home)
    return home


def test_a_decision_that_was_allowed_then_stands(example: Path) -> None:
    pytest.importorskip("pandas")
    write(example / "decisions.json", decisions(decided("tier_2", "2026-08-01", "900004", by="ceo", suggested="tier_1")))
    done = run_folder(example)
    judgement = next(item for item in done.results.judgements if item.school == "900004")
    assert judgement.suggested() == "tier_3"
    assert judgement.decided().level == "tier_2"
    assert judgement.decided().suggested == "tier_1"
    assert "outdated_decision" in places(done.notices)
    assert run_folder(example).nothing_changed


def test_a_decision_that_was_never_allowed_is_an_error(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas")
    write(example / "decisions.json", decisions(decided("tier_2", "2026-08-01", "900004", by="ceo")))
    assert main(["run", str(example)]) == 3
    err = capsys.readouterr().err
    assert "decisions.json: /decisions/0/level" in err
    assert "tier_3" in err


def test_a_plan_in_another_schools_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder)
    run_folder(folder)
    (folder / "plans" / f"{ASH}.json").write_bytes((folder / "plans" / f"{BIRCH}.json").read_bytes())
    assert main(["run", str(folder)]) == 3
    assert f'holds the plan of school "{BIRCH}"' in capsys.readouterr().err


def test_no_school_year_for_the_day(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder)
    assert main(["run", str(folder), "--valid", "2030-01-07"]) == 3
    err = capsys.readouterr().err
    assert "no school year holds 2030-01-07" in err
    assert err.count("no school year holds") == 1


def test_the_summer_after_the_last_school_day(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder)
    assert main(["run", str(folder), "--valid", "2027-08-20"]) == 3
    assert "no school day is left" in capsys.readouterr().err


def test_last_years_terms_may_stay_in_the_folder(folder: Path) -> None:
    settle(folder)
    earlier = samples.school_year().to_dict()
    shifted = json.loads(json.dumps(earlier).replace("2027-", "x-").replace("2026-", "2025-").replace("x-", "2026-"))
    shifted |= {"id": "main-2025", "title": "2025/26", "academic_year": "2025/26", "closures": []}
    write(folder / "school-years" / "2025-26.json", shifted)
    done = run_folder(folder)
    assert {school.school_year for school in done.results.calendar.schools} == {"main-2026"}


def test_two_school_years_for_one_day_need_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settle(folder)
    write(folder / "school-years" / "other.json", {**samples.school_year().to_dict(), "id": "north-2026"})
    assert main(["run", str(folder)]) == 3
    assert "main-2026" in capsys.readouterr().err
    schools = [{**school, "school_year": "north-2026"} for school in samples.trust().to_dict()["schools"]]
    write(folder / "trust.json", trust_with(schools))
    done = run_folder(folder)
    assert {school.school_year for school in done.results.calendar.schools} == {"north-2026"}


def test_output_that_cannot_be_written_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    settle(folder)
    run_folder(folder)
    before = tree(folder)
    (folder / "blocked").write_text("a file")
    assert main(["run", str(folder), "--output", str(folder / "blocked")]) == 4
    assert "cannot be written" in capsys.readouterr().err
    (folder / "blocked").unlink()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("schoolimp.folder.store.os.fsync", full)
    assert main(["run", str(folder), "--valid", "2026-10-05"]) == 4
    assert "nothing was changed" in capsys.readouterr().err
    assert tree(folder) == before


def test_published_files_without_pandas_name_the_extra(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "published").mkdir()
    monkeypatch.setitem(sys.modules, "pandas", None)
    for module in [name for name in sys.modules if name.startswith("schoolimp.dfe")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delattr(si, "dfe", raising=False)
    assert main(["run", str(folder)]) == 3
    assert 'python -m pip install "schoolimp[tables]"' in capsys.readouterr().err


def test_published_files_are_evidence(folder: Path) -> None:
    pytest.importorskip("pandas")
    published = folder / "published"
    published.mkdir()
    (published / "england_abs_2025-26.csv").write_text(f"LA,ESTAB,URN,PERCTOT,PPERSABS10\n850,2001,{ASH},4.44,12.5\n850,9999,999999,9.9,40\n")
    write(folder / "evidence" / "autumn.csv", si.Evidence.from_observations([]).to_csv())
    done = run_folder(folder)
    assert done.inputs.evidence.schools == (ASH,)
    assert "4.44" in (folder / "judgements" / f"{ASH}.json").read_text()


def test_predecessors_are_used_only_when_asked(folder: Path) -> None:
    schools = samples.trust().to_dict()["schools"]
    schools[0]["predecessors"] = ["100900"]
    write(folder / "trust.json", trust_with(schools))
    row = {"school": "100900", "indicator": "ks2.rwm_expected", "period": "2021/22", "value": 55}
    write(folder / "evidence" / "before.json", si.Evidence.from_observations([row]))
    without = run_folder(folder)
    assert "predecessor_not_used" in places(without.notices)
    with_them = run_folder(folder, predecessors=True)
    assert "predecessor_not_used" not in places(with_them.notices)
    assert any(observation.period == "2021/22" for observation in with_them.inputs.evidence.of(ASH))


def test_ids_that_are_no_file_names(folder: Path) -> None:
    schools = [{"id": "../escape", "name": "Odd / Primary"}]
    write(folder / "trust.json", trust_with(schools))
    run_folder(folder)
    assert (folder / "judgements" / "%2E%2E%2Fescape.json").exists()
    assert not (folder.parent / "escape.json").exists()
    assert run_folder(folder).nothing_changed


def many_schools(count: int) -> tuple[dict[str, Any], si.Evidence]:
    schools = [{"id": str(200000 + n), "name": f"School {n}", "phase": "primary"} for n in range(count)]
    rows: list[dict[str, Any]] = []
    pattern = [row for row in samples.evidence().to_dict()["observations"] if row["school"] == ASH]
    for n, school in enumerate(schools):
        for row in copy.deepcopy(pattern):
            row["school"] = school["id"]
            if row["indicator"] == "ks2.rwm_expected":
                row["value"] = 40 + n % 50
            rows.append(row)
    return trust_with(schools), si.Evidence.from_observations(rows)


def test_five_hundred_schools(folder: Path) -> None:
    trust, evidence = many_schools(500)
    write(folder / "trust.json", trust)
    write(folder / "evidence" / "autumn.csv", evidence.to_csv())
    write(folder / "decisions.json", decisions(*(decided("tier_2", "2026-09-01", school["id"]) for school in trust["schools"])))
    seen: list[tuple[str, int, int]] = []
    done: Run = run_folder(folder, progress=lambda *step: seen.append(step))
    assert len(done.results.plans) == 500
    assert ("judging", 500, 500) in seen
    assert ("planning", 500, 500) in seen
    before = tree(folder)
    assert run_folder(folder).nothing_changed
    assert tree(folder) == before


def test_no_temporary_file_is_left_after_a_failure(folder: Path) -> None:
    (folder / "trust.json").write_text("{")
    with pytest.raises(InputError):
        run_folder(folder)
    assert not [name for name in os.listdir(folder) if name.startswith(".")]
