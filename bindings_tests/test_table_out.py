"""Evidence as a table in long form: what other libraries see, and that it comes back as the same evidence."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import schoolimp as si
from hypothesis import given
from hypothesis import strategies as st

COLUMNS = ["school", "indicator", "period", "group", "value", "missing", "observed_on", "recorded_at", "source", "cohort", "lower", "upper", "note"]
EVIDENCE = si.Evidence.from_observations(
    [
        {"school": "900001", "indicator": "absence.overall", "period": "2024/25", "value": Decimal("0.1"), "recorded_at": dt.date(2026, 3, 19), "source": "Absence, \"2024/25\""},
        {"school": "900001", "indicator": "ks2.rwm_expected", "period": "2024/25", "group": "disadvantaged", "missing": "suppressed", "cohort": 4},
        {"school": "900002", "indicator": "ofsted.overall", "value": "good", "observed_on": dt.date(2023, 11, 15), "note": "two\nlines, é"},
        {"school": "900002", "indicator": "ofsted.safeguarding_effective", "value": True, "observed_on": dt.date(2023, 11, 15)},
        {"school": "900003", "indicator": "ks2.progress", "period": "2018/19", "value": Decimal("-123456789.123456789"), "interval": [Decimal("-2.5"), 1]},
    ]
)
WAYS = {
    "its own stream": lambda evidence: evidence,
    "its table": lambda evidence: evidence.to_table(),
    "pyarrow": lambda evidence: evidence.to_arrow(),
    "pandas": lambda evidence: evidence.to_pandas(),
    "polars": lambda evidence: evidence.to_polars(),
    "duckdb": lambda evidence: duckdb.arrow(evidence.to_arrow()),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_comes_back_the_same(way: str) -> None:
    assert si.Evidence.from_table(WAYS[way](EVIDENCE)) == EVIDENCE


@pytest.mark.parametrize("way", WAYS)
def test_evidence_without_observations_comes_back_too(way: str) -> None:
    nothing = si.Evidence.from_observations([])
    assert si.Evidence.from_table(WAYS[way](nothing)) == nothing


def test_the_columns_and_their_types() -> None:
    table = EVIDENCE.to_arrow()
    assert table.column_names == COLUMNS
    types = {"observed_on": pa.date32(), "recorded_at": pa.date32(), "cohort": pa.int64()}
    assert {name: table.schema.field(name).type for name in COLUMNS} == {name: types.get(name, pa.string()) for name in COLUMNS}


def test_values_are_text_and_missing_ones_have_their_reason() -> None:
    rows = EVIDENCE.to_polars()
    assert rows["value"].to_list() == ["0.1", None, "good", "true", "-123456789.123456789"]
    assert rows["missing"].to_list() == [None, "suppressed", None, None, None]


def test_pandas_has_whole_numbers_with_gaps() -> None:
    cohorts = EVIDENCE.to_pandas()["cohort"]
    assert cohorts.dtype == pd.Int64Dtype()
    assert cohorts.isna().tolist() == [True, False, True, True, True] and cohorts[1] == 4


def test_polars_and_pyarrow_take_it_without_being_told_how() -> None:
    assert pl.DataFrame(EVIDENCE).equals(EVIDENCE.to_polars())
    assert pa.table(EVIDENCE).equals(EVIDENCE.to_arrow())


def test_the_table_outlives_the_evidence() -> None:
    table = si.Evidence.from_json(EVIDENCE.to_json()).to_table()
    assert pa.table(table).equals(EVIDENCE.to_arrow())


def test_a_text_no_table_can_carry_is_refused() -> None:
    evidence = si.Evidence.from_observations([{"school": "1", "indicator": "a.b", "period": "2018/19", "value": "48.5"}])
    with pytest.raises(si.SchoolImpError, match="48.5"):
        evidence.to_table()


@pytest.mark.parametrize(("library", "method"), [("pyarrow", "to_arrow"), ("pandas", "to_pandas"), ("polars", "to_polars")])
def test_a_library_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, library: str, method: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=f"pip install {library}"):
        getattr(EVIDENCE, method)()


def figures() -> st.SearchStrategy[dict[str, Any]]:
    number = st.decimals(-1_000_000, 1_000_000, places=4)
    value = st.one_of(number, st.booleans(), st.sampled_from(["good", "2019-01-01", "a, \"b\"", "é"]))
    return st.one_of(st.fixed_dictionaries({"value": value}), st.fixed_dictionaries({"missing": st.sampled_from(["suppressed", "not_collected"])}))


@given(st.lists(figures(), max_size=12))
def test_any_values_come_back_the_same(values: list[dict[str, Any]]) -> None:
    rows = [{"school": f"{900000 + place}", "indicator": "a.b", "period": "2018/19", **value} for place, value in enumerate(values)]
    evidence = si.Evidence.from_observations(rows)
    assert si.Evidence.from_table(evidence) == evidence
