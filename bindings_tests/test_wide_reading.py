"""Evidence from wide tables: the same as the same figures in long form, whichever library holds the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import schoolimp as si

COLUMNS = {"PTRWM_EXP": "ks2.rwm_expected", "PTRWM_DIS": si.IndicatorColumn("ks2.rwm_expected", group="disadvantaged"), "GRADE": "ofsted.overall"}
LONG = si.Evidence.from_csv(
    """school,indicator,period,group,value
900001,ks2.rwm_expected,2018/19,,61.5
900001,ks2.rwm_expected,2018/19,disadvantaged,48
900001,ofsted.overall,2018/19,,good
900002,ks2.rwm_expected,2018/19,,70
900002,ofsted.overall,2018/19,,a grade of more than twelve bytes
"""
)
GRADES = ["good", "a grade of more than twelve bytes", None]


def arrow(**types: pa.DataType) -> pa.Table:
    made = {"urn": pa.int64(), "PTRWM_EXP": pa.float64(), "PTRWM_DIS": pa.int32(), "GRADE": pa.string(), **types}
    values = {"urn": [900001, 900002, 900003], "PTRWM_EXP": [61.5, 70, None], "PTRWM_DIS": [48, None, None], "GRADE": GRADES}
    if pa.types.is_string(made["urn"]) or pa.types.is_large_string(made["urn"]):
        values["urn"] = [str(urn) for urn in values["urn"]]
    if pa.types.is_decimal(made["PTRWM_EXP"]):
        values["PTRWM_EXP"] = [Decimal("61.50"), Decimal(70), None]
    return pa.table({name: pa.array(values[name], made[name]) for name in made})


TABLES: dict[str, Callable[[], Any]] = {
    "pyarrow": arrow,
    "pyarrow, texts as views": lambda: arrow(GRADE=pa.string_view()),
    "pyarrow, large texts": lambda: arrow(GRADE=pa.large_string(), urn=pa.large_string()),
    "pyarrow, float32": lambda: arrow(PTRWM_EXP=pa.float32()),
    "pyarrow, decimals": lambda: arrow(PTRWM_EXP=pa.decimal128(9, 2)),
    "pyarrow, categories": lambda: arrow(GRADE=pa.dictionary(pa.int8(), pa.string())),
    "pyarrow, chunks": lambda: pa.concat_tables([arrow().slice(0, 1), arrow().slice(1)]),
    "pyarrow, a slice": lambda: pa.concat_tables([arrow(), arrow(), arrow()]).combine_chunks().slice(3, 3),
    "pyarrow, a batch": lambda: arrow().to_batches()[0],
    "pandas": lambda: arrow().to_pandas(),
    "pandas, urn in the index": lambda: arrow().to_pandas().set_index("urn"),
    "pandas, nullable": lambda: arrow().to_pandas().convert_dtypes(),
    "pandas, backed by pyarrow": lambda: arrow().to_pandas(types_mapper=pd.ArrowDtype),
    "pandas, urn with gaps once": lambda: arrow().to_pandas().astype({"urn": "float64"}),
    "polars": lambda: pl.DataFrame(arrow()),
    "polars, enum": lambda: pl.DataFrame(arrow()).with_columns(pl.col("GRADE").cast(pl.Enum(GRADES[:2]))),
    "polars, categorical": lambda: pl.DataFrame(arrow()).with_columns(pl.col("GRADE").cast(pl.Categorical)),
    "duckdb": lambda: duckdb.arrow(arrow()),
    "NumPy": lambda: {
        "urn": np.array([900001, 900002, 900003]),
        "PTRWM_EXP": np.array([[61.5, 0], [70, 0], [np.nan, 0]])[:, 0],
        "PTRWM_DIS": np.array([48, np.nan, np.nan], np.float32),
        "GRADE": np.array(["good", GRADES[1], ""]),
    },
}


@pytest.mark.parametrize("library", TABLES)
def test_it_is_the_evidence_of_the_long_form(library: str) -> None:
    assert si.Evidence.from_wide(TABLES[library](), columns=COLUMNS, period="2018/19") == LONG


def test_reasons_stand_in_the_cells() -> None:
    table = pa.table({"urn": ["1", "2", "3"], "PTRWM_EXP": ["61.5", " SUPP ", "NE"]})
    evidence = si.Evidence.from_wide(table, columns={"PTRWM_EXP": "a.b"}, period="2018/19", missing={"SUPP": "suppressed", "NE": "not_applicable"})
    assert [(row.value, row.missing) for row in evidence.observations] == [(Decimal("61.5"), ""), (None, "suppressed"), (None, "not_applicable")]


def test_a_word_the_caller_does_not_name_is_no_reason() -> None:
    (row,) = si.Evidence.from_wide(pa.table({"urn": ["1"], "GRADE": ["SUPP"]}), columns={"GRADE": "a.b"}, period="2018/19").observations
    assert (row.value, row.missing) == ("SUPP", "")


@pytest.mark.parametrize("named", ["GRADE:missing", "why"])
def test_reasons_stand_in_a_column_of_their_own(named: str) -> None:
    column = si.IndicatorColumn("a.b", missing="" if ":" in named else named)
    table = pa.table({"urn": ["1", "2"], "GRADE": ["good", None], named: [None, "z"]})
    rows = si.Evidence.from_wide(table, columns={"GRADE": column}, period="2018/19", missing={"z": "not_applicable"}).observations
    assert [(row.value, row.missing) for row in rows] == [("good", ""), (None, "not_applicable")]


def test_periods_days_and_pupils_by_row() -> None:
    table = pa.table({"urn": ["1", "1"], "year": ["2017/18", "2018/19"], "day": [dt.date(2018, 1, 1), None], "x": [1.0, 2.0], "y": [True, False], "n": [30, 31]})
    columns = {"x": si.IndicatorColumn("a.x", cohort="n"), "y": si.IndicatorColumn("a.y", period="2016/17")}
    evidence = si.Evidence.from_wide(table, columns={"x": columns["x"]}, period_column="year", observed_on_column="day", source="here", recorded_at=dt.date(2019, 12, 1))
    found = sorted((row.period, row.observed_on, row.cohort) for row in evidence.observations)
    assert found == [("2017/18", dt.date(2018, 1, 1), 30), ("2018/19", None, 31)]
    assert {(row.source, row.recorded_at) for row in evidence.observations} == {("here", dt.date(2019, 12, 1))}
    one = si.Evidence.from_wide(table.slice(0, 1), columns={"y": columns["y"]}, period_column="year")
    assert [(row.period, row.value) for row in one.observations] == [("2016/17", True)]


@pytest.mark.parametrize("number", [0.1, 1e-7, 123456.789, -0.0, 1e15, 0.1 + 0.2, 5e-19])
@pytest.mark.parametrize("kind", [np.float64, np.float32])
def test_numbers_are_those_of_the_long_form(number: float, kind: type) -> None:
    values = np.array([number], kind)
    long = si.Evidence.from_table(pa.table({"school": ["1"], "indicator": ["a.b"], "period": ["2018/19"], "value": pa.array(values)}))
    assert si.Evidence.from_wide({"urn": np.array([1]), "x": values}, columns={"x": "a.b"}, period="2018/19") == long
