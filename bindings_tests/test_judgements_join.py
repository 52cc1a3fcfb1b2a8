"""Judgements beside the rows of a table, found by school; and the words of one judgement."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import samples
import schoolimp as si

JUDGEMENTS = samples.judgements()
TABLE = {"urn": [100002, 100009, 100001, 100002], "name": ["Birch", "Elsewhere", "Ash", "Birch again"]}
SUGGESTED = [None if school not in JUDGEMENTS.schools else JUDGEMENTS[school].suggested() for school in map(str, TABLE["urn"])]


@pytest.mark.parametrize("make, kind", [(pd.DataFrame, pd.DataFrame), (pl.DataFrame, pl.DataFrame), (pa.table, pa.Table), (dict, pa.Table)], ids=["pandas", "Polars", "pyarrow", "a dict"])
def test_the_table_comes_back_with_the_answers(make: Any, kind: type) -> None:
    joined = JUDGEMENTS.join(make(TABLE), on="urn")
    assert isinstance(joined, kind)
    table = pa.Table.from_pandas(joined) if kind is pd.DataFrame else pa.table(joined)
    assert table.column_names[:2] == ["urn", "name"]
    assert table["name"].to_pylist() == TABLE["name"]
    assert table["suggested"].to_pylist() == SUGGESTED
    assert table["known"].to_pylist() == [None if school == 100009 else JUDGEMENTS[str(school)].known for school in TABLE["urn"]]


def test_the_columns_are_those_of_the_table_of_judgements() -> None:
    joined = JUDGEMENTS.join(pa.table(TABLE), on="urn")
    assert joined.column_names[2:] == [name for name in JUDGEMENTS.to_table().column_names if name not in ("school", "judgement", "scale")]


def test_the_question_may_be_named() -> None:
    question = JUDGEMENTS[0].answers[-1].judgement
    joined = JUDGEMENTS.join(pa.table(TABLE), on="urn", judgement=question)
    assert joined["suggested"].to_pylist()[2] == JUDGEMENTS["100001"].suggested(question)
    with pytest.raises(KeyError, match="no judgement 'other'"):
        JUDGEMENTS.join(pa.table(TABLE), on="urn", judgement="other")


def test_what_cannot_be_joined_is_told() -> None:
    with pytest.raises(si.InvalidDocumentError) as caught:
        JUDGEMENTS.join(pa.table(TABLE), on="URN")
    assert caught.value.issues[0].hint == "did you mean 'urn'?"
    with pytest.raises(si.InvalidDocumentError, match="columns of the answers already: .*suggested"):
        JUDGEMENTS.join(JUDGEMENTS.join(pa.table(TABLE), on="urn"), on="urn")
    with pytest.raises(KeyError, match="2 judgements are of the school '100001'"):
        si.Judgements([*JUDGEMENTS, JUDGEMENTS["100001"]]).join(pa.table(TABLE), on="urn")


def test_no_judgements_give_empty_columns() -> None:
    joined = si.Judgements([]).join(pa.table(TABLE), on="urn")
    assert joined["suggested"].to_pylist() == [None] * 4


def test_a_judgement_says_why() -> None:
    judgement = JUDGEMENTS["100002"]
    answer = judgement.answer()
    lines = judgement.explain(answer.judgement).splitlines()
    assert lines[0] == f"School 100002, pvat 2026.1, valid {judgement.valid}"
    assert lines[1].startswith(f"{answer.judgement}: suggested {answer.suggested or 'none'}; possible {', '.join(answer.possible)}")
    assert lines[2:] == [f"- {reason}" for reason in answer.reasons]
    assert all(each.judgement in judgement.explain() for each in judgement.answers)
    with pytest.raises(KeyError):
        judgement.explain("other")


def test_it_names_what_people_decided() -> None:
    decided = si.decide(samples.framework(), JUDGEMENTS["100002"], {"level": "tier_3", "decided_on": samples.TODAY, "by": "trust_board", "reason": "Agreed."})
    assert f"; decided tier_3 on {samples.TODAY} by trust_board" in decided.explain()
