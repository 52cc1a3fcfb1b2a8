"""The tables of every library give judge_table, from_wide and from_table the same, whatever types they hold their columns in."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import schoolimp as si
from table_sample import COLUMNS, DOCUMENT, POSSIBLE, SUGGESTED, judge

FRAMEWORK = si.Framework.from_dict(DOCUMENT)
GRADES = ["outstanding", "good", "requires_improvement", "inadequate"]
WHOLE = pa.table(COLUMNS)
MAPPED = {"absence": "absence", "pupils": "pupils", "grade_given": "grade_given", "academy": "academy", "opened": "opened", "kind": "kind"}


def cast(**types: pa.DataType) -> pa.Table:
    return pa.table({name: of_type(WHOLE[name], types.get(name, WHOLE[name].type)) for name in WHOLE.column_names})


def of_type(column: pa.ChunkedArray, type: pa.DataType) -> pa.ChunkedArray:
    if type == pa.string_view():  # Earlier versions of pyarrow make such columns, but cast none.
        return pa.chunked_array([pa.array(column.to_pylist(), type)])
    return column.cast(type)


def pandas_nullable() -> pd.DataFrame:
    frame = WHOLE.to_pandas()
    return frame.astype({"urn": "Int64", "pupils": "Int64", "absence": "Float64", "academy": "boolean", "grade_given": "string[pyarrow]", "kind": "string[python]"})


def polars_views() -> pl.DataFrame:
    return pl.DataFrame(WHOLE).with_columns(pl.col("grade_given").cast(pl.Enum(GRADES)), pl.col("kind").cast(pl.Categorical))


def sliced() -> pa.Table:
    return pa.concat_tables([WHOLE, WHOLE, WHOLE]).combine_chunks().slice(4, 4)


TABLES: dict[str, Callable[[], Any]] = {
    "pyarrow": lambda: WHOLE,
    "pyarrow in chunks, one empty": lambda: pa.concat_tables([WHOLE.slice(0, 3), WHOLE.slice(3, 0), WHOLE.slice(3)]),
    "pyarrow, a slice out of the middle": sliced,
    "pyarrow, small types": lambda: cast(absence=pa.decimal128(6, 3), pupils=pa.uint16(), urn=pa.int32()),
    "pyarrow, texts as views": lambda: cast(grade_given=pa.string_view(), kind=pa.string_view()),
    "pyarrow, large texts and dictionaries": lambda: cast(grade_given=pa.dictionary(pa.int16(), pa.large_string()), kind=pa.large_string()),
    "pandas": WHOLE.to_pandas,
    "pandas, the key in the index": lambda: WHOLE.to_pandas().set_index("urn"),
    "pandas, categories": lambda: WHOLE.to_pandas().astype({"grade_given": "category", "kind": "category"}),
    "pandas, nullable": pandas_nullable,
    "pandas, backed by pyarrow": lambda: WHOLE.to_pandas(types_mapper=pd.ArrowDtype),
    "polars": lambda: pl.DataFrame(WHOLE),
    "polars, enum and categories": polars_views,
    "duckdb": lambda: duckdb.arrow(WHOLE),
}


@pytest.mark.parametrize("library", TABLES)
def test_judged_the_same(library: str) -> None:
    judged = judge(FRAMEWORK, TABLES[library]())
    assert judged.failures == ()
    assert (judged.suggested(), judged.possible()) == (SUGGESTED, POSSIBLE)
    assert judged.schools == ("100001", "100002", "100003", "100004")


def wide(table: Any) -> si.Evidence:
    return si.Evidence.from_wide(table, columns=MAPPED, period="2025/26")


@pytest.mark.parametrize("library", TABLES)
def test_the_same_evidence_of_the_wide_table(library: str) -> None:
    rows = [
        {"school": str(COLUMNS["urn"][row]), "indicator": name, "period": "2025/26", "value": pa.scalar(COLUMNS[name][row])}
        for name in MAPPED
        for row in range(4)
        if COLUMNS[name][row] is not None
    ]
    wanted = "school,indicator,period,value\n" + "".join(f"{row['school']},{row['indicator']},2025/26,{str(row['value']).replace('True', 'true').replace('False', 'false')}\n" for row in rows)
    assert wide(TABLES[library]()) == si.Evidence.from_csv(wanted)


LONG: dict[str, Callable[[pa.Table], Any]] = {
    "pyarrow": lambda table: table,
    "pyarrow in chunks": lambda table: pa.concat_tables([table.slice(0, 5), table.slice(5)]),
    "pandas": lambda table: table.to_pandas(),
    "pandas, categories": lambda table: table.to_pandas().astype({"indicator": "category", "period": "category"}),
    "pandas, backed by pyarrow": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "polars": pl.DataFrame,
    "polars, categories": lambda table: pl.DataFrame(table).with_columns(pl.col("indicator").cast(pl.Categorical)),
    "duckdb": duckdb.arrow,
}


@pytest.mark.parametrize("library", LONG)
def test_the_same_evidence_of_the_long_table(library: str) -> None:
    evidence = wide(WHOLE)
    assert si.Evidence.from_table(LONG[library](evidence.to_arrow())) == evidence


def test_numpy_arrays_that_are_parts_of_a_block() -> None:
    block = np.array([[3.9, 1, 180], [6.25, 1, 420], [np.nan, 1, 209], [5.2, 1, np.nan]])
    given = {"urn": np.array(COLUMNS["urn"]), "absence": block[:, 0], "pupils": block[:, 2]}
    backwards = {name: values[::-1] for name, values in given.items()}
    columns = {"absence": "absence", "pupils": "pupils"}
    wanted = si.Evidence.from_wide(WHOLE, columns=columns, period="2025/26")
    assert si.Evidence.from_wide(given, columns=columns, period="2025/26") == wanted == si.Evidence.from_wide(backwards, columns=columns, period="2025/26")
    assert judge(FRAMEWORK, backwards).possible() == judge(FRAMEWORK, given).possible()[::-1]


def test_which_libraries_these_were(capsys: pytest.CaptureFixture[str]) -> None:
    versions = {name: importlib.metadata.version(name) for name in ("numpy", "pandas", "polars", "pyarrow", "duckdb")}
    with capsys.disabled():
        print("\ntables of: " + ", ".join(f"{name} {version}" for name, version in versions.items()))
    assert all(versions.values())
