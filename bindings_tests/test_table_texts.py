"""Texts and names in tables that are none, and columns of schools that hold something else: told, and never read as ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd
import polars as pl
import pytest

import schoolimp as si

HALF = b"Caf\xe9".decode("ascii", "surrogateescape")
VALID = dt.date(2026, 9, 1)


def wide(table: Any) -> si.Evidence:
    return si.Evidence.from_wide(table, columns={"x": "ks2.rwm_expected"}, period="2024/25")


def judged(table: Any) -> si.TableJudgement:
    return si.judge_table(si.framework("pvat"), table, valid=VALID)


@pytest.mark.parametrize(
    "call",
    [
        lambda: wide({"urn": [HALF], "x": [61]}),
        lambda: wide([{"urn": "900001", "x": HALF}]),
        lambda: wide(pd.DataFrame({"urn": pd.Series([HALF], dtype=object), "x": [61]})),
        lambda: judged({"ofsted.overall": [HALF]}),
        lambda: judged(pd.DataFrame({"ofsted.overall": pd.Series([HALF], dtype=object)})),
        lambda: si.Evidence.from_table({"school": ["900001"], "indicator": [HALF], "period": ["2024/25"], "value": ["61"]}),
    ],
)
def test_half_a_character_is_no_text(call: Callable[[], object]) -> None:
    with pytest.raises(si.InvalidDocumentError, match=r"'Caf\\udce9' holds half of a character and is no text") as caught:
        call()
    assert [(issue.code, issue.hint) for issue in caught.value.issues] == [("not_unicode", "read the file in the encoding it was written in")]


def test_names_of_columns_are_texts() -> None:
    with pytest.raises(TypeError, match=r"the name of a column is a str, not int \(1\)"):
        wide({"urn": ["900001"], "x": [61], 1: [2]})
    with pytest.raises(si.InvalidDocumentError, match="the name of a column: character 3"):
        wide({"urn": ["900001"], "x": [61], HALF: [2]})


@pytest.mark.parametrize(
    ("schools", "kind"),
    [
        ([True, False], "boolean"),
        ([dt.date(2026, 9, 1)] * 2, "date32"),
        (pl.Series([True, None]), "boolean"),
    ],
)
def test_a_column_that_cannot_be_the_schools(schools: Any, kind: str) -> None:
    for table in ({"urn": schools, "x": [61, 62]}, pl.DataFrame({"urn": schools, "x": [61, 62]})):
        with pytest.raises(si.InvalidDocumentError, match=f"column 'urn': it has the type {kind}, but ids of schools are text or whole numbers"):
            wide(table)
