"""What newer software wrote into a document is kept: by reading and writing, by everything that makes a new plan or calendar of an old one, and by a run over a folder."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import samples
import schoolimp as si
from jsonschema import Draft202012Validator
from schoolimp import _core
from schoolimp.folder import run_folder

STRICT = {"framework", "school_year"}  #: Where a slip would change the meaning.
NOTE = {"by": ["newer software"], "weight": Decimal("1.50"), "nothing": None}
BIRCH = "100002"


def objects(value: Any, schema: dict[str, Any], node: dict[str, Any], place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a document whose members the schema names, inner ones first."""
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    if isinstance(value, list) and "items" in node:
        for index, item in enumerate(value):
            yield from objects(item, schema, node["items"], f"{place}/{index}")
    if isinstance(value, dict) and "properties" in node:
        for name, member in value.items():
            if name in node["properties"]:
                yield from objects(member, schema, node["properties"][name], f"{place}/{name}")
        yield place, value


def with_notes(kind: str, members: dict[str, Any]) -> dict[str, Any]:
    """The document with an unknown member in every object that can keep one."""
    members = copy.deepcopy(members)
    schema = json.loads(si.schema(kind))
    for place, found in objects(members, schema, schema):
        if "/issues/" not in place and not place.endswith("/moved_from"):
            found["x_note"] = {**NOTE, "place": place}
    return members


@pytest.mark.parametrize("kind", [kind for kind in samples.KINDS if kind not in STRICT])
def test_every_kind_keeps_them(kind: str) -> None:
    document = samples.documents()[kind]
    members = with_notes(kind, document.to_dict())
    read = type(document).from_dict(members)
    assert read.to_dict() == members
    assert type(document).from_json(read.to_json()) == read
    assert read != document
    found = [si.Issue(*issue) for issue in _core.check_structure(kind, read.to_json().encode())]
    assert {(issue.code, issue.severity) for issue in found if issue.pointer.endswith("/x_note")} == {("unknown_member", "warning")}
    assert list(Draft202012Validator(json.loads(si.schema(kind))).iter_errors(json.loads(read.to_json()))) == []


@pytest.mark.parametrize("kind", sorted(STRICT))
def test_a_slip_that_would_change_the_meaning_is_an_error(kind: str) -> None:
    document = samples.documents()[kind]
    members = {**document.to_dict(), "x_note": "new"}
    with pytest.raises(si.InvalidDocumentError, match="x_note"):
        type(document).from_dict(members)
    assert list(Draft202012Validator(json.loads(si.schema(kind))).iter_errors(json.loads(json.dumps(members, default=str))))


def progressed() -> si.Plan:
    plan = samples.plan()
    return si.record_progress(plan, {"item": plan.actions[0].id, "on": dt.date(2026, 9, 20), "note": "Begun.", "status": "in_progress"})


def notes(members: dict[str, Any]) -> dict[str, Any]:
    """The notes of a plan by the item they stand at."""
    found = {"": members["x_note"]}
    for name in ("objectives", "actions", "milestones"):
        found |= {item["id"]: item["x_note"] for item in members[name] if "x_note" in item}
    for action in members["actions"]:
        found |= {visit["id"]: visit["x_note"] for visit in action.get("visits", ()) if "x_note" in visit}
    found |= {f"progress {number}": entry["x_note"] for number, entry in enumerate(members.get("progress", ())) if "x_note" in entry}
    return found


def test_a_plan_keeps_them_through_progress_revision_and_writing() -> None:
    plan = si.Plan.from_dict(with_notes("plan", progressed().to_dict()))
    before = notes(plan.to_dict())
    assert {"", plan.actions[0].id, "progress 0"} <= before.keys()
    plan = si.record_progress(plan, {"item": plan.actions[0].id, "on": dt.date(2026, 10, 1), "note": "Half done."})
    assert notes(plan.to_dict()) == before
    decision = {"level": "tier_1", "decided_on": dt.date(2026, 10, 2), "by": "trust_board", "reason": "Better."}
    judgement = si.decide(samples.framework(), samples.judgement(BIRCH), decision)
    revised = si.revise_plan(plan, samples.framework(), judgement, samples.school_year(), trust=samples.trust(), made_on=dt.date(2026, 10, 5))
    assert len(revised.revisions) == len(plan.revisions) + 1
    assert notes(revised.to_dict()) == before
    assert si.Plan.from_json(revised.to_json()) == revised
    again = si.revise_plan(revised, samples.framework(), judgement, samples.school_year(), trust=samples.trust(), made_on=dt.date(2026, 10, 5))
    assert again == revised, "they are no reason for a revision"


