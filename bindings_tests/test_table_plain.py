"""Tables of plain values: a dict of lists or arrays, and a list of dicts, are the same as the table of a library."""

from __future__ import annotations

import array
import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import schoolimp as si
from table_sample import COLUMNS, DOCUMENT, POSSIBLE, SUGGESTED, judge

FRAMEWORK = si.Framework.from_dict(DOCUMENT)
LISTS: dict[str, Any] = {name: list(values) for name, values in COLUMNS.items()}
NAN = float("nan")


def with_columns(**columns: Any) -> dict[str, Any]:
    return {**LISTS, **columns}


TABLES: dict[str, Callable[[], Any]] = {
    "lists": lambda: LISTS,
    "tuples": lambda: {name: tuple(values) for name, values in LISTS.items()},
    "rows": lambda: [dict(zip(LISTS, row, strict=True)) for row in zip(*LISTS.values(), strict=True)],
    "rows without what is unknown": lambda: [{name: value for name, value in zip(LISTS, row, strict=True) if value is not None} for row in zip(*LISTS.values(), strict=True)],
    "decimals": lambda: with_columns(absence=[Decimal("3.90"), Decimal("6.25"), None, Decimal("5.2")]),
    "decimals and whole numbers": lambda: with_columns(pupils=[180, Decimal(420), Decimal("209.0"), None]),
    "whole and floating-point numbers": lambda: with_columns(pupils=[180, 420.0, 209.0, NAN]),
    "ids as text": lambda: with_columns(urn=["100001", "100002", "100003", "100004"]),
    "arrays of NumPy, texts too": lambda: with_columns(urn=np.array(LISTS["urn"]), absence=np.array([3.9, 6.25, NAN, 5.2]), pupils=np.array([[180, 0], [420, 0], [209, 0], [NAN, 0]])[:, 0]),
    "arrays of NumPy, objects": lambda: {name: np.array(values, dtype=object) for name, values in LISTS.items()},
    "arrays of NumPy, days": lambda: with_columns(opened=np.array(["2012-09-01", "2021-09-01", "NaT", "2015-01-01"], dtype="datetime64[D]"), kind=np.array(LISTS["kind"])),
    "numbers of NumPy in lists": lambda: with_columns(urn=[np.int32(urn) for urn in LISTS["urn"]], academy=[np.True_, np.False_, None, np.bool_(True)]),
    "arrays of the standard library": lambda: with_columns(urn=array.array("q", LISTS["urn"]), absence=array.array("d", [3.9, 6.25, NAN, 5.2])),
    "columns of pandas": lambda: with_columns(absence=pd.Series([3.9, 6.25, None, 5.2], dtype="Float64"), grade_given=pd.Series(LISTS["grade_given"], dtype="category"), pupils=pd.Series([180, 420, 209, pd.NA], dtype="Int64")),
    "columns of Polars": lambda: with_columns(absence=pl.Series(LISTS["absence"]), grade_given=pl.Series(LISTS["grade_given"]), opened=pl.Series(LISTS["opened"])),
    "columns of pyarrow": lambda: with_columns(absence=pa.array(LISTS["absence"]), kind=pa.chunked_array([LISTS["kind"][:1], LISTS["kind"][1:]])),
}


@pytest.mark.parametrize("kind", TABLES)
def test_judged_the_same(kind: str) -> None:
    judged = judge(FRAMEWORK, TABLES[kind]())
    assert judged.failures == ()
    assert (judged.suggested(), judged.possible()) == (SUGGESTED, POSSIBLE)
    assert judged.schools == ("100001", "100002", "100003", "100004")
    assert judged.criteria(1) == judge(FRAMEWORK, pa.table(COLUMNS)).criteria(1)


@pytest.mark.parametrize("kind", TABLES)
def test_the_same_evidence(kind: str) -> None:
    columns = {name: name for name in COLUMNS if name != "urn"}
    wanted = si.Evidence.from_wide(pa.table(COLUMNS), columns=columns, period="2025/26")
    assert si.Evidence.from_wide(TABLES[kind](), columns=columns, period="2025/26") == wanted


