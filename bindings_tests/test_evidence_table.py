"""Evidence from tables in long form: the same as from the same table in text, whichever library holds it."""

from __future__ import annotations

import datetime as dt
import io

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import schoolimp as si

CSV = """school,indicator,period,value,missing,observed_on,cohort
900001,ks2.rwm_expected,2018/19,61.5,,,30
900001,absence.overall,2018/19,4.7,,,
900002,ks2.rwm_expected,2018/19,,suppressed,,2
900002,absence.overall,2017/18,5.25,,,
"""


def wanted() -> si.Evidence:
    return si.Evidence.from_csv(CSV)


def test_pandas() -> None:
    assert si.Evidence.from_table(pd.read_csv(io.StringIO(CSV), dtype={"cohort": "Int64"})) == wanted()


def test_pandas_with_categories() -> None:
    frame = pd.read_csv(io.StringIO(CSV), dtype={"cohort": "Int64", "indicator": "category", "school": "category"})
    frame["school"] = frame["school"].cat.rename_categories(str)
    assert si.Evidence.from_table(frame) == wanted()


def test_polars() -> None:
    assert si.Evidence.from_table(pl.read_csv(io.StringIO(CSV))) == wanted()


def test_pyarrow_in_chunks() -> None:
    table = pa.table(pl.read_csv(io.StringIO(CSV)))
    assert si.Evidence.from_table(pa.concat_tables([table.slice(0, 1), table.slice(1)])) == wanted()


def test_dates_and_truth_values() -> None:
    table = pa.table({"school": ["1"], "indicator": ["report_card.safeguarding_met"], "observed_on": [dt.date(2026, 3, 1)], "value": [True]})
    assert si.Evidence.from_table(table) == si.Evidence.from_csv("school,indicator,observed_on,value\n1,report_card.safeguarding_met,2026-03-01,true\n")


def test_issues_name_row_and_column() -> None:
    with pytest.raises(si.InvalidDocumentError) as caught:
        si.Evidence.from_table(pa.table({"school": ["1", "2"], "indicator": ["a.b", "a.b"], "period": ["2018/19", "2018"], "value": [1.0, 2.0]}))
    assert [(issue.pointer, issue.code) for issue in caught.value.issues] == [("row 1, column period", "bad_period")]


def test_columns_that_cannot_be_read() -> None:
    with pytest.raises(si.InvalidDocumentError, match="timestamp"):
        si.Evidence.from_table(pa.table({"school": ["1"], "indicator": ["a.b"], "value": [1.0], "observed_on": [dt.datetime(2026, 3, 1)]}))


def test_what_is_no_table() -> None:
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        si.Evidence.from_table([1, 2])  # type: ignore[arg-type]