def test_evidence_keeps_them_through_merging_and_succession() -> None:
    evidence = si.Evidence.from_dict(with_notes("evidence", samples.evidence().to_dict()))
    other = si.Evidence.from_dict(
        {
            "schema": "schoolimp/evidence/1",
            "observations": [{"school": "100003", "indicator": "absence.overall", "period": "2025/26", "value": 5, "x_note": 3}],
            "x_note": "other",
            "x_more": True,
        }
    )
    merged = evidence.merged(other).with_predecessor("100004", "100003").to_dict()
    assert merged["x_note"] == evidence.to_dict()["x_note"]
    assert merged["x_more"] is True
    assert [row["x_note"] for row in merged["observations"] if row["school"] in ("100003", "100004")] == [3, 3]


def test_a_calendar_keeps_them_when_it_is_planned_again() -> None:
    first = samples.calendar()
    marked = si.Calendar.from_dict(with_notes("calendar", first.to_dict()))
    arguments: dict[str, Any] = {
        "trust": samples.trust(),
        "school_years": [samples.school_year()],
        "judgements": samples.judgements(),
        "plans": [samples.plan()],
        "from_date": samples.TODAY,
        "stamp": samples.STAMP + dt.timedelta(days=30),
    }
    plain = si.make_calendar(samples.framework(), previous=first, **arguments)
    again = si.make_calendar(samples.framework(), previous=marked, **arguments)
    assert again.changes == plain.changes, "they are no reason for a change"
    before = {event["id"]: event["x_note"] for event in marked.to_dict()["events"]}
    after = {event["id"]: event["x_note"] for event in again.to_dict()["events"] if "x_note" in event}
    assert after == before
    assert again.to_dict()["x_note"] == marked.to_dict()["x_note"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A trust folder of two schools after its first run, with decisions."""
    home = tmp_path / "trust"
    settings = {"schema": "schoolimp/settings/1", "framework": "pvat", "valid": "2026-09-07"}
    documents: dict[str, Any] = {
        "trust.json": samples.trust().to_json(),
        "benchmarks.json": samples.benchmarks().to_json(),
        "evidence/autumn.json": samples.evidence().to_json(),
        "school-years/2026-27.json": samples.school_year().to_json(),
        "schoolimp.json": json.dumps(settings),
    }
    for name, text in documents.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    decide(home, "tier_1", "tier_2")
    run_folder(home)
    return home


def decide(home: Path, *levels: str, on: str = "2026-09-01") -> None:
    made = [
        {"school": BIRCH, "judgement": "tier_of_support", "level": level, "decided_on": on, "by": "trust_board", "reason": "Seen.", "x_note": {"number": number}}
        for number, level in enumerate(levels)
    ]
    document = si.Decisions.from_dict({"schema": "schoolimp/decisions/1", "decisions": made})
    (home / "decisions.json").write_text(document.to_json(), encoding="utf-8")


def rewrite(path: Path, read: Callable[[str], Any], kind: str) -> dict[str, Any]:
    """Put notes into the file; return its members."""
    members = with_notes(kind, read(path.read_text(encoding="utf-8")).to_dict())
    path.write_text(read(json.dumps(members, default=str)).to_json(), encoding="utf-8")
    return members


def test_a_run_over_a_folder_keeps_them(folder: Path) -> None:
    calendar, plan = folder / "calendar.json", folder / "plans" / f"{BIRCH}.json"
    rewrite(calendar, si.Calendar.from_json, "calendar")
    rewrite(plan, si.Plan.from_json, "plan")
    kept = {path: notes(json.loads(plan.read_text())) if path == plan else json.loads(path.read_text())["x_note"] for path in (calendar, plan)}
    decide(folder, "tier_1", "tier_2", "tier_3")
    run_folder(folder, valid=dt.date(2026, 10, 5))
    after = json.loads(plan.read_text())
    assert len(after["revisions"]) == 2
    assert notes(after) == kept[plan]
    assert json.loads(calendar.read_text())["x_note"] == kept[calendar]
    judgement = json.loads((folder / "judgements" / f"{BIRCH}.json").read_text())
    assert [decision["x_note"] for decision in judgement["decisions"]] == [{"number": 0}, {"number": 1}, {"number": 2}]
    assert run_folder(folder, valid=dt.date(2026, 10, 5)).nothing_changed
