"""The corpus tests/data/cases, which the C++ tests run too: framework, evidence, expected answers."""

from __future__ import annotations

import datetime as dt
import functools
import json
from pathlib import Path

import pytest
import schoolimp as si

FILES = sorted((Path(__file__).resolve().parent.parent / "tests/data/cases").glob("*.json"))
NO_FIGURES = {"schema": "schoolimp/benchmarks/1", "lines": []}
NO_SCHOOLS = {"schema": "schoolimp/trust/1", "id": "t", "name": "T", "schools": []}


@functools.cache
def load(path: Path) -> dict:
    file = json.loads(path.read_text(encoding="utf-8"))
    return {**file, "cases": [single for case in file["cases"] for single in singles(file, case)]}


def singles(file: dict, case: dict) -> list[dict]:
    """One case for each framework it has expectations of, with the observations of the parts it is made of."""
    rows = [row for name in case.get("of", []) for row in file["parts"][name]] + case["observations"]
    if "expected_of" not in case:
        return [{**case, "observations": rows}]
    return [{**case, "observations": rows, "framework": {"builtin": framework}, "title": f"{case['title']} ({framework})", "expected": {"answers": answers}}
            for framework, answers in case["expected_of"].items()]


@functools.cache
def compiled(text: str) -> si.Framework:
    members = json.loads(text)
    return si.framework(members["builtin"]) if "builtin" in members else si.Framework.from_json(text)


CASES = [pytest.param(path, index, id=f"{path.stem}: {case['title']}") for path in FILES for index, case in enumerate(load(path)["cases"])]


def judged(file: dict, case: dict) -> si.Judgement:
    said = {**file, **case}
    school = said.get("school", "s")
    rows = [{"school": school, **row} for row in case["observations"]]
    return si.judge(
        compiled(json.dumps(said["framework"])),
        si.Evidence.from_json(json.dumps({"schema": "schoolimp/evidence/1", "observations": rows})),
        school,
        valid=dt.date.fromisoformat(said["valid"]),
        known=dt.date.fromisoformat(said["known"]) if "known" in said else None,
        trust=si.Trust.from_json(json.dumps(said.get("trust", NO_SCHOOLS))),
        benchmarks=si.Benchmarks.from_json(json.dumps(said.get("benchmarks", NO_FIGURES))),
        period=said.get("period"),
    )


@pytest.mark.parametrize(("path", "index"), CASES)
def test_gives_what_is_expected(path, index):
    file = load(path)
    case = file["cases"][index]
    judgement = judged(file, case)
    for id, expected in case["expected"].get("answers", {}).items():
        answer = judgement.answer(id)
        assert {"suggested": answer.suggested, "possible": list(answer.possible)} == {"possible": list(answer.possible), **expected}
    criteria = {result.id: result.result for result in judgement.criteria}
    expected = case["expected"].get("criteria", {})
    assert {id: criteria[id] for id in expected} == expected
    measures = {result.id: result.value or None for result in judgement.measures}
    expected = case["expected"].get("measures", {})
    assert {id: measures[id] for id in expected} == expected


def test_the_corpus_is_there():
    assert len(CASES) >= 100
