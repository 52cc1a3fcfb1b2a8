"""The report of reading a wide table: every cell is accounted for, every word that was changed is named with its places."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
import schoolimp as si
from hypothesis import given
from hypothesis import strategies as st

PVAT = si.framework("pvat")
TABLE = {
    "URN": ["900001", "900002", "900003", "900003"],
    "RWM": ["61.5", "SUPP", " 70", " 70"],
    "RWM_DIS": ["48", "SUPP", None, None],
    "Grade": ["Outstanding ", "RI", "good", "good"],
    "Name": ["Ash", "Birch", "Cedar", "Cedar"],
    "Day": [dt.date(2018, 3, 5)] * 4,
}
COLUMNS = {"RWM": "ks2.rwm_expected", "RWM_DIS": si.IndicatorColumn("ks2.rwm_expected", group="disadvantaged"), "Grade": "ofsted.overall"}
OPTIONS: dict[str, Any] = {
    "columns": COLUMNS, "school": "URN", "period": "2018/19", "observed_on_column": "Day", "missing": {"SUPP": "suppressed", "NE": "not_applicable"}, "framework": PVAT, "aliases": {"RI": "requires_improvement"}}

FIGURES: dict[str, Any] = {"columns": {"RWM": "ks2.rwm_expected"}, "aliases": None, "observed_on_column": None}


def report(table: Any = TABLE, **options: Any) -> si.WideReport:
    return si.read_wide(table, **{**OPTIONS, **options}).report


def test_cells_are_counted_by_column_and_reason() -> None:
    assert report().columns == (
        si.WideColumn("RWM", "ks2.rwm_expected", "", values=3, missing=(("suppressed", 1),)),
        si.WideColumn("RWM_DIS", "ks2.rwm_expected", "disadvantaged", values=1, missing=(("suppressed", 1),), empty=2),
        si.WideColumn("Grade", "ofsted.overall", "", values=4),
    )
    assert (report().rows, report().schools, report().values, report().missing, report().empty) == (4, 3, 8, {"suppressed": 2}, 2)


def test_words_for_missing_figures_are_counted() -> None:
    assert report().codes == (si.WideCode("SUPP", "suppressed", 2),)


def test_words_that_were_changed_are_named_with_rule_and_rows() -> None:
    assert report().changed == (
        si.WideWord("RWM", " 70", "70", ("white_space",), (2, 3)),
        si.WideWord("Grade", "Outstanding ", "Outstanding", ("white_space",), (0,)),
        si.WideWord("Grade", "Outstanding", "outstanding", ("title",), (0,)),
        si.WideWord("Grade", "RI", "requires_improvement", ("alias",), (1,)),
    )


def test_what_was_left_alone_and_what_was_said_twice() -> None:
    assert report().unused == ("Name",)
    assert report().repeated == 2


def test_ids_as_floating_point_numbers_are_told() -> None:
    (warning,) = report(pd.DataFrame({"URN": [900001.0], "RWM": [61.5]}), **FIGURES).warnings
    assert warning.startswith("column 'URN' holds floating-point numbers")
    assert report(pl.DataFrame({"URN": [900001], "RWM": [61.5]}), **FIGURES).warnings == ()


def test_reasons_of_a_column_of_their_own_are_counted() -> None:
    table = {"URN": ["1", "2", "3"], "RWM": [1.0, None, None], "RWM:missing": [None, "SUPP", "not_collected"]}
    read = report(table, **FIGURES)
    assert read.missing == {"not_collected": 1, "suppressed": 1} and read.unused == () and read.codes == (si.WideCode("SUPP", "suppressed", 1),)


def test_the_summary_says_all_of_it() -> None:
    assert report().summary().splitlines() == [
        "table: rows 4, schools 3, values 8, missing 2, empty 2",
        "  RWM: ks2.rwm_expected: values 3, suppressed 1, empty 0",
        "  RWM_DIS: ks2.rwm_expected, disadvantaged: values 1, suppressed 1, empty 2",
        "  Grade: ofsted.overall: values 4, empty 0",
        "  codes: SUPP 2 (suppressed)",
        "  changed: column 'RWM': ' 70' read as '70' (white_space), row 2, 3",
        "  changed: column 'Grade': 'Outstanding ' read as 'Outstanding' (white_space), row 0",
        "  changed: column 'Grade': 'Outstanding' read as 'outstanding' (title), row 0",
        "  changed: column 'Grade': 'RI' read as 'requires_improvement' (alias), row 1",
        "  repeated: 2 cells say what another row says already",
        "  columns not used: Name",
    ]


def test_the_evidence_is_that_of_from_wide() -> None:
    assert si.read_wide(TABLE, **OPTIONS).evidence == si.Evidence.from_wide(TABLE, **OPTIONS)


def test_a_table_without_rows() -> None:
    assert report({name: [] for name in TABLE}).summary().splitlines()[0] == "table: rows 0, schools 0, values 0, missing 0, empty 0"


@given(st.lists(st.sampled_from(["1", " 2", "SUPP", "NE ", "", None, "  ", "3.50"]), max_size=20))
def test_every_cell_is_a_value_missing_or_empty(cells: list[str | None]) -> None:
    table = {"URN": [str(900000 + row) for row in range(len(cells))], "RWM": cells}
    read = si.read_wide(table, **{**OPTIONS, **FIGURES})
    assert read.report.values + sum(read.report.missing.values()) + read.report.empty == len(cells)
    assert read.report.values + sum(read.report.missing.values()) == len(read.evidence)
    assert {row for word in read.report.changed for row in word.rows} == {row for row, cell in enumerate(cells) if cell and cell.strip() and cell != cell.strip()}


def test_a_whole_nation_is_accounted_for() -> None:
    folder = os.environ.get("SCHOOLIMP_DATA", "")
    if not folder:
        pytest.skip("SCHOOLIMP_DATA is not set: the published data is not here, so the panel is not read")
    panel = pd.read_csv(Path(folder) / "panel_primary_2016-2020.csv", dtype=str)
    columns = {"rwm_exp_2018": "ks2.rwm_expected", "abs_overall_2018_19": "absence.overall", "ofsted_next": "ofsted.overall"}
    panel["ofsted_next_date"] = pd.to_datetime(panel["ofsted_next_date"], format="%Y%m%d").dt.strftime("%Y-%m-%d")
    read = si.read_wide(
        panel, columns={name: si.IndicatorColumn(id, period="" if id.startswith("ofsted") else "2017/18") for name, id in columns.items()},
        observed_on_column="ofsted_next_date", framework=PVAT, missing={"SUPP": "suppressed", "LOWCOV": "low_coverage"})
    for column in read.report.columns:
        cells = panel[column.column].dropna()
        codes = cells.isin(["SUPP", "LOWCOV"])
        assert (column.values, sum(count for _, count in column.missing), column.empty) == (int((~codes).sum()), int(codes.sum()), len(panel) - len(cells))
    assert read.report.rows == read.report.schools == 15332 and read.report.repeated == 0
    assert {(word.word, word.rules) for word in read.report.changed} == {  # The panel writes one grade with a capital more than its title has.
        ("Good", ("title",)), ("Outstanding", ("title",)), ("Inadequate", ("title",)), ("Requires Improvement", ("title", "case"))}
