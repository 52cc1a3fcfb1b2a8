"""Columns of a table with a slip in the name of a cell: told, for the cell would be unknown without a word."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import schoolimp as si

FRAMEWORK = si.framework("pvat")
TABLE: dict[str, list[Any]] = {"URN": [900001, 900002], "absence.overall": [4.1, 6.9]}


def judge(more: dict[str, list[Any]], **options: Any) -> si.TableJudgement:
    return si.judge_table(FRAMEWORK, {**TABLE, **more}, valid=dt.date(2026, 9, 1), key="URN", **options)


@pytest.mark.parametrize(
    "slip, meant",
    [
        ("ks2.rwm_expcted", "ks2.rwm_expected"),
        ("KS2.rwm_expected", "ks2.rwm_expected"),
        ("ks2.expected['Reading']", "ks2.expected['reading']"),
        ("national(absence.overal)", "national(absence.overall)"),
        ("absence.overall:mising", "absence.overall:missing"),
    ],
)
def test_a_slip_is_an_error_that_names_the_cell(slip: str, meant: str) -> None:
    with pytest.raises(si.InvalidDocumentError) as caught:
        judge({slip: ["suppressed", None] if slip.endswith("mising") else [1.0, 2.0]})
    (issue,) = caught.value.issues
    assert (issue.pointer, issue.code) == (f"column {slip!r}", "unknown_column") and f"did you mean {meant!r}?" in issue.hint


@pytest.mark.parametrize("other", ["name", "absence.persistent_severe", "ks5.points", "region.code", "note: 2026", "Ofsted", "absence.overall:source"])
def test_other_columns_are_left_alone(other: str) -> None:
    assert judge({other: ["x", "y"]}).suggested() == judge({}).suggested()


def test_columns_that_are_named_otherwise_are_no_slips() -> None:
    assert judge({"ks2.rwm_expcted": [70.0, 48.0]}, columns={"ks2.rwm_expected": "ks2.rwm_expcted"}).failed == 0
    judge({"KS2.rwm_expected": [1.0, 2.0]}, constants={"ks2.rwm_expected": 70})
