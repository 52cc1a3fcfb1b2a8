"""Frames as analysts have them: filtered, with an index of two names, lazy, read anew from a file; what cannot be a table is refused by name."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import schoolimp as si
from table_sample import COLUMNS, DOCUMENT, POSSIBLE, SUGGESTED, judge

FRAMEWORK = si.Framework.from_dict(DOCUMENT)
WHOLE = pa.table(COLUMNS)


def pandas() -> pd.DataFrame:
    return WHOLE.to_pandas()


READ: dict[str, Callable[[], Any]] = {
    "pandas, some rows of more": lambda: pd.concat([pandas().assign(urn=1), pandas()]).query("urn > 1"),
    "pandas, an index of two names": lambda: pandas().set_index(["urn", "kind"]),
    "pandas, conditions as objects": lambda: pandas().astype({"academy": object}),
    "pandas, numbers as categories": lambda: pandas().astype({"absence": "category"}),
    "pandas, a column of lists that is not used": lambda: pandas().assign(staff=[["A"], [], ["B", "C"], None]),
    "Polars, a struct that is not used": lambda: pl.DataFrame(WHOLE).with_columns(pl.struct("urn", "kind").alias("both")),
    "Polars, decimals": lambda: pl.DataFrame(WHOLE).with_columns(pl.col("absence").cast(pl.Decimal(10, 2))),
    "Polars, a lazy frame that was collected": lambda: pl.DataFrame(WHOLE).lazy().collect(),
    "pyarrow, a batch": lambda: WHOLE.to_batches()[0],
    "pyarrow, a reader": WHOLE.to_reader,
    "DuckDB, an enum and a great whole number": lambda: duckdb.arrow(WHOLE).project("urn, absence, grade_given::enum('outstanding', 'good', 'requires_improvement', 'inadequate') as grade_given, pupils::hugeint as pupils"),
}


@pytest.mark.parametrize("shape", READ)
def test_judged_the_same(shape: str) -> None:
    judged = judge(FRAMEWORK, READ[shape]())
    assert (judged.suggested(), judged.possible(), judged.failures) == (SUGGESTED, POSSIBLE, ())
    assert judged.schools == ("100001", "100002", "100003", "100004")


@pytest.mark.parametrize("ask", [lambda frame: judge(FRAMEWORK, frame), lambda frame: si.Evidence.from_wide(frame, columns={"absence": "a.b"}), si.Evidence.from_table])
def test_a_lazy_frame_of_polars_is_to_be_collected(ask: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError, match=r"table is a LazyFrame, .*; collect\(\) it first"):
        ask(pl.DataFrame(WHOLE).lazy())


TWICE: dict[str, Callable[[], Any]] = {
    "pandas": lambda: pd.concat([pandas(), pandas()[["absence"]]], axis=1),
    "pyarrow": lambda: WHOLE.append_column("absence", WHOLE["absence"]),
}


@pytest.mark.parametrize("library", TWICE)
def test_two_columns_of_a_name_are_refused(library: str) -> None:
    for ask in (lambda frame: judge(FRAMEWORK, frame), lambda frame: si.Evidence.from_wide(frame, columns={"absence": "a.b"}, period="2018/19")):
        with pytest.raises(si.InvalidDocumentError) as caught:
            ask(TWICE[library]())
        assert [issue.pointer for issue in caught.value.issues] == ["column 'absence'"]
        assert "of this name" in str(caught.value)


@pytest.mark.parametrize("column", [lambda: pandas()["absence"], lambda: pl.DataFrame(WHOLE)["absence"], lambda: WHOLE["absence"]], ids=["pandas", "polars", "pyarrow"])
def test_a_single_column_is_no_table(column: Callable[[], Any]) -> None:
    with pytest.raises(si.InvalidDocumentError, match="not a single column"):
        judge(FRAMEWORK, column())


@pytest.mark.parametrize("library", [pd.read_csv, pl.read_csv], ids=["pandas", "polars"])
def test_a_column_that_is_text_for_a_word_of_it_names_that_word(library: Callable[[Any], Any]) -> None:
    frame = library(io.BytesIO(b"urn,absence,grade_given\n100001,3.9,good\n100002,SUPP,good\n"))
    with pytest.raises(si.InvalidDocumentError) as caught:
        judge(FRAMEWORK, frame)
    (issue,) = caught.value.issues
    assert issue.pointer == "column 'absence'"
    assert issue.hint == "row 1 has 'SUPP'; why a figure is missing stands in a column 'absence:missing', and the rest is converted to numbers"
    assert issue.hint in str(caught.value)
