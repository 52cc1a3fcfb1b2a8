"""Rows of a judged table chosen by their answers, and the answers put beside the rows of a table of the same library."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import schoolimp as si
from table_sample import COLUMNS, DOCUMENT, POSSIBLE, SUGGESTED, VALID, judge

FRAMEWORK = si.Framework.from_dict(DOCUMENT)
TABLE = pa.table(COLUMNS)
JUDGED = judge(FRAMEWORK, TABLE)

CHOICES: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
    "nothing asked": ({}, (0, 1, 2, 3)),
    "one level suggested": ({"suggested": "much"}, (1,)),
    "a level that nobody has": ({"suggested": "some"}, ()),
    "one level possible": ({"possible": "some"}, (2, 3)),
    "settled": ({"settled": True}, (0, 1)),
    "not settled": ({"settled": False}, (2, 3)),
    "a criterion": ({"criteria": {"small": "met"}}, (0, 2)),
    "two criteria": ({"criteria": {"small": "met", "settled": "unknown"}}, (2,)),
    "several together": ({"possible": "none", "settled": False, "criteria": {"small": "unknown"}}, (3,)),
    "a state": ({"state": si.RowState.FAILED}, ()),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_rows_are_chosen(choice: str) -> None:
    asked, rows = CHOICES[choice]
    assert JUDGED.where(**asked) == rows
    assert JUDGED.where("support", **asked) == rows


def test_rows_that_failed_are_chosen_by_their_state() -> None:
    grades = ["good", "RI", "outstanding", None]
    judged = judge(FRAMEWORK, TABLE.set_column(TABLE.column_names.index("grade_given"), "grade_given", pa.array(grades)))
    assert judged.where(state=si.RowState.FAILED) == (1,)


def test_the_rows_choose_in_every_library() -> None:
    rows = JUDGED.where(settled=False)
    frame = TABLE.to_pandas()
    assert TABLE.take(list(rows))["urn"].to_pylist() == frame.iloc[list(rows)]["urn"].tolist() == pl.DataFrame(TABLE)[list(rows)]["urn"].to_list() == [100003, 100004]


@pytest.mark.parametrize(
    ("asked", "failure", "words"),
    [
        ({"suggested": "muchh"}, KeyError, "did you mean 'much'"),
        ({"possible": "good"}, KeyError, "no level 'good' in the scale 'need'"),
        ({"criteria": {"smal": "met"}}, KeyError, "no criterion 'smal'"),
        ({"criteria": {"small": "yes"}}, ValueError, "they are: met, not_met"),
        ({"judgement": "tier"}, KeyError, "no judgement 'tier'"),
    ],
)
def test_what_is_not_there_is_an_error(asked: dict[str, Any], failure: type[Exception], words: str) -> None:
    with pytest.raises(failure, match=words):
        JUDGED.where(**asked)


# --- join


OTHERS = {"urn": [100004, 999999, 100001, 100001], "name": ["Ash", "nobody's", "Birch", "Birch again"]}
WANTED = [SUGGESTED[3], None, SUGGESTED[0], SUGGESTED[0]]
BITS = [sum(1 << ["none", "some", "much"].index(level) for level in POSSIBLE[row]) for row in (3, 0)]


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (pd.DataFrame, pd.DataFrame),
        (lambda columns: pd.DataFrame(columns).astype({"urn": str}), pd.DataFrame),
        (pl.DataFrame, pl.DataFrame),
        (pa.table, pa.Table),
        (lambda columns: duckdb.arrow(pa.table(columns)), pa.Table),
    ],
    ids=["pandas", "pandas, urn as text", "polars", "pyarrow", "duckdb"],
)
def test_a_table_of_the_same_library_with_the_answers_beside(made: Any, kind: type) -> None:
    joined = JUDGED.join(made(OTHERS), on="urn")
    assert isinstance(joined, kind)
    table = pa.Table.from_pandas(joined) if kind is pd.DataFrame else pa.table(joined)
    assert table["name"].to_pylist() == OTHERS["name"]
    assert table["support"].to_pylist() == WANTED
    assert table["support.possible"].to_pylist() == [BITS[0], None, BITS[1], BITS[1]]


def test_pandas_keeps_its_index() -> None:
    frame = pd.DataFrame(OTHERS).set_index("urn")
    joined = JUDGED.join(frame, on="urn")
    assert joined.index.equals(frame.index) and list(frame.columns) == ["name"]
    assert joined.loc[100001, "support"].tolist() == ["none", "none"]


def test_all_schools_are_there_and_whole_numbers_stay_what_they_are() -> None:
    joined = JUDGED.join(TABLE.to_pandas(), on="urn")
    assert joined["support.possible"].dtype == "uint64" and joined["support"].cat.ordered == JUDGED.to_pandas()["support"].cat.ordered


def test_joining_needs_a_key() -> None:
    judged = judge(FRAMEWORK, TABLE, key=None)
    with pytest.raises(si.FailedPreconditionError, match="key="):
        judged.join(TABLE, on="urn")


def test_a_column_that_is_not_there_or_there_already() -> None:
    with pytest.raises(si.InvalidDocumentError) as caught:
        JUDGED.join(TABLE, on="URN")
    assert caught.value.issues[0].hint == "did you mean 'urn'?"
    with pytest.raises(si.InvalidDocumentError, match="columns of the answers already: .*support"):
        JUDGED.join(JUDGED.join(TABLE, on="urn"), on="urn")


def test_a_school_judged_twice_cannot_be_joined() -> None:
    judged = si.judge_table(FRAMEWORK, pa.concat_tables([TABLE, TABLE]), valid=VALID, key="urn")
    with pytest.raises(KeyError, match="2 rows have the key '100004'"):
        judged.join(pa.table(OTHERS), on="urn")
