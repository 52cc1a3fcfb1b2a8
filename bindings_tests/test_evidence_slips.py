"""Slips in observations given as mappings: a member that no observation has would change what a figure means, so it is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

import schoolimp as si

FIGURE = {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2024/25", "value": 61}


@pytest.mark.parametrize(
    ("slip", "hint"),
    [
        ("grop", "did you mean 'group'?"),
        ("Value", "did you mean 'value'?"),
        ("urn", "its members are: school, indicator, period, group, value"),
        ("recorded", "did you mean 'recorded_at'?"),
    ],
)
def test_a_member_no_observation_has_is_an_error(slip: str, hint: str) -> None:
    with pytest.raises(si.InvalidDocumentError, match=f"'{slip}' is not a member of this observation") as caught:
        si.Evidence.from_observations([FIGURE, {**FIGURE, slip: "disadvantaged"}])
    (issue,) = caught.value.issues
    assert (issue.pointer, issue.code) == (f"/observations/1/{slip}", "unknown_member")
    assert issue.hint.startswith(hint)


def test_all_slips_are_told_at_once() -> None:
    with pytest.raises(si.InvalidDocumentError, match="observations: 3 problems; first") as caught:
        si.Evidence.from_observations([{**FIGURE, "a": 1, "b": None}, {**FIGURE, "c": 1}])
    assert [issue.pointer for issue in caught.value.issues] == ["/observations/0/a", "/observations/0/b", "/observations/1/c"]


def test_every_member_of_the_schema_is_taken() -> None:
    row = {**FIGURE, "group": "disadvantaged", "recorded_at": "2025-09-01", "source": "DfE", "cohort": 30, "interval": [Decimal("55.1"), 67], "note": "provisional"}
    known = si.Evidence.from_observations([row]).to_dict()["observations"]
    assert known == [row]


@pytest.mark.parametrize("row", [None, "900001", ("900001", "ks2.rwm_expected")])
def test_an_observation_is_a_mapping(row: object) -> None:
    with pytest.raises(TypeError, match="/observations/1 is a mapping, not"):
        si.Evidence.from_observations([FIGURE, row])  # type: ignore[list-item]


@pytest.mark.parametrize("school", [["900001"], 900001, None])
def test_the_school_asked_for_is_a_text(school: object) -> None:
    evidence = si.Evidence.from_observations([FIGURE])
    assert len(evidence.of("900001")) == 1
    with pytest.raises(TypeError, match="school is a str, not"):
        evidence.of(school)  # type: ignore[arg-type]


def test_other_evidence_and_figures_are_documents() -> None:
    evidence = si.Evidence.from_observations([FIGURE])
    for call, told in (
        (lambda: evidence.merged([FIGURE]), "other is an Evidence, not list"),  # type: ignore[arg-type]
        (lambda: si.Benchmarks.builtin().overlaid({}), "other is a Benchmarks, not dict"),  # type: ignore[arg-type]
        (lambda: si.check_evidence("pvat", evidence), "framework is a Framework, not str"),  # type: ignore[arg-type]
        (lambda: si.Evidence.from_csv("evidence/visits.csv"), "is the name of a file, not its text"),
    ):
        with pytest.raises((TypeError, si.InvalidDocumentError), match=told):
            call()
