"""Slips of people who read published files by hand: each is told, none gives a result without figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from dfe_tables import KS2_HEADER, ks2_line, write

import schoolimp as si
from schoolimp import dfe

ABSENCE = ("LA,ESTAB,URN,PERCTOT,PPERSABS10", "989,2011,900011,4.1,9.0", "989,2012,900012,5.2,12.5")
CENSUS = ("LA,ESTAB,URN,SCHOOLTYPE,NOR,PSENELK,PNUMEAL,PNUMFSMEVER", "989,2011,900011,State-funded primary,210,12.4,3.0,20.1")
HISTORY = ("URN,Rating,Inspection Date", "900011,Good,20190305")


def absence(folder: Path) -> dfe.ReadResult:
    return dfe.read_absence(write(folder, "absence_2018-19.csv", *ABSENCE))


@pytest.mark.parametrize(
    ("read", "lines", "told"),
    [
        (dfe.read_absence, CENSUS, "has none of the columns PERCTOT, PPERSABS10, PPERSABS15; it has those of the family 'census': use read_census"),
        (dfe.read_absence, (KS2_HEADER, ks2_line()), "'ks2': use read_ks2"),
        (dfe.read_ks2, ABSENCE, r"has none of the columns PTRWM_EXP, .* \.\.\.; it has those of the family 'absence': use read_absence"),
        (dfe.read_ks4, ABSENCE, "'absence': use read_absence"),
        (dfe.read_ks4, (KS2_HEADER, ks2_line()), "'ks2': use read_ks2"),
        (dfe.read_census, ABSENCE, "has no column 'NOR'"),
        (dfe.read_ofsted_history, CENSUS, "has no column 'Rating'"),
        (dfe.read_absence, ("URN,LA,ESTAB,Mark", "900011,989,2011,3"), "columns found: URN, LA, ESTAB, Mark"),
    ],
)
def test_a_file_of_another_family_is_refused(tmp_path: Path, read: Callable[..., dfe.ReadResult], lines: tuple[str, ...], told: str) -> None:
    with pytest.raises(dfe.PublishedFileError, match=told):
        read(write(tmp_path, "table_2018-19.csv", *lines))


def test_a_sheet_of_another_family_is_no_management_information(tmp_path: Path) -> None:
    with pytest.raises(dfe.PublishedFileError, match="'ofsted_history': use read_ofsted_history"):
        dfe.read_ofsted_mi(write(tmp_path, "history.csv", *HISTORY))


def test_a_frame_of_another_family_is_refused_too() -> None:
    with pytest.raises(dfe.PublishedFileError, match="'ofsted_history': use read_ofsted_history"):
        dfe.read_ks4(pd.DataFrame({"URN": ["900011"], "Rating": ["Good"], "Inspection Date": ["20190305"]}), "2018/19")


def test_one_of_the_columns_is_enough(tmp_path: Path) -> None:
    read = dfe.read_absence(write(tmp_path, "absence_2018-19.csv", "LA,ESTAB,URN,PPERSABS10", "989,2011,900011,9.0"))
    assert [(observation["indicator"], str(observation["value"])) for observation in read.observations] == [("absence.persistent", "9.0")]


@pytest.mark.parametrize("urn", ["900012", 900012, pd.Series([900012], dtype="int64")[0]])
def test_a_whole_number_means_the_school_of_its_digits(tmp_path: Path, urn: str | int) -> None:
    mine = absence(tmp_path).of(urn)
    assert {observation["school"] for observation in mine.observations} == {"900012"} == {school["id"] for school in mine.schools}


@pytest.mark.parametrize(("urn", "kind"), [(["900012"], "list"), (900012.0, "float"), (True, "bool"), (None, "NoneType")])
def test_what_is_no_urn_is_refused(tmp_path: Path, urn: object, kind: str) -> None:
    with pytest.raises(TypeError, match=rf"a URN is a text or a whole number, not {kind} .*; of a list: of\(\*urns\)"):
        absence(tmp_path).of(urn)  # type: ignore[arg-type]


def test_a_list_of_results_is_told_apart(tmp_path: Path) -> None:
    read = absence(tmp_path)
    assert len(si.Evidence.from_dict(dfe.combine(*[read, read]).evidence_document())) == 4
    with pytest.raises(TypeError, match=r"and a list is none; of a list: combine\(\*results\)"):
        dfe.combine([read, read])  # type: ignore[arg-type]
