"""All published files of the data folder, read at once and judged as one table: the cells are those of the files themselves, joined on the URN."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
import schoolimp as si
from schoolimp import dfe

DAY = dt.date(2019, 8, 31)
FRAMEWORKS = [info.id for info in si.frameworks()]


@pytest.fixture(scope="module")
def cells(data: Path) -> pd.DataFrame:
    return dfe.load_folder(data, subfolders=True).to_cells(DAY, period="2018/19").set_index("school")


FILES = {
    "absence.overall": ("absence/england_abs_2018-19.csv", "URN", "PERCTOT"),
    "absence.persistent": ("absence/england_abs_2018-19.csv", "URN", "PPERSABS10"),
    "census.fsm6": ("census/england_census_2018-19.csv", "URN", "PNUMFSMEVER"),
    "prior(ks2.expected['reading'])": ("ks2/la850_ks2final_2017-18.csv", "URN", "PTREAD_EXP"),
    "prior(ks2.rwm_expected, 2)": ("panel_primary_2016-2020.csv", "urn", "rwm_exp_2017"),
}


@pytest.mark.parametrize("cell", FILES)
def test_a_cell_is_the_figure_of_its_file(data: Path, cells: pd.DataFrame, cell: str) -> None:
    name, urn, column = FILES[cell]
    file = pd.read_csv(data / name, dtype=str, usecols=[urn, column], encoding="utf-8-sig").dropna(subset=[urn])
    published = pd.to_numeric(file.set_index(urn)[column].str.rstrip("%"), errors="coerce").dropna()
    published = published[published.index.isin(cells.index)]
    assert len(published) > 200
    pd.testing.assert_series_equal(cells.loc[published.index, cell], published, check_names=False, check_index_type=False)


@pytest.mark.parametrize("id", FRAMEWORKS)
def test_no_row_contradicts_a_framework(cells: pd.DataFrame, id: str) -> None:
    framework = si.framework(id)
    judged = framework.judge_table(cells.reset_index(), valid=DAY, key="school")
    assert len(judged) == len(cells) > 28_000
    assert (judged.failed, judged.failures) == (0, ())
    assert len(judged.where(settled=True)) > 1000
    assert all(level is None or level in possible for level, possible in zip(judged.suggested(), judged.possible(), strict=True))