def test_long_evidence_of_rows() -> None:
    rows = [{"school": "1", "indicator": "a.b", "period": "2018/19", "value": Decimal("0.10")}, {"school": "2", "indicator": "a.b", "period": "2018/19", "missing": "suppressed"}]
    assert si.Evidence.from_table(rows) == si.Evidence.from_observations(rows)


def test_a_table_is_joined_with_answers() -> None:
    judged = judge(FRAMEWORK, LISTS)
    assert judged.join({"urn": ["100002", "5"], "name": ["Birch", "Elm"]}, on="urn").select(["name", "support"]).to_pylist() == [
        {"name": "Birch", "support": "much"}, {"name": "Elm", "support": None}]


REFUSED: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "several types": ({"absence": [3.9, "SUPP", None, 5.2]}, "row 1, column 'absence'", "mixed_types", "'SUPP' stands in a column that begins with 3.9"),
    "conditions and numbers": ({"academy": [True, 0, None, True]}, "row 1, column 'academy'", "mixed_types", "0 stands in a column that begins with True"),
    "decimals and floating-point numbers": ({"absence": [Decimal("3.9"), 6.25, None, 5.2]}, "row 1, column 'absence'", "mixed_types", "6.25 stands in"),
    "a time": ({"opened": [dt.datetime(2012, 9, 1), None, None, None]}, "row 0, column 'opened'", "wrong_type", "is no value of a table"),
    "times of NumPy": ({"opened": np.array(["2012-09-01"] * 4, dtype="datetime64[ns]")}, "row 0, column 'opened'", "wrong_type", "is no value of a table"),
    "a time with a zone": ({"opened": pd.Series(pd.to_datetime(["2012-09-01"] * 4)).dt.tz_localize("Europe/London")}, "row 0, column 'opened'", "wrong_type", "is no value of a table"),
    "a list in a list": ({"absence": [3.9, [1], None, 5.2]}, "row 1, column 'absence'", "wrong_type", "[1] is no value of a table"),
    "a whole number of too many digits": ({"pupils": [2**63, 1, 1, 1]}, "row 0, column 'pupils'", "out_of_range", "9223372036854775808 has more digits"),
    "a whole number that floating-point ones would round": ({"pupils": [1.5, 2**53 + 1, 1, 1]}, "row 1, column 'pupils'", "out_of_range", "9007199254740993 has more digits"),
    "a decimal of too many digits": ({"pupils": [Decimal("1E+30"), None, None, None]}, "row 0, column 'pupils'", "out_of_range", "has more digits"),
    "another length": ({"pupils": [180, 420, 209]}, "column 'pupils'", "different_length", "3 values; the first column has 4"),
    "an array of another length": ({"pupils": np.zeros(3)}, "column 'pupils'", "different_length", "3 values; the first column has 4"),
    "two dimensions": ({"pupils": np.zeros((4, 2))}, "column 'pupils'", "bad_shape", "2 dimensions"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_column_is_named(what: str) -> None:
    columns, place, code, told = REFUSED[what]
    with pytest.raises(si.InvalidDocumentError) as caught:
        judge(FRAMEWORK, with_columns(**columns))
    issue = caught.value.issues[0]
    assert (issue.pointer, issue.code) == (place, code)
    assert told in issue.message and issue.hint


def test_a_masked_array_is_refused_beside_lists_too() -> None:
    with pytest.raises(si.InvalidDocumentError, match="the array is masked"):
        judge(FRAMEWORK, with_columns(absence=np.ma.array([1.0, 2.0, 3.0, 4.0], mask=[0, 1, 0, 0])))


def test_a_result_kept_to_the_end_of_the_program_does_no_harm() -> None:
    program = """
import array, datetime as dt
import schoolimp as si
kept = si.judge_table(si.framework("pvat"), {"urn": ["1"], "absence.overall": array.array("d", [4.0])}, valid=dt.date(2026, 9, 1), key="urn")
print(kept["1"].possible())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "('tier_1', 'tier_2', 'tier_3')\n"
